"""What dates are put together from: months, years, days of the month."""

from crossread.quantities.calendar import day, month_days
from crossread.quantities.cardinals import ordinal
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.moment import Moment, Reading, once, whole
from crossread.quantities.numeral import numeral

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sept sep sept. sep.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        1,
    )
    for name in names.split()
}


WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mon.",
            "tuesday tue tues tue. tues.",
            "wednesday wed wed.",
            "thursday thu thur thurs thu. thurs.",
            "friday fri fri.",
            "saturday sat sat.",
            "sunday sun sun.",
        )
    )
    for name in names.split()
}


def whole_number(item: Lexeme) -> int | None:
    """The value of a figure of digits alone, or None."""
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


@once
def year_at(r: Reading, i: int, bare: bool = True) -> tuple[int, int] | None:
    """A year in four digits (or ``'98``, or in words) at ``i``, and the index behind it."""
    item = r.items[i]
    value = whole_number(item)
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
        short = whole_number(r.items[i + 1])
        if short is not None and r.low(i + 2) not in ("s", "'s"):
            return (1900 if short > 40 else 2000) + short, i + 2
    return year_in_words(r, i) if item.kind == "word" else None


@once
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


@once
def day_number(r: Reading, i: int) -> tuple[int, int, bool] | None:
    """A day of the month at ``i``: its number, the index behind it, whether it is written as a rank."""
    rank = ordinal(r.items, i)
    if rank is not None and 1 <= rank[0] <= 31:
        return rank[0], rank[1], True
    value = whole_number(r.items[i])
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


def year_behind(r: Reading, j: int) -> tuple[int, int] | None:
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
        short = whole_number(r.items[k])
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
