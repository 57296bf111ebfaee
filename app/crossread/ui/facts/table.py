"""What the Facts view shows, before it is set in type."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from crossread.comparison import Comparison, Finding, Place
from crossread.present.fact_order import finding_of_facts, in_order
from crossread.present.factgrid import FactCell, FactEntry, FactGrid, FactRow
from crossread.present.marks import standing
from crossread.quantities.fact import Mention, Verdict
from crossread.text.document import Document

ONE_SOURCE = "single"
"""Stands for the facts of one source where the others go by their verdict."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a cell: the row and column it stands in, and its number among the cell's values."""

    item: int
    column: int
    number: int


class FactTable:
    """Facts in rows, documents in columns.

    Attributes:
        documents: a column each, from left to right.
        rows: those of several sources, gravest first, then those of one; without those filtered out.
        first_single: number of the first row that only one source states; the count of rows if there is none.
        counts: how many rows there are of each verdict and of one source, shown or not.
        quantities: how many quantities stand in the rows of all verdicts.
    """

    def __init__(
        self,
        comparison: Comparison | None = None,
        grid: FactGrid | None = None,
        documents: Sequence[Document] = (),
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self.documents = tuple(documents)
        self.rows: tuple[FactRow, ...] = ()
        self.first_single = 0
        self.counts: dict[str, int] = {}
        self.quantities = 0
        self._comparison = comparison
        if grid is None:
            return
        several = in_order((row for row in grid.rows if row.verdict not in hidden), self._findings)
        self.first_single = len(several)
        self.rows = several + (() if ONE_SOURCE in hidden else grid.single)
        self.counts = {str(verdict): count for verdict, count in grid.counts.items()}
        self.counts[ONE_SOURCE] = len(grid.single)
        every = (*grid.rows, *grid.single)
        self.quantities = sum(len(cell.entries) for row in every for cell in row.cells)

    def cell(self, item: int, column: int) -> FactCell:
        """What a document says of a fact."""
        return self.rows[item].cells[column]

    def entry(self, entry: Entry) -> FactEntry:
        """One value."""
        return self.cell(entry.item, entry.column).entries[entry.number]

    def place(self, entry: Entry) -> Place:
        """Where a value stands in its document."""
        return Place(self.cell(entry.item, entry.column).document, self.entry(entry).span)

    def entries(self, item: int) -> tuple[Entry, ...]:
        """The values of a row, in the order of the columns."""
        return tuple(
            Entry(item, column, number)
            for column, cell in enumerate(self.rows[item].cells)
            for number in range(len(cell.entries))
        )

    def places(self, item: int) -> tuple[Place, ...]:
        """Where the values of a row stand, in the order of the columns."""
        return tuple(map(self.place, self.entries(item)))

    def find(self, row_id: str, places: Collection[Place]) -> int | None:
        """The row with this id, or else the one that holds most of these places; None if none holds any."""
        if row_id in self.item_of_row:
            return self.item_of_row[row_id]
        held = [sum(place in places for place in self.places(item)) for item in range(len(self.rows))]
        best = max(held, default=0)
        return held.index(best) if best else None

    def is_single(self, item: int) -> bool:
        """Whether only one source states the fact."""
        return item >= self.first_single

    def verdict(self, entry: Entry) -> Verdict | None:
        """How a value stands to the other documents in its row."""
        index = self._index(entry)
        if self._comparison is None or index is None:
            return None
        return standing(self._comparison, self._comparison.facts[self.rows[entry.item].fact], index)[0]

    def mention(self, entry: Entry) -> Mention | None:
        """The quantity that a value was read as."""
        index = self._index(entry)
        if self._comparison is None or index is None:
            return None
        return self._comparison.facts[self.rows[entry.item].fact].mentions[index]

    def _index(self, entry: Entry) -> int | None:
        """Which of the fact's mentions a value is."""
        if self._comparison is None:
            return None
        place, fact = self.place(entry), self._comparison.facts[self.rows[entry.item].fact]
        found = (
            index
            for index, mention in enumerate(fact.mentions)
            if mention.document == place.document and mention.quantity.span == place.span
        )
        return next(found, None)

    @cached_property
    def _findings(self) -> dict[int, Finding]:
        return finding_of_facts(self._comparison) if self._comparison else {}

    def number(self, item: int) -> int | None:
        """The number under which a row's fact stands among the findings."""
        finding = self._findings.get(self.rows[item].fact)
        return finding.number if finding else None

    @cached_property
    def finding_of(self) -> dict[str, str]:
        """The id of the finding that a row is numbered as, by the row's id."""
        return {row.id: self._findings[row.fact].id for row in self.rows if row.fact in self._findings}

    @cached_property
    def item_of_finding(self) -> dict[str, int]:
        """The row that shows a finding, by the finding's id."""
        return {
            self.finding_of[row.id]: item for item, row in enumerate(self.rows) if row.id in self.finding_of
        }

    @cached_property
    def item_of_row(self) -> dict[str, int]:
        """The number of a row by its id."""
        return {row.id: item for item, row in enumerate(self.rows)}

    def words(self, item: int) -> str:
        """A row in words, for the clipboard and for those who hear it."""
        row = self.rows[item]
        sources = "1 source" if row.sources == 1 else f"{row.sources} sources"
        said = [
            f"{VERDICT_WORDS[row.verdict if row.sources > 1 else ONE_SOURCE]}: {capital(row.label)}, {sources}."
        ]
        if row.explanation:
            said.append(row.explanation)
        said += [self.cell_words(item, column) for column in range(len(self.documents))]
        return "\n".join(said)

    def cell_words(self, item: int, column: int) -> str:
        """A cell in words."""
        cell = self.cell(item, column)
        values = [
            f"“{entry.words}” ({entry.understood})" if entry.understood else f"“{entry.words}”"
            for entry in cell.entries
        ]
        return f"{cell.document}: {', '.join(values) or 'says nothing'}"


VERDICT_WORDS: dict[str, str] = {
    "contradiction": "Contradict",
    "rounding": "Round",
    "vaguer": "Vaguer",
    "same": "Agree",
    ONE_SOURCE: "One source only",
}
"""Verdicts as the filters call them, gravest first."""


def capital(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]
