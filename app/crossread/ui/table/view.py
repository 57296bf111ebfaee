"""A table as a widget: what it shows, where it is scrolled to, and what the window may ask of it."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from crossread.comparison import Place
from crossread.ui.grid.columns import Columns, lay_out, page_of
from crossread.ui.grid.look import colour
from crossread.ui.table.header import TableHeader
from crossread.ui.table.keys import TableKeys
from crossread.ui.table.painting import Shown, TablePainter
from crossread.ui.table.search import TableFinder
from crossread.ui.table.sheet import HEAD, Spot, TableSheet
from crossread.ui.table.spoken import announce
from crossread.ui.table.table import Entry, Table
from crossread.ui.widgets.painted_area import PaintedArea

_NARROWEST = 150.0  # pixels of a document's column
_HEAD_SHARE, _HEAD_RANGE = 0.2, (190.0, 340.0)  # the rows' own column


class TableView(PaintedArea):
    """Things across, documents down; painted over text laid out only where it is looked at.

    Attributes:
        table: what is shown.
        finder: what is sought in the table.
        empty: what is said where there is no row: why, and what to do.

    Signals:
        row_selected(str): id of the row that is now selected, empty for none.
        place_activated(object): the reader wants to see this Place in the text.
        why_asked(): the reader wants to know why the selected row got its verdict.
        moved(): keys go to another entry, or others are picked.
        zoom_stepped(int): zoom in (1) or out (-1); tables follow the Grid's zoom.
        left(): Escape was pressed.
        menu_asked(QPoint): a context menu is asked for at this place of the screen.

    Args:
        table: an empty table of the kind that will be shown.
        parent: the widget it stands in.
    """

    row_selected = Signal(str)
    place_activated = Signal(object)
    why_asked = Signal()
    moved = Signal()
    zoom_stepped = Signal(int)
    left = Signal()
    menu_asked = Signal(QPoint)
    shown: Shown

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.shown = Shown()
        self.finder = TableFinder()
        self.empty = ""
        self._base = ""
        self._columns = Columns((), (0.0,), 0, 1)
        self._sheet = TableSheet(self.table, self._look, self._columns)
        self._settling = False
        self._keys = TableKeys(self)
        self._header = TableHeader(self, self._look)
        self._header.title = table.title
        self._header.turned.connect(lambda step: self.show_columns_page(self._columns.page + step))

    # What is shown

    @property
    def sheet(self) -> TableSheet:
        """The table as it is set; another one after every change of width, zoom or content."""
        return self._sheet

    def set_table(self, table: Table, base: str) -> None:
        """Show these rows; what was selected and in sight stays so where it can.

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
        self._set_anew()
        self.verticalScrollBar().setValue(top)
        if self.shown.item is not None and self.selected_row() != row_id:
            self._reveal(self.shown.item)
        self.seek(self.finder.words)
        self.moved.emit()

    def set_empty(self, words: str) -> None:
        """Say this where there is no row."""
        self.empty = words
        if not self.table.rows:
            self.setAccessibleDescription(words)
        self.viewport().update()

    def _header_widget(self) -> QWidget:
        return self._header

    def _settle_in_sight(self) -> None:
        self.settle()

    def _set_anew(self) -> None:
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
        self._sheet = TableSheet(self.table, self._look, self._columns)
        self._header.show_columns(self.table.documents, self._columns, self._base, self._look)
        self.settle()

    # Rows and entries

    def selected_row(self) -> str:
        """Id of the selected row, or empty."""
        return "" if self.shown.item is None else self.table.rows[self.shown.item].id

    def select(
        self, item: int | None, column: int | None = None, number: int = 0, *, scroll: bool = True
    ) -> None:
        """Select a row, and the entry in it that keys go to.

        Args:
            item: number of the row, None for none.
            column: of the document, HEAD for the row's own; None leaves it as it is.
            number: of the entry in its cell.
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
        self.moved.emit()

    def step_row(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row."""
        rows, at = self.table.rows, self.shown.item
        if rows:
            self.select(0 if at is None else min(max(at + by, 0), len(rows) - 1))

    def step_finding(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row that is a finding, round and round."""
        items = sorted(self.table.item_of_finding.values())
        if not items:
            return
        at = self.shown.item
        if by > 0:
            target = next((item for item in items if at is None or item > at), items[0])
        else:
            target = next((item for item in reversed(items) if at is None or item < at), items[-1])
        self.select(target, HEAD)

    def current_entry(self) -> Entry | None:
        """The entry that keys go to, or None on a row itself or where a document says nothing."""
        shown = self.shown
        if shown.item is None or shown.column == HEAD:
            return None
        entries = self.table.cell(shown.item, shown.column).entries
        return Entry(shown.item, shown.column, shown.number) if shown.number < len(entries) else None

    def activate(self) -> None:
        """Go to the text of the entry that keys go to, or tell why the row is as it is."""
        entry = self.current_entry()
        if entry:
            self.place_activated.emit(self.table.place(entry))
        elif self.shown.item is not None:
            self.why_asked.emit()

    def press(self) -> None:
        """What the space bar does: the same as Enter, where nothing can be picked."""
        self.activate()

    def leave(self) -> None:
        """What Escape does."""
        self.left.emit()

    def select_all(self) -> None:
        """What "select all" does; nothing where nothing can be picked."""

    def copy(self) -> None:
        """Put the entry that keys go to on the clipboard, or else the cell or the whole row."""
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
            self._set_anew()

    @property
    def columns(self) -> Columns:
        """Which columns are in sight."""
        return self._columns

    # Scrolling

    def _reveal(self, item: int) -> None:
        self._reveal_item(self._sheet, self._sheet.stack, item)

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

    def _paint(self, painter: QPainter) -> None:
        top = self.verticalScrollBar().value()
        sight = QRectF(self.viewport().rect()).translated(0, top)
        painter.translate(0, -top)
        TablePainter(painter, self._sheet, self.shown, sight).paint()
        if not self.table.rows and self.empty:
            painter.setFont(self._look.label(13))
            painter.setPen(colour(self._look.palette.dim))
            room = sight.adjusted(40, 30, -40, -30)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self.empty)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or have the Grid zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom_stepped.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def spot_at(self, point: QPoint) -> Spot | None:
        """What stands under a point of the viewport."""
        return self._sheet.spot(point.x(), point.y() + self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the row."""
        spot = self.spot_at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            event.ignore()
            return
        self.shown.keyed = False
        self.select(spot.item, spot.column, spot.number or 0, scroll=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the entry that was clicked on; a click on the row itself tells why."""
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
        """Ask the window for a menu on the entry under the pointer, or the one that keys go to."""
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
