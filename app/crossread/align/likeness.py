"""How much passages of different documents are alike: candidates from an inverted index, then the evidence
weighed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crossread.align.agreement import agreed
from crossread.align.closed_class import FUNCTION_WORDS
from crossread.align.evidence import Evidence, evidence
from crossread.align.field import Bools, Field, Floats, Integers
from crossread.align.ranking import best
from crossread.align.terms import Terms
from crossread.align.weights import FIRST_ROUND, OF_TWO, SECOND_ROUND
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.words import stem

_FLOOR = 2_000_000  # meetings that cost nothing worth sparing
_EACH = 120  # meetings a passage may cause in long texts
_ALL = 40_000  # pairs up to which every pair that shares a word is weighed
_WITNESSES = 3  # documents from which on a third may speak for a pair
_BEST = 6  # candidates kept for a passage in each other document beyond that
_BRIEF = 2  # words with a meaning that tell too little to be linked on one of them

_FUNCTION_STEMS = frozenset(map(stem, FUNCTION_WORDS))


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Candidate pairs of passages with what speaks for them.

    Attributes:
        left, right: passage numbers, left < right and of different documents; in ascending order.
        score: how likely they say the same thing, 0 to 1.
        base: how much their words are alike, 0 to 1, whatever stands around them.
        telling: whether they share two words with a meaning, or all there are.
        brief: whether one of them is a heading or as short as one.
        group: the document of each passage.
        complete: whether every shared word was followed; if not, pairs that share only common words are
            missing.
        stems: the weights of the words.
    """

    left: Integers
    right: Integers
    score: Floats
    base: Floats
    telling: Bools
    brief: Bools
    group: Integers
    complete: bool
    stems: Field


def likeness(
    passages: Sequence[Terms], group: Integers, every: bool = False, cancelled: IsCancelled = never_cancelled
) -> Likeness:
    """Compare the passages of all documents with one another.

    Args:
        passages: in canonical order.
        group: the number of the document of each.
        every: keep every pair with any likeness, not only the best of each passage.
        cancelled: asked between the steps.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    stems = Field([passage.stems for passage in passages], cancelled)
    grams = Field([passage.grams() for passage in passages], cancelled)
    check(cancelled)
    left, right, rough, complete = stems.meetings(group, max(_FLOOR, _EACH * len(passages)), cancelled)
    if len(left) > _ALL and not every:
        keep = best(left, right, rough, group, _BEST, cancelled)
        left, right = left[keep], right[keep]
    check(cancelled)
    base = (stems.products(left, right, cancelled) + grams.products(left, right, cancelled)) / 2
    check(cancelled)
    found = evidence(passages, stems, base, left, right, group, cancelled)
    if len(np.unique(group)) < _WITNESSES:
        likely = weighed(found, OF_TWO)
    else:
        found["agreed"] = agreed(left, right, weighed(found, FIRST_ROUND), group, cancelled)
        likely = weighed(found, SECOND_ROUND)
    # equal words are enough, whatever stands around them: a few sentences alone give little other evidence
    score: Floats = np.maximum(likely, base**2)
    content = np.array([name not in _FUNCTION_STEMS for name in stems.names] or [True])
    own = np.bincount(stems.row, content[stems.column], minlength=stems.size)
    brief = (own <= _BRIEF) | np.array([passage.heading for passage in passages], bool)
    shared = _shared(stems, content, left, right, cancelled)
    return Likeness(
        left,
        right,
        np.round(score, 9),
        np.round(base, 9),
        shared >= np.minimum(2, np.maximum(1, np.maximum(own[left], own[right]))),
        brief[left] | brief[right],
        group,
        complete,
        stems,
    )


def weighed(found: Evidence, weights: Mapping[str, float]) -> Floats:
    """How likely each pair says the same thing, by the evidence and its weights."""
    total = np.full(len(found["alike"]), weights["constant"])
    # in this order on every machine; a BLAS chooses its own
    for name, column in found.items():
        if name in weights:
            total += weights[name] * column
    likely: Floats = 1 / (1 + np.exp(-total))
    return likely


def _shared(
    stems: Field, content: Bools, left: Integers, right: Integers, cancelled: IsCancelled
) -> Integers:
    """How many words with a meaning the passages of each pair have in common."""
    both = np.zeros(len(left), np.int64)
    for some in stems.portions(len(left), cancelled):
        pair, mine, _ = stems.shared(left[some], right[some])
        both[some] = np.bincount(pair[content[stems.column[mine]]], minlength=len(both[some]))
    return both
