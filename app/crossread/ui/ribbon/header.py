"""The heads of the Ribbon's columns: who is shown, and a way to another document."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from crossread.ui.grid.look import Look, colour
from crossread.ui.styling.paint import paint_focus
from crossread.ui.widgets.letters import letter_box, paint_letter

if TYPE_CHECKING:
    from crossread.ui.ribbon.spread import Spread


_PAD = 8.0
_LARGEST = 115  # per cent


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a column.

    Attributes:
        name: who or what it is ("25 June 2026").
        detail: a second line, or empty.
        choice: another document can be chosen.
        letter: of the document, or empty.
    """

    name: str
    detail: str = ""
    choice: bool = True
    letter: str = ""

    @property
    def in_words(self) -> str:
        """All of it, for those who listen."""
        return ", ".join(part for part in (self.letter, self.name, self.detail) if part)


class RibbonHeader(QWidget):
    """A head above each column.

    Signals:
        activated(int, QPoint): the reader wants another document in this column; where on the screen.
    """

    activated = Signal(int, QPoint)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._heads: list[_HeadButton] = []
        self.setAccessibleName("Documents in the columns")

    def set_look(self, look: Look) -> None:
        """Take another look; the heads do not grow with the text beyond what they need."""
        look = self._look = _modest(look)
        for head in self._heads:
            head.take(head.head, look)
        self.update()

    def show_columns(self, heads: Sequence[Head], spread: "Spread", look: Look) -> None:
        """Show the heads of these columns."""
        look = self._look = _modest(look)
        while len(self._heads) > len(heads):
            self._heads.pop().deleteLater()
        while len(self._heads) < len(heads):
            button = _HeadButton(self, look)
            number = len(self._heads)
            button.clicked.connect(lambda _=False, number=number: self._tell(number))
            button.show()
            self._heads.append(button)
        for number, (head, button) in enumerate(zip(heads, self._heads, strict=True)):
            button.take(head, look)
            left = spread.text_left(number) - _PAD
            width = min(spread.text_width + 2 * _PAD, spread.width - left)
            button.setGeometry(round(left), 4, round(width), self.sizeHint().height() - 8)
        self.update()

    def buttons(self) -> "tuple[QAbstractButton, ...]":
        """The heads, from left to right."""
        return tuple(self._heads)

    def _tell(self, number: int) -> None:
        button = self._heads[number]
        self.activated.emit(number, button.mapToGlobal(QPoint(0, button.height())))

    def sizeHint(self) -> QSize:
        """As tall as its two lines."""
        names = QFontMetricsF(self._look.label(13, QFont.Weight.DemiBold)).height()
        return QSize(0, round(names + QFontMetricsF(self._look.label(11.5)).height() + 21))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self._look.palette.ground))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour(self._look.palette.line))
        painter.end()


def _modest(look: Look) -> Look:
    return Look(look.palette, min(look.percent, _LARGEST))


class _HeadButton(QAbstractButton):
    """Name and title of a column's document; pressing it offers the others."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self.head = Head("")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def take(self, head: Head, look: Look) -> None:
        """Show this."""
        self.head, self._look = head, look
        self.setEnabled(head.choice)
        self.setAccessibleName(head.in_words)
        self.setToolTip("Choose the documents that stand beside each other" if head.choice else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if head.choice else Qt.CursorShape.ArrowCursor)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two lines, and a small arrow where there is a choice."""
        look, palette = self._look, self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.line))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        font, small = look.label(13, QFont.Weight.DemiBold), look.label(11.5)
        metrics, details = QFontMetricsF(font), QFontMetricsF(small)
        room = self.width() - 2 * _PAD
        block = metrics.height() + (details.height() + 2 if self.head.detail else 0)
        base = (self.height() - block) / 2 + metrics.ascent()
        left = _PAD
        if self.head.letter:
            chip = letter_box(look, left, base, self.head.letter)
            paint_letter(painter, chip, palette, self.head.letter)
            left = chip.right() + 7
        name = metrics.elidedText(self.head.name, Qt.TextElideMode.ElideRight, room + _PAD - left - 16)
        painter.setFont(font)
        painter.setPen(colour(palette.ink if self.head.choice else palette.dim))
        painter.drawText(QPointF(left, base), name)
        if self.head.choice:
            self._arrow(painter, left + metrics.horizontalAdvance(name) + 8, base - metrics.capHeight() / 2)
        painter.setFont(small)
        painter.setPen(colour(palette.dim))
        detail = details.elidedText(self.head.detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(_PAD, base + metrics.descent() + 2 + details.ascent()), detail)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), palette, 5)
        painter.end()

    def _arrow(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(colour(self._look.palette.dim), 1.4))
        painter.drawPolyline(QPolygonF([QPointF(x, y - 2), QPointF(x + 4, y + 2), QPointF(x + 8, y - 2)]))
