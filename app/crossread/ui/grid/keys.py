"""What keys do in the Grid."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from crossread.ui.grid.selection import Caret, Selection

if TYPE_CHECKING:
    from crossread.ui.grid.view import GridView

_KEY = Qt.Key


class Keys:
    """Moves the selected row and the cell that keys go to.

    Args:
        view: whose keys they are.
    """

    def __init__(self, view: "GridView") -> None:
        self._view = view
        self._last: tuple[tuple[int, int], int] = ((-1, -1), -1)
        self._plain: dict[int, Callable[[], None]] = {
            _KEY.Key_Up: lambda: self._row(-1),
            _KEY.Key_Down: lambda: self._row(1),
            _KEY.Key_Left: lambda: self._column(-1),
            _KEY.Key_Right: lambda: self._column(1),
            _KEY.Key_PageUp: lambda: self._leaf(-1),
            _KEY.Key_PageDown: lambda: self._leaf(1),
            _KEY.Key_Space: lambda: self._leaf(1),
            _KEY.Key_Home: lambda: self._end(0),
            _KEY.Key_End: lambda: self._end(-1),
            _KEY.Key_Return: self._activate,
            _KEY.Key_Enter: self._activate,
            _KEY.Key_BracketLeft: view.previous_columns,
            _KEY.Key_BracketRight: view.next_columns,
            _KEY.Key_Escape: lambda: view.select_text(None),
        }
        self._with_shift: dict[int, Callable[[], None]] = {
            _KEY.Key_Up: lambda: self._select_cells(-1),
            _KEY.Key_Down: lambda: self._select_cells(1),
        }
        self._with_control: dict[int, Callable[[], None]] = {
            _KEY.Key_Left: view.previous_columns,
            _KEY.Key_Right: view.next_columns,
            _KEY.Key_Home: lambda: self._end(0),
            _KEY.Key_End: lambda: self._end(-1),
        }

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        view = self._view
        if event.matches(QKeySequence.StandardKey.Copy):
            view.copy()
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            if view.page.documents:
                view.select_all_of(view.page.documents[view.shown.column].id)
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            action = self._with_control.get(event.key())
        elif modifiers == Qt.KeyboardModifier.ShiftModifier:
            action = self._with_shift.get(event.key())
        elif modifiers == Qt.KeyboardModifier.NoModifier:
            action = self._plain.get(event.key())
        else:
            action = None
        if event.key() == _KEY.Key_Escape and view.cancel_drag():
            return True
        if action is None or (event.key() == _KEY.Key_Escape and view.shown.selection is None):
            return False
        action()
        return True

    def _row(self, step: int) -> None:
        view = self._view
        if not view.page.aligned:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.singleStep())
            return
        view.shown.keyed = True
        if view.shown.row is None:
            self._first_in_sight()
        elif not self._scrolled_within(view.shown.row, step):
            item = view.shown.row + step
            if 0 <= item < len(view.page.rows):
                view.select_item(item)

    def _scrolled_within(self, item: int, step: int) -> bool:
        """Scroll on where the row is taller than the window and not all of it was seen."""
        view = self._view
        bar, height, stack = view.verticalScrollBar(), view.viewport().height(), view.sheet.stack(0)
        top, bottom = stack.top(item), stack.bottom(item)
        if bottom - top <= height:
            return False
        if step > 0 and bar.value() + height < bottom and bar.value() + height > top:
            bar.setValue(min(bar.value() + bar.pageStep(), round(bottom) - height))
            return True
        if step < 0 and bar.value() > top and bar.value() < bottom:
            bar.setValue(max(bar.value() - bar.pageStep(), round(top)))
            return True
        return False

    def _first_in_sight(self) -> None:
        view = self._view
        stack, top = view.sheet.stack(0), view.verticalScrollBar().value()
        if not len(stack):
            return
        item = stack.index_at(top)
        if (
            stack.top(item) < top
            and item + 1 < len(stack)
            and stack.bottom(item) < top + view.viewport().height()
        ):
            item += 1
        view.select_item(item, scroll=False)

    def _select_cells(self, step: int) -> None:
        """Select the text of the cell that keys go to; pressed again, of the next one too."""
        view = self._view
        if not view.page.aligned or view.shown.row is None:
            return
        column, row = view.shown.column, view.shown.row
        length = len(view.page.documents[column].text)
        old = view.shown.selection
        here = Selection(column, Caret(row, 0), Caret(row, length))
        if old is None or old.column != column or row not in (old.anchor.item, old.focus.item) or old.empty:
            view.select_text(here)
        else:
            self._row(step)
            row = view.shown.row
            start = old.anchor.item
            ends = (0, length) if row >= start else (length, 0)
            view.select_text(Selection(column, Caret(start, ends[0]), Caret(row, ends[1])))
        view.shown.keyed = True

    def _column(self, step: int) -> None:
        view = self._view
        position = view.columns.position_of(view.shown.column)
        if position is None:
            return
        view.shown.keyed = True
        if 0 <= position + step < len(view.columns.shown):
            view.shown.column = view.columns.shown[position + step]
            view.cell_selected.emit()
        view.viewport().update()

    def _leaf(self, step: int) -> None:
        view = self._view
        bar = view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * bar.pageStep())
        if not view.page.aligned:
            return
        view.shown.keyed = True
        if bar.value() == before:
            self._end(0 if step < 0 else -1)
        else:
            self._first_in_sight()

    def _end(self, item: int) -> None:
        view = self._view
        bar = view.verticalScrollBar()
        bar.setValue(bar.minimum() if item == 0 else bar.maximum())
        if view.page.aligned and view.page.rows:
            view.shown.keyed = True
            view.select_item(range(len(view.page.rows))[item])

    def _activate(self) -> None:
        """Choose a finding of the cell that keys go to; pressed again, the next one."""
        view = self._view
        if view.shown.row is None:
            return
        cell = view.page.cell(view.shown.column, view.shown.row)
        if cell.ghost and not cell.passages:
            view.select_row(cell.ghost.row)
            return
        document = view.page.documents[view.shown.column]
        marks = view.page.marks(document.id)
        findings: list[str] = []
        for passage in cell.passages:
            for mark in marks.overlapping(document.by_id[passage].span):
                if mark.finding and mark.kind in view.sheet.look.kinds and mark.finding not in findings:
                    findings.append(mark.finding)
        if not findings:
            return
        here = (view.shown.column, view.shown.row)
        number = self._last[1] + 1 if self._last[0] == here else 0
        self._last = (here, number)
        view.finding_activated.emit(findings[number % len(findings)])
