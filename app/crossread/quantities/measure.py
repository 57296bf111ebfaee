"""Numbers with what belongs to them: units, ranges, hedges. No dates; those have a grammar of their own."""

from dataclasses import dataclass, replace
from fractions import Fraction

from crossread.quantities.atom import Atom, atom, multiple_word
from crossread.quantities.cardinals import ordinal
from crossread.quantities.hedge import BOUNDS, approximator, hedge_after, hedge_before
from crossread.quantities.lexeme import PADDING, Lexeme
from crossread.quantities.quantity import Approximator, QuantityKind
from crossread.quantities.tables import Hedge, unit_named
from crossread.quantities.traps import MONTH_NAMES, is_label, is_pronoun, is_score


@dataclass(frozen=True, slots=True)
class Measure:
    """What was read, in indices of lexemes; becomes a Quantity once its place in the text is settled.

    Attributes:
        start, end: of the whole, with its hedge.
        core_start, core_end: of the figure with its unit alone.
        kind, value, low, high, unit, per, approx, seconds, relative: as ``Quantity`` has them.
        step: how finely the figure is written ("29 million": a million).
        hung: the unit hangs on by a hyphen ("six-week").
    """

    start: int
    core_start: int
    core_end: int
    end: int
    kind: QuantityKind
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unit: str | None
    per: str | None
    approx: Approximator
    step: Fraction | None
    seconds: Fraction | None = None
    relative: str | None = None
    hung: bool = False


def measure(items: list[Lexeme], i: int, floor: int) -> Measure | None:
    """The quantity whose number begins at ``i``, with its range and hedges; nothing before ``floor`` is taken."""
    word = multiple_word(items, i)
    if word is not None:
        return _finish(items, word, None, floor)
    special = _percent_of(items, i) or _relative_ordinal(items, i)
    if special is not None:
        return special
    first = atom(items, i, floor)
    if first is None:
        return _ordinal(items, i)
    rank = ordinal(items, i)
    if rank is not None and rank[1] > first.end:
        return _ordinal(items, i)
    if is_score(items, first) or is_label(items, i, first) or is_pronoun(items, i, first):
        return None
    ranged = _range(items, first)
    if ranged is None and first.number.digits and not first.number.scaled and ordinal(items, i) is not None:
        return _ordinal(items, i)
    if (
        ranged is None
        and first.kind == "number"
        and i - 1 >= floor
        and items[i - 1].low in ("age", "aged", "ages")
    ):
        first = replace(first, kind="age", unit="year", start=i - 1)
    if ranged is None and _is_age_of_person(items, first):
        first = replace(first, kind="age", unit="year")
    return _finish(items, first, ranged, floor)


def _is_age_of_person(items: list[Lexeme], first: Atom) -> bool:
    """``Lena Holm, 52, said``: a bare figure between commas behind a name."""
    i = first.start
    if i < 2 or first.kind != "number" or not items[i].text.isdecimal() or len(items[i].text) > 3:
        return False
    comma, name = items[i - 1], items[i - 2]
    named = comma.low == "," and not comma.spaced and name.kind == "word" and name.text[0].isupper()
    closed = items[first.end].low in (",", ".") and not items[first.end].spaced and first.end == i + 1
    return (
        named
        and closed
        and first.number.value is not None
        and 1 <= first.number.value <= 115
        and name.low not in MONTH_NAMES
    )


# ---------------------------------------------------------------- ranges


def _range(items: list[Lexeme], first: Atom) -> Atom | None:
    """The atom behind a dash, ``to``, ``and`` or ``or`` if the two are the ends of one range."""
    j = first.end
    link = items[j].low
    before = items[first.start - 1].low if first.start else ""
    if link in ("-", "–", "—", "~", "−") and items[j].kind == "mark":
        if items[j].spaced != items[j + 1].spaced and items[j + 1].low != "to":
            return None
        if link == "—" and items[j].spaced:
            return None
        k = j + 1
    elif link in ("to", "through", "thru", "till"):
        k = j + 1 + (items[j + 1].low == "-")
    elif (link == "and" and (before == "between" or _opens(items, first, "between"))) or (
        link == "or" and not first.number.digits
    ):
        k = j + 1
    else:
        return None
    if link == "-" and items[j + 1].low == "to":  # 8- to 16-meter
        k = j + 2
    second = _atom_at(items, k, j + 1)
    if second is None or second.number.value is None or first.number.value is None:
        return None
    return second if _makes_range(items, first, second, link) else None


def _opens(items: list[Lexeme], first: Atom, word: str) -> bool:
    """Whether the word stands before the hedge before the number: "between about 10 and 20"."""
    _, begin = hedge_before(items, first.start, 0, first.kind)
    return begin > 0 and items[begin - 1].low == word


def _atom_at(items: list[Lexeme], k: int, floor: int) -> Atom | None:
    """The atom at ``k`` or just behind its currency sign or hedge."""
    for place in range(k, min(k + 4, len(items) - PADDING)):
        found = atom(items, place, floor)
        if found is not None:
            if found.start > k:
                _, begin = hedge_before(items, found.start, k, found.kind)
                if begin > k:
                    return None
            return found
        if items[place].kind == "end" or items[place].low in (".", ";"):
            return None
    return None


_WITH_THE_BOUND: dict[Hedge, Hedge] = {"less_than": "at_most", "more_than": "at_least"}
_MOVING = frozenset((
        'rose fell gained lost added climbed dropped jumped slid sank declined advanced surged '
        'tumbled slipped up down rise fall gain drop climb jump higher lower increased decreased '
        'rallied eased shed'
    ).split())  # fmt: skip


def _moves(items: list[Lexeme], first: Atom) -> bool:
    """Whether the first figure is a movement and the second the level it led to ("rose 18 cents to $5")."""
    return first.unit is not None and any(
        item.low in _MOVING for item in items[max(0, first.start - 2) : first.start]
    )


def _makes_range(items: list[Lexeme], first: Atom, second: Atom, link: str) -> bool:  # noqa: C901 - the cases of one rule stand together
    a, b = _elided(first, second)
    if a is None or b is None:
        return False
    if first.unit != second.unit and first.unit is not None:
        one, two = unit_named(first.unit), unit_named(second.unit or "")
        if second.unit is not None and (one is None or two is None or one.measures != two.measures):
            return False
        if second.unit is None and first.kind not in ("money", "percent", "dimension", "temperature"):
            return False
        if second.unit is None and first.kind != "money" and link != "to":
            return False
    if link == "or":
        return b == a + 1 and b <= 12
    if first.kind in ("percent", "percentpoint") and second.kind != first.kind:
        return False
    if link == "to" and _moves(items, first):
        return False
    before = items[first.start - 1].low if first.start else ""
    if link in ("-", "–", "−", "~", "—"):
        return b > a or (first.unit is not None and second.unit is not None) or a < 0
    if link in ("to", "through") and second.unit is None and first.unit is None and b <= a:
        return before == "from"
    return True


def _elided(first: Atom, second: Atom) -> tuple[Fraction | None, Fraction | None]:
    """The two ends, with the scale the first leaves to the second ("$10-12 million")."""
    a, b = first.number.value, second.number.value
    if a is None or b is None:
        return None, None
    if second.number.scaled and not first.number.scaled and second.number.digits == first.number.digits:
        size = _size_of(second)
        if size > 1 and a < b / size:
            return a * size, b
    return a, b


def _size_of(second: Atom) -> Fraction:
    """What the scale word of an atom multiplies by: the largest power of a thousand below its value."""
    value = second.number.value or Fraction(0)
    size = Fraction(1)
    while size * 1000 <= abs(value):
        size *= 1000
    return size


# ---------------------------------------------------------------- hedges and ends


def _finish(items: list[Lexeme], first: Atom, second: Atom | None, floor: int) -> Measure:
    """Join atom, range and hedges."""
    last = second or first
    start, core_start, core_end = first.start, first.start, last.end
    kind, unit, per = _kind_of(first, second), last.unit or first.unit, last.per or first.per
    meaning, begin = hedge_before(items, start, floor, kind)
    start = begin
    end = core_end
    if second is not None:
        return _ranged(items, first, second, meaning, begin, floor)
    after = hedge_after(items, end)
    value = first.number.value
    if after is not None:
        said, stop = after
        if said == "or_equal":
            widened = _WITH_THE_BOUND.get(meaning)
            if widened:
                meaning, end = widened, stop
        elif meaning not in BOUNDS or said == "about":
            meaning, end = (said if meaning not in BOUNDS else meaning), stop
    low, high = first.number.low, first.number.high
    approx: Approximator = "vague" if value is None else approximator(meaning)
    if value is not None:
        low, high = _bounds(meaning, value)
    if kind == "number" and value is not None and (meaning in BOUNDS or meaning == "equal"):
        kind = "numrange"
    seconds = _seconds(unit, value) if kind == "duration" else None
    return Measure(start, core_start, core_end, end, kind, value, low, high, unit, per, approx,
                   abs(first.number.step), seconds, hung=first.hung)  # fmt: skip


def _bounds(meaning: Hedge, value: Fraction) -> tuple[Fraction | None, Fraction | None]:
    if meaning in ("more_than", "at_least"):
        return value, None
    if meaning in ("less_than", "at_most"):
        return None, value
    return (value, value) if meaning in ("equal", "only") else (None, None)


def _kind_of(first: Atom, second: Atom | None) -> QuantityKind:
    kind = second.kind if second is not None and second.kind not in ("number", "fraction") else first.kind
    if second is not None and kind in ("number", "fraction"):
        return "numrange"
    return kind


def _ranged(
    items: list[Lexeme], first: Atom, second: Atom, meaning: Hedge, begin: int, floor: int
) -> Measure:
    """Two atoms as the ends of a range; ``begin`` is where the hedge before them begins."""
    start, core_start, core_end = begin, first.start, second.end
    kind, unit, per = _kind_of(first, second), second.unit or first.unit, second.per or first.per
    a, b = _elided(first, second)
    assert a is not None and b is not None
    if first.unit and second.unit and first.unit != second.unit:
        one, two = unit_named(first.unit), unit_named(second.unit)
        if one and two:
            a = a * one.size / two.size
    opener = start - 1
    if opener >= floor and items[opener].low in ("between", "from"):
        start = opener
        if meaning == "exact" and (items[opener].low == "between" or kind == "numrange"):
            core_start = opener
    approx: Approximator = "about" if meaning in ("about", "just_under") else "exact"
    step = min(abs(first.number.step), abs(second.number.step))
    return Measure(
        start,
        core_start,
        core_end,
        core_end,
        kind,
        None,
        a,
        b,
        unit,
        per,
        approx,
        step,
        None,
        hung=second.hung,
    )


def _seconds(unit: str | None, value: Fraction | None) -> Fraction | None:
    found = unit_named(unit or "")
    return value * found.size if found is not None and value is not None else None


def joined(items: list[Lexeme], first: Measure, second: Measure) -> Measure | None:
    """``more than 10 and less than 40``: two bounds of one number, or None if they are two statements."""
    if first.kind != "numrange" or second.kind != "numrange" or second.start - first.end != 1:
        return None
    if items[first.end].low not in ("and", "but"):
        return None
    lows = [m.low for m in (first, second) if m.low is not None and m.high is None]
    highs = [m.high for m in (first, second) if m.high is not None and m.low is None]
    if len(lows) != 1 or len(highs) != 1 or lows[0] >= highs[0]:
        return None
    return replace(
        first,
        core_end=second.core_end,
        end=second.end,
        core_start=first.start,
        value=None,
        low=lows[0],
        high=highs[0],
        approx="exact",
    )


# ---------------------------------------------------------------- the rest


def _percent_of(items: list[Lexeme], i: int) -> Measure | None:
    """``percent of 10``, with no number before it."""
    if items[i].low not in ("percent", "per") or (i and items[i - 1].kind == "number"):
        return None
    j = i + 1 + (items[i].low == "per")
    if (
        (items[i].low == "per" and items[i + 1].low != "cent")
        or items[j].low != "of"
        or items[j + 1].kind != "number"
    ):
        return None
    found = atom(items, j + 1, j + 1)
    if found is None or found.kind != "number" or i:
        return None
    return Measure(
        i,
        i,
        found.end,
        found.end,
        "percent",
        found.number.value,
        None,
        None,
        "percent",
        None,
        "exact",
        found.number.step,
    )


def _ordinal(items: list[Lexeme], i: int) -> Measure | None:
    """A rank. First and second in running text only order what is said and are left out."""
    read = ordinal(items, i)
    if read is None:
        return None
    rank, end = read
    if (
        items[i].kind == "number"
        and i
        and not items[i].spaced
        and items[i - 1].low not in ("(", "'", '"', "“", "-")
    ):
        return None
    alone = i == 0 and items[end].kind == "end"
    if rank <= 2 and items[i].kind == "word" and not alone:
        return None
    if not alone and items[end].low in ("party", "parties", "-"):
        return None
    if not alone and end == i + 1 and items[i].kind == "word" and rank < 3:
        return None
    return Measure(i, i, end, end, "ordinal", Fraction(rank), None, None, None, None, "exact", Fraction(1))


_FROM_END = {"antepenultimate": "end-2", "penultimate": "end-1"}


def _relative_ordinal(items: list[Lexeme], i: int) -> Measure | None:
    """``the one before the last one``, ``next to last``, ``penultimate``: a rank counted from the end."""
    low, end, place = items[i].low, 0, ""
    if low in _FROM_END:
        end, place = i + 1, _FROM_END[low]
    elif low == "next" and items[i + 1].low == "to" and items[i + 2].low == "last":
        end, place = i + 3, "end-1"
    elif low == "the" and [x.low for x in items[i + 1 : i + 5]] == ["one", "before", "the", "last"]:
        end, place = i + 5 + (items[i + 5].low == "one"), "end-1"
    if not end:
        return None
    return Measure(i, i, end, end, "ordinal", None, None, None, None, None, "exact", None, relative=place)
