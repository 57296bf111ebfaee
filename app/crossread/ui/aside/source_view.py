"""The source of a document in letters of equal width, the passage highlighted in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.read.original import SourceText
from crossread.text.span import Span
from crossread.ui.offsets import Offsets
from crossread.ui.styling.fonts import source_font

AROUND = 30_000
"""Code points of the source that are shown before the passage and behind it; more would hold the window up."""


class SourceView(QPlainTextEdit):
    """Shows the part of a source around a passage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._span: Span | None = None
        self._text = ""
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFont(source_font(12.5))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Source of the original")

    @property
    def highlighted(self) -> str:
        """The characters that are highlighted."""
        return self._span.of(self._text) if self._span else ""

    def show_source(self, source: SourceText) -> bool:
        """Show the source around its passage; whether that is all of it."""
        middle = source.span or Span(0, 0)
        start, end = max(0, middle.start - AROUND), min(len(source.text), middle.end + AROUND)
        text = source.text[start:end]
        if text != self._text:
            self._text = text
            self.setPlainText(text)
        self._span = source.span.shifted(-start) if source.span else None
        self._highlight()
        return start == 0 and end == len(source.text)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self._highlight()

    def _highlight(self) -> None:
        span = self._span
        if span is None:
            self.setExtraSelections([])
            return
        offsets = Offsets(self._text)
        cursor = self.textCursor()
        cursor.setPosition(offsets.to_units(span.start))
        self.setTextCursor(cursor)
        mark = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(QColor(self._palette.found.ground))
        form.setForeground(QColor(self._palette.found.ink))
        mark.format = form
        chosen = QTextCursor(cursor)
        chosen.setPosition(offsets.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = chosen
        self.setExtraSelections([mark])
        self.centerCursor()
