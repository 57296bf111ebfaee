"""Passages with more figures than a sentence can tell: left out of the comparison, and that said aloud."""

from crossread.compare import compare
from crossread.read import read_text


def documents(figures: int) -> list:
    row = " ".join(f"the {number} boats" for number in range(100, 100 + figures))
    told = "The harbour counted 7,312 ships in May."
    return [read_text(f"{told}\n\n{row}\n", f"{letter}.txt", letter) for letter in "AB"]


def test_a_table_in_one_line_is_left_out_aloud_and_the_rest_is_compared() -> None:
    comparison = compare(documents(500))
    assert any("figures" in sentence and "not compared" in sentence for sentence in comparison.unfinished)
    assert [fact.mentions[0].quantity.value for fact in comparison.facts if fact.pairs] == [7312]
    assert len(comparison.quantities) > 1000


def test_a_sentence_with_many_figures_is_compared() -> None:
    comparison = compare(documents(20))
    assert not comparison.unfinished and sum(bool(fact.pairs) for fact in comparison.facts) >= 15
