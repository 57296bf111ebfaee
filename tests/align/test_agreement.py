"""Whether passages agree in what they are to third documents."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.align.agreement import _LEAST, agreed
from crossread.errors import Cancelled

Pairs = dict[tuple[int, int], float]


@st.composite
def scored(draw: st.DrawFn) -> tuple[list[int], Pairs]:
    """The documents of some passages, and how likely pairs of them say the same thing."""
    group = sorted(draw(st.lists(st.integers(0, 4), min_size=2, max_size=14)))
    group = [sorted(set(group)).index(document) for document in group]
    apart = [(i, j) for j in range(len(group)) for i in range(j) if group[i] != group[j]]
    chosen = draw(st.lists(st.sampled_from(apart), unique=True)) if apart else []
    return group, {pair: draw(st.floats(0, 1)) for pair in sorted(chosen)}


def of(group: list[int], pairs: Pairs) -> list[float]:
    left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    return agreed(left, right, np.array(list(pairs.values())), np.array(group, np.int64)).tolist()


def by_hand(group: list[int], pairs: Pairs) -> list[float]:
    """The definition, a pair at a time."""

    def likely(i: int, j: int) -> float:
        found = pairs.get((min(i, j), max(i, j)), 0.0)
        return found if found >= _LEAST else 0.0

    found = []
    for i, j in pairs:
        third = sorted(set(group) - {group[i], group[j]})
        apart = [
            max(abs(likely(i, k) - likely(j, k)) for k, document in enumerate(group) if document == other)
            for other in third
        ]
        found.append(1 - sum(apart) / max(1, len(third)))
    return found


@given(scored())
def test_the_definition_is_met(case: tuple[list[int], Pairs]) -> None:
    group, pairs = case
    assert of(group, pairs) == pytest.approx(by_hand(group, pairs))


def test_a_third_document_near_to_one_alone_speaks_against_a_pair() -> None:
    # A says what C's first passage says, B what C's second says
    pairs = {(0, 1): 0.5, (0, 2): 0.9, (1, 3): 0.8}
    assert of([0, 1, 2, 2], pairs)[0] == pytest.approx(0.1)
    assert of([0, 1, 2, 2], {**pairs, (0, 3): 0.8, (1, 2): 0.9})[0] == pytest.approx(1)


def test_two_documents_have_no_third_to_disagree_with() -> None:
    assert of([0, 0, 1], {(0, 2): 0.7, (1, 2): 0.2}) == [1, 1]


def test_nothing_is_asked_of_no_pairs() -> None:
    assert of([0, 1], {}) == []


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        agreed(np.array([0]), np.array([1]), np.array([0.5]), np.array([0, 1]), lambda: True)
