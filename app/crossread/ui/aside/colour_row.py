"""A row of colours from which a person chooses one for a document."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from crossread.present.document_colours import CHOICES
from crossread.present.palette import LIGHT, Palette
from crossread.ui.styling.paint import paint_focus
from crossread.ui.widgets.letters import paint_letter

_SIZE, _CHIP = 30, 20
_IN_A_ROW = 6


class ColourRow(QWidget):
    """The colours that can be chosen, the one by turns among them; arrow keys go from one to the next.

    Attributes:
        buttons: from left to right; the first stands for the colour by turns.

    Signals:
        chosen(str): the colour as #rrggbb, or empty for the one by turns.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.buttons: list[_Swatch] = []
        for number, (name, value) in enumerate([("By turns", ""), *((c.name, c.value) for c in CHOICES)]):
            button = _Swatch(name, value, self)
            self._group.addButton(button)
            self.buttons.append(button)
            layout.addWidget(button, number // _IN_A_ROW, number % _IN_A_ROW)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
        layout.setColumnStretch(_IN_A_ROW, 1)
        self.setAccessibleName("Colour of the document")

    def show_document(self, document_id: str, value: str) -> None:
        """Show the colours on this document's letter, and which of them it has."""
        for button in self.buttons:
            button.letter = document_id
            button.setChecked(button.value == value)
            button.update()
        if not any(button.isChecked() for button in self.buttons):  # a colour from elsewhere
            self._group.setExclusive(False)
            for button in self.buttons:
                button.setChecked(False)
            self._group.setExclusive(True)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        for button in self.buttons:
            button.palette_ = palette
            button.update()


class _Swatch(QAbstractButton):
    """A document's letter in one of the colours."""

    def __init__(self, name: str, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value, self.letter = value, ""
        self.palette_: Palette = LIGHT
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(QSize(_SIZE, _SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip, a frame around the one in force, a ring around the one keys act on."""
        palette = self.palette_
        others = tuple(pair for pair in palette.letters if pair[0] != self.letter)
        own = ((self.letter, self.value),) if self.value else ()
        shown = replace(palette, letters=(*others, *own))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = (_SIZE - _CHIP) / 2
        box = QRectF(self.rect())
        paint_letter(painter, box.adjusted(inset, inset, -inset, -inset), shown, self.letter)
        if self.isChecked():
            painter.setPen(QPen(QColor(palette.ink), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        if self.hasFocus():
            paint_focus(painter, box, palette, 7)
        painter.end()
