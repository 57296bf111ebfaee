"""One block set in type."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from crossread.text.form import Styled
from crossread.text.span import Span
from crossread.ui.grid.blocks import Block
from crossread.ui.grid.form_formats import style_ranges
from crossread.ui.grid.look import Look, colour
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.grid.mark_painting import (
    BOXED,
    Stretch,
    boxed,
    formats,
    layered,
    paint_over,
    paint_under,
    rooms,
)
from crossread.ui.grid.table_columns import TableColumn, table_columns
from crossread.ui.offsets import Offsets, cursor_x

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_END_SPACES = " \u200b\u00a0\u3000"


def reads_right_to_left(text: str) -> bool:
    """Whether the first character with a direction of its own goes from right to left."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


class BlockLayout:
    """A block broken into lines, with its marks.

    Attributes:
        block: what is set.
        text: the characters that are shown, as many as the block's span is long.
        height: of all lines, in logical pixels.

    Args:
        text: the whole text of the document.
        block: what of it is set.
        marks: of the document.
        look: fonts, measures and colours.
        width: that lines may have, in logical pixels.
        styles: what stands out in the block, as the document's form says.
    """

    __slots__ = (
        "_columns",
        "_hanging",
        "_layout",
        "_look",
        "_mixed",
        "_offsets",
        "_places",
        "_rooms",
        "_rtl",
        "_stretches",
        "_styles",
        "_tops",
        "block",
        "height",
        "text",
    )

    def __init__(
        self,
        text: str,
        block: Block,
        marks: MarkIndex,
        look: Look,
        width: float,
        styles: Iterable[Styled] = (),
    ) -> None:
        self.block = block
        self.text, self._hanging = block.shown(text)
        self._look = look
        self._rtl = reads_right_to_left(self.text)
        self._columns: tuple[TableColumn, ...] = ()
        if len(block.cells) and not self._rtl:
            self._columns = table_columns(block.columns, width, look.character)
            self.text = block.in_cells(self.text) if self._columns else self.text
        self._offsets = Offsets(self.text)
        self._styles = tuple(styles)
        self._tops: list[float] = []  # of the lines
        self._mixed = not self.text.isascii() and bool(_RIGHT_TO_LEFT.search(self.text))
        self._stretches = layered(
            [
                Stretch(*self.units(mark.span), mark, mark.span.end <= block.span.end)
                for mark in marks.overlapping(block.span)
                if mark.kind in look.kinds
            ]
        )
        self._places: list[tuple[Stretch, list[QRectF]]] | None = None  # once it has been painted
        self._rooms = rooms(self._stretches, look, self._rtl)
        self._layout = self._prepared()
        self.height = self._break_lines(width)

    def _prepared(self) -> QTextLayout:
        look, block = self._look, self.block
        layout = QTextLayout(
            self.text, look.heading_at(block.level) if block.kind == "heading" else look.reading
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        direction = Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        if self._rtl:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        ranges = style_ranges([(*self.units(styled.span), styled.style) for styled in self._styles], look)
        ranges += formats(self._stretches, look, self._offsets.units, self._rtl)
        if block.kind == "boilerplate":
            ranges.insert(0, ink_range(0, self._offsets.units, colour(look.palette.dim)))
        layout.setFormats(ranges)
        return layout

    def _break_lines(self, width: float) -> float:
        """Set the lines on an even grid of baselines, whatever fonts they need."""
        if self._columns:
            return self._break_cells()
        look, block, number = self._look, self.block, 0
        margin = self._badge_margin()
        indent = 0.0
        if block.kind == "list item" and not block.cells:
            indent = min((max(block.level, 1) - 1 + block.goes_on) * look.step, width / 2)
        hanging = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width - indent - hanging - margin, 1.0))
            left = margin if self._rtl else indent + hanging
            self._put(line, left, number * look.line)
            if number == 0 and self._hanging:
                edge = cursor_x(line, self._offsets.to_units(self._hanging))
                hanging = min(width - indent - edge if self._rtl else edge - indent, width / 3)
            number += 1
        self._layout.endLayout()
        return float(max(number, 1) * look.line)

    def _break_cells(self) -> float:
        """Set the cells of a table's row beside one another, each in its column."""
        look, tallest = self._look, 1
        starts = [self.units(cell)[0] for _, cell in self.block.cells]
        count = dict.fromkeys(range(len(starts)), 0)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            number = max(bisect_right(starts, line.textStart()) - 1, 0)
            column = self._columns[self.block.cells[number][0]]
            line.setLineWidth(max(column.width, 1.0))
            spare = column.width - line.naturalTextWidth() if column.right else 0.0
            self._put(line, column.left + max(spare, 0.0), count[number] * look.line)
            count[number] += 1
            tallest = max(tallest, count[number])
        self._layout.endLayout()
        return float(tallest * look.line)

    def _put(self, line: QTextLine, left: float, top: float) -> None:
        """Set a line so that its baseline lies on the grid."""
        self._tops.append(top)
        line.setPosition(QPointF(left, top + self._look.drop - line.ascent()))

    def _badge_margin(self) -> float:
        """From right to left a badge's room lies in the space behind it, which a line's end swallows."""
        signed = self._rtl and any(s.mark.badge and s.mark.kind in BOXED for s in self._stretches)
        return self._look.badge + self._look.inset if signed else 0.0

    @property
    def width(self) -> float:
        """How wide the block need be for its lines to stay as they are."""
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        if self._rtl:
            return self._badge_margin() + max((line.naturalTextWidth() for line in lines), default=0.0) + 1
        return max((line.naturalTextRect().right() for line in lines), default=0.0)

    def units(self, span: Span) -> tuple[int, int]:
        """A span of the document, cut to this block, in units of the layout."""
        start = self.block.span.start
        return self._offsets.to_units(span.start - start), self._offsets.to_units(span.end - start)

    def paint(
        self, painter: QPainter, origin: QPointF, painted: Iterable[tuple[Span, QColor, QColor]] = ()
    ) -> None:
        """Paint text and marks.

        Args:
            painter: where to paint; its pen is the ink.
            origin: of the block's top left corner.
            painted: stretches of the document to lay on top, with their ink and ground.
        """
        look, ink = self._look, painter.pen()
        if self._places is None:
            self._places = [(stretch, self._of(stretch)) for stretch in self._stretches]
        painter.translate(origin)
        for stretch, lines in self._places:
            paint_under(painter, look, stretch, lines, self._rtl)
        overlays = []
        for span, text_ink, ground in painted:
            start, end = self.units(span)
            if start < end:
                for line in self._lines(start, end, spaces=True):
                    painter.fillRect(line, ground)
                overlays.append(ink_range(start, end, text_ink))
        if self._columns:
            last = self._columns[-1]
            rule = QRectF(0, self.height - 0.5, last.left + last.width, 1)
            painter.fillRect(rule, colour(look.palette.line))
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(), overlays)
        for stretch, lines in self._places:
            paint_over(painter, look, stretch, lines, self._rtl)
        painter.translate(-origin)
        painter.setPen(ink)

    def _of(self, stretch: Stretch) -> list[QRectF]:
        """The lines of a marked stretch; no underline runs on under the badge of a box."""
        lines = self._lines(stretch.start, stretch.end)
        room = 0.0 if self._rtl or stretch.mark.kind in BOXED else self._rooms.get(stretch.end - 1, 0.0)
        if lines and room:
            lines[-1].setRight(lines[-1].right() - room)
        return lines

    def rects(self, span: Span) -> list[QRectF]:
        """Where a stretch of the document stands, line by line, from the block's top left corner."""
        return self._lines(*self.units(span))

    def outlines(self, span: Span) -> list[QRectF]:
        """The rings around a stretch, line by line; around the box of a mark that ends with it."""
        start, end = self.units(span)
        lines = self._lines(start, end)
        box = next((s for s in self._stretches if s.mark.kind in BOXED and s.end == end), None)
        if box is None:
            return [line.adjusted(-2, -0.5, 2, 0.5) for line in lines]
        boxes = [boxed(line, self._look, box, line is lines[-1], self._rtl) for line in lines]
        return [outline.adjusted(-2, -1.5, 2, 1.5) for outline in boxes]

    def _lines(self, start: int, end: int, spaces: bool = False) -> list[QRectF]:
        """The places of the characters ``start`` to ``end`` (units), one for each line they stand on."""
        look, layout, found = self._look, self._layout, []
        if start >= end:
            return []
        first = layout.lineForTextPosition(start).lineNumber()
        for number in range(first, layout.lineCount()):
            line = layout.lineAt(number)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low >= end:
                break
            if not spaces and high < end:
                high = self._without_end_spaces(low, high)
            if low < high:
                left, right = self._extent(line, low, high)
                found.append(QRectF(left, self._tops[number], right - left, look.line))
        return found

    def _without_end_spaces(self, low: int, high: int) -> int:
        text = self.text[self._offsets.to_points(low) : self._offsets.to_points(high)]
        return high - (len(text) - len(text.rstrip(_END_SPACES)))

    def _extent(self, line: QTextLine, low: int, high: int) -> tuple[float, float]:
        """Left and right edge; where directions are mixed, of all the pieces that the stretch falls into."""
        if not self._mixed:
            return cursor_x(line, low), cursor_x(line, high)
        boxes = [run.boundingRect() for run in line.glyphRuns(low, high - low)]
        boxes = [box for box in boxes if box.width()]
        if not boxes:
            edges = sorted((cursor_x(line, low), cursor_x(line, high)))
            return edges[0], edges[1]
        return min(box.left() for box in boxes), max(box.right() for box in boxes)

    def line_top(self, offset: int) -> float:
        """Where the line on which a character of the document stands begins."""
        unit = self._offsets.to_units(offset - self.block.span.start)
        line = self._layout.lineForTextPosition(unit)
        return self._tops[line.lineNumber()] if line.isValid() else 0.0

    def _line_at(self, x: float, y: float) -> QTextLine:
        """The line that is nearest to a point of the block."""
        if not self._columns:
            number = min(max(int(y // self._look.line), 0), self._layout.lineCount() - 1)
            return self._layout.lineAt(number)
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        lefts = [line.x() for line in lines]
        beside = max((left for left in lefts if left <= x), default=min(lefts))
        edge = max((column.left for column in self._columns if column.left <= beside + 0.5), default=0.0)
        own = [n for n, left in enumerate(lefts) if edge - 0.5 <= left <= beside + 0.5] or [0]
        return lines[min(own, key=lambda n: abs(self._tops[n] + self._look.line / 2 - y))]

    def offset_at(self, x: float, y: float) -> int:
        """The offset in the document that is nearest to a point of the block."""
        line = self._line_at(x, y)
        if self._mixed:
            # Qt's own answer is wrong by the room of a badge that the end of such a line has swallowed.
            units = range(line.textStart(), line.textStart() + line.textLength() + 1)
            unit = min(units, key=lambda unit: abs(cursor_x(line, unit) - x))
        else:
            unit = line.xToCursor(x)
        return self.block.span.start + self._offsets.to_points(unit)

    def character_at(self, x: float, y: float) -> int | None:
        """The offset of the very character under a point of the block, or None beside the text."""
        if not 0 <= y < self.height or not self._layout.lineCount():
            return None
        line = self._line_at(x, y)
        if not 0 <= y - self._tops[line.lineNumber()] < self._look.line:
            return None
        box = line.naturalTextRect()
        if not box.left() - self._look.inset <= x <= box.right() + self._look.inset:
            return None
        if self._mixed:
            units = range(line.textStart(), line.textStart() + line.textLength())
            unit = min(units, key=lambda unit: abs(cursor_x(line, unit) + cursor_x(line, unit + 1) - 2 * x))
        else:
            unit = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(self.block.span.start + self._offsets.to_points(unit), self.block.span.end - 1)


def ink_range(start: int, end: int, ink: QColor) -> QTextLayout.FormatRange:
    """A format that colours the text from ``start`` to ``end`` (units)."""
    found = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setForeground(ink)
    found.start, found.length, found.format = start, end - start, form
    return found
