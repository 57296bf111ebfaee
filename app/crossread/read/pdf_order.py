"""The lines of a page in the order in which they are read: column after column, rows of tables from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from crossread.read.pdf_page import GAP, Line, around

_FEWEST = 3  # lines in a column
_MOST_ACROSS = (
    0.5  # share of lines that may run across a gutter: headings, wide paragraphs over or under columns
)
_DEEPEST = 6  # columns in columns


@dataclass(slots=True)
class Row:
    """What stands on one base line of a column.

    Attributes:
        cells: one for running text, more for a row of a table.
        flow: number of the column that it stands in.
        left: of the column.
        right: of the column.
    """

    cells: list[Line]
    flow: int = 0
    left: float = 0.0
    right: float = 0.0

    @property
    def first(self) -> Line:
        """Its leftmost piece."""
        return self.cells[0]


def in_order(lines: Sequence[Line]) -> list[Row]:
    """The rows of a page in the order in which they are read."""
    rows: list[Row] = []
    flows: list[list[Row]] = []
    for flow in _flows(list(lines), 0):
        found = _rows(flow)
        flows.append(found)
        left, right = min(line.left for line in flow), max(line.right for line in flow)
        for row in found:
            row.flow, row.left, row.right = len(flows), left, right
        rows += found
    return rows


def _flows(lines: list[Line], depth: int) -> list[list[Line]]:
    """Lines parted into columns, each in the order of reading."""
    if not lines:
        return []
    gutter = _gutter(lines) if depth < _DEEPEST else None
    if gutter is None:
        return [lines]
    across = [line for line in lines if line.left < gutter < line.right]
    flows: list[list[Line]] = []
    rest = [line for line in lines if not line.left < gutter < line.right]
    # What runs across the gutter parts the page into bands, each with columns of its own.
    for band in _bands(across):
        top = max(line.top for line in band)
        above = [line for line in rest if line.bottom + line.top > 2 * top - band[0].size]
        rest = [line for line in rest if not line.bottom + line.top > 2 * top - band[0].size]
        flows += _sides(above, gutter, depth)
        flows.append(band)
    return flows + _sides(rest, gutter, depth)


def _sides(lines: list[Line], gutter: float, depth: int) -> list[list[Line]]:
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    return _flows(left, depth + 1) + _flows(right, depth + 1)


def _bands(across: list[Line]) -> list[list[Line]]:
    """Lines across a gutter, those that follow each other closely together."""
    bands: list[list[Line]] = []
    for line in sorted(across, key=lambda line: -line.top):
        if bands and bands[-1][-1].bottom - line.top < 1.2 * line.size:
            bands[-1].append(line)
        else:
            bands.append([line])
    return bands


def _gutter(lines: list[Line]) -> float | None:
    """The middle of the white space between two columns of running text, or None."""
    if len(lines) < 2 * _FEWEST:
        return None
    best: tuple[int, float, float] | None = None
    starts = sorted({round(line.left, 1) for line in lines})
    for start in _frequent(starts, lines):
        left = [line for line in lines if line.right <= start + 1]
        right = [line for line in lines if line.left >= start - 1]
        across = len(lines) - len(left) - len(right)
        if across > _MOST_ACROSS * len(lines) or not (_is_column(left) and _is_column(right)):
            continue
        if not _beside(left, right):
            continue
        edge = sorted(line.right for line in left)[int(0.95 * (len(left) - 1))]
        found = (across, -(start - edge), (min(edge, start) + start) / 2)
        if best is None or found < best:
            best = found
    return best[2] if best else None


def _frequent(starts: list[float], lines: list[Line]) -> list[float]:
    """Places at which several lines begin; only there can a column begin."""
    counts = [(sum(abs(line.left - start) < 2 for line in lines), start) for start in starts]
    likely = sorted((pair for pair in counts if pair[0] >= _FEWEST), reverse=True)[:12]
    leftmost = min(line.left for line in lines)
    return [start for _, start in likely if start > leftmost + 20]


def _is_column(lines: list[Line]) -> bool:
    """Whether these are lines of running text, not cells of a table."""
    if len(lines) < _FEWEST:
        return False
    widths = [line.right - line.left for line in lines]
    wordy = sum(len(line.words) >= 4 for line in lines)
    return wordy >= 0.5 * len(lines) and median(widths) >= 0.5 * max(widths)


def _beside(left: list[Line], right: list[Line]) -> bool:
    """Whether some lines on either side stand at the same height."""
    low, high = min(line.bottom for line in right), max(line.top for line in right)
    return sum(low <= (line.bottom + line.top) / 2 <= high for line in left) >= _FEWEST - 1


def _rows(lines: list[Line]) -> list[Row]:
    """Lines of one column from top to bottom, those on one base line together."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda line: (-(line.bottom + line.top) / 2, line.left)):
        middle = (line.bottom + line.top) / 2
        last = rows[-1].first if rows else None
        if last is not None and last.bottom <= middle <= last.top and not _overlaps(rows[-1], line):
            rows[-1].cells.append(line)
        else:
            rows.append(Row([line]))
    return [Row(_joined(sorted(row.cells, key=lambda line: line.left))) for row in rows]


def _joined(cells: list[Line]) -> list[Line]:
    """Cells of one row, those that PDFium parted though they stand close together made one."""
    joined = [cells[0]]
    for cell in cells[1:]:
        last = joined[-1]
        if cell.left - last.right < GAP * max(last.size, cell.size):
            boxes = (last.box, cell.box)
            joined[-1] = Line(
                last.words + cell.words, last.left, min(last.bottom, cell.bottom), max(last.right, cell.right),
                max(last.top, cell.top), around(boxes),
            )  # fmt: skip
        else:
            joined.append(cell)
    return joined


def _overlaps(row: Row, line: Line) -> bool:
    return any(cell.left < line.right and line.left < cell.right for cell in row.cells)
