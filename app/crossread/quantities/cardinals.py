"""Whole numbers, ranks and parts in words."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from crossread.quantities.lexeme import Lexeme
from crossread.quantities.tables import NumberWords, number_stems, number_words

MINUS = frozenset({"-", "−", "–"})
Form = Literal["cardinal", "fraction", "ordinal", "vague"]


LARGEST = Fraction(10) ** 66


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text.

    Attributes:
        end: index of the lexeme behind it.
        form: what sort of number.
        value: exact, or None for a vague magnitude.
        low, high: bounds of a vague magnitude.
        step: the worth of the last written place ("28.8 million": 100,000).
        digits: it begins with a figure, not with words.
        scaled: a scale word or suffix was applied.
    """

    end: int
    form: Form
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    step: Fraction = Fraction(1)
    digits: bool = False
    scaled: bool = False


def share_in_words(
    items: list[Lexeme], j: int, value: Fraction, words: NumberWords
) -> tuple[Fraction, int] | None:
    """``1 over three``, ``one out of five hundred``: a share written with words."""
    k = j
    if items[j].low == "over":
        k = j + 1
    elif items[j].low == "out" and items[j + 1].low == "of":
        k = j + 2
    elif (
        items[j].low == "in"
        and value == 1
        and items[j + 1].kind == "word"
        and items[j + 1].low not in ("a", "an")
    ):
        k = j + 1
    if k == j:
        return None
    if items[k].kind == "number" and items[k].value is not None:
        below = Numeral(k + 1, "cardinal", items[k].value)
    else:
        read = cardinal_words(items, k, words)
        if read is None:
            return None
        below = Numeral(read[1], "cardinal", Fraction(read[0]))
    if not below.value or (items[j].low == "out" and below.value < value):
        return None
    if items[j].low == "in" and not 2 <= below.value <= 1000:
        return None
    if items[j].low == "over" and below.end < len(items) and items[below.end].kind == "word":
        return None  # "lent 10000 over 3 years"
    return value / below.value, below.end


def and_part(items: list[Lexeme], j: int, words: NumberWords) -> tuple[Fraction, int] | None:
    """``and a half``, ``and three quarters``, ``and one fourth``: the part and the index behind it."""
    if items[j].low != "and":
        return None
    k = j + 1
    if items[k].low in ("a", "an", "one") and items[k + 1].low in words.part:
        return words.part[items[k + 1].low], k + 2
    if items[k].low == "half":
        after = items[k + 1]
        return (words.part["half"], k + 1) if after.low not in ("of", "the", "a") else None
    top = 1 if items[k].low in ("a", "an") else words.digit.get(items[k].low)
    if not top:
        return None
    k += 1
    if items[k].low == "-":
        k += 1
    if items[k].low in words.part:
        return top * words.part[items[k].low], k + 1
    singular = items[k].low.removesuffix("s")
    below = words.ordinal.get(singular)
    if below and 2 < below <= 20 and (top == 1) == (singular == items[k].low):
        return Fraction(top, below), k + 1
    return None


def cardinal_words(items: list[Lexeme], i: int, words: NumberWords) -> tuple[int, int, Fraction, bool] | None:  # noqa: C901, PLR0912 - the cases of one rule stand together
    """A whole number in words from ``i``: value, index behind it, worth of its last word, whether scaled.

    The total grows by groups: each scale word closes a group and must be smaller than the one before it.
    """
    total, group, last, j, step = 0, -1, 10**60, i, 1
    scaled = False
    while True:
        k = j
        if (
            (j > i and items[j].low == "-" and items[j + 1].kind == "word")
            or (j > i and items[j].low in ("and", "&") and (group < 0 or group % 100 == 0))
            or (j > i and items[j].low == "," and group < 0 and items[j + 2].low in words.hundred)
        ):
            k = j + 1
        item = items[k]
        low = item.low if item.kind == "word" else ""
        if k > j and items[j].low in ("and", "&") and names_part(items, k + 1, words):
            break
        if low in words.digit:
            fits = group < 0 or (group % 10 == 0 and group % 100 != 10) or (group == 0 and k == j)
            if not fits or (k > j and items[j].low in ("and", "&") and low == "zero"):
                break
            group, step = max(group, 0) + words.digit[low], 1
        elif low in words.teen:
            if group > 0 and group % 100:
                break
            group, step = max(group, 0) + words.teen[low], 1
        elif low in words.tens:
            if group > 0 and group % 100:
                break
            group, step = max(group, 0) + words.tens[low], 1 if words.tens[low] % 10 else 10
        elif low in words.hundred:
            if (items[j].low in ("and", "&") and k > j) or group >= 100 or group == 0:
                break
            group, step = (1 if group < 0 else group) * 100, 100
        elif low in words.scale and not (
            low.endswith("s") and low not in ("dozens", "dozs", "lacs", "crores", "lakhs")
        ):
            size = words.scale[low]
            if low in ("gross", "score") or (k > j and items[j].low in ("and", "&")):
                break
            if group < 0 and total == 0 and j == i and low == "mil":
                break
            if size < last:
                total += (1 if group < 0 and j == i else max(group, 1) if group > 0 else 1) * size
                last, group, step = size, -1, size
            elif group < 0 and total:
                total, step = total * size, step * size
                last = size
            elif group > 0 and total:
                break
            else:
                break
            scaled = True
            if total > LARGEST:
                return None
        else:
            break
        j = k + 1
    if j == i:
        return None
    return total + max(group, 0), j, Fraction(step), scaled


def names_part(items: list[Lexeme], k: int, words: NumberWords) -> bool:
    """Whether the number before ``k`` counts parts: ``three quarters``, ``two-fifths``."""
    low = items[k + 1].low if items[k].low == "-" else items[k].low
    return low in words.part or (low.endswith("s") and low[:-1] in words.ordinal)


def ordinal_words(
    items: list[Lexeme], i: int, words: NumberWords, plural: bool = False
) -> tuple[int, int, bool] | None:
    """An ordinal in words or digits from ``i``: its rank, the index behind it, whether it is a plural (``thirds``)."""
    if items[i].kind == "number":
        value = items[i].value
        if (
            value is None
            or value.denominator != 1
            or items[i + 1].spaced
            or items[i + 1].low not in ("st", "nd", "rd", "th")
        ):
            return None
        return int(value), i + 2, False
    if items[i].kind != "word" or items[i].low not in number_stems():
        return None
    base, j = 0, i
    before = cardinal_words(items, i, words)
    if before is not None:
        base, j = before[0], before[1]
    k = j + 1 if j > i and items[j].low in ("-", "and") else j
    low = items[k].low
    many = plural and low.endswith("s") and low not in words.ordinal
    rank = words.ordinal.get(low[:-1] if many else low)
    if rank is None:
        return None
    if rank >= 100:
        if rank > base:
            return max(base, 1) * rank, k + 1, many
        rest = base % 1000 if rank == 100 else 0
        total = base - rest + max(rest, 1) * rank if rest < 100 else 0
        return (total, k + 1, many) if total else None
    if base and (base % 100 if rank >= 10 else base % 10):
        return None
    if base and rank < 10 and base % 100 == 10:
        return None
    return base + rank, k + 1, many


def ordinal(items: list[Lexeme], i: int) -> tuple[int, int] | None:
    """An ordinal number from ``i`` ("21st", "twenty-first"): its rank and the index behind it."""
    read = ordinal_words(items, i, number_words())
    return (read[0], read[1]) if read else None
