"""A spun text read back with the likely originals put in."""

from dataclasses import dataclass

from crossread.spin.verdict import Spin
from crossread.text.document import Document
from crossread.text.span import Span


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of a spun text with its repair.

    Attributes:
        text: the repaired text.
        places: for each word put in, its span in the spun document and its span in ``text``.
    """

    text: str
    places: tuple[tuple[Span, Span], ...]


def repaired(document: Document, spin: Spin, span: Span | None = None) -> Repair:
    """The document, or a stretch of it, with the likeliest originals in the place of what was swapped.

    Args:
        document: a spun one; any other comes back as it is.
        spin: what was found.
        span: the stretch; all of the text by default.
    """
    stretch = span or Span(0, len(document.text))
    parts: list[str] = []
    places = []
    at, length = stretch.start, 0
    marks = (m for m in spin.spans if m.document == document.id and m.original and stretch.contains(m.span))
    for mark in sorted(marks, key=lambda mark: mark.span):
        between = document.text[at : mark.span.start]
        parts += [between, mark.original[0]]
        start = length + len(between)
        length = start + len(mark.original[0])
        places.append((mark.span, Span(start, length)))
        at = mark.span.end
    parts.append(document.text[at : stretch.end])
    return Repair("".join(parts), tuple(places))
