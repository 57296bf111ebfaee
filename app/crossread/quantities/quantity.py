"""A number, date, duration, share or sum of money as a text states it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from crossread.text.span import Span

QuantityKind = Literal[
    "number", "ordinal", "percent", "percentpoint", "money", "age", "dimension", "temperature", "multiple",
    "fraction", "numrange", "duration", "date", "time", "datetime", "daterange", "timerange", "set",
]  # fmt: skip
QUANTITY_KINDS: tuple[QuantityKind, ...] = get_args(QuantityKind)
Approximator = Literal[
    "exact", "about", "just_under", "more_than", "at_least", "less_than", "at_most", "vague"
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One mention of a quantity. All arithmetic is exact: integers and fractions, never floats.

    Attributes:
        span: the whole mention with its approximator ("nearly 25,000").
        core: the figure with its unit alone ("25,000").
        kind: what sort of quantity.
        value: one number with scale words applied, or None.
        low, high: bounds in the unit of value; None is unbounded or unknown.
        unit: ISO 4217 for money, a plain singular English name otherwise, or None.
        approx: how the text hedges the figure.
        counted: the span of what is counted ("fraudulent accounts"), or None.
        seconds: the length of a duration, or None.
        timex: TIMEX3 value of a date, time or duration, or None.
        start_date, end_date: first and last day of a date or range, inclusive; None where open.
        relative: for words such as last and next: "end+0", "current+1"; otherwise None.
        step: the worth of the last written place ("28.8 million": 100,000), or None.
        per: for each what the value holds ("gallon", "year"), or None.
    """

    span: Span
    core: Span
    kind: QuantityKind
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str | None = None
    approx: Approximator = "exact"
    counted: Span | None = None
    seconds: Fraction | None = None
    timex: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    relative: str | None = None
    step: Fraction | None = None
    per: str | None = None
