"""Text that the reader has selected within one column."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.grid.blocks import blocks
from crossread.ui.grid.page import Page

_WORD = re.compile(r"[\w'’\-]+")


@dataclass(frozen=True, slots=True, order=True)
class Caret:
    """A place in a column: the item, and the offset in the document (code points)."""

    item: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What lies between two carets of a column, in the order of the page.

    Attributes:
        column: number of the document's column.
        anchor: where the reader began.
        focus: where the reader is now.
    """

    column: int
    anchor: Caret
    focus: Caret

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.focus

    def within(self, column: int, item: int, length: int) -> Span | None:
        """What of this item is selected.

        Args:
            column: the item's column.
            item: which item.
            length: of the whole document.
        """
        first, last = sorted((self.anchor, self.focus))
        if column != self.column or self.empty or not first.item <= item <= last.item:
            return None
        start = first.offset if item == first.item else 0
        end = last.offset if item == last.item else length
        return Span(start, end) if start < end else None

    def spans(self, page: Page) -> list[Span]:
        """The stretches of the document that are selected, one for each item at most, in the order of the page."""
        document = page.documents[self.column]
        first, last = sorted((self.anchor, self.focus))
        found = []
        for item in range(first.item, min(last.item + 1, page.items(self.column))):
            span = self.within(self.column, item, len(document.text))
            shown = [document.by_id[passage].span for passage in page.cell(self.column, item).passages]
            parts = [passage for passage in shown if span and passage.overlaps(span)]
            if span and parts:
                start, end = min(part.start for part in parts), max(part.end for part in parts)
                found.append(Span(max(span.start, start), min(span.end, end)))
        return found

    def text(self, page: Page) -> str:
        """The selected characters as the document has them, a line a paragraph, a blank one between rows."""
        document = page.documents[self.column]
        first, last = sorted((self.anchor, self.focus))
        parts = []
        for item in range(first.item, min(last.item + 1, page.items(self.column))):
            span = self.within(self.column, item, len(document.text))
            passages = page.cell(self.column, item).passages
            heading = page.heading(item)
            if span and heading and heading.document == document.id and span.overlaps(heading.span):
                parts.append(heading.span.of(document.text))
            if span and passages:
                parts.append("\n".join(_selected(document, passages, span)))
        return "\n\n".join(part for part in parts if part)


def _selected(document: Document, passages: Sequence[str], span: Span) -> Iterator[str]:
    for block in blocks(document, passages):
        if block.span.overlaps(span):
            yield document.text[max(block.span.start, span.start) : min(block.span.end, span.end)]


def whole_column(page: Page, column: int) -> Selection:
    """Everything that a column shows."""
    document = page.documents[column]
    last = max(page.items(column) - 1, 0)
    return Selection(column, Caret(0, 0), Caret(last, len(document.text)))


def word_at(text: str, offset: int) -> Span:
    """The word around an offset, or the character behind it."""
    line = text[max(0, offset - 200) : offset + 200]
    base = max(0, offset - 200)
    for word in _WORD.finditer(line):
        if word.start() + base <= offset < word.end() + base:
            return Span(word.start() + base, word.end() + base)
    return Span(min(offset, len(text)), min(offset + 1, len(text)))


def overlapping(spans: Sequence[Span], span: Span) -> Iterator[Span]:
    """Those of ``spans`` (in order, apart from one another) that share a character with ``span``."""
    index = max(bisect_left(spans, span.start, key=lambda s: s.start) - 1, 0)
    while index < len(spans) and spans[index].start < span.end:
        if spans[index].overlaps(span):
            yield spans[index]
        index += 1
