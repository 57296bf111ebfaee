"""Values in plain words, for labels and for the sentence that goes with a verdict."""

from datetime import date
from fractions import Fraction

from crossread.quantities.interval import Judged
from crossread.quantities.quantity import Quantity

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def figure(value: Fraction) -> str:
    """A number as a reader writes it: 28.8 million, 25,000, 3.5."""
    size = abs(value)
    for scale, name in _SCALES:
        if size >= scale and (value * 1000 / scale).denominator == 1:
            return f"{_decimal(value / scale)} {name}"
    return _decimal(value)


def _decimal(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{int(value):,}"
    if value.denominator in (3, 6, 7, 9) and value.denominator < 10 and abs(value) < 10:
        return f"{value.numerator}/{value.denominator}"
    rounded = round(value, 4)
    return f"{float(rounded):,.4f}".rstrip("0").rstrip(".") if abs(value) < 10**12 else f"{int(value):,}"


def day_words(some: date) -> str:
    """``June 5, 2026``."""
    return f"{_MONTHS[some.month - 1]} {some.day}, {some.year}"


def _plural(value: Fraction, unit: str) -> str:
    if value == 1 or unit in ("hertz", "celsius", "fahrenheit", "lux"):
        return unit
    words = unit.split(" ")
    head = {"foot": "feet", "inch": "inches", "century": "centuries"}.get(words[0], words[0] + "s")
    if words[0] in (
        "square",
        "cubic",
        "nautical",
        "business",
        "light",
        "long",
        "fluid",
        "watt",
        "kilowatt",
        "megawatt",
        "gigawatt",
        "terawatt",
    ):
        return " ".join(
            [words[0], *([{"foot": "feet", "inch": "inches"}.get(words[1], words[1] + "s"), *words[2:]])]
        )
    return " ".join([head, *words[1:]])


def figure_with_unit(quantity: Quantity) -> str:
    """The figure of a quantity with its unit: ``$100``, ``3 %``, ``six weeks`` as ``6 weeks``."""
    value = quantity.value
    if value is None:
        return ""
    number = figure(value)
    if quantity.kind == "money":
        sign = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}.get(quantity.unit or "")
        text = f"{sign}{number}" if sign else f"{number} {quantity.unit}"
        return f"{text} per {quantity.per}" if quantity.per else text
    if quantity.kind == "percent":
        return f"{number} %"
    if quantity.kind == "percentpoint":
        return f"{number} percentage {'point' if value == 1 else 'points'}"
    if quantity.kind == "multiple":
        return f"{number} times"
    if quantity.kind == "age":
        return f"{number} {_plural(value, quantity.unit or 'year')} old"
    if quantity.unit:
        return f"{number} {_plural(value, quantity.unit)}" + (f" per {quantity.per}" if quantity.per else "")
    return number


def understood(quantity: Quantity) -> str:
    """The value understood, with its leeway: ``42 days, ±10 %``, ``25,000 ↓``, ``1 Mar – 21 Jun 2026``."""
    if quantity.kind in ("date", "daterange", "datetime"):
        return _days_understood(quantity)
    if quantity.kind == "duration":
        return _duration_understood(quantity)
    if quantity.value is None:
        return _limits(quantity)
    return _with_leeway(figure_with_unit(quantity), quantity, "±5 %")


def _with_leeway(text: str, quantity: Quantity, about: str) -> str:
    """A value with the sign of its approximator."""
    match quantity.approx:
        case "about":
            return f"{text}, {about}"
        case "just_under":
            return f"{text} ↓"
        case "more_than":
            return f"> {text}"
        case "at_least":
            return f"≥ {text}"
        case "less_than":
            return f"< {text}"
        case "at_most" if quantity.low is None:
            return f"≤ {text}"
    return text


def _limits(quantity: Quantity) -> str:
    unit = {"percent": " %", "money": f" {quantity.unit}"}.get(
        quantity.kind, f" {quantity.unit}" if quantity.unit else ""
    )
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return f"{figure(low)} – {figure(high)}{unit}"
    if low is not None:
        return f"≥ {figure(low)}{unit}"
    return f"≤ {figure(high)}{unit}" if high is not None else quantity.timex or ""


def _duration_understood(quantity: Quantity) -> str:
    from crossread.quantities.interval import interval

    found = interval(quantity)
    if found is None or found.value is None:
        return _limits(quantity) + ("s" if quantity.unit and found is not None else "")
    days = found.value
    if days < 2:
        return figure_with_unit(quantity)
    text = f"{round(days):,} days"
    if days.denominator != 1:
        text = f"about {text}"
    return _with_leeway(text, quantity, "±10 %")


def _days_understood(quantity: Quantity) -> str:
    start, end = quantity.start_date, quantity.end_date
    if start is None:
        return f"until {_short(end, True)}" if end else quantity.timex or ""
    if end is None:
        return f"from {_short(start, True)}"
    if start == end:
        return _short(start, True)
    return f"{_short(start, start.year != end.year)} – {_short(end, True)}"


def _short(some: date, year: bool) -> str:
    text = f"{some.day} {_MONTHS[some.month - 1][:3]}"
    return f"{text} {some.year}" if year else text


def because(a: Quantity, b: Quantity, judged: Judged, words_a: str, words_b: str) -> str:
    """One plain sentence on why two quantities got their verdict; the same whichever comes first.

    Args:
        a, b: the quantities.
        judged: the verdict and the rule that decided.
        words_a, words_b: as they are written.
    """
    if (words_b, str(b.value)) < (words_a, str(a.value)):
        a, b, words_a, words_b = b, a, words_b, words_a
    one, other = f"“{words_a}”", f"“{words_b}”"
    match judged.reason:
        case "equal":
            if words_a.casefold() == words_b.casefold():
                return f"Both say {one}."
            return f"{one} and {other} are the same {'date' if a.start_date else 'figure'}."
        case "touches":
            figures = figure_with_unit(a)
            return (
                f"{one} and {other} name the same figure, {figures}; only the side they leave open differs."
            )
        case "rounds" if a.kind == "duration":
            return f"{one} and {other} come to the same length, rounded."
        case "rounds":
            finer, coarser = (a, b) if (a.step or 0) < (b.step or 0) else (b, a)
            return f"{_capital(figure_with_unit(finer))} rounds to {figure_with_unit(coarser)}."
        case "near":
            leeway = 10 if a.kind == "duration" else 5
            return f"{one} and {other} agree within {leeway} %."
        case "contains":
            return _contains(a, b, one, other)
        case "overlaps":
            return f"{one} and {other} overlap: neither excludes the other."
    return _apart(a, b, one, other)


def _contains(a: Quantity, b: Quantity, one: str, other: str) -> str:
    from crossread.quantities.interval import interval

    first, second = interval(a), interval(b)
    if first is not None and second is not None and not first.contains(second):
        one, other = other, one
    return f"{one} is vaguer and contains {other}."


def _apart(a: Quantity, b: Quantity, one: str, other: str) -> str:
    left, right = (words if value in ("", words[1:-1]) else f"{words} ({value})"
                   for words, value in ((one, understood(a)), (other, understood(b))))  # fmt: skip
    if a.kind == b.kind == "duration":
        return f"{left} and {right} cannot both hold."
    if a.kind == b.kind == "date":
        return f"{left} and {right} are different days."
    if a.timex and b.timex and len(a.timex) == len(b.timex) == len("2026"):
        return f"{one} and {other} are different years."
    return f"{left} and {right} have no value in common."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
