"""How much two passages say in words that are near in a thesaurus where they have none in common.

A thesaurus that lists everything under everything says little; the few nearest of the words that the documents use
say enough to help where reports were written independently ("fake", "fraudulent").
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from crossread.align.closed_class import FUNCTION_WORDS
from crossread.align.field import Field, Floats, Integers, ranges
from crossread.align.terms import Terms
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.thesaurus import thesaurus

_NEAREST = 4  # neighbours of a word that count, of those that the documents use
_CLOSE = 0.25  # closeness from which on they do
_SHORTEST = 3  # letters; shorter words are no words with neighbours


def kin(
    passages: Sequence[Terms],
    stems: Field,
    left: Integers,
    right: Integers,
    cancelled: IsCancelled = never_cancelled,
) -> Floats:
    """For each pair the weight of the words of one that are near to one of the other, as a logarithm.

    A word counts by its closeness times the weight of the commoner of the two, and only where the other passage
    does not have it itself; the mean of both directions is taken.

    Args:
        passages: in canonical order.
        stems: the passages by their words.
        left, right: the pairs.
        cancelled: asked between some pairs.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    start, near, closeness = _neighbours(passages, stems)
    check(cancelled)
    width = max(1, len(stems.idf))
    lengths = start[stems.column + 1] - start[stems.column]
    at = ranges(start[stems.column], lengths)
    weight = closeness[at] * np.minimum(np.repeat(stems.idf[stems.column], lengths), stems.idf[near[at]])
    keys = np.repeat(stems.row, lengths) * width + near[at]
    order = np.lexsort((-weight, keys))
    keys, weight = keys[order], weight[order]
    best = np.diff(keys, prepend=-1) > 0
    keys, weight = keys[best], weight[best]
    foreign = ~stems.holds(keys // width, keys % width)
    keys, weight = keys[foreign], weight[foreign]
    total = np.zeros(len(left))
    if not len(keys):
        return total
    for one, other in ((left, right), (right, left)):
        for some in stems.portions(len(left), cancelled):
            pair, entry = stems.entries(other[some])
            wanted = one[some][pair] * width + stems.column[entry]
            place = np.searchsorted(keys, wanted).clip(0, len(keys) - 1)
            hit = keys[place] == wanted
            total[some] += np.bincount(pair[hit], weight[place[hit]], minlength=len(total[some]))
    logarithm: Floats = np.log1p(total / 2)
    return logarithm


def _neighbours(passages: Sequence[Terms], stems: Field) -> tuple[Integers, Integers, Floats]:
    """The nearest stems of each stem: where those of each begin, and the end of the last; the stems; how close."""
    number = {name: at for at, name in enumerate(stems.names)}
    used: dict[str, int] = {}
    for passage in passages:
        for word, stem in zip(passage.words, passage.stems, strict=True):
            if word not in used and len(word) >= _SHORTEST and word.isalpha() and word not in FUNCTION_WORDS:
                used[word] = number[stem]
    close: defaultdict[int, dict[int, float]] = defaultdict(dict)
    held = thesaurus()
    for word, mine in used.items():
        for other, closeness in held.neighbours(word):
            if closeness < _CLOSE:
                break  # they come closest first
            theirs = used.get(other, mine)
            if theirs != mine:
                close[mine][theirs] = max(closeness, close[mine].get(theirs, 0.0))
    lengths = np.zeros(max(1, len(stems.idf)) + 1, np.int64)
    near: list[int] = []
    closeness_of: list[float] = []
    for mine in sorted(close):
        nearest = sorted(close[mine].items(), key=lambda item: (-item[1], stems.names[item[0]]))[:_NEAREST]
        lengths[mine + 1] = len(nearest)
        near += [theirs for theirs, _ in nearest]
        closeness_of += [closeness for _, closeness in nearest]
    return np.cumsum(lengths), np.array(near, np.int64), np.array(closeness_of, np.float64)
