"""Labels that several panels and dialogs share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from crossread.ui.styling.fonts import label_font


def caption(words: str, parent: QWidget) -> QLabel:
    """What stands above a group of things, in small capitals of its own."""
    label = QLabel(words, parent)
    label.setObjectName("caption")
    label.setFont(label_font(11))
    return label


def hint(words: str, parent: QWidget) -> QLabel:
    """Quiet words that explain; shown as they are, never as rich text."""
    label = QLabel(words, parent)
    label.setObjectName("hint")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
