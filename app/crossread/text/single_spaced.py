"""A text with one space wherever it has white space, however its lines were broken."""

import re
from bisect import bisect_right

from crossread.text.span import Span

_ODD = re.compile(r"^\s+|\s+$|\s{2,}|[^\S ]")


class SingleSpaced:
    """A text on one line, and where its characters stand in the original.

    Two texts of the same words are the same here, whatever white space parts their words and paragraphs.

    Attributes:
        text: each stretch of white space is one space, none at the ends.
    """

    __slots__ = ("_begins", "_ends", "_flat_begins", "_flat_ends", "text")

    def __init__(self, text: str) -> None:
        # Where odd white space begins and ends, in the original and here.
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._flat_begins: list[int] = []
        self._flat_ends: list[int] = []
        pieces, done, at = [], 0, 0
        for match in _ODD.finditer(text):
            begin, end = match.span()
            space = " " if begin > 0 and end < len(text) else ""
            pieces += [text[done:begin], space]
            at += begin - done
            self._begins.append(begin)
            self._ends.append(end)
            self._flat_begins.append(at)
            at += len(space)
            self._flat_ends.append(at)
            done = end
        self.text = "".join((*pieces, text[done:])) if pieces else text

    def offset(self, original: int) -> int:
        """Where what stands at this offset of the original stands here."""
        number = bisect_right(self._begins, original) - 1
        if number < 0:
            return original
        if original >= self._ends[number]:
            return self._flat_ends[number] + original - self._ends[number]
        return min(self._flat_begins[number] + original - self._begins[number], self._flat_ends[number])

    def span(self, here: Span) -> Span:
        """The stretch of the original that a stretch of this text, white space at its ends apart, stands for."""
        end = self._original(here.end - 1) + 1 if len(here) else self._original(here.start)
        return Span(self._original(here.start), end)

    def _original(self, here: int) -> int:
        number = bisect_right(self._flat_ends, here) - 1
        return here if number < 0 else self._ends[number] + here - self._flat_ends[number]
