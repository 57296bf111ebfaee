"""The documents side by side on paper, and how much of each two of them is alike."""

from crossread.comparison import Comparison
from crossread.present.arrangement import Cell as GridCell
from crossread.present.arrangement import GridRow
from crossread.present.matrix import PairShares, matrix
from crossread.report.paper.model import Block, Cell, Look, Paragraph, Run, Section, cell, plain, table
from crossread.report.paper.texts import Showing, paragraphs, short
from crossread.report.words import day
from crossread.text.shown import one_line, percent

_GUTTER = 0.035
_MARKS: tuple[tuple[str, Look, str, str], ...] = (
    ("figure", "number", "=", "the same"),
    ("figure", "number", "≈", "rounded"),
    ("figure", "number", "⊂", "vaguer or wider"),
    ("figure", "contradiction", "≠", "contradiction"),
    ("word", "wording", "", "worded otherwise"),
    ("word", "hedge", "", "not asserted"),
    ("word", "spun", "", "spun"),
    ("word", "character", "!", "hidden characters"),
)


def side_by_side(comparison: Comparison, rows: tuple[GridRow, ...], show: Showing) -> Section:
    """A row for each topic, a column for each document.

    Args:
        comparison: what is reported.
        rows: as they are arranged.
        show: gives a passage with its marks and remarks.
    """
    numbers = {row.id: number for number, row in enumerate(rows, 1)}
    heads: list[Cell | str] = [cell("", ground="head")]
    for document in comparison.documents:
        known = one_line(document.publisher) or day(document.date) or "no date"
        letter = Run(document.id, ("letter",))
        heads.append(cell(letter, Run(f" {known}", ("strong",)), plain(short(document.title)), ground="head"))
    lines: list[list[Cell]] = []
    for row in rows:
        if row.section:
            document, passage = comparison.passage[row.section_passage]
            band = Paragraph(show(document, passage), "heading")
            lines.append([cell("", ground="band"), cell(band, ground="band", columns=len(row.cells))])
        lines.append(_line(comparison, row, numbers, show))
    width = (1 - _GUTTER) / max(1, len(comparison.documents))
    block = table(heads, lines, [_GUTTER, *[width] * len(comparison.documents)])
    return Section("grid", "Side by side", (_legend(), block), in_summary=False)


def _legend() -> Paragraph:
    """What the marks mean."""
    runs: list[Run | str] = []
    for words, look, sign, meaning in _MARKS:
        runs += ["      " if runs else "", Run(words, (look,))]
        runs += [Run(sign, ("sign", look))] if sign else []
        runs.append(Run(f" {meaning}", ("quiet",)))
    runs.append(Run("      ↑ ↓ said in another row", ("quiet",)))
    return plain(*runs)


def _line(comparison: Comparison, row: GridRow, numbers: dict[str, int], show: Showing) -> list[Cell]:
    beside = row.kind == "boilerplate"
    share = "" if beside else f"{row.speaking}/{len(row.cells)}"
    number = plain(Run(str(numbers[row.id]), ("strong",)))
    head = cell(number, plain(Run(share, ("quiet",))))
    return [head, *(_cell(comparison, row, each, numbers, show) for each in row.cells)]


def _cell(
    comparison: Comparison, row: GridRow, shown: GridCell, numbers: dict[str, int], show: Showing
) -> Cell:
    if shown.passages:
        return cell(*paragraphs(comparison.document[shown.document], shown.passages, show))
    if row.kind == "boilerplate":
        return cell("")
    if shown.ghost and shown.ghost.row in numbers:
        arrow = "↑" if shown.ghost.direction == "above" else "↓"
        return cell(Run(f"{arrow} said in row {numbers[shown.ghost.row]}", ("quiet",)))
    return cell(Run("not in this document", ("quiet",)), ground="silent")


def likeness(comparison: Comparison) -> Section:
    """How much of each two documents is linked, copied and reworded."""
    pairs = matrix(comparison, [document.id for document in comparison.documents])
    shares = {(pair.a, pair.b): pair for pair in pairs}
    letters = [document.id for document in comparison.documents]
    lines: list[list[Cell | str]] = []
    for a in letters[:-1]:
        line: list[Cell | str] = [cell(Run(a, ("letter",)))]
        for b in letters[1:]:
            pair = shares.get((a, b))
            line.append(_shares(pair) if pair else "")
        lines.append(line)
    heads: list[Cell | str] = ["", *(cell(Run(b, ("letter",)), ground="head") for b in letters[1:])]
    about = plain("Shares of the text of both documents together; copied means nearly word for word.")
    blocks: tuple[Block, ...] = (about, table(heads, lines, [0.08, *[1 / len(letters)] * len(letters[1:])]))
    return Section("matrix", "How much is alike", blocks if lines else ())


def _shares(pair: PairShares) -> str:
    return f"{percent(pair.linked)} linked, {percent(pair.copied)} copied, {percent(pair.reworded)} reworded"
