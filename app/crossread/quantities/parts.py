"""Early, middle and late parts of a stretch of time."""

from dataclasses import replace

from crossread.quantities.calendar import Days, part_of
from crossread.quantities.dates import calendar_date
from crossread.quantities.determined import determined
from crossread.quantities.moment import Moment, Reading, whole
from crossread.quantities.stretches import STRETCHES, unit_from

_PARTS = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "beginning": "early",
    "start": "early",
    "end": "late",
    "later": "late",
    "earlier": "early",
    "opening": "early",
    "close": "late",
}


def part_of_date(r: Reading, i: int) -> Moment | None:
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
        days = _cut(r, (days[0], days[1]), part, word)
    start = i if r.low(i) != "the" or linked else k
    return replace(inner, start=start, days=days, kind="daterange" if inner.grain != "day" else inner.kind)


def _is_stretch(r: Reading, j: int) -> bool:
    return r.low(j) in ("this", "next", "last", "month", "year", "week", "december", "january")


def _inner(r: Reading, j: int) -> Moment | None:
    if r.low(j) == "the" and STRETCHES.get(r.low(j + 1)) in (
        "week",
        "month",
        "year",
        "decade",
        "century",
        "quarter",
    ):
        if r.items[j + 2].kind == "word" and r.low(j + 2) in ("of", "after", "before"):
            return None
        found = unit_from(r, STRETCHES[r.low(j + 1)], 0)
        return whole(j, j + 2, found[2], found[0], found[1], True) if found else None
    if r.low(j) in ("month", "year", "week") and r.items[j + 1].kind in ("mark", "end"):
        found = unit_from(r, r.low(j), 0)
        return whole(j, j + 1, found[2], found[0], found[1], True) if found else None
    k = j + (r.low(j) == "the")
    return determined(r, j) or calendar_date(r, k)


def _divisible(inner: Moment) -> bool:
    return inner.grain in ("week", "month", "quarter", "half", "season", "year", "decade", "century") or (
        inner.grain == "day" and inner.kind == "date" and False
    )


def _cut(r: Reading, days: Days, part: str, word: str) -> Days:
    """Earlier and later in a stretch that holds the day of writing are cut at that day."""
    if word in ("earlier", "later") and r.written is not None and days[0] <= r.written <= days[1]:
        return (days[0], r.written) if word == "earlier" else (r.written, days[1])
    return part_of(days, part)
