"""One row of the Facts view set in type."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from crossread.present.factgrid import FactCell, FactRow
from crossread.present.marks import Mark
from crossread.quantities.fact import Verdict
from crossread.text.span import Span
from crossread.ui.facts.table import capital
from crossread.ui.grid.block_layout import BlockLayout, ink_range
from crossread.ui.grid.blocks import Block
from crossread.ui.grid.look import Look, colour
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.names import one_line

_BETWEEN = ", "
VALUES_BETWEEN = "\u00a0· "
"""Between the values of one cell: no line begins with the dot."""
_LABEL, _SMALL, _SOURCES = 12.5, 12.0, 11.5  # pixels
BADGE = 15.0

Overlay = tuple[Span, QColor, QColor]
"""Characters to lay ink and ground on."""


class CellLayout:
    """What one document says of a fact: its words in boxes, below them the values understood.

    Attributes:
        text: the words, one value after another.
        spans: where in it each value stands.
        height: in logical pixels.
    """

    __slots__ = ("_block", "_value", "height", "spans", "text", "value")

    def __init__(self, cell: FactCell, verdicts: Sequence[Verdict | None], look: Look, width: float) -> None:
        words = [_held_together(one_line(entry.words), look, width) for entry in cell.entries]
        self.text = _BETWEEN.join(words)
        spans, start = [], 0
        for word in words:
            spans.append(Span(start, start + len(word)))
            start += len(word) + len(_BETWEEN)
        self.spans = tuple(spans)
        marks = [
            Mark(span, "contradiction" if verdict == "contradiction" else "number")
            for span, verdict in zip(spans, verdicts, strict=True)
        ]
        block = Block(Span(0, len(self.text)))
        self._block = BlockLayout(self.text, block, MarkIndex(marks), look, width)
        values = dict.fromkeys(entry.understood for entry in cell.entries if entry.understood)
        self.value = VALUES_BETWEEN.join(values)
        self._value = Paragraph(self.value, look.label(_SMALL), width)
        self.height = self._block.height + (3 * look.scale + self._value.height if self.value else 0.0)

    def paint(
        self, painter: QPainter, at: QPointF, look: Look, found: Iterable[Overlay], below: Iterable[Overlay]
    ) -> None:
        """Paint words and values; ``found`` and ``below`` are what was sought in either."""
        painter.setPen(colour(look.palette.ink))
        self._block.paint(painter, at, found)
        painter.setPen(colour(look.palette.dim))
        below_words = at + QPointF(-look.inset, self._block.height + 3 * look.scale)
        self._value.paint(painter, below_words, below)

    def rects(self, number: int) -> list[QRectF]:
        """Where a value's words stand, line by line, from the cell's text's top left corner."""
        return self._block.rects(self.spans[number])

    def number_at(self, x: float, y: float) -> int | None:
        """The value whose words stand under a point, or None."""
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
    """How much of a fact's width the number of its finding takes."""
    return QFontMetricsF(look.label(_SMALL)).horizontalAdvance("88") + 6


class RowLayout:
    """One row: the fact at the left, a cell for each column in sight.

    Attributes:
        row: the fact.
        cells: by the position of their columns in sight; None where the document says nothing.
        height: of the tallest, with the room around it.
    """

    __slots__ = ("_explanation", "_label", "_look", "cells", "height", "row")

    def __init__(
        self,
        row: FactRow,
        verdicts: Sequence[Sequence[Verdict | None]],
        columns: Sequence[int],
        look: Look,
        widths: tuple[float, float],
    ) -> None:
        head, text = widths
        self.row, self._look = row, look
        label = capital(one_line(row.label))
        sources = "" if row.sources == 1 else f" {row.sources}\u00a0sources"
        palette = look.palette
        dim = ink_range(len(label), len(label) + len(sources), colour(palette.dim))
        dim.format.setFont(look.label(_SOURCES))
        font = look.label(_LABEL, QFont.Weight.DemiBold)
        indent = (BADGE + 6) * min(max(look.scale, 0.85), 1.6) if row.badge else 0.0
        self._label = Paragraph(label + sources, font, head - number_room(look), indent, [dim])
        self._explanation = Paragraph(one_line(row.explanation), look.label(_SMALL), head)
        self.cells = tuple(
            CellLayout(row.cells[column], verdicts[column], look, text) if row.cells[column].entries else None
            for column in columns
        )
        above = self._label.height + (4 + self._explanation.height if row.explanation else 0)
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
    def badge(self) -> QRectF:
        """Where the badge belongs, from the head's top left corner."""
        size = BADGE * min(max(self._look.scale, 0.85), 1.6)
        return QRectF(0, (self._label.line - size) / 2, size, size)

    @property
    def label_text(self) -> str:
        """The label as set, with the count of sources."""
        return self._label.text

    @property
    def explanation_text(self) -> str:
        """The explanation as set."""
        return self._explanation.text
