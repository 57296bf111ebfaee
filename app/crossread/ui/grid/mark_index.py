"""The marks of one document, found by place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossread.present.marks import Mark
from crossread.text.span import Span


class MarkIndex:
    """Marks sorted by where they start."""

    __slots__ = ("_longest", "_marks", "_starts")

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span.start)
        self._starts = [mark.span.start for mark in self._marks]
        self._longest = max((len(mark.span) for mark in self._marks), default=0)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    def overlapping(self, span: Span) -> Iterator[Mark]:
        """The marks that share a character with ``span``, in the order of the text."""
        first = bisect_left(self._starts, span.start - self._longest)
        for index in range(first, bisect_left(self._starts, span.end)):
            if self._marks[index].span.overlaps(span):
                yield self._marks[index]

    def at(self, offset: int) -> list[Mark]:
        """The marks that cover the character at ``offset``, the shortest first."""
        return sorted(self.overlapping(Span(offset, offset + 1)), key=lambda mark: len(mark.span))
