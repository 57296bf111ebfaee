"""The grammar of time: single expressions, then what joins them into ranges and bounds them."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from crossread.quantities.calendar import (
    Days,
    month_days,
    named_day,
    nth_weekday,
    shifted,
    week_of,
    weekend_of,
)
from crossread.quantities.dates import MONTHS, WEEKDAYS, calendar_date
from crossread.quantities.deictic import relative_date, unit_from
from crossread.quantities.hedge import hedge_after, hedge_before
from crossread.quantities.moment import Moment, Reading, whole
from crossread.quantities.numeral import ordinal
from crossread.quantities.quantity import Approximator
from crossread.quantities.sets import repeated
from crossread.quantities.spell import Length, length_at
from crossread.quantities.times import PARTS, ZONES, Clock, clock_at, clock_timex, part_of_day

_RANGE_LINKS = frozenset({"to", "through", "thru", "till", "until", "-", "–", "—", "~"})


def moment(r: Reading, i: int, floor: int) -> Moment | None:
    """The longest expression of time that begins at ``i``, or has its first word there behind a bound."""
    bound = _bounded(r, i)
    if bound is not None:
        return bound
    ranged = _range(r, i)
    if ranged is not None:
        return _later_bound(r, ranged)
    single = _single(r, i)
    if single is None:
        return None
    return _later_bound(r, _approximate(r, single, floor))


# ---------------------------------------------------------------- one expression


def _single(r: Reading, i: int, loose: bool = False) -> Moment | None:
    """A date with its time, a time with its date, a repetition or a length of time."""
    best: Moment | None = None
    for rule in (_within, calendar_date, relative_date, repeated, _week_of, _duration, part_of_day, _the_day):
        found = rule(r, i)
        if found is not None and (
            best is None or found.end > best.end or (found.end == best.end and best.kind == "duration")
        ):
            best = found
    clock = clock_at(
        r, i, loose or r.low(i - 1) in ("at", "until", "till") or (best is not None and best.grain == "day")
    )
    if clock is not None and (
        best is None or clock.end > best.end or (clock.end == best.end and best.kind == "duration")
    ):
        best = _from_clock(r, i, clock)
    if best is None:
        return None
    return _with_time(r, best)


def _from_clock(r: Reading, i: int, clock: Clock) -> Moment:
    return Moment(
        i, clock.end, "time", "time", None, clock.timex(), False, clock=clock.minutes, half_day=clock.half
    )


def _duration(r: Reading, i: int) -> Moment | None:
    if r.low(i) in ("all", "whole") and r.low(i + 1) in ("day", "week", "month", "year", "night"):
        unit = "day" if r.low(i + 1) == "night" else r.low(i + 1)
        one = Length(i, i + 2, Fraction(1), unit, ((Fraction(1), unit),))
        return _length_moment(i, one)
    length = length_at(r, i)
    if length is not None:
        return _length_moment(i, length)
    plural = r.low(i)
    unit = {"years": "year", "months": "month", "weeks": "week", "days": "day", "hours": "hour", "decades": "decade",
            "centuries": "century"}.get(plural)  # fmt: skip
    if (
        unit is not None
        and r.low(i + 1) in ("of", "ago", "later", "earlier")
        and r.low(i - 1) not in ("these", "those", "the", "recent", "of")
    ):
        vague = Length(i, i + 1, None, unit, (), Fraction(2), None)
        return _length_moment(i, vague)
    return None


def _length_moment(i: int, length: Length) -> Moment:
    seconds = length.seconds
    value = length.value
    unit = length.unit
    return Moment(i, length.end, "duration", "length", None, length.timex, True, value=value, low=length.low, high=length.high,
                  unit=unit, seconds=seconds, approx="vague" if value is None else "exact")  # fmt: skip


def _the_day(r: Reading, i: int) -> Moment | None:
    """``the 18th``, ``the end of the day``, ``eod``: a day of the present month, a moment of the present day."""
    if (
        r.low(i) == "the"
        and r.items[i + 1].kind == "number"
        and r.low(i - 1) in ("on", "by", "until", "before", "after", "you", "from", "till", "happen")
    ):
        rank = ordinal(r.items, i + 1)
        value = r.items[i + 1].value
        if rank is None and value is not None and value.denominator == 1 and r.low(i + 2) in ("between",):
            rank = int(value), i + 2
        if (
            rank is not None
            and 1 <= rank[0] <= 31
            and (
                r.items[rank[1]].kind in ("mark", "end")
                or r.low(rank[1]) in ("between", "at", "in", "to", "of")
            )
            and r.written
        ):
            if r.low(rank[1]) in ("of",):
                return None
            for back in range(12):
                found = shifted(r.written.replace(day=1), months=-back)
                span = month_days(found.year, found.month) if found else None
                if found and span and rank[0] <= span[1].day and found.replace(day=rank[0]) <= r.written:
                    day_found = found.replace(day=rank[0])
                    return whole(i, rank[1], "day", (day_found, day_found), day_found.isoformat(), False)
    k = i + (r.low(i) == "the")
    if r.low(k) in ("eod",) and r.written:
        return Moment(i, k + 1, "datetime", "time", (r.written, r.written), f"{r.written}T23:59:59", True)
    if r.low(k) == "end" and r.low(k + 1) == "of":
        j = k + 2
        inner = calendar_date(r, j + (r.low(j) == "the")) or relative_date(r, j)
        if r.low(j) == "the" and r.low(j + 1) == "day" and r.written:
            return Moment(i, j + 2, "datetime", "time", (r.written, r.written), f"{r.written}T23:59:59", True)
        if inner is not None and inner.grain == "day" and inner.kind == "date" and inner.timex:
            return replace(inner, start=i, kind="datetime", timex=f"{inner.timex}T23:59:59")
    return None


def _within(r: Reading, i: int) -> Moment | None:
    """``the first week of 2021``, ``the last four months of 2021``, ``the 15th day of June``, ``weekend of Thanksgiving``."""
    k = i + (r.low(i) == "the")
    last = r.low(k) in ("last", "final")
    rank = ordinal(r.items, k)
    if r.low(k) in ("weekend", "week") and r.low(k + 1) in (
        "of",
        "beginning",
        "commencing",
        "starting",
        "ending",
    ):
        return _around(r, i, k)
    if rank is None and not last:
        named = calendar_date(r, k)
        if (
            named is not None
            and named.grain == "day"
            and r.low(named.end) == "weekend"
            and named.days
            and named.days[0]
            and r.low(k) not in WEEKDAYS
        ):
            return _weekend(r, i, named.end + 1, named)
        return None
    j = k + 1 if last else (rank[1] if rank else k)
    number = -1 if last else (rank[0] if rank else 0)
    count = length_at(r, j)
    unit = r.low(j)
    if count is not None and count.plural and count.value is not None and r.low(count.end) == "of":
        stretch = _stretch(r, count.end + 1)
        return (
            _first_of(r, i, stretch, count, last) if stretch is not None and (last or number == 1) else None
        )
    if unit in ("week", "month", "day", "quarter") and r.low(j + 1) == "of":
        stretch = _stretch(r, j + 2)
        return _nth_of(r, i, stretch, unit, number) if stretch is not None else None
    if unit in WEEKDAYS and r.low(j + 1) in ("of", "in"):
        stretch = _stretch(r, j + 2)
        if stretch is not None and stretch.days and stretch.days[0]:
            found = nth_weekday(stretch.days[0].year, stretch.days[0].month, WEEKDAYS[unit], number)
            return (
                whole(i, stretch.end, "day", (found, found), found.isoformat(), stretch.dated)
                if found
                else None
            )
    return None


def _stretch(r: Reading, j: int) -> Moment | None:
    if r.low(j) == "the" and r.low(j + 1) in ("month", "year"):
        found = unit_from(r, r.low(j + 1), 0)
        return whole(j, j + 2, found[2], found[0], found[1], True) if found else None
    found_moment = calendar_date(r, j + (r.low(j) == "the")) or relative_date(r, j)
    if found_moment is None or found_moment.grain not in (
        "month",
        "year",
        "quarter",
        "season",
        "decade",
        "century",
    ):
        return None
    return found_moment


def _nth_of(r: Reading, i: int, stretch: Moment, unit: str, number: int) -> Moment | None:
    days = stretch.days
    if not days or days[0] is None or days[1] is None or number == 0:
        return None
    start, end = days[0], days[1]
    if unit == "day":
        found = shifted(start if number > 0 else end, days=number - 1 if number > 0 else number + 1)
        return (
            whole(i, stretch.end, "day", (found, found), found.isoformat(), stretch.dated) if found else None
        )
    if unit == "month":
        first = shifted(start, months=number - 1) if number > 0 else shifted(end, days=-27)
        span = month_days(first.year, first.month) if first else None
        return (
            whole(i, stretch.end, "month", span, f"{span[0].year:04d}-{span[0].month:02d}", stretch.dated)
            if span
            else None
        )
    if unit == "week":
        week = _week(start, end, number)
        if week is None:
            return None
        text = (
            f"{start.year:04d}-{start.month:02d}-W{number:02d}"
            if stretch.grain == "month"
            else f"{start.year:04d}-W{number if number > 0 else 52:02d}"
        )
        return whole(i, stretch.end, "week", week, text, stretch.dated)
    return None


def _week(start: date, end: date, number: int) -> Days | None:
    """The nth week: the first is the one with the first Thursday."""
    anchor = (
        shifted(start, days=(3 - start.weekday()) % 7)
        if number > 0
        else shifted(end, days=-((end.weekday() - 3) % 7))
    )
    found = shifted(anchor, days=7 * (number - 1) if number > 0 else 7 * (number + 1)) if anchor else None
    return week_of(found) if found else None


def _first_of(r: Reading, i: int, stretch: Moment, count: Length, last: bool) -> Moment | None:
    days = stretch.days
    if not days or days[0] is None or days[1] is None:
        return None
    start, end = days[0], shifted(days[1], days=1)
    if count.unit == "week":
        week = _week(days[0], days[1], -1 if last else 1)
        if week is None:
            return None
        start, end = week[0], shifted(week[1], days=1)
    if end is None:
        return None
    edge = count.from_day(end if last else start, -1 if last else 1)
    if edge is None:
        return None
    start, end = (edge, end) if last else (start, edge)
    return Moment(
        i,
        stretch.end,
        "daterange",
        "length",
        (start, shifted(end, days=-1)),
        f"({start},{end},{count.timex})",
        True,
    )


def _around(r: Reading, i: int, k: int) -> Moment | None:
    """``the week of May 5``, ``the weekend of Halloween``, ``the week beginning February 4``."""
    named = calendar_date(r, k + 2 + (r.low(k + 2) == "the"))
    if named is None or named.grain != "day" or not named.days or named.days[0] is None:
        return None
    if r.low(k) == "weekend":
        return _weekend(r, i, named.end, named)
    start = named.days[0]
    days = week_of(start) if r.low(k + 1) == "of" else (start, start + timedelta(days=6))
    return whole(i, named.end, "week", days, named.timex or "", named.dated)


def _weekend(r: Reading, i: int, j: int, named: Moment) -> Moment | None:
    if not named.days or named.days[0] is None:
        return None
    start, end = weekend_of(named.days[0])
    if named.days[0].weekday() <= 1:
        start, end = weekend_of(named.days[0] - timedelta(days=7))
        end = named.days[0]
    elif named.days[0].weekday() < 5:
        start = named.days[0]
    return Moment(
        i,
        j,
        "daterange",
        "weekend",
        (start, end),
        f"{start.isocalendar()[0]:04d}-W{start.isocalendar()[1]:02d}-WE",
        named.dated,
    )


def _week_of(r: Reading, i: int) -> Moment | None:
    """``week 27 of last year``, ``week 10``."""
    k = i + (r.low(i) == "the")
    if r.low(k) != "week" or r.items[k + 1].kind != "number":
        return None
    value = r.items[k + 1].value
    if value is None or not 1 <= value <= 53 or value.denominator != 1 or r.written is None:
        return None
    year, end = r.written.year, k + 2
    if r.low(end) == "of":
        stretch = _stretch(r, end + 1)
        if stretch is not None and stretch.grain == "year" and stretch.days and stretch.days[0]:
            year, end = stretch.days[0].year, stretch.end
    try:
        start = date.fromisocalendar(year, int(value), 1)
    except ValueError:
        return None
    return whole(i, end, "week", (start, start + timedelta(days=6)), f"{year:04d}-W{int(value):02d}", True)


# ---------------------------------------------------------------- date and time together


def _with_time(r: Reading, first: Moment) -> Moment:
    """Join a day with a time, or a time with a day, that stands next to it."""
    joined = first
    for _ in range(3):
        more = _joined_once(r, joined)
        if more is None:
            break
        joined = more
    return joined


def _skip(r: Reading, j: int, words: tuple[str, ...]) -> int:
    while r.low(j) in words:
        j += 1
    return j


def _joined_once(r: Reading, m: Moment) -> Moment | None:
    if m.grain == "day" and m.kind in ("date",) and m.timex and not m.timex.startswith("("):
        j = _skip(
            r, m.end, (",", "at", "around", "about", "@", "-") if r.low(m.end + 1) != "the" else ("in",)
        )
        clock = (
            clock_at(r, j, True)
            if not (r.low(m.end) == "-" and r.items[m.end].spaced)
            else None
        )
        if (
            clock is not None
            and (clock.exact or clock.half or r.low(j - 1) in ("at", "around"))
            and not _ranges_on(r, clock)
        ):
            return _date_time(m, clock, clock.end)
        part = part_of_day(r, m.end) if r.low(m.end) not in ("this", "last", "tomorrow") else None
        if part is None and r.low(m.end) in PARTS:
            part = Moment(m.end, m.end + 1, "timerange", "part", None, "T" + PARTS[r.low(m.end)])
        if part is not None and not part.days:
            return replace(m, end=part.end, kind="timerange", grain="part", timex=f"{m.timex}{part.timex}")
    if m.kind == "timerange" and m.days and m.timex and "T" in m.timex:
        j = _skip(r, m.end, (",", "at", "around", "about"))
        clock = clock_at(r, j, True)
        if clock is not None and (clock.exact or clock.half or j > m.end) and not _ranges_on(r, clock):
            base = replace(m, timex=m.timex.split("T")[0], grain="day")
            return _date_time(base, _in_part(clock, m.timex.split("T")[1]), clock.end)
    if m.kind == "time" and m.clock is not None and not m.days:
        return _time_first(r, m)
    if m.kind == "set":
        return _set_time(r, m)
    return None


def _ranges_on(r: Reading, clock: Clock) -> bool:
    """Whether a second time follows, so that the first begins a range."""
    j = clock.end
    return r.low(j) in ("-", "–", "to", "till", "until", "and") and clock_at(r, j + 1, True) is not None


def _in_part(clock: Clock, part: str) -> Clock:
    if not clock.half and part in ("NI", "EV", "AF") and 60 <= clock.minutes < 720:
        return replace(clock, minutes=clock.minutes + 720, half="pm")
    return clock


def _date_time(day_moment: Moment, clock: Clock, end: int) -> Moment:
    return replace(
        day_moment,
        end=end,
        kind="datetime",
        grain="time",
        timex=f"{day_moment.timex}{clock.timex()}",
        clock=clock.minutes,
    )


def _time_first(r: Reading, m: Moment) -> Moment | None:
    j = m.end
    if r.low(j) in ZONES:
        j += 1
    clock = Clock(m.end, m.clock or 0, None, m.half_day, bool(m.timex and ":" in m.timex))
    part = part_of_day(r, j)
    if part is None and r.low(j) in ("early", "late") and r.low(j + 1) in PARTS:
        part = Moment(j, j + 2, "timerange", "part", None, "T" + PARTS[r.low(j + 1)])
    if part is not None and part.timex:
        changed = _in_part(clock, part.timex.split("T")[-1])
        head = part.timex.split("T")[0]
        kind = "datetime" if head else "time"
        return replace(
            m,
            end=part.end,
            kind=kind,
            days=part.days if head else None,
            timex=head + changed.timex(),
            clock=changed.minutes,
            half_day="pm",
        )  # type: ignore[arg-type]
    j = _skip(r, j, (",", "on", "the"))
    day_found = relative_date(r, j) or calendar_date(r, j)
    if day_found is None and r.low(j) in ("each", "every"):
        again = repeated(r, j)
        return replace(m, end=again.end, kind="set", grain="set") if again is not None else None
    if day_found is None or day_found.grain != "day" or day_found.kind != "date":
        again = repeated(r, j)
        return (
            replace(m, end=again.end, kind="set", grain="set")
            if again is not None and r.low(j) in ("everyday", "daily")
            else None
        )
    whole_day = _with_time(r, day_found) if r.low(day_found.end) in PARTS else day_found
    changed = (
        _in_part(clock, whole_day.timex.split("T")[1])
        if whole_day.timex and "T" in whole_day.timex
        else clock
    )
    return replace(
        day_found,
        start=m.start,
        end=whole_day.end,
        kind="datetime",
        grain="time",
        timex=f"{day_found.timex}{changed.timex()}",
        clock=changed.minutes,
    )


def _set_time(r: Reading, m: Moment) -> Moment | None:
    j = m.end + (r.low(m.end) == "at")
    clock = clock_at(r, j, j > m.end) if m.timex and "T" not in m.timex else None
    if clock is None or not m.timex:
        return None
    timex = clock.timex() if m.timex == "P1D" else m.timex + clock.timex()
    return replace(m, end=clock.end, timex=timex)


# ---------------------------------------------------------------- ranges


def _range(r: Reading, i: int) -> Moment | None:
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
        return _same_month(r, i, first, n, opener)
    return _between(r, i, first, second, opener)


def _end_point(r: Reading, j: int, loose: bool) -> Moment | None:
    if r.items[j].kind == "end":
        return None
    found = _single(r, j, loose)
    if (
        found is None
        or found.kind in ("duration", "set")
        or (found.kind == "daterange" and found.grain == "length")
    ):
        return None
    return found


def _bare_first(r: Reading, i: int, k: int, opener: str) -> Moment | None:
    """``between 3 and 12 of Sept``, ``from ninth till seventeenth of April``, ``5-6 pm``: the first end is a bare figure."""
    from crossread.quantities.dates import _day_number  # noqa: PLC0415 - the rule for days of the month is one

    number = _day_number(r, k)
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
            and r.low(second.end - 1) not in ("/",)
            and any(r.low(x) in MONTHS for x in range(n, second.end))
        ):
            start = last.replace(day=number[0])
            return _days_range(r, i, k, start, last, second.end, second.dated)
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
    return _clock_range(r, i, _from_clock(r, k, first), _from_clock(r, first.end + 1, second))


def _clock_range(r: Reading, i: int, first: Moment, second: Moment) -> Moment | None:
    a, b = first.clock or 0, second.clock or 0
    if second.half_day == "pm" and not first.half_day and a < 720 and a + 720 < b:
        a += 720
    elif first.half_day == "pm" and not second.half_day and b < 720:
        b += 720
    elif b <= a and not second.half_day and b + 720 > a and b < 720:
        b += 720
    length = (b - a) % 1440
    exact_a, exact_b = bool(first.timex and ":" in first.timex), bool(second.timex and ":" in second.timex)
    hours = f"{length // 60}H" if length >= 60 else ""
    minutes = f"{length % 60}M" if length % 60 else ""
    timex = f"({clock_timex(a, None, exact_a)},{clock_timex(b, None, exact_b)},PT{hours}{minutes})"
    days = first.days or second.days
    found = Moment(
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
    return found


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
        if first.grain in ("year",) and r.low(i + 1) in ("mid", "early", "late")
        else None
    )


def _same_month(r: Reading, i: int, first: Moment, n: int, opener: str) -> Moment | None:
    """``April 9th through 17th``, ``April 22-25``, ``from April twenty-seventh to the third``."""
    from crossread.quantities.dates import _day_number, _year_behind  # noqa: PLC0415

    number = _day_number(r, n)
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
    behind = _year_behind(r, end)
    if behind is not None:
        start = start.replace(year=behind[0])
        end, told = behind[1], True
    span = month_days(start.year, start.month)
    if number[0] > start.day and span and number[0] <= span[1].day:
        last: date | None = start.replace(day=number[0])
    else:
        following = shifted(start.replace(day=1), months=1)
        last = shifted(following, days=number[0] - 1) if following else None
    return _days_range(r, i, first.start, start, last, end, told) if last and last > start else None


def _days_range(r: Reading, i: int, core: int, start: date, last: date, end: int, told: bool) -> Moment:
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


def _between(r: Reading, i: int, first: Moment, second: Moment, opener: str) -> Moment | None:
    if first.kind == "time" and second.kind == "time":
        found = _clock_range(r, i, first, second)
        return _range_on_day(r, found) if found else None
    if first.clock is not None and second.clock is not None and first.kind == "datetime":
        found = _clock_range(r, i, first, second)
        day_timex = (first.timex or "").split("T")[0]
        return (
            replace(found, timex=_dated_times(found.timex or "", day_timex), days=first.days)
            if found and second.kind == "time"
            else None
        )
    if second.kind == "datetime" and first.kind == "time" and second.clock is not None:
        found = _clock_range(r, i, first, second)
        return (
            replace(
                found,
                timex=_dated_times(found.timex or "", (second.timex or "").split("T")[0]),
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
        while end is not None and start > end:
            end = shifted(end, years=start.year - end.year + (start.month > end.month))
            break
    elif not first.dated and not second.dated and start.year < end.year and shifted(start, years=1) <= end:  # type: ignore[operator]
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


def _dated_times(timex: str, day_timex: str) -> str:
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
        moved = _clock_range(r, m.start, Moment(m.core_start, m.core_start, "time", "time", None, clock_timex(a), clock=a, half_day="x"),
                             Moment(0, part.end, "time", "time", None, clock_timex(b), clock=b, half_day="x"))  # fmt: skip
        if moved is not None:
            timex = _dated_times(moved.timex or "", head) if head else moved.timex
            return replace(moved, timex=timex, days=part.days, core_start=m.core_start, core_end=part.end)
    j = _skip(r, j, (",", "on"))
    day_found = relative_date(r, j) or calendar_date(r, j)
    if day_found is not None and day_found.grain == "day" and day_found.kind == "date" and day_found.timex:
        return replace(
            m,
            end=day_found.end,
            days=day_found.days,
            timex=_dated_times(m.timex or "", day_found.timex),
            core_end=day_found.end,
            dated=True,
        )
    return m


# ---------------------------------------------------------------- bounds


_SINCE = (("since",), ("as", "early", "as"), ("starting", "on"), ("starting", "in"), ("starting", "from"), ("starting",), ("beginning", "on"),
          ("beginning", "in"), ("beginning",), ("from",), ("no", "earlier", "than"), (">", "="), (">=",), ("effective",))  # fmt: skip
_AFTER = (
    ("after",),
    ("later", "than"),
    ("greater", "than"),
    ("more", "recent", "than"),
    ("newer", "than"),
    (">",),
)
_BEFORE = (
    ("before",),
    ("earlier", "than"),
    ("prior", "to"),
    ("no", "later", "than"),
    ("by",),
    ("older", "than"),
    ("<",),
    ("not", "later", "than"),
)
_UNTIL = (("until",), ("till",), ("through",), ("as", "late", "as"), ("up", "to"), ("up", "until"))
_BOUNDS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrases, _name in ((_SINCE, "since"), (_AFTER, "after"), (_BEFORE, "before"), (_UNTIL, "until")):
    for _phrase in _phrases:
        _BOUNDS.setdefault(_phrase[0], []).append((_phrase, _name))


def _bounded(r: Reading, i: int) -> Moment | None:
    """``since 2010``, ``after the year 2020``, ``before June``, ``until Friday``: one end is open."""
    for phrase, name in sorted(_BOUNDS.get(r.low(i), ()), key=lambda entry: -len(entry[0])):
        if any(r.low(i + k) != word for k, word in enumerate(phrase)):
            continue
        j = i + len(phrase)
        j = _skip(r, j, ("around", "about"))
        j += r.low(j) == "the" and r.low(j + 1) in ("year", "month") and r.items[j + 2].kind == "number"
        j += r.low(j) == "year" and r.items[j + 1].kind == "number"
        inner = _range(r, i) if phrase == ("from",) else None
        if inner is not None:
            return inner
        if phrase == ("from",):
            return None
        inner = _single(
            r, j, name in ("until", "before") and phrase not in (("by",), ("up", "to"))
        ) or _single(r, j + (r.low(j) == "the"))
        if (
            inner is None
            or inner.kind in ("duration", "set")
            or (inner.kind == "daterange" and inner.grain in ("length", "now"))
        ):
            return None
        if name in ("before", "after", "until") and inner.grain in ("now",):
            return None
        return _opened(r, i, inner, name)
    return None


def _opened(r: Reading, i: int, inner: Moment, name: str) -> Moment:
    moved = inner.widened(i, inner.end)
    if inner.kind in ("time", "timerange") and not inner.days:
        return replace(moved, kind="timerange")
    if not inner.days:
        return replace(moved, kind="daterange")
    start, end = inner.days
    if inner.kind == "datetime":
        return replace(moved, kind="timerange")
    if name == "since":
        days: tuple[date | None, date | None] = (start, None)
    elif name == "after":
        days = (shifted(end, days=1) if end else None, None)
    elif name == "before":
        days = (None, shifted(start, days=-1) if start else None)
    else:
        days = (None, end)
    return replace(moved, kind="daterange", days=days, approx="at_least" if name in ("since",) else "exact")


def _later_bound(r: Reading, m: Moment) -> Moment:
    """``2012 or later``, ``1/1/2016 and later``."""
    j = m.end
    if (
        r.low(j) in ("or", "and")
        and r.low(j + 1) in ("later", "after", "earlier", "before")
        and m.kind in ("date", "daterange", "time")
    ):
        if r.low(j + 2) == "than":
            return m
        if r.low(j) == "and" and (r.low(j + 1) in ("after", "before") or r.items[j + 2].kind == "word"):
            return m
        start, end = m.days or (None, None)
        days = (start, None) if r.low(j + 1) in ("later", "after") else (None, end)
        return replace(
            m.widened(m.start, j + 2),
            kind="daterange" if m.kind != "time" else "timerange",
            days=days if m.days else None,
        )
    return m


_LENGTH_APPROX: dict[str, Approximator] = {"only": "at_most", "equal": "exact"}


_WITH_ARTICLE = frozenset({"decade", "century", "quarter", "half", "season", "weekend"})


def _approximate(r: Reading, m: Moment, floor: int) -> Moment:
    """Hedges around a length of time or a time: "about six weeks", "six weeks or so", "around 7"."""
    if m.kind == "date" and r.low(m.end - 1) in ("ago", "earlier", "later"):
        _, begin = hedge_before(r.items, m.start, floor, "number")
        return replace(m.widened(begin, m.end), core_start=m.start, core_end=m.end) if begin < m.start else m
    if m.grain in _WITH_ARTICLE and m.start > floor and r.low(m.start - 1) == "the" and m.core_start < 0:
        return m.widened(m.start - 1, m.end)
    if m.kind == "duration":
        meaning, begin = hedge_before(r.items, m.start, floor, "duration")
        end = m.end
        behind = hedge_after(r.items, end)
        if behind is not None and meaning in ("exact", "only"):
            meaning, end = behind
        if meaning == "or_equal" or (meaning == "exact" and begin == m.start):
            return m
        low, high = m.low, m.high
        if m.value is not None:
            low = m.value if meaning in ("more_than", "at_least", "only") else None
            high = m.value if meaning in ("less_than", "at_most", "only") else None
        approx = m.approx if m.approx == "vague" else _LENGTH_APPROX.get(meaning, meaning)
        return replace(m.widened(begin, end), approx=approx, low=low, high=high)  # type: ignore[arg-type]
    if (
        m.kind in ("time", "date", "datetime", "daterange")
        and m.start > floor
        and r.low(m.start - 1) in ("around", "about", "circa")
    ):
        if m.grain == "length":
            return m
        return replace(m.widened(m.start - 1, m.end), approx="about")
    return m


_ = named_day
