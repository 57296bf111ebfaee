"""The text of a cell as blocks: stretches of a document that are set as one paragraph each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.text.document import Document, Passage, PassageKind
from crossread.text.form_index import ColumnShape
from crossread.text.span import Span

# A longer paragraph is set in parts, so that a single line of 10 MB is laid out only where one looks.
LONGEST_BLOCK = 6_000

_SPACES = re.compile(r"\s{2,}")
_MARKER = re.compile(r"(?:[-*+•‣◦·–—]|\d{1,3}[.)]|[A-Za-z][.)])\s+\u200b*")
_UNPRINTABLE = dict.fromkeys([*range(32), *range(127, 160), 0x2028, 0x2029], " ")
_HASHES = re.compile(r"#{1,6}\s+\u200b*")
_BULLETS = "-*+"
_LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that is set as one paragraph.

    Attributes:
        span: in code points of the document's text.
        kind: kind of its passages.
        apart: it begins a new paragraph, so that a little space belongs before it.
        level: of a heading from 1, or of a list from 1 for an outermost; 0 where that is not known.
        goes_on: it belongs to an item of a list but does not begin it, so that it has no bullet.
        cells: of a row of a table, those that hold something; else none. Each with the number of its column.
        columns: how much room the columns of that table need.
    """

    span: Span
    kind: PassageKind = "sentence"
    apart: bool = False
    level: int = 0
    goes_on: bool = False
    cells: tuple[tuple[int, Span], ...] = ()
    columns: tuple[ColumnShape, ...] = ()

    def shown(self, text: str) -> tuple[str, int]:
        """What is shown of the document's text: as many code points as the span is long.

        Returns:
            the characters, and how many of them stand before the hanging edge of a list item.
        """
        shown = self.span.of(text).translate(_UNPRINTABLE)
        # Surplus white space takes no room, but every character keeps its place.
        shown = _SPACES.sub(lambda run: " " + "\u200b" * (len(run.group()) - 1), shown)
        if self.kind == "list item" and (marker := _MARKER.match(shown)):
            return ("•" + shown[1:] if shown[0] in _BULLETS else shown), marker.end()
        if self.kind == "heading" and (marker := _HASHES.match(shown)):
            return "\u200b" * marker.end() + shown[marker.end() :], 0
        return shown, 0

    def in_cells(self, shown: str) -> str:
        """What ``shown`` returned with a line's end between cells, so that each cell can be set on its own."""
        parts, at = [], 0
        for _, cell in self.cells:
            start, end = cell.start - self.span.start, cell.end - self.span.start
            gap = start - at
            parts += ["\u200b" * (gap - 1), _LINE_SEPARATOR if at else "\u200b"] if gap else []
            parts.append(shown[start:end])
            at = end
        return "".join([*parts, "\u200b" * (len(shown) - at)])


def blocks(document: Document, passage_ids: Sequence[str]) -> tuple[Block, ...]:
    """The blocks that show these passages, in the order given.

    Args:
        document: the document they belong to.
        passage_ids: ids of the passages; sentences of one paragraph that follow each other share a block.
    """
    found: list[Block] = []
    paragraph = -1
    for group in _groups(document, passage_ids):
        apart = bool(found) and group[0].paragraph != paragraph
        paragraph = group[-1].paragraph
        for span in _parts(document.text, Span(group[0].span.start, group[-1].span.end)):
            found.append(_formed(document, Block(span, group[0].kind, apart)))
            apart = False
    return tuple(found)


def _formed(document: Document, block: Block) -> Block:
    """A block with what the document's form says of it."""
    span, form = block.span, document.formed
    if row := form.row(span):
        cells = [
            (column, Span(max(cell.start, span.start), min(cell.end, span.end)))
            for column, cell in enumerate(row.cells)
            if cell.overlaps(span)
        ]
        return replace(block, cells=tuple(cells), columns=form.columns(row))
    if block.kind == "heading":
        return replace(block, level=form.level(span))
    if item := form.item(span):
        return replace(block, level=item.level, goes_on=span.start > item.span.start)
    return block


def _groups(document: Document, passage_ids: Sequence[str]) -> Iterator[list[Passage]]:
    """Runs of passages that are set as one paragraph."""
    run: list[Passage] = []
    for passage_id in passage_ids:
        passage = document.by_id[passage_id]
        if run and _continues(document, run[-1], passage):
            run.append(passage)
            continue
        if run:
            yield run
        run = [passage]
    if run:
        yield run


def _continues(document: Document, before: Passage, passage: Passage) -> bool:
    return (
        passage.paragraph == before.paragraph
        and passage.kind == before.kind
        and before.span.end <= passage.span.start
        and not document.text[before.span.end : passage.span.start].strip()
        and (
            passage.kind not in ("heading", "list item")
            or document.formed.row(Span(before.span.start, passage.span.end)) is not None
        )
    )


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The span cut behind white space where it is too long to be set at once."""
    start = span.start
    while span.end - start > LONGEST_BLOCK:
        cut = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK) + 1
        cut = cut or start + LONGEST_BLOCK
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)
