"""Selecting text with the mouse in a view that paints its text itself."""

from PySide6.QtCore import QPoint, QPointF, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

_INTERVAL = 30  # milliseconds between two steps of scrolling beyond the edge
_FASTEST = 60  # pixels of one such step


class TextPointer:
    """Tells a drag from a click, and scrolls on while text is being selected beyond the edge.

    Args:
        area: the view whose text is selected.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        self._area = area
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._at = QPoint()
        self._scrolling = QTimer(area, interval=_INTERVAL)
        self._scrolling.timeout.connect(self._scroll_on)

    def pressed(self, event: QMouseEvent) -> None:
        """A button has gone down."""
        raise NotImplementedError

    def released(self, event: QMouseEvent) -> None:
        """A button has come up."""
        raise NotImplementedError

    def double_clicked(self, event: QMouseEvent) -> None:
        """Select a word."""
        raise NotImplementedError

    def tip(self, position: QPoint) -> str:
        """What a tool tip says about a point of the viewport, or empty."""
        raise NotImplementedError

    def left(self) -> None:
        """The pointer has left the view, or what was under it has moved."""
        raise NotImplementedError

    def moved(self, event: QMouseEvent) -> None:
        """Select text while the button is down; otherwise tell what is under the pointer."""
        self._at = event.position().toPoint()
        if self._pressed_at is None:
            self._hover(event.position())
            return
        far = (self._at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self._extend(event.position())
            if 0 <= self._at.y() < self._area.viewport().height():
                self._scrolling.stop()
            elif not self._scrolling.isActive():
                self._scrolling.start()

    def _let_go(self) -> bool:
        """The button is up; whether that was a click, and no text was being selected."""
        self._scrolling.stop()
        clicked = self._pressed_at is not None and not self._dragging
        self._pressed_at, self._dragging = None, False
        return clicked

    def _scroll_on(self) -> None:
        height = self._area.viewport().height()
        beyond = self._at.y() if self._at.y() < 0 else max(self._at.y() - height, 0)
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, beyond)))
        self._extend(QPointF(self._at))

    def _extend(self, position: QPointF) -> None:
        """Select as far as this point of the viewport, if selecting was begun."""
        raise NotImplementedError

    def _hover(self, position: QPointF) -> None:
        """The pointer is at this point of the viewport, with no button down."""
        raise NotImplementedError
