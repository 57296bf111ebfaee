"""Arithmetic with days: the first and last day of months, quarters, seasons, weeks, and days with a name."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
"""First and last day, both inside."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_SEASON_DAYS = {
    "SP": ((3, 1), (6, 21)),
    "SU": ((6, 1), (9, 22)),
    "FA": ((9, 1), (12, 21)),
    "WI": ((12, 1), (3, 20)),
}


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (31 February)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def year_days(year: int) -> Days | None:
    """A calendar year."""
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None


def month_days(year: int, month: int) -> Days | None:
    """A calendar month."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_from(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month, so many months on."""
    total = year * 12 + month - 1 + by
    return total // 12, total % 12 + 1


def shifted(start: date, years: int = 0, months: int = 0, days: int = 0) -> date | None:
    """The day so many years, months and days on; the last of the month where the day is missing."""
    year, month = months_from(start.year + years, start.month, months)
    if not 1 <= year <= 9999:
        return None
    base = date(year, month, min(start.day, monthrange(year, month)[1]))
    try:
        return base + timedelta(days=days)
    except OverflowError:
        return None


def quarter_days(year: int, number: int) -> Days | None:
    """A quarter, 1 to 4."""
    first, last = month_days(year, 3 * number - 2), month_days(year, 3 * number)
    return (first[0], last[1]) if first and last else None


def half_days(year: int, number: int) -> Days | None:
    """A half year, 1 or 2."""
    first, last = month_days(year, 6 * number - 5), month_days(year, 6 * number)
    return (first[0], last[1]) if first and last else None


def season_days(year: int, code: str) -> Days | None:
    """A season of the northern half, in its widest reading: from the meteorological start to the astronomical end."""
    (m1, d1), (m2, d2) = _SEASON_DAYS[code]
    start, end = day(year, m1, d1), day(year + (m2 < m1), m2, d2)
    return (start, end) if start and end else None


def week_of(some: date) -> Days:
    """The week, Monday to Sunday, that holds this day."""
    try:
        start = some - timedelta(days=some.weekday())
        return start, start + timedelta(days=6)
    except OverflowError:
        return some, some


def weekend_of(some: date) -> Days:
    """Saturday and Sunday of the week that holds this day."""
    end = week_of(some)[1]
    return end - timedelta(days=1), end


def iso_week(some: date) -> str:
    """``2026-W26``."""
    year, week, _ = some.isocalendar()
    return f"{year:04d}-W{week:02d}"


def weekday_near(written: date, number: int, future: bool) -> date:
    """The last such weekday up to today (0 is Monday), or the next from today on."""
    back = (written.weekday() - number) % 7
    by = (7 - back) % 7 if future else -back
    try:
        return written + timedelta(days=by)
    except OverflowError:
        return written


def decade_days(first_year: int, years: int = 10) -> Days | None:
    """So many years from the first."""
    start, end = year_days(first_year), year_days(first_year + years - 1)
    return (start[0], end[1]) if start and end else None


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's method)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def named_day(rule: str, year: int) -> date | None:
    """The day that a rule of the table of holidays finds in a year."""
    if not 1 <= year <= 9999:
        return None
    if rule.startswith("easter"):
        return shifted(easter(year), days=int(rule.split()[1]))
    if "-" in rule[:3]:
        month, number = rule.split("-")
        return day(year, int(month), int(number))
    parts = rule.split()
    month_number, weekday, nth = int(parts[0]), int(parts[1]) - 1, int(parts[2])
    found = nth_weekday(year, month_number, weekday, nth)
    return shifted(found, days=int(parts[3])) if found and len(parts) > 3 else found


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month (0 is Monday), counted from its end where negative."""
    whole = month_days(year, month)
    if whole is None:
        return None
    if nth > 0:
        offset = (weekday - whole[0].weekday()) % 7 + 7 * (nth - 1)
        found = shifted(whole[0], days=offset)
    else:
        offset = (whole[1].weekday() - weekday) % 7 + 7 * (-nth - 1)
        found = shifted(whole[1], days=-offset)
    return found if found and found.month == month else None


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late part of a stretch: a third of it, counted in days, months for a year."""
    start, end = days
    length = (end - start).days + 1
    third = length // 3
    if part == "early":
        return start, start + timedelta(days=max(third - 1, 0))
    if part == "late":
        return end - timedelta(days=max(third - 1, 0)), end
    return start + timedelta(days=third), end - timedelta(days=third)
