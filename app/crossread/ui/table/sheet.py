"""A table set in type: where everything stands, in logical pixels from the sheet's top left corner."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from crossread.ui.grid.cell_layout import estimated_lines
from crossread.ui.grid.columns import Columns
from crossread.ui.grid.look import Look
from crossread.ui.grid.sheet import BAND
from crossread.ui.grid.stack import Stack
from crossread.ui.table.row_layout import RowLayout
from crossread.ui.table.table import Entry, Table

_ROWS_KEPT = 300
_MEASURE = 560.0  # pixels at 100 %; words are read well in lines of this width
_TALL = 3  # lines; what its own column holds in so many stays there
HEAD = -1
"""The rows' own column, which says what each is about."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point of the sheet falls: a row, a column (HEAD for the row itself), an entry or None."""

    item: int
    column: int
    number: int | None = None


class TableSheet:
    """Sets the rows of a table as far as they are looked at, and knows or estimates all heights.

    Attributes:
        table: what is set.
        look: how it is set.
        columns: which documents are in sight.
    """

    def __init__(self, table: Table, look: Look, columns: Columns) -> None:
        self.table, self.look, self.columns = table, look, columns
        self._rows: OrderedDict[int, RowLayout] = OrderedDict()
        self._head = columns.edges[0] - 2 * look.pad - 4
        narrowest = min((columns.width(i) for i in range(len(columns.shown))), default=200.0)
        # A box begins a little left of its words.
        self.inset = look.inset + 1 if table.boxed else 1.0
        self._text = max(narrowest - 2 * look.pad - 2 * self.inset, 20.0)
        self.stack = Stack(self._estimated(item) for item in range(len(table.rows)))

    def _estimated(self, item: int) -> float:
        row, look = self.table.rows[item], self.look
        head = estimated_lines(len(row.label) + 10, look, self._head) + estimated_lines(
            len(row.explanation), look, self._head
        )
        cells = max((sum(len(e.words) + 4 for e in cell.entries) for cell in row.cells), default=1)
        lines = max(head * 0.8, 1 + estimated_lines(cells, look, self._text))
        return lines * look.line + 2 * look.pad + self.band_of(item)

    @property
    def band(self) -> float:
        """Height of a heading above a row."""
        return round(BAND * min(max(self.look.scale, 0.85), 1.6))

    def band_of(self, item: int) -> float:
        """Height of the heading above a row."""
        return self.band if self.table.band(item) else 0.0

    @property
    def height(self) -> float:
        """Of the whole sheet; estimated where nobody has looked yet."""
        return self.stack.total

    def row(self, item: int) -> RowLayout:
        """The row, set; kept as long as it is used."""
        found = self._rows.get(item)
        if found is None:
            found = self._rows[item] = self._set(item)
            if len(self._rows) > _ROWS_KEPT:
                self._rows.popitem(last=False)
        else:
            self._rows.move_to_end(item)
        return found

    def _set(self, item: int) -> RowLayout:
        spread = self._spread(item)
        wide = self._text
        if spread:
            edges, look = self.columns.edges, self.look
            wide = edges[spread.stop] - edges[spread.start] - 2 * look.pad - 2 * self.inset - self._letter
        return RowLayout(
            self.table, item, self.columns.shown, self.look, (self._head, self._text, wide), spread
        )

    @property
    def _letter(self) -> float:
        """Room for the letter of a document whose words run over other columns."""
        return 28.0 * min(max(self.look.scale, 1.0), 1.6)

    def _spread(self, item: int) -> range | None:
        """The columns in sight that a lone document's words run over, instead of down the page."""
        table, shown, edges = self.table, self.columns.shown, self.columns.edges
        if not table.spreads or not table.is_single(item):
            return None
        speaking = [position for position, column in enumerate(shown) if table.cell(item, column).entries]
        if len(speaking) != 1:
            return None
        first, after = speaking[0], speaking[0] + 1
        said = (table.shown_words(entry) for entry in table.entries(item))
        if sum(map(self.look.metrics.horizontalAdvance, said)) < _TALL * self._text:
            return None
        wanted = _MEASURE * self.look.scale
        while edges[after] - edges[first] < wanted and (after < len(shown) or first > 0):
            if after < len(shown):
                after += 1
            else:
                first -= 1
        return range(first, after) if after - first > 1 else None

    def ensure(self, top: float, bottom: float, seen: float) -> float:
        """Lay out what stands between two heights and correct the estimates.

        Returns:
            how much taller everything above ``seen`` has become.
        """
        if not len(self.stack):
            return 0.0
        shift, item = 0.0, self.stack.index_at(top)
        y = self.stack.top(item)
        while item < len(self.stack) and y < bottom:
            before = self.stack.height(item)
            after = self.row(item).height + self.band_of(item)
            grown = self.stack.set_height(item, after) if after != before else 0.0
            if grown and y < seen and y + before <= bottom:
                shift += grown
                seen += grown
                bottom += grown
            y += after
            item += 1
        return shift

    def area(self, item: int) -> QRectF:
        """The row without the heading above it, across the whole sheet."""
        band = self.band_of(item)
        top = self.stack.top(item) + band
        return QRectF(0, top, self.columns.edges[-1], self.stack.height(item) - band)

    def box(self, item: int, position: int) -> QRectF:
        """A cell with the silent ones that its words run over; position HEAD is the row's own."""
        area, edges = self.area(item), self.columns.edges
        left, right = (0.0, edges[0]) if position == HEAD else (edges[position], edges[position + 1])
        spread = self.row(item).spread
        if spread and position in spread:
            left, right = edges[spread.start], edges[spread.stop]
        return QRectF(left, area.top(), right - left, area.height())

    def text_left(self, item: int, position: int) -> float:
        """Where the words of a row in the column at this position in sight begin."""
        spread = self.row(item).spread
        if spread and position in spread:
            return self.columns.edges[spread.start] + self.look.pad + self.inset + self._letter
        return self.columns.edges[position] + self.look.pad + self.inset

    def letter(self, item: int) -> QRectF | None:
        """Where the letter of a document stands whose words run over other columns."""
        spread = self.row(item).spread
        if not spread:
            return None
        size = self._letter - 9
        top = self.text_top(item) + (self.look.line - size) / 2
        return QRectF(self.columns.edges[spread.start] + self.look.pad + self.inset, top, size, size)

    def text_top(self, item: int) -> float:
        """Where the text of a row begins."""
        return self.stack.top(item) + self.band_of(item) + self.look.pad

    def rects(self, entry: Entry) -> list[QRectF]:
        """Where an entry stands on the sheet, line by line; empty if its column is not in sight."""
        position = self.columns.position_of(entry.column)
        if position is None:
            return []
        cell = self.row(entry.item).cells[position]
        if cell is None:
            return []
        left, top = self.text_left(entry.item, position), self.text_top(entry.item)
        return [rect.translated(left, top) for rect in cell.rects(entry.number)]

    def spot(self, x: float, y: float) -> Spot | None:
        """Where a point of the sheet falls, or None where nothing stands."""
        if not len(self.stack) or not 0 <= y < self.height:
            return None
        item = self.stack.index_at(y)
        if y < self.stack.top(item) + self.band_of(item):
            return None
        position = self.columns.position_at(x)
        if position < 0:
            return Spot(item, HEAD)
        row = self.row(item)
        if row.spread and position in row.spread:
            position = row.speaking
        cell = row.cells[position]
        number = cell.number_at(x - self.text_left(item, position), y - self.text_top(item)) if cell else None
        return Spot(item, self.columns.shown[position], number)
