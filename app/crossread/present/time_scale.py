"""Days laid out along a line: long empty stretches are folded, and ticks stand where they can be read.

Pure arithmetic, so that the window and the reports draw the same timeline.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Measure = Callable[[str], float]
"""How wide a text is, in pixels."""

_FOLDED = 34.0  # pixels that a folded stretch takes
_NARROWEST = 96.0  # pixels of the shortest stretch between two folds
_FOLD_FROM = 0.3  # share of all that is shown from which on an empty stretch is folded
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_DAY_STEPS = (1, 2, 7, 14)
_MONTHS_FROM = 62  # days from which on the scale goes by months


@dataclass(frozen=True, slots=True)
class ScaleTick:
    """A line of the scale with what stands beside it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days from ``start`` to ``end`` (ordinals, half-open) shown from ``left`` to ``right`` (pixels)."""

    start: float
    end: float
    left: float
    right: float

    @property
    def per_day(self) -> float:
        return (self.right - self.left) / (self.end - self.start)


class TimeScale:
    """Where days stand on a line.

    Args:
        spans: first and last day (inclusive) of everything that must find its place; None where open.
        left, right: the ends of the line, in pixels.
    """

    def __init__(self, spans: Iterable[tuple[date | None, date | None]], left: float, right: float) -> None:
        self.left, self.right = left, right
        self._stretches = _placed(_stretches(list(spans)), left, right)
        self._starts = [stretch.start for stretch in self._stretches]

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middles of the folded stretches, in pixels."""
        pairs = zip(self._stretches, self._stretches[1:], strict=False)
        return tuple((one.right + other.left) / 2 for one, other in pairs)

    def x(self, day: date, share: float = 0.0) -> float:
        """Where a day stands; ``share`` of it (0 to 1) has passed."""
        if not self._stretches:
            return self.left
        at = day.toordinal() + share
        stretch = self._stretches[max(0, bisect_right(self._starts, at) - 1)]
        return min(max(stretch.left + (at - stretch.start) * stretch.per_day, self.left), stretch.right)

    def ticks(self, measure: Measure) -> tuple[ScaleTick, ...]:
        """Ticks with labels that neither touch each other nor run over the end of the line."""
        found: list[ScaleTick] = []
        free = self.left - 1.0
        for stretch in self._stretches:
            days = list(_tick_days(stretch, measure)) or [
                (_day(stretch.start), _day_label(_day(stretch.start), True))
            ]
            for day, label in days:
                x = self.x(day)
                end = x + 5 + measure(label)
                fits = x >= free and end <= self.right
                found.append(ScaleTick(x, label if fits else ""))
                free = end + 8 if fits else free
        return tuple(found)


def _stretches(spans: Sequence[tuple[date | None, date | None]]) -> list[tuple[float, float]]:
    """The days to show, in as many stretches as there are long gaps to fold, with a little air around each."""
    known = []
    for start, end in spans:
        first, last = start or end, end or start
        if first is not None and last is not None:
            known.append((float(first.toordinal()), float(max(first, last).toordinal() + 1)))
    known.sort()
    merged: list[tuple[float, float]] = []
    for low, high in known:
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    folded = _folded(merged)
    shown = sum(high - low for low, high in folded)
    air = max(1.0, 0.03 * shown / max(1, len(folded)))
    return [
        (max(1.0, low - min(air, 0.3 * (high - low) + 2)), high + min(air, 0.3 * (high - low) + 2))
        for low, high in folded
    ]


def _folded(merged: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join the stretches over every gap that is short beside the whole; the longest gaps are folded first."""
    if not merged:
        return []
    gaps = sorted(range(1, len(merged)), key=lambda i: merged[i - 1][1] - merged[i][0])
    shown = merged[-1][1] - merged[0][0]
    cut = set()
    for i in gaps:
        gap = merged[i][0] - merged[i - 1][1]
        if gap <= max(_FOLD_FROM * shown, 45.0):
            break
        cut.add(i)
        shown -= gap
    found = [merged[0]]
    for i in range(1, len(merged)):
        if i in cut:
            found.append(merged[i])
        else:
            found[-1] = (found[-1][0], merged[i][1])
    return found


def _placed(stretches: Sequence[tuple[float, float]], left: float, right: float) -> list[_Stretch]:
    if not stretches:
        return []
    room = max(1.0, right - left - _FOLDED * (len(stretches) - 1))
    least = min(_NARROWEST, room / len(stretches))
    days = sum(high - low for low, high in stretches)
    widths = [max(least, room * (high - low) / days) for low, high in stretches]
    # What the short ones were given beyond their share comes off the others.
    spare = room - least * len(widths)
    above = sum(width - least for width in widths)
    widths = [least + (width - least) * (spare / above if above else 0.0) for width in widths]
    if not above:
        widths = [room / len(widths)] * len(widths)
    placed, x = [], left
    for (low, high), width in zip(stretches, widths, strict=True):
        placed.append(_Stretch(low, high, x, x + width))
        x += width + _FOLDED
    return placed


def _tick_days(stretch: _Stretch, measure: Measure) -> Iterator[tuple[date, str]]:
    """The days of the finest step whose labels find room."""
    first, last = _day(stretch.start), _day(stretch.end)
    short = (last - first).days < _MONTHS_FROM
    for step in _DAY_STEPS:
        if short and step * stretch.per_day >= measure("30 Sep 2026") + 18:
            day, year = first, 0
            while day <= last:
                if day.toordinal() >= stretch.start:
                    yield day, _day_label(day, day.year != year)
                    year = day.year
                day += timedelta(step)
            return
    for months in _MONTH_STEPS:
        label = "Sep 2026" if months < 12 else "2026"
        if months * 30.4 * stretch.per_day >= measure(label) + 18:
            yield from _months(first, last, months)
            return


def _months(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    number = first.year * 12 + first.month - 1
    number -= number % step
    while True:
        year, month = divmod(number, 12)
        if year > last.year or year > 9999 or (year == last.year and month + 1 > last.month):
            return
        if year >= 1:
            day = date(year, month + 1, 1)
            if day >= first:
                yield day, f"{_MONTHS[month]} {year}" if step < 12 else str(year)
        number += step


def _day(ordinal: float) -> date:
    return date.fromordinal(min(max(1, int(ordinal)), date.max.toordinal()))


def _day_label(day: date, year: bool) -> str:
    label = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{label} {day.year}" if year else label
