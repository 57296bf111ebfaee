"""Buttons of dialogs."""

from PySide6.QtWidgets import QDialogButtonBox, QPushButton


def add_primary(box: QDialogButtonBox, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
    """The button of a dialog that Enter presses."""
    # Named before the box adopts and styles it: a name given later is not looked at again.
    button = QPushButton(words)
    button.setObjectName("primary")
    box.addButton(button, role)
    button.setDefault(True)
    return button
