"""Which documents are in sight, and how wide their columns are."""

from dataclasses import dataclass

NARROWEST = 200.0
GUTTER = 44.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns in sight.

    Where not all have room, the base document stays and the others are paged through.

    Attributes:
        shown: numbers of the columns in sight, from left to right.
        edges: left edge of each in logical pixels, and the right edge of the last one.
        page: number of this page of columns, from 0.
        pages: how many there are.
    """

    shown: tuple[int, ...]
    edges: tuple[float, ...]
    page: int
    pages: int

    def width(self, position: int) -> float:
        """Width of the column at this position in sight."""
        return self.edges[position + 1] - self.edges[position]

    def position_at(self, x: float) -> int:
        """The position of the column under ``x``; the nearest one beyond the ends, -1 over the gutter."""
        if not self.shown or x < self.edges[0]:
            return -1
        return next((i for i in range(len(self.shown)) if x < self.edges[i + 1]), len(self.shown) - 1)

    def position_of(self, column: int) -> int | None:
        """Where a column stands in sight, or None if it is on another page."""
        return self.shown.index(column) if column in self.shown else None


def lay_out(
    count: int,
    width: float,
    page: int = 0,
    base: int | None = None,
    *,
    gutter: float = GUTTER,
    narrowest: float = NARROWEST,
) -> Columns:
    """Choose the columns in sight.

    Args:
        count: how many documents there are.
        width: of the whole view, in logical pixels.
        page: which page of columns is asked for; the nearest one there is will be shown.
        base: the column that stays in sight on every page, if there is room for another beside it.
        gutter: width of what stands at the left of the columns.
        narrowest: a column need not be narrower.
    """
    room = max(1, int((width - gutter) // narrowest))
    if count <= room:
        return Columns(tuple(range(count)), _edges(count, width, gutter), 0, 1)
    stays = [base] if base is not None and room > 1 else []
    others = [column for column in range(count) if column not in stays]
    step = room - len(stays)
    pages = -(-len(others) // step)
    page = min(max(page, 0), pages - 1)
    # The last page is filled up from the one before, so that columns keep their width.
    first = min(page * step, len(others) - step)
    shown = tuple(stays + others[first : first + step])
    return Columns(shown, _edges(len(shown), width, gutter), page, pages)


def page_of(column: int, columns: Columns, count: int, base: int | None) -> int:
    """The page on which a column is to be seen."""
    if columns.pages == 1 or column in columns.shown:
        return columns.page
    stays = base is not None and len(columns.shown) > 1
    others = [number for number in range(count) if not (stays and number == base)]
    return others.index(column) // (len(columns.shown) - int(stays))


def _edges(count: int, width: float, gutter: float) -> tuple[float, ...]:
    each = (width - gutter) / max(count, 1)
    return tuple(float(round(gutter + each * number)) for number in range(count + 1))
