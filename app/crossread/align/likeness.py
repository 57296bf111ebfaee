"""How much passages of different documents are alike: candidates from an inverted index, then the evidence
weighed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crossread.align.closed_class import FUNCTION_WORDS
from crossread.align.evidence import FEATURES, features
from crossread.align.field import Bools, Field, Floats, Integers
from crossread.align.ranking import best
from crossread.align.terms import Terms
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.words import stem

_FLOOR = 2_000_000  # meetings that cost nothing worth sparing
_EACH = 120  # meetings a passage may cause in long texts
_ALL = 40_000  # pairs up to which every pair that shares a word is weighed
_WITNESSES = 3  # documents from which on a third may speak for a pair
_BEST = 6  # candidates kept for a passage in each other document beyond that

# Weights of the evidence and the constant, fitted by logistic regression (tests/benchmarks/fit_links.py)
# on news of one event by many hands, summaries and their sources, translations and abridgements of one
# book, and topics marked by hand. No word of these texts is kept, only how much each evidence counts. Two
# documents alone have no third to speak for a pair or against it; their weights were fitted on the same texts,
# two at a time.
WEIGHTS = {
    "numbers": 0.2056,
    "beside": 2.553,
    "drawn": 1.017,
    "apart": 11.76,
    "third": 6.772,
    "kin": 0.5503,
    "alike": 0.8809,
}
CONSTANT = -4.215
WEIGHTS_OF_TWO = {
    "numbers": 0.4183,
    "beside": 3.943,
    "drawn": 0.6563,
    "apart": 4.941,
    "kin": 0.2624,
    "alike": 8.127,
}
CONSTANT_OF_TWO = -3.279

_FUNCTION_STEMS = frozenset(map(stem, FUNCTION_WORDS))


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Candidate pairs of passages with what speaks for them.

    Attributes:
        left, right: passage numbers, left < right and of different documents; in ascending order.
        score: how likely they say the same thing, 0 to 1.
        base: how much their words are alike, 0 to 1, whatever stands around them.
        telling: whether they share enough words with a meaning to be shown as a link, however they score.
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
    left, right, rough, complete = stems.meetings(group, max(_FLOOR, _EACH * len(passages)))
    if len(left) > _ALL and not every:
        keep = best(left, right, rough, group, _BEST, cancelled)
        left, right = left[keep], right[keep]
    check(cancelled)
    base = (stems.products(left, right, cancelled) + grams.products(left, right, cancelled)) / 2
    check(cancelled)
    columns = features(passages, stems, base, left, right, group, cancelled)
    alone = len(np.unique(group)) < _WITNESSES
    weights, constant = (WEIGHTS_OF_TWO, CONSTANT_OF_TWO) if alone else (WEIGHTS, CONSTANT)
    total = np.full(len(left), constant)
    # in this order on every machine; a BLAS chooses its own
    for name, column in zip(FEATURES, columns.T, strict=True):
        total += weights.get(name, 0.0) * column
    # equal words are enough, whatever stands around them: a few sentences alone give little other evidence
    score = np.maximum(1 / (1 + np.exp(-total)), base**2)
    return Likeness(
        left,
        right,
        np.round(score, 9),
        np.round(base, 9),
        _telling(stems, left, right, cancelled),
        group,
        complete,
        stems,
    )


def _telling(stems: Field, left: Integers, right: Integers, cancelled: IsCancelled) -> Bools:
    """Which pairs share two words with a meaning, or all there are: a short heading is not linked on less."""
    content = np.array([name not in _FUNCTION_STEMS for name in stems.names] or [True])
    own = np.bincount(stems.row, content[stems.column], minlength=stems.size)
    both = np.zeros(len(left))
    for some in stems.portions(len(left), cancelled):
        pair, mine, _ = stems.shared(left[some], right[some])
        both[some] = np.bincount(pair, content[stems.column[mine]], minlength=len(both[some]))
    enough: Bools = both >= np.minimum(2, np.maximum(1, np.maximum(own[left], own[right])))
    return enough
