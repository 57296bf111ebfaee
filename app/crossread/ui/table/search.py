"""Finding words in a table: in labels, explanations, the words of the documents and what stands below them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crossread.text.shown import one_line
from crossread.text.span import Span
from crossread.ui.search import Folded, fold
from crossread.ui.table.row_layout import label_of
from crossread.ui.table.sheet import HEAD
from crossread.ui.table.table import Entry, Table

Part = Literal["label", "explanation", "words", "below"]
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words occur: row, column (HEAD for the row itself), part of the cell and characters in it."""

    item: int
    column: int
    part: Part
    span: Span


Folds = list[tuple[int, int, Part, Folded]]
"""The texts of a table as they are searched, with row, column and part."""


def folds(table: Table) -> Folds:
    """Every text of a table made ready to be searched."""
    return [
        (item, column, part, fold(text))
        for item in range(len(table.rows))
        for column, part, text in _texts(table, item)
    ]


def hits(texts: Folds, words: str) -> list[Hit]:
    """Where ``words`` occur, whatever their case, row by row."""
    needle = " ".join(fold(words).text.split())
    found: list[Hit] = []
    for item, column, part, folded in texts if needle else ():
        found += [Hit(item, column, part, span) for span in folded.spans(needle, _MOST - len(found))]
    return found


def _texts(table: Table, item: int) -> Iterator[tuple[int, Part, str]]:
    row = table.rows[item]
    yield HEAD, "label", label_of(table, item)
    if row.explanation:
        yield HEAD, "explanation", one_line(row.explanation)
    for column, cell in enumerate(row.cells):
        if cell.entries:
            entries = (Entry(item, column, number) for number in range(len(cell.entries)))
            yield column, "words", table.between.join(one_line(table.shown_words(entry)) for entry in entries)
            yield column, "below", table.below(item, column)


class TableFinder:
    """Steps through what was found.

    Attributes:
        words: what is sought.
        found: every hit, row by row.
        current: index of the hit that is shown, or -1.
    """

    def __init__(self) -> None:
        self.words = ""
        self.found: list[Hit] = []
        self.current = -1
        self._table: Table | None = None
        self._folds: Folds = []

    def find(self, words: str, table: Table) -> None:
        """Look for other words, or for the same in another table."""
        before = self.hit
        self.words = words
        if not words.strip():
            self.found, self.current = [], -1
            return
        if table is not self._table:
            self._table, self._folds = table, folds(table)
        self.found = hits(self._folds, words)
        self.current = self.found.index(before) if before in self.found else -1

    def step(self, by: int) -> Hit | None:
        """Go to the next (1) or previous (-1) hit, round and round; None if there is none."""
        if not self.found:
            return None
        start = -1 if by > 0 else 0
        self.current = ((self.current if self.current >= 0 else start) + by) % len(self.found)
        return self.found[self.current]

    @property
    def hit(self) -> Hit | None:
        """The hit that is shown."""
        return self.found[self.current] if 0 <= self.current < len(self.found) else None

    def by_item(self) -> dict[int, list[Hit]]:
        """The hits of every row."""
        result: dict[int, list[Hit]] = {}
        for hit in self.found:
            result.setdefault(hit.item, []).append(hit)
        return result

    @property
    def says(self) -> str:
        """How many there are, in a few words."""
        if not self.words.strip():
            return ""
        if not self.found:
            return "not found"
        count = f"{len(self.found):,}"
        return f"{self.current + 1:,} of {count}" if self.current >= 0 else count
