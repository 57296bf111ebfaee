"""The head of the Grid: who speaks in which column, and where one is among the columns."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui.grid.columns import Columns
from crossread.ui.grid.look import Look, colour
from crossread.ui.widgets.letters import letter_box, paint_letter

# Not by strftime, which would answer in the language of the machine in the midst of an English window.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def plain_date(written: str | None) -> str:
    """An ISO 8601 date as people write it (25 June 2026), anything else as it is; empty for None."""
    if not written:
        return ""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class GridHeader(QWidget):
    """Letter, publisher, date and title above each column, and a pager where not all columns have room.

    Signals:
        turned(int): the reader asks for the next (1) or the previous (-1) columns.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._documents: Sequence[Document] = ()
        self._columns = Columns((), (0.0,), 0, 1)
        self._base = ""
        self._back = self._button("‹", "Previous columns", -1)
        self._forth = self._button("›", "Next columns", 1)
        self.setAccessibleName("Documents in the columns")

    def _button(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({'Ctrl+Right' if step > 0 else 'Ctrl+Left'})")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.turned.emit(step))
        return button

    def show_columns(self, documents: Sequence[Document], columns: Columns, base: str, look: Look) -> None:
        """Show the heads of these columns."""
        self._documents, self._columns, self._base, self._look = documents, columns, base, look
        for button, there in (
            (self._back, columns.page > 0),
            (self._forth, columns.page + 1 < columns.pages),
        ):
            button.setVisible(columns.pages > 1)
            button.setEnabled(there)
            button.setStyleSheet(
                f"QToolButton {{ color: {look.palette.ink}; background: transparent; border: none }}"
                f"QToolButton {{ font-size: 16px }}"
                f"QToolButton:disabled {{ color: {look.palette.faint} }}"
                f"QToolButton:hover:enabled {{ background: {look.palette.selection} }}"
            )
        names = [f"{documents[c].id}, {self._who(documents[c])}" for c in columns.shown]
        self.setAccessibleDescription(f"{'; '.join(names)}{self._where()}")
        self.update()

    def _where(self) -> str:
        columns = self._columns
        if columns.pages == 1:
            return ""
        return f" (page {columns.page + 1} of {columns.pages}, {len(self._documents)} documents)"

    @staticmethod
    def _who(document: Document) -> str:
        return document.publisher or plain_date(document.date) or one_line(document.name, 60) or "no date"

    def sizeHint(self) -> QSize:
        """As tall as its two lines."""
        return QSize(0, round(self._titles().height() + self._details().height() + 19))

    def _names(self) -> QFont:
        return self._look.label(13, QFont.Weight.DemiBold)

    def _titles(self) -> QFontMetricsF:
        return QFontMetricsF(self._names())

    def _details(self) -> QFontMetricsF:
        return QFontMetricsF(self._look.label(11.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pager in the corner."""
        bottom = self.height() - 25
        self._back.setGeometry(2, bottom, 20, 22)
        self._forth.setGeometry(22, bottom, 20, 22)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heads over their columns."""
        palette, columns = self._look.palette, self._columns
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), colour(palette.ground))
            line = colour(palette.line)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), line)
            for position, column in enumerate(columns.shown):
                left, width = columns.edges[position], columns.width(position)
                painter.fillRect(QRectF(left, 0, 1, self.height()), line)
                room = QRectF(left + self._look.pad, 9, width - 2 * self._look.pad, self.height() - 18)
                self._head(painter, room, self._documents[column])
            if columns.pages > 1:
                painter.setFont(self._look.label(11))
                painter.setPen(colour(palette.dim))
                place = QRectF(0, 6, columns.edges[0], 18)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{columns.page + 1}/{columns.pages}")
        finally:  # a painter left active would bring Qt down
            painter.end()

    def _head(self, painter: QPainter, room: QRectF, document: Document) -> None:
        palette = self._look.palette
        names, titles = self._names(), self._titles()
        right = room.right()
        if document.id == self._base:
            right -= self._aside(painter, room, "base")
        chip = letter_box(self._look, room.left(), room.top() + titles.ascent(), document.id)
        paint_letter(painter, chip, palette, document.id)
        left = chip.right() + 7
        name = titles.elidedText(self._who(document), Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(names)
        painter.setPen(colour(palette.ink))
        painter.drawText(QPointF(left, room.top() + titles.ascent()), name)
        used = left - room.left() + titles.horizontalAdvance(name) + 8
        small = self._look.label(11.5)
        painter.setFont(small)
        painter.setPen(colour(palette.dim))
        when = plain_date(document.date) if document.publisher else ""
        metrics = self._details()
        if when and used + metrics.horizontalAdvance(when) <= right - room.left():
            painter.drawText(QPointF(room.left() + used, room.top() + titles.ascent()), when)
        title = metrics.elidedText(document.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), room.top() + titles.height() + 2 + metrics.ascent()), title)

    def _aside(self, painter: QPainter, room: QRectF, word: str) -> float:
        """Set a word at the right end of the first line; returns the room it takes."""
        metrics = self._details()
        width = metrics.horizontalAdvance(word)
        painter.setFont(self._look.label(11.5))
        painter.setPen(colour(self._look.palette.dim))
        painter.drawText(QPointF(room.right() - width, room.top() + self._titles().ascent()), word)
        return width + 8

    def event(self, event: QEvent) -> bool:
        """Tell in full what the heads had to shorten."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self._columns.position_at(event.pos().x())
            if position >= 0:
                document = self._documents[self._columns.shown[position]]
                lines = (document.title, document.publisher, plain_date(document.date), document.name)
                QToolTip.showText(event.globalPos(), "\n".join(line for line in lines if line), self)
                return True
        return super().event(event)
