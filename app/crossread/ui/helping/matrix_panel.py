"""How much of each two documents is linked and copied, as a triangle of discs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from crossread.present.matrix import PairShares
from crossread.present.palette import LIGHT, Palette
from crossread.ui.styling.fonts import label_font
from crossread.ui.widgets.disc import paint_disc

_CELL = 26  # pixels; less where there are more documents than room
_DISC = 12


class MatrixPanel(QWidget):
    """A disc for each two documents: pale for what is linked, full ink for what is copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[str, ...] = ()
        self._pairs: dict[tuple[str, str], PairShares] = {}
        self._palette = LIGHT
        self.setAccessibleName("Copied from one another")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_pairs(self, documents: Sequence[str], pairs: Sequence[PairShares]) -> None:
        """Show these documents and the shares of each two of them."""
        self._documents = tuple(documents)
        self._pairs = {(pair.a, pair.b): pair for pair in pairs}
        self.setAccessibleDescription(" ".join(pair.sentence for pair in pairs))
        self.updateGeometry()
        self.update()

    def has_pairs(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._pairs)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.update()

    def pair_at(self, x: float, y: float) -> PairShares | None:
        """The two documents whose disc is at this point of the widget."""
        cell = self._cell()
        column, row = int(x // cell) - 1, int(y // cell)
        if 0 <= column < row < len(self._documents):
            return self._pairs.get((self._documents[column], self._documents[row]))
        return None

    def sizeHint(self) -> QSize:
        """As high as the triangle."""
        return QSize(_CELL * (len(self._documents) + 1), round(self._cell() * max(1, len(self._documents))))

    def event(self, event: QEvent) -> bool:
        """Say what a disc means where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pair = self.pair_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), pair.sentence if pair else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QEvent) -> None:
        """More documents than room make smaller discs, and a lower triangle."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Letters at the head and the left, discs between."""
        painter = QPainter(self)
        cell = self._cell()
        painter.setFont(label_font(11 if cell > 18 else 8, QFont.Weight.Medium))
        for index, name in enumerate(self._documents):
            painter.setPen(QColor(self._palette.dim))
            if index < len(self._documents) - 1:
                head = QRectF(cell * (index + 1), 0, cell, cell)
                painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
            if index:
                side = QRectF(0, cell * index, cell, cell)
                painter.drawText(side, Qt.AlignmentFlag.AlignCenter, name)
            for column in range(index):
                pair = self._pairs.get((self._documents[column], name))
                if pair:
                    size = min(_DISC, cell * 0.6)
                    middle = QRectF(0, 0, size, size)
                    middle.moveCenter(QRectF(cell * (column + 1), cell * index, cell, cell).center())
                    paint_disc(painter, middle, QColor(self._palette.dim), pair.copied, pair.linked)

    def _cell(self) -> float:
        return min(_CELL, max(10.0, self.width() / (len(self._documents) + 1)))
