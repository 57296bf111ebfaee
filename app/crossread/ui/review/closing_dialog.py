"""What has changed, said when a session is closed."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from crossread.ui.widgets.buttons import add_primary


class ClosingDialog(QDialog):
    """The closing note.

    Signals:
        kept(): close, with everything as it is.
        named(): give the session a name first.
        discarded(): forget what was done.
    """

    kept = Signal()
    named = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget, note: str, *, unnamed: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Closing – Crossread")
        self.setModal(True)
        words = QLabel(note, self)
        words.setWordWrap(True)
        words.setMinimumWidth(420)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        if unnamed:
            more = QLabel(
                "This review has no name yet. Kept without one, it is offered again at the next start.", self
            )
            more.setWordWrap(True)
            name = add_primary(buttons, "Save session as…", role.AcceptRole)
            keep = buttons.addButton("Keep without a name", role.ActionRole)
            forget = buttons.addButton("Discard", role.DestructiveRole)
            name.clicked.connect(lambda: self._end(self.named))
            forget.clicked.connect(lambda: self._end(self.discarded))
        else:
            more = QLabel(self)
            more.hide()
            keep = add_primary(buttons, "Close", role.ActionRole)
        keep.clicked.connect(lambda: self._end(self.kept))
        stay = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        stay.clicked.connect(self.reject)
        more.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        for part in (words, more, buttons):
            layout.addWidget(part)
        self.note = words
        self.buttons = {button.text().replace("&", ""): button for button in buttons.buttons()}

    def _end(self, signal: SignalInstance) -> None:
        self.accept()
        signal.emit()
