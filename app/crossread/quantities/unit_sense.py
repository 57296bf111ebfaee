"""Whether letters behind a number are a unit where they stand: "2 in" is a length, "2 in April" is not."""

from fractions import Fraction

from crossread.quantities.cardinals import Numeral
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.tables import Unit, number_words

ANGLES = frozenset(
    "rotate rotated angle angles tilt tilted latitude longitude slope turn turned bend compass".split()
)
HOT = frozenset(
    (
        "temperature temperatures weather outside heat warm warmer cold colder hot hotter oven boil "
        "freeze thermostat"
    ).split()
)
_LONE_SYMBOLS = frozenset("m s h g t l L A V W F C K J N R D Y d in p u b".split())


def is_unit(items: list[Lexeme], i: int, j: int, unit: Unit, end: int, number: Numeral) -> bool:  # noqa: C901 - the cases of one rule stand together
    """Whether the letters behind a number are a unit here.

    Args:
        items: the lexemes of the text.
        i: index of the number's first lexeme.
        j: index of the unit's first lexeme.
        unit: what the letters would stand for.
        end: index behind the unit's last lexeme.
        number: the number before it.
    """
    item, after = items[j], items[end]
    if item.text == "pm" or item.low == "am":
        return number.value is not None and number.value.denominator != 1 and number.step < Fraction(1, 10)
    if item.low == "in":
        long = after.low in ("thick", "long", "wide", "tall", "high", "deep", "x", "by", "diameter")
        return number.digits and (long or (after.kind in ("mark", "end") and after.low != "-"))
    if unit.kind == "duration" and item.low in ("d", "y", "w", "h", "s"):
        return (
            number.digits
            and not item.spaced
            and after.kind != "number"
            and number.value is not None
            and number.value < 1000
        )
    if (
        item.low == "second"
        and _hung(items, j)
        and items[j - 2].low in number_words().tens
        and not (i and items[i - 1].low in ("a", "an"))
    ):
        return False  # forty-second is a rank
    if (
        item.low == "second"
        and not number.digits
        and number.value not in (None, 1)
        and not _hung(items, j)
        and after.kind != "word"
    ):
        return False  # three hundred twenty second
    if item.low == "second" and number.value is not None and number.value != 1 and not _hung(items, j):
        return after.low not in ("round", "quarter", "half", "place", "time", "year", "set", "term")
    if item.low in ("minute", "hour", "day") and number.form == "ordinal":
        return False
    if item.text in _LONE_SYMBOLS and len(item.text) == 1:
        return _lone_symbol(items, i, j, end, number)
    if unit.name == "degree" and not number.digits:
        return any(near.low in HOT | ANGLES for near in items[max(0, i - 8) : end + 6])
    if unit.name in ("stone", "yard", "cup", "turn", "bar", "knot") and after.low == "s":
        return False
    if (
        item.low in ("story", "mb", "gm", "mo", "pc", "hm", "kt", "kn", "ms")
        and item.low == item.text
        and item.spaced
    ):
        return number.digits
    return True


def _hung(items: list[Lexeme], j: int) -> bool:
    return items[j - 1].low == "-"


def _lone_symbol(items: list[Lexeme], i: int, j: int, end: int, number: Numeral) -> bool:
    item, after = items[j], items[end]
    if (
        not number.digits
        or (after.kind == "number" and not after.spaced)
        or (after.low == "-" and not after.spaced)
    ):
        return False
    if after.low in ("'s", "&") or (i and items[i - 1].low in ("-", "#") and not items[i].spaced):
        return False
    if item.text in ("F", "C") and item.spaced and after.kind == "word":
        return any(near.low in HOT for near in items[max(0, i - 8) : end + 3]) or after.low in (
            "and",
            "to",
            "or",
            "is",
            "in",
        )
    if item.text in ("F", "C") and after.low == "/":
        return False
    if item.text in ("F", "C", "R", "K", "A") and not item.spaced and after.kind == "word":
        return False
    if item.text == "A" and item.spaced and after.kind == "word":
        return False
    return not (
        item.spaced and after.kind == "word" and after.text[:1].isupper() and item.text not in ("W", "V", "L")
    )
