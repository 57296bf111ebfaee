"""Where the columns of a table stand in the width there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.text.form_index import ColumnShape

_GAP = 1.1  # between two columns, times the size of the type
_LONGEST = 40  # code points of a cell beyond which it may break into lines
_SLACK = 1.12  # letters are wider than their average in short words


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column set in type: its left edge and width in logical pixels, and whether it is flush right."""

    left: float
    width: float
    right: bool


def table_columns(shapes: Sequence[ColumnShape], width: float, character: float) -> tuple[TableColumn, ...]:
    """Share out a width among the columns of a table; none where it is too narrow for them beside one another.

    Args:
        shapes: what the columns hold.
        width: that there is, in pixels.
        character: average width of a character.
    """
    gap = _GAP * 2 * character
    room = width - gap * (len(shapes) - 1)
    wanted = [_SLACK * character * min(shape.longest, _LONGEST) + character for shape in shapes]
    needed = [
        min(want, _SLACK * character * shape.word + character)
        for shape, want in zip(shapes, wanted, strict=True)
    ]
    if not shapes or sum(needed) > room:
        return ()
    spare, wish = room - sum(needed), sum(wanted) - sum(needed)
    share = min(1.0, spare / wish) if wish > 0 else 0.0
    found, left = [], 0.0
    for shape, need, want in zip(shapes, needed, wanted, strict=True):
        given = need + share * (want - need)
        found.append(TableColumn(left, given, shape.figures))
        left += given + gap
    return tuple(found)
