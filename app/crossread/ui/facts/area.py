"""The Facts view as a whole: table, timeline and card, fed by the session."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from crossread.comparison import Comparison
from crossread.present.fact_card import Card, fact_card
from crossread.present.palette import Palette
from crossread.present.timeline import Timeline
from crossread.ui.facts.table import VERDICT_WORDS, FactTable
from crossread.ui.facts.timeline_view import TimelineView
from crossread.ui.facts.view import FactsView
from crossread.ui.session import Session
from crossread.ui.table.area import TableArea


class FactsArea(TableArea):
    """Shows the session's facts; works only while it is seen.

    Attributes:
        view: the table.
        timeline: the dates below it.
        splitter: holds table and timeline.
    """

    view: FactsView
    filters = VERDICT_WORDS
    hidden_field = "hidden_verdicts"
    nothing = "None of the documents states a number, a date or an amount."

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, FactsView(), parent)
        self._dates = Timeline((), None, None, ())
        self.timeline = TimelineView(self)
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
        self._fitted = False
        self.timeline.place_activated.connect(self.place_activated)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        super().set_colours(palette)
        self.timeline.set_colours(palette)

    def set_zoom(self, percent: int) -> None:
        """Set the letters at this size."""
        super().set_zoom(percent)
        self.timeline.set_zoom(percent)

    def _table(self, comparison: Comparison | None) -> FactTable:
        grid, self._dates = self._session.facts() or (None, Timeline((), None, None, ()))
        session = self._session
        return FactTable(comparison, grid, session.shown, session.filters.hidden_verdicts)

    def _card(self, comparison: Comparison, item: int) -> Card:
        documents = [document.id for document in self._session.shown]
        return fact_card(comparison, comparison.facts[self.view.table.rows[item].fact], documents)

    def _refreshed(self) -> None:
        compared = self._session.comparison is not None
        self.timeline.set_timeline(self._dates, "None of the documents names a date." if compared else "")
        self._emphasise()
        self._fit_timeline()

    def _row_selected(self, row_id: str) -> None:
        super()._row_selected(row_id)
        self._emphasise()

    def _emphasise(self) -> None:
        """Let the dates of the selected fact stand out."""
        item = self.view.shown.item
        places = self.view.table.places(item) if item is not None else ()
        self.timeline.set_emphasised(frozenset(places))

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
