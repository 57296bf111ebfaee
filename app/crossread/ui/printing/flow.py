"""A report broken into pages: rows stay whole where they fit, heads stand on every page, headings with their text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from crossread.report.paper.model import (
    Block,
    Cell,
    Dates,
    Ground,
    Heading,
    Paper,
    Paragraph,
    Run,
    Section,
    Table,
)
from crossread.ui.printing.dates import DatesDrawing
from crossread.ui.printing.lines import Line, Setter

_NEW_PAGE = frozenset({"grid", "facts", "spun"})
_TITLE, _SECTION, _HEADING = 16.0, 12.0, 9.0  # points
_PAD = 3.2  # points around what stands in a cell
_KEPT_WHOLE = 0.45  # of a page; a taller row is broken where the page ends rather than moved to the next
_LEAST = 60.0  # points that must be left below a heading


@dataclass(slots=True)
class Page:
    """What stands on a page, in pixels from the upper left corner of its text.

    Attributes:
        section: the title of the section that it begins in.
        lines: each with the place of its upper left corner.
        grounds: of cells that have one.
        frames: the edges of cells.
        drawings: timelines.
    """

    section: str = ""
    lines: list[tuple[QPointF, Line]] = field(default_factory=list)
    grounds: list[tuple[QRectF, Ground]] = field(default_factory=list)
    frames: list[QRectF] = field(default_factory=list)
    drawings: list[tuple[QPointF, DatesDrawing]] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    """A row of a table set in lines; each cell with its ground, its place across and its width."""

    cells: list[tuple[list[Line], Ground, float, float]]

    def height(self, point: float) -> float:
        return max(_height(lines) for lines, *_ in self.cells) + 2 * _PAD * point


class Flow:
    """Fills pages with a report.

    Args:
        setter: breaks paragraphs into lines.
        width, height: of a page's text in pixels.
        pause: called between rows; what it raises ends the work.
    """

    def __init__(
        self, setter: Setter, width: float, height: float, pause: Callable[[], None] = lambda: None
    ) -> None:
        self._pause = pause
        self.pages = [Page()]
        self.contents: list[tuple[str, int]] = []
        self._setter, self._point = setter, setter.point
        self._width, self._height = width, height
        self._y = 0.0
        self._section = ""

    def fill(self, paper: Paper) -> None:
        """Put a whole report on pages; a line on the first tells on which page each section begins."""
        self._lines(self._setter.title(paper.title, _TITLE, self._width, 0))
        self._lines(self._setter.paragraph(Paragraph((Run(paper.about, ("quiet",)),)), self._width, 3))
        place = QPointF(0, self._y)
        # Room for the contents at their widest: the numbers of the pages are not known yet.
        self._y += _height(self._contents([(section.title, 9999) for section in paper.sections]))
        for section in paper.sections:
            self._put_section(section)
        for line in self._contents(self.contents):
            self.pages[0].lines.append((place + QPointF(0, line.above), line))
            place += QPointF(0, line.above + line.height)

    def _contents(self, known: Sequence[tuple[str, int]]) -> list[Line]:
        runs: list[Run] = []
        for title, page in known:
            gap = Run("    ") if runs else Run("")
            number = "" if page == 999 else str(page)
            runs += [
                gap,
                Run(f"{title.replace(' ', chr(0xA0))}\u00a0", ()),
                Run(number or "\u2007" * 3, ("strong",)),
            ]
        return self._setter.paragraph(Paragraph(tuple(runs)), self._width, 5)

    def _put_section(self, section: Section) -> None:
        self._section = section.title
        if section.key in _NEW_PAGE and self._y > 0:
            self._new_page()
        lines = self._setter.title(section.title, _SECTION, self._width, 14 if self._y else 0)
        self._need(_height(lines) + _LEAST * self._point)
        if not self._y:
            self.pages[-1].section = section.title
        self.contents.append((section.title, len(self.pages)))
        self._lines(lines)
        self._y += 4 * self._point
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Dates):
            drawing = DatesDrawing(block.timeline, self._width, self._point)
            if drawing.height > self._height:  # too many dates to be drawn on one page
                self._table(block.table)
                return
            self._need(drawing.height)
            self.pages[-1].drawings.append((QPointF(0, self._y), drawing))
            self._y += drawing.height
        elif isinstance(block, Heading):
            lines = self._setter.title(block.text, _HEADING, self._width, 8 if self._y else 0)
            self._need(_height(lines) + _LEAST * self._point)
            self._lines(lines)
            self._y += 2 * self._point
        else:
            self._lines(self._setter.paragraph(block, self._width, 3))

    def _lines(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._need(line.above + line.height)
            self.pages[-1].lines.append((QPointF(0, self._y + line.above), line))
            self._y += line.above + line.height

    def _need(self, height: float) -> bool:
        """Go on to a new page where so much room is not left; whether that was done."""
        if self._y and self._y + height > self._height:
            self._new_page()
            return True
        return False

    def _new_page(self) -> None:
        self.pages.append(Page(self._section))
        self._y = 0.0

    # ---- tables

    def _table(self, table: Table) -> None:
        head = self._row(table.head, table.shares)
        self._y += 2 * self._point
        heading = head.height(self._point)
        self._need(heading + 30 * self._point)
        self._put(head)
        for number, cells in enumerate(table.rows):
            self._pause()
            row = self._row(cells, table.shares)
            height = row.height(self._point)
            if cells[-1].ground == "band" and number + 1 < len(table.rows):  # it stays with the row below it
                height += _LEAST * self._point
            room = self._height - self._y
            if height > room and height <= min(_KEPT_WHOLE * self._height, self._height - heading):
                self._new_page()
                self._put(head)
            elif height > room:
                row = self._broken(row, head)
            self._put(row)
        self._y += 5 * self._point

    def _row(self, cells: Sequence[Cell], shares: Sequence[float]) -> _Row:
        pad, x, column = _PAD * self._point, 0.0, 0
        made = []
        for cell in cells:
            width = sum(shares[column : column + cell.columns]) * self._width
            made.append((self._setter.cell(cell, width - 2 * pad), cell.ground, x, width))
            x, column = x + width, column + cell.columns
        return _Row(made)

    def _broken(self, row: _Row, head: _Row) -> _Row:
        """Fill this page and those after it with what fits of a row; the rest of it is left."""
        pad = 2 * _PAD * self._point
        while self._y + row.height(self._point) > self._height:
            room = self._height - self._y - pad
            cut = [_fitting(lines, room) for lines, *_ in row.cells]
            if not any(cut):
                if self._y <= head.height(self._point):  # a line that is taller than a page
                    break
                self._new_page()
                self._put(head)
                continue
            parts = list(zip(row.cells, cut, strict=True))
            self._put(_Row([(cell[0][:n], *cell[1:]) for cell, n in parts]))
            row = _Row([(cell[0][n:], *cell[1:]) for cell, n in parts])
            self._new_page()
            self._put(head)
        return row

    def _put(self, row: _Row) -> None:
        page, height, pad = self.pages[-1], row.height(self._point), _PAD * self._point
        for lines, ground, x, width in row.cells:
            rect = QRectF(x, self._y, width, height)
            page.frames.append(rect)
            if ground:
                page.grounds.append((rect, ground))
            y = self._y + pad
            for line in lines:
                page.lines.append((QPointF(x + pad, y + line.above), line))
                y += line.above + line.height
        self._y += height


def _height(lines: Sequence[Line]) -> float:
    return sum(line.above + line.height for line in lines)


def _fitting(lines: Sequence[Line], room: float) -> int:
    """How many lines fit into so much room."""
    for number, line in enumerate(lines):
        room -= line.above + line.height
        if room < 0:
            return number
    return len(lines)
