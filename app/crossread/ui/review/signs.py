"""The signs of decisions and notes, drawn by us: no font need have them."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from crossread.present.palette import Palette
from crossread.review.action import DecisionState

Sign = DecisionState | Literal["note", "tag", "pin"]
_Stroke = tuple[tuple[float, float], ...]

_STROKES: dict[Sign, tuple[_Stroke, ...]] = {
    "confirmed": (((0.27, 0.53), (0.44, 0.70), (0.74, 0.33)),),
    "disputed": (((0.5, 0.24), (0.5, 0.55)), ((0.5, 0.75), (0.5, 0.77))),
    "dismissed": (((0.34, 0.34), (0.66, 0.66)), ((0.66, 0.34), (0.34, 0.66))),
    "put off": (((0.5, 0.26), (0.5, 0.53), (0.68, 0.62)),),
    "note": (
        ((0.14, 0.18), (0.86, 0.18), (0.86, 0.66), (0.5, 0.66), (0.3, 0.86), (0.3, 0.66), (0.14, 0.66),
         (0.14, 0.18)),
    ),
    "tag": (
        ((0.38, 0.15), (0.28, 0.85)), ((0.72, 0.15), (0.62, 0.85)),
        ((0.16, 0.36), (0.86, 0.36)), ((0.14, 0.64), (0.84, 0.64)),
    ),
    "pin": (((0.3, 0.14), (0.7, 0.14), (0.62, 0.5), (0.8, 0.62), (0.2, 0.62), (0.38, 0.5), (0.3, 0.14)),
            ((0.5, 0.62), (0.5, 0.94))),
}  # fmt: skip
"""Lines from point to point, in shares of the sign's size."""
_RINGED = ("dismissed", "put off")


def paint_sign(painter: QPainter, box: QRectF, palette: Palette, sign: Sign) -> None:
    """Paint the sign of a decision or a note; nothing for what is open.

    Args:
        painter: where to paint; left as it was.
        box: a square.
        palette: the colours in force.
        sign: which.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(palette.dim)
    if sign in ("confirmed", "disputed"):
        confirmed = sign == "confirmed"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.chip if confirmed else palette.contradiction.ink))
        painter.drawEllipse(box)
        ink = QColor(palette.chip_ink if confirmed else palette.ground)
    elif sign in _RINGED:
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    size = box.width()
    pen = QPen(ink, max(1.2, size * 0.1), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in _STROKES.get(sign, ()):
        painter.drawPolyline(
            QPolygonF([QPointF(box.left() + x * size, box.top() + y * size) for x, y in stroke])
        )
    painter.restore()
