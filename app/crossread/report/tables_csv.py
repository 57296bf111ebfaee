"""Swaps, decisions and notes for spreadsheets, beside the facts."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Literal, get_args

from crossread.comparison import Comparison
from crossread.present.ledger import LEDGER_COLUMNS, cells
from crossread.report.additions import NOTHING, Additions
from crossread.report.facts_csv import safe, to_csv
from crossread.spin.ledger import LedgerEntry, ledger
from crossread.text.shown import plain_line

CsvTable = Literal["facts", "swaps", "decisions", "notes"]
CSV_TABLES: tuple[CsvTable, ...] = get_args(CsvTable)
"""What a CSV file can hold."""
_MARK = "\ufeff"  # without it Excel takes UTF-8 for the code page of the country
_DECISIONS = (
    "number", "kind", "severity", "finding", "detail", "documents", "in spun text",
    "decision", "note", "by", "at", "tags", "id",
)  # fmt: skip
_NOTES = (
    "number", "document", "start", "end", "quoted", "note", "tags", "by", "at", "changed", "private", "id",
)  # fmt: skip


def table_of(stem: str) -> CsvTable:
    """What a CSV file holds by its name without suffix: ``case-swaps`` and ``notes`` say it, others hold the facts."""
    last = re.split(r"[\W_]+", stem.casefold())[-1]
    return next((table for table in CSV_TABLES if table == last), "facts")


def table_csv(comparison: Comparison, table: CsvTable, added: Additions = NOTHING) -> str:
    """One table of a comparison and its review as comma-separated values, as ``to_csv`` has the facts.

    Args:
        comparison: what is written.
        table: "facts": a row for each fact. "swaps": one for each swap of the spun copies. "decisions": one for each
            finding with what was decided. "notes": one for each note.
        added: what people added.
    """
    if table == "facts":
        return to_csv(comparison)
    if table == "swaps":
        return _written((*LEDGER_COLUMNS, "places"), swaps(ledger(comparison.spin, comparison.documents)))
    if table == "decisions":
        return _written(_DECISIONS, _decisions(comparison, added))
    return _written(_NOTES, _notes(added))


def _written(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(heads)
    for row in rows:
        lines.writerow([safe(plain_line(cell)) for cell in row])
    return _MARK + written.getvalue()


def swaps(entries: Iterable[LedgerEntry]) -> Iterable[tuple[str, ...]]:
    """The rows of the ledger: its columns, and every place with its offsets in code points."""
    for entry in entries:
        places = "; ".join(f"{place.document} {place.span.start}-{place.span.end}" for place in entry.places)
        yield (*cells(entry), places)


def _decisions(comparison: Comparison, added: Additions) -> Iterable[tuple[str, ...]]:
    for finding in comparison.findings:
        judged = added.judged.get(finding.id)
        tags = judged.tags if judged else added.tags.get(finding.id, ())
        said = (judged.state, judged.text, judged.by, judged.at) if judged else ("open", "", "", "")
        yield (
            str(finding.number), finding.kind, finding.severity, finding.title, finding.detail,
            ", ".join(finding.documents), "yes" if finding.in_spun_text else "no", *said, ", ".join(tags), finding.id,
        )  # fmt: skip


def _notes(added: Additions) -> Iterable[tuple[str, ...]]:
    for remark in added.remarks:
        start, end = (str(remark.span.start), str(remark.span.end)) if remark.span else ("", "")
        yield (
            str(remark.number), remark.document, start, end, remark.quoted, remark.text, ", ".join(remark.tags),
            remark.by, remark.at, remark.changed, "yes" if remark.private else "no", remark.id,
        )  # fmt: skip
