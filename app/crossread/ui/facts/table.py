"""What the Facts view shows, before it is set in type."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from crossread.comparison import Comparison, Finding
from crossread.present.fact_order import finding_of_facts, in_order
from crossread.present.factgrid import FactCell, FactEntry, FactGrid, FactRow
from crossread.present.marks import Mark, MarkKind, standing
from crossread.quantities.fact import Mention, Verdict
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.table.table import Entry, Table

ONE_SOURCE = "single"
"""Stands for the facts of one source where the others go by their verdict."""
_SINGLE = "Stated by one source only"
_VALUES_BETWEEN = "\u00a0· "  # no line begins with the dot


class FactTable(Table):
    """Facts in rows, documents in columns.

    Attributes:
        rows: those of several sources, gravest first, then those of one; without those filtered out.
        first_single: number of the first row that only one source states; the count of rows if there is none.
        quantities: how many quantities stand in the rows of all verdicts.
    """

    thing = "fact"
    title = "Fact, gravest first"
    boxed = True
    rows: tuple[FactRow, ...]

    def __init__(
        self,
        comparison: Comparison | None = None,
        grid: FactGrid | None = None,
        documents: Sequence[Document] = (),
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(documents)
        self.first_single = 0
        self.quantities = 0
        self._comparison = comparison
        if grid is None:
            return
        several = in_order((row for row in grid.rows if row.verdict not in hidden), self._of_facts)
        self.first_single = len(several)
        self.rows = several + (() if ONE_SOURCE in hidden else grid.single)
        self._divide(["" if item < self.first_single else _SINGLE for item in range(len(self.rows))])
        self.counts = {
            **{str(verdict): n for verdict, n in grid.counts.items()},
            ONE_SOURCE: len(grid.single),
        }
        every = (*grid.rows, *grid.single)
        self.quantities = sum(len(cell.entries) for row in every for cell in row.cells)

    def cell(self, item: int, column: int) -> FactCell:
        """What a document says of a fact."""
        return self.rows[item].cells[column]

    def entry(self, entry: Entry) -> FactEntry:
        """One value."""
        return self.cell(entry.item, entry.column).entries[entry.number]

    def aside(self, item: int) -> str:
        """How many sources state the fact."""
        sources = self.rows[item].sources
        return "" if sources == 1 else f"{sources}\u00a0sources"

    def is_single(self, item: int) -> bool:
        """Whether only one source states the fact."""
        return item >= self.first_single

    def marks(self, entry: Entry) -> Sequence[Mark]:
        """A box around each value, thicker where it contradicts another."""
        verdict = None if self.is_single(entry.item) else self.verdict(entry)
        kind: MarkKind = "contradiction" if verdict == "contradiction" else "number"
        return (Mark(Span(0, len(self.entry(entry).words)), kind),)

    def below(self, item: int, column: int) -> str:
        """The values that the words were read as."""
        cell = self.cell(item, column)
        return _VALUES_BETWEEN.join(
            dict.fromkeys(entry.understood for entry in cell.entries if entry.understood)
        )

    def tint(self, item: int, column: int) -> MarkKind | None:
        """The odd one out stands out."""
        return "contradiction" if self.cell(item, column).odd else None

    def note(self, entry: Entry) -> str:
        """The value understood, and how it stands to the other documents."""
        value = self.entry(entry)
        return f"{value.understood}. {value.note}".strip()

    def verdict_words(self, item: int) -> str:
        """The fact's verdict as its filter calls it."""
        row = self.rows[item]
        return VERDICT_WORDS[row.verdict if row.sources > 1 else ONE_SOURCE]

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
    def _of_facts(self) -> dict[int, Finding]:
        return finding_of_facts(self._comparison) if self._comparison else {}

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """The findings that rows are numbered as, by the rows' ids."""
        return {row.id: self._of_facts[row.fact] for row in self.rows if row.fact in self._of_facts}

    def aside_words(self, item: int) -> str:
        """How many sources state the fact, be it one."""
        return self.aside(item) or "1 source"

    def entry_words(self, entry: Entry) -> str:
        """A value in words, with what it was read as."""
        value = self.entry(entry)
        return f"“{value.words}” ({value.understood})" if value.understood else f"“{value.words}”"


VERDICT_WORDS: dict[str, str] = {
    "contradiction": "Contradict",
    "rounding": "Round",
    "vaguer": "Vaguer",
    "same": "Agree",
    ONE_SOURCE: "One source only",
}
"""Verdicts as the filters call them, gravest first."""
