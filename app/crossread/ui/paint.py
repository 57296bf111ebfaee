"""Small things that several widgets paint: letters of documents, marks as the page shows them, focus rings."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from crossread.present.palette import Palette
from crossread.ui.fonts import label_font, reading_font
from crossread.ui.theme import is_dark, mix

Sample = Literal["number", "contradiction", "wording", "hedge", "spun", "moved", "missing", "ghost", "grey", "found"]

_HUES = (215, 28, 150, 320, 265, 185, 50, 0, 95, 240)  # degrees; neighbours in the list far apart


def letter_colours(palette: Palette, document_id: str) -> tuple[QColor, QColor]:
    """Ground and ink of a document's letter: nearly the palette's chip, with a tinge of the document's own."""
    number = 0
    for character in document_id:
        number = number * 26 + ord(character.upper()) - ord("A") + 1
    hue = _HUES[(number - 1) % len(_HUES)] if document_id else 0
    if palette.chip == "#ffffff":  # high contrast: nothing but black and white
        return QColor(palette.chip), QColor(palette.chip_ink)
    tinge = QColor.fromHslF(hue / 360, 0.42, 0.80 if is_dark(palette) else 0.30)
    return mix(palette.chip, tinge.name(), 0.55), QColor(palette.chip_ink)


def paint_letter(painter: QPainter, box: QRectF, palette: Palette, document_id: str, *, faded: bool = False) -> None:
    """The rounded chip with a document's letter."""
    ground, ink = letter_colours(palette, document_id)
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
    painter.setFont(label_font(11 if len(document_id) < 2 else 9, QFont.Weight.DemiBold))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, document_id)
    painter.restore()


def paint_focus(painter: QPainter, box: QRectF, palette: Palette, radius: float) -> None:
    """The ring around what the keyboard acts on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(palette.selection_bar) if is_dark(palette) else mix(palette.selection_bar, palette.ink, 0.25)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def sample_width(words: str, badge: str, sample: Sample, pixels: float) -> float:
    """How wide ``paint_sample`` paints these words."""
    width = QFontMetricsF(_font(sample, pixels)).horizontalAdvance(words)
    if badge:
        width += QFontMetricsF(label_font(pixels * 0.62)).horizontalAdvance(badge) + 2
    return width + (8 if sample in ("number", "contradiction", "missing", "found") else 2)


def paint_sample(
    painter: QPainter, at: QPointF, palette: Palette, sample: Sample, words: str, badge: str = "", pixels: float = 13
) -> float:
    """Paint words under a mark as the page does, their base line at ``at``; returns how wide that was."""
    font = _font(sample, pixels)
    metrics = QFontMetricsF(font)
    width = sample_width(words, badge, sample, pixels)
    box = QRectF(at.x(), at.y() - metrics.ascent(), width, metrics.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = _paint_ground(painter, box, at.y(), palette, sample)
    inset = 4.0 if sample in ("number", "contradiction", "missing", "found") else 1.0
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(at.x() + inset, at.y()), words)
    if badge:
        painter.setFont(label_font(pixels * 0.62, QFont.Weight.DemiBold))
        painter.drawText(
            QPointF(at.x() + inset + metrics.horizontalAdvance(words) + 2, at.y() - metrics.ascent() * 0.36), badge
        )
    painter.restore()
    return width


def _font(sample: Sample, pixels: float) -> QFont:
    if sample == "missing":
        return label_font(pixels - 1)
    font = reading_font(pixels)
    font.setItalic(sample == "hedge")
    return font


def _paint_ground(painter: QPainter, box: QRectF, base_line: float, palette: Palette, sample: Sample) -> QColor:
    """What lies under or around the words; returns the ink for them."""
    if sample in ("ghost", "grey"):
        return QColor(palette.dim)
    if sample == "missing":
        paint_hatching(painter, box, palette)
        return QColor(palette.dim)
    colours = getattr(palette, sample)
    ink, line = QColor(colours.ink), QColor(colours.line)
    if sample in ("number", "contradiction", "found"):
        heavy = 2.0 if sample == "contradiction" else 1.0
        painter.setPen(QPen(line, heavy))
        painter.setBrush(QColor(colours.ground))
        half = heavy / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 3, 3)
        return ink if sample == "found" else QColor(palette.ink)
    if sample == "spun":
        painter.fillRect(box, QColor(colours.ground))
        painter.setPen(QPen(line, 1.1))
        painter.drawPath(_wave(box.left() + 1, box.right() - 1, base_line + 3))
    elif sample == "wording":
        pen = QPen(line, 1.6, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left() + 1, base_line + 3), QPointF(box.right() - 1, base_line + 3))
    elif sample == "moved":
        painter.fillRect(QRectF(box.left() - 2, box.top() + 1, 2, box.height() - 2), line)
    return ink if sample == "hedge" else QColor(palette.ink)


def paint_hatching(painter: QPainter, box: QRectF, palette: Palette) -> None:
    """Thin slanted lines: here a document says nothing."""
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(QColor(palette.line), 1))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += 5
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        path.quadTo(QPointF(x + 1.5, y + (-1.6 if up else 1.6)), QPointF(x + 3, y))
        x, up = x + 3, not up
    return path
