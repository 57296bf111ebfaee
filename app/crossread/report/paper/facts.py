"""Facts and dates on paper."""

from crossread.comparison import Comparison
from crossread.present.fact_order import finding_of_facts, in_order
from crossread.present.factgrid import FactCell, FactRow, fact_grid
from crossread.present.marks import odd_spans
from crossread.present.timeline import Bar, timeline
from crossread.quantities.fact import BADGES
from crossread.report.paper.model import Block, Cell, Dates, Heading, Look, Run, Section, cell, plain, table
from crossread.report.words import day
from crossread.text.shown import one_line


def facts(comparison: Comparison) -> Section:
    """A row for each fact, gravest first, a column for each document; those of one source behind them."""
    grid = fact_grid(comparison)
    findings = finding_of_facts(comparison)
    heads: list[Cell | str] = ["Fact", *(_letter(document.id) for document in comparison.documents)]
    shares = [0.22, *[0.78 / len(comparison.documents)] * len(comparison.documents)]
    blocks: list[Block] = []
    rows = in_order(grid.rows, findings)
    if rows:
        lines = [
            _row(comparison, row, str(findings[row.fact].number) if row.fact in findings else "")
            for row in rows
        ]
        blocks.append(table(heads, lines, shares))
    if grid.single:
        lines = [_row(comparison, row, "") for row in grid.single]
        blocks += [Heading("Stated by one source only"), table(heads, lines, shares)]
    return Section("facts", "Facts", tuple(blocks))


def _letter(document: str) -> Cell:
    return cell(Run(document, ("letter",)), ground="head")


def _row(comparison: Comparison, row: FactRow, number: str) -> list[Cell]:
    kind: Look = "contradiction" if row.verdict == "contradiction" else "number"
    name = one_line(row.label)
    told: list[Run | str] = [Run(f"{number} ", ("quiet",))] if number else []
    told += [Run(row.badge, ("sign", kind)), Run(" ")] if row.badge else []
    told.append(Run(name[:1].upper() + name[1:], ("strong",)))
    if row.sources > 1:
        told.append(Run(f" {row.sources} sources", ("quiet",)))
    head = cell(
        plain(*told), *([plain(Run(one_line(row.explanation), ("quiet",)))] if row.explanation else [])
    )
    return [head, *(_cell(comparison, row, each) for each in row.cells)]


def _cell(comparison: Comparison, row: FactRow, shown: FactCell) -> Cell:
    if not shown.entries:
        return cell(Run("says nothing", ("quiet",)), ground="silent")
    odd = odd_spans(comparison, comparison.facts[row.fact], shown.document)
    words: list[Run | str] = []
    for entry in shown.entries:
        kind: Look = "contradiction" if entry.span in odd else "number"
        words += [*([", "] if words else []), Run(one_line(entry.words), (kind,))]
        if kind == "contradiction":
            words.append(Run(BADGES["contradiction"], ("sign", kind)))
    values = dict.fromkeys(one_line(entry.understood) for entry in shown.entries if entry.understood)
    value = plain(Run(" · ".join(values), ("quiet",)))
    return cell(plain(*words), value, ground="odd" if shown.odd else "")


def dates(comparison: Comparison) -> Section:
    """What happened when, by document."""
    found = timeline(comparison)
    bars = [bar for lane in found.lanes for bar in lane.bars] + list(found.beside)
    if not bars:
        return Section("dates", "Timeline", ())
    lines: list[list[Cell | str]] = []
    for bar in sorted(bars, key=lambda bar: (str(bar.start or ""), str(bar.end or ""), bar.document)):
        lines.append([cell(Run(bar.document, ("letter",))), _days(bar), _said(bar), one_line(bar.note)])
    told = table(("", "when", "as written", "beside others"), lines, (0.05, 0.25, 0.25, 0.45))
    return Section("dates", "Timeline", (Dates(found, told),), in_summary=False)


def _days(bar: Bar) -> str:
    first, last = (day(each.isoformat()) if each else "open" for each in (bar.start, bar.end))
    return first if bar.start == bar.end else f"{first} – {last}"


def _said(bar: Bar) -> Cell:
    kind: Look = "contradiction" if bar.verdict == "contradiction" else "number"
    sign = Run(bar.badge, ("sign", kind)) if bar.badge else Run("")
    return cell(Run(one_line(bar.label), (kind,)), sign)
