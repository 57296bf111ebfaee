"""The place of a pair among the pairs of its passages."""

from itertools import pairwise

import numpy as np

from crossread.align.field import Bools, Floats, Integers
from crossread.progress import IsCancelled, check, never_cancelled

_AT_ONCE = 200_000  # pairs sorted in one go


def best(
    left: Integers,
    right: Integers,
    score: Floats,
    group: Integers,
    count: int,
    cancelled: IsCancelled = never_cancelled,
) -> Bools:
    """Which pairs are among the ``count`` best of either passage towards the other's document."""
    return np.minimum(*ranks(left, right, score, group, cancelled)) < count


def ranks(
    left: Integers,
    right: Integers,
    score: Floats,
    group: Integers,
    cancelled: IsCancelled = never_cancelled,
) -> tuple[Integers, Integers]:
    """The place of each pair among those its left, its right passage makes with the other's document, from 0.

    Equal scores are told apart by the passages' places in their documents.

    Raises:
        Cancelled: ``cancelled``, asked between the steps, answered True.
    """
    return _places(left, right, score, group, cancelled), _places(right, left, score, group, cancelled)


def _places(
    mine: Integers, theirs: Integers, score: Floats, group: Integers, cancelled: IsCancelled
) -> Integers:
    groups = int(group.max(initial=0)) + 1
    place = np.empty(len(mine), np.int64)
    parts = len(mine) // _AT_ONCE + 1
    bounds = np.linspace(0, len(group), parts + 1).astype(np.int64).tolist()
    for begin, end in pairwise(bounds):
        check(cancelled)
        some = np.flatnonzero((mine >= begin) & (mine < end))
        owner = mine[some] * groups + group[theirs[some]]
        order = np.lexsort((theirs[some], -score[some], owner))
        owner = owner[order]
        place[some[order]] = np.arange(len(order)) - np.searchsorted(owner, owner)
    return place
