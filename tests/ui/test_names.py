import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.ui.names import one_line, window_title
from ui.grid_samples import document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\tand  more", "two lines and more"),
        ("\u202egpj.exe", "gpj.exe"),
        ('a "quoted" name', 'a "quoted" name'),
        ("bell\x07", "bell"),
        ("تقرير", "\u2068تقرير\u2069"),
        ("\udcff", "\ufffd"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text(), st.integers(2, 30))
def test_one_line_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line.splitlines()) <= 1
    assert len(line.strip("\u2068\u2069")) <= limit


def test_the_title_says_what_is_open() -> None:
    assert window_title([]) == "Crossread"
    assert window_title([document("A", "One.")]) == "1 document: A.txt – Crossread"
    many = window_title([document("A", f"{number}.") for number in range(40)])
    assert many.startswith("40 documents: A.txt, A.txt")
    assert many.endswith(", … – Crossread")
    assert len(many) < 150
