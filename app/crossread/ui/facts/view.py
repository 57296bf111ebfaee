"""The fact table as a widget: what it shows, where it is scrolled to, and what the window may ask of it."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from crossread.comparison import Place
from crossread.present.palette import LIGHT, Palette
from crossread.ui.facts.header import FactHeader
from crossread.ui.facts.keys import FactKeys
from crossread.ui.facts.painting import FactPainter, Shown
from crossread.ui.facts.search import FactFinder
from crossread.ui.facts.sheet import HEAD, FactSheet, Spot
from crossread.ui.facts.spoken import announce
from crossread.ui.facts.table import Entry, FactTable
from crossread.ui.grid.columns import Columns, lay_out, page_of
from crossread.ui.grid.look import Look

_NARROWEST = 150.0  # pixels of a document's column
_HEAD_SHARE, _HEAD_RANGE = 0.2, (190.0, 340.0)  # the facts' own column
_TRIES = 3


class FactsView(QAbstractScrollArea):
    """Facts across, documents down; painted over text laid out only where it is looked at.

    Attributes:
        finder: what is sought in the table.

    Signals:
        row_selected(str): id of the row that is now selected, empty for none.
        place_activated(object): the reader wants to see this Place in the text.
        why_asked(): the reader wants to know why the selected row got its verdict.
        chosen_changed(): other values are picked for a correction, or keys go to another one.
        zoom_stepped(int): zoom in (1) or out (-1).
        left(): Escape was pressed.
        menu_asked(QPoint): a context menu is asked for at this place of the screen.
    """

    row_selected = Signal(str)
    place_activated = Signal(object)
    why_asked = Signal()
    chosen_changed = Signal()
    zoom_stepped = Signal(int)
    left = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FactTable()
        self.shown = Shown()
        self.finder = FactFinder()
        self._look = Look(LIGHT)
        self._base = ""
        self._columns = Columns((), (0.0,), 0, 1)
        self._sheet = FactSheet(self.table, self._look, self._columns)
        self._settling = False
        self._keys = FactKeys(self)
        self._header = FactHeader(self, self._look)
        self._header.turned.connect(lambda step: self.show_columns_page(self._columns.page + step))
        self.setAccessibleName("Facts, a row for each fact and a column for each document")
        self.setFrameShape(self.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    @property
    def sheet(self) -> FactSheet:
        """The table as it is set; another one after every change of width, zoom or content."""
        return self._sheet

    def set_table(self, table: FactTable, base: str) -> None:
        """Show these facts; what was selected and in sight stays so where it can.

        Args:
            table: what to show.
            base: id of the document that stays in sight where not all have room.
        """
        row_id, places = self.selected_row(), set[Place]()
        if self.shown.item is not None:
            entry = self.current_entry()
            places = {self.table.place(entry)} if entry else set(self.table.places(self.shown.item))
        top = self.verticalScrollBar().value()
        chosen = {self.table.place(entry) for entry in self.shown.chosen}
        self.table, self._base = table, base
        self.shown.item = table.find(row_id, places) if row_id else None
        self.shown.number = 0
        if self.shown.column >= len(table.documents):
            self.shown.column = HEAD
        self.shown.chosen = frozenset(
            entry
            for item in range(len(table.rows) if chosen else 0)
            for entry in table.entries(item)
            if table.place(entry) in chosen
        )
        self._relayout()
        self.verticalScrollBar().setValue(top)
        if self.shown.item is not None and self.selected_row() != row_id:
            self._reveal(self.shown.item)
        self.seek(self.finder.words)
        self.chosen_changed.emit()

    def set_colours(self, palette: Palette) -> None:
        """Paint in these colours."""
        self._look = Look(palette, self._look.percent)
        self._relayout()

    def set_zoom(self, percent: int) -> None:
        """Set the letters at this size."""
        if percent != self._look.percent:
            self._look = Look(self._look.palette, percent)
            self._relayout()
            self._place_header()

    def _relayout(self) -> None:
        base = next((i for i, d in enumerate(self.table.documents) if d.id == self._base), None)
        width = float(self.viewport().width())
        low, high = _HEAD_RANGE
        head = round(min(max(width * _HEAD_SHARE, low), high) * min(max(self._look.scale, 1.0), 1.4))
        self._columns = lay_out(
            len(self.table.documents),
            width,
            self._columns.page,
            base,
            gutter=head,
            narrowest=_NARROWEST * min(max(self._look.scale, 1.0), 1.6),
        )
        self._sheet = FactSheet(self.table, self._look, self._columns)
        self._header.show_columns(self.table.documents, self._columns, self._base, self._look)
        self.settle()

    # Rows and values

    def selected_row(self) -> str:
        """Id of the selected row, or empty."""
        return "" if self.shown.item is None else self.table.rows[self.shown.item].id

    def select(
        self, item: int | None, column: int | None = None, number: int = 0, *, scroll: bool = True
    ) -> None:
        """Select a row, and the value in it that keys go to.

        Args:
            item: number of the row, None for none.
            column: of the document, HEAD for the fact itself; None leaves it as it is.
            number: of the value in its cell.
            scroll: bring the row into sight.
        """
        changed = item != self.shown.item
        if column is not None:
            self.shown.column = column
            if column != HEAD:
                self.show_column(column)
        self.shown.number = number
        self.shown.item = item
        if item is not None and scroll:
            self._reveal(item)
        self.viewport().update()
        announce(self)
        if changed:
            self.row_selected.emit(self.selected_row())
        self.chosen_changed.emit()

    def current_entry(self) -> Entry | None:
        """The value that keys go to, or None on a fact itself or where a document says nothing."""
        shown = self.shown
        if shown.item is None or shown.column == HEAD:
            return None
        entries = self.table.cell(shown.item, shown.column).entries
        return Entry(shown.item, shown.column, shown.number) if shown.number < len(entries) else None

    def activate(self) -> None:
        """Go to the text of the value that keys go to, or tell why the fact is as it is."""
        entry = self.current_entry()
        if entry:
            self.place_activated.emit(self.table.place(entry))
        elif self.shown.item is not None:
            self.why_asked.emit()

    def choose(self, entry: Entry | None, *, alone: bool = False) -> None:
        """Pick a value for a correction, or let it go again.

        Args:
            entry: the value; None lets all go.
            alone: let all others go.
        """
        before = self.shown.chosen
        if entry is None:
            self.shown.chosen = frozenset()
        elif alone:
            self.shown.chosen = frozenset((entry,))
        else:
            self.shown.chosen = before ^ {entry}
        if before != self.shown.chosen:
            self.viewport().update()
            self.chosen_changed.emit()

    def choose_row(self) -> None:
        """Pick all values of the selected row."""
        item = self.shown.item
        if item is not None:
            self.shown.chosen = frozenset(self.table.entries(item))
            self.viewport().update()
            self.chosen_changed.emit()

    def chosen(self) -> tuple[Entry, ...]:
        """The values that a correction is to act on: those picked, else the one that keys go to."""
        if self.shown.chosen:
            return tuple(sorted(self.shown.chosen, key=lambda e: (e.item, e.column, e.number)))
        entry = self.current_entry()
        return (entry,) if entry else ()

    def copy(self) -> None:
        """Put the value that keys go to on the clipboard, or else the whole row."""
        item, column = self.shown.item, self.shown.column
        if item is None:
            return
        entry = self.current_entry()
        text = self.table.words(item)
        if entry:
            text = self.table.entry(entry).words
        elif column != HEAD:
            text = self.table.cell_words(item, column)
        QGuiApplication.clipboard().setText(text)

    # Finding

    def seek(self, words: str) -> None:
        """Look for words in the table."""
        self.finder.find(words, self.table)
        self._show_found()

    def step_hit(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place where the words occur."""
        hit = self.finder.step(by)
        if hit:
            self.select(hit.item, hit.column)
            self._show_found()

    def _show_found(self) -> None:
        self.shown.hits, self.shown.current = self.finder.by_item(), self.finder.hit
        self.viewport().update()

    # Columns

    def show_column(self, column: int) -> None:
        """Bring a document's column into sight."""
        base = next((i for i, d in enumerate(self.table.documents) if d.id == self._base), None)
        self.show_columns_page(page_of(column, self._columns, len(self.table.documents), base))

    def show_columns_page(self, page: int) -> None:
        """Show another page of columns, counted from 0."""
        page = min(max(page, 0), self._columns.pages - 1)
        if page != self._columns.page:
            old = self._columns
            self._columns = Columns(old.shown, old.edges, page, old.pages)
            self._relayout()

    @property
    def columns(self) -> Columns:
        """Which columns are in sight."""
        return self._columns

    # Scrolling

    def _reveal(self, item: int) -> None:
        stack, height = self._sheet.stack, self.viewport().height()
        for _ in range(_TRIES):
            self._sheet.ensure(stack.top(item), stack.top(item) + height, stack.top(item))
            top = self.verticalScrollBar().value()
            if stack.top(item) < top or stack.height(item) > height:
                self._scroll_to(stack.top(item))
            elif stack.bottom(item) > top + height:
                self._scroll_to(stack.bottom(item) - height)
            else:
                break

    def _scroll_to(self, y: float) -> None:
        self.verticalScrollBar().setValue(ceil(y))
        self.settle()

    def settle(self) -> None:
        """Lay out what is in sight and near; it stays where it is while estimates above are corrected."""
        if self._settling:
            return
        self._settling = True
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(round(self._look.line))
        bar.setPageStep(max(height - 2 * round(self._look.line), 1))
        for _ in range(2):
            top = bar.value()
            shift = self._sheet.ensure(top - height / 2, top + 1.5 * height, top)
            bar.setRange(0, max(0, ceil(self._sheet.height - height)))
            bar.setValue(top + round(shift))
            if bar.value() == top:
                break
        self._settling = False
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew at the new place."""
        self.settle()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the table to the new width."""
        super().resizeEvent(event)
        self._place_header()
        if event.size().width() != event.oldSize().width():
            self._relayout()
        else:
            self.settle()

    def _place_header(self) -> None:
        height = self._header.sizeHint().height()
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)
        self._header.setGeometry(0, 0, self.width(), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        top = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -top)
        sight = QRectF(0, top, self.viewport().width(), self.viewport().height())
        FactPainter(painter, self._sheet, self.shown, sight).paint()
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom_stepped.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through rows, columns and values; see FactKeys."""
        if not self._keys.pressed(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no more where keys go to."""
        self.shown.keyed = False
        self.viewport().update()
        super().focusOutEvent(event)

    def spot_at(self, point: QPoint) -> Spot | None:
        """What stands under a point of the viewport."""
        return self._sheet.spot(point.x(), point.y() + self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the row; with Ctrl pick the value for a correction."""
        spot = self.spot_at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            event.ignore()
            return
        self.shown.keyed = False
        picking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not picking:
            self.choose(None)
        self.select(spot.item, spot.column, spot.number or 0, scroll=False)
        if picking and spot.number is not None:
            self.choose(Entry(spot.item, spot.column, spot.number))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the value that was clicked on; a click on a fact tells why."""
        spot = self.spot_at(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or spot is None or not plain:
            return
        if spot.number is not None:
            self.place_activated.emit(self.table.place(Entry(spot.item, spot.column, spot.number)))
        elif spot.column == HEAD:
            self.why_asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked on."""
        spot = self.spot_at(event.position().toPoint())
        on = spot is not None and (spot.number is not None or spot.column == HEAD)
        shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu on the value under the pointer, or the one that keys go to."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            spot = self.spot_at(event.pos())
            if spot is None:
                return
            self.select(spot.item, spot.column, spot.number or 0, scroll=False)
        if self.shown.item is not None:
            self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer's shape does not outlive its leaving."""
        if event.type() == QEvent.Type.Leave:
            self.viewport().unsetCursor()
        return super().viewportEvent(event)
