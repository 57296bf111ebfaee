"""Sessions without a name that are still there from an earlier run."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossread.review.session import ReviewSession
from crossread.text.shown import one_line
from crossread.ui.review.words import moment
from crossread.ui.widgets.buttons import add_primary

_PATH = Qt.ItemDataRole.UserRole


class LeftDialog(QDialog):
    """A list to choose from.

    Attributes:
        list: the sessions.

    Signals:
        opened(object): the session at this Path is to be opened.
        discarded(object): the session at this Path is to be deleted.
    """

    opened = Signal(object)
    discarded = Signal(object)

    def __init__(self, parent: QWidget, found: Sequence[tuple[Path, ReviewSession]]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Reviews without a name – Crossread")
        self.setModal(True)
        self.resize(560, 320)
        words = QLabel("These reviews were not given a name. Nothing of them is lost.", self)
        self.list = QListWidget(self)
        self.list.setObjectName("lines")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Reviews without a name")
        for path, record in found:
            item = QListWidgetItem(told(record), self.list)
            item.setData(_PATH, path)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._open())
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.open_button = add_primary(buttons, "Open", role.AcceptRole)
        self.discard_button = buttons.addButton("Discard", role.DestructiveRole)
        later = buttons.addButton("Later", role.RejectRole)
        self.open_button.clicked.connect(self._open)
        self.discard_button.clicked.connect(self._discard)
        later.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        for part in (words, self.list, buttons):
            layout.addWidget(part)

    def _open(self) -> None:
        if item := self.list.currentItem():
            self.accept()
            self.opened.emit(item.data(_PATH))

    def _discard(self) -> None:
        if item := self.list.currentItem():
            self.discarded.emit(item.data(_PATH))
            self.list.takeItem(self.list.row(item))
            if not self.list.count():
                self.accept()


def told(record: ReviewSession) -> str:
    """A session in a few words: when it was last worked on, what is in it."""
    last = moment(record.history.entries[-1].at) if record.history.entries else ""
    documents = ", ".join(one_line(document.name, 30) for document in record.documents[:3])
    more = f" and {len(record.documents) - 3} more" if len(record.documents) > 3 else ""
    review = record.review
    counts = [
        f"{number:,} {one if number == 1 else many}"
        for number, one, many in (
            (len(review.decisions), "decision", "decisions"),
            (len(review.notes), "note", "notes"),
            (len(review.realigned) + len(review.corrections), "correction", "corrections"),
        )
        if number
    ]
    return "  ·  ".join(part for part in (last, ", ".join(counts), f"{documents}{more}") if part)
