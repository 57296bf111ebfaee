"""What the format of a file says of the form of its text: emphasis, headings, lists, tables, pages."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

Style = Literal["strong", "emphasis", "underline", "strike", "superscript", "subscript", "code", "link"]


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of text that stands out; stretches may overlap where styles differ."""

    span: Span
    style: Style


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level, from 1 for the title down to 6."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """A paragraph of a list, with the bullet or number that stands before it in the text.

    Attributes:
        span: of the paragraph, its bullet included.
        level: 1 in an outermost list, one more in each list inside it.
    """

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows from top to bottom, the cells of each from left to right, empty ones as empty spans."""

    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paged format.

    Attributes:
        label: what is printed on it or else its number from 1.
        span: the text that stands on it.
    """

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of the text stands on a page.

    Attributes:
        span: the line as it came into the text.
        page: index of the page, from 0.
        left: of its box, in points (1/72 inch) from the page's lower left corner; so are the others.
        bottom: of its box.
        right: of its box.
        top: of its box.
    """

    span: Span
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Cue:
    """When a stretch of subtitles is shown.

    Attributes:
        span: what is shown.
        begins: milliseconds from the start of the film.
        ends: milliseconds from the start of the film.
    """

    span: Span
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text, each list in the order of the text; empty for plain text.

    Attributes:
        styles: emphasis.
        headings: with their levels.
        tables: with their rows and cells.
        pages: with what stands on each.
        items: of lists, with their depths.
        places: where each line stands on its page.
        cues: the times of subtitles.
    """

    styles: tuple[Styled, ...] = ()
    headings: tuple[Heading, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    items: tuple[ListItem, ...] = ()
    places: tuple[Place, ...] = ()
    cues: tuple[Cue, ...] = ()
