"""A small window in which a person says what a value means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crossread.quantities.quantity import Quantity
from crossread.quantities.wording import understood
from crossread.review.correction import UnreadableValueError, read_value
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui.styling.fonts import reading_font
from crossread.ui.widgets.buttons import add_primary


class ValueDialog(QDialog):
    """Asks for the right value, in words as any document would write it, and shows what it is read as.

    Signals:
        decided(str, str): "value" and the words, or "no quantity" and nothing.
    """

    decided = Signal(str, str)

    def __init__(self, parent: QWidget, document: Document, quantity: Quantity) -> None:
        super().__init__(parent)
        self._document, self._quantity = document, quantity
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Wrong value – Crossread")
        self.setModal(True)
        self.setMinimumWidth(420)
        words = QLabel(f"{document.id}: “{one_line(quantity.span.of(document.text), 80)}”", self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(reading_font(16))
        words.setWordWrap(True)
        was = QLabel(f"was read as {understood(quantity) or 'nothing that can be compared'}.", self)
        was.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("42 days, 28.8 million, 5 June 2026 …")
        self.field.setAccessibleName("The right value")
        self.field.textChanged.connect(self._read)
        label = QLabel("&It means:", self)
        label.setBuddy(self.field)
        self.reading = QLabel(self)
        self.reading.setObjectName("hint")
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.reading.setWordWrap(True)
        self.reading.setMinimumHeight(34)
        self.none = QPushButton("It states &no quantity", self)
        self.none.setAutoDefault(False)
        self.none.clicked.connect(lambda: self._decide("no quantity", ""))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = add_primary(buttons, "&Set value", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.none, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(lambda: self._decide("value", self.field.text()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(8)
        for widget in (words, was, label, self.field, self.reading, buttons):
            layout.addWidget(widget)
        self._read("")
        self.field.setFocus()

    def _read(self, words: str) -> None:
        """Show what the words are read as."""
        self.accept_button.setEnabled(False)
        if not words.strip():
            self.reading.setText("")
            return
        try:
            found = read_value(words, self._document.date, self._quantity)
        except UnreadableValueError as error:
            self.reading.setText(str(error))
            return
        self.reading.setText(f"Read as {understood(found) or words.strip()}.")
        self.accept_button.setEnabled(True)

    def _decide(self, kind: str, value: str) -> None:
        self.decided.emit(kind, value)
        self.accept()
