"""Every quantity of a text, in its order: the lexemes are walked once, each place is tried with each grammar."""

from datetime import date
from functools import cache

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.quantities.calendar import SEASONS
from crossread.quantities.counted import counted
from crossread.quantities.date_pieces import MONTHS, WEEKDAYS
from crossread.quantities.lexeme import Lexeme, lexemes
from crossread.quantities.measure import Measure, joined, measure
from crossread.quantities.moment import Moment, Reading
from crossread.quantities.numeral import starters
from crossread.quantities.quantity import Quantity
from crossread.quantities.tables import holidays
from crossread.quantities.temporal import moment
from crossread.quantities.traps import is_part_of_name, list_numbers
from crossread.text.span import Span

_COUNTS = frozenset({"number", "numrange", "multiple", "fraction", "percent"})
_TIME_WORDS = frozenset(
    (
        "today yesterday tomorrow tonight tmr tmrw now right at currently nowadays just as year years "
        "months weeks days hours decades centuries till until since after before by later earlier "
        "late early mid middle end start beginning close opening no greater more newer prior older "
        "not up through effective starting from between week weekend every each all once daily weekly "
        "biweekly fortnightly monthly bimonthly quarterly yearly annual annually semiannual "
        "semiannually biannual biannually everyday nightly hourly biennial weekends weekdays mornings "
        "afternoons evenings nights noon midday midnight noonish noontime half quarter a an recently "
        "lately another this last past previous preceding next coming upcoming following forthcoming "
        "current same present that these those the first in during morning afternoon evening night "
        "overnight lunchtime dinnertime q h ' ’ ‘ eod twenties thirties forties fifties sixties "
        "seventies eighties nineties final whole many some recent fiscal > < >= twice mar4 dawn "
        "daytime nighttime and"
    ).split()
)


def find(
    text: str,
    written: date | None = None,
    cancelled: IsCancelled = never_cancelled,
    most: int | None = None,
) -> tuple[Quantity, ...]:
    """The numbers, dates, durations, shares, sums of money ... that a text states, in its order.

    Args:
        text: any text.
        written: the day it was written, by which "last week" and "in February" are resolved; without it such
            expressions keep their TIMEX3 value but have no dates.
        cancelled: asked between some hundred words.
        most: how many are read before the rest of the text is left unread; all by default.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    items = lexemes(text, cancelled)
    check(cancelled)
    dead = _addresses(items) | list_numbers(items)
    return tuple(_walk(items, Reading(items, written), dead, cancelled, most))


def _walk(
    items: list[Lexeme], r: Reading, dead: set[int], cancelled: IsCancelled, most: int | None
) -> list[Quantity]:
    found: list[Measure | Moment] = []
    floor = i = asked = 0
    numbers, times = starters(), _time_starters()
    while items[i].kind != "end" and (most is None or len(found) < most):
        item = items[i]
        if i >= asked:
            check(cancelled)
            asked = i + 250
        if i in dead:
            i += 1
            continue
        figure = item.kind in ("number", "dotted")
        when = moment(r, i, floor) if figure or item.low in times else None
        size = _bare_degrees(items, i)
        if size is None and (
            figure or item.low in numbers or (item.kind == "word" and item.low.endswith("fold"))
        ):
            size = measure(items, i, floor)
        if (
            isinstance(when, Moment)
            and when.kind == "duration"
            and when.start == floor
            and item.low in ("a", "an")
            and found
        ):
            when = None  # "$10 a month": a rate, no month
        one: Measure | Moment | None = when
        if size is not None and (when is None or not _prefers_time(when, size)):
            one = size
        if one is None or (isinstance(one, Moment) and is_part_of_name(items, one.start, one.end, one.kind)):
            i += 1
            continue
        both = (
            joined(items, found[-1], one)
            if found and isinstance(one, Measure) and isinstance(found[-1], Measure)
            else None
        )
        if both is not None:
            found[-1] = one = both
        else:
            found.append(one)
        floor = i = max(one.end, i + 1)
    return [
        _from_measure(items, one) if isinstance(one, Measure) else _from_moment(items, one) for one in found
    ]


def _bare_degrees(items: list[Lexeme], i: int) -> Measure | None:
    """A scale of temperature without a figure, as in "convert 51 fahrenheit to degrees celsius"."""
    j = i + (items[i].low in ("degree", "degrees"))
    if items[j].low not in ("celsius", "fahrenheit", "farenheit", "centigrade", "celcius"):
        return None
    if (j == i and items[i].text[0].isupper()) or (i and items[i - 1].low == "-"):
        return None
    name = "celsius" if items[j].low.startswith("c") else "fahrenheit"
    return Measure(i, i, j + 1, j + 1, "temperature", None, None, None, name, None, "exact", None)


def _prefers_time(when: Moment, size: Measure) -> bool:
    """Which of two readings of one place holds: the longer one; a date where both end alike."""
    if size.kind == "age" or (size.kind in ("dimension", "money", "percent") and size.core_end >= when.end):
        return False
    if when.kind == "duration":
        return when.end >= size.core_end
    return when.end >= size.core_end


@cache
def _time_starters() -> frozenset[str]:
    """Words at which an expression of time may begin."""
    return (
        frozenset(MONTHS)
        | frozenset(WEEKDAYS)
        | frozenset(name + "s" for name in WEEKDAYS)
        | frozenset(SEASONS)
        | frozenset(holidays().first_words())
        | _TIME_WORDS
        | starters()
    )


def _addresses(items: list[Lexeme]) -> set[int]:
    """Indices of lexemes inside addresses of the web and of mail, whose figures say nothing."""
    dead: set[int] = set()
    begin = 0
    for i, item in enumerate(items):
        if item.spaced or i == 0:
            begin = i
        web = item.low == "www" or (
            item.low == "/" and i >= 2 and items[i - 1].low == "/" and items[i - 2].low == ":"
        )
        if (web or (item.low == "@" and not item.spaced)) and i not in dead:
            j = begin
            while items[j].kind != "end" and (j == begin or not items[j].spaced):
                dead.add(j)
                j += 1
    return dead


def _span(items: list[Lexeme], start: int, end: int) -> Span:
    return Span(items[start].start, items[end - 1].end)


def _from_measure(items: list[Lexeme], one: Measure) -> Quantity:
    what = counted(items, one.end, one.value == 1) if one.kind in _COUNTS or one.hung else None
    return Quantity(
        span=_span(items, one.start, one.end),
        core=_span(items, one.core_start, one.core_end),
        kind=one.kind,
        value=one.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        approx=one.approx,
        counted=what,
        seconds=one.seconds,
        timex=_timex(one),
        relative=one.relative,
        step=one.step,
        per=one.per,
    )


def _timex(one: Measure) -> str | None:
    """The TIMEX3 value of a range of lengths of time ("five to seven years")."""
    if one.kind != "duration" or one.unit is None:
        return None
    letter = {
        "second": "TS",
        "minute": "TM",
        "hour": "TH",
        "day": "D",
        "week": "W",
        "month": "M",
        "year": "Y",
    }.get(one.unit)
    if letter is None:
        return None
    count = "X" if one.value is None else str(one.value)
    return f"PT{count}{letter[1]}" if len(letter) == 2 else f"P{count}{letter}"


def _from_moment(items: list[Lexeme], one: Moment) -> Quantity:
    first = one.core_start if one.core_start >= 0 else one.start
    last = one.core_end if one.core_end >= 0 else one.end
    what = counted(items, one.end) if one.kind == "duration" and items[one.end - 2].low == "-" else None
    start, end = one.days or (None, None)
    return Quantity(
        span=_span(items, one.start, one.end),
        core=_span(items, first, max(last, first + 1)),
        kind=one.kind,
        value=one.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        approx=one.approx,
        counted=what,
        seconds=one.seconds,
        timex=one.timex,
        start_date=start,
        end_date=end,
    )
