"""Paints the part of a table that is in sight."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from crossread.ui.grid.look import colour, faintly
from crossread.ui.grid.mark_painting import paint_ring
from crossread.ui.grid.painting import BAR, paint_silence
from crossread.ui.styling.paint import paint_verdict
from crossread.ui.table.row_layout import CellLayout, Overlay, RowLayout
from crossread.ui.table.search import Hit, Part
from crossread.ui.table.sheet import HEAD, TableSheet
from crossread.ui.table.table import SAYS_NOTHING, Entry
from crossread.ui.widgets.letters import paint_letter


@dataclass(slots=True)
class Shown:
    """What the reader has done to the table, as far as it is painted.

    Attributes:
        item: number of the selected row, or None.
        column: number of the column that keys go to; HEAD for the row's own.
        number: of the entry in that cell that keys go to.
        keyed: show where keys go to.
        chosen: entries picked for something to be done with them.
        hits: what was sought, by row.
        current: the hit the reader is at.
    """

    item: int | None = None
    column: int = HEAD
    number: int = 0
    keyed: bool = False
    chosen: frozenset[Entry] = frozenset()
    hits: dict[int, list[Hit]] = field(default_factory=dict)
    current: Hit | None = None


class TablePainter:
    """Paints a sheet.

    Args:
        painter: its origin is the sheet's top left corner, scrolled.
        sheet: what to paint; what is in sight must have been laid out.
        shown: what the reader has done to it.
        sight: the part to paint, in coordinates of the sheet.
    """

    def __init__(self, painter: QPainter, sheet: TableSheet, shown: Shown, sight: QRectF) -> None:
        self._painter, self._sheet, self._shown, self._sight = painter, sheet, shown, sight
        self._look, self._palette = sheet.look, sheet.look.palette

    def paint(self) -> None:
        """Paint all of it."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.fillRect(self._sight, colour(self._palette.pane))
        stack = self._sheet.stack
        if not len(stack):
            return
        item = stack.index_at(self._sight.top())
        while item < len(stack) and stack.top(item) < self._sight.bottom():
            self._row(item)
            item += 1

    def _row(self, item: int) -> None:
        sheet, painter, palette = self._sheet, self._painter, self._palette
        area, layout = sheet.area(item), sheet.row(item)
        selected = item == self._shown.item
        if sheet.band_of(item):
            self._band(QRectF(0, sheet.stack.top(item), area.width(), sheet.band), sheet.table.band(item))
        ground = palette.selection if selected else palette.pane
        painter.fillRect(area, colour(ground))
        line = colour(palette.line)
        for position, column in enumerate(sheet.columns.shown):
            if layout.spread and position in layout.spread and position != layout.speaking:
                continue
            box = sheet.box(item, position)
            self._cell(item, column, position, layout.cells[position], ground)
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), line)
        self._head(item, layout)
        painter.fillRect(QRectF(0, area.bottom() - 1, area.width(), 1), line)
        if selected:
            painter.fillRect(QRectF(0, area.top(), BAR, area.height() - 1), colour(palette.selection_bar))
            if self._shown.keyed:
                self._keyed(item)

    def _band(self, area: QRectF, words: str) -> None:
        painter, palette = self._painter, self._palette
        painter.fillRect(area, colour(palette.ground))
        painter.fillRect(QRectF(0, area.bottom() - 1, area.width(), 1), colour(palette.line))
        painter.setFont(self._look.label(12, QFont.Weight.DemiBold))
        painter.setPen(colour(palette.dim))
        place = area.adjusted(self._look.pad + 4, 0, -self._look.pad, -1)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _head(self, item: int, layout: RowLayout) -> None:
        at = QPointF(self._look.pad + 4, self._sheet.text_top(item))
        if layout.row.badge:
            paint_verdict(self._painter, layout.badge.translated(at), self._palette, layout.row.badge)
        self._number(item)
        hits = self._hits(item, HEAD)
        layout.paint_head(
            self._painter,
            at,
            self._overlays(hits, "label"),
            self._overlays(hits, "explanation"),
        )

    def _number(self, item: int) -> None:
        """The number of the row's finding, as its card beside the Grid shows it."""
        number = self._sheet.table.number(item)
        if number is None:
            return
        font = self._look.label(12)
        metrics = QFontMetricsF(font)
        right = self._sheet.columns.edges[0] - self._look.pad
        self._painter.setFont(font)
        self._painter.setPen(colour(self._palette.dim))
        at = QPointF(
            right - metrics.horizontalAdvance(f"{number:,}"),
            self._sheet.text_top(item) + metrics.ascent() + 1,
        )
        self._painter.drawText(at, f"{number:,}")

    def _cell(self, item: int, column: int, position: int, cell: CellLayout | None, ground: str) -> None:
        sheet, painter, palette = self._sheet, self._painter, self._palette
        box = sheet.box(item, position)
        if cell is None:
            paint_silence(painter, box.intersected(self._sight), faintly(ground, palette.line, 0.05))
            if words := sheet.table.silence(item, column):
                self._silent(box, words)
            return
        tint = sheet.table.tint(item, column)
        if tint is not None:
            painter.fillRect(box.adjusted(1, 0, 0, -1), colour(self._look.of(tint).ground))
        painter.save()
        painter.setClipRect(box.intersected(self._sight))
        at = QPointF(sheet.text_left(item, position), sheet.text_top(item))
        letter = sheet.letter(item)
        if letter is not None:
            paint_letter(painter, letter, palette, sheet.table.cell(item, column).document)
        hits = self._hits(item, column)
        cell.paint(painter, at, self._look, self._overlays(hits, "words"), self._overlays(hits, "below"))
        for number in range(len(cell.spans)):
            if Entry(item, column, number) in self._shown.chosen:
                self._outline(Entry(item, column, number), palette.ink)
        painter.restore()

    def _silent(self, box: QRectF, words: str) -> None:
        painter, look = self._painter, self._look
        font = look.label(12)
        metrics = QFontMetricsF(font)
        room = box.width() - 2 * look.pad
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        if metrics.horizontalAdvance(words) > room and words == SAYS_NOTHING:
            return
        painter.setFont(font)
        painter.setPen(colour(self._palette.dim))
        at = QPointF(box.left() + look.pad + 2, box.top() + look.pad + look.drop)
        painter.drawText(at, said)

    def _keyed(self, item: int) -> None:
        """Show which entry keys go to: a ring around it, or a frame around a cell without any."""
        sheet, shown = self._sheet, self._shown
        position = HEAD if shown.column == HEAD else sheet.columns.position_of(shown.column)
        if position is None:
            return
        if position != HEAD and sheet.table.cell(item, shown.column).entries:
            self._outline(Entry(item, shown.column, shown.number), self._palette.selection_bar)
            return
        self._painter.setPen(self._look.pen(self._palette.selection_bar, 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(sheet.box(item, position).adjusted(1.5, 1, -1.5, -2))

    def _outline(self, entry: Entry, name: str) -> None:
        inset = self._look.inset
        rects = [rect.adjusted(-inset, 1, -1.5, -1) for rect in self._sheet.rects(entry)]
        if name == self._palette.selection_bar:
            paint_ring(self._painter, self._look, rects)
            return
        self._painter.setPen(self._look.pen(name, 2.0))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in rects:
            self._painter.drawRoundedRect(rect, 3, 3)

    # What was sought

    def _hits(self, item: int, column: int) -> list[Hit]:
        return [hit for hit in self._shown.hits.get(item, ()) if hit.column == column]

    def _overlays(self, hits: Sequence[Hit], part: Part) -> list[Overlay]:
        found = []
        for hit in hits:
            if hit.part == part:
                colours = self._palette.found
                found.append((hit.span, colour(colours.ink), colour(colours.ground)))
        return found
