import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crossread.wording.kinship import KINSHIP
from crossread.wording.likeness import FIRST, SCALED, SECOND, first_round
from crossread.wording.surroundings import exchanged, last_round

ONE_SIDED = [len(FIRST + SCALED + KINSHIP) + SECOND.index(name) for name in ("bent", "gap between")]


@given(st.permutations(["the", "sold", "2", ",", "mill"]), st.integers(1, 5))
def test_exchanged_evidence_is_that_of_the_exchanged_versions(words: list[str], length: int) -> None:
    a, b = ["the", "bought", "old", "mill", "7", "of"], words[:length]
    likely = np.random.default_rng(length).random((len(a), len(b)))
    left, right, found = last_round(a, b, first_round(a, b), likely)
    other_right, other_left, other = last_round(b, a, first_round(b, a), likely.T)
    order = np.lexsort((other_right, other_left))
    assert np.array_equal(left, other_left[order]) and np.array_equal(right, other_right[order])
    same = np.delete(exchanged(found) - other[order], ONE_SIDED, axis=1)
    assert np.abs(same).max(initial=0) < 1e-9
