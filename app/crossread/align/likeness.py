"""How much passages of different documents are alike: candidates from an inverted index, then what they
share.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crossread.align.field import Bools, Field, Floats, Integers
from crossread.align.terms import Terms

_FLOOR = 4_000_000  # meetings that cost nothing worth sparing
_EACH = 400  # meetings a passage may cause in long texts
_BEST = 8  # candidates kept for a passage in each other document


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Candidate pairs of passages with what speaks for them.

    Attributes:
        left, right: passage numbers, left < right and of different documents; in ascending order.
        score: how much they are alike, 0 to 1.
        group: the document of each passage.
        complete: whether every shared term was followed; if not, pairs that share only common words are
            missing.
        stems: the weights of the words.
    """

    left: Integers
    right: Integers
    score: Floats
    group: Integers
    complete: bool
    stems: Field


@dataclass(frozen=True, slots=True, eq=False)
class Fields:
    """The passages under each way of comparing them."""

    stems: Field
    grams: Field

    @classmethod
    def of(cls, passages: Sequence[Terms]) -> "Fields":
        """Weigh the terms over all passages."""
        return cls(
            Field([passage.stems for passage in passages]), Field([passage.grams() for passage in passages])
        )


def likeness(passages: Sequence[Terms], group: Integers, every: bool = False) -> Likeness:
    """Compare the passages of all documents with one another.

    Args:
        passages: in canonical order.
        group: the number of the document of each.
        every: keep every pair with any likeness, not only the best of each passage.
    """
    fields = Fields.of(passages)
    left, right, rough, complete = fields.stems.meetings(group, max(_FLOOR, _EACH * len(passages)))
    if not every:
        keep = best(left, right, rough, group, _BEST)
        left, right = left[keep], right[keep]
    score = (fields.stems.products(left, right) + fields.grams.products(left, right)) / 2
    return Likeness(left, right, np.round(score, 9), group, complete, fields.stems)


def best(left: Integers, right: Integers, score: Floats, group: Integers, count: int) -> Bools:
    """Which pairs are among the ``count`` best of either passage towards the other's document."""
    return np.minimum(*ranks(left, right, score, group)) < count


def ranks(left: Integers, right: Integers, score: Floats, group: Integers) -> tuple[Integers, Integers]:
    """The place of each pair among those its left, its right passage makes with the other's document, from 0.

    Equal scores are told apart by the passages' places in their documents.
    """
    groups = int(group.max(initial=0)) + 1
    places = []
    for mine, theirs in ((left, right), (right, left)):
        owner = mine * groups + group[theirs]
        order = np.lexsort((theirs, -score, owner))
        sorted_owner = owner[order]
        place = np.empty(len(left), np.int64)
        place[order] = np.arange(len(order)) - np.searchsorted(sorted_owner, sorted_owner)
        places.append(place)
    return places[0], places[1]
