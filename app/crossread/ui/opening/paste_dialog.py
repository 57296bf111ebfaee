"""A small window in which what was copied gets its title before it becomes a document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from crossread.text.document import Document
from crossread.text.shown import plain_line
from crossread.ui.styling.fonts import reading_font
from crossread.ui.widgets.buttons import add_primary
from crossread.ui.widgets.labels import hint

_SHOWN = 4_000  # code points of the text; enough to know it by
_LINES = 9


class PasteDialog(QDialog):
    """Shows what was copied and asks what to call it; the first heading is suggested.

    Attributes:
        title: the field for the title.

    Signals:
        titled(str): the text is to become a document of this title.
    """

    titled = Signal(str)

    def __init__(self, parent: QWidget, document: Document, words: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Paste as new document – Crossread")
        self.setModal(True)
        self.setMinimumWidth(520)
        self._suggested = document.title
        self.title = QLineEdit(plain_line(document.title, 300), self)
        self.title.setAccessibleName("Title of the document")
        self.title.setClearButtonEnabled(True)
        self.title.selectAll()
        label = QLabel("&Title:", self)
        label.setBuddy(self.title)
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFont(reading_font(14))
        text.setAccessibleName("The text that was copied")
        shown = document.text[:_SHOWN]
        text.setPlainText(shown + ("…" if len(document.text) > _SHOWN else ""))
        text.setFixedHeight(_LINES * QFontMetrics(text.font()).lineSpacing() + 16)
        about = hint(f"{words:,} words · {document.provenance.reader or 'Clipboard'}", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add_primary(buttons, "&Paste", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(8)
        for widget in (label, self.title, text, about, buttons):
            layout.addWidget(widget)
        self.title.setFocus()

    def _decide(self) -> None:
        self.titled.emit(" ".join(self.title.text().split()) or self._suggested)
        self.accept()
