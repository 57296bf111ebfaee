"""The timeline: all dates and ranges of dates by document, drawn, clicked on and walked through by keys."""

from math import ceil

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from crossread.comparison import Place
from crossread.present.palette import LIGHT, Palette
from crossread.present.timeline import Bar, Timeline
from crossread.present.timeline_drawing import Drawing, Shape, draw
from crossread.text.shown import one_line
from crossread.ui.grid.look import between, colour
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.paint import paint_focus
from crossread.ui.widgets.letters import paint_letter

_ROW, _TOP, _FOOT = 23.0, 34.0, 26.0  # pixels: of a line, above the first, of the scale below the last
_LEFT, _RIGHT = 56.0, 18.0  # pixels at the sides of the scale
_BAR, _BAR_WITH_WORDS = 12.0, 17.0
_PIXELS = 12.0


class TimelineView(QAbstractScrollArea):
    """A lane for each document.

    Signals:
        place_activated(object): the reader wants to see this Place in the text.
    """

    place_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = Timeline((), None, None, ())
        self._empty = ""
        self._palette: Palette = LIGHT
        self._drawing = Drawing((), (), (), (), 0)
        self._current = -1
        self._emphasised: frozenset[Place] = frozenset()
        self._scale = 1.0
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Timeline, a lane for each document")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def drawing(self) -> Drawing:
        """What is painted, in pixels and lines."""
        return self._drawing

    @property
    def current(self) -> Bar | None:
        """The date that keys go to."""
        shapes = self._drawing.shapes
        return shapes[self._current].bar if 0 <= self._current < len(shapes) else None

    def set_timeline(self, timeline: Timeline, empty: str = "") -> None:
        """Show these dates; ``empty`` is said where there are none."""
        self._timeline, self._empty = timeline, empty
        self._current = -1
        self._redraw()

    def set_emphasised(self, places: frozenset[Place]) -> None:
        """Ring the dates that stand at these places."""
        if places != self._emphasised:
            self._emphasised = places
            self.viewport().update()

    def set_colours(self, palette: Palette) -> None:
        """Paint in these colours."""
        self._palette = palette
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Set the labels at this size, within what a lane holds."""
        self._scale = min(max(percent / 100, 0.85), 1.6)
        self._redraw()

    def sizeHint(self) -> QSize:
        """All lanes, if there is room."""
        return QSize(600, ceil(self._height()))

    def _height(self) -> float:
        return _TOP + (self._drawing.rows * _ROW + _FOOT) * self._scale

    def _font(self) -> QFont:
        return label_font(_PIXELS * self._scale)

    def _redraw(self) -> None:
        width = float(self.viewport().width())
        metrics = QFontMetricsF(self._font())
        self._drawing = draw(
            self._timeline, _LEFT, max(_LEFT + 50, width - _RIGHT), metrics.horizontalAdvance
        )
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, ceil(self._height()) - height))
        bar.setSingleStep(round(_ROW * self._scale))
        bar.setPageStep(height)
        self.updateGeometry()
        self.viewport().update()

    # Where things stand, in coordinates of the viewport

    def _y(self, row: int) -> float:
        """The middle of a line."""
        return _TOP + (row + 0.5) * _ROW * self._scale - self.verticalScrollBar().value()

    def rect_of(self, shape: Shape) -> QRectF:
        """A bar or point with its label."""
        label_right = shape.label_left + QFontMetricsF(self._font()).horizontalAdvance(shape.label)
        left, right = min(shape.left, shape.label_left), max(shape.right, label_right)
        height = _ROW * self._scale - 4
        return QRectF(left - 3, self._y(shape.row) - height / 2, right - left + 6, height)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lanes, scale and shapes."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), colour(self._palette.raised))
        painter.setFont(self._font())
        self._paint_ticks(painter)
        self._paint_lanes(painter)
        height, line = self.viewport().height(), _ROW * self._scale
        for number, shape in enumerate(self._drawing.shapes):
            if not -line < self._y(shape.row) < height + line:
                continue
            self._paint_shape(painter, shape)
            if number == self._current and self.hasFocus():
                paint_focus(painter, self.rect_of(shape), self._palette, 4)
        self._paint_caption(painter)
        self._paint_scale(painter)
        painter.end()

    def _paint_caption(self, painter: QPainter) -> None:
        palette = self._palette
        painter.fillRect(QRectF(0, 0, self.viewport().width(), _TOP - 8), colour(palette.raised))
        font = label_font(11, QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(colour(palette.dim))
        painter.drawText(QPointF(14, 19), "TIMELINE")
        if not self._drawing.shapes:
            painter.setFont(self._font())
            painter.drawText(QPointF(14, _TOP + 12 * self._scale), self._empty)

    def _foot(self) -> float:
        """Where the scale begins: below the last line, or at the lower edge where not all lines have room."""
        bottom = self._y(self._drawing.rows) - _ROW * self._scale / 2
        return min(bottom, self.viewport().height() - _FOOT * self._scale)

    def _paint_ticks(self, painter: QPainter) -> None:
        foot, palette = self._foot(), self._palette
        painter.setPen(QPen(colour(palette.line), 1))
        for tick in self._drawing.ticks:
            painter.drawLine(QLineF(tick.x, _TOP - 6, tick.x, foot + 5))
        painter.setPen(QPen(colour(palette.faint), 1, Qt.PenStyle.DotLine))
        for x in self._drawing.breaks:
            painter.drawLine(QLineF(x, _TOP - 6, x, foot))

    def _paint_scale(self, painter: QPainter) -> None:
        """The days below the lanes, which stay in sight when the lanes are scrolled."""
        foot, palette = self._foot(), self._palette
        below = QRectF(0, foot + 1, self.viewport().width(), self.viewport().height() - foot)
        painter.fillRect(below, colour(palette.raised))
        painter.setFont(self._font())
        metrics = QFontMetricsF(self._font())
        for tick in self._drawing.ticks:
            painter.setPen(QPen(colour(palette.line), 1))
            painter.drawLine(QLineF(tick.x, foot, tick.x, foot + 5))
            painter.setPen(colour(palette.dim))
            painter.drawText(QPointF(tick.x + 5, foot + 6 + metrics.ascent()), tick.label)
        painter.setPen(QPen(colour(palette.faint), 1.2))
        for x in self._drawing.breaks:  # two slanted strokes: here a long time is left out
            for shift in (-3.0, 3.0):
                painter.drawLine(QLineF(x + shift - 3, foot + 11, x + shift + 3, foot + 1))

    def _paint_lanes(self, painter: QPainter) -> None:
        painter.setPen(QPen(between(self._palette.raised, self._palette.line, 0.5), 1))
        for lane in self._drawing.lanes[1:]:
            y = round(self._y(lane.row) - _ROW * self._scale / 2) + 0.5
            painter.drawLine(QLineF(_LEFT, y, self.viewport().width() - _RIGHT, y))
        for lane in self._drawing.lanes:
            middle = self._y(lane.row)
            paint_letter(painter, QRectF(14, middle - 10, 20, 20), self._palette, lane.document)

    def _paint_shape(self, painter: QPainter, shape: Shape) -> None:
        palette = self._palette
        odd = shape.bar.verdict == "contradiction"
        colours = palette.contradiction if odd else palette.number
        full = shape.is_exact and not shape.on_bar
        fill = QColor(colours.line) if full else between(palette.raised, colours.line, 0.36)
        middle = self._y(shape.row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        if shape.is_point:
            painter.drawEllipse(QPointF((shape.left + shape.right) / 2, middle), 5.5, 5.5)
        else:
            height = _BAR_WITH_WORDS * self._scale if shape.on_bar else _BAR
            box = QRectF(shape.left, middle - height / 2, shape.right - shape.left, height)
            painter.drawRoundedRect(box, 2, 2)
            self._paint_open_ends(painter, shape, box)
        painter.setPen(colour(palette.contradiction.ink if odd and not shape.on_bar else palette.ink))
        metrics = QFontMetricsF(self._font())
        if not shape.on_bar:  # no line of the scale runs through the words
            width, height = metrics.horizontalAdvance(shape.label), metrics.height() - 2
            words = QRectF(shape.label_left - 1, middle - height / 2, width + 2, height)
            painter.fillRect(words, colour(palette.raised))
        painter.drawText(QPointF(shape.label_left, middle + metrics.capHeight() / 2), shape.label)
        if any(
            place.document == shape.bar.document and place.span == shape.bar.span
            for place in self._emphasised
        ):
            painter.setPen(QPen(colour(palette.selection_bar), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect_of(shape), 4, 4)

    def _paint_open_ends(self, painter: QPainter, shape: Shape, box: QRectF) -> None:
        """An arrow where a range has no end."""
        painter.setPen(QPen(colour(self._palette.raised), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        y, tip = box.center().y(), 3.0
        if shape.bar.start is None:
            x = box.left() + 4
            painter.drawPolyline([QPointF(x + tip, y - tip), QPointF(x, y), QPointF(x + tip, y + tip)])
        if shape.bar.end is None:
            x = box.right() - 4
            painter.drawPolyline([QPointF(x - tip, y - tip), QPointF(x, y), QPointF(x - tip, y + tip)])

    # Events

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew at the new place."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw to the new width."""
        super().resizeEvent(event)
        self._redraw()

    def _shape_at(self, point: QPointF) -> int:
        return next(
            (i for i, shape in enumerate(self._drawing.shapes) if self.rect_of(shape).contains(point)), -1
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the text of the date that was clicked on."""
        number = self._shape_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self._go_to(number)
            self._activate()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked on."""
        on = self._shape_at(event.position()) >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tip what a date was read as and how it stands to others."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._shape_at(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(
                    event.globalPos(), self._in_words(self._drawing.shapes[number].bar), self.viewport()
                )
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from date to date, Enter to the text."""
        shapes = self._drawing.shapes
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if not shapes or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in steps:
            by = steps[Qt.Key(event.key())]
            start = -1 if by > 0 else len(shapes)
            at = self._current if self._current >= 0 else start
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                at = self._edge_of_lane(at, by)
            self._go_to(min(max(at + by, 0), len(shapes) - 1))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if event.key() == Qt.Key.Key_Home else len(shapes) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate()
        else:
            super().keyPressEvent(event)

    def _edge_of_lane(self, at: int, by: int) -> int:
        """The last (or first) date of the lane in which the keys are."""
        shapes = self._drawing.shapes
        while 0 <= at < len(shapes) and 0 <= at + by < len(shapes):
            if shapes[at + by].bar.document != shapes[at].bar.document:
                break
            at += by
        return at

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first date."""
        if self._current < 0 and self._drawing.shapes and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go_to(0)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _go_to(self, number: int) -> None:
        self._current = number
        shape = self._drawing.shapes[number]
        rect, bar = self.rect_of(shape), self.verticalScrollBar()
        if rect.top() < _TOP:
            bar.setValue(bar.value() - ceil(_TOP - rect.top()))
        elif rect.bottom() > self._foot():
            bar.setValue(bar.value() + ceil(rect.bottom() - self._foot()))
        self.setAccessibleDescription(self._in_words(shape.bar))
        self.viewport().update()

    def _activate(self) -> None:
        bar = self.current
        if bar:
            self.place_activated.emit(Place(bar.document, bar.span))

    @staticmethod
    def _in_words(bar: Bar) -> str:
        ends = [f"{day.day} {day:%b} {day.year}" if day else "open" for day in (bar.start, bar.end)]
        days = ends[0] if bar.start == bar.end else f"{ends[0]} – {ends[1]}"
        return f"{bar.document}: “{one_line(bar.label)}”, {days}. {one_line(bar.note)}".strip()
