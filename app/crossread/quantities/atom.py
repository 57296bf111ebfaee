"""A number with its unit, currency or sign: the smallest thing that measures."""

from dataclasses import dataclass, replace
from fractions import Fraction

from crossread.quantities.cardinals import Numeral
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.numeral import numeral
from crossread.quantities.quantity import QuantityKind
from crossread.quantities.tables import Unit, currencies, minor_name, number_words, unit_named, units
from crossread.quantities.unit_sense import ANGLES, HOT, is_unit
from crossread.quantities.vague import magnitude_of_digits

_PERCENT = frozenset({"%", "p.c.", "p.c", "percent", "pct", "percents", "percentage", "٪", "％"})
_MULTIPLIED = frozenset(
    (
        "as more larger bigger higher greater the that what faster less fewer lower smaller stronger "
        "better longer worse its their his her older younger cheaper richer over than likelier"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A number with its unit.

    Attributes:
        start, end: indices of its lexemes.
        number: the bare number; its ``value``, ``low``, ``high`` and ``step`` are in ``unit``.
        kind, unit, per: what it is, of what, for each what.
        hung: the unit hangs on the number with a hyphen ("six-week").
    """

    start: int
    end: int
    number: Numeral
    kind: QuantityKind
    unit: str | None = None
    per: str | None = None
    hung: bool = False


def atom(items: list[Lexeme], i: int, floor: int = 0) -> Atom | None:
    """The number with its unit whose number begins at ``i``; a currency before it is taken from ``floor`` on."""
    number = magnitude_of_digits(items, i) or numeral(items, i)
    if number is None:
        return None
    kind: QuantityKind = "fraction" if number.form == "fraction" else "number"
    before = _currency_before(items, i, floor)
    if before is not None:
        code, part, start = before
        end = number.end
        written = currencies().at(items, end)
        if (
            written is not None
            and written[0][0] == code
            and items[end].kind == "word"
            and items[end].low in ("usd", "us")
        ):
            end = written[1]
        scaled, unit = _in_money(number, code, part)
        return _with_per(items, Atom(start, end, scaled, "money", unit))
    found = _unit_behind(items, i, number)
    return found or Atom(i, number.end, number, kind)


def _times(number: Numeral, size: Fraction) -> Numeral:
    if size == 1:
        return number

    def by(value: Fraction | None) -> Fraction | None:
        return None if value is None else value * size

    return replace(
        number, value=by(number.value), low=by(number.low), high=by(number.high), step=number.step * size
    )


def _currency_before(items: list[Lexeme], i: int, floor: int) -> tuple[str, Fraction, int] | None:
    found = currencies(True).before(items, i)
    if found is None:
        return _millions_code(items, i)
    (code, part), start = found
    if start < floor:
        if start + 1 <= i - 1 and floor <= i - 1 and items[i - 1].kind == "mark":
            start = i - 1  # "10 US $ 30": only the sign is left
        else:
            return None
    last = items[i - 1]
    has_sign = any(item.kind == "mark" for item in items[start:i])
    if not has_sign:
        coded = last.text.isupper() and len(last.text) >= 2
        if not coded and last.low not in ("dollar", "sen", "rs", "rs.", "usd", "eur", "gbp", "rp", "dhs"):
            return None
        if last.text in ("PS", "SOS", "TRY") and items[i].spaced:
            return None
    elif last.low == "=" and items[i - 2].low != "y":
        return None
    return code, part, start


def _millions_code(items: list[Lexeme], i: int) -> tuple[str, Fraction, int] | None:
    """``MAUD 60``: an M for millions before the code of a currency."""
    if not i or len(items[i - 1].text) != 4 or not items[i - 1].text.startswith("M"):
        return None
    code = _code(items[i - 1].text[1:])
    return (code, Fraction(1000000), i - 1) if code else None


def _code(text: str) -> str | None:
    """The ISO code if the three letters are one."""
    from crossread.quantities.lexeme import lexemes

    found = currencies().at(lexemes(text), 0) if text.isupper() and len(text) == 3 else None
    return found[0][0] if found else None


# ---------------------------------------------------------------- behind the number


def _unit_behind(items: list[Lexeme], i: int, number: Numeral) -> Atom | None:
    j = number.end
    if number.form == "vague" and items[j].low == "of" and items[j + 1].kind == "word":
        return _plain_unit(items, i, j + 1, number) if items[j + 1].low != "the" else None
    hung = items[j].low in ("-", "‑", "‐") and not items[j].spaced and not items[j + 1].spaced
    if hung and items[j + 1].kind == "word":
        found = _plain_unit(items, i, j + 1, number)
        return replace(found, hung=True) if found else None
    if items[j].low in ("[", "<", "(") and items[j + 2].low in ("]", ">", ")") and items[j].low != "(":
        unit = units().at(items, j + 1)
        if unit is not None and unit[1] == j + 2 and unit[0].kind != "duration":
            return Atom(i, j + 3, number, unit[0].kind, unit[0].name)
    return _plain_unit(items, i, j, number)


def _plain_unit(items: list[Lexeme], i: int, j: int, number: Numeral) -> Atom | None:  # noqa: C901 - the cases of one rule stand together
    item = items[j]
    if item.low in _PERCENT or (item.low == "per" and items[j + 1].low in ("cent", "cents")):
        return _percent(items, i, j, number)
    if item.low == "p" and items[j + 1].low == "." and items[j + 2].low == "c":
        return Atom(
            i, j + 3 + (items[j + 3].low == "." and not items[j + 3].spaced), number, "percent", "percent"
        )
    if item.low in ("basis", "bps") and (item.low == "bps" or items[j + 1].low in ("points", "point")):
        end = j + 1 + (item.low == "basis")
        return Atom(i, end, _times(number, Fraction(1, 100)), "percentpoint", "percentage point")
    if item.low in ("times", "x", "×", "fold") or (item.kind == "word" and item.low.endswith("fold")):
        found = _multiple(items, i, j, number)
        if found is not None:
            return found
    money = _currency_behind(items, i, j, number)
    if money is not None:
        return _with_per(items, money)
    if item.low in ("yo", "y.o.", "yrs.old") and number.digits:
        return Atom(i, j + 1, number, "age", "year")
    measured = units().at(items, j)
    if measured is None or not is_unit(items, i, j, measured[0], measured[1], number):
        return None
    unit, end = measured
    aged = _aged(items, i, end, number, unit)
    if aged is not None:
        return aged
    if unit.name == "degree" and unit.kind == "temperature":
        angle = any(item.low in ANGLES for item in items[max(0, i - 8) : end + 4])
        hot = any(item.low in HOT for item in items[max(0, i - 8) : end + 4])
        return Atom(i, end, number, "dimension" if angle and not hot else "temperature", "degree")
    whole = Atom(i, end, number, unit.kind, unit.name)
    if unit.kind == "dimension":
        return _with_per(items, _compound(items, whole, unit))
    return whole


def _percent(items: list[Lexeme], i: int, j: int, number: Numeral) -> Atom:
    end = j + 1 + (items[j].low == "per")
    if items[end].low in ("point", "points") and items[j].low == "percentage":
        return Atom(i, end + 1, number, "percentpoint", "percentage point")
    if items[end].low == "-" and items[end + 1].low in ("point", "points"):
        return Atom(i, end + 2, number, "percentpoint", "percentage point")
    return Atom(i, end, number, "percent", "percent")


def _multiple(items: list[Lexeme], i: int, j: int, number: Numeral) -> Atom | None:
    item = items[j]
    if item.low in ("x", "×"):
        after = items[j + 1]
        if (
            (item.spaced and after.kind == "number")
            or after.kind == "number"
            or (item.spaced and item.low == "x")
        ):
            return None
        return Atom(i, j + 1, number, "multiple", "times")
    if item.low == "times":
        if items[j + 1].low not in _MULTIPLIED:
            return None
        return Atom(i, _as_many(items, j + 1), number, "multiple", "times")
    return Atom(i, j + 1, number, "multiple", "times") if not item.spaced or item.low == "fold" else None


_AS = frozenset("many much large big high long often great fast likely expensive heavy strong".split())


def _as_many(items: list[Lexeme], j: int) -> int:
    """The index behind ``as many`` and the like, where it follows."""
    if items[j].low == "as" and items[j + 1].low in _AS:
        return j + 2
    return j


def multiple_word(items: list[Lexeme], i: int) -> Atom | None:
    """``twice as many``, ``double the``, ``doubled``, ``threefold``: a multiple in one word."""
    low = items[i].low
    value = number_words().multiple.get(low)
    if value is None and low.endswith("fold"):
        inner = number_words().digit.get(low[:-4]) or number_words().teen.get(low[:-4])
        value = Fraction(inner) if inner else None
    if value is None:
        return None
    after = items[i + 1].low
    if low in ("twice", "thrice"):
        compared = (
            after != "as" or items[i + 2].low in _AS or any(item.low == "as" for item in items[i + 3 : i + 6])
        )
        if after not in _MULTIPLIED or not compared:
            return None
    elif low in ("double", "triple", "treble", "quadruple") and after not in (
        "the",
        "that",
        "its",
        "what",
        "their",
        "as",
        "in",
        "his",
        "from",
    ):
        return None
    end = _as_many(items, i + 1)
    return Atom(i, end, Numeral(end, "cardinal", value, step=Fraction(1)), "multiple", "times")


def _currency_behind(items: list[Lexeme], i: int, j: int, number: Numeral) -> Atom | None:
    found = currencies().at(items, j)
    if found is None:
        if items[j].kind == "word" and len(items[j].text) == 4 and items[j].text[0] == "M":
            code = _code(items[j].text[1:])
            if code:
                return Atom(i, j + 1, _times(number, Fraction(1000000)), "money", code)
        return None
    (code, part), end = found
    first = items[j]
    if first.low in ("pound", "pounds") and end == j + 1:
        return None
    if first.kind == "word" and end == j + 1 and not _names_money(items, j, number):
        return None
    if first.kind == "mark" and items[end].kind == "number" and not items[end].spaced and first.spaced:
        return None  # "10 $30"
    scaled = number_words().scale.get(items[end].low)
    value, unit = _in_money(number, code, part)
    if scaled and items[end].kind == "word" and not number.scaled:
        value, end = _times(value, Fraction(scaled)), end + 1  # "75 USD million"
    if part == 1 and first.kind == "word":
        more = _small_change(items, end, code)
        if more is not None and value.value is not None:
            value, end = replace(value, value=value.value + more[0], step=Fraction(1, 100)), more[1]
    return Atom(i, end, value, "money", unit)


def _in_money(number: Numeral, code: str, part: Fraction) -> tuple[Numeral, str]:
    """Number and unit of a sum: cents stay cents, under their own name; millions of a currency become its units."""
    if part >= 1:
        return _times(number, part), code
    return number, minor_name(code, part)


_DOUBTFUL_MONEY = frozenset(
    {
        "won",
        "real",
        "rand",
        "lev",
        "lei",
        "sol",
        "sh",
        "p",
        "try",
        "r",
        "all",
        "top",
        "ether",
        "mark",
        "marks",
        "rp",
        "php",
        "fr",
        "tether",
        "lari",
        "mao",
        "fen",
        "colon",
        "sen",
        "punt",
        "crown",
        "gourde",
    }
)


def _names_money(items: list[Lexeme], j: int, number: Numeral) -> bool:
    """Whether a word that can be money is money here: "110 won" is, "3 won" in a match is not."""
    low, after = items[j].low, items[j + 1]
    if low not in _DOUBTFUL_MONEY:
        return True
    if low == "p":
        return number.digits and not items[j].spaced and number.value is not None and after.low != "m"
    if low in ("mao", "fen", "sen", "won"):
        return after.kind != "word" or after.low in (
            "a",
            "per",
            "to",
            "in",
            "and",
            "for",
            "five",
            "from",
            "on",
        )
    return number.scaled or (number.digits and (number.value or 0) >= 20)


def _small_change(items: list[Lexeme], j: int, code: str) -> tuple[Fraction, int] | None:
    """``and forty-five cents``, ``dollars 50``, ``and five mao five``: what is added to whole units."""
    k = j + 1 if items[j].low == "and" else j
    if items[k].kind not in ("number", "word"):
        return None
    inner = numeral(items, k)
    if inner is None or inner.value is None or inner.value.denominator != 1 or not 0 < inner.value < 100:
        return None
    found = currencies().at(items, inner.end)
    if found is not None and found[0][0] in (code, "USD") and found[0][1] < 1:
        part, end = found[0][1], found[1]
        last = numeral(items, end) if items[end].kind == "word" else None
        more = last.value * part / 10 if last and last.value and last.value < 10 else Fraction(0)
        return inner.value * part + more, last.end if more and last else end
    after = items[inner.end]
    closes = (after.kind in ("mark", "end") and after.low not in ("-", "%", "/", "$", ":")) or after.low in (
        "more",
        "and",
    )
    if (
        k == j
        and found is None
        and inner.value >= 10
        and closes
        and (items[k].kind == "number" or after.kind == "end")
    ):
        return inner.value / 100, inner.end
    return None


def _aged(items: list[Lexeme], i: int, end: int, number: Numeral, unit: Unit) -> Atom | None:
    """``five years old``, ``65-year-old``, ``3 years of age``."""
    if unit.kind != "duration" or unit.name not in ("year", "month", "week", "day"):
        return None
    k = end + 1 if items[end].low == "-" else end
    if items[k].low in ("old", "olds"):
        return Atom(i, k + 1, number, "age", unit.name)
    if items[k].low in ("yo", "y.o"):
        return Atom(i, k + 1, number, "age", unit.name)
    if items[end].low == "of" and items[end + 1].low == "age":
        return Atom(i, end + 2, number, "age", unit.name)
    return None


def _compound(items: list[Lexeme], first: Atom, unit: Unit) -> Atom:
    """``5 ft 2 in``, ``five feet and 2 inches``, ``6 pounds 3 ounces``: joined in the first unit."""
    pairs = {"foot": "inch", "pound": "ounce", "stone": "pound", "yard": "foot"}
    smaller = pairs.get(unit.name)
    if smaller is None or first.number.value is None:
        return first
    k = first.end + (items[first.end].low in ("and", ","))
    inner = numeral(items, k) if items[k].kind in ("number", "word") else None
    if inner is None or inner.value is None:
        return first
    found = units().at(items, inner.end)
    other = found[0] if found else None
    if other is None and smaller == "inch" and items[inner.end].low == "in":
        other, end = unit_named("inch"), inner.end + 1
    elif found is not None:
        end = found[1]
    if other is None or other.name != smaller:
        return first
    share = other.size / unit.size
    value = first.number.value + inner.value * share
    return replace(first, end=end, number=replace(first.number, value=value, step=share))


_PER_PLAIN = frozenset((
        'share person head capita employee unit household student user customer game match piece item '
        'night vote point patient child pound ticket'
    ).split())  # fmt: skip


_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}


def _with_per(items: list[Lexeme], whole: Atom) -> Atom:
    """``per gallon``, ``/hour``, ``a share``, ``an ounce``: for each what the measure holds."""
    j = whole.end
    item = items[j]
    if item.low in _ADVERBS:
        return replace(whole, per=_ADVERBS[item.low])
    k = j + 1
    if item.low == "-" and items[k].low in ("a", "an", "per"):
        k += 2 if items[k + 1].low == "-" else 1
    elif item.low not in ("/", "per", "a", "an") or (item.low == "/" and item.spaced):
        return whole
    found = units().at(items, k)
    if found is not None and found[0].name != "degree":
        if (
            item.low in ("a", "an")
            and found[0].kind == "duration"
            and items[found[1]].low in ("ago", "later", "earlier", "before", "after", "old")
        ):
            return whole
        return replace(
            whole,
            per=found[0].name,
            end=found[1] if whole.kind == "dimension" and item.low in ("/", "per") else whole.end,
        )
    if items[k].low in _PER_PLAIN or (item.low == "per" and items[k].kind == "word"):
        return replace(whole, per=items[k].low)
    return whole
