"""The ledger of swaps as a table: its columns, sorted and searched."""

from collections.abc import Callable, Sequence
from typing import Literal

from crossread.spin.ledger import LedgerEntry

LedgerColumn = Literal[
    "original", "written", "count", "documents", "consistency", "label", "source", "confidence"
]
LEDGER_COLUMNS: tuple[LedgerColumn, ...] = (
    "original", "written", "count", "documents", "consistency", "label", "source", "confidence",
)  # fmt: skip
SOURCE_NAMES = {
    "original": "the original",
    "rule": "a known spinner's habit",
    "document": "another document",
    "model": "common usage",
}
_KEYS: dict[LedgerColumn, Callable[[LedgerEntry], tuple[float | str, ...]]] = {
    "original": lambda entry: (entry.original,),
    "written": lambda entry: (entry.written,),
    "count": lambda entry: (-entry.count,),
    "documents": lambda entry: (-len(entry.documents), *entry.documents),
    "consistency": lambda entry: (-entry.consistency,),
    "label": lambda entry: (entry.label,),
    "source": lambda entry: (entry.source,),
    "confidence": lambda entry: (-entry.score,),
}


def cells(entry: LedgerEntry) -> tuple[str, ...]:
    """What a row shows, in the order of ``LEDGER_COLUMNS``."""
    return (
        entry.original,
        entry.written,
        str(entry.count),
        ", ".join(entry.documents),
        f"{entry.consistency:.0%}",
        entry.label,
        SOURCE_NAMES[entry.source],
        f"{entry.score:.0%}",
    )


def ordered(
    entries: Sequence[LedgerEntry], column: LedgerColumn, backwards: bool = False
) -> tuple[LedgerEntry, ...]:
    """The entries by a column: words by the alphabet, numbers from the highest; equals keep the ledger's order."""
    return tuple(sorted(entries, key=_KEYS[column], reverse=backwards))


def matching(entries: Sequence[LedgerEntry], wanted: str) -> tuple[LedgerEntry, ...]:
    """The entries in which every word of ``wanted`` occurs, in any case."""
    words = wanted.casefold().split()
    return tuple(
        entry
        for entry in entries
        if all(word in " ".join((*cells(entry), *entry.variants)).casefold() for word in words)
    )
