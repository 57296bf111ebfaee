"""The Notes tab: a card for each note."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.text.shown import one_line
from crossread.ui.review.list_view import CardsModel, CardsView, Index
from crossread.ui.review.notes import NoteLine
from crossread.ui.review.signs import paint_sign
from crossread.ui.review.words import signed
from crossread.ui.styling.fonts import label_font, reading_font
from crossread.ui.table.row_layout import Paragraph
from crossread.ui.widgets.letters import paint_letter

_PAD, _GAP, _LETTER, _SCROLL_BAR = 11, 8, 18, 14  # pixels
_LONGEST_QUOTE, _LONGEST_NOTE = 110, 900  # characters


class NotesModel(CardsModel[NoteLine]):
    """The notes."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A note in words, for those who listen."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        line = self.cards[index.row()]
        where = "finding" if line.on_finding else line.letter or "a text that is not open"
        private = ", private" if line.private else ""
        tags = f", tagged {', '.join(line.tags)}" if line.tags else ""
        return one_line(f"Note on {where}, “{line.on}”: {line.text}{private}{tags}", 600)


class NotesDelegate(QStyledItemDelegate):
    """Paints a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette: Palette = LIGHT
        self._laid_out: dict[tuple[NoteLine, int], tuple[Paragraph, ...]] = {}

    def forget(self) -> None:
        """Other colours or another width: measure anew."""
        self._laid_out.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need."""
        width = _width(option)
        parts = self._measured(_line(index), width)
        return QSize(width, int(sum(part.height for part in parts)) + 2 * _PAD + 10 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what the note is on, what it says, who wrote it, and its tags."""
        line, palette = _line(index), self.palette
        box = QRectF(option.rect).adjusted(1, 1, 0, -1 - _GAP)
        box.setWidth(_width(option) - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = palette.selection_bar if current else palette.dim if hovered else palette.line
        painter.setPen(QPen(QColor(edge), 2 if current else 1))
        painter.setBrush(QColor(palette.selection if current else palette.raised))
        painter.drawRoundedRect(box, 7, 7)
        left, y = box.left() + _PAD, box.top() + _PAD
        badge = QRectF(left, y, _LETTER, _LETTER)
        if line.letter:
            paint_letter(painter, badge, palette, line.letter)
        else:
            paint_sign(painter, badge.adjusted(2, 2, -2, -2), palette, "note")
        on, said, by = self._measured(line, _width(option))
        painter.setPen(QColor(palette.dim))
        on.paint(painter, QPointF(left + _LETTER + 8, y))
        painter.setPen(QColor(palette.ink))
        said.paint(painter, QPointF(left, y + on.height + 5))
        painter.setPen(QColor(palette.dim))
        by.paint(painter, QPointF(left, y + on.height + said.height + 10))
        painter.restore()

    def _measured(self, line: NoteLine, width: int) -> tuple[Paragraph, ...]:
        known = self._laid_out.get((line, width))
        if known is None:
            inner = max(60, width - 2 - 2 * _PAD)
            quoted = one_line(line.on, _LONGEST_QUOTE)
            if line.on_finding:
                on = Paragraph(quoted, label_font(12.5, QFont.Weight.DemiBold), inner - _LETTER - 8)
            else:
                on = Paragraph(f"“{quoted}”", reading_font(13), inner - _LETTER - 8)
            said = Paragraph(one_line(line.text, _LONGEST_NOTE) or "(no words)", label_font(12.5), inner)
            by = Paragraph(_below(line), label_font(11.5), inner)
            known = self._laid_out[line, width] = (on, said, by)
        return known


def _below(line: NoteLine) -> str:
    parts = [signed(line.by, line.at)]
    if line.private:
        parts.append("private")
    if not line.on_finding and line.place is None:
        parts.append("its text is not open")
    parts += [f"#{one_line(tag, 40)}" for tag in line.tags]
    return " · ".join(part for part in parts if part)


def _width(option: QStyleOptionViewItem) -> int:
    return (option.widget.width() if option.widget is not None else 260) - _SCROLL_BAR


def _line(index: Index) -> NoteLine:
    model = index.model()
    assert isinstance(model, NotesModel)
    return model.cards[index.row()]


class NotesList(CardsView):
    """The notes; Enter goes to one, F2 or a double click changes it, Del takes it away.

    Signals:
        chosen(object): the reader wants to go to this NoteLine.
        edited(object): this one is to be changed.
        deleted(object): this one is to be taken away.
        menu_asked(object, QPoint): what can be done with this one, and where on the screen that is to be shown.
    """

    chosen = Signal(object)
    edited = Signal(object)
    deleted = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes")
        self.notes = NotesModel(self)
        self.cards = NotesDelegate(self)
        self.setModel(self.notes)
        self.setItemDelegate(self.cards)
        self.clicked.connect(lambda index: self.chosen.emit(_line(index)))
        self.activated.connect(lambda index: self.chosen.emit(_line(index)))
        self.doubleClicked.connect(lambda index: self.edited.emit(_line(index)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.cards.palette = palette
        self.viewport().update()

    def set_lines(self, lines: Sequence[NoteLine]) -> None:
        """Show these notes; the one the keyboard is at stays so."""
        index = self.currentIndex()
        here = self.notes.cards[index.row()].id if 0 <= index.row() < len(self.notes.cards) else ""
        self.cards.forget()
        self.notes.set_cards(lines)
        place = next((number for number, line in enumerate(lines) if line.id == here), None)
        if place is not None:
            self.setCurrentIndex(self.notes.index(place))

    def _ask_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.menu_asked.emit(_line(index), self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 changes, Del takes away."""
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_F2:
            self.edited.emit(_line(index))
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(_line(index))
        else:
            super().keyPressEvent(event)
