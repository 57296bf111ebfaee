"""What every finding is made from, before it has its number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison, FindingKind, Place, Severity


@dataclass(slots=True)
class Draft:
    """A finding before it has its number and its id; all other fields are those of ``Finding``."""

    kind: FindingKind
    severity: Severity
    title: str
    detail: str
    places: tuple[Place, ...]
    badge: str = ""
    row: str = ""
    in_spun_text: bool = False


def listed(names: Sequence[str]) -> str:
    """Names as people list them: A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def row_of_most(comparison: Comparison, places: Iterable[Place]) -> str:
    """Id of the row in which most of the places stand; empty where none stands in one."""
    counts: dict[str, int] = defaultdict(int)
    for place in places:
        passage = comparison.document[place.document].passage_at(place.span.start)
        row = comparison.row_of.get(passage.id) if passage else None
        if row:
            counts[row.id] += 1
    return max(counts, key=lambda row: (counts[row], row)) if counts else ""


def words_at(comparison: Comparison, place: Place) -> str:
    """The words of a place on one line."""
    return place.span.line_of(comparison.document[place.document].text)


def opening(comparison: Comparison, place: Place, words: int = 8) -> str:
    """The first words of a place, as a title."""
    said = place.span.of(comparison.document[place.document].text).split()
    return " ".join(said[:words]) + ("…" if len(said) > words else "")
