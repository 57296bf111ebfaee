"""What the Names view shows, before it is set in type."""

from collections.abc import Sequence

from crossread.comparison import Comparison
from crossread.present.marks import Mark, MarkKind
from crossread.present.name_grid import NameCell, NameForm, NameRow, name_grid, plain
from crossread.text.span import Span
from crossread.ui.claims.claims_table import ClaimsTable
from crossread.ui.table.table import Entry

FILTERS: dict[str, str] = {
    "other name": "Other in the role", "spelling": "Spelt otherwise", "same": "Spelt alike",
    "one source": "One source only",
    "person": "People", "organisation": "Organisations", "place": "Places", "product": "Products", "law": "Laws",
}  # fmt: skip
"""Verdicts and kinds as the filters call them."""
_BANDS = {"other name": "Another name in the same role", "spelling": "Spelt otherwise", "same": "Spelt alike",
          "one source": "Named by one source only"}  # fmt: skip
_SLIPS = "Likely slips"


class NamesTable(ClaimsTable[NameRow]):
    """Names in rows, documents in columns."""

    thing = "name"
    title = "Name, what to look at first"
    filters = FILTERS
    finding_kind = "names"

    def _every(self, comparison: Comparison) -> Sequence[NameRow]:
        return name_grid(comparison, [document.id for document in self.documents])

    def _sorts(self, row: NameRow) -> set[str]:
        return {row.verdict, row.kind}

    def _section(self, row: NameRow) -> str:
        return _SLIPS if row.is_grave and row.verdict != "other name" else _BANDS[row.verdict]

    def cell(self, item: int, column: int) -> NameCell:
        """How a document names somebody or something."""
        return self.rows[item].cells[column]

    def entry(self, entry: Entry) -> NameForm:
        """One form of a name."""
        return self.cell(entry.item, entry.column).entries[entry.number]

    def aside(self, item: int) -> str:
        """What it is."""
        return self.rows[item].kind

    def marks(self, entry: Entry) -> Sequence[Mark]:
        """A likely slip is boxed, a form that most documents do not have underlined."""
        form, row = self.entry(entry), self.rows[entry.item]
        whole = Span(0, len(form.words))
        if form.misspelt:
            return (Mark(whole, "contradiction"),)
        otherwise = row.verdict == "spelling" and plain(form.words) != plain(row.usual)
        return (Mark(whole, "wording"),) if otherwise else ()

    def below(self, item: int, column: int) -> str:
        """How often it is named, and how often other words stand for it."""
        cell = self.cell(item, column)
        times = sum(form.times for form in cell.entries)
        told = [f"{times:,}\u00a0times"] if times > 1 else []
        if cell.stand_ins:
            told.append(f"{cell.stand_ins:,}\u00a0by\u00a0other\u00a0words")
        return "\u00a0· ".join(told)

    def tint(self, item: int, column: int) -> MarkKind | None:
        """No cell stands out from the others: who is right nobody knows."""
        return None

    def silence(self, item: int, column: int) -> str:
        """Whom a document names in the same role instead."""
        instead = self.rows[item].instead.get(self.documents[column].id, ())
        return f"instead: {', '.join(instead)}" if instead else super().silence(item, column)

    def note(self, entry: Entry) -> str:
        """How often it is written so."""
        form = self.entry(entry)
        slip = ", likely a slip" if form.misspelt else ""
        return f"{form.times:,} times{slip}" if form.times > 1 else f"once{slip}"
