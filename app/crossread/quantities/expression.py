"""One expression of time: a date with its time, a repetition, a length."""

from dataclasses import replace
from fractions import Fraction

from crossread.quantities.calendar import month_days, shifted
from crossread.quantities.cardinals import ordinal
from crossread.quantities.dates import calendar_date
from crossread.quantities.daytime import with_time
from crossread.quantities.deictic import relative_date
from crossread.quantities.moment import Moment, Reading, once, whole
from crossread.quantities.sets import repeated
from crossread.quantities.spell import Length, length_at
from crossread.quantities.times import Clock, clock_at, part_of_day
from crossread.quantities.within import stretch_within, week_numbered


@once
def expression_at(r: Reading, i: int, loose: bool = False) -> Moment | None:
    """A date with its time, a time with its date, a repetition or a length of time."""
    best: Moment | None = None
    for rule in (
        stretch_within,
        calendar_date,
        relative_date,
        repeated,
        week_numbered,
        duration_at,
        part_of_day,
        day_of_month,
    ):
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
        best = from_clock(i, clock)
    if best is None:
        return None
    return with_time(r, best)


def from_clock(i: int, clock: Clock) -> Moment:
    """A time on the clock as a moment that begins at ``i``."""
    return Moment(
        i, clock.end, "time", "time", None, clock.timex(), False, clock=clock.minutes, half_day=clock.half
    )


_PLURALS = {
    "years": "year",
    "months": "month",
    "weeks": "week",
    "days": "day",
    "hours": "hour",
    "decades": "decade",
    "centuries": "century",
}
_LASTING = frozenset({"for", "took", "take", "over", "lasted", "spent", "after", "within"})


@once
def duration_at(r: Reading, i: int) -> Moment | None:
    """The length of time that begins at ``i``."""
    if r.low(i) in ("all", "whole") and r.low(i + 1) in ("day", "week", "month", "year", "night"):
        unit = "day" if r.low(i + 1) == "night" else r.low(i + 1)
        one = Length(i, i + 2, Fraction(1), unit, ((Fraction(1), unit),))
        return _length_moment(i, one)
    length = length_at(r, i)
    if length is not None:
        return _length_moment(i, length)
    plural = _PLURALS.get(r.low(i))
    lasting = r.low(i - 1) in _LASTING and r.low(i + 1) != "old"
    if (
        plural is not None
        and (lasting or r.low(i + 1) in ("of", "ago", "later", "earlier"))
        and r.low(i - 1) not in ("these", "those", "the", "recent", "of")
    ):
        vague = Length(i, i + 1, None, plural, (), Fraction(2), None)
        return _length_moment(i, vague)
    return None


def _length_moment(i: int, length: Length) -> Moment:
    seconds = length.seconds
    value = length.value
    unit = length.unit
    return Moment(
        i,
        length.end,
        "duration",
        "length",
        None,
        length.timex,
        True,
        value=value,
        low=length.low,
        high=length.high,
        unit=unit,
        seconds=seconds,
        approx="vague" if value is None else "exact",
    )


def day_of_month(r: Reading, i: int) -> Moment | None:  # noqa: C901 - the cases of one rule stand together
    """``the 18th``, ``the end of the day``, ``eod``: a day of the present month, a moment of the present day."""
    if (
        r.low(i) == "the"
        and r.items[i + 1].kind == "number"
        and r.low(i - 1) in ("on", "by", "until", "before", "after", "you", "from", "till", "happen")
    ):
        rank = ordinal(r.items, i + 1)
        value = r.items[i + 1].value
        if rank is None and value is not None and value.denominator == 1 and r.low(i + 2) == "between":
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
            if r.low(rank[1]) == "of":
                return None
            for back in range(12):
                found = shifted(r.written.replace(day=1), months=-back)
                span = month_days(found.year, found.month) if found else None
                if found and span and rank[0] <= span[1].day and found.replace(day=rank[0]) <= r.written:
                    day_found = found.replace(day=rank[0])
                    return whole(i, rank[1], "day", (day_found, day_found), day_found.isoformat(), False)
    k = i + (r.low(i) == "the")
    if r.low(k) == "eod" and r.written:
        return Moment(i, k + 1, "datetime", "time", (r.written, r.written), f"{r.written}T23:59:59", True)
    if r.low(k) == "end" and r.low(k + 1) == "of":
        j = k + 2
        inner = calendar_date(r, j + (r.low(j) == "the")) or relative_date(r, j)
        if r.low(j) == "the" and r.low(j + 1) == "day" and r.written:
            return Moment(i, j + 2, "datetime", "time", (r.written, r.written), f"{r.written}T23:59:59", True)
        if inner is not None and inner.grain == "day" and inner.kind == "date" and inner.timex:
            return replace(inner, start=i, kind="datetime", timex=f"{inner.timex}T23:59:59")
    return None
