"""Things that stand in a text, found by place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from crossread.text.span import Span


class Placed(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Where it stands, in code points."""


P = TypeVar("P", bound=Placed)


class SpanIndex(Generic[P]):
    """Things with spans, sorted by where they start; they may overlap and lie inside one another."""

    __slots__ = ("_longest", "_placed", "_starts")

    def __init__(self, placed: Iterable[P] = ()) -> None:
        self._placed = sorted(placed, key=lambda thing: thing.span.start)
        self._starts = [thing.span.start for thing in self._placed]
        self._longest = max((len(thing.span) for thing in self._placed), default=0)

    def __iter__(self) -> Iterator[P]:
        return iter(self._placed)

    def __len__(self) -> int:
        return len(self._placed)

    def overlapping(self, span: Span) -> Iterator[P]:
        """Those that share a character with ``span``, in the order of the text."""
        first = bisect_left(self._starts, span.start - self._longest)
        for index in range(first, bisect_left(self._starts, span.end)):
            if self._placed[index].span.overlaps(span):
                yield self._placed[index]

    def at(self, offset: int) -> list[P]:
        """Those that cover the character at ``offset``, the shortest first."""
        return sorted(self.overlapping(Span(offset, offset + 1)), key=lambda thing: len(thing.span))
