"""What the mouse does in the Reading view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from crossread.ui.ribbon.pointer import Pointer

if TYPE_CHECKING:
    from crossread.ui.reading.view import ReadingView


class ReadingPointer(Pointer):
    """Selects text as in the Ribbon, and chooses cards and the findings on them.

    Args:
        view: whose pointer it is.
    """

    def __init__(self, view: "ReadingView") -> None:
        super().__init__(view)
        self._reading = view
        self._on_card = False

    def pressed(self, event: QMouseEvent) -> None:
        """Begin to select text, or to choose a card."""
        self._on_card = self._card(event.position()) is not None
        if self._on_card:
            event.accept()
        else:
            super().pressed(event)

    def released(self, event: QMouseEvent) -> None:
        """Choose what was clicked on."""
        if not self._on_card:
            super().released(event)
            return
        self._on_card = False
        number = self._card(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._reading.activate_card(number, self._height(event.position()))

    def double_clicked(self, event: QMouseEvent) -> None:
        """Select a word; on a card it is a click like any other."""
        if self._card(event.position()) is None:
            super().double_clicked(event)

    def tip(self, position: QPoint) -> str:
        """What a tool tip says about a point of the view, or empty."""
        number = self._card(QPointF(position))
        if number is None:
            return super().tip(position)
        entry = self._reading.spread.entry_at(number, self._height(QPointF(position)))
        return entry.finding.detail if entry else ""

    def left(self) -> None:
        """The pointer has left the view."""
        super().left()
        self._reading.hover_card(None)

    def _hover(self, position: QPointF) -> None:
        number = self._card(position)
        self._reading.hover_card(number)
        if number is None:
            super()._hover(position)
        else:
            self._reading.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _card(self, position: QPointF) -> int | None:
        view = self._reading
        if not view.spread.documents:
            return None
        return view.spread.card_at(position.x(), self._height(position))

    def _height(self, position: QPointF) -> float:
        """The height of a point in the column."""
        return position.y() + self._reading.tops()[0]
