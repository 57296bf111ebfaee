"""What keys do in the Ribbon."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from crossread.comparison import Place

if TYPE_CHECKING:
    from crossread.ui.ribbon.view import RibbonView

_KEY = Qt.Key


class Keys:
    """Moves from passage to passage and from column to column.

    Args:
        view: whose keys they are.
    """

    def __init__(self, view: "RibbonView") -> None:
        self._view = view
        self._plain: dict[int, Callable[[], None]] = {
            _KEY.Key_Up: lambda: self._passage(-1),
            _KEY.Key_Down: lambda: self._passage(1),
            _KEY.Key_Left: lambda: self._column(-1),
            _KEY.Key_Right: lambda: self._column(1),
            _KEY.Key_PageUp: lambda: self._leaf(-1),
            _KEY.Key_PageDown: lambda: self._leaf(1),
            _KEY.Key_Space: lambda: self._leaf(1),
            _KEY.Key_Home: lambda: self._end(0),
            _KEY.Key_End: lambda: self._end(-1),
            _KEY.Key_Return: self._activate,
            _KEY.Key_Enter: self._activate,
            _KEY.Key_Escape: lambda: view.select_text(None),
        }

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        view = self._view
        if event.matches(QKeySequence.StandardKey.Copy):
            view.copy()
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            view.select_all()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._plain.get(event.key()) if modifiers == Qt.KeyboardModifier.NoModifier else None
        if action is None or (event.key() == _KEY.Key_Escape and view.shown.selection is None):
            return False
        if not view.leaves.documents:
            return False
        view.shown.keyed = True
        action()
        return True

    def _stops(self) -> list[Place]:
        """What one can go to in the column: its tied stretches, or its passages."""
        view = self._view
        document = view.leaves.documents[view.shown.column]
        if view.leaves.ringed:
            spans = {span for tie in view.ties.all if (span := tie.within(document.id))}
        else:
            spans = {
                passage.span
                for passage in document.passages
                if view.leaves.boilerplate or passage.kind != "boilerplate"
            }
        return [Place(document.id, span) for span in sorted(spans)]

    def _passage(self, step: int) -> None:
        view, stops = self._view, self._stops()
        if not stops:
            return
        place = view.shown.place
        here = place if place and place.document == stops[0].document else self._here(stops[0].document)
        if here is None:
            target = stops[0]
        elif step > 0:
            target = next((stop for stop in stops if stop.span.start > here.span.start), stops[-1])
        else:
            target = next((s for s in reversed(stops) if s.span.start < here.span.start), stops[0])
        self._go(target)

    def _here(self, document: str) -> Place | None:
        """The end of what is selected that lies in this document."""
        for tie in self._view.shown.selected:
            if span := tie.within(document):
                return Place(document, span)
        return None

    def _column(self, step: int) -> None:
        view = self._view
        column = view.shown.column + step
        if not 0 <= column < len(view.leaves.documents):
            return
        view.shown.column = column
        here = self._here(view.leaves.documents[column].id)
        if here:
            view.select_at(here.document, here.span.start)
        view.viewport().update()

    def _leaf(self, step: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def _end(self, which: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.minimum() if which == 0 else bar.maximum())
        stops = self._stops()
        if stops:
            self._go(stops[which])

    def _go(self, place: Place) -> None:
        view = self._view
        view.select_at(place.document, place.span.start)
        view.show_place(place)

    def _activate(self) -> None:
        """Choose the first finding of what is selected."""
        view, place = self._view, self._view.shown.place
        if place is None:
            return
        for offset in range(place.span.start, place.span.end):
            mark = next((mark for mark in view.marks_at(place.document, offset) if mark.finding), None)
            if mark:
                view.finding_activated.emit(mark.finding)
                return
