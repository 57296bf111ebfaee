"""What every view has in common that paints what it shows itself: the Grid, the Ribbon and the tables.

Such a view has a header above what scrolls, is zoomed, and hands keys and the mouse to objects of its own.
"""

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from crossread.present.marks import MarkKind
from crossread.present.palette import LIGHT, Palette
from crossread.ui.grid.look import Look
from crossread.ui.grid.stack import Stack
from crossread.ui.widgets.text_pointer import TextPointer

REVEAL_TRIES = 3  # what comes into sight may turn out taller than thought, and push what was meant out of it
ZOOMS = (50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class KeyHandler(Protocol):
    """What keys do in a view."""

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False if it means nothing here."""


class Keyed(Protocol):
    """What a reader has done to a view, as far as this must know it."""

    keyed: bool


class Sheet(Protocol):
    """What a view sets, row by row."""

    def ensure(self, top: float, bottom: float, seen: float) -> float:
        """Lay out what stands between two heights; ``seen`` is the upper edge of what is in sight."""


class PaintedArea(QAbstractScrollArea):
    """A scrolled view that paints what it shows.

    Attributes:
        shown: what the reader has done to it; ``keyed`` tells to show where keys go to.

    Signals:
        zoom_changed(int): the zoom in per cent.
    """

    zoom_changed = Signal(int)
    shown: Keyed
    _keys: KeyHandler

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(LIGHT)
        self.setFrameShape(self.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar keeps its room, so that text is not set anew when it comes and goes, but shows only what it can do.
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setEnabled(most > 0))
        bar.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        # Every pixel is painted; nothing need be cleared first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What a view does in its own way

    def _header_widget(self) -> QWidget:
        """What stands above the part that scrolls."""
        raise NotImplementedError

    def _header_height(self) -> int:
        return self._header_widget().sizeHint().height()

    def _set_anew(self) -> None:
        """Set what is shown anew, with the same place in sight: width, letters or colours have changed."""
        raise NotImplementedError

    def _settle_in_sight(self) -> None:
        """Lay out what is in sight."""
        raise NotImplementedError

    def _paint(self, painter: QPainter) -> None:
        """Paint what is in sight."""
        raise NotImplementedError

    def _scroll_to(self, y: float) -> None:
        """Bring this height to the upper edge, in a view of rows, and lay out what comes into sight."""
        raise NotImplementedError

    # Scrolling

    def _reveal_item(self, sheet: Sheet, stack: Stack, item: int) -> None:
        """Bring an item of a stack into sight with as little scrolling as possible."""
        height = self.viewport().height()
        for _ in range(REVEAL_TRIES):
            sheet.ensure(stack.top(item), stack.top(item) + height, stack.top(item))
            top = self.verticalScrollBar().value()
            if stack.top(item) < top or stack.height(item) > height:
                self._scroll_to(stack.top(item))
            elif stack.bottom(item) > top + height:
                self._scroll_to(stack.bottom(item) - height)
            else:
                break

    # Look and zoom

    @property
    def look(self) -> Look:
        """Fonts and colours."""
        return self._look

    def set_colours(self, palette: Palette) -> None:
        """Paint in these colours."""
        self._take_look(Look(palette, self._look.percent, self._look.kinds))

    def set_visible_marks(self, kinds: frozenset[MarkKind]) -> None:
        """Show marks of these kinds only."""
        if kinds != self._look.kinds:
            self._take_look(self._look.with_kinds(kinds))

    @property
    def zoom(self) -> int:
        """The zoom in per cent."""
        return self._look.percent

    def set_zoom(self, percent: int) -> None:
        """Zoom to ``percent``, within 50 and 300."""
        percent = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        if percent != self._look.percent:
            self._take_look(Look(self._look.palette, percent, self._look.kinds))
            self.zoom_changed.emit(percent)

    def zoom_in(self) -> None:
        """Go to the next larger size."""
        self.set_zoom(next((z for z in ZOOMS if z > self.zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller size."""
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self.zoom), ZOOMS[0]))

    def zoom_reset(self) -> None:
        """Go back to the size as designed."""
        self.set_zoom(100)

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._set_anew()
        self._place_header()

    # Events

    def _place_header(self) -> None:
        height = self._header_height()
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)
        self._header_widget().setGeometry(0, 0, self.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set what is shown to the new width."""
        super().resizeEvent(event)
        self._place_header()
        if event.size().width() != event.oldSize().width():
            self._set_anew()
        else:
            self._settle_in_sight()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        try:
            self._paint(painter)
        finally:  # a painter left active would bring Qt down
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                (self.zoom_in if turned > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        if not self._keys.pressed(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no more where keys go to."""
        self.shown.keyed = False
        self.viewport().update()
        super().focusOutEvent(event)


class TextArea(PaintedArea):
    """A painted view whose text can be selected with the mouse."""

    _pointer: TextPointer

    def _tip(self, position: QPoint) -> str:
        """What a tool tip says about a point of the viewport, or empty."""
        return self._pointer.tip(position)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tool tips, and forget the pointer when it leaves."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self._tip(event.pos())
            QToolTip.showText(event.globalPos(), tip, self.viewport()) if tip else QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointer.left()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select text, or what stands there; see TextPointer."""
        self._pointer.pressed(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select text, or tell what is under the pointer."""
        self._pointer.moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked on, if no text was selected."""
        self._pointer.released(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        self._pointer.double_clicked(event)
