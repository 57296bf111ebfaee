"""The letters of documents, each on its little chip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from crossread.present.document_colours import letter_colours
from crossread.present.palette import Palette
from crossread.ui.styling.fonts import label_font

if TYPE_CHECKING:
    from crossread.ui.grid.look import Look


def paint_letter(
    painter: QPainter, box: QRectF, palette: Palette, document_id: str, *, faded: bool = False
) -> None:
    """The rounded chip with a document's letter."""
    ground, ink = map(QColor, letter_colours(palette, document_id))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if faded:
        painter.setPen(QPen(QColor(palette.dim), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        ink = QColor(palette.dim)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.setFont(_letter_font(document_id))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, document_id)
    painter.restore()


def letter_box(look: "Look", left: float, baseline: float, document_id: str) -> QRectF:
    """Where a document's letter stands at the beginning of a line set in labels."""
    metrics = QFontMetricsF(look.label(13, QFont.Weight.DemiBold))
    height = metrics.capHeight() + 7
    width = max(height, QFontMetricsF(_letter_font(document_id)).horizontalAdvance(document_id) + 8)
    return QRectF(left, baseline - metrics.capHeight() - 3.5, width, height)


def _letter_font(document_id: str) -> QFont:
    return label_font(11 if len(document_id) < 2 else 9, QFont.Weight.DemiBold)
