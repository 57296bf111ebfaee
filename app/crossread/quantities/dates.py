"""Dates of the calendar: days, months, weekdays, days with a name."""

from dataclasses import replace
from datetime import date

from crossread.quantities.calendar import day, named_day, weekday_near
from crossread.quantities.date_figures import date_in_figures
from crossread.quantities.date_pieces import WEEKDAYS, dated, day_number, month_at, year_at, year_behind
from crossread.quantities.moment import Moment, Reading, once, whole
from crossread.quantities.tables import holidays
from crossread.quantities.years import decade_at, quarter_at, season_at, year_alone

_DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "dec", "jan", "august", "jun"})


_DOUBTFUL_DAYS = frozenset({"sat", "sun", "mon", "wed", "fri", "thu", "tue"})


_DATING = frozenset(
    (
        "in on since until till by from to before after during of last this next past early late mid "
        "and between through for every each the following previous earlier late- mid- -"
    ).split()
)


@once
def calendar_date(r: Reading, i: int) -> Moment | None:
    """The longest date of the calendar that begins at ``i``."""
    item = r.items[i]
    best: Moment | None = None
    for rule in _NUMBER_RULES if item.kind in ("number", "dotted") else _WORD_RULES:
        found = rule(r, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def _month_first(r: Reading, i: int) -> Moment | None:
    """``April 22``, ``Dec31 , 1994``, ``April of 1987``, ``June the 28th 2020``, ``Jan/3``."""
    head = month_at(r, i)
    if head is None:
        return None
    month, j = head
    k = j + 1 if r.low(j) in ("the", "/", "-") and (r.low(j) == "the" or not r.items[j].spaced) else j
    number = day_number(r, k)
    if number is not None and not _counts_more(r, number):
        behind = year_behind(r, number[1])
        if r.low(number[1]) == "," or behind is None or r.low(number[1]) != "in":
            end = behind[1] if behind else number[1]
            return dated(r, i, end, behind[0] if behind else None, month, number[0])
    behind = year_behind(r, j)
    if behind is not None:
        after = r.low(behind[1])
        if after == "-" and not r.items[behind[1]].spaced:
            last = day_number(r, behind[1] + 1)
            if last is not None:
                return dated(r, i, last[1], behind[0], month, last[0])
        return dated(r, i, behind[1], behind[0], month, None)
    if not _is_month(r, i):
        return None
    return dated(r, i, j, None, month, None)


def _counts_more(r: Reading, number: tuple[int, int, bool]) -> bool:
    """Whether the figure behind a month belongs to what follows: ``in May 20 people``."""
    j = number[1]
    item = r.items[j]
    if item.low in ("%", "percent", ":", ".") and (
        item.low != "." or (r.items[j + 1].kind == "number" and not r.items[j + 1].spaced)
    ):
        return True
    if item.low in ("million", "billion", "thousand", "hundred", "am", "pm", "a.m.", "p.m.", "o'clock"):
        return True
    return item.kind == "word" and item.low in (
        "people",
        "men",
        "women",
        "years",
        "days",
        "weeks",
        "months",
        "companies",
        "times",
    )


def _is_month(r: Reading, i: int) -> bool:
    """Whether a lone name of a month is one here; "may" and "march" seldom are."""
    item = r.items[i]
    before = r.low(i - 1)
    if item.low in _DOUBTFUL_MONTHS:
        if item.low in ("mar", "dec", "jun", "jan"):
            return item.text[0].isupper() and (before in _DATING or i == 0)
        if not item.text[0].isupper():
            return item.low == "august" and before in _DATING
        if before not in _DATING and not (before == "," and i > 1):
            return item.low == "august"
        after = r.items[i + 1]
        return not (item.low == "may" and (before in ("", ".") or after.low in ("i", "not", "or", "be")))
    return item.text[0].isupper() or before in _DATING


def _day_first(r: Reading, i: int) -> Moment | None:
    """``22 April 2026``, ``the 9th of May``, ``second of Aug``, ``fifteen August nineteen ninety``."""
    number = day_number(r, i)
    if number is None:
        return None
    j = number[1]
    if r.low(j) == "day" and number[2]:
        j += 1
    if r.low(j) == "of" or (r.low(j) in ("-", "/") and not r.items[j].spaced):
        j += 1
    head = month_at(r, j)
    if head is None:
        return _year_between(r, number, j)
    if i and r.low(i - 1) == "." and not r.items[i].spaced:
        return None
    if (
        r.items[j].low in _DOUBTFUL_MONTHS
        and not r.items[j].text[0].isupper()
        and r.low(number[1]) != "of"
        and r.items[j].low not in ("jan", "jun")
    ):
        return None
    behind_year = year_behind(r, head[1])
    if r.items[i].kind == "word" and not number[2] and behind_year is None:
        return None
    end = behind_year[1] if behind_year else head[1]
    return dated(r, i, end, behind_year[0] if behind_year else None, head[0], number[0])


def _year_between(r: Reading, number: tuple[int, int, bool], j: int) -> Moment | None:
    """``23-2020-September``."""
    year = year_at(r, j) if j > number[1] else None
    if year is None or r.low(year[1]) != "-":
        return None
    head = month_at(r, year[1] + 1)
    return dated(r, number[1] - 1, head[1], year[0], head[0], number[0]) if head else None


def _weekday(r: Reading, i: int) -> Moment | None:
    """``Friday``, ``Friday, June 10``, ``Mon 13th``, ``tuesday the eleventh``, ``this Friday (jun-15)``."""
    number = weekday_at(r, i)
    if number is None:
        return None
    j = i + 1
    if (
        r.low(j) == "."
        and not r.items[j].spaced
        and len(r.items[i].low) <= 4
        and r.items[j + 1].kind != "end"
    ):
        j += 1
    k = j
    while r.low(k) in (",", "the", "(") and k < j + 2:
        k += 1
    named = (
        calendar_date(r, k)
        if r.items[k].kind in ("word", "number", "dotted") and r.low(k) not in WEEKDAYS
        else None
    )
    if named is not None and named.grain == "day" and named.kind == "date":
        end = named.end + (r.low(k - 1) == "(" and r.low(named.end) == ")")
        return replace(named, start=i, end=end)
    ranked = day_number(r, k)
    if (
        ranked is not None
        and (ranked[2] or k == j)
        and r.low(ranked[1]) not in (":", "am", "pm", "a.m.", "p.m.", "-", "to", "o'clock", "oclock", ".")
    ) and (
        ranked[2]
        or (
            (r.items[k].kind == "number" and r.items[ranked[1]].kind in ("mark", "end"))
            or r.low(ranked[1]) == "between"
        )
    ):
        return _ranked_weekday(r, i, ranked[1], number, ranked[0])
    if r.written is None:
        return whole(i, j, "day", None, f"XXXX-WXX-{number + 1}", False)
    found = weekday_near(r.written, number, r.future(i))
    return whole(i, j, "day", (found, found), found.isoformat(), True)


def weekday_at(r: Reading, i: int) -> int | None:
    """The number of a weekday's name at ``i``, from 0 for Monday, or None."""
    item = r.items[i]
    number = WEEKDAYS.get(item.low) if item.kind == "word" else None
    if number is None:
        return None
    if item.low in _DOUBTFUL_DAYS and not (
        item.text[0].isupper()
        and (
            r.low(i - 1) in _DATING
            or r.items[i + 1].kind == "number"
            or month_at(r, i + 1)
            or r.low(i + 1) == ","
            or r.low(i - 1) in ("or", "week", "on")
        )
    ):
        return None
    if item.low == "sun" and r.low(i - 1) == "the":
        return None
    return number


def _ranked_weekday(r: Reading, i: int, j: int, number: int, of_month: int) -> Moment | None:
    """The month in which this weekday falls on this day, nearest to the day of writing, the past first."""
    if r.written is None:
        return whole(i, j, "day", None, f"XXXX-WXX-{number + 1}", False)
    for by in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, 8, 9, 10):
        total = r.written.year * 12 + r.written.month - 1 + by
        found = day(total // 12, total % 12 + 1, of_month) if 12 <= total < 119988 else None
        if found is not None and found.weekday() == number:
            return whole(i, j, "day", (found, found), found.isoformat(), False)
    return None


def _holiday(r: Reading, i: int) -> Moment | None:
    """``Christmas``, ``Labor Day 2023``, ``Easter Monday``."""
    found = holidays().at(r.items, i)
    if found is None:
        return None
    rule, j = found
    if (
        r.low(i) in ("easter", "christmas", "halloween", "thanksgiving", "flag")
        and not r.items[i].text[0].isupper()
        and r.low(i - 1)
        not in ("on", "at", "by", "before", "after", "since", "next", "last", "previous", "for", "of", "this")
    ):
        return None
    behind = year_behind(r, j)
    if behind is not None:
        day_found = named_day(rule, behind[0])
        return (
            whole(i, behind[1], "day", (day_found, day_found), day_found.isoformat(), True)
            if day_found
            else None
        )
    day_found = holiday_near(r, rule, i)
    return whole(
        i,
        j,
        "day",
        (day_found, day_found) if day_found else None,
        day_found.isoformat() if day_found else "XXXX",
        False,
    )


def holiday_near(r: Reading, rule: str, i: int) -> date | None:
    """The last such day before the day of writing, or the next where the clause looks ahead."""
    if r.written is None:
        return None
    found = named_day(rule, r.written.year)
    if found is None:
        return None
    if r.future(i):
        return found if found >= r.written else named_day(rule, r.written.year + 1)
    return found if found <= r.written else named_day(rule, r.written.year - 1)


_NUMBER_RULES = (date_in_figures, _day_first, decade_at, quarter_at, year_alone)


_WORD_RULES = (_month_first, _weekday, _day_first, quarter_at, season_at, decade_at, _holiday, year_alone)
