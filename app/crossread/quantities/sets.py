"""What happens again and again: daily, every Monday, once a week."""

from crossread.quantities.date_pieces import WEEKDAYS
from crossread.quantities.moment import Moment, Reading
from crossread.quantities.spell import length_at
from crossread.quantities.times import PARTS

_ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M",
    "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y",
    "annually": "P1Y", "semiannual": "P0.5Y", "semiannually": "P0.5Y",
    "biannual": "P0.5Y", "biannually": "P0.5Y", "everyday": "P1D", "nightly": "P1D",
    "hourly": "PT1H", "biennial": "P2Y", "weekends": "P1WE",
    "weekdays": "P1WD",
}  # fmt: skip
_UNITS = {
    "second": "PT1S",
    "minute": "PT1M",
    "hour": "PT1H",
    "day": "P1D",
    "week": "P1W",
    "month": "P1M",
    "quarter": "P3M",
    "year": "P1Y",
    "decade": "P10Y",
    "weekend": "P1WE",
    "weekday": "P1WD",
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "yr": "P1Y",
}


def repeated(r: Reading, i: int) -> Moment | None:
    """The repetition that begins at ``i``."""
    low = r.low(i)
    timex = _ADVERBS.get(low)
    if timex is not None:
        if low in ("weekends", "weekdays") and r.low(i - 1) in (
            "two",
            "three",
            "four",
            "of",
            "the",
            "several",
            "2",
            "3",
        ):
            return None
        return _set(i, i + 1, timex)
    if low in ("every", "each", "all") or (False):
        return _every(r, i)
    if low in ("once", "twice") and r.low(i + 1) in ("a", "per", "every", "each", "an"):
        timex = _UNITS.get(r.low(i + 2))
        return _set(i, i + 3, timex) if timex else None
    if low.endswith("s") and low[:-1] in WEEKDAYS and len(low) > 6:
        return _set(i, i + 1, f"XXXX-WXX-{WEEKDAYS[low[:-1]] + 1}")
    if low in WEEKDAYS and r.low(i + 1) in PARTS and r.low(i + 1).endswith("s"):
        return _set(i, i + 2, f"XXXX-WXX-{WEEKDAYS[low] + 1}T{PARTS[r.low(i + 1)]}")
    if (
        low in ("mornings", "afternoons", "evenings", "nights")
        and r.items[i + 1].kind in ("mark", "end")
        and r.low(i - 1) not in ("two", "three", "2", "3", "several", "many")
    ):
        return _set(i, i + 1, "T" + PARTS[low])
    return None


def _every(r: Reading, i: int) -> Moment | None:
    j = i + 1
    low = r.low(j)
    if r.low(i) == "all":
        return _set(i, j + 1, _UNITS[low[:-1]]) if low in ("weekends", "weekdays") else None
    if low == "single":
        j, low = j + 1, r.low(j + 1)
    if low == "other" and _UNITS.get(r.low(j + 1), "").startswith("P1"):
        return _set(i, j + 2, _UNITS[r.low(j + 1)].replace("1", "2", 1))
    timex = _UNITS.get(low)
    if timex is not None:
        return _set(i, j + 1, timex)
    if low in WEEKDAYS:
        return _set(i, j + 1, f"XXXX-WXX-{WEEKDAYS[low] + 1}")
    length = length_at(r, j)
    if length is not None and length.value is not None and length.plural:
        return _set(i, length.end, length.timex)
    return None


def _set(i: int, j: int, timex: str) -> Moment:
    return Moment(i, j, "set", "set", None, timex, True)
