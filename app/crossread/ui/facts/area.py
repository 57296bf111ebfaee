"""The Facts view as a whole: table, timeline and card, fed by the session."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from crossread.comparison import Finding, Place
from crossread.present.fact_card import fact_card
from crossread.present.palette import Palette
from crossread.present.timeline import Timeline
from crossread.ui.facts.card import CardView
from crossread.ui.facts.sheet import HEAD
from crossread.ui.facts.table import FactTable
from crossread.ui.facts.timeline_view import TimelineView
from crossread.ui.facts.view import FactsView
from crossread.ui.session import Session


class FactsArea(QWidget):
    """Shows the session's facts; works only while it is seen.

    Attributes:
        view: the table.
        timeline: the dates below it.
        card: why the selected fact got its verdict.
        splitter: holds table and timeline.

    Signals:
        refreshed(): other facts are shown, or others are counted.
        place_activated(object): the reader wants to see this Place in the text.
    """

    refreshed = Signal()
    place_activated = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._explained = ""
        self.view = FactsView(self)
        self.timeline = TimelineView(self)
        self.card = CardView(self.view)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.timeline)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.view.setMinimumHeight(120)
        self.timeline.setMinimumHeight(70)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.setFocusProxy(self.view)
        self._fitted = False
        self.view.row_selected.connect(self._row_selected)
        self.view.why_asked.connect(self.explain)
        self.view.left.connect(self.card.put_away)
        self.view.verticalScrollBar().valueChanged.connect(self.card.put_away)
        self.view.place_activated.connect(self.place_activated)
        self.timeline.place_activated.connect(self.place_activated)
        session.page_changed.connect(self.refresh)
        session.compared.connect(self.refresh)
        session.finding_selected.connect(self._finding_selected)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        for part in (self.view, self.timeline, self.card):
            part.set_colours(palette)

    def set_zoom(self, percent: int) -> None:
        """Set the letters at this size."""
        self.view.set_zoom(percent)
        self.timeline.set_zoom(percent)

    def refresh(self) -> None:
        """Take the session's comparison, or remember to when it is seen again."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self.card.put_away()
        session = self._session
        grid, dates = session.facts() or (None, Timeline((), None, None, ()))
        table = FactTable(session.comparison, grid, session.shown, session.filters.hidden_verdicts)
        self.view.set_table(table, session.base)
        self.timeline.set_timeline(dates)
        self._finding_selected(session.findings.current)
        if self.view.shown.item is None and table.rows:
            self.view.select(0, HEAD)
        self._fit_timeline()
        self.refreshed.emit()

    def _fit_timeline(self) -> None:
        """Give the timeline what it needs, at most 36 % of the height, until the reader moves the border."""
        if self._fitted or not self.timeline.drawing.shapes:
            return
        self._fitted = True
        wanted = min(self.timeline.sizeHint().height(), round(self.height() * 0.36))
        self.splitter.setSizes([self.height() - wanted, wanted])

    def sizes(self) -> tuple[int, ...]:
        """Heights of table and timeline, once they have been seen."""
        return tuple(self.splitter.sizes()) if self._fitted else ()

    def set_sizes(self, sizes: tuple[int, ...]) -> None:
        """Take these heights of table and timeline."""
        if len(sizes) == 2:
            self._fitted = True
            self.splitter.setSizes(list(sizes))

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

    # Rows and findings

    def _row_selected(self, row_id: str) -> None:
        self.card.put_away()
        table, item = self.view.table, self.view.shown.item
        self.timeline.set_emphasised(frozenset(table.places(item)) if item is not None else frozenset())
        finding = table.finding_of.get(row_id)
        current = self._session.findings.current
        if finding and (current is None or current.id != finding):
            self._session.go_to_finding(finding)

    def _finding_selected(self, finding: Finding | None) -> None:
        item = self.view.table.item_of_finding.get(finding.id) if finding else None
        if self.isVisible() and item is not None and item != self.view.shown.item:
            self.view.select(item)

    def step_finding(self, by: int) -> None:
        """Go to the next (1) or previous (-1) fact that is a finding, round and round."""
        items = sorted(self.view.table.item_of_finding.values())
        if not items:
            return
        at = self.view.shown.item
        if by > 0:
            target = next((item for item in items if at is None or item > at), items[0])
        else:
            target = next((item for item in reversed(items) if at is None or item < at), items[-1])
        self.view.select(target, HEAD)

    def step_row(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row."""
        rows, at = self.view.table.rows, self.view.shown.item
        if rows:
            self.view.select(0 if at is None else min(max(at + by, 0), len(rows) - 1))

    def explain(self) -> None:
        """Show why the selected fact got its verdict, or put that away again."""
        comparison, item = self._session.comparison, self.view.shown.item
        if comparison is None or item is None:
            return
        row = self.view.table.rows[item]
        if self.card.isVisible() and self._explained == row.id:
            self.card.put_away()
            return
        self._explained = row.id
        documents = [document.id for document in self._session.shown]
        box = self.view.sheet.box(item, HEAD)
        top = round(box.top()) - self.view.verticalScrollBar().value() + self.view.viewport().y()
        beside = QRect(
            QPoint(round(box.left()) + 10, top), QPoint(round(box.right()), top + round(box.height()))
        )
        self.card.show_card(fact_card(comparison, comparison.facts[row.fact], documents), beside)

    def show_place(self, place: Place) -> None:
        """Select the row in which the quantity at a place stands."""
        for item in range(len(self.view.table.rows)):
            if place in self.view.table.places(item):
                self.view.select(item)
                return
