"""Dragging in the Grid: a row by its gutter onto another row, a cell by its left edge to another row or between two."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from crossread.ui.grid.look import colour
from crossread.ui.grid.sheet import Sheet, Spot

if TYPE_CHECKING:
    from crossread.ui.grid.view import GridView

_BORDER = 7.0  # pixels around the line between two rows that mean the line
_DOT, _APART = 1.8, 4.5  # pixels


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dragged where.

    Attributes:
        item: the row it was taken from.
        column: the cell's column; None for a whole row.
        target: the row it was let go over.
        between: it was let go on the line above or below a row, not in it.
    """

    item: int
    column: int | None
    target: int
    between: bool = False


class Dragging:
    """A row or a cell on its way.

    Args:
        view: in which it is dragged.
    """

    def __init__(self, view: "GridView") -> None:
        self._view = view
        self._from: tuple[int, int | None] | None = None
        self._begun: QPointF | None = None
        self._line = 0.0  # where what is dragged would go between two rows, on the sheet
        self.over: Dropped | None = None

    @property
    def armed(self) -> bool:
        """Whether the button went down on something that can be dragged."""
        return self._from is not None

    def grip(self, spot: Spot) -> tuple[int, int | None] | None:
        """The row and column that can be dragged from this spot; without a column the whole row."""
        page = self._view.page
        if not page.aligned or spot.band or page.rows[spot.item].kind == "boilerplate":
            return None
        if spot.column < 0:
            return spot.item, None
        at_edge = spot.x < -1 and bool(page.cell(spot.column, spot.item).passages)
        return (spot.item, spot.column) if at_edge else None

    def press(self, spot: Spot, at: QPointF) -> None:
        """The button went down here."""
        self._from, self._begun, self.over = self.grip(spot), at, None

    def move(self, at: QPointF) -> bool:
        """The pointer is here now; whether something is being dragged."""
        if self._from is None or self._begun is None:
            return False
        far = (at - self._begun).manhattanLength() >= QApplication.startDragDistance()
        if self.over is None and not far:
            return True
        self.over = self._target(at)
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._view.viewport().update()
        return True

    def drop(self) -> Dropped | None:
        """The button is up; what that comes to, if anything."""
        over, self._from, self._begun, self.over = self.over, None, None, None
        self._view.viewport().update()
        if over is None or (over.target == over.item and not over.between):
            return None
        return over

    def cancel(self) -> bool:
        """Let go without consequences; whether anything was being dragged."""
        was = self.over is not None
        self._from, self._begun, self.over = None, None, None
        self._view.viewport().update()
        return was

    def _target(self, at: QPointF) -> Dropped | None:
        assert self._from is not None
        view, (item, column) = self._view, self._from
        y = at.y() + view.verticalScrollBar().value()
        stack = view.sheet.stack(0)
        if not 0 <= y < stack.total:
            return None
        target = stack.index_at(y)
        if view.page.rows[target].kind == "boilerplate":
            return None
        self._line = min(stack.top(target), stack.bottom(target), key=lambda edge: abs(y - edge))
        between = column is not None and abs(y - self._line) <= _BORDER
        return Dropped(item, column, target, between)

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Show where it would go; the painter's origin is the sheet's."""
        over = self.over
        if over is None:
            return
        stack, right = sheet.stack(0), sheet.columns.edges[-1]
        bar = colour(sheet.look.palette.selection_bar)
        painter.save()
        if over.between:
            painter.fillRect(QRectF(0, self._line - 2, right, 4), bar)
        elif over.target != over.item:
            area = QRectF(0, stack.top(over.target), right, stack.height(over.target))
            painter.setPen(sheet.look.pen(sheet.look.palette.selection_bar, 3.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(2, 2, -2, -2))
        painter.restore()


def paint_grip(painter: QPainter, sheet: Sheet, item: int, column: int | None) -> None:
    """Six dots at the edge of a cell, or in the gutter, that can be taken hold of."""
    stack, look = sheet.stack(0), sheet.look
    if column is None:
        left = 4.0 + 5
    else:
        position = sheet.columns.position_of(column)
        if position is None:
            return
        left = sheet.columns.edges[position] + 3
    top = stack.top(item) + sheet.band_of(item) + look.pad + look.line / 2 - _APART - _DOT
    if column is None:
        top += look.line * 1.9
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(look.palette.dim))
    for row in range(3):
        for place in range(2):
            painter.drawEllipse(
                QRectF(left + place * _APART * 0.8, top + row * _APART, _DOT * 1.2, _DOT * 1.2)
            )
    painter.restore()
