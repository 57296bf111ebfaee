"""What the tables of names and of quotations have in common."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from crossread.comparison import Comparison, Finding, FindingKind, Place
from crossread.text.document import Document
from crossread.ui.table.table import RowContent, Table


class ClaimRow(RowContent, Protocol):
    """A row with a verdict on what the documents say."""

    @property
    def verdict(self) -> str:
        """As the filters know it; "one source" where a single document speaks."""


Row = TypeVar("Row", bound=ClaimRow)


class ClaimsTable(Table, Generic[Row]):
    """Rows that are filtered by what sorts they belong to, and numbered as the findings of one kind.

    Attributes:
        filters: what each sort is called, by its name.
        finding_kind: the kind of findings that rows are numbered as.

    Args:
        comparison: what is shown; nothing by default.
        documents: a column each, from left to right.
        hidden: sorts of rows that are left out.
    """

    filters: Mapping[str, str]
    finding_kind: FindingKind
    rows: tuple[Row, ...]

    def __init__(
        self,
        comparison: Comparison | None = None,
        documents: Sequence[Document] = (),
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(documents)
        self._findings: Mapping[str, Finding] = {}
        if comparison is None:
            return
        every = self._every(comparison)
        self.rows = tuple(row for row in every if not self._sorts(row) & hidden)
        counted = Counter(sort for row in every for sort in self._sorts(row))
        self.counts = {name: counted[name] for name in self.filters}
        self._findings = _findings_of(comparison, self.finding_kind, self.rows)
        self._divide([self._section(row) for row in self.rows])

    @abstractmethod
    def _every(self, comparison: Comparison) -> Sequence[Row]:
        """All rows, what to look at first."""

    @abstractmethod
    def _sorts(self, row: Row) -> set[str]:
        """The filters that a row belongs to; switching any of them off hides it."""

    @abstractmethod
    def _section(self, row: Row) -> str:
        """The heading that a row stands under."""

    def is_single(self, item: int) -> bool:
        """Whether only one document has it."""
        return self.rows[item].verdict == "one source"

    def verdict_words(self, item: int) -> str:
        """The verdict as its filter calls it."""
        return self.filters[self.rows[item].verdict]

    @property
    def findings(self) -> Mapping[str, Finding]:
        """The findings that rows are numbered as, by the rows' ids."""
        return self._findings


def _findings_of(
    comparison: Comparison, kind: FindingKind, rows: Sequence[RowContent]
) -> Mapping[str, Finding]:
    """The finding of each row by the row's id: the first one of a kind that is seen where the row's words stand."""
    by_place: dict[Place, Finding] = {}
    for finding in comparison.findings:
        if finding.kind == kind:
            for place in finding.places:
                by_place.setdefault(place, finding)
    found: dict[str, Finding] = {}
    for row in rows:
        places = (Place(cell.document, entry.span) for cell in row.cells for entry in cell.entries)
        own = next((by_place[place] for place in places if place in by_place), None)
        if own is not None:
            found[row.id] = own
    return found
