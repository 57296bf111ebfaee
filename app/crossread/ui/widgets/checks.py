"""A check box painted by us: Qt's own one can hardly be seen on a dark ground."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.paint import paint_focus

_BOX, _GAP = 14.0, 8.0


class CheckBox(QCheckBox):
    """On or off, with words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._palette: Palette = LIGHT
        self.setFont(label_font(12.5))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        """Box and words on one line."""
        return QSize(int(QFontMetricsF(self.font()).horizontalAdvance(self.text()) + _BOX + _GAP + 12), 24)

    def minimumSizeHint(self) -> QSize:
        """Its words may be cut off in a narrow panel."""
        return QSize(60, 24)

    def hitButton(self, at: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the tick and the words."""
        palette, on = self._palette, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(4, (self.height() - _BOX) / 2, _BOX, _BOX)
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(palette.chip if on else palette.dim), 1))
        painter.setBrush(QColor(palette.chip if on else palette.raised))
        painter.drawRoundedRect(inner, 3, 3)
        if on:
            pen = QPen(QColor(palette.chip_ink), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corners = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
            painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * _BOX, y * _BOX) for x, y in corners]))
        painter.setFont(self.font())
        painter.setPen(QColor(palette.ink if self.isEnabled() else palette.faint))
        words = QRectF(box.right() + _GAP, 0, self.width() - box.right() - _GAP, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), palette, 5)
