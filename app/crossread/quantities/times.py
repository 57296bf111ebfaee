"""Times of day and parts of days: 3:30 pm, noon, half past seven, this morning, last night."""

from dataclasses import dataclass

from crossread.quantities.calendar import shifted
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.moment import Moment, Reading, once
from crossread.quantities.numeral import numeral

_HALVES = {
    "am": "am",
    "a.m.": "am",
    "pm": "pm",
    "p.m.": "pm",
    "a": "am",
    "p": "pm",
    "a.m": "am",
    "p.m": "pm",
    "ampm": "",
    "o'clock": "",
    "oclock": "",
    "hrs": "",
    "gmt": "",
}
PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
    "dawn": "DA",
    "mornings": "MO",
    "afternoons": "AF",
    "evenings": "EV",
    "nights": "NI",
    "daytime": "DT",
    "nighttime": "NI",
    "lunchtime": "MEL",
    "dinnertime": "MED",
}
_MEALS = {"breakfast": "MEB", "lunch": "MEL", "dinner": "MED"}
_NAMED = {"noon": 720, "midday": 720, "midnight": 0, "noonish": 720, "noontime": 720}
ZONES = frozenset("gmt utc est edt pst pdt cst cdt mst mdt cet cest bst ist et pt ct mt".split())


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes since midnight, seconds, am, pm or neither, and how it was written.

    Attributes:
        end: index of the lexeme behind it.
        minutes: since midnight.
        seconds: of the minute, where they are told.
        half: "am", "pm", "fixed" where the hour is told as it is, or empty where that is open.
        exact: minutes are written, if only ":00".
    """

    end: int
    minutes: int
    seconds: int | None
    half: str
    exact: bool

    def timex(self) -> str:
        """``T15``, ``T15:30``, ``T15:30:20``."""
        return clock_timex(self.minutes, self.seconds, self.exact)


def clock_timex(minutes: int, seconds: int | None = None, exact: bool = False) -> str:
    """A TIMEX3 time; the hour alone where no minutes were written."""
    hour, minute = divmod(minutes % 1440, 60)
    if seconds is not None:
        return f"T{hour:02d}:{minute:02d}:{seconds:02d}"
    return f"T{hour:02d}:{minute:02d}" if minute or exact else f"T{hour:02d}"


def _whole(item: Lexeme) -> int | None:
    if item.kind == "number" and item.value is not None and item.text.isdecimal() and len(item.text) <= 4:
        return int(item.value)
    return None


@once
def clock_at(r: Reading, i: int, loose: bool = False) -> Clock | None:
    """A time on the clock at ``i``; with ``loose``, a bare hour counts too (after ``at``, ``from``, ``between``)."""
    low = r.low(i)
    if low in _NAMED:
        return Clock(i + 1, _NAMED[low], None, "fixed", False)
    if low == "12" and r.low(i + 1) in ("noon", "midnight"):
        return Clock(i + 2, _NAMED[r.low(i + 1)], None, "fixed", False)
    if low == "mid" and r.low(i + 1) in ("night", "day"):
        return None
    past = _past(r, i)
    if past is not None:
        return past
    return _digital(r, i, loose) or _spoken(r, i, loose)


def _half_at(r: Reading, j: int) -> tuple[str, int] | None:
    low = r.low(j)
    if low in _HALVES and not (low in ("a", "p") and (r.items[j].spaced or r.items[j + 1].low == "-")):
        if (
            low == "am"
            and r.items[j].spaced
            and r.items[j + 1].kind == "word"
            and r.low(j + 1) in ("not", "going", "a", "the")
        ):
            return None
        end = j + 1
        return _HALVES[low], end
    if low in ("a", "p") and r.low(j + 1) == "." and r.low(j + 2) == "m":
        return low + "m", j + 3 + (r.low(j + 3) == ".")
    return None


def _turned(hour: int, half: str) -> int | None:
    if half == "pm":
        return hour + 12 if hour < 12 else hour if hour < 24 else None
    if half == "am":
        return 0 if hour == 12 else hour if hour < 12 else None
    return hour if hour <= 24 else None


def _digital(r: Reading, i: int, loose: bool) -> Clock | None:  # noqa: C901 - the cases of one rule stand together
    item = r.items[i]
    if item.kind != "number" or (i and not item.spaced and r.low(i - 1) in (":", "$", "£", "€", "/", ".")):
        return None
    hour, minute, seconds, j, exact = _whole(item), 0, None, i + 1, False
    if r.low(j) == ":" and not r.items[j].spaced and not r.items[j + 1].spaced:
        minute_read = _whole(r.items[j + 1])
        if hour is None or minute_read is None or len(r.items[j + 1].text) != 2 or minute_read > 59:
            return None
        minute, j, exact = minute_read, j + 2, True
        if r.low(j) == ":" and not r.items[j].spaced and _whole(r.items[j + 1]) is not None:
            seconds, j = _whole(r.items[j + 1]), j + 2
            if seconds is None or seconds > 60:
                return None
    elif hour is None and "." in item.text and item.text.count(".") == 1:
        first, _, second = item.text.partition(".")
        if len(second) != 2 or len(first) > 2 or not first.isdecimal() or int(second) > 59 or int(first) > 23:
            return None
        hour, minute, exact = int(first), int(second), True
        if _half_at(r, j) is None and not (loose and r.low(i - 1) == "at"):
            return None
    elif hour is not None and len(item.text) in (3, 4) and hour % 100 < 60 and hour < 2400:
        half = _half_at(r, j)
        if half is None and not (
            loose and len(item.text) == 4 and item.text[0] in "01" and hour % 10 in (0, 5)
        ):
            return None
        hour, minute, exact = hour // 100, hour % 100, True
    if hour is None or hour > 24:
        return None
    half = _half_at(r, j)
    if half is not None:
        if half[0] and hour > 12:
            return Clock(half[1], hour * 60 + minute, seconds, "fixed", exact) if exact else None
        turned = _turned(hour, half[0])
        return (
            Clock(half[1], turned * 60 + minute, seconds, half[0] or "", exact)
            if turned is not None
            else None
        )
    if exact or (loose and len(item.text) <= 2 and 1 <= hour <= 12):
        if not exact and (
            (r.items[j].kind == "word" and r.low(j) not in _AFTER_HOUR) or r.low(j) in ("%", "/", "°", "$")
        ):
            return None
        return Clock(j, hour * 60 + minute, seconds, "fixed" if hour > 12 or hour == 0 else "", exact)
    return None


_AFTER_HOUR = frozenset((
        'to till until and through in on this tomorrow today yesterday tonight next last monday '
        'tuesday wednesday thursday friday saturday sunday for by or pst est cst gmt pt et december'
    ).split())  # fmt: skip


def _spoken(r: Reading, i: int, loose: bool) -> Clock | None:
    """``seven p.m.``, ``five-thirty``, ``eight o'clock``."""
    if r.items[i].kind != "word":
        return None
    first = numeral(r.items, i)
    if (
        first is None
        or first.value is None
        or first.digits
        or not 1 <= first.value <= 12
        or first.value.denominator != 1
        or r.low(i) in ("a", "an")
    ):
        return None
    hour, j, minute, exact = int(first.value), first.end, 0, False
    if j > i + 1:
        return None
    k = j + 1 if r.low(j) == "-" and not r.items[j].spaced else j
    second = numeral(r.items, k) if r.items[k].kind == "word" else None
    if (
        second is not None
        and second.value is not None
        and 10 <= second.value <= 59
        and second.value.denominator == 1
    ):
        closing = r.items[second.end]
        if loose or _half_at(r, second.end) or (k > j and closing.low in _AFTER_HOUR):
            minute, j, exact = int(second.value), second.end, True
    half = _half_at(r, j)
    if half is not None and not (r.low(j) in ("am", "a") and r.low(j) != "am"):
        turned = _turned(hour, half[0])
        return Clock(half[1], turned * 60 + minute, None, half[0], exact) if turned is not None else None
    if exact or (
        loose and ((r.items[j].kind in ("mark", "end") and r.low(j) != "-") or r.low(j) in _AFTER_HOUR)
    ):
        return Clock(j, hour * 60 + minute, None, "", exact)
    return None


def _past(r: Reading, i: int) -> Clock | None:
    """``half past seven``, ``a quarter to nine``, ``fifteen past eight``, ``thirty-six minutes past eight``."""
    k = i + (r.low(i) == "a")
    minutes = {"half": 30, "quarter": 15}.get(r.low(k))
    j = k + 1
    if minutes is None:
        if r.items[i].kind not in ("number", "word"):
            return None
        read = numeral(r.items, i)
        if read is None or read.value is None or read.value.denominator != 1 or not 1 <= read.value <= 59:
            return None
        minutes, j = int(read.value), read.end
        j += r.low(j) in ("minutes", "minute", "mins", "min")
    if r.low(j) not in ("past", "to", "till", "before", "after") or (
        r.low(j) in ("to", "before", "after", "till") and minutes not in (5, 10, 15, 20, 25)
    ):
        return None
    if (
        r.low(j) in ("to", "before", "after", "till")
        and r.low(k) != "quarter"
        and r.low(j - 1) not in ("minutes", "minute")
    ):
        return None
    hour = _digital(r, j + 1, True) or _spoken(r, j + 1, True)
    if hour is None or hour.minutes % 60 or hour.exact:
        return None
    total = hour.minutes + (minutes if r.low(j) in ("past", "after") else -minutes)
    return Clock(hour.end, total % 1440, None, hour.half, True)


@once
def part_of_day(r: Reading, i: int) -> Moment | None:
    """``in the morning``, ``this afternoon``, ``tomorrow night``, ``last night``, ``tonight``, ``after dinner``."""
    low, k = r.low(i), i
    by: int | None = None
    if low == "tonight":
        return _part(r, i, i + 1, "NI", 0)
    if low in ("this", "last", "tomorrow", "yesterday", "today", "next"):
        by = {"this": 0, "today": 0, "last": -1, "yesterday": -1, "tomorrow": 1, "next": 1}[low]
        k = i + 1
    elif low in ("late", "early") and r.low(i + 1) in ("this", "last", "tomorrow", "yesterday"):
        inner = part_of_day(r, i + 1)
        return inner.widened(i, inner.end, core=True) if inner is not None else None
    elif low in ("in", "during") and r.low(i + 1) == "the":
        k = i + 2
    elif (low in ("at", "in", "by") and r.low(i + 1) in ("night", "morning", "dawn", "lunchtime")) or (
        low == "the" and r.low(i + 1) in PARTS
    ):
        k = i + 1
    elif low in ("late", "early", "later", "earlier"):
        k = i + 1 + (r.low(i + 1) == "in") + (r.low(i + 1) == "in" and r.low(i + 2) == "the")
    if r.low(k) in ("early", "late"):
        k += 1
    code = PARTS.get(r.low(k))
    if code is None or ((k == i and low != "overnight") and not _stands_alone(r, i)):
        return None
    if (r.low(k) == "night" and r.low(k + 1) in ("club", "clubs")) or (
        r.low(k + 1) == "-" and not r.items[k + 1].spaced and r.low(k + 2) != "time"
    ):
        return None
    end = k + 1 + (2 if r.low(k + 1) == "-" and r.low(k + 2) == "time" else 0)
    return _part(r, i, end, code, by)


def _stands_alone(r: Reading, i: int) -> bool:
    low = r.low(i)
    if low.endswith("s"):
        return False
    return low in ("afternoon", "evening", "morning", "night", "lunchtime") and r.low(i - 1) not in (
        "good",
        "a",
        "one",
        "every",
        "each",
        "per",
        "last",
        "this",
        "of",
        "day",
        "all",
        "next",
        "1",
        "the",
        "two",
        "2",
        "and",
        "opening",
    )


def _part(r: Reading, i: int, j: int, code: str, by: int | None) -> Moment:
    if by is None:
        return Moment(i, j, "timerange", "part", None, f"T{code}", False)
    found = shifted(r.written, days=by) if r.written else None
    timex = f"{found.isoformat()}T{code}" if found else f"T{code}"
    return Moment(i, j, "timerange", "part", (found, found), timex, True)
