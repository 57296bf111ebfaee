"""A page set in type: where everything stands, in logical pixels from the sheet's top left corner."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from crossread.comparison import Place
from crossread.ui.grid.cell_layout import CellLayout, estimated_lines
from crossread.ui.grid.columns import Columns
from crossread.ui.grid.look import Look
from crossread.ui.grid.page import Page
from crossread.ui.grid.stack import Stack

_CELLS_KEPT = 800
_WIDEST_TEXT = 46  # times the size of the type: longer lines are hard to read
BAND = 26.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point of the sheet falls.

    Attributes:
        column: number of the document's column, -1 over the gutter.
        item: row, or paragraph of an unaligned page.
        x, y: from the top left corner of the cell's text.
        band: the point is on the section heading above the row.
    """

    column: int
    item: int
    x: float
    y: float
    band: bool = False


class Sheet:
    """Sets the cells of a page as far as they are looked at, and knows or estimates all heights.

    Attributes:
        page: what is set.
        look: how it is set.
        columns: which documents are in sight.
    """

    def __init__(self, page: Page, look: Look, columns: Columns) -> None:
        self.page, self.look, self.columns = page, look, columns
        self._cells: OrderedDict[tuple[int, int], CellLayout] = OrderedDict()
        self._width = self._text_width()
        self._stacks = self._estimated()

    def _text_width(self) -> float:
        look, columns = self.look, self.columns
        if not columns.shown:
            return 0.0
        narrowest = min(columns.width(position) for position in range(len(columns.shown)))
        return min(narrowest - 2 * look.pad, _WIDEST_TEXT * look.reading.pointSizeF() / 0.75)

    def _estimated(self) -> tuple[Stack, ...]:
        look, width = self.look, self._width
        lines: dict[int, float] = {}

        def height(characters: int) -> float:
            found = lines.get(characters)
            if found is None:
                found = lines[characters] = look.line * estimated_lines(characters, look, width)
            return found

        around = self._around()
        stacks = [[height(characters) + around for characters in of] for of in self.page.lengths]
        for item, row in enumerate(self.page.rows):
            if row.section:
                stacks[0][item] += self.band
        return tuple(Stack(heights) for heights in stacks)

    def _around(self) -> float:
        """What an item is taller than its text."""
        return 2 * self.look.pad + 1 if self.page.aligned else self.look.gap

    @property
    def band(self) -> float:
        """Height of a section heading."""
        return round(BAND * min(max(self.look.scale, 0.85), 1.6))

    @property
    def text_width(self) -> float:
        """Width of the text in a column."""
        return self._width

    @property
    def height(self) -> float:
        """Of the whole sheet; estimated where nobody has looked yet."""
        return max((stack.total for stack in self._stacks), default=0.0)

    def stack(self, column: int) -> Stack:
        """The items of a column."""
        return self._stacks[0 if self.page.aligned else column]

    def band_of(self, item: int) -> float:
        """Height of the section heading above an item."""
        return self.band if self.page.aligned and self.page.rows[item].section else 0.0

    def text_top(self, column: int, item: int) -> float:
        """Where the text of a cell begins."""
        above = self.look.pad if self.page.aligned else self.look.gap
        return self.stack(column).top(item) + self.band_of(item) + above

    def text_left(self, position: int) -> float:
        """Where the text of the column at this position in sight begins."""
        return self.columns.edges[position] + self.look.pad

    def cell(self, column: int, item: int) -> CellLayout:
        """The text of a cell, kept as long as it is used."""
        key = (column, item)
        found = self._cells.get(key)
        if found is None:
            document = self.page.documents[column]
            passages = self.page.cell(column, item).passages
            found = CellLayout(document, passages, self.page.marks(document.id), self.look, self._width)
            self._cells[key] = found
            if len(self._cells) > _CELLS_KEPT:
                self._cells.popitem(last=False)
        else:
            self._cells.move_to_end(key)
        return found

    def ensure(self, top: float, bottom: float, seen: float) -> float:
        """Lay out what stands between two heights and correct the estimates.

        Args:
            top, bottom: from where to where.
            seen: upper edge of what is in sight.

        Returns:
            how much taller everything above ``seen`` has become.
        """
        if not self.page.aligned:
            for column in self.columns.shown:
                self._ensure(top, bottom, seen, (column,))
            return 0.0
        return self._ensure(top, bottom, seen, self.columns.shown)

    def _ensure(self, top: float, bottom: float, seen: float, columns: tuple[int, ...]) -> float:
        if not columns or not len(stack := self.stack(columns[0])):
            return 0.0
        shift = 0.0
        item = stack.index_at(top)
        y = stack.top(item)
        while item < len(stack) and y < bottom:
            before = stack.height(item)
            text_top = y + self.text_top(columns[0], item) - stack.top(item)
            tallest = float(self.look.line)
            for column in columns:
                if self.page.cell(column, item).passages:
                    cell = self.cell(column, item)
                    cell.ensure(top - text_top, bottom - text_top)
                    tallest = max(tallest, cell.height)
            after = tallest + self._around() + self.band_of(item)
            grown = after - before
            if grown:
                stack.set_height(item, after)
                if y < seen and y + before <= bottom:
                    shift += grown
                    seen += grown
                    bottom += grown
            y += after
            item += 1
        return shift

    def spot(self, x: float, y: float) -> Spot | None:
        """Where a point of the sheet falls, or None where nothing stands."""
        position = self.columns.position_at(x)
        column = self.columns.shown[position] if position >= 0 else -1
        if not self.columns.shown:
            return None
        stack = self.stack(max(column, 0))
        if not len(stack) or y < 0:
            return None
        item = stack.index_at(y)
        left = self.text_left(position) if position >= 0 else 0.0
        in_band = y < stack.top(item) + self.band_of(item)
        return Spot(column, item, x - left, y - self.text_top(max(column, 0), item), in_band)

    def rects(self, place: Place) -> list[QRectF]:
        """Where a place stands on the sheet, line by line; empty if its column is not in sight."""
        if (found := self._cell_of(place)) is None:
            return []
        cell, left, top = found
        return [rect.translated(left, top) for rect in cell.rects(place.span)]

    def outlines(self, place: Place) -> list[QRectF]:
        """The rings around a place on the sheet, line by line; empty if its column is not in sight."""
        if (found := self._cell_of(place)) is None:
            return []
        cell, left, top = found
        return [ring.translated(left, top) for ring in cell.outlines(place.span)]

    def _cell_of(self, place: Place) -> tuple[CellLayout, float, float] | None:
        """The cell in sight that holds a place, and where its text begins."""
        found = self.page.locate(place)
        position = self.columns.position_of(found[0]) if found else None
        if found is None or position is None:
            return None
        return self.cell(*found), self.text_left(position), self.text_top(*found)
