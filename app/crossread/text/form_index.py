"""The form of a text, found by place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from crossread.text.form import Form, Heading, ListItem, Page, Styled, Table
from crossread.text.span import Span
from crossread.text.span_index import SpanIndex

_ROWS_MEASURED = 300  # of a table; more would say little about how wide its columns are


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """How much room a column of a table needs.

    Attributes:
        longest: code points of its longest cell.
        word: code points of its longest word.
        figures: it holds figures throughout, the first row apart, so that they belong flush right.
    """

    longest: int
    word: int
    figures: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        span: from its first cell to its last.
        cells: from left to right, empty ones as empty spans.
        table: number of its table in the form.
        number: its own in the table, from 0.
    """

    span: Span
    cells: tuple[Span, ...]
    table: int
    number: int


class FormIndex:
    """What the form says of any stretch of its text.

    Args:
        form: of the text.
        text: the whole text.
    """

    def __init__(self, form: Form, text: str) -> None:
        self._form, self._text = form, text
        self._shapes: dict[int, tuple[ColumnShape, ...]] = {}

    @cached_property
    def styles(self) -> SpanIndex[Styled]:
        """What stands out."""
        return SpanIndex(self._form.styles)

    @cached_property
    def _headings(self) -> SpanIndex[Heading]:
        return SpanIndex(self._form.headings)

    @cached_property
    def _items(self) -> SpanIndex[ListItem]:
        return SpanIndex(self._form.items)

    @cached_property
    def _pages(self) -> SpanIndex[Page]:
        return SpanIndex(self._form.pages)

    @cached_property
    def _rows(self) -> SpanIndex[TableRow]:
        return SpanIndex(
            TableRow(Span(row[0].start, row[-1].end), row, table, number)
            for table, of in enumerate(self._form.tables)
            for number, row in enumerate(of.rows)
            if row
        )

    def level(self, span: Span) -> int:
        """The level of the heading that holds this stretch, or 0."""
        return next((heading.level for heading in self._headings.overlapping(span)), 0)

    def item(self, span: Span) -> ListItem | None:
        """The paragraph of a list that holds this stretch."""
        return next(self._items.overlapping(span), None)

    def row(self, span: Span) -> TableRow | None:
        """The row of a table that this stretch is, or that holds it."""
        return next((row for row in self._rows.overlapping(span) if row.span.contains(span)), None)

    def page(self, span: Span) -> Page | None:
        """The page on which this stretch begins."""
        return next(self._pages.overlapping(Span(span.start, span.start + 1)), None)

    def columns(self, row: TableRow) -> tuple[ColumnShape, ...]:
        """How much room the columns of a row's table need; as many as its longest row has cells."""
        if row.table not in self._shapes:
            self._shapes[row.table] = _shapes(self._form.tables[row.table], self._text)
        return self._shapes[row.table]


def _shapes(table: Table, text: str) -> tuple[ColumnShape, ...]:
    rows = [[cell.of(text) for cell in row] for row in table.rows[:_ROWS_MEASURED]]
    width = max((len(row) for row in rows), default=0)
    return tuple(_shape([row[n] for row in rows if n < len(row)]) for n in range(width))


def _shape(cells: Sequence[str]) -> ColumnShape:
    words = (len(word) for cell in cells for word in cell.split())
    body = [cell for cell in cells[1:] if cell.strip()]
    return ColumnShape(
        max((len(cell) for cell in cells), default=0),
        max(words, default=0),
        bool(body) and all(_is_figure(cell) for cell in body),
    )


def _is_figure(cell: str) -> bool:
    letters = sum(character.isalpha() for character in cell)
    return any(character.isdecimal() for character in cell) and letters <= 3 and len(cell) <= 24
