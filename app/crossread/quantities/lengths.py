"""Dates reckoned by a length of time: the last 3 months, two weeks ago, in five days."""

from dataclasses import replace
from datetime import date

from crossread.quantities.calendar import Days, decade_days, iso_week, month_days, months_from, shifted
from crossread.quantities.dates import calendar_date
from crossread.quantities.moment import Moment, Reading, whole
from crossread.quantities.spell import Length, length_at
from crossread.quantities.stretches import day_word


def counted_length(r: Reading, i: int, j: int, length: Length, ahead: bool) -> Moment | None:
    """``the last 3 months``: a stretch that ends or begins on the day of writing."""
    timex = length.timex
    if r.written is None or length.value is None:
        return Moment(i, j, "daterange", "length", None, timex, True)
    if length.unit == "quarter":
        return _quarters(r, i, j, int(length.value), ahead)
    if length.unit in ("decade", "century") and length.value.denominator == 1:
        size = 10 if length.unit == "decade" else 100
        first = r.written.year // size * size
        count = int(length.value) * size
        stretch = decade_days(first + size if ahead else first - count, count)
        start, stop = (stretch[0], shifted(stretch[1], days=1)) if stretch else (None, None)
        return Moment(
            i,
            j,
            "daterange",
            "length",
            (start, stretch[1] if stretch else None),
            f"({start},{stop},{timex})",
            True,
        )
    if length.clock:
        return Moment(i, j, "daterange", "length", (r.written, r.written), timex, True)
    if length.unit == "business day":
        return _business(r, i, j, int(length.value), ahead, timex)
    other = length.from_day(r.written, 1 if ahead else -1)
    if other is None:
        return None
    if ahead:
        start = shifted(r.written, days=1)
        stop = length.from_day(start, 1) if start else None
    else:
        start, stop = other, r.written
    last = shifted(stop, days=-1) if stop and stop > (start or stop) else stop
    return Moment(i, j, "daterange", "length", (start, last), timex, True)


def _business(r: Reading, i: int, j: int, count: int, ahead: bool, timex: str) -> Moment | None:
    if r.written is None or not 0 < count < 1000:
        return None
    day_found, left = r.written, count
    edge = shifted(day_found, days=1) if ahead else None
    while left and day_found:
        day_found = shifted(day_found, days=1 if ahead else -1) or day_found
        left -= day_found.weekday() < 5
    start, stop = (edge, shifted(day_found, days=1)) if ahead else (day_found, r.written)
    return Moment(
        i,
        j,
        "daterange",
        "length",
        (start, shifted(stop, days=-1) if stop else None),
        f"({start},{stop},{timex})",
        True,
    )


def _quarters(r: Reading, i: int, j: int, count: int, ahead: bool) -> Moment | None:
    if r.written is None or not 0 < count < 400:
        return None
    year, month = r.written.year, (r.written.month - 1) // 3 * 3 + 1
    first = months_from(year, month, 3 if ahead else -3 * count)
    past = months_from(year, month, 3 + 3 * count if ahead else 0)
    start, stop = month_days(*first), month_days(*past)
    if start is None or stop is None:
        return None
    return Moment(
        i,
        j,
        "daterange",
        "length",
        (start[0], shifted(stop[0], days=-1)),
        f"({start[0]},{stop[0]},P{3 * count}M)",
        True,
    )


_AFTER = frozenset({"ago", "later", "earlier", "hence", "back", "before", "after", "from", "prior"})


def length_ago(r: Reading, i: int) -> Moment | None:
    """``three weeks ago``, ``a year earlier``, ``two days before yesterday``, ``2 weeks after Easter``."""
    length = length_at(r, i)
    if length is None or r.low(length.end) not in _AFTER:
        return None
    word, j = r.low(length.end), length.end + 1
    if word == "back" and r.low(j) not in ("", ".", ",", ";"):
        return None
    sign = -1 if word in ("ago", "earlier", "back", "before", "prior") else 1
    base, end = r.written, j
    if word in ("before", "after", "from", "prior"):
        anchor = _anchor(r, j + (word == "prior" and r.low(j) == "to"))
        if anchor is None:
            return None
        base, end = anchor
    elif word in ("later", "earlier") and length.approximate:
        return None
    if word in ("later", "earlier") and r.low(j) in ("than", "this", "that", "in", "on"):
        return None
    if base is None:
        return Moment(i, end, "date", "day", None, length.timex, True)
    if length.clock:
        return Moment(
            i, end, "datetime", "time", (base, base), f"{base.isoformat()}T{_clock(length, sign)}", True
        )
    found = length.from_day(base, sign)
    if found is None:
        return None
    timex = _at_grain(found, length) if word in ("ago", "later", "earlier", "back") else found.isoformat()
    return whole(i, end, "day", _grained(found), timex, True)


def _at_grain(found: date, length: Length) -> str:
    """A point reckoned in years or months is no surer than that: ``two years ago`` is a year."""
    if length.unit in ("year", "decade", "century"):
        return f"{found.year:04d}"
    if length.unit == "month":
        return f"{found.year:04d}-{found.month:02d}"
    return iso_week(found) if length.unit in ("week", "fortnight") else found.isoformat()


def _grained(found: date) -> Days:
    return found, found


def _clock(length: Length, sign: int) -> str:
    seconds = int(length.seconds or 0) * sign % 86400
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _anchor(r: Reading, j: int) -> tuple[date, int] | None:
    """The day from which a length is counted, and the index behind it."""
    if r.low(j) == "now" and r.written:
        return r.written, j + 1
    k = j + (r.low(j) == "the")
    found = calendar_date(r, k) or day_word(r, k)
    if found is None or found.grain != "day" or not found.days or found.days[0] is None:
        if found is not None and found.grain == "year" and found.days and found.days[0]:
            return found.days[0], found.end
        return None
    day_found = found.days[0]
    if not found.dated and r.written and day_found < r.written and r.low(j - 1) in ("after", "from"):
        day_found = shifted(day_found, years=1) or day_found
    return day_found, found.end


_HAPPENED = frozenset((
        'was were had did has have took first highest lowest biggest largest best worst most rose '
        'fell grew gained lost gaining rising falling times done made only once twice'
    ).split())  # fmt: skip


def in_length(r: Reading, i: int) -> Moment | None:
    """``in two weeks``, ``within 3 days``, where the clause does not tell how long something took."""
    if r.low(i) != "in" or r.written is None:
        return None
    length = length_at(r, i + 1)
    if length is None or length.vague:
        return None
    after = r.low(length.end)
    before = r.low(i - 1)
    if after in ("of", "prison", "jail") or before in ("grew", "rose", "fell", "grown", "increased"):
        return None
    if not (
        r.future(i)
        or r.items[length.end].kind in ("mark", "end")
        or after in ("time", "'s", "since", "and", ",")
    ):
        return None
    if not r.future(i) and any(
        item.low in _HAPPENED or (item.low.endswith("ed") and len(item.low) > 4)
        for item in r.items[max(0, i - 10) : i]
    ):
        return None
    base, end = r.written, length.end
    if after == "since":
        k = end + 1 + (r.low(end + 1) == "the")
        k += r.low(k) == "year"
        since = calendar_date(r, k)
        if since is not None and since.days and since.days[0]:
            base, end = since.days[0], since.end
    if length.clock:
        return Moment(
            i,
            end,
            "datetime",
            "time",
            (base, base),
            f"{base.isoformat()}T{_clock(length, 1)}",
            True,
            core_start=i + 1,
            core_end=end,
        )
    found = length.from_day(base, 1)
    if found is None:
        return None
    moment = whole(i, end, "day", (found, found), found.isoformat(), True)
    return replace(moment, core_start=i + 1, core_end=end)
