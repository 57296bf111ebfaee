"""What speaks for two passages saying the same thing, as numbers that can be weighed."""

from collections.abc import Sequence

import numpy as np

from crossread.align.field import Field, Floats, Integers, ranges
from crossread.align.kin import kin
from crossread.align.ranking import best
from crossread.align.terms import Terms
from crossread.progress import IsCancelled, check, never_cancelled

Evidence = dict[str, Floats]
"""By name, a number for each pair:

numbers  weight of the numbers both have, rounded ones included, as a logarithm
beside   greatest likeness of the eight pairs of passages around this pair
drawn    how much likelier the words of one are if drawn from the other: the better direction, in tens of nats
apart    how far the likeness stands above the best that both passages find in other documents
third    square root of the greatest likeness both have to one passage of a third document
kin      weight of the words that a thesaurus calls near, where they have none in common, as a logarithm
alike    how much their words are alike by themselves
"""

_DRAWN = 0.5  # share of words drawn from the other passage in the mixture with the background
_UNSEEN = 3_000  # words of other texts that the background stands for too: a few sentences are no background
_KEPT = 3  # passages of a third document that may speak for a pair


def evidence(
    passages: Sequence[Terms],
    stems: Field,
    base: Floats,
    left: Integers,
    right: Integers,
    group: Integers,
    cancelled: IsCancelled = never_cancelled,
) -> Evidence:
    """The evidence for each pair.

    Args:
        passages: in canonical order.
        stems: the passages by their words.
        base: how much the words of each pair are alike, 0 to 1.
        left, right: the pairs, in ascending order.
        group: the document of each passage.
        cancelled: asked between the steps.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    sizes = np.array([len(passage.stems) for passage in passages], np.float64)
    return {
        "numbers": _numbers(passages, left, right, cancelled),
        "beside": _beside(left, right, base, group, cancelled),
        "drawn": _drawn(stems, sizes, left, right, cancelled),
        "apart": base - _elsewhere(left, right, base, group),
        "third": np.sqrt(_third(left, right, base, group, cancelled)),
        "kin": kin(passages, stems, left, right, cancelled),
        "alike": base,
    }


def _numbers(passages: Sequence[Terms], left: Integers, right: Integers, cancelled: IsCancelled) -> Floats:
    field = Field([passage.numbers for passage in passages], cancelled)
    pair, mine, _ = field.shared(left, right)
    weight = np.bincount(pair, field.idf[field.column[mine]], minlength=len(left))
    logarithm: Floats = np.log1p(weight)
    return logarithm


def _drawn(stems: Field, sizes: Floats, left: Integers, right: Integers, cancelled: IsCancelled) -> Floats:
    """Log likelihood ratios under unigram models, as in language model retrieval (Ponte and Croft 1998)."""
    background = np.bincount(stems.column, stems.count, minlength=len(stems.idf)) + 0.5
    background /= background.sum() + _UNSEEN
    share = np.log(1 - _DRAWN)
    greater = np.zeros(len(left))
    for some in stems.portions(len(left), cancelled):
        pair, mine, theirs = stems.shared(left[some], right[some])
        sums = []
        for one, other, near, far in (
            (mine, theirs, left[some], right[some]), (theirs, mine, right[some], left[some])
        ):  # fmt: skip
            drawn = stems.count[other] / np.maximum(sizes[far][pair], 1)
            gain = np.log(_DRAWN * drawn / background[stems.column[other]] + 1 - _DRAWN) - share
            gains = np.bincount(pair, stems.count[one] * gain, minlength=len(near))
            sums.append(gains + sizes[near] * share)
        greater[some] = np.maximum(*sums) / 10
    return greater


def _beside(left: Integers, right: Integers, base: Floats, group: Integers, cancelled: IsCancelled) -> Floats:
    """Greatest likeness of the pairs of neighbours."""
    size = len(group)
    keys = left * size + right
    greatest = np.zeros(len(left))
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            if not (down or across):
                continue
            check(cancelled)
            i, j = left + down, right + across
            inside = (i >= 0) & (j >= 0) & (i < size) & (j < size)
            i, j = i.clip(0, size - 1), j.clip(0, size - 1)
            inside &= (group[i] == group[left]) & (group[j] == group[right])
            wanted = i * size + j
            at = np.searchsorted(keys, wanted).clip(0, max(0, len(keys) - 1))
            found = np.where(inside & (keys[at] == wanted), base[at], 0.0)
            greatest = np.maximum(greatest, found)
    return greatest


def _elsewhere(left: Integers, right: Integers, base: Floats, group: Integers) -> Floats:
    """The mean of the best likenesses of both passages, over all other documents (as in CSLS, Conneau et al.
    2018).
    """
    groups = int(group.max(initial=0)) + 1
    best = np.zeros(len(group) * groups)
    np.maximum.at(best, left * groups + group[right], base)
    np.maximum.at(best, right * groups + group[left], base)
    mean = best.reshape(-1, groups).sum(axis=1) / max(1, groups - 1)
    both: Floats = (mean[left] + mean[right]) / 2
    return both


def _third(left: Integers, right: Integers, base: Floats, group: Integers, cancelled: IsCancelled) -> Floats:
    """The greatest likeness that both passages of a pair have to one passage of a third document."""
    size = len(group)
    keys = left * size + right
    support = np.zeros(len(left))
    strong = np.flatnonzero(best(left, right, base, group, _KEPT, cancelled))
    hub = np.concatenate((left[strong], right[strong]))
    spoke = np.concatenate((right[strong], left[strong]))
    weight = np.concatenate((base[strong], base[strong]))
    order = np.lexsort((spoke, hub))
    hub, spoke, weight = hub[order], spoke[order], weight[order]
    end = np.searchsorted(hub, hub, side="right")
    step = 200_000 // max(1, _KEPT * _KEPT)
    for begin in range(0, len(hub), step):
        check(cancelled)
        some = np.arange(begin, min(begin + step, len(hub)))
        later = end[some] - some - 1
        first = np.repeat(some, later)
        second = ranges(some + 1, later)
        apart = group[spoke[first]] != group[spoke[second]]
        first, second = first[apart], second[apart]
        wanted = spoke[first] * size + spoke[second]
        at = np.searchsorted(keys, wanted).clip(0, max(0, len(keys) - 1))
        hit = keys[at] == wanted if len(keys) else np.zeros(0, bool)
        np.maximum.at(support, at[hit], np.minimum(weight[first[hit]], weight[second[hit]]))
    return support
