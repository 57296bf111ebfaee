"""The facts in the order and under the numbers of their findings, so that they run on alike everywhere."""

from collections.abc import Iterable, Mapping

from crossread.comparison import Comparison, Finding
from crossread.present.factgrid import FactRow


def finding_of_facts(comparison: Comparison) -> dict[int, Finding]:
    """The finding that tells of a fact, by the fact's index; facts of one source have none."""
    by_places = {
        frozenset((place.document, place.span) for place in finding.places): finding
        for finding in comparison.findings
        if finding.kind == "numbers"
    }
    found = {}
    for index, fact in enumerate(comparison.facts):
        finding = by_places.get(frozenset((m.document, m.quantity.span) for m in fact.mentions))
        if finding:
            found[index] = finding
    return found


def in_order(rows: Iterable[FactRow], findings: Mapping[int, Finding]) -> tuple[FactRow, ...]:
    """Rows by the numbers of their findings, gravest first; those without one keep their order at the end."""
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                row.fact not in findings,
                findings[row.fact].number if row.fact in findings else 0,
            ),
        )
    )
