"""Lists of what was done, in small windows: the history, the corrections by hand, what needs another look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crossread.present.palette import Palette
from crossread.review.action import Action, Entry, Realigned
from crossread.review.carrying import Look
from crossread.review.history import Line
from crossread.review.review import Review
from crossread.review.telling import told, what
from crossread.ui.review.words import moment, signed

_KEY = Qt.ItemDataRole.UserRole
_WHY = {
    "gone": "is gone: what it stood on is not in the present version",
    "changed": "stands on words that have changed",
    "other places": "belongs to a finding that stands in other places now",
}


class LinesDialog(QDialog):
    """A list with buttons for the chosen line, kept up to date while it is open.

    Attributes:
        list: the lines.
        words: what stands above them.

    Signals:
        chosen(object): what stands behind the line that was activated.

    Args:
        parent: the window it belongs to.
        title: of the dialog.
        about: a sentence on what is listed.
        empty: said instead where there is nothing to list.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, about: str, empty: str = "") -> None:
        super().__init__(parent)
        self._about, self._empty = about, empty or about
        self.setWindowTitle(f"{title} – Crossread")
        self.setModal(False)
        self.resize(620, 460)
        self.words = words = QLabel(about, self)
        words.setWordWrap(True)
        words.setObjectName("hint")
        self.list = QListWidget(self)
        self.list.setObjectName("lines")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName(title)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(_KEY)))
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self._dependent: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        for part in (words, self.list, self.buttons):
            layout.addWidget(part)

    def add_button(self, words: str) -> QPushButton:
        """A button that acts on the chosen line."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        self._dependent.append(button)
        button.setEnabled(False)
        return button

    @property
    def current(self) -> object:
        """What stands behind the chosen line, or None."""
        item = self.list.currentItem()
        return item.data(_KEY) if item else None

    def set_lines(self, lines: Sequence[tuple[str, object, bool]], palette: Palette) -> None:
        """Show these lines: words, what stands behind them, and whether they are in force."""
        place = self.list.currentRow()
        self.words.setText(self._about if lines else self._empty)
        self.list.clear()
        for words, behind, in_force in lines:
            item = QListWidgetItem(words, self.list)
            item.setData(_KEY, behind)
            if not in_force:
                font = item.font()
                font.setStrikeOut(True)
                item.setFont(font)
                item.setForeground(QBrush(QColor(palette.dim)))
        if lines:
            self.list.setCurrentRow(min(max(place, 0), len(lines) - 1))
        self._enable()

    def _enable(self) -> None:
        for button in self._dependent:
            button.setEnabled(self.list.currentItem() is not None)


def history_lines(lines: Sequence[Line]) -> list[tuple[str, object, bool]]:
    """The history, the newest first; what was undone is struck out."""
    return [(line.text, line.entry.id, not line.undone) for line in reversed(lines)]


def corrections_by_hand(review: Review) -> list[tuple[str, object, bool]]:
    """Everything that was set right by hand and can be taken back singly, the newest first."""
    entries: list[Entry[Action]] = [
        *review.realigned, *review.corrections, *review.spin.values(), *review.boilerplate,
        *review.details.values(),
    ]  # fmt: skip
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return [(f"{told(entry)}, {moment(entry.at)}{_places(entry)}", entry.id, True) for entry in entries]


def second_looks(looks: Sequence[Look]) -> list[tuple[str, object, bool]]:
    """What no longer fits, each with the reason."""
    return [
        (f"{signed(look.by, look.at)} {what(look.action, {})}: {_WHY[look.why]}", look, look.why != "gone")
        for look in looks
    ]


def _places(entry: Entry[Action]) -> str:
    if isinstance(entry.action, Realigned):
        count = sum(len(pin.passages) + len(pin.others) for pin in entry.action.pins)
        return f" ({count} places pinned)"
    return ""
