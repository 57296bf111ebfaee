"""Paints the part of a sheet that is in sight."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from crossread.comparison import Place
from crossread.present.arrangement import Ghost
from crossread.text.span import Span
from crossread.ui.grid.firmness_painting import WIDTH, paint_scale
from crossread.ui.grid.hand_painting import ByHand, paint_by_hand
from crossread.ui.grid.look import colour, faintly
from crossread.ui.grid.mark_painting import paint_ring
from crossread.ui.grid.page import Page
from crossread.ui.grid.selection import Selection, overlapping
from crossread.ui.grid.sheet import Sheet
from crossread.ui.review.signs import paint_sign
from crossread.ui.widgets.disc import paint_disc

BAR = 4.0
_HATCH = 10.0
_SILENT = "not in this document"


@dataclass(slots=True)
class Shown:
    """What the reader has done to the page, as far as it is painted.

    Attributes:
        row: number of the selected row, or None.
        column: number of the column that keys go to.
        keyed: show which cell keys go to.
        selection: selected text.
        places: of the current finding.
        found: what was searched for, in order, by document.
        current: the one of them that the reader is at.
        by_hand: notes and picked stretches.
        grip: row and column of the cell, or the row alone, that could be dragged from where the pointer is.
        highlight, highlighted: ground and ink of selected text.
    """

    row: int | None = None
    column: int = 0
    keyed: bool = False
    selection: Selection | None = None
    places: Sequence[Place] = ()
    found: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    current: Place | None = None
    by_hand: ByHand = field(default_factory=ByHand)
    grip: tuple[int, int | None] | None = None
    highlight: QColor = field(default_factory=QColor)
    highlighted: QColor = field(default_factory=QColor)


def ghost_text(page: Page, item: int, ghost: Ghost) -> str:
    """What stands in the place of a passage that went to another row."""
    arrow = "↑" if ghost.direction == "above" else "↓"
    target = page.item_of_row.get(ghost.row)
    if target is not None and abs(target - item) == 1:
        return f"{arrow} said in the row {'above' if ghost.direction == 'above' else 'below'}"
    return f"{arrow} said further {'up' if ghost.direction == 'above' else 'down'}"


class SheetPainter:
    """Paints a sheet.

    Args:
        painter: its origin is the sheet's top left corner, scrolled.
        sheet: what to paint; what is in sight must have been laid out.
        shown: what the reader has done to it.
        sight: the part to paint, in coordinates of the sheet.
    """

    def __init__(self, painter: QPainter, sheet: Sheet, shown: Shown, sight: QRectF) -> None:
        self._painter, self._sheet, self._shown, self._sight = painter, sheet, shown, sight
        self._look = sheet.look
        self._palette = sheet.look.palette
        self._labels = sheet.look.label(12, QFont.Weight.DemiBold)

    def paint(self) -> None:
        """Paint all of it."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.fillRect(self._sight, colour(self._palette.pane))
        if not self._sheet.columns.shown:
            return
        if self._sheet.page.aligned:
            for item in self._items(0):
                self._row(item)
        else:
            self._plain()
        self._emphasis()

    def _items(self, column: int) -> Iterator[int]:
        stack = self._sheet.stack(column)
        if not len(stack):
            return
        item = stack.index_at(self._sight.top())
        while item < len(stack) and stack.top(item) < self._sight.bottom():
            yield item
            item += 1

    def _plain(self) -> None:
        for position, column in enumerate(self._sheet.columns.shown):
            left = self._sheet.columns.edges[position]
            line = QRectF(left, self._sight.top(), 1, self._sight.height())
            self._painter.fillRect(line, colour(self._palette.line))
            for item in self._items(column):
                self._text(position, column, item)

    def _row(self, item: int) -> None:
        sheet, painter = self._sheet, self._painter
        stack, page = sheet.stack(0), sheet.page
        band = sheet.band_of(item)
        right = sheet.columns.edges[-1]
        area = QRectF(0, stack.top(item) + band, right, stack.height(item) - band)
        if band:
            self._band(QRectF(0, stack.top(item), right, band), item)
        if item == self._shown.row:
            painter.fillRect(area, colour(self._palette.selection))
        self._gutter(item, area)
        line = colour(self._palette.line)
        for position, column in enumerate(sheet.columns.shown):
            cell = page.cell(column, item)
            painter.fillRect(QRectF(sheet.columns.edges[position], area.top(), 1, area.height()), line)
            box = QRectF(
                sheet.columns.edges[position], area.top(), sheet.columns.width(position), area.height()
            )
            if cell.passages:
                self._text(position, column, item)
            elif cell.ghost:
                self._ghost(box, ghost_text(page, item, cell.ghost))
            elif page.rows[item].kind != "boilerplate":
                self._silence(box, item)
            if self._shown.keyed and item == self._shown.row and column == self._shown.column:
                self._key_frame(box)
        if sheet.columns.pages > 1:
            self._elsewhere(item, area)
        painter.fillRect(QRectF(0, area.bottom() - 1, right, 1), line)
        if item == self._shown.row:
            painter.fillRect(
                QRectF(0, area.top(), BAR, area.height() - 1), colour(self._palette.selection_bar)
            )

    def _band(self, area: QRectF, item: int) -> None:
        painter, page = self._painter, self._sheet.page
        painter.fillRect(area, colour(self._palette.ground))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), colour(self._palette.line))
        metrics = QFontMetricsF(self._labels)
        left = self._sheet.text_left(0)
        room = area.right() - left - self._look.pad
        text = metrics.elidedText(page.rows[item].section, Qt.TextElideMode.ElideRight, room)
        words = QRectF(left, area.top(), metrics.horizontalAdvance(text), area.height() - 1)
        painter.setFont(self._labels)
        painter.setPen(colour(self._palette.dim))
        heading = page.heading(item)
        if heading and any(overlapping(self._shown.found.get(heading.document, ()), heading.span)):
            painter.fillRect(words.adjusted(-3, 4, 3, -4), colour(self._palette.found.ground))
            painter.setPen(colour(self._palette.found.ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if heading and any(
            place.document == heading.document and place.span.overlaps(heading.span)
            for place in self._places()
        ):
            paint_ring(painter, self._look, [words.adjusted(-4, 3, 4, -3)])

    def _gutter(self, item: int, area: QRectF) -> None:
        row = self._sheet.page.rows[item]
        if row.kind == "boilerplate":
            return
        baseline = area.top() + self._look.pad + self._look.drop
        text = f"{row.speaking}/{len(row.cells)}"
        middle = (BAR + self._sheet.columns.edges[0]) / 2
        room = self._sheet.columns.edges[0] - BAR - 6
        font, width = self._labels, QFontMetricsF(self._labels).horizontalAdvance(text)
        if width > room:
            font = QFont(font)
            font.setPointSizeF(font.pointSizeF() * room / width)
            width = room
        self._painter.setFont(font)
        self._painter.setPen(colour(self._palette.dim))
        self._painter.drawText(QPointF(middle - width / 2, baseline), text)
        if row.level is not None:
            size = min(12.0, room)
            disc = QRectF(middle - size / 2, baseline + 9, size, size)
            if disc.bottom() < area.bottom():
                paint_disc(self._painter, disc, colour(self._palette.dim), row.level / 4)
        if row.id in self._shown.by_hand.pinned:
            size = min(13.0, room)
            pin = QRectF(middle - size / 2, baseline + 28, size, size)
            if pin.bottom() < area.bottom():
                paint_sign(self._painter, pin, self._palette, "pin")

    def _text(self, position: int, column: int, item: int) -> None:
        sheet, painter = self._sheet, self._painter
        left, top = sheet.text_left(position), sheet.text_top(column, item)
        painter.save()
        edges = sheet.columns.edges
        clip = QRectF(
            edges[position], self._sight.top(), edges[position + 1] - edges[position], self._sight.height()
        )
        painter.setClipRect(clip)
        painter.setPen(colour(self._palette.ink))
        cell = sheet.cell(column, item)
        for y, block in cell.between(self._sight.top() - top, self._sight.bottom() - top):
            overlays = self._overlays(column, item, block.block.span)
            block.paint(painter, QPointF(left, top + y), overlays)
            paint_by_hand(
                painter, self._look, block, QPointF(left, top + y), self._shown.by_hand, cell.document.id
            )
            painter.setPen(colour(self._palette.ink))
        if "hedge" in self._look.kinds:
            self._scales(column, item, QPointF(edges[position], top))
        painter.restore()

    def _scales(self, column: int, item: int, corner: QPointF) -> None:
        """How firmly the passages of a cell claim what they say, beside the line on which each begins."""
        sheet, line = self._sheet, float(self._look.line)
        cell, beside = sheet.cell(column, item), WIDTH * min(self._look.scale, 1.6)
        taken = set[int]()
        for passage in sheet.page.cell(column, item).passages:
            told = sheet.page.firmness.get(passage)
            if told is None:
                continue
            y = round(cell.extent(cell.document.by_id[passage].span)[0])
            if y in taken:  # two begin on one line: the second stands a line below
                y += round(line)
            taken.add(y)
            box = QRectF(corner.x() + 3, corner.y() + y + 2, beside, line - 4)
            if box.intersects(self._sight):
                paint_scale(self._painter, box, self._palette, told.step)

    def _overlays(self, column: int, item: int, block: Span) -> list[tuple[Span, QColor, QColor]]:
        document = self._sheet.page.documents[column]
        colours = self._palette.found
        hits = overlapping(self._shown.found.get(document.id, ()), block)
        overlays = [(_cut(hit, block), colour(colours.ink), colour(colours.ground)) for hit in hits]
        if self._shown.selection:
            selected = self._shown.selection.within(column, item, len(document.text))
            if selected and selected.overlaps(block):
                overlays.append((_cut(selected, block), self._shown.highlighted, self._shown.highlight))
        return overlays

    def _ghost(self, box: QRectF, text: str) -> None:
        look, painter = self._look, self._painter
        painter.setFont(look.reading)
        painter.setPen(colour(self._palette.dim))
        text = look.metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() - 2 * look.pad)
        painter.drawText(QPointF(box.left() + look.pad, box.top() + look.pad + look.drop), text)

    def _silence(self, box: QRectF, item: int) -> None:
        painter = self._painter
        seen = box.adjusted(1, 0, 0, -1).intersected(self._sight)
        ground = self._palette.selection if item == self._shown.row else self._palette.pane
        paint_silence(painter, seen, faintly(ground, self._palette.line, 0.07))
        # Where only one speaks, the others' silence goes without saying.
        if box.height() >= 4 * self._look.line and self._sheet.page.rows[item].speaking > 1:
            self._silent_label(box, ground)

    def _elsewhere(self, item: int, area: QRectF) -> None:
        """Say who speaks in a row of which no speaker has a column in sight."""
        row, columns = self._sheet.page.rows[item], self._sheet.columns
        if any(row.cells[column].passages or row.cells[column].ghost for column in columns.shown):
            return
        who = ", ".join(cell.document for cell in row.cells if cell.passages)
        ground = self._palette.selection if item == self._shown.row else self._palette.pane
        box = QRectF(columns.edges[0], area.top(), columns.edges[-1] - columns.edges[0], area.height() - 1)
        self._silent_label(box, ground, f"only in {who}")

    def _silent_label(self, box: QRectF, ground: str, words: str = _SILENT) -> None:
        painter = self._painter
        font = self._look.label(12)
        metrics = QFontMetricsF(font)
        place = QRectF(0, 0, metrics.horizontalAdvance(words) + 12, metrics.height() + 4)
        place.moveCenter(box.center())
        if place.width() > box.width():
            return
        painter.fillRect(place, colour(ground))
        painter.setFont(font)
        painter.setPen(colour(self._palette.dim))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _key_frame(self, box: QRectF) -> None:
        self._painter.setPen(self._look.pen(self._palette.selection_bar, 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box.adjusted(1.5, 1, -1.5, -2))

    def _places(self) -> list[Place]:
        return [*self._shown.places, *([self._shown.current] if self._shown.current else [])]

    def _emphasis(self) -> None:
        for place in self._places():
            found = self._sheet.page.locate(place)
            if found is None:
                continue
            stack = self._sheet.stack(found[0])
            if stack.bottom(found[1]) < self._sight.top() or stack.top(found[1]) > self._sight.bottom():
                continue
            paint_ring(self._painter, self._look, self._sheet.outlines(place))


def paint_silence(painter: QPainter, seen: QRectF, ink: QColor) -> None:
    """Hatch a cell in which nothing is said.

    Args:
        painter: its origin is the sheet's; the hatching belongs to the sheet, so that it scrolls with it.
        seen: the part of the cell that is in sight.
        ink: of the lines.
    """
    painter.save()
    painter.setClipRect(seen)
    painter.setPen(QPen(ink, 1.0))
    rise = seen.height()
    lines = []
    x = int((seen.left() + seen.top()) // _HATCH) * _HATCH
    while x < seen.right() + seen.bottom():
        lines.append(QLineF(x - seen.top(), seen.top(), x - seen.top() - rise, seen.top() + rise))
        x += _HATCH
    painter.drawLines(lines)
    painter.restore()


def _cut(span: Span, block: Span) -> Span:
    return Span(max(span.start, block.start), min(span.end, block.end))
