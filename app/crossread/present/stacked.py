"""What all documents say where a finding stands, each whole, for one finding at a time on a screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison, Finding


@dataclass(frozen=True, slots=True)
class Stack:
    """The readings of one finding.

    Attributes:
        readings: id of each document that speaks and the ids of its passages, in the order asked for.
        silent: ids of the documents that say nothing there, likewise.
    """

    readings: tuple[tuple[str, tuple[str, ...]], ...]
    silent: tuple[str, ...]


def stacked(comparison: Comparison, finding: Finding, order: Sequence[str]) -> Stack:
    """Gather what the documents say in a finding's row and wherever else the finding is seen.

    Args:
        comparison: what the finding was found in.
        finding: what is shown.
        order: ids of the documents that are shown.
    """
    row = next((row for row in comparison.rows if row.id == finding.row), None)
    readings, silent = [], []
    for name in order:
        document = comparison.document.get(name)
        if document is None:
            continue
        wanted = set(row.of(name)) if row else set()
        for place in finding.places:
            if place.document == name:
                wanted |= {p.id for p in document.passages if p.span.overlaps(place.span)}
        passages = tuple(passage.id for passage in document.passages if passage.id in wanted)
        if passages:
            readings.append((name, passages))
        else:
            silent.append(name)
    return Stack(tuple(readings), tuple(silent))
