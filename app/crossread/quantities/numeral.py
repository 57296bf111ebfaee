"""Numbers in digits, in words and mixed, read from lexemes: what begins where."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

from crossread.quantities.cardinals import (
    LARGEST,
    MINUS,
    Numeral,
    and_part,
    cardinal_words,
    ordinal_words,
    share_in_words,
)
from crossread.quantities.digits import in_digits, scale_behind
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.tables import NumberWords, number_words
from crossread.quantities.vague import plural_magnitude, several_at


def numeral(items: list[Lexeme], i: int) -> Numeral | None:
    """The number that begins at ``i``, as long as it goes, or None."""
    item = items[i]
    words = number_words()
    if item.kind == "number":
        return None if item.value is None else in_digits(items, i, words)
    if item.low in _SIGNS or item.kind == "mark":
        return _signed(items, i)
    if item.kind != "word":
        return None
    if item.low in _STARTS or item.low in words.digit or item.low in words.teen or item.low in words.tens:
        return _with_article(items, i, words) or _in_words(items, i, words)
    if item.low in words.hundred or item.low in words.scale or item.low in words.part:
        return _with_article(items, i, words) or _in_words(items, i, words)
    return None


_SIGNS = frozenset({"minus", "negative", "plus"})


_STARTS = frozenset({"a", "an", "several", "few", "couple", "tens", "hundreds", "ten's", "hundred's", "some"})


def _signed(items: list[Lexeme], i: int) -> Numeral | None:
    item = items[i]
    if items[i + 1].low in _SIGNS:
        return None
    if item.kind == "word":
        inner = numeral(items, i + 1) if item.low != "plus" or items[i + 1].kind == "number" else None
        negative = item.low in ("minus", "negative")
    elif item.low in MINUS or item.low == "+":
        before = items[i - 1] if i else None
        if (
            before is not None
            and not item.spaced
            and (before.kind in ("number", "word", "dotted") or before.low in ")]%")
        ):
            return None
        if items[i + 1].kind != "number" or (items[i + 1].spaced and (before is not None or item.low == "+")):
            return None
        inner = numeral(items, i + 1)
        negative = item.low != "+"
    else:
        return None
    if inner is None or inner.value is None or inner.form == "ordinal":
        return None
    return replace(inner, value=-inner.value if negative else inner.value)


def _with_article(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    """Numbers that begin with a, half, quarter, several, tens of, dozens of ..."""
    low = items[i].low
    if low in ("a", "an"):
        return _after_article(items, i, words)
    if low in words.part:
        return _part(items, i, words)
    if low in ("several", "few", "couple", "some"):
        return several_at(items, i, words)
    return plural_magnitude(items, i, words)


def _after_article(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    low = items[i + 1].low
    if low in words.part:
        return _part(items, i + 1, words)
    if low in ("few", "couple"):
        return several_at(items, i + 1, words)
    if items[i + 1].kind != "word":
        return None
    if low in words.hundred or (
        low in words.scale and not low.endswith("s") and low not in ("gross", "score", "mil")
    ):
        after = items[i + 2].low
        if after == "of" and low == "dozen":
            return None
        return _in_words(items, i + 1, words)
    below = ordinal_words(items, i + 1, words)
    if below is not None and below[0] > 2 and low not in ("second", "first"):
        behind = items[below[1]]
        if (
            below[0] >= 100
            or (behind.kind in ("mark", "end") and behind.low != "-")
            or behind.low in ("of", "in", "less", "more", "as")
        ):
            return Numeral(below[1], "fraction", Fraction(1, below[0]), step=Fraction(1, below[0]))
    return None


def _part(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    """``half``, ``half a million``, ``quarter of a million``, ``half million``."""
    value = words.part[items[i].low]
    j = i + 1
    if items[i].low.endswith("s") or items[i].low == "halves":
        return None
    k = j
    if items[k].low == "of" and items[k + 1].low in ("a", "an"):
        k += 2
    elif items[k].low in ("a", "an", "-"):
        k += 1
    size = words.scale.get(items[k].low)
    if (
        items[k].kind == "word"
        and size
        and not (items[k].low.endswith("s") and items[k].low[:-1] in words.scale)
    ):
        if size == 12:
            return Numeral(k + 1, "cardinal", value * 12)
        return Numeral(k + 1, "cardinal", value * size, step=value * size, scaled=True)
    if items[i].low == "quarter":
        article = i and items[i - 1].low in ("a", "one")
        return Numeral(j, "fraction", value, step=value) if article and items[j].low == "of" else None
    return Numeral(j, "fraction", value, step=value)


def _in_words(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:  # noqa: C901 - the cases of one rule stand together
    """A cardinal, a fraction or a decimal in words."""
    read = cardinal_words(items, i, words)
    if read is None or (items[i].low in ("dozen", "doz") and not (i and items[i - 1].low == "a")):
        return None
    whole, j, step, scaled = read
    if whole > LARGEST:
        return None
    value = Fraction(whole)
    fraction = _fraction(items, j, value, words)
    if fraction is not None:
        return fraction
    if items[j].low == "point":
        decimals = _point(items, j + 1, words)
        if decimals is not None:
            value, step, j = value + decimals[0], decimals[1], decimals[2]
            more = scale_behind(items, j, value, step, words)
            if more is not None:
                value, step, j = more
            return Numeral(j, "cardinal", value, step=step, scaled=scaled or more is not None)
    over = share_in_words(items, j, value, words)
    if over is not None:
        return Numeral(over[1], "fraction", over[0], step=over[0])
    part = and_part(items, j, words)
    if part is not None:
        size = words.scale.get(items[j - 1].low, 1)
        more_size = words.scale.get(items[part[1]].low)
        if size > 1 and more_size and more_size < size:
            return Numeral(part[1] + 1, "cardinal", value + part[0] * more_size, scaled=True)
        value, step, j = value + part[0] * size, part[0] * size, part[1]
        if size == 1 and more_size:
            value, step, j = value * more_size, step * more_size, j + 1
            scaled = True
    return Numeral(j, "cardinal", value, step=step, scaled=scaled)


def _fraction(items: list[Lexeme], j: int, value: Fraction, words: NumberWords) -> Numeral | None:
    """``two thirds``, ``three-quarters``, ``one - fourth``, ``five eighths``, ``three twenty-firsts``."""
    k = j + 1 if items[j].low == "-" and items[j + 1].kind == "word" else j
    item = items[k]
    if item.kind != "word":
        return None
    if item.low in words.part and (value == 1) == (item.low in ("half", "quarter")):
        if (
            item.low == "quarter"
            and items[k + 1].low not in ("of", "mile", "miles")
            and value == 1
            and k == j
        ):
            size = words.scale.get(items[k + 1].low)
            if not size:
                return None
        share = value * words.part[item.low]
        size = words.scale.get(items[k + 1].low)
        if size and items[k + 1].kind == "word":
            return Numeral(
                k + 2, "cardinal", Fraction(share * size), step=Fraction(share * size), scaled=True
            )
        return Numeral(k + 1, "fraction", Fraction(share), step=Fraction(share))
    below = ordinal_words(items, k, words, plural=True)
    if below is None or (not below[2] and value != 1):
        return None
    if below[0] < 3 or (value == 1 and below[2]):
        return None
    if value == 1 and below[0] >= 100 and items[below[1]].low != "of":
        return None
    if (
        value == 1
        and k == j
        and items[below[1]].kind == "word"
        and items[below[1]].low not in ("of", "the", "as", "more", "less")
    ):
        return None
    share = value / below[0]
    return Numeral(below[1], "fraction", share, step=share)


def _point(items: list[Lexeme], j: int, words: NumberWords) -> tuple[Fraction, Fraction, int] | None:
    """The decimals behind ``point``, digit by digit or as one number below a hundred."""
    digits, k = "", j
    while items[k].low in words.digit and len(digits) < 20:
        digits += str(words.digit[items[k].low])
        k += 1
    if not digits:
        read = cardinal_words(items, j, words)
        if read is None or read[0] > 99:
            return None
        digits, k = str(read[0]), read[1]
    step = Fraction(1, 10 ** len(digits))
    return int(digits) * step, step, k


@cache
def starters() -> frozenset[str]:
    """Words and signs at which a number may begin."""
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
        (
            "a an several few couple some tens hundreds - − – + minus negative plus percent per "
            "antepenultimate penultimate next the"
        ).split()
    )
