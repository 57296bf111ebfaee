"""What the mouse does in the Grid."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from crossread.comparison import Place
from crossread.present.marks import Mark
from crossread.ui.grid.dragging import Dragging
from crossread.ui.grid.mark_painting import BOXED
from crossread.ui.grid.painting import ghost_text
from crossread.ui.grid.selection import Caret, Selection, word_at
from crossread.ui.grid.sheet import Spot
from crossread.ui.widgets.text_pointer import TextPointer

if TYPE_CHECKING:
    from crossread.ui.grid.view import GridView


class Pointer(TextPointer):
    """Selects rows and text, chooses findings, follows ghosts, and says what is under the pointer.

    Args:
        view: whose pointer it is.
    """

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self._view = view
        self._hovered: Place | None = None
        self._pointed: Place | None = None
        self.dragging = Dragging(view)

    # Buttons

    def pressed(self, event: QMouseEvent) -> None:
        """Select the row, and begin to select text."""
        spot = self._spot(event.position())
        self._leave_quantity()
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            event.ignore()
            return
        view = self._view
        view.shown.keyed = False
        self._pressed_at, self._dragging = event.position().toPoint(), False
        if spot.column >= 0:
            view.shown.column = spot.column
        self.dragging.press(spot, event.position())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            view.picked.emit()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and view.shown.selection:
            self._extend(event.position())
            self._dragging = True
            return
        caret = self._caret(spot.column, event.position()) if spot.column >= 0 and not spot.band else None
        view.select_text(Selection(spot.column, caret, caret) if caret else None)
        if view.page.aligned and not spot.band:
            view.select_item(spot.item, scroll=False)
        view.cell_selected.emit()

    def released(self, event: QMouseEvent) -> None:
        """Let go what was dragged, or choose what was clicked on."""
        if dropped := self.dragging.drop():
            self._view.dropped.emit(dropped)
        clicked = self._let_go()
        if not clicked or event.button() != Qt.MouseButton.LeftButton:
            return
        view = self._view
        spot = self._spot(event.position())
        if spot is None or spot.column < 0 or spot.band:
            return
        cell = view.page.cell(spot.column, spot.item)
        if cell.ghost and not cell.passages:
            view.select_row(cell.ghost.row)
        elif mark := next((mark for mark in self._marks(spot) if mark.finding), None):
            view.finding_activated.emit(mark.finding)

    def moved(self, event: QMouseEvent) -> None:
        """Drag a row or a cell that was taken hold of; otherwise select text, or tell what is under the pointer."""
        if self._pressed_at is not None and self.dragging.armed:
            self._dragging = self.dragging.move(event.position()) and self.dragging.over is not None
            return
        super().moved(event)

    def double_clicked(self, event: QMouseEvent) -> None:
        """Select a word."""
        spot = self._spot(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None or spot.column < 0:
            return
        offset = self._character(spot)
        if offset is not None:
            word = word_at(self._view.page.documents[spot.column].text, offset)
            carets = Caret(spot.item, word.start), Caret(spot.item, word.end)
            self._view.select_text(Selection(spot.column, *carets))
            self._pressed_at, self._dragging = event.position().toPoint(), True

    # Text

    def _extend(self, position: QPointF) -> None:
        selection = self._view.shown.selection
        if selection:
            caret = self._caret(selection.column, position)
            if caret:
                self._view.select_text(Selection(selection.column, selection.anchor, caret))

    def _caret(self, column: int, position: QPointF) -> Caret | None:
        """The place in a column that is nearest to a point, be it over another column."""
        view, sheet = self._view, self._view.sheet
        stack, place = sheet.stack(column), sheet.columns.position_of(column)
        if place is None or not len(stack):
            return None
        y = position.y() + view.verticalScrollBar().value()
        item = stack.index_at(y)
        cell = sheet.cell(column, item)
        offset = cell.offset_at(position.x() - sheet.text_left(place), y - sheet.text_top(column, item))
        return Caret(item, offset)

    # What is under the pointer

    def _spot(self, position: QPointF) -> Spot | None:
        y = position.y() + self._view.verticalScrollBar().value()
        return self._view.sheet.spot(position.x(), y) if y < self._view.sheet.height else None

    def _character(self, spot: Spot) -> int | None:
        if spot.column < 0 or spot.band:
            return None
        return self._view.sheet.cell(spot.column, spot.item).character_at(spot.x, spot.y)

    def _marks(self, spot: Spot) -> list[Mark]:
        offset = self._character(spot)
        if offset is None:
            return []
        document = self._view.page.documents[spot.column]
        kinds = self._view.sheet.look.kinds
        return [mark for mark in self._view.page.marks(document.id).at(offset) if mark.kind in kinds]

    def passage_at(self, position: QPoint) -> str:
        """Id of the passage under a point of the viewport, or empty."""
        spot = self._spot(QPointF(position))
        offset = self._character(spot) if spot else None
        if spot is None or offset is None:
            return ""
        passage = self._view.page.documents[spot.column].passage_at(offset)
        return passage.id if passage else ""

    def tip(self, position: QPoint) -> str:
        """What a tool tip says about a point of the viewport, or empty."""
        spot = self._spot(QPointF(position))
        if spot is None or spot.column < 0 or spot.band:
            return ""
        page = self._view.page
        cell = page.cell(spot.column, spot.item)
        if cell.ghost and not cell.passages:
            document = page.documents[spot.column]
            words = " ".join(document.of(document.by_id[p]) for p in cell.ghost.passages)
            words = " ".join(words.split())
            where = ghost_text(page, spot.item, cell.ghost)[2:].capitalize()
            return f"{where}; click to go there: {_short(words)}"
        if spot.x < 0 and "hedge" in self._view.look.kinds:
            return self._firmness_at(spot)
        return "\n".join(dict.fromkeys(mark.note for mark in self._marks(spot) if mark.note))

    def _firmness_at(self, spot: Spot) -> str:
        """What the scale at the left edge of a cell says, or empty."""
        page, cell = self._view.page, self._view.sheet.cell(spot.column, spot.item)
        for passage in page.cell(spot.column, spot.item).passages:
            told = page.firmness.get(passage)
            top = cell.extent(cell.document.by_id[passage].span)[0] if told else 0.0
            if told and top <= spot.y < top + self._view.look.line:
                return f"{told.words[:1].upper()}{told.words[1:]}"
        return ""

    def point(self, position: QPoint) -> bool:
        """Tell the view which quantity the pointer rests on; False if it rests on none."""
        spot = self._spot(QPointF(position))
        mark = self._quantity(spot)
        if spot is None or mark is None:
            return False
        view = self._view
        self._pointed = Place(view.page.documents[spot.column].id, mark.span)
        rects = view.sheet.rects(self._pointed)
        box = (
            rects[0] if rects else QRectF(position.x(), position.y() + view.verticalScrollBar().value(), 1, 1)
        )
        for rect in rects[1:]:
            box = box.united(rect)
        top = view.viewport().y() - view.verticalScrollBar().value()
        view.quantity_pointed.emit(self._pointed, box.translated(view.viewport().x(), top).toAlignedRect())
        return True

    def _quantity(self, spot: Spot | None) -> Mark | None:
        return next((mark for mark in self._marks(spot) if mark.kind in BOXED), None) if spot else None

    def _leave_quantity(self) -> None:
        if self._pointed is not None:
            self._pointed = None
            self._view.quantity_pointed.emit(None, QRect())

    def _hover(self, position: QPointF) -> None:
        view = self._view
        spot = self._spot(position)
        if self._pointed is not None:
            mark = self._quantity(spot)
            if mark is None or mark.span != self._pointed.span:
                self._leave_quantity()
        shape, place = Qt.CursorShape.ArrowCursor, None
        if spot and spot.column >= 0 and not spot.band:
            cell = view.page.cell(spot.column, spot.item)
            offset = self._character(spot)
            if (cell.ghost and not cell.passages) or any(mark.finding for mark in self._marks(spot)):
                shape = Qt.CursorShape.PointingHandCursor
            elif offset is not None:
                shape = Qt.CursorShape.IBeamCursor
            document = view.page.documents[spot.column]
            passage = document.passage_at(offset) if offset is not None else None
            place = Place(document.id, passage.span) if passage else None
        grip = self.dragging.grip(spot) if spot else None
        if grip and grip[1] is not None:
            shape = Qt.CursorShape.OpenHandCursor
        if grip != view.shown.grip:
            view.shown.grip = grip
            view.viewport().update()
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        self._tell(place)

    def left(self) -> None:
        """The pointer has left the Grid, or what was under it has moved."""
        self._leave_quantity()
        self._tell(None)

    def _tell(self, place: Place | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self._view.place_hovered.emit(place)


def _short(words: str) -> str:
    return words if len(words) <= 160 else words[:159].rstrip() + "…"
