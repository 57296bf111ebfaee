"""The place of a pair among the pairs of its passages."""

import numpy as np

from crossread.align.field import Bools, Floats, Integers
from crossread.progress import IsCancelled, check, never_cancelled


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
    groups = int(group.max(initial=0)) + 1
    places = []
    for mine, theirs in ((left, right), (right, left)):
        check(cancelled)
        owner = mine * groups + group[theirs]
        order = np.lexsort((theirs, -score, owner))
        check(cancelled)
        sorted_owner = owner[order]
        place = np.empty(len(left), np.int64)
        place[order] = np.arange(len(order)) - np.searchsorted(sorted_owner, sorted_owner)
        places.append(place)
    return places[0], places[1]
