"""The Names view as a whole."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.comparison import Comparison
from crossread.present.fact_card import Card, CardLine
from crossread.present.name_grid import BADGES
from crossread.ui.claims.names_table import FILTERS, NamesTable
from crossread.ui.session import Session
from crossread.ui.table.area import TableArea
from crossread.ui.table.table import capital
from crossread.ui.table.view import TableView


class NamesArea(TableArea):
    """Shows whom and what each document names."""

    filters = FILTERS
    hidden_field = "hidden_names"
    nothing = "None of the documents names a person, a body, a place, a product or a law."

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, TableView(NamesTable()), parent)
        self.view.setAccessibleName("Names, a row for each name and a column for each document")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def _table(self, comparison: Comparison | None) -> NamesTable:
        return NamesTable(comparison, self._session.shown, self._session.filters.hidden_names)

    def _card(self, comparison: Comparison, item: int) -> Card:
        table = self.view.table
        assert isinstance(table, NamesTable)
        row = table.rows[item]
        forms: dict[str, list[str]] = {}
        times: dict[str, int] = {}
        slips = {form.words for cell in row.cells for form in cell.entries if form.misspelt}
        for cell in row.cells:
            for form in cell.entries:
                forms.setdefault(form.words, []).append(cell.document)
                times[form.words] = times.get(form.words, 0) + form.times
        lines = [
            CardLine(tuple(documents), "", "", "", _told(words, times[words], slip=words in slips))
            for words, documents in forms.items()
        ]
        if row.explanation:
            who = tuple(cell.document for cell in row.cells if cell.entries)
            lines.insert(0, CardLine(who, "", "", BADGES[row.verdict], row.explanation))
        return Card(f"{capital(row.label)} ({row.kind})", tuple(lines))


def _told(words: str, times: int, *, slip: bool) -> str:
    count = f"{times:,} times" if times > 1 else "once"
    return f"“{words}”, {count}.{' Likely a slip.' if slip else ''}"
