"""Dates reckoned from the day of writing: yesterday, last week, three months ago, earlier this year."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from crossread.quantities.calendar import (
    SEASONS,
    Days,
    decade_days,
    iso_week,
    month_days,
    months_from,
    part_of,
    quarter_days,
    season_days,
    shifted,
    week_of,
    weekday_near,
    weekend_of,
    year_days,
)
from crossread.quantities.dates import MONTHS, calendar_date, month_at, weekday_at
from crossread.quantities.moment import Moment, Reading, whole
from crossread.quantities.spell import Length, length_at

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
_LAST = frozenset({"last", "past", "previous", "preceding"})
_NEXT = frozenset({"next", "coming", "upcoming", "following", "forthcoming"})
_THIS = frozenset({"this", "current", "same", "present"})
_UNITS = {"week": "week", "wk": "week", "workweek": "week", "month": "month", "year": "year", "yr": "year", "quarter": "quarter",
          "decade": "decade", "century": "century", "weekend": "weekend", "day": "day", "fortnight": "fortnight", "yer": "year",
          "week's": "week", "month's": "month", "year's": "year", "quarter's": "quarter", "day's": "day"}  # fmt: skip
_PARTS = {"early": "early", "late": "late", "mid": "mid", "middle": "mid", "beginning": "early", "start": "early", "end": "late",
          "later": "late", "earlier": "early", "opening": "early", "close": "late"}  # fmt: skip


def relative_date(r: Reading, i: int) -> Moment | None:
    """The longest expression reckoned from the day of writing that begins at ``i``."""
    best: Moment | None = None
    for rule in (_day_word, _determined, _ago, _in_length, _now, _part_of_date, _to_date):
        found = rule(r, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


# ---------------------------------------------------------------- single words


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


def _day_word(r: Reading, i: int) -> Moment | None:
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


_PRESENT = (
    (("right", "now"), 2), (("at", "the", "moment"), 3), (("at", "the", "minute"), 3), (("at", "present"), 2),
    (("at", "this", "time"), 3), (("at", "the", "present", "time"), 4), (("at", "this", "moment"), 3), (("as", "of", "now"), 3),
    (("just", "now"), 2), (("currently",), 1), (("nowadays",), 1),
)  # fmt: skip


def _now(r: Reading, i: int) -> Moment | None:
    """The present, where the words say when and do not only join clauses."""
    low = r.low(i)
    if low == "now":
        closes = r.items[i + 1].kind in ("mark", "end") and r.low(i + 1) != "-"
        if (
            not closes
            or r.low(i - 1) in ("for", "until", "till", "by", "from", "right", "than")
            and not closes
        ):
            return None
        if r.low(i - 1) in ("for",) or (i and r.low(i - 1) in (",", ".")) or i == 0:
            return None
        return _present(r, i, i + 1)
    if low in ("recently", "lately"):
        return Moment(i, i + 1, "datetime", "now", None, "PAST_REF", True)
    if low == "in" and r.low(i + 1) == "the" and r.low(i + 2) in ("past", "future") and r.items[i + 3].kind in ("mark", "end"):
        timex = f"{r.low(i + 2).upper()}_REF"
        return Moment(i, i + 3, "datetime", "now", None, timex, True, core_start=i + 1, core_end=i + 3)
    for phrase, length in _PRESENT:
        if low == phrase[0] and all(r.low(i + k) == word for k, word in enumerate(phrase)):
            return _present(r, i, i + length)
    return None


def _present(r: Reading, i: int, j: int) -> Moment:
    return Moment(i, j, "datetime", "now", (r.written, r.written), "PRESENT_REF", True)


def _to_date(r: Reading, i: int) -> Moment | None:
    """``year to date``, ``till date``."""
    if r.low(i) == "year" and r.low(i + 1) == "to" and r.low(i + 2) == "date" and r.written:
        return whole(i, i + 3, "year", (date(r.written.year, 1, 1), r.written), f"{r.written.year:04d}", True)
    if r.low(i) in ("till", "until") and r.low(i + 1) in ("date", "now"):
        return Moment(i, i + 2, "daterange", "now", (None, r.written), "PRESENT_REF", True)
    return None


# ---------------------------------------------------------------- this, last, next


def _determined(r: Reading, i: int) -> Moment | None:
    """``last week``, ``this spring``, ``the past three months``, ``next Friday``, ``the same week``."""
    k = i + (r.low(i) in ("the", "these", "those"))
    count = None
    if r.low(k) not in _LAST | _NEXT | _THIS | {"first", "that"}:
        count = length_at(r, k, inner=_LAST | _NEXT)
        if count is None or count.said is None:
            return _the_unit(r, i) or _possessive(r, i)
        return _counted(r, i, count.end, count, count.said in _NEXT)
    word = r.low(k)
    j = k + 1
    if word == "this" and r.low(j) in _LAST | _NEXT:
        word, j = r.low(j), j + 1
        if word in _NEXT and weekday_at(r, j) is not None and r.written:
            found = shifted(weekday_near(r.written, weekday_at(r, j) or 0, True))
            if found == r.written:
                found = shifted(found, days=7)
            return whole(i, j + 1, "day", (found, found), found.isoformat() if found else "", True)
    if r.low(j) in ("calendar", "fiscal", "calender", "same"):
        j += 1
    if word in _LAST | _NEXT:
        several = length_at(r, j)
        if several is not None and several.plural:
            return _counted(r, i, several.end, several, word in _NEXT)
    step = -1 if word in _LAST else 1 if word in _NEXT else 0
    if word == "first":
        return None
    if word == "that" and r.low(j) not in ("weekend", "week", "month", "year"):
        return None
    return _stepped(r, i, k, j, step, word)


def _stepped(r: Reading, i: int, k: int, j: int, step: int, word: str) -> Moment | None:
    low = r.low(j)
    start = k if word in ("same",) and False else i
    unit = _UNITS.get(low)
    if unit is not None:
        if unit == "day" and (step == 0 or word in ("past",)):
            return None
        end = j + 1
        if r.low(end) == "'s":
            end = end
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


def _named_from(r: Reading, start: int, j: int, step: int, word: str) -> Moment | None:
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
        from crossread.quantities.calendar import named_day  # noqa: PLC0415
        from crossread.quantities.tables import holidays  # noqa: PLC0415

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


def _season_from(r: Reading, start: int, j: int, step: int, word: str) -> Moment | None:
    code = SEASONS[r.low(j)]
    if r.written is None or (word == "same"):
        return None
    year = r.written.year
    here = season_days(year, code)
    if here is not None and step < 0 and here[0] > r.written:
        year -= 1
    elif here is not None and step < 0 and here[1] >= r.written and here[0] <= r.written:
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
    if r.low(i) != "the" or _UNITS.get(r.low(i + 1)) is None:
        return None
    unit = _UNITS[r.low(i + 1)]
    if r.low(i + 2) in ("after", "before") and r.low(i + 3) in ("next", "last"):
        found = unit_from(r, unit, 2 if r.low(i + 2) == "after" else -2)
        return whole(i, i + 4, found[2], found[0], found[1], True) if found else None
    alone = r.items[i + 2].kind in ("mark", "end") and r.low(i + 2) not in ("-",)
    if (
        not alone
        or unit in ("decade", "century", "fortnight")
        or r.low(i - 1) in ("all", "of")
        and unit not in ("month", "year", "week", "day")
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
        week = _determined(r, k)
        if week is not None and week.grain == "week" and week.days and week.days[0]:
            found = shifted(week.days[0], days=number)
            return whole(i, week.end, "day", (found, found), found.isoformat(), True) if found else None
    return None


# ---------------------------------------------------------------- lengths of time


def _counted(r: Reading, i: int, j: int, length: Length, ahead: bool) -> Moment | None:
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


def _ago(r: Reading, i: int) -> Moment | None:
    """``three weeks ago``, ``a year earlier``, ``two days before yesterday``, ``3 weeks from now``, ``2 weeks after Easter``."""
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
    return whole(i, end, "day", _grained(found, length), timex, True)


def _at_grain(found: date, length: Length) -> str:
    """A point reckoned in years or months is no surer than that: ``two years ago`` is a year."""
    if length.unit in ("year", "decade", "century"):
        return f"{found.year:04d}"
    if length.unit == "month":
        return f"{found.year:04d}-{found.month:02d}"
    return iso_week(found) if length.unit in ("week", "fortnight") else found.isoformat()


def _grained(found: date, length: Length) -> Days:
    return found, found


def _clock(length: Length, sign: int) -> str:
    seconds = int(length.seconds or 0) * sign % 86400
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _anchor(r: Reading, j: int) -> tuple[date, int] | None:
    """The day from which a length is counted, and the index behind it."""
    if r.low(j) in ("now",) and r.written:
        return r.written, j + 1
    k = j + (r.low(j) == "the")
    found = calendar_date(r, k) or _day_word(r, k)
    if found is None or found.grain not in ("day",) or not found.days or found.days[0] is None:
        if found is not None and found.grain == "year" and found.days and found.days[0]:
            return found.days[0], found.end
        return None
    day_found = found.days[0]
    if not found.dated and r.written and day_found < r.written and r.low(j - 1) in ("after", "from"):
        day_found = shifted(day_found, years=1) or day_found
    return day_found, found.end


_HAPPENED = frozenset("was were had did has have took first highest lowest biggest largest best worst most rose fell grew gained lost "
                      "gaining rising falling times done made only once twice".split())  # fmt: skip


def _in_length(r: Reading, i: int) -> Moment | None:
    """``in two weeks``, ``within 3 days``, where the clause does not tell how long something took."""
    if r.low(i) not in ("in",) or r.written is None:
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


# ---------------------------------------------------------------- parts of dates


def _part_of_date(r: Reading, i: int) -> Moment | None:
    """``late April``, ``earlier this year``, ``the end of 2025``, ``mid-November``, ``early in the year``."""
    k = i + (r.low(i) == "the")
    part = _PARTS.get(r.low(k))
    if part is None or (r.low(k) in ("close", "opening") and r.low(k + 1) != "of"):
        return None
    j = k + 1
    if r.low(j) == "-" and not r.items[j].spaced:
        j += 1
    linked = r.low(j) in ("of", "in")
    j += linked
    if (
        r.low(k) in ("end", "start", "beginning", "middle")
        and not linked
        and not (r.low(k) == "end" and _is_stretch(r, j))
    ):
        return None
    inner = _inner(r, j)
    if inner is None or not _divisible(inner):
        return None
    if linked and r.low(j - 1) == "in" and part not in ("early", "late"):
        return None
    word = r.low(k)
    days = inner.days
    if days is not None and days[0] is not None and days[1] is not None:
        days = _cut(r, (days[0], days[1]), part, word, inner)
    start = i if r.low(i) != "the" or linked else k
    return replace(inner, start=start, days=days, kind="daterange" if inner.grain != "day" else inner.kind)


def _is_stretch(r: Reading, j: int) -> bool:
    return r.low(j) in ("this", "next", "last", "month", "year", "week", "december", "january")


def _inner(r: Reading, j: int) -> Moment | None:
    if r.low(j) == "the" and _UNITS.get(r.low(j + 1)) in (
        "week",
        "month",
        "year",
        "decade",
        "century",
        "quarter",
    ):
        if r.items[j + 2].kind == "word" and r.low(j + 2) in ("of", "after", "before"):
            return None
        found = unit_from(r, _UNITS[r.low(j + 1)], 0)
        return whole(j, j + 2, found[2], found[0], found[1], True) if found else None
    if r.low(j) in ("month", "year", "week") and r.items[j + 1].kind in ("mark", "end"):
        found = unit_from(r, r.low(j), 0)
        return whole(j, j + 1, found[2], found[0], found[1], True) if found else None
    k = j + (r.low(j) == "the")
    return _determined(r, j) or calendar_date(r, k)


def _divisible(inner: Moment) -> bool:
    return inner.grain in ("week", "month", "quarter", "half", "season", "year", "decade", "century") or (
        inner.grain == "day" and inner.kind == "date" and False
    )


def _cut(r: Reading, days: Days, part: str, word: str, inner: Moment) -> Days:
    """Earlier and later in a stretch that holds the day of writing are cut at that day."""
    if word in ("earlier", "later") and r.written is not None and days[0] <= r.written <= days[1]:
        return (days[0], r.written) if word == "earlier" else (r.written, days[1])
    return part_of(days, part)


__all__ = ["MONTHS", "relative_date", "unit_from"]
_ = Fraction
