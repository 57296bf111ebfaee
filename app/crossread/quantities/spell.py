"""Lengths of time: six weeks, an hour and a half, several months."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from crossread.quantities.atom import atom
from crossread.quantities.calendar import shifted
from crossread.quantities.moment import Reading, once
from crossread.quantities.numeral import starters
from crossread.quantities.tables import Unit, unit_named, units

_LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "night": "D",
    "weekend": "WE",
    "business day": "BD",
    "quarter": "Q",
}
_CLOCK = frozenset({"second", "minute", "hour"})
_SMALLER = {"hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24), "year": ("month", 12)}
_MANY = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
    "fortnight": ("week", 2),
}
_VAGUE = {"few": 3, "several": 0, "some": 3, "couple": 2, "many": 0, "recent": 0}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Attributes:
        start, end: indices of its lexemes.
        value, unit: the (first) number and its unit.
        parts: every number with its unit ("2 hours 30 minutes").
        low, high: bounds where vague.
        said: last, past, next ... standing inside ("the 5 past minutes").
        hung: written with a hyphen ("six-week").
    """

    start: int
    end: int
    value: Fraction | None
    unit: str
    parts: tuple[tuple[Fraction, str], ...]
    low: Fraction | None = None
    high: Fraction | None = None
    said: str | None = None
    hung: bool = False
    plural: bool = True
    approximate: bool = False

    @property
    def vague(self) -> bool:
        """No number was given."""
        return self.value is None

    @property
    def clock(self) -> bool:
        """Measured in hours or less."""
        return self.unit in _CLOCK

    @property
    def seconds(self) -> Fraction | None:
        """The whole length, years of 365 days and months of 30."""
        if self.value is None:
            return None
        total = Fraction(0)
        for value, name in self.parts:
            unit = unit_named(name)
            total += value * (unit.size if unit else 0)
        return total

    @property
    def timex(self) -> str:
        """The TIMEX3 value: ``P6W``, ``PT2H30M``, ``PXM`` for some months."""
        days, clock = "", ""
        for written, unit in self.parts or ((None, self.unit),):
            value, name = written, unit
            more = _MANY.get(name)
            letter = _LETTERS.get(more[0] if more else name)
            if letter is None:
                continue
            if value is not None and value.denominator != 1 and name in _SMALLER:
                smaller, times = _SMALLER[name]
                if (value * times).denominator == 1:
                    value, name, letter = value * times, smaller, _LETTERS[smaller]
            count = "X" if value is None else _plain(value * (more[1] if more else 1))
            if name in _CLOCK:
                clock += count + letter
            elif value is None and more:
                days += {"decade": "XE", "century": "XC"}.get(name, "X" + letter)
            else:
                days += count + letter
        return f"P{days}" + (f"T{clock}" if clock else "")

    def from_day(self, base: date, sign: int) -> date | None:
        """The day that lies this long after ``base`` (before it with sign -1)."""
        years = months = days = 0
        for value, name in self.parts:
            more = _MANY.get(name)
            count, unit = (value * more[1], more[0]) if more else (value, name)
            if abs(count) > 100_000:
                return None
            if unit == "year":
                years += int(count)
                months += int((count - int(count)) * 12)
            elif unit == "month":
                months += int(count)
                days += int((count - int(count)) * 30)
            else:
                found = unit_named(unit)
                days += int(count * (found.size if found else 0) / 86400)
        return shifted(base, sign * years, sign * months, sign * days)


def _plain(value: Fraction) -> str:
    return str(int(value)) if value.denominator == 1 else f"{float(value):g}"


@once
def length_at(r: Reading, i: int, inner: frozenset[str] = frozenset()) -> Length | None:
    """The length of time that begins at ``i``; words of ``inner`` may stand between number and unit."""
    first = _one(r, i, inner)
    if first is None:
        return None
    parts = list(first.parts)
    end = first.end
    if first.value is not None:
        while True:
            k = end
            if r.low(k) == "and":
                k += 1
            nxt = _one(r, k, frozenset())
            if nxt is None or nxt.value is None or r.low(k) in ("a", "an"):
                break
            if _rank(nxt.unit) >= _rank(parts[-1][1]) or nxt.hung:
                break
            parts += nxt.parts
            end = nxt.end
        half = _and_half(r, end)
        if half is not None and len(parts) == 1:
            parts[0] = (parts[0][0] + half[0], parts[0][1])
            end = half[1]
    value = parts[0][0] if parts and first.value is not None else first.value
    return Length(
        i,
        end,
        value,
        first.unit,
        tuple(parts),
        first.low,
        first.high,
        first.said,
        first.hung,
        first.plural,
        first.approximate,
    )


def _rank(name: str) -> Fraction:
    unit = unit_named(name)
    return unit.size if unit else Fraction(0)


def _and_half(r: Reading, j: int) -> tuple[Fraction, int] | None:
    """``an hour and a half``, ``one year and a quarter``."""
    if r.low(j) != "and":
        return None
    k = j + 1 + (r.low(j + 1) == "a")
    parts = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
    found = parts.get(r.low(k))
    if found is None or r.low(k + 1) in ("of", "a"):
        return None
    return found, k + 1


def _one(r: Reading, i: int, inner: frozenset[str]) -> Length | None:
    """A number with its unit at ``i``: "a week", "half an hour", "a few days", "six months"."""
    items = r.items
    low = items[i].low
    if low in ("a", "an", "another", "one") and not (low == "one" and items[i + 1].low == "-"):
        unit = _unit(r, i + 1)
        if unit is not None and (
            items[i + 1].text.isupper() or items[i + 1].low in ("sec", "min", "mo", "wk")
        ):
            unit = None
        if unit is not None:
            if items[unit[1]].low == "old" or (items[unit[1]].low == "-" and not items[unit[1]].spaced):
                return None
            return Length(
                i, unit[1], Fraction(1), unit[0].name, ((Fraction(1), unit[0].name),), plural=low == "one"
            )
    if low == "half" and items[i + 1].low in ("a", "an", "-"):
        unit = _unit(r, i + 2)
        if unit is not None:
            return Length(
                i, unit[1], Fraction(1, 2), unit[0].name, ((Fraction(1, 2), unit[0].name),), plural=False
            )
    k = i + 1 if low == "a" and items[i + 1].low in ("few", "couple") else i
    if items[k].low in _VAGUE:
        j = k + 1 + (items[k].low == "couple" and items[k + 1].low == "of")
        unit = _unit(r, j)
        if unit is not None and items[j].low.endswith("s"):
            return Length(i, unit[1], None, unit[0].name, (), Fraction(2), Fraction(9), approximate=True)
        if items[k].low == "couple" and unit is None:
            return None
    return _counted(r, i, inner)


def _counted(r: Reading, i: int, inner: frozenset[str]) -> Length | None:
    items = r.items
    if items[i].kind == "word" and items[i].low not in starters():
        return None
    number = atom(items, i, i)
    if number is None or number.number.form == "ordinal":
        return None
    said = None
    if number.kind == "duration" and number.unit:
        j = number.end
        name = number.unit
        hung = number.hung
    else:
        j = number.number.end
        if number.kind not in ("number", "fraction") and number.kind != "duration":
            return None
        if items[j].low in inner:
            said, j = items[j].low, j + 1
        elif number.kind != "duration" and items[j].low not in (
            "more",
            "full",
            "consecutive",
            "straight",
            "additional",
        ):
            return None
        else:
            j += 1
        unit = _unit(r, j)
        if unit is None:
            return None
        name, j, hung = unit[0].name, unit[1], False
    value = number.number.value
    parts = ((value, name),) if value is not None else ()
    return Length(i, j, value, name, parts, number.number.low, number.number.high, said, hung)


def _unit(r: Reading, j: int) -> tuple[Unit, int] | None:
    found = units().at(r.items, j)
    if found is None or found[0].kind != "duration" or len(r.items[j].low) < 2:
        return None
    if (
        r.low(j) == "second"
        and r.items[found[1]].kind == "word"
        and r.low(found[1]) not in ("ago", "later", "and")
    ):
        return None
    return found
