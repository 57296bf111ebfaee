"""This, last, next: stretches and days counted from the present one."""

from dataclasses import replace
from datetime import timedelta

from crossread.quantities.calendar import (
    SEASONS,
    month_days,
    named_day,
    season_days,
    shifted,
    week_of,
    weekday_near,
)
from crossread.quantities.date_pieces import month_at
from crossread.quantities.dates import calendar_date, weekday_at
from crossread.quantities.lengths import counted_length
from crossread.quantities.moment import Moment, Reading, once, whole
from crossread.quantities.spell import length_at
from crossread.quantities.stretches import STRETCHES, unit_from
from crossread.quantities.tables import holidays

LAST = frozenset({"last", "past", "previous", "preceding"})


NEXT = frozenset({"next", "coming", "upcoming", "following", "forthcoming"})


_THIS = frozenset({"this", "current", "same", "present"})


@once
def determined(r: Reading, i: int) -> Moment | None:  # noqa: C901 - the cases of one rule stand together
    """``last week``, ``this spring``, ``the past three months``, ``next Friday``, ``the same week``."""
    k = i + (r.low(i) in ("the", "these", "those"))
    count = None
    if r.low(k) not in LAST | NEXT | _THIS | {"first", "that"}:
        count = length_at(r, k, inner=LAST | NEXT)
        if count is None or count.said is None:
            return _the_unit(r, i) or _possessive(r, i)
        return counted_length(r, i, count.end, count, count.said in NEXT)
    word = r.low(k)
    j = k + 1
    if word == "this" and r.low(j) in LAST | NEXT:
        word, j = r.low(j), j + 1
        if word in NEXT and weekday_at(r, j) is not None and r.written:
            found = shifted(weekday_near(r.written, weekday_at(r, j) or 0, True))
            if found == r.written:
                found = shifted(found, days=7)
            return whole(i, j + 1, "day", (found, found), found.isoformat(), True) if found else None
    if r.low(j) in ("calendar", "fiscal", "calender", "same"):
        j += 1
    if word in LAST | NEXT:
        several = length_at(r, j)
        if several is not None and several.plural:
            return counted_length(r, i, several.end, several, word in NEXT)
    step = -1 if word in LAST else 1 if word in NEXT else 0
    if word == "first":
        return None
    if word == "that" and r.low(j) not in ("weekend", "week", "month", "year"):
        return None
    return _stepped(r, i, j, step, word)


def _stepped(r: Reading, start: int, j: int, step: int, word: str) -> Moment | None:  # noqa: C901 - the cases of one rule stand together
    low = r.low(j)
    unit = STRETCHES.get(low)
    if unit is not None:
        if unit == "day" and (step == 0 or word == "past"):
            return None
        end = j + 1
        found = unit_from(r, unit, step)
        if found is None:
            return None if r.written else whole(start, end, unit, None, "XXXX", True)
        days, timex, grain = found
        if low == "workweek":
            days = (days[0], days[0] + timedelta(days=4))
        moment = whole(start, end, grain, days, timex, True)
        return _weekday_in(r, moment) or moment
    if low in SEASONS and r.written:
        return _season_from(r, start, j, step, word)
    head = month_at(r, j)
    if head is not None and not r.items[j].text[0].isupper() and low in ("may", "march", "mar"):
        return None
    if head is not None and r.written:
        number = calendar_date(r, j)
        if number is not None and number.grain == "day":
            return _shifted_day(r, replace(number, start=start), step)
        year = r.written.year
        if step > 0 and head[0] <= r.written.month:
            year += 1
        elif step < 0 and head[0] >= r.written.month:
            year -= 1
        if number is not None and number.dated:
            return replace(number, start=start)
        return whole(start, head[1], "month", month_days(year, head[0]), f"{year:04d}-{head[0]:02d}", True)
    return _named_from(r, start, j, step, word)


def _shifted_day(r: Reading, moment: Moment, step: int) -> Moment:
    if moment.dated or not moment.days or not moment.days[0] or not r.written:
        return moment
    found = moment.days[0]
    if step == 0:
        found = shifted(found, years=r.written.year - found.year) or found
    elif step > 0:
        same = shifted(found, years=r.written.year - found.year) or found
        found = same if same > r.written else shifted(same, years=1) or same
    return replace(moment, days=(found, found), timex=found.isoformat(), dated=True)


def _named_from(r: Reading, start: int, j: int, step: int, word: str) -> Moment | None:  # noqa: C901 - the cases of one rule stand together
    """A weekday or a day with a name behind this, last, next."""
    number = weekday_at(r, j)
    inner = calendar_date(r, j)
    if number is not None and r.written:
        if inner is not None and inner.end > j + 1 and inner.grain == "day":
            return replace(inner, start=start, dated=True)
        if word in ("past", "upcoming") or (word == "coming"):
            found = shifted(weekday_near(r.written, number, step > 0))
        else:
            monday = week_of(r.written)[0]
            found = shifted(monday, days=7 * step + number)
            if step < 0 and word == "last" and found and number < r.written.weekday():
                found = shifted(found, days=7)
            if step < 0 and found and word == "last" and found >= r.written:
                found = shifted(found, days=-7)
        if found == r.written and step:
            found = shifted(found, days=7 * step) if found else None
        return whole(start, j + 1, "day", (found, found), found.isoformat(), True) if found else None
    if (
        inner is not None
        and inner.grain == "day"
        and inner.kind == "date"
        and not inner.dated
        and r.items[j].kind != "number"
    ):
        rule = holidays().at(r.items, j)
        if rule is None or r.written is None:
            return replace(inner, start=start)
        here = named_day(rule[0], r.written.year)
        year = r.written.year
        if here is not None:
            year += 1 if step > 0 and here <= r.written else -1 if step < 0 and here >= r.written else 0
        found = named_day(rule[0], year)
        return whole(start, inner.end, "day", (found, found), found.isoformat(), True) if found else None
    if inner is not None and inner.grain == "day" and r.items[j].kind == "number":
        return _shifted_day(r, replace(inner, start=start), step)
    return None


def _season_from(r: Reading, start: int, j: int, step: int, word: str) -> Moment | None:
    code = SEASONS[r.low(j)]
    if r.written is None or (word == "same"):
        return None
    year = r.written.year
    here = season_days(year, code)
    if (here is not None and step < 0 and here[0] > r.written) or (
        here is not None and step < 0 and here[1] >= r.written and here[0] <= r.written
    ):
        year -= 1
    elif here is not None and step > 0 and here[0] <= r.written:
        year += 1
    elif code == "WI" and step == 0 and r.written.month <= 3:
        year -= 1
    return whole(start, j + 1, "season", season_days(year, code), f"{year:04d}-{code}", True)


def _weekday_in(r: Reading, week: Moment) -> Moment | None:
    """``next week on Tuesday``, ``this week Monday``."""
    j = week.end + (r.low(week.end) == "on")
    number = weekday_at(r, j) if week.grain == "week" else None
    if number is None or not week.days or not week.days[0]:
        return None
    found = shifted(week.days[0], days=number)
    return whole(week.start, j + 1, "day", (found, found), found.isoformat(), True) if found else None


def _the_unit(r: Reading, i: int) -> Moment | None:
    """``the week after next``, ``the month``, ``the weekend``."""
    if r.low(i) != "the" or STRETCHES.get(r.low(i + 1)) is None:
        return None
    unit = STRETCHES[r.low(i + 1)]
    if r.low(i + 2) in ("after", "before") and r.low(i + 3) in ("next", "last"):
        found = unit_from(r, unit, 2 if r.low(i + 2) == "after" else -2)
        return whole(i, i + 4, found[2], found[0], found[1], True) if found else None
    alone = r.items[i + 2].kind in ("mark", "end") and r.low(i + 2) != "-"
    if (
        not alone
        or unit in ("decade", "century", "fortnight")
        or (r.low(i - 1) in ("all", "of") and unit not in ("month", "year", "week", "day"))
    ):
        return None
    if r.low(i - 1) not in ("in", "of", "for", "over", "during", "this", "mom") and unit != "weekend":
        return None
    if unit == "day" and r.low(i - 1) not in ("of", "for"):
        return None
    found = unit_from(r, unit, 0)
    return whole(i, i + 2, found[2], found[0], found[1], True) if found else None


def _possessive(r: Reading, i: int) -> Moment | None:
    """``Friday of last week``, ``the first week of May``: reckoned inside another stretch."""
    number = weekday_at(r, i)
    if number is not None and r.low(i + 1) in ("of", "next", "last", "this"):
        k = i + 1 + (r.low(i + 1) == "of")
        week = determined(r, k)
        if week is not None and week.grain == "week" and week.days and week.days[0]:
            found = shifted(week.days[0], days=number)
            return whole(i, week.end, "day", (found, found), found.isoformat(), True) if found else None
    return None
