"""The rows of a comparison as a page: one line a topic, one column a document, read along a base document."""

from dataclasses import dataclass
from typing import Literal

from crossread.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Ghost:
    """A pale stand-in where a passage would stand if it had not gone to another row.

    Attributes:
        passages: ids of the passages that stand elsewhere.
        row: id of the GridRow they stand in.
        direction: where that row is, seen from here.
    """

    passages: tuple[str, ...]
    row: str
    direction: Literal["above", "below"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says in a row: passages, a ghost, or nothing (silent)."""

    document: str
    passages: tuple[str, ...] = ()
    ghost: Ghost | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of the page.

    Attributes:
        id: the Row's id, or the first passage's id where only one document speaks.
        section: the heading of the base document under which this row begins a new section, else empty.
        cells: one for each document, in the order asked for.
    """

    id: str
    section: str
    cells: tuple[Cell, ...]

    @property
    def speaking(self) -> int:
        """How many documents speak in this row."""
        return sum(bool(cell.passages) for cell in self.cells)
