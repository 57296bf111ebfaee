"""The heads of the fact table's columns."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from crossread.ui.grid.header import GridHeader
from crossread.ui.grid.look import colour

_TITLE = "Fact, gravest first"


class FactHeader(GridHeader):
    """The Grid's heads, with a head for the facts at the left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heads over their columns."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._names())
        painter.setPen(colour(self._look.palette.ink))
        room = QRectF(
            self._look.pad + 4, 9, self._columns.edges[0] - 2 * self._look.pad, self._titles().height()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, _TITLE)
        painter.end()
