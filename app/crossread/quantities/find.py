"""Every quantity of a text, in its order: the lexemes are walked once, each place is tried with each grammar."""

from datetime import date

from crossread.quantities.counted import counted
from crossread.quantities.lexeme import Lexeme, lexemes
from crossread.quantities.measure import Measure, joined, measure
from crossread.quantities.quantity import Quantity
from crossread.quantities.tables import number_words
from crossread.text.span import Span

_COUNTS = frozenset({"number", "numrange", "multiple", "fraction", "percent"})


def find(text: str, written: date | None = None) -> tuple[Quantity, ...]:
    """The numbers, dates, durations, shares, sums of money ... that a text states, in its order.

    Args:
        text: any text.
        written: the day it was written, by which "last week" and "in February" are resolved; without it such
            expressions keep their TIMEX3 value but have no dates.
    """
    items = lexemes(text)
    dead = _addresses(text, items)
    found = _measures(items, dead)
    return tuple(_quantity(items, one) for one in found)


def _measures(items: list[Lexeme], dead: set[int]) -> list[Measure]:
    found: list[Measure] = []
    floor, i, starters = 0, 0, _starters()
    while i < len(items) - 1:
        item = items[i]
        begins = (
            item.kind == "number"
            or item.low in starters
            or (item.kind == "word" and item.low.endswith("fold"))
        )
        if not begins or i in dead:
            i += 1
            continue
        one = measure(items, i, floor)
        if one is None:
            i = _behind_number(items, i)
            continue
        both = joined(items, found[-1], one) if found else None
        if both is not None:
            found[-1] = both
            one = both
        else:
            found.append(one)
        floor = i = max(one.end, i + 1)
    return found


def _behind_number(items: list[Lexeme], i: int) -> int:
    return i + 1


def _starters() -> frozenset[str]:
    words = number_words()
    tables = (
        words.digit,
        words.teen,
        words.tens,
        words.hundred,
        words.scale,
        words.ordinal,
        words.part,
        words.multiple,
    )
    return frozenset(word for table in tables for word in table) | frozenset(
        "a an several few couple some tens hundreds - − – + minus negative plus percent per antepenultimate penultimate next the".split()
    )


def _addresses(text: str, items: list[Lexeme]) -> set[int]:
    """Indices of lexemes inside addresses of the web and of mail, whose figures say nothing."""
    dead: set[int] = set()
    begin = 0
    for i, item in enumerate(items):
        if item.spaced or i == 0:
            begin = i
        elif item.low in ("@", "www") or (
            item.low == "/" and items[i - 1].low == "/" and items[i - 2].low == ":"
        ):
            j = begin
            while j < len(items) - 1 and (j == begin or not items[j].spaced):
                dead.add(j)
                j += 1
    for i, item in enumerate(items):
        if item.low == "www" and item.spaced:
            j = i
            while j < len(items) - 1 and (j == i or not items[j].spaced):
                dead.add(j)
                j += 1
    return dead


def _quantity(items: list[Lexeme], one: Measure) -> Quantity:
    span = Span(items[one.start].start, items[one.end - 1].end)
    core = Span(items[one.core_start].start, items[one.core_end - 1].end)
    what = counted(items, one.end, one.value == 1) if one.kind in _COUNTS or one.hung else None
    return Quantity(
        span=span, core=core, kind=one.kind, value=one.value, low=one.low, high=one.high, unit=one.unit,
        approx=one.approx, counted=what, seconds=one.seconds, relative=one.relative, step=one.step, per=one.per,
    )  # fmt: skip
