"""Whether two passages are to the passages of other documents what they are to one another.

If A says what B says, then what C says of the matter is as near to A as it is to B. Where C is near to one of them
only, A and B speak of different things, however alike their words are.
"""

import numpy as np

from crossread.align.field import Bools, Floats, Integers, ranges
from crossread.progress import IsCancelled, check, never_cancelled

_LEAST = 0.04  # likelihood below which a passage of another document is as good as none
_AT_ONCE = 400_000  # comparisons made in one go


def agreed(
    left: Integers, right: Integers, likely: Floats, group: Integers, cancelled: IsCancelled = never_cancelled
) -> Floats:
    """How far the two passages of each pair agree in what they are to third documents, 0 to 1.

    For each third document the passage counts to which the two are most differently near; of these differences the
    mean is taken over all third documents.

    Args:
        left, right: the pairs, in ascending order; passages of different documents.
        likely: how likely each pair says the same thing.
        group: the document of each passage.
        cancelled: asked between some pairs.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    groups = int(group.max(initial=0)) + 1
    others = max(1, groups - 2)
    found = np.zeros(len(left))
    near = _Near(left, right, likely, len(group))
    step = max(1, _AT_ONCE // max(groups, near.most))
    for begin in range(0, len(left), step):
        check(cancelled)
        some = slice(begin, begin + step)
        one, other = left[some], right[some]
        greatest = np.zeros(len(one) * groups)
        for mine, theirs in ((one, other), (other, one)):
            pair, passage, likelihood = near.of(mine)
            document = group[passage]
            apart = np.abs(likelihood - near.between(theirs[pair], passage))
            apart[(document == group[mine][pair]) | (document == group[theirs][pair])] = 0
            np.maximum.at(greatest, pair * groups + document, apart)
        found[some] = greatest.reshape(-1, groups).sum(axis=1) / others
    agreement: Floats = 1 - found
    return agreement


class _Near:
    """The passages that are likely to say what a passage says.

    Attributes:
        most: the greatest number of them that a passage has.
    """

    def __init__(self, left: Integers, right: Integers, likely: Floats, size: int) -> None:
        kept: Bools = likely >= _LEAST
        mine = np.concatenate((left[kept], right[kept]))
        theirs = np.concatenate((right[kept], left[kept]))
        order = np.lexsort((theirs, mine))
        self._passage = theirs[order]
        self._likely = np.concatenate((likely[kept], likely[kept]))[order]
        self._keys = mine[order] * size + self._passage
        self._start = np.searchsorted(mine[order], np.arange(size + 1))
        self._size = size
        self.most = int(np.diff(self._start).max(initial=1))

    def of(self, passages: Integers) -> tuple[Integers, Integers, Floats]:
        """Those of each passage: position in ``passages``, the passage near it, and how likely."""
        lengths = self._start[passages + 1] - self._start[passages]
        at = ranges(self._start[passages], lengths)
        return np.repeat(np.arange(len(passages)), lengths), self._passage[at], self._likely[at]

    def between(self, one: Integers, other: Integers) -> Floats:
        """How likely the passages at the same position say the same thing; 0 where they are not near."""
        if not len(self._keys):
            return np.zeros(len(one))
        wanted = one * self._size + other
        at = np.searchsorted(self._keys, wanted).clip(0, len(self._keys) - 1)
        found: Floats = np.where(self._keys[at] == wanted, self._likely[at], 0.0)
        return found
