"""Where a note is written or changed, with its tags."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from crossread.text.shown import one_line
from crossread.ui.review.words import tags_of
from crossread.ui.styling.fonts import label_font
from crossread.ui.widgets.buttons import add_primary
from crossread.ui.widgets.checks import CheckBox

_TYPED = 400  # milliseconds after which typed words are kept: less than the second that may be lost


class NoteDialog(QDialog):
    """A note.

    Attributes:
        field: its words.
        tags: its tags, apart by commas.
        private: whether it is for its writer only.
        remove: takes the note away; shown for one that exists.

    Signals:
        kept(str, object, bool): the words, the tags, and whether it is private.
        removed(): the note is to be taken away.
        typed(str): what has been typed so far, told at least once a second.
    """

    kept = Signal(str, object, bool)
    removed = Signal()
    typed = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        on: str,
        text: str = "",
        tags: Sequence[str] = (),
        known_tags: Sequence[str] = (),
        *,
        private: bool = False,
        exists: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Note – Crossread")
        self.setModal(True)
        self.resize(520, 340)
        about = QLabel(one_line(on, 240), self)
        about.setWordWrap(True)
        about.setObjectName("hint")
        self.field = QPlainTextEdit(text, self)
        self.field.setAccessibleName("Note")
        self.field.setPlaceholderText("What is to be remembered of it. Ctrl+Enter keeps it.")
        self.field.setTabChangesFocus(True)
        self.field.setFont(label_font(14))
        self.tags = QLineEdit(", ".join(tags), self)
        self.tags.setAccessibleName("Tags, apart by commas")
        self.tags.setPlaceholderText("Tags, apart by commas")
        self.tags.setCompleter(_TagCompleter(known_tags, self.tags))
        self.private = CheckBox("Private: left out of presentations and reports unless asked", self)
        self.private.setChecked(private)
        buttons = QDialogButtonBox(self)
        self.keep = add_primary(buttons, "Keep", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.remove = buttons.addButton("Remove the note", QDialogButtonBox.ButtonRole.DestructiveRole)
        self.remove.setVisible(exists)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        self.remove.clicked.connect(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        for part in (about, self.field, self.tags, self.private, buttons):
            layout.addWidget(part)
        self._pause = QTimer(self, singleShot=True, interval=_TYPED)
        self._pause.timeout.connect(lambda: self.typed.emit(self.field.toPlainText()))
        self.field.textChanged.connect(lambda: self._pause.isActive() or self._pause.start())
        self.field.installEventFilter(self)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus()

    def _keep(self) -> None:
        words, tags = self.field.toPlainText().strip(), tags_of(self.tags.text())
        self._pause.stop()
        self.accept()
        self.kept.emit(words, tags, self.private.isChecked())

    def _remove(self) -> None:
        self._pause.stop()
        self.accept()
        self.removed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps the note, for Enter belongs to its words."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep()
                return True
        return super().eventFilter(watched, event)


class _TagCompleter(QCompleter):
    """Offers tags in use for the last one that is being typed."""

    def __init__(self, tags: Sequence[str], parent: QLineEdit) -> None:
        super().__init__(list(tags), parent)
        self._field = parent
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:
        """Only what stands behind the last comma is completed."""
        return [path.rsplit(",", 1)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What stood before the last comma stays."""
        before = self._field.text().rpartition(",")[0]
        tag = super().pathFromIndex(index)
        return f"{before}, {tag}" if before else tag
