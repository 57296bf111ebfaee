"""A quiet card: who states what, and why the verdict is what it is."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from crossread.present.fact_card import Card, CardLine
from crossread.present.palette import LIGHT, Palette
from crossread.text.shown import one_line
from crossread.ui.grid.look import colour
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.paint import Sample, paint_sample, paint_verdict, sample_width
from crossread.ui.table.row_layout import Paragraph
from crossread.ui.widgets.letters import paint_letter

_WIDTH, _PAD, _GAP = 380, 14.0, 9.0
_BADGE, _LETTER = 16.0, 17.0
_MOST = 9  # lines; more would hide the page
_WORDS = 60  # characters


@dataclass(frozen=True, slots=True)
class _Laid:
    """A line with its places, from the card's top left corner."""

    line: CardLine
    top: float
    sentence: Paragraph | None
    sentence_at: QPointF


def _place(room: QRect, size: QSize, beside: QRect) -> QPoint:
    """Where a card goes: below what it is about, else above it, else at its side, and never out of the room."""
    x = min(max(beside.left(), room.left()), max(room.left(), room.right() - size.width()))
    y = min(max(beside.top(), room.top()), max(room.top(), room.bottom() - size.height()))
    below, above = beside.bottom() + 6, beside.top() - 6 - size.height()
    if below + size.height() <= room.bottom():
        return QPoint(x, below)
    if above >= room.top():
        return QPoint(x, above)
    right, left = beside.right() + 10, beside.left() - 10 - size.width()
    if right + size.width() <= room.right() or left < room.left():
        return QPoint(min(right, max(room.left(), room.right() - size.width())), y)
    return QPoint(left, y)


class CardView(QWidget):
    """A card over the page; it takes no place of its own.

    Args:
        parent: what it lies over.
        passive: the pointer goes through it to what is below.

    Signals:
        closed(): a person has put it away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, *, passive: bool = False) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, passive)
        self._card = Card("", ())
        self._laid: list[_Laid] = []
        self._title = Paragraph("", label_font(13), _WIDTH)
        self._more = 0
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def card(self) -> Card:
        """What it says."""
        return self._card

    def set_colours(self, palette: Palette) -> None:
        """Paint in these colours."""
        self._palette = palette
        self.update()

    def show_card(self, card: Card, beside: QRect) -> None:
        """Show a card near a rectangle of the parent, below it if there is room."""
        self._card = card
        self._lay_out()
        parent = self.parentWidget()
        assert parent is not None
        room, size = parent.rect().adjusted(4, 4, -4, -4), self.sizeHint()
        self.setGeometry(QRect(_place(room, size, beside), size))
        self.setAccessibleName(self.in_words())
        self.raise_()
        self.show()
        self.update()

    def in_words(self) -> str:
        """The card as one text."""
        said = [self._card.title]
        for line in self._card.lines:
            words = f"“{line.words}”, {line.understood}." if line.words else ""
            said.append(
                " ".join(
                    part
                    for part in (", ".join(line.documents) + ":", line.badge, words, line.sentence)
                    if part
                )
            )
        return "\n".join(said)

    def sizeHint(self) -> QSize:
        """As high as its lines need."""
        last = self._laid[-1] if self._laid else None
        bottom = _PAD + self._title.height
        if last:
            bottom = last.top + _LETTER + 3
            if last.sentence:
                bottom = max(bottom, last.sentence_at.y() + last.sentence.height)
        return QSize(_WIDTH, ceil(bottom + (20 if self._more else 0) + _PAD))

    def _lay_out(self) -> None:
        width = _WIDTH - 2 * _PAD
        self._title = Paragraph(
            one_line(self._card.title, 160), label_font(12.5, QFont.Weight.DemiBold), width
        )
        self._laid = []
        shown = self._card.lines[:_MOST]
        self._more = len(self._card.lines) - len(shown)
        y = _PAD + self._title.height + _GAP
        for line in shown:
            left = self._text_left(line)
            if line.words:
                sentence = (
                    Paragraph(one_line(line.sentence), label_font(12), _WIDTH - _PAD - left)
                    if line.sentence
                    else None
                )
                at = QPointF(left, y + _LETTER + 5)
                bottom = at.y() + sentence.height if sentence else y + _LETTER + 4
            else:
                sentence = Paragraph(one_line(line.sentence), label_font(12), _WIDTH - _PAD - left)
                at = QPointF(left, y)
                bottom = max(at.y() + sentence.height, y + _LETTER)
            self._laid.append(_Laid(line, y, sentence, at))
            y = bottom + _GAP

    def _text_left(self, line: CardLine) -> float:
        badge = _BADGE + 7 if line.badge else 0.0
        return _PAD + badge + (_LETTER + 3) * min(len(line.documents), 6) + 5

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the title and the lines."""
        palette = self._palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.dim), 1))
        painter.setBrush(colour(palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(colour(palette.ink))
        self._title.paint(painter, QPointF(_PAD, _PAD))
        for laid in self._laid:
            self._paint_line(painter, laid)
        if self._more:
            painter.setFont(label_font(12))
            painter.setPen(colour(palette.dim))
            painter.drawText(QPointF(_PAD, self.height() - _PAD), f"and {self._more} more")
        painter.end()

    def _paint_line(self, painter: QPainter, laid: _Laid) -> None:
        palette, line = self._palette, laid.line
        x = _PAD
        if line.badge:
            paint_verdict(painter, QRectF(x, laid.top + 1, _BADGE, _BADGE), palette, line.badge)
            x += _BADGE + 7
        for document in line.documents[:6]:
            paint_letter(painter, QRectF(x, laid.top + 0.5, _LETTER, _LETTER), palette, document)
            x += _LETTER + 3
        x += 5
        if line.words:
            self._paint_words(painter, QPointF(x, laid.top + 13.5), line)
        if laid.sentence:
            painter.setPen(colour(palette.dim if line.words else palette.ink))
            laid.sentence.paint(painter, laid.sentence_at)

    def _paint_words(self, painter: QPainter, at: QPointF, line: CardLine) -> None:
        sample: Sample = "contradiction" if line.badge == "≠" else "number"
        words = one_line(line.words, _WORDS)
        while len(words) > 4 and at.x() + sample_width(words, "", sample, 13.5) > _WIDTH - _PAD:
            words = words[:-2].rstrip() + "…"
        width = paint_sample(painter, at, self._palette, sample, words, "", 13.5)
        font = label_font(12)
        painter.setFont(font)
        painter.setPen(colour(self._palette.dim))
        left = at.x() + width + 8
        value = QFontMetricsF(font).elidedText(
            line.understood, Qt.TextElideMode.ElideRight, _WIDTH - _PAD - left
        )
        painter.drawText(QPointF(left, at.y() - 0.5), value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts it away."""
        event.accept()
        self.put_away()

    def put_away(self) -> None:
        """Hide it."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to what is below."""
        event.ignore()
