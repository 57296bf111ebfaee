"""Keeps heights true: what is in sight at once, the rest of the page while nothing else happens."""

from collections.abc import Callable
from math import ceil
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from crossread.ui.grid.sheet import Sheet

# Beyond these, heights stay estimates until they come into sight: laying out so much would take seconds.
_MOST_CELLS = 6_000
_TALLEST = 4_000.0  # pixels of one row
_SLICE = 0.006  # seconds of work between two looks at what the reader does
_PAUSE = 8  # milliseconds


class Settling:
    """Lays out cells and corrects the scroll bar without moving what is in sight.

    Args:
        view: whose scroll bar it is.
        sheet: asks for the sheet that is shown.
        settled: called after every correction; True if heights were corrected.
    """

    def __init__(
        self, view: QAbstractScrollArea, sheet: Callable[[], Sheet], settled: Callable[[bool], None]
    ) -> None:
        self._view, self._sheet, self._settled = view, sheet, settled
        self._busy = False
        self._measured: Sheet | None = None
        self._next = 0
        self._timer = QTimer(view, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._measure_on)

    def settle(self) -> None:
        """Lay out what is in sight and near."""
        if self._busy:
            return
        height = self._view.viewport().height()
        grown = False
        for _ in range(2):  # a corrected end may move what is in sight once more
            top = self._view.verticalScrollBar().value()
            grown = self._ensure(top - height / 2, top + 1.5 * height) or grown
            if self._view.verticalScrollBar().value() == top:
                break
        self._settled(grown)
        if self._measured is not self._sheet():
            self._measured, self._next = self._sheet(), 0
            self._timer.start()

    def _ensure(self, top: float, bottom: float) -> bool:
        """Lay out a part of the sheet; what is in sight stays where it is."""
        sheet, bar = self._sheet(), self._view.verticalScrollBar()
        seen, before = bar.value(), sheet.height
        shift = sheet.ensure(top, bottom, seen)
        self._busy = True  # the scroll bar will tell of what is done here
        bar.setSingleStep(sheet.look.line)
        bar.setPageStep(max(self._view.viewport().height() - 2 * sheet.look.line, 1))
        bar.setRange(0, max(0, ceil(sheet.height - self._view.viewport().height())))
        bar.setValue(seen + round(shift))
        self._busy = False
        return sheet.height != before or bool(shift)

    def _measure_on(self) -> None:
        """Lay out a few more rows, so that the scroll bar and the overview become exact."""
        sheet = self._sheet()
        if sheet is not self._measured or not sheet.page.aligned or not sheet.columns.shown:
            return
        stack = sheet.stack(sheet.columns.shown[0])
        if len(stack) * len(sheet.columns.shown) > _MOST_CELLS:
            return
        end = perf_counter() + _SLICE
        grown = False
        while self._next < len(stack) and perf_counter() < end:
            top = stack.top(self._next)
            grown = self._ensure(top, min(stack.bottom(self._next), top + _TALLEST)) or grown
            self._next += 1
        if grown:
            self._settled(True)
        if self._next < len(stack):
            self._timer.start()
