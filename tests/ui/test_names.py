from crossread.ui.names import window_title
from ui.grid_samples import document


def test_the_title_says_what_is_open() -> None:
    assert window_title([]) == "Crossread"
    assert window_title([document("A", "One.")]) == "1 document: A.txt – Crossread"
    many = window_title([document("A", f"{number}.") for number in range(40)])
    assert many.startswith("40 documents: A.txt, A.txt")
    assert many.endswith(", … – Crossread")
    assert len(many) < 150
