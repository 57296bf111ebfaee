"""One row of a table set in type."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from crossread.text.shown import one_line
from crossread.text.span import Span
from crossread.ui.grid.block_layout import BlockLayout, ink_range
from crossread.ui.grid.blocks import Block
from crossread.ui.grid.look import Look, colour
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.table.table import Entry, Table, capital

_LABEL, _SMALL, _ASIDE = 12.5, 12.0, 11.5  # pixels
BADGE = 15.0

Overlay = tuple[Span, QColor, QColor]
"""Characters to lay ink and ground on."""


class CellLayout:
    """What one document says in a row: its words with their marks, and a line in small type below them.

    Attributes:
        text: the words, one entry after another.
        spans: where in it each entry stands.
        below: the line in small type.
        height: in logical pixels.
    """

    __slots__ = ("_below", "_block", "_inset", "below", "height", "spans", "text")

    def __init__(self, table: Table, item: int, column: int, look: Look, width: float) -> None:
        entries = range(len(table.cell(item, column).entries))
        shown = [table.shown_words(Entry(item, column, number)) for number in entries]
        words = [_held_together(one_line(each), look, width) for each in shown]
        self.text = table.between.join(words)
        spans, start = [], 0
        for word in words:
            spans.append(Span(start, start + len(word)))
            start += len(word) + len(table.between)
        self.spans = tuple(spans)
        marks = [
            replace(mark, span=Span(span.start + mark.span.start, span.start + mark.span.end))
            for number, span in enumerate(spans)
            for mark in table.marks(Entry(item, column, number))
        ]
        block = Block(Span(0, len(self.text)))
        self._block = BlockLayout(self.text, block, MarkIndex(marks), look, width)
        self.below = table.below(item, column)
        self._inset = look.inset if table.boxed else 0.0
        self._below = Paragraph(self.below, look.label(_SMALL), width)
        self.height = self._block.height + (3 * look.scale + self._below.height if self.below else 0.0)

    def paint(
        self, painter: QPainter, at: QPointF, look: Look, found: Iterable[Overlay], below: Iterable[Overlay]
    ) -> None:
        """Paint words and the line below; ``found`` and ``below`` are what was sought in either."""
        painter.setPen(colour(look.palette.ink))
        self._block.paint(painter, at, found)
        painter.setPen(colour(look.palette.dim))
        below_words = at + QPointF(-self._inset, self._block.height + 3 * look.scale)
        self._below.paint(painter, below_words, below)

    def rects(self, number: int) -> list[QRectF]:
        """Where an entry's words stand, line by line, from the cell's text's top left corner."""
        return self._block.rects(self.spans[number])

    def number_at(self, x: float, y: float) -> int | None:
        """The entry whose words stand under a point, or None."""
        offset = self._block.character_at(x, y)
        if offset is None:
            return None
        return next((i for i, span in enumerate(self.spans) if span.start <= offset < span.end), None)


def _held_together(words: str, look: Look, width: float) -> str:
    """The words as they break over no line, if one line holds them."""
    fits = look.metrics.horizontalAdvance(words) + 3 * look.inset <= width
    return words.replace(" ", "\u00a0") if fits else words


class Paragraph:
    """A few words of the sans, broken into lines.

    Args:
        text: the words.
        font: how they are set.
        width: of the lines.
        indent: room before the first line.
        parts: from character to character in another ink or weight.
    """

    __slots__ = ("_layout", "height", "line", "text")

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        indent: float = 0.0,
        parts: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        self.text = text
        self._layout = QTextLayout(text, font)
        self._layout.setFormats(list(parts))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        y, self.line = 0.0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width - indent, 1.0))
            self.line = line.height() * 1.13
            line.setPosition(QPointF(indent, y + (self.line - line.height()) / 2))
            y += self.line
            indent = 0.0
        self._layout.endLayout()
        self.height = y if text else 0.0

    def paint(self, painter: QPainter, at: QPointF, overlays: Iterable[Overlay] = ()) -> None:
        """Paint it with the painter's pen."""
        ranges = []
        for span, ink, ground in overlays:
            form = ink_range(span.start, span.end, ink)
            form.format.setBackground(ground)
            ranges.append(form)
        self._layout.draw(painter, at, ranges)


def number_room(look: Look) -> float:
    """How much of the rows' own column the number of a finding takes."""
    return QFontMetricsF(look.label(_SMALL)).horizontalAdvance("88") + 6


class RowLayout:
    """One row: what it is about at the left, a cell for each column in sight.

    Attributes:
        row: what is set.
        cells: by the position of their columns in sight; None where the document says nothing.
        spread: the positions in sight that the words of the only speaking document run over, if they do.
        height: of the tallest, with the room around it.

    Args:
        table: of which it is a row.
        item: its number.
        columns: the columns in sight.
        look: how it is set.
        widths: of the rows' own column, of the words in a column, of words that run over several.
        spread: the positions in sight that words run over.
    """

    __slots__ = ("_explanation", "_label", "_look", "cells", "height", "row", "spread")

    def __init__(
        self,
        table: Table,
        item: int,
        columns: Sequence[int],
        look: Look,
        widths: tuple[float, float, float],
        spread: range | None = None,
    ) -> None:
        head, text, wide = widths
        self.spread = spread
        self.row, self._look = table.rows[item], look
        label, aside = label_of(table, item), table.aside(item)
        dim = ink_range(len(label), len(label) + len(aside) + 1, colour(look.palette.dim))
        dim.format.setFont(look.label(_ASIDE))
        font = look.label(_LABEL, QFont.Weight.DemiBold)
        indent = (BADGE + 6) * min(max(look.scale, 0.85), 1.6) if self.row.badge else 0.0
        said = f"{label} {aside}" if aside else label
        self._label = Paragraph(said, font, head - number_room(look), indent, [dim])
        self._explanation = Paragraph(one_line(self.row.explanation), look.label(_SMALL), head)
        self.cells = tuple(
            CellLayout(table, item, column, look, wide if spread and position in spread else text)
            if table.cell(item, column).entries
            else None
            for position, column in enumerate(columns)
        )
        above = self._label.height + (4 + self._explanation.height if self.row.explanation else 0)
        tallest = max((cell.height for cell in self.cells if cell), default=float(look.line))
        self.height = max(above, tallest) + 2 * look.pad + 1

    def paint_head(
        self, painter: QPainter, at: QPointF, label: Iterable[Overlay], explanation: Iterable[Overlay]
    ) -> None:
        """Paint label and explanation; the badge is painted by whoever knows its colours."""
        palette = self._look.palette
        painter.setPen(colour(palette.ink))
        self._label.paint(painter, at, label)
        painter.setPen(colour(palette.dim))
        self._explanation.paint(painter, at + QPointF(0, self._label.height + 4), explanation)

    @property
    def speaking(self) -> int:
        """The position of the first document in sight that says something."""
        return next(position for position, cell in enumerate(self.cells) if cell)

    @property
    def badge(self) -> QRectF:
        """Where the badge belongs, from the head's top left corner."""
        size = BADGE * min(max(self._look.scale, 0.85), 1.6)
        return QRectF(0, (self._label.line - size) / 2, size, size)


def label_of(table: Table, item: int) -> str:
    """A row's label as it is set."""
    return capital(one_line(table.rows[item].label))
