"""What keys do in a table."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from crossread.ui.table.sheet import HEAD

if TYPE_CHECKING:
    from crossread.ui.table.view import TableView

_KEY = Qt.Key


class TableKeys:
    """Moves from row to row, from document to document and from entry to entry.

    Args:
        view: whose keys they are.
    """

    def __init__(self, view: "TableView") -> None:
        self._view = view
        self._plain: dict[int, Callable[[], None]] = {
            _KEY.Key_Up: lambda: self._row(-1),
            _KEY.Key_Down: lambda: self._row(1),
            _KEY.Key_Left: lambda: self._value(-1),
            _KEY.Key_Right: lambda: self._value(1),
            _KEY.Key_PageUp: lambda: self._leaf(-1),
            _KEY.Key_PageDown: lambda: self._leaf(1),
            _KEY.Key_Home: lambda: self._end(0),
            _KEY.Key_End: lambda: self._end(-1),
            _KEY.Key_Return: view.activate,
            _KEY.Key_Enter: view.activate,
            _KEY.Key_Space: view.press,
            _KEY.Key_BracketLeft: lambda: view.show_columns_page(view.columns.page - 1),
            _KEY.Key_BracketRight: lambda: view.show_columns_page(view.columns.page + 1),
        }

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        view = self._view
        if event.matches(QKeySequence.StandardKey.Copy):
            view.copy()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._plain.get(event.key()) if modifiers == Qt.KeyboardModifier.NoModifier else None
        if event.key() == _KEY.Key_Escape:
            view.leave()
            return True
        if action is None or not view.table.rows:
            return False
        view.shown.keyed = True
        action()
        return True

    def _row(self, by: int) -> None:
        view = self._view
        item = view.shown.item
        item = 0 if item is None else min(max(item + by, 0), len(view.table.rows) - 1)
        view.select(item)

    def _value(self, by: int) -> None:
        """The next entry of the cell, else the next document; the row itself stands before the first."""
        view, shown = self._view, self._view.shown
        if shown.item is None:
            view.select(0)
            return
        entries = len(view.table.cell(shown.item, shown.column).entries) if shown.column != HEAD else 0
        if 0 <= shown.number + by < entries:
            view.select(shown.item, shown.column, shown.number + by)
            return
        column = shown.column + by
        if HEAD <= column < len(view.table.documents):
            there = len(view.table.cell(shown.item, column).entries) if column != HEAD else 0
            view.select(shown.item, column, max(there - 1, 0) if by < 0 else 0)

    def _leaf(self, by: int) -> None:
        view = self._view
        bar = view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * bar.pageStep())
        if bar.value() == before:
            self._end(0 if by < 0 else -1)
        else:
            view.select(view.sheet.stack.index_at(bar.value() + 1), scroll=False)

    def _end(self, item: int) -> None:
        self._view.select(range(len(self._view.table.rows))[item])
