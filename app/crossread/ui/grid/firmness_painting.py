"""The small scale beside a passage: how firmly it claims what it says, asserted on top, denied at the bottom."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from crossread.claims.certainty import STEPS, Step
from crossread.present.palette import Palette
from crossread.ui.grid.look import colour

WIDTH = 4.5
"""Of a scale in logical pixels, at 100 %."""
_FILLED, _EMPTY = 4.5, 2.0  # diameters of the dot of the step and of the others


def paint_scale(painter: QPainter, box: QRectF, palette: Palette, step: Step) -> None:
    """Five dots on top of one another; the one of the step is large and dark, so that its place tells it.

    Args:
        painter: where to paint.
        box: as tall as the scale is to be.
        palette: colours by role.
        step: how firmly it is claimed.
    """
    size = box.width() / WIDTH
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    apart = (box.height() - _FILLED * size) / (len(STEPS) - 1)
    for number, each in enumerate(reversed(STEPS)):
        here = each == step
        radius = (_FILLED if here else _EMPTY) * size / 2
        painter.setBrush(colour(palette.hedge.ink if here else palette.faint))
        middle = QPointF(box.center().x(), box.top() + _FILLED * size / 2 + number * apart)
        painter.drawEllipse(middle, radius, radius)
    painter.restore()
