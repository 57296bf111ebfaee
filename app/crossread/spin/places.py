"""Things by where they stand in a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from crossread.text.span import Span

_T = TypeVar("_T")


class Places(Generic[_T]):
    """Things that do not overlap, found by bisection.

    Args:
        things: in the order of the text.
        span: where a thing stands.
    """

    def __init__(self, things: Iterable[_T], span: Callable[[_T], Span]) -> None:
        self._things = list(things)
        self._starts = [span(thing).start for thing in self._things]
        self._ends = [span(thing).end for thing in self._things]

    def at(self, span: Span) -> list[_T]:
        """Those that share at least one character with a stretch."""
        return self._things[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def within(self, span: Span) -> list[_T]:
        """Those that lie wholly in a stretch."""
        return self._things[bisect_left(self._starts, span.start) : bisect_right(self._ends, span.end)]

    def add(self, thing: _T, span: Span) -> bool:
        """Put a thing in its place, unless something overlaps it; whether it was put in."""
        if self.at(span):
            return False
        place = bisect_left(self._starts, span.start)
        self._things.insert(place, thing)
        self._starts.insert(place, span.start)
        self._ends.insert(place, span.end)
        return True

    def all(self) -> list[_T]:
        """Everything, in the order of the text."""
        return list(self._things)
