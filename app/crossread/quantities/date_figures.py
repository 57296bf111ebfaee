"""Dates written in figures alone."""

from crossread.quantities.calendar import day
from crossread.quantities.date_pieces import WEEKDAYS, dated, month_at, whole_number
from crossread.quantities.moment import Moment, Reading, whole


def date_in_figures(r: Reading, i: int) -> Moment | None:
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
    ) and not (
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
    first, last = whole_number(r.items[i]), whole_number(r.items[head[1] + 1])
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
        return dated(r, i, i + 3, a, b, None) if len(second) == 2 and before != "-" else None
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
