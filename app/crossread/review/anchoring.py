"""Places of an old text found again in a new one: by where they stood, by their words, by words much like them.

Where passages are the same in both texts, their places are known by aligning the two like lines of a program. What
stands in passages that changed is sought by its words with what stood around them, as the TextQuoteSelector of the W3C
Web Annotation Data Model wants it: exactly first, then as the stretch most like it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from crossread.text.anchor import Quoted
from crossread.text.document import Document
from crossread.text.span import Span

How = Literal["same", "words", "like"]
"""In a text that did not change there, by the same words, by words much like them."""

_SHORT = (
    24  # code points of quoted words below which they may stand anywhere: what is around them must agree too
)
_AROUND = 0.6  # how far it must
_LIKE = 75.0  # likeness, of 100, from which a stretch is taken for what was quoted
_NEAR = 3_000  # code points around the place where it should stand in which it is sought first
_LONGEST = 2_000  # of quoted words that are compared letter by letter
_MOST = 1_000  # places of the same words that are looked at


@dataclass(frozen=True, slots=True)
class Found:
    """A place that was found again.

    Attributes:
        span: in the new text.
        how: by what it was found.
    """

    span: Span
    how: How


class Shift:
    """What became of the places of one text in another.

    Args:
        old, new: two versions of a document.
    """

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        self._starts = [passage.span.start for passage in old.passages]
        # The new passage that is the same as each old one; of the others where they should stand.
        self._same: list[int | None] = [None] * len(old.passages)
        self._place = [0] * len(old.passages)
        words = [[" ".join(d.of(p).split()) for p in d.passages] for d in (old, new)]
        ends = [passage.span.start for passage in new.passages] + [len(new.text)]
        for block in LCSseq.opcodes(*words):
            for number in range(block.src_start, block.src_end):
                if block.tag == "equal":
                    self._same[number] = block.dest_start + number - block.src_start
                at = min(block.dest_start + number - block.src_start, block.dest_end)
                self._place[number] = ends[at]

    def find(self, quoted: Quoted) -> Found | None:
        """Find a stretch of the old text in the new one; None if nothing there is like it."""
        kept = self._kept(quoted.anchor.span)
        if kept is not None:
            return Found(kept, "same")
        return find(quoted, self._new.text, self._expected(quoted.anchor.span.start))

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _kept(self, span: Span) -> Span | None:
        """Where a stretch stands that begins and ends in passages that did not change, with the same words in it."""
        if not self._old.passages or not len(span):
            return None
        ends = []
        for offset in (span.start, span.end - 1):
            number = self._at(offset)
            same = self._same[number]
            if same is None:
                return None
            old, new = self._old.passages[number].span, self._new.passages[same].span
            ends.append(new.start + offset - old.start)
        found = Span(ends[0], ends[1] + 1) if ends[0] <= ends[1] < len(self._new.text) else None
        return found if found and found.of(self._new.text) == span.of(self._old.text) else None

    def _expected(self, offset: int) -> int:
        if not self._old.passages:
            return offset
        number = self._at(offset)
        return self._place[number] + offset - self._starts[number]


def find(quoted: Quoted, text: str, expected: int) -> Found | None:
    """Find quoted words in a text.

    Args:
        quoted: the words, with what stood around them.
        text: where they are sought.
        expected: where they should stand, in code points; of several places the nearer one is likelier.
    """
    if not quoted.exact.strip():
        return None
    places = [(place, _around(quoted, text, place)) for place in _places(quoted.exact, text)]
    if places:
        place, alike = max(
            places, key=lambda each: each[1] - 0.3 * min(1.0, abs(each[0] - expected) / max(1, len(text)))
        )
        if len(quoted.exact) >= _SHORT or alike >= _AROUND:
            length = max(
                len(quoted.exact), len(quoted.anchor.span)
            )  # of very long stretches the beginning is quoted
            return Found(Span(place, min(len(text), place + length)), "words")
    near = Span(
        max(0, min(len(text), expected) - _NEAR), min(len(text), expected + len(quoted.exact) + _NEAR)
    )
    return _like(quoted, text, near) or _like(quoted, text, Span(0, len(text)))


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _around(quoted: Quoted, text: str, place: int) -> float:
    """How far what stands around a place is what stood around the words, 0 to 1."""
    end = place + len(quoted.exact)
    before, after = text[max(0, place - len(quoted.before)) : place], text[end : end + len(quoted.after)]
    sides = [(quoted.before, before), (quoted.after, after)]
    # Context may have changed on one side: the better one counts for more.
    alike = sorted(fuzz.ratio(one, other) / 100 if one or other else 1.0 for one, other in sides)
    return 0.3 * alike[0] + 0.7 * alike[1]


def _like(quoted: Quoted, text: str, within: Span) -> Found | None:
    """The stretch most like the quoted words with what stood around them, if it is like enough."""
    exact = quoted.exact[:_LONGEST]
    sought = f"{quoted.before}{exact}{quoted.after}"
    window = within.of(text)
    found = fuzz.partial_ratio_alignment(sought, window, score_cutoff=_LIKE)
    if found is None or not window:
        return None
    start, end = found.dest_start, found.dest_end
    # What of the stretch stands for the words, and what for their context, is read off the letters both have.
    inner = _inner(sought, window[start:end], len(quoted.before), len(quoted.before) + len(exact))
    if inner is None:
        return None
    span = Span(within.start + start + inner.start, within.start + start + inner.end)
    words = span.of(text)
    span = Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
    if not len(span) or fuzz.ratio(exact, span.of(text)) < (_LIKE if len(exact) >= _SHORT else 50.0):
        return None
    return Found(span, "like")


def _inner(sought: str, found: str, start: int, end: int) -> Span | None:
    """The part of a found stretch that stands for a part of the one that was sought."""
    same = {
        block.src_start + step: block.dest_start + step
        for block in LCSseq.opcodes(sought, found)
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    }
    # Where the first or the last letter was changed too, the words reach from context to context.
    first = same.get(start, max((to for at, to in same.items() if at < start), default=-1) + 1)
    last = same.get(end - 1, min((to for at, to in same.items() if at >= end), default=len(found)) - 1)
    return Span(first, last + 1) if first <= last else None
