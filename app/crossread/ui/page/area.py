"""The middle of the window: page, overview and legend, and the readings below, all fed by the session."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.comparison import Finding, Place
from crossread.present.fact_card import value_card
from crossread.present.firmness import Firmness, firmness_shown
from crossread.present.marks import MarkKind
from crossread.present.palette import LIGHT, Palette
from crossread.present.readings import ReadingTable
from crossread.ui.findings.filters import Filters
from crossread.ui.grid.view import GridView
from crossread.ui.page.legend import Legend
from crossread.ui.page.overview import OverviewLanes
from crossread.ui.page.readings_strip import ReadingsStrip
from crossread.ui.reading.area import ReadingArea
from crossread.ui.ribbon.area import RibbonArea
from crossread.ui.session import Session
from crossread.ui.table.card import CardView

MARKS_OF_KIND: dict[str, frozenset[MarkKind]] = {
    "numbers": frozenset(("number", "contradiction")),
    "wording": frozenset(("wording",)),
    "moved": frozenset(("moved",)),
    "spun": frozenset(("spun",)),
    "certainty": frozenset(("hedge",)),
    "characters": frozenset(("character",)),
}
_ALL_MARKS = frozenset[MarkKind]().union(*MARKS_OF_KIND.values())


def visible_marks(filters: Filters) -> frozenset[MarkKind]:
    """The kinds of marks that are shown: those that no kind switched off takes along."""
    return _ALL_MARKS - frozenset[MarkKind]().union(
        *(MARKS_OF_KIND.get(kind, frozenset()) for kind in filters.hidden_kinds)
    )


class PageArea(QWidget):
    """Shows the session's page.

    Attributes:
        grid: the page as rows and columns.
        ribbon: the same documents in flowing columns, in the grid's place when it is chosen.
        reading: the base document with a margin, likewise.
        legend: what the marks mean; the window gives it a place.
        card: what other sources say where the pointer rests on a quantity.
        readings: the strip with the readings of the selected row; the window gives it a place.

    Signals:
        finding_activated(str): the reader clicked a mark of this finding.
    """

    finding_activated = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._palette: Palette = LIGHT
        self._firmness: Mapping[str, Firmness] = {}
        self.grid = GridView(self)
        self.overview = OverviewLanes(self)
        self.ribbon = RibbonArea(session, self)
        self.reading = ReadingArea(session, self)
        self.legend = Legend(self)
        self.card = CardView(self.grid, passive=True)
        self.readings = ReadingsStrip()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.overview)
        layout.addWidget(self.ribbon, 1)
        layout.addWidget(self.reading, 1)
        self.ribbon.hide()
        self.reading.hide()
        self.grid.row_selected.connect(session.select_row)
        self.grid.quantity_pointed.connect(self._show_quantity)
        self.grid.finding_activated.connect(self.finding_activated)
        self.ribbon.finding_activated.connect(self.finding_activated)
        self.reading.finding_activated.connect(self.finding_activated)
        self.grid.edges_changed.connect(lambda: self.overview.set_edges(self.grid.row_edges()))
        self.grid.viewport_changed.connect(self.overview.set_viewport)
        self.grid.zoom_changed.connect(self.readings.set_zoom)
        self.grid.zoom_changed.connect(self.ribbon.view.set_zoom)
        self.ribbon.view.zoom_changed.connect(self.grid.set_zoom)
        self.grid.zoom_changed.connect(self.reading.view.set_zoom)
        self.reading.view.zoom_changed.connect(self.grid.set_zoom)
        self.overview.jumped.connect(self.grid.scroll_to_share)
        self.readings.place_activated.connect(self.show_place)
        session.page_changed.connect(self._show_page)
        session.findings_changed.connect(self._show_kinds)
        session.row_selected.connect(self._show_row)
        session.finding_selected.connect(self._show_finding)
        session.found.connect(self._show_found)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.grid.set_colours(palette)
        self.overview.set_colours(palette)
        self.ribbon.set_colours(palette)
        self.reading.set_colours(palette)
        self.legend.set_colours(palette)
        self.card.set_colours(palette)
        self.readings.set_colours(palette)

    def show_view(self, name: str) -> None:
        """Show the page as "grid", "ribbon" or "reading"."""
        flowing = {"ribbon": self.ribbon, "reading": self.reading}
        for widget in (self.grid, self.overview):
            widget.setVisible(name not in flowing)
        for other, area in flowing.items():
            area.setVisible(other == name)

    def show_place(self, place: Place) -> None:
        """Go to a stretch of a document."""
        self._session.select_row(self._session.row_of(place))
        if not self.ribbon.isHidden():
            self.ribbon.show_place(place)
        elif not self.reading.isHidden():
            self.reading.show_place(place)
        else:
            self.grid.show_place(place)

    def jump_to_document(self, document_id: str) -> None:
        """Go to what a document says in the selected row, or else to its beginning."""
        session = self._session
        document = next((shown for shown in session.shown if shown.id == document_id), None)
        if document is None or not document.passages:
            return
        row = next((row for row in session.rows if row.id == session.row), None)
        cell = next((cell for cell in row.cells if cell.document == document_id), None) if row else None
        passage = document.by_id[cell.passages[0]] if cell and cell.passages else document.passages[0]
        self.show_place(Place(document_id, passage.span))

    def _show_quantity(self, place: Place | None, where: QRect) -> None:
        """Tell what the other sources say where one states a quantity."""
        session = self._session
        documents = [document.id for document in session.shown]
        comparison = session.comparison if place else None
        card = value_card(comparison, place, documents) if comparison and place else None
        if card:
            self.card.show_card(card, where)
        else:
            self.card.put_away()

    def _show_page(self) -> None:
        session = self._session
        if session.comparison is None:
            self.grid.set_documents(session.shown)
        else:
            self._firmness = firmness_shown(session.comparison)
            self.grid.set_page(session.shown, session.rows, session.marks, session.base, self._firmness)
        rows = session.rows if session.comparison else ()
        self.overview.set_content(session.shown if rows else (), rows, session.marks, self.grid.row_edges())

    def _show_kinds(self) -> None:
        visible = visible_marks(self._session.filters)
        for view in (self.grid, self.overview, self.ribbon, self.reading, self.readings):
            view.set_visible_marks(visible)
        present = {mark.kind for marks in self._session.marks.values() for mark in marks}
        self.legend.set_kinds({str(kind) for kind in present})

    def _show_row(self, row_id: str) -> None:
        self._show_readings()  # first: the page may get lower by what they need
        if row_id:
            self.grid.select_row(row_id)

    def _show_readings(self) -> None:
        session = self._session
        table = session.readings() or ReadingTable((), ())
        title = "Readings of the selected row" if table.documents else self._why_no_readings()
        self.readings.set_row(session.shown, table, session.marks, self._palette, title, self._firmness)

    def _why_no_readings(self) -> str:
        """That a row is selected in which nothing can be read beside something else."""
        row = next((row for row in self._session.rows if row.id == self._session.row), None)
        if row is None or row.speaking != 1:
            return ""
        document = next(cell.document for cell in row.cells if cell.passages)
        return f"Only {document} says this; no other document has words to put beside it."

    def _show_finding(self, finding: Finding | None) -> None:
        for view in (self.grid, self.readings):
            view.set_current_places(finding.places if finding else ())
        place = self._session.place_of(finding) if finding else None
        if place:
            self.grid.show_place(place)

    def _show_found(self) -> None:
        finder = self._session.finder
        self.grid.set_found(finder.hits, finder.place)
        if finder.place:
            self.grid.show_place(finder.place)
