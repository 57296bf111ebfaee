"""Where a note is typed while presenting."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from crossread.present.palette import Palette
from crossread.ui.styling.fonts import label_font
from crossread.ui.widgets.checks import CheckBox


class NoteField(QWidget):
    """A few lines at the foot of the screen.

    Attributes:
        field: where it is typed.
        private: whether the note is for its writer only.

    Signals:
        written(str, bool): the words, and whether they are private.
        left(): nothing is to be noted.
    """

    written = Signal(str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName("Note on this finding")
        self.field.setPlaceholderText("Note on this finding. Ctrl+Enter keeps it, Esc does not.")
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.private = CheckBox("private: never shown to a room unasked", self)
        self.keep = QPushButton("Keep", self)
        self.keep.setObjectName("primary")
        self.keep.clicked.connect(self._keep)
        below = QHBoxLayout()
        below.addWidget(self.private, 1)
        below.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 6, 24, 4)
        layout.addWidget(self.field)
        layout.addLayout(below)

    def set_size(self, pixels: float) -> None:
        """Set letters of this size, in logical pixels."""
        self.field.setFont(label_font(pixels))
        self.field.setFixedHeight(round(pixels * 1.35 * 3 + 16))
        for widget in (self.private, self.keep):
            widget.setFont(label_font(max(12.0, pixels * 0.75)))

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.private.set_colours(palette)

    def open(self) -> None:
        """Take the keyboard."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.private.setChecked(False)
        self.hide()

    def _keep(self) -> None:
        words, private = self.field.toPlainText(), self.private.isChecked()
        self.put_away()
        self.written.emit(words, private)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps the note, Escape does not."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.put_away()
                self.left.emit()
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep()
                return True
        return super().eventFilter(watched, event)
