"""Documents set in columns side by side: where everything stands, in logical pixels."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from crossread.comparison import Place
from crossread.present.marks import Mark
from crossread.present.ribbon import Anchor, Steps, in_order
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.grid.cell_layout import CellLayout
from crossread.ui.grid.look import READING_PIXELS, Look
from crossread.ui.grid.mark_index import MarkIndex

NARROWEST = 200.0  # pixels of a column
_GUTTER = 78.0
_WIDEST_TEXT = 40  # times the size of the type: longer lines are hard to read
_ABOVE = 22.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point in sight falls.

    Attributes:
        column: number of the column.
        x, y: from the top left corner of the column's text.
    """

    column: int
    x: float
    y: float


class Spread:
    """Columns, each a whole document in its own order, and how they scroll in step.

    Heights in a column count from its upper end, which lies a little above its text.

    Args:
        documents: from left to right.
        marks: by document id.
        anchors: what is to meet at the same height.
        look: fonts and colours.
        width: of the view.
        boilerplate: whether what is not part of the article is shown.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        marks: Mapping[str, MarkIndex],
        anchors: Sequence[Anchor],
        look: Look,
        width: float,
        boilerplate: bool = True,
    ) -> None:
        self.documents, self.look = tuple(documents), look
        self._anchors = anchors
        self._given = tuple(anchors)
        self._place(width)
        self.cells = tuple(
            CellLayout(
                document,
                [p.id for p in document.passages if boilerplate or p.kind != "boilerplate"],
                marks.get(document.id) or MarkIndex(),
                look,
                self.text_width,
            )
            for document in self.documents
        )
        self.steps = self._steps()

    def _place(self, width: float) -> None:
        """Part the width; where there is plenty the columns keep together in the middle."""
        count = max(len(self.documents), 1)
        self.gutter = round(min(_GUTTER, max(34.0, width * 0.056)))
        self.pad = round(26 * min(max(self.look.scale, 0.8), 1.5) * (1.0 if width / count > 360 else 0.5))
        each = (width - self.gutter * (count - 1)) / count
        widest = _WIDEST_TEXT * READING_PIXELS * self.look.scale + 2 * self.pad
        self._pane = round(min(each, widest))
        self._left = round(max(0.0, width - count * self._pane - (count - 1) * self.gutter) / 2)
        self.width = width
        self.text_width = max(self._pane - 2 * self.pad, 80.0)

    def _steps(self) -> Steps:
        columns = {document.id: number for number, document in enumerate(self.documents)}
        heights = [cell.height + _ABOVE + 2 * self.look.line for cell in self.cells]
        found = []
        for anchor in self._anchors:
            ys: list[float | None] = [None] * len(columns)
            for name, span in anchor.items():
                if name in columns:
                    ys[columns[name]] = _ABOVE + self.cells[columns[name]].extent(span)[0]
            found.append(ys)
        return Steps(heights, found)

    def meet(self, anchor: Anchor) -> None:
        """Let these stretches meet, whatever else cannot meet because of it."""
        if anchor not in self._anchors:
            self._anchors = in_order([(anchor, 1.0), *((other, 0.0) for other in self._given)])
            self.steps = self._steps()

    # Columns

    def column_of(self, document: str) -> int | None:
        """The column of a document, or None."""
        return next((n for n, found in enumerate(self.documents) if found.id == document), None)

    def pane(self, column: int) -> tuple[float, float]:
        """Left and right edge of a column; the outer ones reach the edges of the view."""
        left = self._left + column * (self._pane + self.gutter)
        right = left + self._pane
        return 0.0 if column == 0 else left, self.width if column == len(self.documents) - 1 else right

    def text_left(self, column: int) -> float:
        """Where the text of a column begins."""
        return self._left + column * (self._pane + self.gutter) + self.pad

    # Heights

    @property
    def measured(self) -> bool:
        """Whether all heights are exact."""
        return all(cell.measured for cell in self.cells)

    def measure(self, enough: Callable[[], bool]) -> bool:
        """Lay out more text until ``enough``; whether heights have changed, so that steps are made anew."""
        before = [cell.height for cell in self.cells]
        for cell in self.cells:
            cell.measure(enough)
        return self._restep(before)

    def ensure(self, tops: Sequence[float], sight: float) -> bool:
        """Lay out what is in sight and near; whether heights have changed, so that steps are made anew."""
        before = [cell.height for cell in self.cells]
        for cell, top in zip(self.cells, tops, strict=True):
            cell.ensure(top - _ABOVE - sight / 2, top - _ABOVE + 1.5 * sight)
        return self._restep(before)

    def _restep(self, before: list[float]) -> bool:
        # Lines break otherwise than was thought even where a height happens to be the same; nobody would see it.
        if before == [cell.height for cell in self.cells]:
            return False
        self.steps = self._steps()
        return True

    def restep(self) -> None:
        """Make the steps anew, now that more is laid out."""
        self.steps = self._steps()

    def extent(self, place: Place) -> tuple[int, float, float] | None:
        """Column, top and bottom of a place, or None."""
        column = self.column_of(place.document)
        if column is None:
            return None
        top, bottom = self.cells[column].extent(place.span)
        return column, top + _ABOVE, bottom + _ABOVE

    def rects(self, column: int, span: Span) -> list[QRectF]:
        """Where a stretch stands, line by line: x in the view, y in the column."""
        left = self.text_left(column)
        return [rect.translated(left, _ABOVE) for rect in self.cells[column].rects(span)]

    def outlines(self, column: int, span: Span) -> list[QRectF]:
        """The rings around a stretch, line by line: x in the view, y in the column."""
        left = self.text_left(column)
        return [ring.translated(left, _ABOVE) for ring in self.cells[column].outlines(span)]

    # Points

    def column_at(self, x: float) -> int | None:
        """The column under a point of the view, or None over a gutter."""
        for column in range(len(self.documents)):
            left, right = self.pane(column)
            if left <= x < right:
                return column
        return None

    def spot(self, x: float, y: float, tops: Sequence[float]) -> Spot | None:
        """Where a point of the view falls, or None over a gutter."""
        column = self.column_at(x)
        return None if column is None else self.spot_in(column, x, y, tops)

    def spot_in(self, column: int, x: float, y: float, tops: Sequence[float]) -> Spot:
        """The same, as seen from a column."""
        return Spot(column, x - self.text_left(column), y + tops[column] - _ABOVE)

    def offset_at(self, spot: Spot) -> int:
        """The offset in the document nearest to a spot."""
        return self.cells[spot.column].offset_at(spot.x, spot.y)

    def character_at(self, spot: Spot) -> int | None:
        """The offset of the very character at a spot, or None beside the text."""
        return self.cells[spot.column].character_at(spot.x, spot.y)

    @property
    def text_above(self) -> float:
        """How far below the upper end of a column its text begins."""
        return _ABOVE


def indexed(marks: Mapping[str, Sequence[Mark]]) -> dict[str, MarkIndex]:
    """Marks made ready to be found by place."""
    return {document: MarkIndex(found) for document, found in marks.items()}
