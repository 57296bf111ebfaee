"""Quantities as intervals on a common scale, and what two of them are to each other."""

from dataclasses import dataclass
from fractions import Fraction

from crossread.quantities.fact import Verdict
from crossread.quantities.quantity import Quantity
from crossread.quantities.tables import minor_unit, unit_named

HEDGED = Fraction(5, 100)
HEDGED_DURATION = Fraction(10, 100)
_DAY = 86400
_YEAR_DAYS, _MONTH_DAYS = Fraction(146097, 400), Fraction(146097, 4800)
_COARSEST = Fraction(1, 10)
_COARSEST_SCALED = Fraction(1, 5)
_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most"})


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity on the scale on which it is compared.

    Attributes:
        scale: what it can be compared with: "count", "share", "money USD", "length", "duration" in days, "date" ...
        value: the figure itself, without hedge, or None for ranges and vague magnitudes.
        low, high: what the words let it be; None is without limit.
        step: the worth of the last written place.
        bound: only one side is told ("more than", "at most").
        hedged: about, nearly, roughly.
        vague: no figure at all ("tens of thousands", "earlier this year").
        per: for each what, or empty.
        name: the TIMEX3 value of a date, or empty.
    """

    scale: str
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    step: Fraction
    bound: bool = False
    hedged: bool = False
    vague: bool = False
    per: str = ""
    name: str = ""

    def contains(self, other: "Interval") -> bool:
        """Whether all of the other lies inside this one."""
        low_fits = self.low is None or (other.low is not None and other.low >= self.low)
        return low_fits and (self.high is None or (other.high is not None and other.high <= self.high))

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a value in common."""
        return not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (other.high is not None and self.low is not None and other.high < self.low)
        )


def interval(quantity: Quantity) -> Interval | None:
    """The interval of a quantity, or None for what is not compared: repetitions, times of day, mere references."""
    match quantity.kind:
        case "date" | "daterange" | "datetime":
            return _of_dates(quantity)
        case "duration":
            return _of_duration(quantity)
        case "set" | "time" | "timerange":
            return None
        case "money":
            code, part = minor_unit(quantity.unit or "") or (str(quantity.unit), Fraction(1))
            return _of_number(quantity, f"money {code}", part)
        case "percent":
            return _of_number(quantity, "share", Fraction(1))
        case "fraction":
            return _of_number(quantity, "share", Fraction(100))
        case "age" | "dimension" | "temperature":
            unit = unit_named(quantity.unit or "")
            if unit is None:
                return None
            scale = "age" if quantity.kind == "age" else unit.measures
            return _of_number(quantity, scale, unit.size)
        case "number" | "numrange":
            return _of_number(quantity, "count", Fraction(1))
    return _of_number(quantity, quantity.kind, Fraction(1))


def _of_number(quantity: Quantity, scale: str, size: Fraction, hedge: Fraction = HEDGED) -> Interval | None:
    value, low, high = (
        None if x is None else x * size for x in (quantity.value, quantity.low, quantity.high)
    )
    step = abs((quantity.step or Fraction(0)) * size)
    per = quantity.per or ""
    if value is None:
        if low is None and high is None:
            return None
        if low is not None and high is not None and low > high:
            low, high = high, low
        return Interval(scale, None, low, high, step, vague=quantity.approx == "vague", per=per)
    if quantity.approx in _BOUNDS:
        return Interval(scale, value, low, high, step, bound=low is None or high is None, per=per)
    if quantity.approx == "about":
        return Interval(
            scale, value, value - abs(value) * hedge, value + abs(value) * hedge, step, hedged=True
        )
    if quantity.approx == "just_under":
        return Interval(scale, value, value - abs(value) * hedge, value, step, hedged=True, per=per)
    return Interval(scale, value, value, value, step, per=per)


def _of_duration(quantity: Quantity) -> Interval | None:
    """In days; months and years by their mean length."""
    unit = unit_named(quantity.unit or "")
    if unit is None:
        return None
    days = {
        "year": _YEAR_DAYS,
        "month": _MONTH_DAYS,
        "decade": 10 * _YEAR_DAYS,
        "century": 100 * _YEAR_DAYS,
    }.get(unit.name)
    size = days or unit.size / _DAY
    found = _of_number(quantity, "duration", size, HEDGED_DURATION)
    if found is None:
        return None
    if (
        found.value is not None
        and quantity.seconds is not None
        and quantity.value is not None
        and days is None
    ):
        total = quantity.seconds / _DAY
        if total != found.value:  # 2 hours 30 minutes
            return Interval("duration", total, total, total, size, hedged=found.hedged)
    return Interval(
        "duration", found.value, found.low, found.high, size, found.bound, found.hedged, found.vague
    )


def _of_dates(quantity: Quantity) -> Interval | None:
    start, end = quantity.start_date, quantity.end_date
    if (start is None and end is None) or (quantity.timex or "").endswith("_REF"):
        return None
    low = None if start is None else Fraction(start.toordinal())
    high = None if end is None else Fraction(end.toordinal())
    one_day = start is not None and start == end
    return Interval(
        "date", low if one_day else None, low, high, Fraction(1), vague=not one_day, name=quantity.timex or ""
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """What two intervals are to each other; None where they exclude each other."""

    verdict: Verdict
    reason: str


def judge(a: Interval, b: Interval) -> Judged:
    """Compare two quantities of one scale: same, rounding, vaguer or contradiction, with the rule that decided.

    The rules: equal figures are the same unless one of them is a bound; a finer figure rounds to a coarser by its
    last written place; hedged figures may differ by 5 % (lengths of time by 10 %); what contains the other is
    vaguer; what has nothing in common with it contradicts it.
    """
    if a.scale == "date":
        return _judge_dates(a, b)
    if a.value is not None and b.value is not None:
        return _judge_figures(a, b)
    if a.value is None and b.value is None and (a.low, a.high) == (b.low, b.high):
        return Judged("same", "equal")
    if a.contains(b) or b.contains(a):
        return Judged("vaguer", "contains")
    if a.meets(b):
        return Judged("vaguer", "overlaps")
    return Judged("contradiction", "apart")


def _judge_dates(a: Interval, b: Interval) -> Judged:
    if (a.low, a.high) == (b.low, b.high) or (a.name and a.name == b.name and a.meets(b)):
        return Judged("same", "equal")
    if a.contains(b) or b.contains(a):
        return Judged("vaguer", "contains")
    return Judged("vaguer", "overlaps") if a.meets(b) else Judged("contradiction", "apart")


def _judge_figures(a: Interval, b: Interval) -> Judged:
    assert a.value is not None and b.value is not None
    if a.value == b.value:
        if a.bound and b.bound:
            same_side = (a.low is None) == (b.low is None)
            return Judged("same", "equal") if same_side else Judged("rounding", "touches")
        return Judged("rounding", "touches") if a.bound or b.bound else Judged("same", "equal")
    gap = abs(a.value - b.value)
    size = max(abs(a.value), abs(b.value))
    if (a.bound or b.bound) and a.meets(b):
        if gap <= size * HEDGED:
            return Judged("rounding", "near")
        return Judged("vaguer", "contains" if a.contains(b) or b.contains(a) else "overlaps")
    coarse = max(a.step, b.step)
    hedged = a.hedged or b.hedged
    limit = _COARSEST_SCALED if hedged else _COARSEST
    if a.step != b.step and 2 * gap <= coarse and gap <= size * limit:
        return Judged("rounding", "rounds")
    if a.scale == "duration" and 2 * gap <= coarse and gap <= size * limit:
        return Judged("rounding", "rounds")
    hedge = HEDGED_DURATION if a.scale == "duration" else HEDGED
    if hedged and gap <= size * hedge:
        return Judged("rounding", "near")
    if (a.bound or b.bound) and not a.meets(b) and gap <= size * HEDGED and hedged:
        return Judged("rounding", "near")
    return Judged("contradiction", "apart")
