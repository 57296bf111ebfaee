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
class Form:
    """The form of a text, each list in the order of the text; empty for plain text."""

    styles: tuple[Styled, ...] = ()
    headings: tuple[Heading, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    items: tuple[ListItem, ...] = ()
