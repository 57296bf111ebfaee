"""Years, decades, centuries, quarters and seasons."""

from crossread.quantities.calendar import (
    SEASONS,
    decade_days,
    half_days,
    quarter_days,
    season_days,
    year_days,
)
from crossread.quantities.cardinals import ordinal
from crossread.quantities.date_pieces import whole_number, year_at, year_behind
from crossread.quantities.moment import Moment, Reading, whole

_YEARLY = frozenset(
    (
        "in since by until till of from before after during between through to than fiscal year late "
        "early mid and circa for within season the summer spring winter fall autumn fy calendar"
    ).split()
)


_UNYEARLY = frozenset(
    (
        "about nearly almost roughly approximately around some only just over under exceeding least "
        "most fewer a an"
    ).split()
)


def year_alone(r: Reading, i: int) -> Moment | None:
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
        whole_number(r.items[j + 1])
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
        value = whole_number(r.items[k]) if 0 <= k < len(r.items) else None
        return value is not None and len(r.items[k].text) == 4 and 1000 <= value <= 2199

    if before in ("from", "between"):
        return r.low(j) in ("to", "and", "until", "till", "-", "–") and plain(j + 1) and _ends_here(r, j + 2)
    return r.low(i - 3) in ("from", "between") and plain(i - 2) and _ends_here(r, j)


def _ends_here(r: Reading, j: int) -> bool:
    after = r.items[j]
    return (after.kind in ("mark", "end") and after.low not in ("%", "°", "-")) or after.low in (
        "and",
        "in",
        "by",
        "when",
        "the",
        "as",
        "for",
        "with",
        "was",
        "is",
        "he",
        "she",
        "they",
    )


_THINGS = frozenset(
    (
        "people men women children dollars euros pounds yen miles km kilometers kilometres metres "
        "meters feet tons tonnes users employees jobs workers houses homes cars square cubic million "
        "billion thousand hundred times points votes seats accounts copies units members students "
        "soldiers troops acres hectares kg mg ml calories cases deaths sq hp kwh"
    ).split()
)


def decade_at(r: Reading, i: int) -> Moment | None:
    """``1990s``, ``the '90s``, ``the nineties``, ``21st century``."""
    item = r.items[i]
    value = whole_number(item)
    if value is not None:
        after = r.items[i + 1]
        if (
            len(item.text) == 4
            and value % 10 == 0
            and 1000 <= value <= 2190
            and after.low in ("s", "'s")
            and (not after.spaced or (item.spaced and after.low == "s"))
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


def quarter_at(r: Reading, i: int) -> Moment | None:
    """``Q1 2019``, ``2019 q1``, ``2019-H2``, ``the third quarter of 2013``, ``first half of 2021``."""
    item = r.items[i]
    if item.low in ("q", "h") and r.items[i + 1].kind == "number" and not r.items[i + 1].spaced:
        number = whole_number(r.items[i + 1])
        if number is None or not 1 <= number <= (4 if item.low == "q" else 2):
            return None
        behind = year_behind(r, i + 2)
        return _of_year(r, i, behind[1] if behind else i + 2, item.low, number, behind[0] if behind else None)
    year = year_at(r, i) if item.kind == "number" else None
    if year is not None:
        k = year[1] + (r.low(year[1]) == "-")
        if r.low(k) in ("q", "h") and r.items[k + 1].kind == "number":
            number = whole_number(r.items[k + 1])
            if number and number <= 4:
                return _of_year(r, i, k + 2, r.low(k), number, year[0])
        return None
    rank = ordinal(r.items, i)
    if rank is None:
        return None
    j = rank[1] + (r.low(rank[1]) == "-") + (r.low(rank[1]) in ("fiscal", "calendar"))
    letter = {"quarter": "q", "half": "h"}.get(r.low(j))
    if letter is None or rank[0] > (4 if letter == "q" else 2):
        return None
    behind = year_behind(r, j + 1)
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


def season_at(r: Reading, i: int) -> Moment | None:
    """``summer 2019``, ``the fall of 1998``, ``winter``: a season with its year, or clearly one."""
    item = r.items[i]
    code = SEASONS.get(item.low)
    if code is None:
        return None
    behind = year_behind(r, i + 1)
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
