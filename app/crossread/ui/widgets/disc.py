"""Shares as discs: empty for none, full for all."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def paint_disc(painter: QPainter, box: QRectF, ink: QColor, share: float, pale: float = 0.0) -> None:
    """A ring with a sector filled clockwise from the top.

    Args:
        painter: whose state is kept.
        box: the square it fills.
        ink: of ring and sector.
        share: of the disc that is filled, 0 to 1.
        pale: share that is filled palely, counted from the top as well; what exceeds ``share`` is seen.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if pale > share:
        lighter = QColor(ink)
        lighter.setAlphaF(0.28)
        painter.setBrush(lighter)
        painter.drawPie(box, 90 * 16, -round(360 * 16 * min(1.0, pale)))
    if share > 0:
        painter.setBrush(ink)
        painter.drawPie(box, 90 * 16, -round(360 * 16 * min(1.0, share)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.2))
    painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    painter.restore()
