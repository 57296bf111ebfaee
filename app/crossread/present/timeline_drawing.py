"""A timeline as shapes: bars, points, labels that neither overlap nor run over an edge. No Qt, no HTML."""

from dataclasses import dataclass, replace

from crossread.present.time_scale import Measure, ScaleTick, TimeScale
from crossread.present.timeline import Bar, Timeline

_GAP = 6.0  # between a bar and its label
_AIR = 12.0  # between what stands beside each other
_THINNEST = 10.0  # pixels of the shortest bar
_POINT = 5.5  # radius
_SHORTEST_LABEL = 46.0  # pixels; where there is less room beside a bar, its label stands on it


@dataclass(frozen=True, slots=True)
class Shape:
    """A date or range, drawn.

    Attributes:
        bar: what is drawn.
        row: on which line it stands, from 0.
        left, right: its ends in pixels; of a point, the ends of the disc.
        is_point: a single day.
        label: the words beside it, shortened where there is no room.
        label_left: where they begin.
        on_bar: the words stand on the bar and not beside it.
    """

    bar: Bar
    row: int
    left: float
    right: float
    is_point: bool
    label: str
    label_left: float
    on_bar: bool

    @property
    def is_exact(self) -> bool:
        """Whether it is told to the day, and not by a month, a season or a year."""
        return self.is_point or any(character.isdecimal() for character in self._day_words())

    def _day_words(self) -> str:
        start, end = self.bar.start, self.bar.end
        if start is None or end is None:
            return ""
        named = {str(start.day), str(end.day)}
        words = "".join(c if c.isdecimal() else " " for c in self.bar.label).split()
        return "".join(word for word in words if word.lstrip("0") in named)


@dataclass(frozen=True, slots=True)
class LaneRows:
    """The lines that belong to one document."""

    document: str
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline; places across in pixels, places down in rows.

    Attributes:
        shapes: document by document, from the earliest on.
        lanes: every document that was asked for, those without dates too.
        ticks: of the scale.
        breaks: where the scale leaves out a long time.
        rows: how many lines there are.
    """

    shapes: tuple[Shape, ...]
    lanes: tuple[LaneRows, ...]
    ticks: tuple[ScaleTick, ...]
    breaks: tuple[float, ...]
    rows: int


def draw(timeline: Timeline, left: float, right: float, measure: Measure) -> Drawing:
    """Lay out a timeline.

    Args:
        timeline: what to show.
        left, right: where the scale begins and ends, in pixels.
        measure: how wide a text of the timeline will be.
    """
    bars = _bars(timeline)
    scale = TimeScale([(bar.start, bar.end) for bar in bars], left, right)
    shapes: list[Shape] = []
    lanes = []
    row = 0
    for lane in timeline.lanes:
        ends: list[float] = []  # how far each line of this lane is taken
        drawn = [_shape(bar, scale, measure) for bar in bars if bar.document == lane.document]
        for shape in sorted(drawn, key=lambda shape: _extent(shape, measure)):
            start, end = _extent(shape, measure)
            line = next((number for number, taken in enumerate(ends) if taken + _AIR <= start), len(ends))
            ends[line : line + 1] = [end]
            shapes.append(replace(shape, row=row + line))
        lanes.append(LaneRows(lane.document, row, max(1, len(ends))))
        row += max(1, len(ends))
    return Drawing(tuple(shapes), tuple(lanes), scale.ticks(measure) if bars else (), scale.breaks, row)


def _bars(timeline: Timeline) -> list[Bar]:
    """Each stretch of days once a document; those far from the others too, for the scale folds what lies between."""
    found: dict[object, Bar] = {}
    for bar in (*(bar for lane in timeline.lanes for bar in lane.bars), *timeline.beside):
        key = (bar.document, bar.start, bar.end)
        if key not in found or (bar.verdict == "contradiction" and found[key].verdict != "contradiction"):
            found[key] = bar
    return list(found.values())


def _shape(bar: Bar, scale: TimeScale, measure: Measure) -> Shape:
    is_point = bar.start is not None and bar.start == bar.end
    if is_point and bar.start is not None:
        middle = scale.x(bar.start, 0.5)
        low, high = middle - _POINT, middle + _POINT
    else:
        low = scale.left if bar.start is None else scale.x(bar.start)
        high = scale.right if bar.end is None else scale.x(bar.end, 1.0)
        high = max(high, low + _THINNEST)
    if high > scale.right:
        low, high = max(scale.left, low - (high - scale.right)), scale.right
    if low < scale.left:
        low, high = scale.left, min(scale.right, high + scale.left - low)
    after, before = scale.right - high - _GAP, low - scale.left - _GAP
    width, inside = measure(bar.label), high - low - 2 * _GAP
    if width <= after:
        return Shape(bar, 0, low, high, is_point, bar.label, high + _GAP, False)
    if width <= before:
        return Shape(bar, 0, low, high, is_point, bar.label, low - _GAP - width, False)
    if max(before, after) >= max(_SHORTEST_LABEL, inside):
        words = shortened(bar.label, max(before, after), measure)
        at = high + _GAP if after >= before else low - _GAP - measure(words)
        return Shape(bar, 0, low, high, is_point, words, at, False)
    return Shape(bar, 0, low, high, is_point, shortened(bar.label, inside, measure), low + _GAP, True)


def _extent(shape: Shape, measure: Measure) -> tuple[float, float]:
    """From where to where the bar and its label reach."""
    label_right = shape.label_left + measure(shape.label)
    return min(shape.left, shape.label_left), max(shape.right, label_right)


def shortened(words: str, width: float, measure: Measure) -> str:
    """As many of the characters as fit, with an ellipsis where some are left out; empty where none fit."""
    if measure(words) <= width:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(words[:middle].rstrip() + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + "…" if low else ""
