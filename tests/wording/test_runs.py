import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.wording.runs import runs

WORDS = st.lists(st.sampled_from(["the", "bell", "bells", "rang", "7", ","]), max_size=14)


@given(WORDS, WORDS)
def test_runs_and_gaps_cover_both_texts_in_order(a: list[str], b: list[str]) -> None:
    found = list(runs(a, b))
    assert [i for left, _, _ in found for i in left] == list(range(len(a)))
    assert [j for _, right, _ in found for j in right] == list(range(len(b)))
    for left, right, equal in found:
        assert not equal or [a[i] for i in left] == [b[j] for j in right]
        assert left or right


def equal(a: str, b: str) -> list[tuple[int, int, int]]:
    return [(left.start, right.start, len(left)) for left, right, same in runs(a.split(), b.split()) if same]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # Of two occurrences, the one with more equal words beside it.
        ("the bell of the old church rang", "the old church rang", [(3, 0, 4)]),
        # Where either fits, on while words are equal.
        ("oak , ash , elm , fir", "oak , fir", [(0, 0, 2), (6, 2, 1)]),
        # A word of one stem beside an equal one holds runs together.
        ("he sails the ship and sank the ship", "he sailed the ship", [(0, 0, 1), (2, 2, 2)]),
        # A word of substance outweighs one of grammar.
        ("of rain", "rain of", [(1, 0, 1)]),
    ],
)
def test_of_several_alignments_the_one_that_keeps_most_together(
    a: str, b: str, expected: list[tuple[int, int, int]]
) -> None:
    assert equal(a, b) == expected


def test_longer_texts_have_the_runs_of_a_longest_common_subsequence() -> None:
    a = [str(number % 50) for number in range(300)]
    b = [*a[:150], "new", *a[151:]]
    assert [(left, right) for left, right, same in runs(a, b) if not same] == [
        (range(150, 151), range(150, 151))
    ]
