"""A comparison and its review laid out for paper."""

from dataclasses import dataclass
from typing import Literal

from crossread import __version__
from crossread.comparison import Comparison
from crossread.present.arrangement import GridRow, arrange
from crossread.report.additions import NOTHING, Additions, progress
from crossread.report.paper import claims, facts, findings, grid, sources
from crossread.report.paper.model import Note, Paper
from crossread.report.paper.spun import spun_copies, swaps
from crossread.report.paper.texts import short, showing
from crossread.report.words import counted, words_of
from crossread.text.shown import one_line

SectionKey = Literal[
    "documents", "findings", "grid", "facts", "dates", "quotations", "names", "certainty", "characters",
    "spun", "swaps", "notes", "matrix", "sources",
]  # fmt: skip
"""The parts of a report, in their order."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a comparison goes on paper.

    Attributes:
        sections: which parts; all by default.
        rows: ids of the rows of the page that are shown side by side; all by default.
        findings: ids of the findings that are listed; all by default.
    """

    sections: frozenset[SectionKey] | None = None
    rows: frozenset[str] | None = None
    findings: frozenset[str] | None = None


EVERYTHING = Wanted()


def paper(
    comparison: Comparison, base: str | None = None, added: Additions = NOTHING, wanted: Wanted = EVERYTHING
) -> Paper:
    """Lay a comparison out for paper.

    Args:
        comparison: what is shown.
        base: id of the document along which the rows are read; the first by default.
        added: what people added.
        wanted: which parts, rows and findings.
    """
    base = base or comparison.documents[0].id
    listed = [f for f in comparison.findings if wanted.findings is None or f.id in wanted.findings]
    rows = [row for row in _rows(comparison, base) if wanted.rows is None or row.id in wanted.rows]
    show = showing(comparison, added.remarks)
    made = (
        sources.documents(comparison, base, progress(comparison, added)),
        findings.findings(listed, added),
        findings.notes(added),
        grid.side_by_side(comparison, tuple(rows), show),
        facts.facts(comparison),
        facts.dates(comparison),
        claims.quotations(comparison),
        claims.names(comparison),
        claims.certainty(comparison),
        claims.characters(comparison),
        spun_copies(comparison),
        swaps(comparison),
        grid.likeness(comparison),
        sources.sources(comparison),
    )
    kept = tuple(s for s in made if s.blocks and (wanted.sections is None or s.key in wanted.sections))
    notes = tuple(Note(r.number, one_line(r.text), one_line(r.by), r.at) for r in added.remarks)
    return Paper(_title(comparison, base), _about(comparison), kept, notes)


def _rows(comparison: Comparison, base: str) -> tuple[GridRow, ...]:
    return arrange(comparison, tuple(document.id for document in comparison.documents), base)


def _title(comparison: Comparison, base: str) -> str:
    others = len(comparison.documents) - 1
    title = short(comparison.document[base].title)
    return f"{title} and {others} more" if others else title


def _about(comparison: Comparison) -> str:
    counts = (
        counted(len(comparison.documents), "document"),
        counted(sum(map(words_of, comparison.documents)), "word"),
        counted(len(comparison.rows), "topic"),
        counted(len(comparison.findings), "finding"),
    )
    return f"{' · '.join(counts)} · compared with Crossread {__version__}"
