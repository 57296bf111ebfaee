"""A short report as Markdown: what was compared, found, decided and noted. Nothing from outside is markup in it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from crossread.report.paper.model import Block, Cell, Dates, Heading, Paper, Paragraph, Run, Table

# What CommonMark, GitHub's tables, strikes and mathematics give a meaning to inside a line.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&]")
# What would become a link by itself: addresses with a scheme, www., mail addresses.
_LINKED = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.|(?<=\w)@(?=\w)", re.IGNORECASE)
_MOST_LISTED = 20  # entries of a list that may have hundreds: a summary is to be read
_LEADING = re.compile(r"^(\s*)([#+\-=:]|\d+(?=[.)]))")


def to_markdown(paper: Paper) -> str:
    """The sections of a report that make up a summary, as Markdown (CommonMark with GitHub's tables).

    Args:
        paper: what is written; words of documents and people come out as words, whatever stands in them.
    """
    lines = [f"# {escaped(paper.title)}", "", escaped(paper.about)]
    for section in paper.sections:
        if section.in_summary:
            lines += ["", f"## {escaped(section.title)}"]
            for block in section.blocks:
                lines += _block(block)
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Words as Markdown that shows just these words on one line."""
    inner = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    inner = _LINKED.sub(r"\\\g<0>", inner)
    leading = _LEADING.match(inner)
    if leading and leading[2][0].isdigit():
        at = leading.end()
        return f"{inner[:at]}\\{inner[at:]}"
    return _LEADING.sub(r"\1\\\2", inner)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", f"### {escaped(block.text)}")
    elif isinstance(block, Paragraph):
        item = block.kind == "list item"
        yield from ((f"- {_runs(block)}",) if item else ("", _runs(block)))
    else:
        whole = _unrolled(block.table if isinstance(block, Dates) else block)
        if whole is None:
            yield from _table(block.table if isinstance(block, Dates) else block)
            return
        yield from _table(replace(whole, rows=whole.rows[:_MOST_LISTED]))
        if len(whole.rows) > _MOST_LISTED:
            yield from ("", f"{len(whole.rows) - _MOST_LISTED:,} more are in the full reports.")


def _unrolled(table: Table) -> Table | None:
    """A long list that stands several times abreast, to save paper, as one below the other; None for others."""
    heads = [_cell(cell) for cell in table.head]
    for period in range(1, len(heads) // 2 + 1):
        if len(heads) % period == 0 and heads == heads[:period] * (len(heads) // period):
            rows = [row[at : at + period] for at in range(0, len(heads), period) for row in table.rows]
            kept = tuple(row for row in rows if any(cell.paragraphs for cell in row))
            return Table(table.head[:period], kept, table.shares[:period])
    return None


def _table(table: Table) -> Iterator[str]:
    if len(table.head) < 2 or not table.rows:
        return
    yield ""
    yield _line([_cell(cell).replace("**", "") or " " for cell in table.head])
    yield _line(["---"] * len(table.head))
    for row in table.rows:
        yield _line([part for cell in row for part in (_cell(cell), *[""] * (cell.columns - 1))])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return " · ".join(words for words in map(_runs, cell.paragraphs) if words)


def _runs(paragraph: Paragraph) -> str:
    """The runs of a paragraph; runs that look alike are written as one, so that marks never meet."""
    parts: list[tuple[str, str]] = []
    for run in paragraph.runs:
        mark = _mark_of(run)
        if parts and parts[-1][0] == mark:
            parts[-1] = (mark, parts[-1][1] + run.text)
        else:
            parts.append((mark, run.text))
    return "".join(_marked(mark, text, first=not at) for at, (mark, text) in enumerate(parts)).strip()


def _mark_of(run: Run) -> str:
    if "code" in run.looks:
        return "`"
    return "**" if "strong" in run.looks or "letter" in run.looks or "contradiction" in run.looks else ""


def _marked(mark: str, text: str, *, first: bool) -> str:
    inner = text.strip()
    if not inner:
        return text and " "
    before, behind = text[: len(text) - len(text.lstrip())] and " ", text[len(text.rstrip()) :] and " "
    if mark == "`":
        return f"{before}`{inner.replace('`', chr(39))}`{behind}"
    shown = escaped(inner) if first and not mark else escaped(f"x{inner}")[1:]
    return f"{before}{mark}{shown}{mark}{behind}"
