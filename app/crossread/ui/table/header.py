"""The heads of a table's columns."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from crossread.ui.grid.header import GridHeader
from crossread.ui.grid.look import colour


class TableHeader(GridHeader):
    """The Grid's heads, with a head for the rows' own column at the left."""

    title = ""
    """What stands above the rows' own column."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heads over their columns."""
        super().paintEvent(event)
        palette, edge = self._look.palette, self._columns.edges[0]
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, edge, self.height() - 1), colour(palette.ground))
        if self._columns.pages > 1:
            painter.setFont(self._look.label(11))
            painter.setPen(colour(palette.dim))
            beside = QRectF(50, self.height() - 25, edge - 50, 22)
            number = f"{self._columns.page + 1}/{self._columns.pages}"
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, number)
        painter.setFont(self._names())
        painter.setPen(colour(palette.ink))
        room = QRectF(
            self._look.pad + 4, 9, self._columns.edges[0] - 2 * self._look.pad, self._titles().height()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.title)
        painter.end()
