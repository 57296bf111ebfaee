"""The fact table as a widget: a table whose values can be picked for a correction."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from crossread.ui.facts.table import FactTable
from crossread.ui.table.table import Entry
from crossread.ui.table.view import TableView


class FactsView(TableView):
    """Facts across, documents down.

    Attributes:
        table: the facts shown.
    """

    table: FactTable

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FactTable(), parent)
        self.setAccessibleName("Facts, a row for each fact and a column for each document")

    def choose(self, entry: Entry | None, *, alone: bool = False) -> None:
        """Pick a value for a correction, or let it go again.

        Args:
            entry: the value; None lets all go.
            alone: let all others go.
        """
        before = self.shown.chosen
        if entry is None:
            self.shown.chosen = frozenset()
        elif alone:
            self.shown.chosen = frozenset((entry,))
        else:
            self.shown.chosen = before ^ {entry}
        if before != self.shown.chosen:
            self.viewport().update()
            self.moved.emit()

    def select_all(self) -> None:
        """Pick all values of the selected row."""
        item = self.shown.item
        if item is not None:
            self.shown.chosen = frozenset(self.table.entries(item))
            self.viewport().update()
            self.moved.emit()

    def chosen(self) -> tuple[Entry, ...]:
        """The values that a correction is to act on: those picked, else the one that keys go to."""
        if self.shown.chosen:
            return tuple(sorted(self.shown.chosen, key=lambda e: (e.item, e.column, e.number)))
        entry = self.current_entry()
        return (entry,) if entry else ()

    def press(self) -> None:
        """Pick the value that keys go to, or tell why the fact is as it is."""
        entry = self.current_entry()
        if entry:
            self.choose(entry)
        elif self.shown.item is not None:
            self.why_asked.emit()

    def leave(self) -> None:
        """Let go of what is picked, and leave."""
        self.choose(None)
        super().leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the row; with Ctrl pick the value for a correction."""
        picking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        spot = self.spot_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and not picking and spot is not None:
            self.choose(None)
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and picking and spot and spot.number is not None:
            self.choose(Entry(spot.item, spot.column, spot.number))
