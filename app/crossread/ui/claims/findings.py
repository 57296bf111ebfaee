"""Which findings the rows of a table are numbered as."""

from collections.abc import Mapping, Sequence

from crossread.comparison import Comparison, Finding, FindingKind, Place
from crossread.ui.table.table import RowContent


def findings_of(
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
