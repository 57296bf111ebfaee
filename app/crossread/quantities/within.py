"""A week, month or day inside a longer stretch."""

from datetime import date, timedelta

from crossread.quantities.calendar import Days, month_days, nth_weekday, shifted, week_of, weekend_of
from crossread.quantities.cardinals import ordinal
from crossread.quantities.date_pieces import WEEKDAYS
from crossread.quantities.dates import calendar_date
from crossread.quantities.deictic import relative_date
from crossread.quantities.moment import Moment, Reading, once, whole
from crossread.quantities.spell import Length, length_at
from crossread.quantities.stretches import unit_from


@once
def stretch_within(r: Reading, i: int) -> Moment | None:
    """``the first week of 2021``, ``the last four months of 2021``, ``weekend of Thanksgiving``."""
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
            return _weekend(i, named.end + 1, named)
        return None
    j = k + 1 if last else (rank[1] if rank else k)
    number = -1 if last else (rank[0] if rank else 0)
    count = length_at(r, j)
    unit = r.low(j)
    if count is not None and count.plural and count.value is not None and r.low(count.end) == "of":
        stretch = _stretch(r, count.end + 1)
        return _first_of(i, stretch, count, last) if stretch is not None and (last or number == 1) else None
    if unit in ("week", "month", "day", "quarter") and r.low(j + 1) == "of":
        stretch = _stretch(r, j + 2)
        return _nth_of(i, stretch, unit, number) if stretch is not None else None
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


def _nth_of(i: int, stretch: Moment, unit: str, number: int) -> Moment | None:
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


def _first_of(i: int, stretch: Moment, count: Length, last: bool) -> Moment | None:
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
        return _weekend(i, named.end, named)
    start = named.days[0]
    days = week_of(start) if r.low(k + 1) == "of" else (start, start + timedelta(days=6))
    return whole(i, named.end, "week", days, named.timex or "", named.dated)


def _weekend(i: int, j: int, named: Moment) -> Moment | None:
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


def week_numbered(r: Reading, i: int) -> Moment | None:
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
