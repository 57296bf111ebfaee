"""What one document says in one row, set in type block by block as far as somebody looks."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRectF

from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.grid.block_layout import BlockLayout
from crossread.ui.grid.blocks import Block, blocks
from crossread.ui.grid.look import Look
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.grid.stack import Stack


def estimated_lines(characters: int, look: Look, width: float) -> int:
    """How many lines a text of this length is likely to need."""
    return max(1, ceil(characters * look.character * 1.06 / max(width, 1.0)))


class CellLayout:
    """The blocks of a cell on top of one another.

    Attributes:
        document: whose text it is.
        blocks: what is set.
    """

    __slots__ = ("_ascending", "_laid", "_look", "_marks", "_stack", "_width", "blocks", "document")

    def __init__(
        self, document: Document, passage_ids: Sequence[str], marks: MarkIndex, look: Look, width: float
    ) -> None:
        self.document = document
        self.blocks = blocks(document, passage_ids)
        self._marks, self._look, self._width = marks, look, width
        self._ascending = all(a.span.end <= b.span.start for a, b in pairwise(self.blocks))
        self._laid: dict[int, BlockLayout] = {}
        self._stack = Stack(
            self._gap(block) + look.line * estimated_lines(len(block.span), look, width)
            for block in self.blocks
        )

    def _gap(self, block: Block) -> float:
        return self._look.gap if block.apart else 0.0

    @property
    def height(self) -> float:
        """Of all blocks; estimated for those that were not yet laid out."""
        return self._stack.total

    def ensure(self, top: float, bottom: float) -> None:
        """Lay out what stands between ``top`` and ``bottom``, counted from the cell's top."""
        for _ in self.between(top, bottom):
            pass

    def between(self, top: float, bottom: float) -> Iterator[tuple[float, BlockLayout]]:
        """The blocks that stand between ``top`` and ``bottom``, each with its place from the cell's top."""
        if not self.blocks:
            return
        number = self._stack.index_at(top)
        while number < len(self.blocks) and self._stack.top(number) < bottom:
            layout = self._layout(number)
            yield self._stack.top(number) + self._gap(self.blocks[number]), layout
            number += 1

    @property
    def measured(self) -> bool:
        """Whether every block has been laid out, so that heights are exact."""
        return len(self._laid) == len(self.blocks)

    def measure(self, enough: Callable[[], bool]) -> None:
        """Lay out the blocks that were not yet, from the top, until ``enough`` answers True."""
        for number in range(len(self.blocks)):
            if number not in self._laid:
                if enough():
                    return
                self._layout(number)

    def extent(self, span: Span) -> tuple[float, float]:
        """Top and bottom of a stretch of the document; estimated where it was not yet laid out."""
        numbers = [number for number, _ in self._blocks_of(span)]
        if not numbers:
            return 0.0, 0.0
        return self._y(numbers[0], span.start, 0.0), self._y(numbers[-1], span.end, self._look.line)

    def _y(self, number: int, offset: int, below: float) -> float:
        """Where the line of an offset begins, ``below`` pixels further down."""
        block, layout = self.blocks[number], self._laid.get(number)
        top = self._stack.top(number) + self._gap(block)
        if layout is not None:
            return top + layout.line_top(offset - 1 if below else offset) + below
        share = (offset - block.span.start) / max(len(block.span), 1)
        return top + share * (self._stack.bottom(number) - top)

    def _layout(self, number: int) -> BlockLayout:
        layout = self._laid.get(number)
        if layout is None:
            block = self.blocks[number]
            layout = self._laid[number] = BlockLayout(
                self.document.text,
                block,
                self._marks,
                self._look,
                self._width,
                self.document.formed.styles.overlapping(block.span),
            )
            self._stack.set_height(number, layout.height + self._gap(block))
        return layout

    def rects(self, span: Span) -> list[QRectF]:
        """Where a stretch of the document stands in this cell, line by line, from the cell's top left."""
        return [rect.translated(0, top) for top, block in self._holding(span) for rect in block.rects(span)]

    def outlines(self, span: Span) -> list[QRectF]:
        """The rings around a stretch of the document, line by line, from the cell's top left."""
        return [
            ring.translated(0, top) for top, block in self._holding(span) for ring in block.outlines(span)
        ]

    def _holding(self, span: Span) -> Iterator[tuple[float, BlockLayout]]:
        """The blocks that hold some of a stretch, each with its place from the cell's top."""
        for number, block in self._blocks_of(span):
            layout = self._layout(number)
            yield self._stack.top(number) + self._gap(block), layout

    def _blocks_of(self, span: Span) -> Iterator[tuple[int, Block]]:
        if not self._ascending:
            yield from ((n, block) for n, block in enumerate(self.blocks) if block.span.overlaps(span))
            return
        number = max(bisect_right(self.blocks, span.start, key=lambda block: block.span.start) - 1, 0)
        while number < len(self.blocks) and self.blocks[number].span.start < span.end:
            if self.blocks[number].span.overlaps(span):
                yield number, self.blocks[number]
            number += 1

    def offset_at(self, x: float, y: float) -> int:
        """The offset in the document that is nearest to a point of the cell."""
        if not self.blocks:
            return 0
        number = self._stack.index_at(y)
        top = self._stack.top(number) + self._gap(self.blocks[number])
        return self._layout(number).offset_at(x, y - top)

    def character_at(self, x: float, y: float) -> int | None:
        """The offset of the very character under a point of the cell, or None beside the text."""
        if not self.blocks or not 0 <= y < self.height:
            return None
        number = self._stack.index_at(y)
        top = self._stack.top(number) + self._gap(self.blocks[number])
        return self._layout(number).character_at(x, y - top)
