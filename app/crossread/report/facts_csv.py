"""The fact grid for spreadsheets: a row for each fact, and two columns for each document."""

import csv
import io

from crossread.comparison import Comparison
from crossread.present.fact_order import finding_of_facts, in_order
from crossread.present.factgrid import FactCell, FactRow, fact_grid
from crossread.text.shown import plain_line

# A spreadsheet runs what begins like this, in the widths of East Asia too.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_BETWEEN = " | "
_HEADS = ("Number", "Fact", "Kind", "Verdict", "Why", "Sources")


def to_csv(comparison: Comparison) -> str:
    """The facts of a comparison as comma-separated values (RFC 4180: lines end in CR LF).

    The text begins with a byte order mark, without which Excel takes UTF-8 for the code page of the country and
    garbles every accent; LibreOffice, Numbers, pandas ("utf-8-sig") and R know what it is. Cells that a spreadsheet
    would run as formulas begin with an apostrophe.

    Args:
        comparison: what is written; facts that several documents state come first, gravest first.
    """
    findings = finding_of_facts(comparison)
    grid = fact_grid(comparison)
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    heads = list(_HEADS)
    for document in comparison.documents:
        name = plain_line(document.publisher or document.date or document.name)
        heads += [f"{document.id} · {name}: as written", f"{document.id}: value"]
    lines.writerow([safe(head) for head in heads])
    for row in (*in_order(grid.rows, findings), *grid.single):
        finding = findings.get(row.fact)
        lines.writerow([safe(cell) for cell in _cells(row, str(finding.number) if finding else "")])
    return "\ufeff" + written.getvalue()


def safe(cell: str) -> str:
    """The cell as a spreadsheet shows and never runs it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _cells(row: FactRow, number: str) -> list[str]:
    verdict = str(row.verdict) if row.sources > 1 else "one source"
    cells = [number, plain_line(row.label), row.kind, verdict, plain_line(row.explanation), str(row.sources)]
    for cell in row.cells:
        cells += [_BETWEEN.join(plain_line(entry.words) for entry in cell.entries), _values(cell)]
    return cells


def _values(cell: FactCell) -> str:
    return _BETWEEN.join(dict.fromkeys(entry.understood for entry in cell.entries if entry.understood))
