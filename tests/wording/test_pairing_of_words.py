import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.wording import align_words
from crossread.wording.network import Network

WORDS = ["the", "of", "fake", "false", "accounts", "bought", "purchased", "two", "2", ",", "."]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=12)


def paired(a: str, b: str) -> set[tuple[str, str]]:
    one, other = a.split(), b.split()
    return {(one[i], other[j]) for i, j in align_words(one, other)}


@given(SENTENCES, SENTENCES)
def test_which_version_comes_first_makes_no_difference(a: list[str], b: list[str]) -> None:
    assert align_words(a, b) == sorted((i, j) for j, i in align_words(b, a))


@pytest.mark.parametrize(
    ("a", "b", "pair"),
    [
        ("the firm bought a mill .", "a mill was purchased by the firm .", ("bought", "purchased")),
        ("they used fake accounts daily", "they used many false accounts", ("fake", "false")),
        ("it was destroyed at night", "it was destroyed overnight", ("night", "overnight")),
    ],
)
def test_words_of_one_meaning_are_paired(a: str, b: str, pair: tuple[str, str]) -> None:
    assert pair in paired(a, b)


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("ships sailed .", "ships ."),
        ("rain fell .", "rain ."),
        ("the senate voted .", "the senate ."),
        ("prices rose sharply in may .", "prices rose in may ."),
        ("police arrested two men on monday", "police arrested two men"),
    ],
)
def test_words_that_were_left_out_stand_for_nothing(longer: str, shorter: str) -> None:
    assert all(one == other for one, other in paired(longer, shorter))


def test_a_network_adds_up_its_rectified_units() -> None:
    made = Network([[1.0, -1.0], [0.0, 2.0]], [0.0, -1.0], [3.0, 1.0], -3.0)
    odds = np.log([(p / (1 - p)) for p in made.likely(np.array([[1.0, 0.0], [0.0, 1.0]]))])
    assert odds == pytest.approx([0.0, -2.0], abs=1e-6)


def test_several_views_of_a_pair_count_alike() -> None:
    made = Network([[1.0], [0.0]], [0.0], [1.0], 0.0)
    likely = made.likely(np.array([[1.0, 5.0]]), np.array([[3.0, 0.0]]))
    assert np.log(likely / (1 - likely)) == pytest.approx([2.0], abs=1e-6)


def test_the_occurrence_of_a_repeated_phrase_is_that_beside_equal_words() -> None:
    a = "the mill burned in may , and the old mill by the river burned in june .".split()
    b = "the old mill by the river burned in june .".split()
    assert align_words(a, b) == [(j + 7, j) for j in range(len(b))]
