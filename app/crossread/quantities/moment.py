"""A date, time, duration or repetition while the grammar puts it together."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from crossread.quantities.calendar import Days
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.quantity import Approximator, QuantityKind

_MOST_REMEMBERED = 500  # answers of one rule


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of time.

    Attributes:
        start, end: indices of its lexemes.
        kind: date, time, datetime, daterange, timerange, duration, set.
        grain: day, week, month, quarter, half, season, year, decade, century, time, part.
        days: first and last day; None where open or not known.
        timex: the TIMEX3 value.
        dated: it names its year, or is reckoned from the day of writing.
        clock: minutes of the day, for times.
        until: minutes of the day where a range of times ends.
        core_start, core_end: without the words that only bound it ("since 2010": "2010").
        open: which side has no end: "start" (before), "end" (since, after) or empty.
        value, unit, seconds: of a duration.
        approx, low, high: its hedge, and its bounds where that or the words are vague.
        half_day: "am", "pm", or another sign that the hour is told as it is; empty where that is open.
    """

    start: int
    end: int
    kind: QuantityKind
    grain: str
    days: tuple[date | None, date | None] | None = None
    timex: str | None = None
    dated: bool = False
    clock: int | None = None
    until: int | None = None
    core_start: int = -1
    core_end: int = -1
    approx: Approximator = "exact"
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str | None = None
    seconds: Fraction | None = None
    half_day: str = ""

    def widened(self, start: int, end: int, core: bool = False) -> "Moment":
        """The same from ``start`` to ``end``; unless ``core``, the former stretch stays its core."""
        first = start if core else (self.core_start if self.core_start >= 0 else self.start)
        last = end if core else (self.core_end if self.core_end >= 0 else self.end)
        return replace(self, start=start, end=end, core_start=first, core_end=last)


class Reading:
    """What the grammar of time reads from: the lexemes, and the day of writing.

    Attributes:
        items: the lexemes of the text.
        written: the day it was written, or None.
        remembered: what rules answered lately, by rule and place.
    """

    __slots__ = ("items", "remembered", "written")

    def __init__(self, items: list[Lexeme], written: date | None) -> None:
        self.items = items
        self.written = written
        self.remembered: defaultdict[object, dict[object, Any]] = defaultdict(dict)

    def low(self, i: int) -> str:
        """The lexeme's form at ``i``; empty outside the text."""
        return self.items[i].low if 0 <= i < len(self.items) else ""

    def future(self, i: int) -> bool:
        """Whether the clause around ``i`` speaks of what is to come ("will", "due", "scheduled")."""
        begin = i
        while begin > 0 and i - begin < 12 and not _closes(self.items[begin - 1]):
            begin -= 1
        before = self.items[begin:i]
        if any(item.low in _FUTURE for item in before):
            return not (before and before[-1].low in _SAID)
        if i - begin > 4 or any(item.low in _SAID for item in before):
            return False
        return any(item.low in ("will", "shall", "'ll") for item in self.items[i : i + 8])


_FUTURE = frozenset(
    (
        "will shall would 'll we'll they'll he'll she'll it'll i'll you'll won't upcoming scheduled "
        "slated due expected expects plans planned"
    ).split()
)
_SAID = frozenset("said told reported announced says stated wrote added".split())


def _closes(item: Lexeme) -> bool:
    return item.low in (".", ";", "!", "?") or item.line


_P = ParamSpec("_P")
_T = TypeVar("_T")


def once(rule: Callable[Concatenate[Reading, int, _P], _T]) -> Callable[Concatenate[Reading, int, _P], _T]:
    """A rule of the grammar that is asked of one place only once, however many other rules want to know."""

    @wraps(rule)
    def asked(r: Reading, i: int, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        if kwargs:
            return rule(r, i, *args, **kwargs)
        lately = r.remembered[rule]
        key: object = (i, *args) if args else i
        found: _T
        try:
            found = lately[key]
        except KeyError:
            found = rule(r, i, *args, **kwargs)
            if len(lately) >= _MOST_REMEMBERED:
                lately.clear()
            lately[key] = found
        return found

    return asked


def whole(start: int, end: int, grain: str, days: Days | None, timex: str, dated: bool) -> Moment:
    """A date of one day, or a range of days of one grain."""
    kind: QuantityKind = "date" if grain == "day" else "daterange"
    return Moment(start, end, kind, grain, days, timex, dated)
