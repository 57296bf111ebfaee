"""The week, month, year ... that holds the day of writing, and those before and after."""

from crossread.quantities.calendar import (
    Days,
    decade_days,
    iso_week,
    month_days,
    months_from,
    quarter_days,
    shifted,
    week_of,
    weekend_of,
    year_days,
)
from crossread.quantities.moment import Moment, Reading, whole

_DAY_WORDS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "tmr": 1,
    "tmrw": 1,
    "yesterday's": -1,
    "today's": 0,
}


STRETCHES = {
    "week": "week",
    "wk": "week",
    "workweek": "week",
    "month": "month",
    "year": "year",
    "yr": "year",
    "quarter": "quarter",
    "decade": "decade",
    "century": "century",
    "weekend": "weekend",
    "day": "day",
    "fortnight": "fortnight",
    "yer": "year",
    "week's": "week",
    "month's": "month",
    "year's": "year",
    "quarter's": "quarter",
    "day's": "day",
}


def _on(r: Reading, start: int, end: int, by: int) -> Moment:
    found = shifted(r.written, days=by) if r.written else None
    return whole(
        start,
        end,
        "day",
        (found, found) if found else None,
        found.isoformat() if found else "XXXX-XX-XX",
        True,
    )


def day_word(r: Reading, i: int) -> Moment | None:
    """``yesterday``, ``the day after tomorrow``, ``the day before``."""
    low = r.low(i)
    if low in _DAY_WORDS and low != "tonight":
        return _on(r, i, i + 1, _DAY_WORDS[low])
    k = i + (low == "the")
    if r.low(k) == "day" and r.low(k + 1) in ("before", "after"):
        if r.low(k + 2) in ("yesterday", "tomorrow"):
            return _on(r, i, k + 3, -2 if r.low(k + 1) == "before" else 2)
        if k > i and (r.items[k + 2].kind in ("mark", "end")):
            return _on(r, i, k + 2, -1 if r.low(k + 1) == "before" else 1)
    return None


def unit_from(r: Reading, unit: str, step: int) -> tuple[Days, str, str] | None:
    """The week, month, quarter, year ... so many steps from the present one: days, TIMEX3 value, grain."""
    written = r.written
    if written is None:
        return None
    year, month = written.year, written.month
    if unit == "week":
        start = shifted(week_of(written)[0], days=7 * step)
        return (week_of(start), iso_week(start), "week") if start else None
    if unit == "weekend":
        start = shifted(written, days=7 * step)
        return (weekend_of(start), iso_week(start) + "-WE", "weekend") if start else None
    if unit == "month":
        year, month = months_from(year, month, step)
        days = month_days(year, month)
        return (days, f"{year:04d}-{month:02d}", "month") if days else None
    if unit == "quarter":
        year, month = months_from(year, (month - 1) // 3 * 3 + 1, 3 * step)
        number = (month - 1) // 3 + 1
        days = quarter_days(year, number)
        return (days, f"{year:04d}-Q{number}", "quarter") if days else None
    if unit == "year":
        days = year_days(year + step)
        return (days, f"{year + step:04d}", "year") if days else None
    if unit == "day":
        found = shifted(written, days=step)
        return ((found, found), found.isoformat(), "day") if found else None
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = (year // size + step) * size
        days = decade_days(first, size)
        return (days, f"{first // size}" + ("X" if size == 10 else "XX"), unit) if days else None
    return None
