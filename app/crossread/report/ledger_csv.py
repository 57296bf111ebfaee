"""The ledger of swaps as a table for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from crossread.present.trainer import Entry, Lesson
from crossread.report.markup import one_line
from crossread.report.writing import write_text

COLUMNS = (
    "document", "likely original", "swap", "times", "other originals", "kind", "source", "in quotation",
    "why", "places",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_ledger(lessons: Sequence[Lesson], path: Path, *, force: bool = True) -> None:
    """Write the ledgers of spun copies to a file; spreadsheets see from its first bytes that it is UTF-8.

    Args:
        lessons: the spun copies.
        path: where to.
        force: replace a file that exists; a file dialog has asked already.

    Raises:
        WriteError: it could not be written.
    """
    write_text(path, "\ufeff" + ledger_csv(lessons), force=force)


def ledger_csv(lessons: Iterable[Lesson]) -> str:
    """The ledgers of spun copies as comma-separated values (RFC 4180), a header first.

    Places are offsets of the copy's text in code points, half-open: ``120-141 730-751``.
    """
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for lesson in lessons:
        for entry in lesson.entries:
            rows.writerow([safe(cell) for cell in _row(lesson, entry)])
    return out.getvalue()


def _row(lesson: Lesson, entry: Entry) -> tuple[str, ...]:
    swaps = [lesson.swaps[number] for number in entry.swaps]
    others = dict.fromkeys(other for swap in swaps for other in swap.originals[1:])
    quoted = sum(swap.in_quotation for swap in swaps)
    return (
        f"{lesson.copy.id} {lesson.copy.name}",
        entry.original,
        entry.swap,
        str(entry.times),
        "; ".join(others),
        entry.label,
        entry.source,
        str(quoted) if quoted else "",
        entry.why,
        " ".join(f"{swap.span.start}-{swap.span.end}" for swap in swaps),
    )


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it."""
    line = one_line(cell)
    return f"'{line}" if cell.startswith(_FORMULA) or line.startswith(_FORMULA) else line
