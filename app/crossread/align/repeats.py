"""Passages that a document repeats word for word: one of them is compared, and its links are dealt out in
order.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from crossread.align.field import Integers
from crossread.align.terms import Terms


class Repeats:
    """The passages of all documents without repetitions.

    Attributes:
        first: number of the first of each group of equal passages of one document, ascending.
    """

    def __init__(self, passages: Sequence[Terms], group: Integers) -> None:
        places: defaultdict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
        for at, (document, passage) in enumerate(zip(group.tolist(), passages, strict=True)):
            places[document, passage.words].append(at)
        self._all = list(places.values())
        self.first: Integers = np.array([numbers[0] for numbers in self._all], np.int64)

    def all_of(self, number: int) -> Sequence[int]:
        """The numbers of all passages equal to the one at this position in ``first``, itself among them."""
        return self._all[number]

    def dealt(self, left: int, right: int) -> Iterator[tuple[int, int]]:
        """The links between two groups of equal passages: the first with the first, the second with the
        second ...

        Args:
            left, right: positions in ``first``.
        """
        return zip(self._all[left], self._all[right], strict=False)
