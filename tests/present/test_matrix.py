"""Shares of linked, copied and reworded text."""

from comparisons import documents
from crossread.align.link import Link
from crossread.comparison import Comparison
from crossread.present.matrix import PairShares, matrix

MADE = documents(["1234567890", "12345", "~ ad"], ["1234567890", "1234567890"], ["12345"])


def test_passages_count_by_their_length_and_nearest_counterpart() -> None:
    comparison = Comparison(
        MADE,
        links=(
            Link("A1", "B1", 1.0, (), equal=1.0),
            Link("A1", "B2", 0.4, (), equal=0.4),
            Link("A2", "C1", 0.2, (), equal=0.1),
        ),
    )
    assert matrix(comparison, ["A", "B", "C"]) == (
        PairShares("A", "B", 30 / 35, 20 / 35, 10 / 35),
        PairShares("A", "C", 10 / 20, 0.0, 0.0),
        PairShares("B", "C", 0.0, 0.0, 0.0),
    )


def test_the_order_asked_for_decides_the_pairs() -> None:
    comparison = Comparison(MADE, links=(Link("A1", "B1", 1.0, (), equal=1.0),))
    (pair,) = matrix(comparison, ["B", "A"])
    assert (pair.a, pair.b, round(pair.copied, 3)) == ("B", "A", round(20 / 35, 3))
    assert pair.sentence == "B and A: 57 % of their text is linked, 57 % copied, 0 % reworded."


def test_documents_without_text_share_nothing() -> None:
    assert matrix(Comparison(documents([], [])), ["A", "B"]) == (PairShares("A", "B", 0.0, 0.0, 0.0),)
