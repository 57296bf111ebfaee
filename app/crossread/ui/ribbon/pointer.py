"""What the mouse does in the Ribbon."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from crossread.comparison import Place
from crossread.ui.grid.selection import word_at
from crossread.ui.ribbon.painting import TextSelection
from crossread.ui.ribbon.spread import Spot
from crossread.ui.widgets.text_pointer import TextPointer

if TYPE_CHECKING:
    from crossread.ui.ribbon.view import RibbonView


class Pointer(TextPointer):
    """Selects text and what is tied, chooses findings, and shows the ribbon under the pointer.

    Args:
        view: whose pointer it is.
    """

    def __init__(self, view: "RibbonView") -> None:
        super().__init__(view)
        self._view = view

    def pressed(self, event: QMouseEvent) -> None:
        """Begin to select text."""
        view, spot = self._view, self._spot(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            event.ignore()
            return
        view.shown.keyed = False
        view.shown.column = spot.column
        self._pressed_at, self._dragging = event.position().toPoint(), False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and view.shown.selection:
            self._extend(event.position())
            self._dragging = True
            return
        offset = view.spread.offset_at(spot)
        view.select_text(TextSelection(spot.column, offset, offset))

    def released(self, event: QMouseEvent) -> None:
        """Choose what was clicked on."""
        clicked = self._let_go()
        if not clicked or event.button() != Qt.MouseButton.LeftButton:
            return
        view, spot = self._view, self._spot(event.position())
        offset = view.spread.character_at(spot) if spot else None
        if spot is None or offset is None:
            return
        document = view.spread.documents[spot.column].id
        covered = next((s for s in view.shown.blanks.get(document, ()) if s.start <= offset < s.end), None)
        view.select_at(document, offset)
        if covered:
            view.blank_activated.emit(Place(document, covered))
        elif mark := next((mark for mark in view.marks_at(document, offset) if mark.finding), None):
            view.finding_activated.emit(mark.finding)

    def double_clicked(self, event: QMouseEvent) -> None:
        """Select a word."""
        view, spot = self._view, self._spot(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            return
        offset = view.spread.character_at(spot)
        if offset is not None:
            word = word_at(view.spread.documents[spot.column].text, offset)
            view.select_text(TextSelection(spot.column, word.start, word.end))
            self._pressed_at, self._dragging = event.position().toPoint(), True

    def _extend(self, position: QPointF) -> None:
        view, selection = self._view, self._view.shown.selection
        if selection:
            spot = view.spread.spot_in(selection.column, position.x(), position.y(), view.tops())
            focus = view.spread.offset_at(spot)
            view.select_text(TextSelection(selection.column, selection.anchor, focus))

    def _spot(self, position: QPointF) -> Spot | None:
        return self._view.spread.spot(position.x(), position.y(), self._view.tops())

    def tip(self, position: QPoint) -> str:
        """What a tool tip says about a point of the view, or empty."""
        view, spot = self._view, self._spot(QPointF(position))
        offset = view.spread.character_at(spot) if spot else None
        if spot is None or offset is None:
            return ""
        document = view.spread.documents[spot.column].id
        return "\n".join(dict.fromkeys(m.note for m in view.marks_at(document, offset) if m.note))

    def left(self) -> None:
        """No ribbon is shown for what is no longer under the pointer."""
        self._view.hover(None)

    def _hover(self, position: QPointF) -> None:
        view, spot = self._view, self._spot(position)
        shape, place = Qt.CursorShape.ArrowCursor, None
        offset = view.spread.character_at(spot) if spot else None
        if spot and offset is not None:
            document = view.spread.documents[spot.column].id
            place = view.stretch_at(document, offset)
            chosen = any(mark.finding for mark in view.marks_at(document, offset))
            tied = view.leaves.ringed and place is not None
            shape = Qt.CursorShape.PointingHandCursor if chosen or tied else Qt.CursorShape.IBeamCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        view.hover(place)
