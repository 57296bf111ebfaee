"""What a table shows, before it is set in type."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from crossread.comparison import Finding, Place
from crossread.present.marks import Mark, MarkKind
from crossread.text.document import Document
from crossread.text.span import Span

SAYS_NOTHING = "says nothing"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a cell: the row and column it stands in, and its number among the cell's entries."""

    item: int
    column: int
    number: int


class EntryContent(Protocol):
    """What a document says, and where."""

    @property
    def span(self) -> Span:
        """In code points of the document's text."""

    @property
    def words(self) -> str:
        """As written, white space evened out."""


class CellContent(Protocol):
    """What one document says in a row; no entries where it is silent."""

    @property
    def document(self) -> str:
        """Its id."""

    @property
    def entries(self) -> Sequence[EntryContent]:
        """In the order of its text."""


class RowContent(Protocol):
    """One row."""

    @property
    def id(self) -> str:
        """The same whenever the same texts are compared."""

    @property
    def label(self) -> str:
        """What it is about."""

    @property
    def badge(self) -> str:
        """The sign of its verdict, = ≈ ⊂ ≠; empty where a single document speaks."""

    @property
    def explanation(self) -> str:
        """One plain sentence, or nothing."""

    @property
    def cells(self) -> Sequence[CellContent]:
        """One for each document, in the order of the columns."""


class Table(ABC):
    """Things in rows, documents in columns.

    Attributes:
        thing: what a row is called ("fact").
        title: what stands above the rows' own column.
        between: what parts the entries of one cell.
        boxed: entries stand in boxes as a rule, for which there must be room at their left.
        spreads: long words of a lone document run over the silent columns beside it, not down the page.
        documents: a column each, from left to right.
        rows: without those filtered out.
        counts: how many rows each filter holds, shown or not.
    """

    thing = "row"
    title = ""
    between = ", "
    boxed = False
    spreads = False

    def __init__(self, documents: Sequence[Document] = ()) -> None:
        self.documents = tuple(documents)
        self.rows: tuple[RowContent, ...] = ()
        self.counts: Mapping[str, int] = {}
        self._sections: dict[int, str] = {}

    # What a kind of table decides

    @abstractmethod
    def aside(self, item: int) -> str:
        """A few words in small type behind a row's label; may be empty."""

    @abstractmethod
    def is_single(self, item: int) -> bool:
        """Whether only one document speaks in a row, so that the silence of the others says nothing."""

    @abstractmethod
    def marks(self, entry: Entry) -> Sequence[Mark]:
        """How an entry's words are marked, in characters of its words."""

    @abstractmethod
    def below(self, item: int, column: int) -> str:
        """What stands in small type below the words of a cell."""

    @abstractmethod
    def tint(self, item: int, column: int) -> MarkKind | None:
        """The mark whose ground a cell has."""

    def silence(self, item: int, column: int) -> str:
        """What is said of a document that is silent in a row."""
        return "" if self.is_single(item) else SAYS_NOTHING

    @abstractmethod
    def note(self, entry: Entry) -> str:
        """What is to be said of an entry beside its words, for those who hear it."""

    @abstractmethod
    def verdict_words(self, item: int) -> str:
        """A row's verdict as its filter calls it."""

    @property
    @abstractmethod
    def findings(self) -> Mapping[str, Finding]:
        """What a row is numbered as among the findings, by the row's id."""

    # What is the same for all

    def band(self, item: int) -> str:
        """The heading above a row that begins a section; empty above the others."""
        return self._sections.get(item, "")

    def _divide(self, sections: Sequence[str]) -> None:
        """Give each run of rows of one section its heading."""
        self._sections = {
            item: section
            for item, section in enumerate(sections)
            if item == 0 or sections[item - 1] != section
        }

    def shown_words(self, entry: Entry) -> str:
        """An entry's words as they are set; its marks count in these."""
        return self.entry(entry).words

    def cell(self, item: int, column: int) -> CellContent:
        """What a document says in a row."""
        return self.rows[item].cells[column]

    def entry(self, entry: Entry) -> EntryContent:
        """One entry."""
        return self.cell(entry.item, entry.column).entries[entry.number]

    def place(self, entry: Entry) -> Place:
        """Where an entry stands in its document."""
        return Place(self.cell(entry.item, entry.column).document, self.entry(entry).span)

    def entries(self, item: int) -> tuple[Entry, ...]:
        """The entries of a row, in the order of the columns."""
        return tuple(
            Entry(item, column, number)
            for column, cell in enumerate(self.rows[item].cells)
            for number in range(len(cell.entries))
        )

    def places(self, item: int) -> tuple[Place, ...]:
        """Where the entries of a row stand, in the order of the columns."""
        return tuple(map(self.place, self.entries(item)))

    def find(self, row_id: str, places: Collection[Place]) -> int | None:
        """The row with this id, or else the one that holds most of these places; None if none holds any."""
        if row_id in self.item_of_row:
            return self.item_of_row[row_id]
        held = [sum(place in places for place in self.places(item)) for item in range(len(self.rows))]
        best = max(held, default=0)
        return held.index(best) if best else None

    def number(self, item: int) -> int | None:
        """The number under which a row stands among the findings."""
        finding = self.findings.get(self.rows[item].id)
        return finding.number if finding else None

    @cached_property
    def finding_of(self) -> dict[str, str]:
        """The id of the finding that a row is numbered as, by the row's id."""
        return {row.id: self.findings[row.id].id for row in self.rows if row.id in self.findings}

    @cached_property
    def item_of_finding(self) -> dict[str, int]:
        """The first row that shows a finding, by the finding's id."""
        found: dict[str, int] = {}
        for item, row in enumerate(self.rows):
            if row.id in self.finding_of:
                found.setdefault(self.finding_of[row.id], item)
        return found

    @cached_property
    def item_of_row(self) -> dict[str, int]:
        """The number of a row by its id."""
        return {row.id: item for item, row in enumerate(self.rows)}

    # In words, for the clipboard and for those who hear it

    def words(self, item: int) -> str:
        """A row in words."""
        row = self.rows[item]
        aside = f", {self.aside_words(item)}" if self.aside_words(item) else ""
        said = [f"{self.verdict_words(item)}: {capital(row.label)}{aside}."]
        if row.explanation:
            said.append(row.explanation)
        said += [self.cell_words(item, column) for column in range(len(self.documents))]
        return "\n".join(said)

    def aside_words(self, item: int) -> str:
        """What is said of a row in small type, in full."""
        return self.aside(item)

    def cell_words(self, item: int, column: int) -> str:
        """A cell in words."""
        said = [
            self.entry_words(Entry(item, column, number))
            for number in range(len(self.cell(item, column).entries))
        ]
        return f"{self.cell(item, column).document}: {', '.join(said) or SAYS_NOTHING}"

    def entry_words(self, entry: Entry) -> str:
        """An entry in words."""
        return f"“{self.entry(entry).words}”"


def capital(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]
