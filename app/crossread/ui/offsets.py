"""Where code points become UTF-16 units and back: the one place in which Qt's counting meets ours."""

from bisect import bisect_left

from PySide6.QtGui import QTextLine


class Offsets:
    """Translates offsets of one text between code points (spans) and UTF-16 units (Qt).

    Offsets beyond either end are taken for that end; a unit offset between the halves of a surrogate pair is
    taken for the character's start.
    """

    __slots__ = ("_astral", "_points", "_units")

    def __init__(self, text: str) -> None:
        self._points = len(text)
        # Only characters beyond the basic plane take two units, and few texts have any.
        self._astral = (
            [i for i, character in enumerate(text) if character > "\uffff"]
            if text and max(text) > "\uffff"
            else []
        )
        self._units = self._points + len(self._astral)

    @property
    def units(self) -> int:
        """Length of the text in UTF-16 units."""
        return self._units

    def to_units(self, point: int) -> int:
        """The UTF-16 offset of the code point offset ``point``."""
        point = min(max(point, 0), self._points)
        return point + bisect_left(self._astral, point)

    def to_points(self, unit: int) -> int:
        """The code point offset of the UTF-16 offset ``unit``."""
        unit = min(max(unit, 0), self._units)
        if not self._astral:
            return unit
        # The n-th astral character starts at unit astral[n] + n.
        low, high = 0, len(self._astral)
        while low < high:
            middle = (low + high) // 2
            if self._astral[middle] + middle < unit:
                low = middle + 1
            else:
                high = middle
        if low and self._astral[low - 1] + low == unit:  # between the halves of a pair
            return self._astral[low - 1]
        return unit - low


def cursor_x(line: QTextLine, unit: int) -> float:
    """Where the caret before this UTF-16 unit of a line's text stands, in pixels from the layout's left."""
    place = line.cursorToX(unit)  # the place and the unit that was meant; PySide6's stubs call it an object
    assert isinstance(place, tuple)
    return float(place[0])
