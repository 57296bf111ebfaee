"""The timeline on paper, drawn with lines and not as a picture."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from crossread.present.palette import LIGHT
from crossread.present.timeline import Timeline
from crossread.present.timeline_drawing import Shape, draw
from crossread.ui.printing import looks

_LEFT, _ROW, _FOOT = 36.0, 20.0, 22.0  # pixels of a screen, in which timelines are laid out
_SIZE = 10
_POINT = 0.75  # of such a pixel


class DatesDrawing:
    """A timeline laid out for paper.

    Args:
        timeline: what to show.
        width: how wide it is, in pixels of the device.
        point: the length of a point in these pixels.
    """

    def __init__(self, timeline: Timeline, width: float, point: float) -> None:
        self._scaled = point * _POINT
        self._font = looks.sans(_SIZE)
        self._font.setPixelSize(_SIZE)
        measure = QFontMetricsF(self._font).horizontalAdvance
        self._drawing = draw(timeline, _LEFT, width / self._scaled - 10, measure)

    @property
    def height(self) -> float:
        """How high it is, in pixels."""
        return (self._drawing.rows * _ROW + _FOOT) * self._scaled

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its upper left corner there."""
        painter.save()
        painter.translate(at)
        painter.scale(self._scaled, self._scaled)
        painter.setFont(self._font)
        self._scale(painter)
        for lane in self._drawing.lanes:
            self._letter(painter, lane.document, self._middle(lane.row))
        for shape in self._drawing.shapes:
            self._shape(painter, shape)
        painter.restore()

    def _middle(self, row: int) -> float:
        return (row + 0.5) * _ROW

    def _scale(self, painter: QPainter) -> None:
        bottom = self._drawing.rows * _ROW
        for tick in self._drawing.ticks:
            painter.setPen(QPen(QColor(LIGHT.line), 0.5))
            painter.drawLine(QPointF(tick.x, 0), QPointF(tick.x, bottom))
            painter.setPen(QColor(LIGHT.dim))
            painter.drawText(QPointF(tick.x + 4, bottom + 13), tick.label)
        painter.setPen(QPen(QColor(LIGHT.faint), 0.5, Qt.PenStyle.DashLine))
        for x in self._drawing.breaks:
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))

    def _letter(self, painter: QPainter, letter: str, middle: float) -> None:
        size = 14.0
        box = QRectF(2.0, middle - size / 2, size * 1.1, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.chip))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(QColor(LIGHT.chip_ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _shape(self, painter: QPainter, shape: Shape) -> None:
        grave = shape.bar.verdict == "contradiction"
        colours = LIGHT.contradiction if grave else LIGHT.number
        full = shape.is_exact and not shape.on_bar
        middle, half = self._middle(shape.row), 4.8
        painter.setPen(QPen(QColor(colours.line), 1.4 if grave else 0.6))
        painter.setBrush(QColor(colours.line if full else colours.ground))
        if shape.is_point:
            centre = QPointF((shape.left + shape.right) / 2, middle)
            painter.drawEllipse(centre, half, half)
        else:
            half = 7.0 if shape.on_bar else half
            painter.drawRect(QRectF(shape.left, middle - half, shape.right - shape.left, 2 * half))
        painter.setPen(QColor(colours.ink))
        cap = QFontMetricsF(self._font).capHeight() / 2
        sign = f" {shape.bar.badge}" if grave else ""
        painter.drawText(QPointF(shape.label_left, middle + cap), shape.label + sign)
