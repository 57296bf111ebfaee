"""Ranges of days and of times."""

from dataclasses import replace
from datetime import date

from crossread.quantities.calendar import month_days, shifted
from crossread.quantities.date_pieces import MONTHS, day_number, year_behind
from crossread.quantities.dates import calendar_date
from crossread.quantities.daytime import behind_words
from crossread.quantities.deictic import relative_date
from crossread.quantities.expression import expression_at, from_clock
from crossread.quantities.moment import Moment, Reading
from crossread.quantities.times import ZONES, clock_at, clock_timex, part_of_day

_RANGE_LINKS = frozenset({"to", "through", "thru", "till", "until", "-", "–", "—", "~"})


def range_at(r: Reading, i: int) -> Moment | None:
    """``between late April and June``, ``from 2014 to 2018``, ``June-August``, ``3 to 5 pm``, ``Monday 11-4``."""
    opener = r.low(i) if r.low(i) in ("between", "from") else ""
    j = i + 1 if opener else i
    k = j + (r.low(j) == "the")
    first = _end_point(r, k, bool(opener)) or _end_point(r, j, bool(opener))
    if first is None:
        return _bare_first(r, i, k, opener)
    link = r.low(first.end)
    if not (link in _RANGE_LINKS or (link == "and" and opener == "between")):
        return _open_range(r, i, first, opener)
    if link == "-" and r.items[first.end].spaced != r.items[first.end + 1].spaced:
        return None
    n = first.end + 1
    n += r.low(n) == "the"
    second = _end_point(r, n, True) or (_end_point(r, first.end + 1, True) if n > first.end + 1 else None)
    if second is None or (link == "-" and first.kind == "duration"):
        return _same_month(r, i, first, n)
    return _between(r, i, first, second)


def _end_point(r: Reading, j: int, loose: bool) -> Moment | None:
    if r.items[j].kind == "end":
        return None
    found = expression_at(r, j, loose)
    if (
        found is None
        or found.kind in ("duration", "set")
        or (found.kind == "daterange" and found.grain == "length")
    ):
        return None
    return found


def _bare_first(r: Reading, i: int, k: int, opener: str) -> Moment | None:
    """``between 3 and 12 of Sept``, ``from ninth till seventeenth of April``, ``5-6 pm``."""
    number = day_number(r, k)
    if number is None:
        return _bare_clock(r, i, k, opener)
    link = r.low(number[1])
    if not (link in _RANGE_LINKS or (link == "and" and opener == "between")):
        return None
    n = number[1] + 1 + (r.low(number[1] + 1) == "the")
    second = calendar_date(r, n)
    if (
        second is not None
        and second.grain == "day"
        and second.kind == "date"
        and second.days
        and second.days[0]
    ):
        last = second.days[0]
        if (
            number[0] < last.day
            and r.low(second.end - 1) != "/"
            and any(r.low(x) in MONTHS for x in range(n, second.end))
        ):
            start = last.replace(day=number[0])
            return _days_range(i, k, start, last, second.end, second.dated)
    return _bare_clock(r, i, k, opener)


def _bare_clock(r: Reading, i: int, k: int, opener: str) -> Moment | None:
    first = clock_at(r, k, True)
    if first is None or not (
        r.low(first.end) in _RANGE_LINKS or (r.low(first.end) == "and" and opener == "between")
    ):
        return None
    second = clock_at(r, first.end + 1, True)
    if second is None or not (second.half or second.exact or first.exact):
        return None
    return _clock_range(i, from_clock(k, first), from_clock(first.end + 1, second))


def _clock_range(i: int, first: Moment, second: Moment) -> Moment | None:
    a, b = first.clock or 0, second.clock or 0
    if second.half_day == "pm" and not first.half_day and a < 720 and a + 720 < b:
        a += 720
    elif (first.half_day == "pm" and not second.half_day and b < 720) or (
        b <= a and not second.half_day and b + 720 > a and b < 720
    ):
        b += 720
    length = (b - a) % 1440
    exact_a, exact_b = bool(first.timex and ":" in first.timex), bool(second.timex and ":" in second.timex)
    hours = f"{length // 60}H" if length >= 60 else ""
    minutes = f"{length % 60}M" if length % 60 else ""
    timex = f"({clock_timex(a, None, exact_a)},{clock_timex(b, None, exact_b)},PT{hours}{minutes})"
    days = first.days or second.days
    return Moment(
        i,
        second.end,
        "timerange",
        "time",
        days,
        timex,
        False,
        clock=a,
        until=b,
        core_start=first.start,
        core_end=second.end,
    )


def _open_range(r: Reading, i: int, first: Moment, opener: str) -> Moment | None:
    """``from mid 1989``, ``from March`` with no other end."""
    if (
        opener != "from"
        or first.kind not in ("daterange", "date")
        or first.grain not in ("year", "month", "day", "season", "quarter")
    ):
        return None
    return (
        first.widened(i, first.end)
        if first.grain == "year" and r.low(i + 1) in ("mid", "early", "late")
        else None
    )


def _same_month(r: Reading, i: int, first: Moment, n: int) -> Moment | None:
    """``April 9th through 17th``, ``April 22-25``, ``from April twenty-seventh to the third``."""

    number = day_number(r, n)
    if (
        number is None
        or first.grain != "day"
        or first.kind != "date"
        or not first.days
        or first.days[0] is None
    ):
        return None
    if not any(r.low(x) in MONTHS for x in range(first.start, first.end)):
        return None
    if (
        r.items[number[1]].kind == "word"
        and not number[2]
        and r.low(number[1]) in ("percent", "million", "people")
    ):
        return None
    start = first.days[0]
    end, told = number[1], first.dated
    behind = year_behind(r, end)
    if behind is not None:
        start = start.replace(year=behind[0])
        end, told = behind[1], True
    span = month_days(start.year, start.month)
    if number[0] > start.day and span and number[0] <= span[1].day:
        last: date | None = start.replace(day=number[0])
    else:
        following = shifted(start.replace(day=1), months=1)
        last = shifted(following, days=number[0] - 1) if following else None
    return _days_range(i, first.start, start, last, end, told) if last and last > start else None


def _days_range(i: int, core: int, start: date, last: date, end: int, told: bool) -> Moment:
    year = "" if told else "XXXX"
    a, b = start.isoformat(), last.isoformat()
    if year:
        a, b = year + a[4:], year + b[4:]
    return Moment(
        i,
        end,
        "daterange",
        "range",
        (start, last),
        f"({a},{b},P{(last - start).days}D)",
        told,
        core_start=core,
        core_end=end,
    )


def _between(r: Reading, i: int, first: Moment, second: Moment) -> Moment | None:
    if first.kind == "time" and second.kind == "time":
        found = _clock_range(i, first, second)
        return _range_on_day(r, found) if found else None
    if first.clock is not None and second.clock is not None and first.kind == "datetime":
        found = _clock_range(i, first, second)
        day_timex = (first.timex or "").split("T")[0]
        return (
            replace(found, timex=times_on_day(found.timex or "", day_timex), days=first.days)
            if found and second.kind == "time"
            else None
        )
    if second.kind == "datetime" and first.kind == "time" and second.clock is not None:
        found = _clock_range(i, first, second)
        return (
            replace(
                found,
                timex=times_on_day(found.timex or "", (second.timex or "").split("T")[0]),
                days=second.days,
            )
            if found
            else None
        )
    if not first.days or not second.days or first.days[0] is None or second.days[1] is None:
        return None
    if {first.kind, second.kind} & {"time", "timerange", "set"}:
        return None
    start, end, told = _ordered(first, second)
    if start is None or end is None or start > end:
        return None
    core = first.core_start if first.core_start >= 0 else first.start
    timex = _range_timex(first, second, start, end, told)
    return Moment(
        i, second.end, "daterange", "range", (start, end), timex, told, core_start=core, core_end=second.end
    )


def _ordered(first: Moment, second: Moment) -> tuple[date | None, date | None, bool]:
    """The ends of a range, with the year that only one of them names given to the other."""
    assert first.days is not None and second.days is not None
    start, end = first.days[0], second.days[1]
    told = first.dated and second.dated
    if start is None or end is None:
        return None, None, told
    if second.dated and not first.dated:
        moved = shifted(start, years=end.year - start.year)
        start = moved if moved and moved <= end else shifted(moved, years=-1) if moved else None
        return start, end, True
    if start > end and not second.dated:
        end = shifted(end, years=1)
        if end is not None and start > end:
            end = shifted(end, years=start.year - end.year + (start.month > end.month))
    elif not first.dated and not second.dated and start.year < end.year:
        later = shifted(start, years=1)
        if later is not None and later <= end:
            start = shifted(start, years=end.year - start.year)
    return start, end, told


def _range_timex(first: Moment, second: Moment, start: date, end: date, told: bool) -> str:
    """``(2014-01-01,2018-01-01,P4Y)``: the beginnings of both ends; the years left open where none is written."""
    if first.grain == second.grain == "year":
        begin = date(end.year, 1, 1)
        return f"({start},{begin},P{begin.year - start.year}Y)"
    months = first.grain in ("month", "year", "quarter") and second.grain in ("month", "year", "quarter")
    begin = second.days[0] if second.days and second.days[0] else end
    begin = begin.replace(year=end.year) if begin.month <= end.month else begin
    if months:
        count = (begin.year - start.year) * 12 + begin.month - start.month
        length = f"P{count}M"
    else:
        length = f"P{(begin - start).days}D"
    if told or first.dated:
        return f"({start},{begin},{length})"
    return f"(XXXX{start.isoformat()[4:]},XXXX{begin.isoformat()[4:]},{length})"


def times_on_day(timex: str, day_timex: str) -> str:
    """A range of times set on a day."""
    a, b, length = timex.strip("()").split(",")
    return f"({day_timex}{a},{day_timex}{b},{length})"


def _range_on_day(r: Reading, m: Moment) -> Moment:
    """``5 to 6 in the afternoon``, ``3:00 to 4:00 tomorrow``: the day or part of day behind a range of times."""
    j = m.end
    if r.low(j) in ZONES:
        j += 1
    part = part_of_day(r, j)
    if part is not None and part.timex:
        code, head = part.timex.split("T")[-1], part.timex.split("T")[0]
        a, b = m.clock or 0, m.until or 0
        if code in ("AF", "EV", "NI") and a < 720:
            a, b = a + 720, b + 720 if b < 720 else b
        moved = _clock_range(
            m.start,
            Moment(m.core_start, m.core_start, "time", "time", None, clock_timex(a), clock=a, half_day="x"),
            Moment(0, part.end, "time", "time", None, clock_timex(b), clock=b, half_day="x"),
        )
        if moved is not None:
            timex = times_on_day(moved.timex or "", head) if head else moved.timex
            return replace(moved, timex=timex, days=part.days, core_start=m.core_start, core_end=part.end)
    j = behind_words(r, j, (",", "on"))
    day_found = relative_date(r, j) or calendar_date(r, j)
    if day_found is not None and day_found.grain == "day" and day_found.kind == "date" and day_found.timex:
        return replace(
            m,
            end=day_found.end,
            days=day_found.days,
            timex=times_on_day(m.timex or "", day_found.timex),
            core_end=day_found.end,
            dated=True,
        )
    return m
