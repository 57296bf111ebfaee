"""The Grid as a widget: what it shows, where it is scrolled to, and what the window may ask of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QWidget

from crossread.comparison import Place
from crossread.present.arrangement import GridRow
from crossread.present.firmness import Firmness
from crossread.present.marks import Mark
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.grid.columns import Columns, lay_out, page_of
from crossread.ui.grid.dragging import paint_grip
from crossread.ui.grid.header import GridHeader
from crossread.ui.grid.keys import Keys
from crossread.ui.grid.page import Page
from crossread.ui.grid.painting import SheetPainter, Shown
from crossread.ui.grid.pointer import Pointer
from crossread.ui.grid.selection import Selection, whole_column
from crossread.ui.grid.settling import Settling
from crossread.ui.grid.sheet import Sheet
from crossread.ui.grid.spoken import SpokenRow, cell_in_words
from crossread.ui.widgets.painted_area import REVEAL_TRIES, TextArea


class GridView(TextArea):
    """Rows across, documents down; painted over text laid out only where it is looked at.

    Signals:
        row_selected(str): id of the row that is now selected, empty for none.
        finding_activated(str): id of the finding that the reader chose in the text.
        place_hovered(object): the Place of the passage under the pointer, or None.
        page_changed(int, int): number of the page of columns from 0, and how many there are.
        quantity_pointed(object, QRect): the pointer rests on the quantity at this Place, which stands in this
            rectangle of the widget; or on none any more (None).
        dropped(object): a row or a cell was dragged to another; what and where, a Dropped.
        picked(): text is about to be selected besides what is selected already.
        passage_context(str, QPoint): a context menu is asked for, on which passage and where on the screen.
        viewport_changed(float, float): where what is in sight begins and ends, as shares of the whole.
        cell_selected(): the reader went to another cell or passage of a row; ask ``current_place``.
        edges_changed(): the places of rows within the whole have been corrected; ask row_edges() again.
    """

    row_selected = Signal(str)
    finding_activated = Signal(str)
    place_hovered = Signal(object)
    page_changed = Signal(int, int)
    quantity_pointed = Signal(object, QRect)
    passage_context = Signal(str, QPoint)
    dropped = Signal(object)
    picked = Signal()
    viewport_changed = Signal(float, float)
    edges_changed = Signal()
    cell_selected = Signal()
    shown: Shown
    _pointer: Pointer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page(())
        self._columns = Columns((), (0.0,), 0, 1)
        self._sheet = Sheet(self._page, self._look, self._columns)
        self.shown = Shown()
        self._settling = Settling(self, lambda: self._sheet, self._settled)
        self._header = GridHeader(self, self._look)
        self._header.turned.connect(self._turn)
        self._pointer = Pointer(self)
        self._keys = Keys(self)
        self._spoken = SpokenRow(self, self.viewport())
        self._edges_timer = QTimer(self, singleShot=True, interval=150)
        self._edges_timer.timeout.connect(self.edges_changed)
        self.setAccessibleName("Comparison, a row for each topic and a column for each document")

    # What is shown

    @property
    def page(self) -> Page:
        """What the Grid shows."""
        return self._page

    @property
    def sheet(self) -> Sheet:
        """The page as it is set; another one after every change of width, zoom or content."""
        return self._sheet

    def set_documents(self, documents: Sequence[Document]) -> None:
        """Show documents that were not compared yet, each running down its own column."""
        self._take(Page(documents))

    def set_page(
        self,
        documents: Sequence[Document],
        rows: Sequence[GridRow],
        marks: Mapping[str, Sequence[Mark]],
        base: str,
        firmness: Mapping[str, Firmness] | None = None,
    ) -> None:
        """Show the rows of a comparison; what was in sight and what was selected stay so where they can.

        Args:
            documents: a column each, from left to right.
            rows: their cells are in the same order as the documents.
            marks: by document id.
            base: id of the document that the rows follow.
            firmness: passages beside which a scale tells how firm they are, by id.

        Raises:
            ValueError: the cells are in another order than the documents.
        """
        self._take(Page(documents, rows, marks, base, firmness))

    def _take(self, page: Page) -> None:
        row_id, anchor = self.selected_row(), self._passage_in_sight()
        selection, column_id = self.shown.selection, self._current_document()
        same = [d.id for d in page.documents] == [d.id for d in self._page.documents]
        keep_text = selection if same and page.rows == self._page.rows and page.aligned else None
        self._page = page
        self.shown.selection = keep_text
        self.shown.row = page.item_of_row.get(row_id) if row_id else None
        self.shown.column = page.columns_of(column_id) or 0
        self._relayout()
        if anchor is not None:
            place, below = anchor
            found = page.locate(place)
            if found:
                self._scroll_to(self._sheet.stack(found[0]).top(found[1]) - below)
        self._edges_timer.start()
        if row_id and self.shown.row is None:
            self.row_selected.emit("")

    def _passage_in_sight(self) -> tuple[Place, float] | None:
        """A passage at the upper edge and how far its item begins below it; None at the very top."""
        top = self.verticalScrollBar().value()
        if top == 0 or not self._columns.shown:
            return None
        for column in self._columns.shown:
            stack = self._sheet.stack(column)
            first = stack.index_at(top)
            for item in range(first, min(first + 4, len(stack))):
                passages = self._page.cell(column, item).passages
                if passages:
                    document = self._page.documents[column]
                    return Place(document.id, document.by_id[passages[0]].span), stack.top(item) - top
        return None

    def _relayout(self) -> None:
        """Set the page anew, after its content, its width, its type or its columns have changed."""
        base = self._page.columns_of(self._page.base)
        width = float(self.viewport().width())
        columns = lay_out(len(self._page.documents), width, self._columns.page, base)
        turned = (columns.page, columns.pages) != (self._columns.page, self._columns.pages)
        self._columns = columns
        self._sheet = Sheet(self._page, self._look, columns)
        if columns.shown and self.shown.column not in columns.shown:
            self.shown.column = columns.shown[0]
        self._header.show_columns(self._page.documents, columns, self._page.base, self._look)
        self._settling.settle()
        if turned:
            self.page_changed.emit(columns.page, columns.pages)

    def _keeping_place(self) -> None:
        """Set the page anew with the same item at the upper edge."""
        top = self.verticalScrollBar().value()
        column = self._columns.shown[0] if self._columns.shown else 0
        stack = self._sheet.stack(column) if self._page.documents else None
        if stack is None or not len(stack):
            self._relayout()
            return
        item = stack.index_at(top)
        share = (top - stack.top(item)) / max(stack.height(item), 1.0)
        self._relayout()
        stack = self._sheet.stack(column)
        self._scroll_to(stack.top(item))
        self._scroll_to(stack.top(item) + share * stack.height(item))

    def _set_anew(self) -> None:
        self._keeping_place()

    def _settle_in_sight(self) -> None:
        self._settling.settle()

    def _header_widget(self) -> QWidget:
        return self._header

    # Rows and places

    def selected_row(self) -> str:
        """Id of the selected row, or empty."""
        return "" if self.shown.row is None else self._page.rows[self.shown.row].id

    def select_row(self, row_id: str) -> None:
        """Select a row and bring it into sight; a row that is not on the page selects none."""
        self.select_item(self._page.item_of_row.get(row_id))

    def select_item(self, item: int | None, scroll: bool = True) -> None:
        """Select a row by its number."""
        if not self._page.aligned:
            return
        changed = item != self.shown.row
        self.shown.row = item
        if item is not None and scroll:
            self._reveal(item)
        self.viewport().update()
        if changed:
            self._spoken.select(self._page, item)
            self._spoken.place(self._sheet, item, -self.verticalScrollBar().value())
            self.row_selected.emit(self.selected_row())

    def _reveal(self, item: int) -> None:
        self._reveal_item(self._sheet, self._sheet.stack(0), item)

    def show_place(self, place: Place) -> None:
        """Bring a place into sight and select its row; does nothing if it is not on the page."""
        found = self._page.locate(place)
        if found is None:
            return
        column, item = found
        self.show_column(column)
        self.shown.column = column
        stack, height = self._sheet.stack(column), self.viewport().height()
        for _ in range(REVEAL_TRIES):
            self._sheet.ensure(stack.top(item), stack.top(item) + height, stack.top(item))
            rects = self._sheet.rects(place)
            top = rects[0].top() if rects else stack.top(item)
            bottom = rects[-1].bottom() if rects else top + self._look.line
            start = self.verticalScrollBar().value()
            if start <= top and bottom <= start + height:
                break
            # The whole row if it fits, else the place a third down.
            spare = height - stack.height(item)
            self._scroll_to(stack.top(item) - spare / 3 if spare >= 0 else top - height / 3)
        self.select_item(item, scroll=False)
        self.viewport().update()

    def set_current_places(self, places: Sequence[Place]) -> None:
        """Emphasise these places: where the current finding is seen."""
        self.shown.places = tuple(places)
        self.viewport().update()

    def set_found(self, hits: Mapping[str, Sequence[Span]], current: Place | None) -> None:
        """Show what was searched for.

        Args:
            hits: by document id, in any order.
            current: the hit that the reader is at; it is not scrolled to.
        """
        self.shown.found = {document: sorted(spans) for document, spans in hits.items()}
        self.shown.current = current
        self.viewport().update()

    # Selected text

    def selected_text(self) -> str:
        """The selected characters as the document has them."""
        return self.shown.selection.text(self._page) if self.shown.selection else ""

    def copy(self) -> None:
        """Put the selected text on the clipboard; without one, the cell that keys go to."""
        text = self.selected_text()
        if not text and self.shown.row is not None:
            text = cell_in_words(self._page, self.shown.column, self.shown.row)
        if text:
            QGuiApplication.clipboard().setText(text)

    def select_all_of(self, document_id: str) -> None:
        """Select all that a document's column shows."""
        column = self._page.columns_of(document_id)
        if column is not None:
            self.select_text(whole_column(self._page, column))

    def select_text(self, selection: Selection | None) -> None:
        """Select this text."""
        self.shown.selection = selection
        self.viewport().update()

    def current_place(self) -> Place | None:
        """The passage that the reader clicked, or else what stands in the cell that keys go to."""
        column, item, selection = self.shown.column, self.shown.row, self.shown.selection
        if column >= len(self._page.documents):
            return None
        document = self._page.documents[column]
        if selection and selection.column == column and (item is None or selection.focus.item == item):
            passage = document.passage_at(selection.focus.offset)
            return Place(document.id, passage.span) if passage else None
        passages = self._page.cell(column, item).passages if item is not None else ()
        spans = [document.by_id[passage].span for passage in passages]
        return Place(document.id, Span(spans[0].start, max(spans[0].end, spans[-1].end))) if spans else None

    def _current_document(self) -> str:
        documents = self._page.documents
        return documents[self.shown.column].id if self.shown.column < len(documents) else ""

    def cancel_drag(self) -> bool:
        """Let go of a row or a cell that is being dragged, and leave it where it was; whether there was one."""
        return self._pointer.dragging.cancel()

    # Columns

    def show_documents_page(self, page: int) -> None:
        """Show another page of columns, counted from 0."""
        if page != self._columns.page:
            old = self._columns
            self._columns = Columns(old.shown, old.edges, page, old.pages)
            self._keeping_place()
            self.page_changed.emit(self._columns.page, self._columns.pages)

    def next_columns(self) -> None:
        """Show the columns that have no room at the right."""
        self._turn(1)

    def previous_columns(self) -> None:
        """Show the columns before these."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self.show_documents_page(min(max(self._columns.page + step, 0), self._columns.pages - 1))

    def show_column(self, column: int) -> None:
        """Bring a column into sight."""
        base = self._page.columns_of(self._page.base)
        self.show_documents_page(page_of(column, self._columns, len(self._page.documents), base))

    @property
    def columns(self) -> Columns:
        """Which columns are in sight."""
        return self._columns

    # Scrolling

    def row_edges(self) -> list[float]:
        """The top of every row and the bottom of the last one, as shares of the whole; empty if unaligned."""
        if not self._page.aligned or not self._page.documents:
            return []
        stack = self._sheet.stack(0)
        return [edge / max(stack.total, 1.0) for edge in stack.edges]

    def scroll_to_share(self, share: float) -> None:
        """Bring the place at ``share`` (0 to 1) of the whole into the middle of what is in sight."""
        self._scroll_to(share * self._sheet.height - self.viewport().height() / 2)

    def _scroll_to(self, y: float) -> None:
        self.verticalScrollBar().setValue(round(y))
        self._settling.settle()

    def _settled(self, grown: bool) -> None:
        """What is in sight has been laid out, and heights may have been corrected."""
        if grown:
            self._edges_timer.start()
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        self.viewport().update()
        self._spoken.place(self._sheet, self.shown.row, -top)
        whole = max(self._sheet.height, 1.0)
        self.viewport_changed.emit(top / whole, min((top + height) / whole, 1.0))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew at the new place."""
        self._pointer.left()
        self._settling.settle()

    # Events

    def _paint(self, painter: QPainter) -> None:
        top = self.verticalScrollBar().value()
        self.shown.highlight = self.palette().color(QPalette.ColorRole.Highlight)
        self.shown.highlighted = self.palette().color(QPalette.ColorRole.HighlightedText)
        painter.translate(0, -top)
        sight = QRectF(0, top, self.viewport().width(), self.viewport().height())
        SheetPainter(painter, self._sheet, self.shown, sight).paint()
        if self.shown.grip and self.page.aligned and self.shown.grip[0] < len(self.page.rows):
            paint_grip(painter, self._sheet, *self.shown.grip)
        self._pointer.dragging.paint(painter, self._sheet)

    def _tip(self, position: QPoint) -> str:
        # What other sources say of a quantity takes more than a tip: the window shows a card.
        return "" if self._pointer.point(position) else self._pointer.tip(position)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu on the passage under the pointer."""
        passage = self._pointer.passage_at(event.pos())
        if passage:
            self.passage_context.emit(passage, event.globalPos())
