"""What has come of merging another reviewer's copy, and the disagreements side by side to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossread.review.merging import Merged
from crossread.ui.widgets.buttons import add_primary

_MINE, _THEIRS = 0, 1


class MergeDialog(QDialog):
    """A table of two columns; of each line one side holds.

    Attributes:
        table: the disagreements, a line each; a side is chosen by its check box, Space, or a click.

    Signals:
        decided(object): merge, with theirs for the disagreements of these numbers, a frozenset.
    """

    decided = Signal(object)

    def __init__(self, parent: QWidget, merged: Merged, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Merge another copy – Crossread")
        self.setModal(True)
        self.resize(760, min(200 + 52 * len(merged.disagreements), 560))
        summary = QLabel(told(merged, name), self)
        summary.setWordWrap(True)
        self.table = QTableWidget(len(merged.disagreements), 2, self)
        self.table.setObjectName("lines")
        self.table.setAccessibleName("Disagreements, mine at the left, theirs at the right")
        self.table.setHorizontalHeaderLabels(["Mine", "Theirs"])
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for row, disagreement in enumerate(merged.disagreements):
            for column, words in enumerate(disagreement.sides()):
                item = QTableWidgetItem(words)
                item.setCheckState(Qt.CheckState.Checked if column == _MINE else Qt.CheckState.Unchecked)
                item.setToolTip("Let this one hold")
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.table.setItem(row, column, item)
        self._emphasise()
        self.table.setVisible(bool(merged.disagreements))
        self.table.itemChanged.connect(self._choose)
        self.table.cellClicked.connect(self._click)
        buttons = QDialogButtonBox(self)
        if len(merged.disagreements) > 1:
            for words, side in (("All of &mine", _MINE), ("All of &theirs", _THEIRS)):
                button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ResetRole)
                button.clicked.connect(lambda _=False, side=side: self.choose_all(theirs=side == _THEIRS))
        self.accept_button = add_primary(buttons, "Merge", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(summary)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def choose(self, row: int, *, theirs: bool) -> None:
        """Let one side of a disagreement hold."""
        item = self.table.item(row, _THEIRS if theirs else _MINE)
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked)

    def choose_all(self, *, theirs: bool) -> None:
        """Let the same side of every disagreement hold."""
        for row in range(self.table.rowCount()):
            self.choose(row, theirs=theirs)

    def _emphasise(self) -> None:
        """Set in bold what is to hold."""
        for row in range(self.table.rowCount()):
            for column in (_MINE, _THEIRS):
                if item := self.table.item(row, column):
                    font = item.font()
                    font.setBold(item.checkState() == Qt.CheckState.Checked)
                    item.setFont(font)

    def _click(self, row: int, column: int) -> None:
        self.choose(row, theirs=column == _THEIRS)

    def _choose(self, item: QTableWidgetItem) -> None:
        """One of the two is checked, always."""
        other = self.table.item(item.row(), 1 - item.column())
        if other is None:
            return
        self.table.blockSignals(True)
        on = item.checkState() == Qt.CheckState.Checked
        other.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        self._emphasise()
        self.table.blockSignals(False)

    def _decide(self) -> None:
        theirs = frozenset(
            row
            for row in range(self.table.rowCount())
            if (item := self.table.item(row, _THEIRS)) and item.checkState() == Qt.CheckState.Checked
        )
        self.accept()
        self.decided.emit(theirs)


def told(merged: Merged, name: str) -> str:
    """What the merge comes to, in a sentence or two."""
    parts = [
        _counted(len(merged.taken), "step is", "steps are") + " taken over",
        _counted(merged.agreed, "thing", "things") + " both did alike",
    ]
    said = f"“{name}”: {parts[0]}, {parts[1]}."
    count = len(merged.disagreements)
    if not count:
        return f"{said} There are no disagreements."
    on = _counted(count, "thing", "things")
    return f"{said} On {on} the two disagree: choose what is to hold. It is not asked again."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
