"""Where things stand in a Grid, for the mouse."""

from PySide6.QtCore import QPoint, QPointF, Qt

from crossread.comparison import Place
from crossread.ui.grid import GridView
from ui.grid_samples import place

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def at(grid: GridView, where: Place) -> QPoint:
    """The middle of a place's first line, in the viewport."""
    rect = grid.sheet.rects(where)[0].translated(0, -grid.verticalScrollBar().value())
    return rect.center().toPoint()


def words(grid: GridView, document_number: int, text: str) -> QPoint:
    return at(grid, place(grid.page.documents[document_number], text))


def edge(grid: GridView, where: Place, right: bool = False) -> QPoint:
    """Where a place begins, or ends at its right, in the viewport."""
    rects = [rect.translated(0, -grid.verticalScrollBar().value()) for rect in grid.sheet.rects(where)]
    corner = (
        QPointF(rects[-1].right(), rects[-1].center().y())
        if right
        else QPointF(rects[0].left(), rects[0].center().y())
    )
    return corner.toPoint()
