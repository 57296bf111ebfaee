"""Magnitudes without a figure: several, dozens, tens of thousands."""

from fractions import Fraction

from crossread.quantities.cardinals import Numeral
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.tables import NumberWords

_VAGUE_FEW = {"several": (3, 9), "few": (2, 9), "couple": (2, 3), "some": (2, 9)}


def several_at(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    """``several``, ``a few hundred``, ``a couple of``."""
    low, high = _VAGUE_FEW[items[i].low]
    j = i + 1
    if items[i].low == "couple" and items[j].low == "of":
        j += 1
    item = items[j]
    size = words.scale.get(item.low) or words.hundred.get(item.low)
    if size and item.kind == "word":
        j += 1
        more = words.scale.get(items[j].low)
        if more and size <= 1000 < more + 1:
            size *= more
            j += 1
        if items[i].low == "some":
            return None
        return Numeral(j, "vague", None, Fraction(low * size), Fraction(high * size), scaled=True)
    if items[i].low == "some" or (
        items[i].low == "few" and not (i and items[i - 1].low in ("a", "past", "last", "next", "first"))
    ):
        return None
    followed = items[i].low == "several" and item.low in ("of", "other")
    if (item.kind == "mark" or item.low in ("of", "other", "and", "in")) and not followed:
        return None
    return Numeral(j, "vague", None, Fraction(low), Fraction(high))


_MAGNITUDES = {"tens": (10, 20, 99), "dozens": (12, 12, 120), "hundreds": (100, 100, 999)}


def plural_magnitude(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    """``dozens``, ``tens of thousands``, ``hundreds of millions``, ``thousands and thousands``, ``tens of 1000's``."""
    low = items[i].low
    if low in _MAGNITUDES:
        size, least, most = _MAGNITUDES[low]
    elif low.endswith("s") and low[:-1] in words.scale and words.scale[low] >= 1000:
        size = words.scale[low]
        least, most = size, size * 1000 - 1
    else:
        return None
    j = i + 1
    if items[j].low == "of":
        inner = _magnitude_word(items, j + 1, words)
        if inner is not None:
            times, k = inner
            if low not in _MAGNITUDES:
                return Numeral(
                    k, "vague", None, Fraction(size * times), Fraction((size * 1000 - 1) * times), scaled=True
                )
            return Numeral(
                k, "vague", None, Fraction(least * times), Fraction((most + 1) * times - 1), scaled=True
            )
    if items[j].low in ("and", "upon") and items[j + 1].low == low:
        return Numeral(j + 2, "vague", None, Fraction(least), None, scaled=True)
    if low == "tens":
        return Numeral(j, "vague", None, Fraction(20), Fraction(99), scaled=True)
    return Numeral(j, "vague", None, Fraction(least), Fraction(most), scaled=True)


def _magnitude_word(items: list[Lexeme], j: int, words: NumberWords, deep: int = 0) -> tuple[int, int] | None:
    """``thousands``, ``1000's``, ``1,000s`` as the second part of a vague magnitude."""
    item = items[j]
    if (
        item.kind == "word"
        and item.low.endswith("s")
        and item.low[:-1] in words.scale
        and words.scale[item.low] >= 1000
    ):
        size, j = words.scale[item.low], j + 1
        if items[j].low == "of" and deep < 2:
            inner = _magnitude_word(items, j + 1, words, deep + 1)
            if inner is not None:
                return size * inner[0], inner[1]
        return size, j
    if item.kind == "number" and item.value in (100, 1000, 1000000) and items[j + 1].low in ("s", "'s"):
        return int(item.value or 0), j + 2
    return None


def magnitude_of_digits(items: list[Lexeme], i: int) -> Numeral | None:
    """``1000's of``, ``1,000s``: a vague magnitude in digits."""
    item = items[i]
    if (
        item.kind == "number"
        and item.value in (100, 1000, 1000000)
        and items[i + 1].low in ("s", "'s")
        and not items[i + 1].spaced
    ):
        size = item.value or Fraction(1)
        return Numeral(i + 2, "vague", None, size, size * (10 if size == 100 else 1000) - 1, scaled=True)
    return None
