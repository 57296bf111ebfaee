"""The ledger at the right of the trainer's view: what was swapped for what, how often, and where."""

from collections.abc import Callable
from functools import partial
from typing import Any, get_args

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crossread.present.palette import LIGHT, Palette
from crossread.present.trainer import Entry, Lesson, Order, arranged
from crossread.text.shown import one_line
from crossread.ui.styling.fonts import label_font, reading_font
from crossread.ui.styling.paint import paint_sample
from crossread.ui.widgets.flow import FlowLayout

Index = QModelIndex | QPersistentModelIndex
_NUMBER = Qt.ItemDataRole.UserRole
_ROW = 34  # pixels at 100 %
_ORDERS: dict[Order, str] = {"text": "In the text", "original": "Original", "swap": "Swap", "times": "Times"}
_MOST_PLACES = 40  # buttons; more are reached by stepping


class LedgerModel(QAbstractListModel):
    """The lines of a ledger that are shown, in their order.

    Attributes:
        entries: the ledger.
        rows: numbers of the lines shown.
        hidden: lines whose likely original is to be guessed.
        current: number of the line the reader is at, or -1.
        longest: the longest likely original that is shown.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.rows: tuple[int, ...] = ()
        self.hidden: frozenset[int] = frozenset()
        self.current = -1
        self.longest = ""

    def show_rows(self, entries: tuple[Entry, ...], rows: tuple[int, ...], hidden: frozenset[int]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.entries, self.rows, self.hidden = entries, rows, hidden
        shown = (one_line(entries[number].original) for number in rows if number not in hidden)
        self.longest = max(shown, key=len, default="?" * 4)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line's number under UserRole; its words for those who listen."""
        if not index.isValid():
            return None
        number = self.rows[index.row()]
        if role == _NUMBER:
            return number
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            entry = self.entries[number]
            original = "to be guessed" if number in self.hidden else entry.original
            return f"{one_line(original)} became {one_line(entry.swap)}, {_times(entry.times)}"
        return None


class LedgerDelegate(QStyledItemDelegate):
    """Paints a line: original, arrow, swap, how often."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette: Palette = LIGHT
        self.scale = 1.0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line high."""
        return QSize(120, round(_ROW * self.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        model = index.model()
        assert isinstance(model, LedgerModel)
        number = model.rows[index.row()]
        entry, palette, box = model.entries[number], self.palette, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if number == model.current:
            painter.fillRect(box, QColor(palette.selection))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(palette.selection_bar))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(palette.line))
        small = label_font(12 * self.scale)
        times = f"{entry.times:,} ×"
        room = QFontMetricsF(small).horizontalAdvance("99 ×") + 10
        inner = box.adjusted(10, 0, -6 - room, 0)
        painter.setFont(small)
        painter.setPen(QColor(palette.dim))
        painter.drawText(
            box.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, times
        )
        self._words(painter, inner, entry, number in model.hidden, model.longest)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.widget is not None and option.widget.hasFocus():
            painter.setPen(QPen(QColor(palette.ink), 1, Qt.PenStyle.DotLine))
            painter.drawRect(box.adjusted(4, 2, -3, -3))
        painter.restore()

    def _words(self, painter: QPainter, inner: QRectF, entry: Entry, hidden: bool, longest: str) -> None:
        palette, pixels = self.palette, 14.5 * self.scale
        font = reading_font(pixels)
        metrics = QFontMetricsF(font)
        base = inner.center().y() + metrics.capHeight() / 2 - 1
        half = min(inner.width() * 0.46, metrics.horizontalAdvance(longest) + 14)
        # A long swap may have the room that a short original leaves, rather than lose its end.
        wanted = inner.width() - metrics.horizontalAdvance(one_line(entry.swap)) - 11 * self.scale - 12
        taken = metrics.horizontalAdvance("?" if hidden else one_line(entry.original)) + 12
        half = min(half, max(wanted, taken))
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(QColor(palette.dim if hidden else palette.ink))
        original = "?" if hidden else metrics.elidedText(one_line(entry.original), elide, half - 8)
        painter.drawText(QPointF(inner.left(), base), original)
        painter.setPen(QColor(palette.dim))
        arrow = inner.left() + half
        y, tip = base - metrics.capHeight() / 2, 3.0 * self.scale
        end = arrow + 11 * self.scale
        painter.setPen(QPen(QColor(palette.dim), 1.2))
        painter.drawPolyline([QPointF(arrow, y), QPointF(end, y)])
        painter.drawPolyline([QPointF(end - tip, y - tip), QPointF(end, y), QPointF(end - tip, y + tip)])
        left = end + 6
        swap = metrics.elidedText(one_line(entry.swap), elide, inner.right() - left - 4)
        paint_sample(painter, QPointF(left, base), palette, "spun", swap, pixels=pixels)


class LedgerList(QListView):
    """The lines; moving through them goes to them.

    Signals:
        chosen(int): number of the line the reader goes to.
    """

    chosen = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the line too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current line in sight: what is said of it takes room below."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Go along with the keys."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.tell(current)

    def tell(self, index: Index) -> None:
        """Say which line was chosen."""
        if index.isValid():
            self.chosen.emit(index.data(_NUMBER))


class LedgerPanel(QWidget):
    """The ledger with its search, its order, the places of the current line and what is known of it.

    Attributes:
        view: the lines.
        field: where words are sought.

    Signals:
        chosen(int): number of the line the reader goes to.
        place_chosen(int): number of the swap the reader goes to.
        export_asked(): the ledger is to be written to a file.
        rearranged(): other lines, or another order.
    """

    chosen = Signal(int)
    place_chosen = Signal(int)
    export_asked = Signal()
    rearranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lesson: Lesson | None = None
        self._hidden: frozenset[int] = frozenset()
        self._order: Order = "text"
        self._swap = -1
        self._model = LedgerModel(self)
        self._delegate = LedgerDelegate(self)
        self.view = LedgerList(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName("Ledger of swaps")
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(self.view.tell)
        self.view.chosen.connect(self.chosen)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in the ledger")
        self.field.setAccessibleName("Find in the ledger")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _words: self._refill())
        self._says = self._label(12.5)
        self._nothing = self._label(12.5)
        self._nothing.setText("No swap holds these words.")
        self._flow = FlowLayout(spacing=4)
        self._buttons: list[QPushButton] = []
        self._build()

    def _label(self, pixels: float) -> QLabel:
        label = QLabel(self)
        label.setObjectName("hint")
        label.setFont(label_font(pixels))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _build(self) -> None:
        self._caption = QLabel("LEDGER OF SWAPS", self)
        self._caption.setObjectName("caption")
        self._caption.setFont(label_font(11, QFont.Weight.DemiBold))
        export = self._button("Export…", "Export the ledger as a table (CSV)", self.export_asked.emit)
        self._sorts: dict[Order, QPushButton] = {}
        orders = QHBoxLayout()
        orders.setSpacing(0)
        for order in get_args(Order):
            button = self._button(
                _ORDERS[order],
                f"Order the ledger: {_ORDERS[order].lower()}",
                partial(self.set_order, order),
            )
            button.setCheckable(True)
            button.setChecked(order == self._order)
            self._sorts[order] = button
            orders.addWidget(button)
        orders.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.field)
        layout.addLayout(orders)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._flow)
        layout.addWidget(self._says)

    def _button(self, text: str, tip: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("quiet")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFont(label_font(12))
        button.clicked.connect(lambda _=False: pressed())
        return button

    # What is shown

    @property
    def rows(self) -> tuple[int, ...]:
        """Numbers of the lines shown, in their order."""
        return self._model.rows

    @property
    def places(self) -> tuple[QPushButton, ...]:
        """A button for each place of the current line, if it has several."""
        return tuple(self._buttons)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._delegate.palette = palette
        self.view.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Set the lines larger or smaller."""
        self._delegate.scale = scale
        self._says.setFont(label_font(12.5 * scale))
        self._model.layoutChanged.emit()

    def set_lesson(self, lesson: Lesson | None, hidden: frozenset[int]) -> None:
        """Show the ledger of a lesson.

        Args:
            lesson: the spun copy, or None.
            hidden: lines whose likely original is to be guessed.
        """
        self._lesson, self._hidden = lesson, hidden
        self._refill()

    def set_order(self, order: Order) -> None:
        """Show the lines in this order."""
        self._order = order
        self._refill()

    def go(self, entry: int, swap: int) -> None:
        """Show that the reader is at a line and at one of its places."""
        self._model.current, self._swap = entry, swap
        if entry in self._model.rows:
            index = self._model.index(self._model.rows.index(entry))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self.view.viewport().update()
        self._explain()

    def _refill(self) -> None:
        entries = self._lesson.entries if self._lesson else ()
        rows = arranged(entries, self._order, self.field.text(), self._hidden)
        self._model.show_rows(entries, rows, self._hidden)
        for order, button in self._sorts.items():
            button.setChecked(order == self._order)
        self.view.setVisible(bool(rows) or not entries)
        self._nothing.setVisible(bool(entries) and not rows)
        self.go(self._model.current, self._swap)
        self.rearranged.emit()

    def _explain(self) -> None:
        """What there is in all, where the current line happens, and how its original is known."""
        lesson, number = self._lesson, self._model.current
        entry = lesson.entries[number] if lesson and 0 <= number < len(lesson.entries) else None
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        if lesson is None or entry is None:
            self._says.setText("")
            return
        words = [f"{_count(len(lesson.entries), 'different swap')}, {_count(len(lesson.swaps), 'place')}."]
        if number in self._hidden:
            words.append("Guess what it said; Space shows it.")
        else:
            words.append(entry.why or f"“{entry.swap}” stands for “{entry.original}”.")
            elsewhere = lesson.elsewhere(entry)
            if elsewhere:
                words.append(f"Elsewhere it became {' or '.join(elsewhere[:4])}.")
            others = lesson.swaps[self._swap].originals[1:4] if 0 <= self._swap < len(lesson.swaps) else ()
            if others:
                words.append("It might also have said " + " or ".join(f"“{other}”" for other in others) + ".")
        if self._swap >= 0 and lesson.swaps[self._swap].in_quotation:
            words.append("It stands inside quotation marks: the person quoted did not say this.")
        self._says.setText(" ".join(words))
        if entry.times > 1:
            for place, swap in enumerate(entry.swaps[:_MOST_PLACES], 1):
                self._place(place, swap, entry.times)

    def _place(self, number: int, swap: int, times: int) -> None:
        button = self._button(
            str(number), f"Go to place {number} of {times}", lambda: self.place_chosen.emit(swap)
        )
        button.setObjectName("place")
        button.setCheckable(True)
        button.setChecked(swap == self._swap)
        self._flow.addWidget(button)
        button.show()
        self._buttons.append(button)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
