"""The Quotations view as a whole: the table, and the hidden characters below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from crossread.comparison import Comparison
from crossread.present.fact_card import Card, CardLine
from crossread.present.quoted import QuotedRow
from crossread.ui.claims.characters_panel import CharactersPanel
from crossread.ui.claims.quotations_table import FILTERS, QuotationsTable
from crossread.ui.session import Session
from crossread.ui.table.area import TableArea
from crossread.ui.table.table import capital
from crossread.ui.table.view import TableView

_OF_HEIGHT = 0.28  # that the list of characters has at first
_EMPTY = 34  # pixels of its one line where there are none


class QuotationsArea(TableArea):
    """Shows who is quoted, document by document, and what was done to the words.

    Attributes:
        characters: hidden characters of the documents.
    """

    filters = FILTERS
    hidden_field = "hidden_quotations"
    nothing = "None of the documents quotes anybody."

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, TableView(QuotationsTable()), parent)
        self.view.setAccessibleName("Quotations, a row for each and a column for each document")
        self.view.setMinimumHeight(120)
        self.characters = CharactersPanel(self)
        self.characters.place_activated.connect(self.place_activated)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.characters)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _table(self, comparison: Comparison | None) -> QuotationsTable:
        return QuotationsTable(comparison, self._session.shown, self._session.filters.hidden_quotations)

    def _refreshed(self) -> None:
        session = self._session
        self.characters.set_comparison(session.comparison, [document.id for document in session.shown])
        some = self.characters.list.topLevelItemCount() > 0
        self.characters.setMaximumHeight(16_777_215 if some else _EMPTY)
        wanted = round(self.height() * _OF_HEIGHT) if some else _EMPTY
        if some != (self._splitter.sizes()[1] > _EMPTY):
            self._splitter.setSizes([self.height() - wanted, wanted])

    def _card(self, comparison: Comparison, item: int) -> Card:
        table = self.view.table
        assert isinstance(table, QuotationsTable)
        row = table.rows[item]
        lines = [
            CardLine((a, b), "", "", "≠", _differ(a, one, b, other)) for a, one, b, other in row.differences
        ]
        return Card(capital(row.label), (*lines, *_told(row)))


def _differ(a: str, one: str, b: str, other: str) -> str:
    said = [
        f"{document} “{words}”" if words else f"{document} nothing"
        for document, words in ((a, one), (b, other))
    ]
    return ", ".join(said) + "."


def _told(row: QuotedRow) -> list[CardLine]:
    who = tuple(dict.fromkeys(line.document for line in row.lines))
    told = (
        [CardLine(who, "", "", "" if row.differences else row.badge, row.explanation)]
        if row.explanation
        else []
    )
    if row.verdict == "exact":
        told.append(CardLine(who, "", "", "=", "Word for word the same."))
    if row.verdict == "one source" and not row.in_spun_text:
        told.append(CardLine(who, "", "", "", "No other source quotes it."))
    return told
