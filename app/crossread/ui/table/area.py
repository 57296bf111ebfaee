"""A view of the window around a table: it follows the session, and tells in a card why a row is as it is."""

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from crossread.comparison import Comparison, Finding, Place
from crossread.present.fact_card import Card
from crossread.present.palette import Palette
from crossread.ui.session import Session
from crossread.ui.table.card import CardView
from crossread.ui.table.sheet import HEAD
from crossread.ui.table.table import Table
from crossread.ui.table.view import TableView

_ONE = "Here two documents or more are put side by side: add another one (Ctrl+Shift+O) or drop it on the window."
_STOPPED = "The documents have not been compared; File, Compare again (Ctrl+F5) does it."
_FILTERED = "All rows are switched off; the filters above the table bring them back."


class TableArea(QWidget):
    """Shows what the session holds as a table; works only while it is seen.

    Attributes:
        filters: what each filter of the rows is called, by its name.
        hidden_field: the field of Filters that holds those switched off.
        nothing: what is said where the documents hold nothing of the kind.
        view: the table.
        card: why the selected row is as it is.

    Signals:
        refreshed(): other rows are shown, or others are counted.
        place_activated(object): the reader wants to see this Place in the text.
    """

    refreshed = Signal()
    place_activated = Signal(object)
    filters: Mapping[str, str] = {}
    hidden_field = ""
    nothing = ""

    def __init__(self, session: Session, view: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._explained = ""
        self.view = view
        view.setParent(self)
        self.card = CardView(view)
        self.setFocusProxy(view)
        view.row_selected.connect(self._row_selected)
        view.why_asked.connect(self.explain)
        view.left.connect(self.card.put_away)
        view.verticalScrollBar().valueChanged.connect(self.card.put_away)
        view.place_activated.connect(self.place_activated)
        session.page_changed.connect(self.refresh)
        session.compared.connect(self.refresh)
        session.finding_selected.connect(self._finding_selected)

    # What a kind of table decides

    @abstractmethod
    def _table(self, comparison: Comparison | None) -> Table:
        """What there is to show."""

    @abstractmethod
    def _card(self, comparison: Comparison, item: int) -> Card:
        """Why a row is as it is."""

    # What is the same for all

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.view.set_colours(palette)
        self.card.set_colours(palette)

    def set_zoom(self, percent: int) -> None:
        """Set the letters at this size."""
        self.view.set_zoom(percent)

    def refresh(self) -> None:
        """Take the session's comparison, or remember to when it is seen again."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self.card.put_away()
        table = self._table(self._session.comparison)
        self.view.set_table(table, self._session.base)
        self.view.set_empty(self._why_empty(table))
        self._finding_selected(self._session.findings.current)
        if self.view.shown.item is None and table.rows:
            self.view.select(0, HEAD)
        self._refreshed()
        self.refreshed.emit()

    def _why_empty(self, table: Table) -> str:
        """Why there is no row, and what to do about it."""
        session = self._session
        if session.comparison is None:
            if session.busy:
                return "The documents are being read and compared."
            return _STOPPED if len(session.shown) > 1 else _ONE
        return _FILTERED if any(table.counts.values()) else self.nothing

    def _refreshed(self) -> None:
        """Other rows are shown."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed unseen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        else:
            self._finding_selected(self._session.findings.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A card does not stay where the table has gone."""
        super().resizeEvent(event)
        self.card.put_away()

    def _row_selected(self, row_id: str) -> None:
        self.card.put_away()
        finding = self.view.table.finding_of.get(row_id)
        current = self._session.findings.current
        if finding and (current is None or current.id != finding):
            self._session.go_to_finding(finding)

    def _finding_selected(self, finding: Finding | None) -> None:
        table, at = self.view.table, self.view.shown.item
        item = table.item_of_finding.get(finding.id) if finding else None
        if finding is not None and at is not None and table.finding_of.get(table.rows[at].id) == finding.id:
            return  # several rows may be one finding: the reader is at one of them
        if self.isVisible() and item is not None and item != at:
            self.view.select(item)

    def step_finding(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row that is a finding, round and round."""
        self.view.step_finding(by)

    def step_row(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row."""
        self.view.step_row(by)

    def explain(self) -> None:
        """Show why the selected row is as it is, or put that away again."""
        comparison, item = self._session.comparison, self.view.shown.item
        if comparison is None or item is None:
            return
        row = self.view.table.rows[item]
        if self.card.isVisible() and self._explained == row.id:
            self.card.put_away()
            return
        self._explained = row.id
        box = self.view.sheet.box(item, HEAD)
        top = round(box.top()) - self.view.verticalScrollBar().value() + self.view.viewport().y()
        beside = QRect(
            QPoint(round(box.left()) + 10, top), QPoint(round(box.right()), top + round(box.height()))
        )
        self.card.show_card(self._card(comparison, item), beside)

    def show_place(self, place: Place) -> None:
        """Select the row in which something stands that begins and ends at a place."""
        for item in range(len(self.view.table.rows)):
            if place in self.view.table.places(item):
                self.view.select(item)
                return
