"""Asks once who sits here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from crossread.ui.widgets.buttons import add_primary

_LONGEST = 80  # characters


class NameDialog(QDialog):
    """A name for what is decided and noted.

    Attributes:
        field: where it is typed.

    Signals:
        named(str): the name; empty if it is not to be given.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, name: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Your name – Crossread")
        self.setModal(True)
        words = QLabel(
            "By what name should your decisions, notes and corrections be kept?\n"
            "It stands beside each of them, and stays on this machine.",
            self,
        )
        self.field = QLineEdit(name, self)
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName("Your name")
        self.field.setPlaceholderText("Your name or initials")
        buttons = QDialogButtonBox(self)
        add_primary(buttons, "Keep", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Without a name", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(14)
        for part in (words, self.field, buttons):
            layout.addWidget(part)
        self.accepted.connect(lambda: self.named.emit(" ".join(self.field.text().split())))
        self.rejected.connect(lambda: self.named.emit(""))
        self.field.setFocus()
