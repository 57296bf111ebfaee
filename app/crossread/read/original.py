"""What a document looked like before it was read: its source, or the pages of a PDF, with a passage found in it.

Everything is plain data: bytes of pixels, numbers, text. The files are opened in the process for foreign formats.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.errors import ReadError
from crossread.read.file import Reading
from crossread.read.isolation import Answer, Isolation
from crossread.read.names import quoted
from crossread.read.opened import opened
from crossread.text.document import Document
from crossread.text.form import Place
from crossread.text.span import Span

_PLAIN_READING = Reading()
_MOST_PIXELS = 50_000_000


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a picture, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is printed.

    Attributes:
        page: its index, from 0.
        pages: how many there are.
        width: in pixels.
        height: in pixels.
        pixels: row after row from the top, three bytes a pixel: red, green, blue.
        boxes: where the passage stands on it, a box a line; empty where it stands on other pages.
    """

    page: int
    pages: int
    width: int
    height: int
    pixels: bytes
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The source of a document, as a program for text would show it.

    Attributes:
        label: what it is ("Web page", "word/document.xml").
        text: of the source; long lines of XML are broken before paragraphs.
        span: where the passage stands in it, in code points; None where it could not be found.
    """

    label: str
    text: str
    span: Span | None


def has_pages(document: Document) -> bool:
    """Whether the original is shown as pages (``page_picture``), not as a source (``source_text``)."""
    return bool(document.form.places)


def page_of(document: Document, span: Span) -> int | None:
    """Index of the page on which a passage begins, from 0; None where the format has no pages."""
    place = next(_places(document, span), None)
    return place.page if place else None


def page_picture(
    document: Document, page: int, span: Span | None = None, dpi: int = 110, reading: Reading = _PLAIN_READING
) -> PagePicture:
    """A page of a document's PDF, with the boxes of a passage.

    Args:
        document: as it was read.
        page: index of the page, from 0.
        span: the passage, in the document's text.
        dpi: pixels an inch.
        reading: limits, the process to use, when to stop.

    Raises:
        ReadError: the file is gone, has changed since, or has no such page; the message says what to do.
        Cancelled: ``reading.cancelled()`` answered True.
    """
    lines = []
    for place in _places(document, span) if span else ():
        if place.page == page and span:
            start = max(span.start, place.span.start) - place.span.start
            end = min(span.end, place.span.end) - place.span.start
            lines.append([place.left, place.bottom, place.right, place.top, start, end, len(place.span)])
    answer = _ask(document, "page", reading, page=page, dpi=min(max(dpi, 20), 600), lines=lines)
    try:
        found = answer.plain
        width, height, pages = (_count(found[name]) for name in ("width", "height", "pages"))
        if len(answer.blob) != 3 * width * height:
            raise ValueError("not as many pixels as were told")
        boxes = tuple(Box(*map(float, box)) for box in found["boxes"])
        return PagePicture(page, pages, width, height, answer.blob, boxes)
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{_called(document)} could not be shown; open it again.") from error


def source_text(
    document: Document, span: Span | None = None, reading: Reading = _PLAIN_READING
) -> SourceText:
    """The source of a document, and where a passage stands in it.

    Args:
        document: as it was read.
        span: the passage, in the document's text.
        reading: limits, the process to use, when to stop.

    Raises:
        ReadError: the file is gone or has changed since, or its kind has no source to show; the message says what
            to do.
        Cancelled: ``reading.cancelled()`` answered True.
    """
    passage = span.of(document.text) if span else ""
    before = document.text.count(passage, 0, span.start) if span and passage else 0
    answer = _ask(
        document, "source", reading, passage=passage, before=before,
        offset=span.start if span else 0, text_digest=document.digest, encoding=document.provenance.encoding,
    )  # fmt: skip
    try:
        label, text, where = (answer.plain[name] for name in ("label", "text", "span"))
        if not isinstance(text, str) or (where is not None and not 0 <= where[0] <= where[1] <= len(text)):
            raise ValueError("no source")
        return SourceText(str(label), text, Span(*where) if where is not None else None)
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{_called(document)} could not be shown; open it again.") from error


def _ask(document: Document, task: str, reading: Reading, **more: Any) -> Answer:
    origin = document.provenance
    if not origin.source:
        raise ReadError(f"{_called(document)} came from no file, so that there is no original to show.")
    data = opened(Path(origin.source), reading.limits).data
    if origin.file_digest and hashlib.sha256(data).hexdigest() != origin.file_digest:
        raise ReadError(
            f"{_called(document)} has changed since it was read; open it again to see it as it is now."
        )
    try:
        with nullcontext(reading.isolation) if reading.isolation else Isolation() as isolation:
            return isolation.ask(
                task, data, Path(origin.source).name, reading.options, reading.limits,
                cancelled=reading.cancelled, part=origin.part, **more,
            )  # fmt: skip
    except ReadError as error:
        raise ReadError(f"{_called(document)} {str(error).removesuffix('.')}.") from error


def _places(document: Document, span: Span) -> Iterator[Place]:
    """The lines of a passage, in the order of the text."""
    places = document.form.places
    first = bisect_left(places, span.start, key=lambda place: place.span.end)
    for place in places[first:]:
        if place.span.start >= span.end:
            return
        if place.span.overlaps(span):
            yield place


def _count(value: Any) -> int:
    if type(value) is not int or not 0 < value <= _MOST_PIXELS:
        raise ValueError("no count")
    return value


def _called(document: Document) -> str:
    return quoted(document.provenance.part or document.source or document.name)
