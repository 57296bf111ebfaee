"""The windows that explain: marks, keys, why passages are aligned, who copied from whom."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crossread.present.matrix import PairShares, matrix
from crossread.ui.helping import dialogs
from crossread.ui.session import Session
from crossread.ui.styling.theme import Themes


class Helping(QObject):
    """Opens them on behalf of a window.

    Args:
        window: their parent.
        session: what they speak of.
        themes: the look they have.
    """

    def __init__(self, window: QWidget, session: Session, themes: Themes) -> None:
        super().__init__(window)
        self._window, self._session, self._themes = window, session, themes

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do, by their names."""
        window = self._window
        return {
            "legend": lambda: dialogs.legend_dialog(window, self._themes.palette).show(),
            "shortcuts": lambda: dialogs.shortcuts_dialog(window).show(),
            "matrix": lambda: dialogs.matrix_dialog(window, self.pairs()).show(),
            "about": lambda: dialogs.about_dialog(window).show(),
        }

    def pairs(self) -> tuple[PairShares, ...]:
        """How much of each two documents is linked and copied."""
        comparison = self._session.comparison
        shown = [document.id for document in self._session.shown]
        return matrix(comparison, shown) if comparison else ()

    def explain_row(self) -> None:
        """Why the passages of the row the reader is at are aligned."""
        comparison = self._session.comparison
        rows = comparison.rows if comparison else ()
        row = next((row for row in rows if row.id == self._session.row), None)
        if comparison and row:
            dialogs.why_dialog(self._window, comparison, row).show()
        else:
            self._session.told.emit("Nothing is aligned in this row; only one document speaks here.")
