"""Dates of the calendar: days, months, quarters, seasons, years, decades, centuries, days with a name."""

from dataclasses import replace
from datetime import date

from crossread.quantities.calendar import (
    SEASONS,
    day,
    decade_days,
    half_days,
    month_days,
    named_day,
    quarter_days,
    season_days,
    weekday_near,
    year_days,
)
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.moment import Moment, Reading, whole
from crossread.quantities.numeral import numeral, ordinal
from crossread.quantities.tables import holidays

MONTHS = {name: number for number, names in enumerate(
    ("january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.", "july jul jul.",
     "august aug aug.", "september sept sep sept. sep.", "october oct oct.", "november nov nov.", "december dec dec."), 1)
    for name in names.split()}  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate(
    ("monday mon mon.", "tuesday tue tues tue. tues.", "wednesday wed wed.", "thursday thu thur thurs thu. thurs.", "friday fri fri.",
     "saturday sat sat.", "sunday sun sun."))
    for name in names.split()}  # fmt: skip
_DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "dec", "jan", "august", "jun"})
_DOUBTFUL_DAYS = frozenset({"sat", "sun", "mon", "wed", "fri", "thu", "tue"})
_DATING = frozenset(
    "in on since until till by from to before after during of last this next past early late mid and between through for every "
    "each the following previous earlier late- mid- -".split()
)


def calendar_date(r: Reading, i: int) -> Moment | None:
    """The longest date of the calendar that begins at ``i``."""
    item = r.items[i]
    best: Moment | None = None
    for rule in _NUMBER_RULES if item.kind in ("number", "dotted") else _WORD_RULES:
        found = rule(r, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


# ---------------------------------------------------------------- parts


def _int(item: Lexeme) -> int | None:
    if item.kind == "number" and item.value is not None and item.text.isdecimal():
        return int(item.value)
    return None


def month_at(r: Reading, i: int) -> tuple[int, int] | None:
    """A month's name at ``i``: its number and the index behind it (behind a point of abbreviation)."""
    item = r.items[i]
    number = MONTHS.get(item.low) if item.kind == "word" else None
    if number is None:
        return None
    if item.text.isupper() and i and r.items[i - 1].low == "$":
        return None
    j = i + 1
    if (
        len(item.low) <= 4
        and item.low not in ("may", "june", "july")
        and r.low(j) == "."
        and not r.items[j].spaced
    ):
        after = r.items[j + 1]
        if after.kind == "number" or after.low == "," or (after.kind == "word" and after.text[0].islower()):
            j += 1
    return number, j


def year_at(r: Reading, i: int, bare: bool = True) -> tuple[int, int] | None:
    """A year in four digits (or ``'98``, or in words) at ``i``, and the index behind it."""
    item = r.items[i]
    value = _int(item)
    if value is not None:
        after = r.items[i + 1]
        if (
            len(item.text) == 4
            and 1000 <= value <= 2199
            and not (
                after.low == "%"
                or (
                    after.low == ","
                    and not after.spaced
                    and r.items[i + 2].kind == "number"
                    and not r.items[i + 2].spaced
                    and not bare
                )
            )
        ):
            return value, i + 1
        return None
    if item.low in ("'", "’", "‘") and len(r.items[i + 1].text) == 2 and not r.items[i + 1].spaced:
        short = _int(r.items[i + 1])
        if short is not None and r.low(i + 2) not in ("s", "'s"):
            return (1900 if short > 40 else 2000) + short, i + 2
    return year_in_words(r, i) if item.kind == "word" else None


def year_in_words(r: Reading, i: int) -> tuple[int, int] | None:
    """``nineteen eighty six``, ``two thousand and five``, ``seventeen hundred thirty three``."""
    first = numeral(r.items, i)
    if first is None or first.value is None or first.value.denominator != 1 or first.digits:
        return None
    value = int(first.value)
    if 1100 <= value <= 2199 and first.end - i >= 2:
        return value, first.end
    if 11 <= value <= 21 and r.items[first.end].kind == "word":
        second = numeral(r.items, first.end)
        if (
            second is not None
            and second.value is not None
            and 10 <= second.value <= 99
            and second.value.denominator == 1
        ):
            return value * 100 + int(second.value), second.end
    return None


def _day_number(r: Reading, i: int) -> tuple[int, int, bool] | None:
    """A day of the month at ``i``: its number, the index behind it, whether it is written as a rank."""
    rank = ordinal(r.items, i)
    if rank is not None and 1 <= rank[0] <= 31:
        return rank[0], rank[1], True
    value = _int(r.items[i])
    if value is not None and 1 <= value <= 31 and len(r.items[i].text) <= 2:
        return value, i + 1, False
    if r.items[i].kind == "word":
        word = numeral(r.items, i)
        if (
            word is not None
            and word.value is not None
            and word.value.denominator == 1
            and 1 <= word.value <= 31
            and word.form == "cardinal"
            and r.low(i) not in ("a", "an")
        ):
            return int(word.value), word.end, False
    return None


def _year_behind(r: Reading, j: int) -> tuple[int, int] | None:
    """A year behind a month or day: ``2026``, ``, 2026``, ``of 1987``, ``in 2016``, ``-2018``, ``of 87``."""
    k = j
    if r.low(k) == "," or r.low(k) in ("of", "in") or (r.low(k) in ("-", "/") and not r.items[k].spaced):
        k += 1
    found = year_at(r, k)
    if found is not None:
        if k == j and r.items[k].kind == "word" and found[1] - k < 2:
            return None
        return found
    if k > j and r.low(j) == "of":
        short = _int(r.items[k])
        if short is not None and len(r.items[k].text) == 2 and short > 31:
            return 1900 + short, k + 1
    return None


def year_of(r: Reading, month: int, number: int, i: int) -> int | None:
    """The year of a month or day that names none: the last one, or the next where the clause looks ahead."""
    if r.written is None:
        return None
    year = r.written.year
    start = day(year, month, number)
    if r.future(i):
        end = month_days(year, month)
        if end is not None and (start or end[1]) < r.written and end[1] < r.written:
            return year + 1
        return year + 1 if number > 1 and start is not None and start < r.written else year
    for back in range(9):
        found = day(year - back, month, number)
        if found is not None and found <= r.written:
            return year - back
    return year


def dated(r: Reading, i: int, j: int, year: int | None, month: int, number: int | None) -> Moment | None:
    """A day or month as a Moment; the year is found where it is not written."""
    written_year = year is not None
    if year is None:
        year = year_of(r, month, number or 1, i)
    if number is None:
        days = month_days(year, month) if year else None
        timex = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
        return whole(i, j, "month", days, timex, written_year)
    if not 1 <= number <= 31 or not 1 <= month <= 12:
        return None
    found = day(year, month, number) if year else None
    timex = f"{year:04d}-{month:02d}-{number:02d}" if year else f"XXXX-{month:02d}-{number:02d}"
    return whole(i, j, "day", (found, found) if found else None, timex, written_year)


# ---------------------------------------------------------------- months and days


def _month_first(r: Reading, i: int) -> Moment | None:
    """``April 22``, ``Dec31 , 1994``, ``April of 1987``, ``June the 28th 2020``, ``Jan/3``."""
    head = month_at(r, i)
    if head is None:
        return None
    month, j = head
    k = j + 1 if r.low(j) in ("the", "/", "-") and (r.low(j) == "the" or not r.items[j].spaced) else j
    number = _day_number(r, k)
    if number is not None and not _counts_more(r, number):
        behind = _year_behind(r, number[1])
        if r.low(number[1]) == "," or behind is None or r.low(number[1]) != "in":
            end = behind[1] if behind else number[1]
            return dated(r, i, end, behind[0] if behind else None, month, number[0])
    behind = _year_behind(r, j)
    if behind is not None:
        after = r.low(behind[1])
        if after == "-" and not r.items[behind[1]].spaced:
            last = _day_number(r, behind[1] + 1)
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
        item.low != "." or r.items[j + 1].kind == "number" and not r.items[j + 1].spaced
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
    number = _day_number(r, i)
    if number is None:
        return None
    j = number[1]
    if r.low(j) == "day" and number[2]:
        j += 1
    if r.low(j) == "of" or (r.low(j) in ("-", "/") and not r.items[j].spaced):
        j += 1
    head = month_at(r, j)
    if head is None:
        behind = _year_between(r, number, j)
        return behind
    if i and r.low(i - 1) == "." and not r.items[i].spaced:
        return None
    if (
        r.items[j].low in _DOUBTFUL_MONTHS
        and not r.items[j].text[0].isupper()
        and r.low(number[1]) != "of"
        and r.items[j].low not in ("jan", "jun")
    ):
        return None
    behind_year = _year_behind(r, head[1])
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


# ---------------------------------------------------------------- figures only


def _figures(r: Reading, i: int) -> Moment | None:
    """``2026-06-10``, ``6/10/2026``, ``10.06.2026``, ``2019/aug/01``, ``22/04``, ``12-2015``."""
    items = r.items
    if items[i].kind == "dotted":
        parts = items[i].text.split(".")
        return _from_parts(r, i, i + 1, parts) if len(parts) == 3 else None
    if (
        i
        and not items[i].spaced
        and items[i - 1].low in ("-", "/", "+", ".")
        and items[i - 2].kind in ("number", "dotted", "word")
    ):
        if not (
            items[i - 1].low in ("-", "–")
            and i >= 4
            and items[i - 2].kind == "number"
            and len(items[i - 2].text) == 4
        ):
            return None
    sign = items[i + 1].low
    if sign not in ("-", "/") or items[i + 1].spaced or items[i + 2].spaced or not items[i].text.isdecimal():
        return _eight(r, i)
    if items[i + 2].kind == "word":
        return _with_name(r, i, sign)
    if items[i + 2].kind != "number" or not items[i + 2].text.isdecimal():
        return None
    second = items[i + 2].text
    if (
        items[i + 3].low == sign
        and not items[i + 3].spaced
        and items[i + 4].kind == "number"
        and not items[i + 4].spaced
    ):
        end = i + 5
        texts = [items[i].text, second, items[i + 4].text]
        if not texts[2].isdecimal():
            return None
        return _from_parts(r, i, end, texts)
    if (
        items[i + 3].low in (sign, "-")
        and not items[i + 3].spaced
        and items[i + 4].kind == "number"
        and sign == "-"
        and not items[i + 4].spaced
    ):
        return None
    return _two_figures(r, i, items[i].text, second, sign)


def _with_name(r: Reading, i: int, sign: str) -> Moment | None:
    head = month_at(r, i + 2)
    if head is None or r.low(head[1]) != sign:
        return None
    first, last = _int(r.items[i]), _int(r.items[head[1] + 1])
    if first is None or last is None:
        return None
    if first > 31:
        return dated(r, i, head[1] + 2, first, head[0], last)
    return dated(r, i, head[1] + 2, last, head[0], first) if last > 31 else None


def _from_parts(r: Reading, i: int, j: int, parts: list[str]) -> Moment | None:
    """Year, month and day from three figures; the month comes first unless it can not be one."""
    lengths = [len(part) for part in parts]
    if max(lengths) > 4 or not all(part.isdecimal() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        return (
            dated(r, i, j, numbers[0], numbers[1], numbers[2])
            if numbers[1] <= 12 and numbers[0] >= 1000
            else None
        )
    if max(lengths[:2]) > 2 or lengths[2] not in (2, 4):
        return None
    year = numbers[2]
    if lengths[2] == 2:
        year += 2000 if year <= 40 else 1900
    month, number = numbers[0], numbers[1]
    if month > 12 or (parts and r.items[i].kind == "dotted" and number <= 12):
        month, number = number, month
    return dated(r, i, j, year, month, number) if 1 <= month <= 12 else None


def _two_figures(r: Reading, i: int, first: str, second: str, sign: str) -> Moment | None:
    if max(len(first), len(second)) > 4:
        return None
    a, b = int(first), int(second)
    before = r.low(i - 1)
    if (
        len(first) == 4
        and len(second) == 2
        and 1000 <= a <= 2199
        and 1 <= b <= 12
        and sign == "-"
        and b <= 12
    ):
        return dated(r, i, i + 3, a, b, None) if len(second) == 2 and before not in ("-",) else None
    if len(second) == 4 and len(first) <= 2 and 1 <= a <= 12 and 1000 <= b <= 2199:
        return dated(r, i, i + 3, b, a, None)
    if max(len(first), len(second)) > 2 or sign != "/" or r.low(i + 3) in ("/", "%"):
        return None
    near = before in (
        "on",
        "from",
        "to",
        "by",
        "until",
        "till",
        "before",
        "after",
        "since",
        "for",
        "next",
        "this",
        "between",
        "date",
        "?",
    )
    near = (
        near
        or before in WEEKDAYS
        or before in ("-", "–", "and")
        or (len(first) == 2 and len(second) == 2 and (a > 12) != (b > 12))
    )
    if not near:
        return None
    if a <= 12 and b <= 31:
        return dated(r, i, i + 3, None, a, b)
    return dated(r, i, i + 3, None, b, a) if b <= 12 and a <= 31 else None


def _eight(r: Reading, i: int) -> Moment | None:
    """``20161016``."""
    text = r.items[i].text
    if len(text) != 8 or not text.isdecimal() or not 1900 <= int(text[:4]) <= 2100:
        return None
    found = day(int(text[:4]), int(text[4:6]), int(text[6:]))
    return whole(i, i + 1, "day", (found, found), found.isoformat(), True) if found else None


# ---------------------------------------------------------------- years and more


_YEARLY = frozenset(
    "in since by until till of from before after during between through to than fiscal year late early mid and circa for within "
    "season the summer spring winter fall autumn fy calendar".split()
)
_UNYEARLY = frozenset(
    "about nearly almost roughly approximately around some only just over under exceeding least most fewer a an".split()
)


def _year(r: Reading, i: int) -> Moment | None:
    """A year alone: four digits that no unit and nothing counted follows."""
    item = r.items[i]
    found = year_at(r, i, bare=False)
    if found is None or (
        i and not item.spaced and r.low(i - 1) not in ("(", "'", '"', "“", "‘", "-", "–", "/", "~", "[", "—")
    ):
        return None
    value, j = found
    before, after = r.low(i - 1), r.items[j]
    if item.kind == "word":
        if before not in _YEARLY or before in ("than", "to", "of", "and", "for"):
            return None
    elif not _alone(r, i, j, value, before):
        return None
    days = year_days(value)
    short = (
        _int(r.items[j + 1])
        if after.low in ("-", "–", "/") and not after.spaced and not r.items[j + 1].spaced
        else None
    )
    if (
        short is not None
        and len(r.items[j + 1].text) == 2
        and value % 100 < short <= value % 100 + 1
        and r.low(j + 2) not in ("-", "/")
    ):
        days = decade_days(value, 2)
        return whole(i, j + 2, "year", days, f"{value:04d}/{value + 1:04d}", True)
    return whole(i, j, "year", days, f"{value:04d}", True)


def _alone(r: Reading, i: int, j: int, value: int, before: str) -> bool:
    after = r.items[j]
    if (
        before in _UNYEARLY
        or before in ("$", "€", "£", "#", "+", "no.", "=")
        or r.low(j) in ("%", "percent", "°")
    ):
        return False
    if (
        after.low in (".", ",")
        and not after.spaced
        and r.items[j + 1].kind == "number"
        and not r.items[j + 1].spaced
    ):
        return False
    if (
        after.low in ("-", "/")
        and not after.spaced
        and r.items[j + 1].kind == "number"
        and r.low(j + 2) in ("-", "/")
        and not r.items[j + 2].spaced
    ):
        return False
    if before in _YEARLY and before not in (
        "than",
        "for",
        "to",
        "of",
        "and",
        "the",
        "until",
        "from",
        "between",
        "by",
        "after",
        "before",
    ):
        return True
    if after.kind == "word" and after.spaced and after.low in _THINGS:
        return False
    if before in ("from", "between", "to", "and", "-", "–") and _reach_of_years(r, i, j, before):
        return True
    return 1900 <= value <= 2199 or (
        before in _YEARLY and before not in ("than", "for", "the", "of", "and", "to")
    )


def _reach_of_years(r: Reading, i: int, j: int, before: str) -> bool:
    """Whether a figure is one end of ``from 1628 to 1658``."""

    def plain(k: int) -> bool:
        value = _int(r.items[k]) if 0 <= k < len(r.items) else None
        return value is not None and len(r.items[k].text) == 4 and 1000 <= value <= 2199

    if before in ("from", "between"):
        return r.low(j) in ("to", "and", "until", "till", "-", "–") and plain(j + 1) and _ends_here(r, j + 2)
    return r.low(i - 3) in ("from", "between") and plain(i - 2) and _ends_here(r, j)


def _ends_here(r: Reading, j: int) -> bool:
    after = r.items[j]
    return (
        after.kind in ("mark", "end")
        and after.low not in ("%", "°", "-")
        or after.low
        in ("and", "in", "by", "when", "the", "as", "for", "with", "was", "is", "he", "she", "they")
    )


_THINGS = frozenset(
    "people men women children dollars euros pounds yen miles km kilometers kilometres metres meters feet tons tonnes users "
    "employees jobs workers houses homes cars square cubic million billion thousand hundred times points votes seats "
    "accounts copies units members students soldiers troops acres hectares kg mg ml calories cases deaths sq hp kwh".split()
)


def _decade(r: Reading, i: int) -> Moment | None:
    """``1990s``, ``the '90s``, ``the nineties``, ``21st century``."""
    item = r.items[i]
    value = _int(item)
    if value is not None:
        after = r.items[i + 1]
        if (
            len(item.text) == 4
            and value % 10 == 0
            and 1000 <= value <= 2190
            and after.low in ("s", "'s")
            and (not after.spaced or item.spaced and after.low == "s")
        ):
            years = 100 if value % 100 == 0 and value < 2000 else 10
            return whole(
                i,
                i + 2,
                "decade",
                decade_days(value, years),
                f"{value // 10}X" if years == 10 else f"{value // 100}XX",
                True,
            )
        if (
            len(item.text) == 2
            and value % 10 == 0
            and after.low in ("s", "'s")
            and not after.spaced
            and r.low(i - 1) in ("the", "'", "’", "‘", "early", "late", "mid")
        ):
            return whole(i, i + 2, "decade", decade_days(1900 + value), f"19{value // 10}X", True)
    rank = ordinal(r.items, i)
    if rank is not None:
        j = rank[1] + (r.low(rank[1]) == "-")
        if r.low(j) in ("century", "centuries") and 1 <= rank[0] <= 30:
            start = (rank[0] - 1) * 100
            return whole(i, j + 1, "century", decade_days(max(start, 1), 100), f"{rank[0] - 1:02d}XX", True)
    named = _DECADES.get(item.low)
    if named is not None and r.low(i - 1) in ("the", "early", "late", "mid"):
        return whole(i, i + 1, "decade", decade_days(1900 + named), f"19{named // 10}X", True)
    return None


_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


def _quarter(r: Reading, i: int) -> Moment | None:
    """``Q1 2019``, ``2019 q1``, ``2019-H2``, ``the third quarter of 2013``, ``first half of 2021``."""
    item = r.items[i]
    if item.low in ("q", "h") and r.items[i + 1].kind == "number" and not r.items[i + 1].spaced:
        number = _int(r.items[i + 1])
        if number is None or not 1 <= number <= (4 if item.low == "q" else 2):
            return None
        behind = _year_behind(r, i + 2)
        return _of_year(r, i, behind[1] if behind else i + 2, item.low, number, behind[0] if behind else None)
    year = year_at(r, i) if item.kind == "number" else None
    if year is not None:
        k = year[1] + (r.low(year[1]) == "-")
        if r.low(k) in ("q", "h") and r.items[k + 1].kind == "number":
            number = _int(r.items[k + 1])
            if number and number <= 4:
                return _of_year(r, i, k + 2, r.low(k), number, year[0])
        return None
    rank = ordinal(r.items, i)
    if rank is None:
        return None
    j = rank[1] + (r.low(rank[1]) in ("-",)) + (r.low(rank[1]) in ("fiscal", "calendar"))
    letter = {"quarter": "q", "half": "h"}.get(r.low(j))
    if letter is None or rank[0] > (4 if letter == "q" else 2):
        return None
    behind = _year_behind(r, j + 1)
    if behind is None and r.low(j + 1) == "of" and r.low(j + 2) in ("this", "last", "next"):
        return _of_relative_year(r, i, j + 3, letter, rank[0], r.low(j + 2))
    if behind is None and letter == "h":
        return None
    return _of_year(r, i, behind[1] if behind else j + 1, letter, rank[0], behind[0] if behind else None)


def _of_relative_year(r: Reading, i: int, j: int, letter: str, number: int, which: str) -> Moment | None:
    if r.low(j) != "year" or r.written is None:
        return None
    year = r.written.year + {"last": -1, "this": 0, "next": 1}[which]
    return _of_year(r, i, j + 1, letter, number, year)


def _of_year(r: Reading, i: int, j: int, letter: str, number: int, year: int | None) -> Moment | None:
    told = year is not None
    if year is None and r.written is not None:
        year = r.written.year
        span = quarter_days(year, number) if letter == "q" else half_days(year, number)
        if span and span[0] > r.written and not r.future(i):
            year -= 1
    if year is None:
        return whole(i, j, "quarter", None, f"XXXX-{letter.upper()}{number}", False)
    days = quarter_days(year, number) if letter == "q" else half_days(year, number)
    return whole(
        i, j, "quarter" if letter == "q" else "half", days, f"{year:04d}-{letter.upper()}{number}", told
    )


def _season(r: Reading, i: int) -> Moment | None:
    """``summer 2019``, ``the fall of 1998``, ``winter``: a season with its year, or clearly one."""
    item = r.items[i]
    code = SEASONS.get(item.low)
    if code is None:
        return None
    behind = _year_behind(r, i + 1)
    if behind is not None:
        return whole(i, behind[1], "season", season_days(behind[0], code), f"{behind[0]:04d}-{code}", True)
    before = r.low(i - 1)
    if not (
        before in ("in", "during", "since", "until", "by", "every", "of")
        or (before == "the" and r.low(i - 2) in ("in", "during", "of", "since", "by", "until", "for"))
    ):
        return None
    if item.low in ("spring", "fall") and (
        r.low(i + 1) in ("of", "in", "from", "to", "back", "into")
        or before not in ("the", "in", "during", "since")
    ):
        return None
    if before == "of" or r.written is None:
        return whole(i, i + 1, "season", None, code, False)
    year = r.written.year
    days = season_days(year, code)
    if days and days[0] > r.written and not r.future(i):
        year -= 1
        days = season_days(year, code)
    return whole(i, i + 1, "season", days, f"{year:04d}-{code}", False)


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
    ranked = _day_number(r, k)
    if (
        ranked is not None
        and (ranked[2] or k == j)
        and r.low(ranked[1]) not in (":", "am", "pm", "a.m.", "p.m.", "-", "to", "o'clock", "oclock", ".")
    ):
        if ranked[2] or (
            r.items[k].kind == "number"
            and r.items[ranked[1]].kind in ("mark", "end")
            or r.low(ranked[1]) == "between"
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
    behind = _year_behind(r, j)
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


_NUMBER_RULES = (_figures, _day_first, _decade, _quarter, _year)
_WORD_RULES = (_month_first, _weekday, _day_first, _quarter, _season, _decade, _holiday, _year)
