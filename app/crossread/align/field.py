"""A sparse matrix of passages and what they are compared by, weighed by TF-IDF."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from crossread.progress import IsCancelled, check, never_cancelled

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


_TABLE = 2_000_000  # passages times terms up to which a table of them all is made: 16 MB
_AT_ONCE = 1_000_000  # entries looked up in one go
_BETWEEN = 2_000  # passages read between two times of asking whether to stop


class Field:
    """Passages by terms of one sort (stems, letter groups, numbers ...), each row of length 1.

    The inverse document frequency is taken over the passages of all documents together. Sums are formed in
    the order of passages and terms by numpy's own loops, not by a BLAS, so that they do not depend on the
    number of cores.

    Args:
        passages: the terms of each.
        cancelled: asked between some passages; the field does not keep it.

    Raises:
        Cancelled: ``cancelled`` answered True.

    Attributes:
        size: number of passages.
        row, column, count, weight: the entries in the order of rows and columns.
        start: where each row begins in them, and the end of the last.
        idf: weight of each term, rarest highest.
        length: of each row before it was made 1.
        names: the terms themselves.
    """

    def __init__(self, passages: Sequence[Iterable[str]], cancelled: IsCancelled = never_cancelled) -> None:
        self.size = len(passages)
        index: dict[str, int] = {}
        lists = []
        for number, terms in enumerate(passages):
            if number % _BETWEEN == 0:
                check(cancelled)
            lists.append([index.setdefault(term, len(index)) for term in terms])
        self.names = tuple(index)
        width = max(1, len(index))
        check(cancelled)
        flat = np.fromiter(chain.from_iterable(lists), np.int64)
        check(cancelled)
        rows = np.repeat(np.arange(self.size), np.fromiter(map(len, lists), np.int64, self.size))
        check(cancelled)
        self._keys, counts = np.unique(rows * width + flat, return_counts=True)
        check(cancelled)
        self._width = width
        self.row, self.column = self._keys // width, self._keys % width
        self.count: Integers = counts
        self.frequency: Integers = np.bincount(self.column, minlength=width)
        self.idf: Floats = np.log((1 + self.size) / (1 + self.frequency)) + 1
        raw = (1 + np.log(counts)) * self.idf[self.column]
        self.length: Floats = np.sqrt(np.bincount(self.row, raw * raw, minlength=self.size))
        self.weight: Floats = raw / np.where(self.length > 0, self.length, 1)[self.row]
        self.start = np.searchsorted(self.row, np.arange(self.size + 1))

    def weights(self) -> dict[str, float]:
        """The inverse document frequency of each term, 0 for the commonest to 1 for one that stands once."""
        rarest = float(self.idf.max(initial=1.0))
        return dict(zip(self.names, (self.idf / rarest).tolist(), strict=False))

    def products(self, left: Integers, right: Integers, cancelled: IsCancelled = never_cancelled) -> Floats:
        """The cosine of each pair of passages.

        Args:
            left, right: passage numbers, as many on the one side as on the other.
            cancelled: asked between some pairs.
        """
        sums = np.zeros(len(left))
        for some in self.portions(len(left), cancelled):
            pair, mine, theirs = self.shared(left[some], right[some])
            sums[some] = np.bincount(pair, self.weight[mine] * self.weight[theirs], minlength=len(left[some]))
        return sums

    def portions(self, pairs: int, cancelled: IsCancelled = never_cancelled) -> Iterator[slice]:
        """So many pairs at a time that what they share fits into a bounded stretch of memory.

        Raises:
            Cancelled: ``cancelled``, asked before each portion, answered True.
        """
        step = max(1_000, int(_AT_ONCE * self.size / max(1, len(self.row))))
        for begin in range(0, pairs, step):
            check(cancelled)
            yield slice(begin, begin + step)

    def shared(self, left: Integers, right: Integers) -> tuple[Integers, Integers, Integers]:
        """The entries that the passages of each pair have in common.

        Returns:
            Number of the pair, entry on the left, entry on the right.
        """
        pair, mine = self.entries(left)
        wanted = right[pair] * self._width + self.column[mine]
        if self.size * self._width <= _TABLE:
            theirs = self._entry.take(wanted)
            hit = theirs >= 0
        else:
            theirs = np.searchsorted(self._keys, wanted)
            theirs[theirs == len(self._keys)] = 0
            hit = self._keys[theirs] == wanted if len(self._keys) else np.zeros(0, bool)
        return pair[hit], mine[hit], theirs[hit]

    @cached_property
    def _entry(self) -> Integers:
        """The entry of each passage and term, -1 where there is none: looked up, not searched for."""
        found = np.full(self.size * self._width, -1, np.int64)
        found[self._keys] = np.arange(len(self._keys))
        return found

    def entries(self, passages: Integers) -> tuple[Integers, Integers]:
        """The entries of passages, one after the other.

        Returns:
            Position in ``passages``, entry.
        """
        lengths = self.start[passages + 1] - self.start[passages]
        return np.repeat(np.arange(len(passages)), lengths), ranges(self.start[passages], lengths)

    def holds(self, passages: Integers, terms: Integers) -> Bools:
        """Whether each passage has the term at the same position of the other list."""
        wanted = passages * self._width + terms
        place = np.searchsorted(self._keys, wanted).clip(0, max(0, len(self._keys) - 1))
        found: Bools = self._keys[place] == wanted if len(self._keys) else np.zeros(len(wanted), bool)
        return found

    def meetings(
        self, group: Integers, budget: int, cancelled: IsCancelled = never_cancelled
    ) -> tuple[Integers, Integers, Floats, bool]:
        """Pairs of passages of different groups that share a term, with their likeness as far as rare terms
        tell.

        Terms are followed from the rarest on while the pairs they make stay within the budget; terms equally
        frequent are followed all or none, so that the order of passages does not matter.

        Args:
            group: the document of each passage.
            budget: how many meetings may be looked at.
            cancelled: asked between the steps.

        Returns:
            Left passages, right passages (left < right), sums of weights, and whether every term was
            followed.

        Raises:
            Cancelled: ``cancelled`` answered True.
        """
        by_frequency = np.bincount(self.frequency)
        sizes = np.arange(len(by_frequency))
        within = np.cumsum(by_frequency * (sizes * (sizes - 1) // 2)) <= budget
        limit = len(within) - 1 if within.all() else int(np.argmin(within)) - 1
        keep = np.flatnonzero((self.frequency[self.column] <= limit) & (self.frequency[self.column] > 1))
        order = keep[np.argsort(self.column[keep], kind="stable")]
        column, row, weight = self.column[order], self.row[order], self.weight[order]
        end = np.searchsorted(column, column, side="right")
        later = end - np.arange(len(order)) - 1
        first = np.repeat(np.arange(len(order)), later)
        second = ranges(np.arange(len(order)) + 1, later)
        check(cancelled)
        apart = group[row[first]] != group[row[second]]
        first, second = first[apart], second[apart]
        check(cancelled)
        keys = row[first] * self.size + row[second]
        found, place = np.unique(keys, return_inverse=True)
        check(cancelled)
        sums = np.bincount(place, weight[first] * weight[second], minlength=len(found)).astype(np.float64)
        return found // self.size, found % self.size, sums, bool(within.all())


def ranges(starts: Integers, lengths: Integers) -> Integers:
    """The numbers from each start on, as many as its length, one run after the other."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)
