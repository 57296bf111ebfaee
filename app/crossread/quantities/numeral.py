"""Numbers in digits, in words and mixed, read from lexemes: cardinals, fractions, ordinals, vague magnitudes."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Literal

from crossread.quantities.lexeme import Lexeme
from crossread.quantities.tables import NumberWords, number_words

Form = Literal["cardinal", "fraction", "ordinal", "vague"]
LARGEST = Fraction(10) ** 66
_MINUS = frozenset({"-", "−", "–"})
_VAGUE_FEW = {"several": (3, 9), "few": (2, 9), "couple": (2, 3), "some": (2, 9)}


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


def numeral(items: list[Lexeme], i: int) -> Numeral | None:
    """The number that begins at ``i``, as long as it goes, or None."""
    item = items[i]
    words = number_words()
    if item.kind == "number":
        return None if item.value is None else _in_digits(items, i, words)
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
    elif item.low in _MINUS or item.low == "+":
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


# ---------------------------------------------------------------- digits


def _in_digits(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    item = items[i]
    assert item.value is not None
    value, step = item.value, item.step or Fraction(1)
    j, form = i + 1, "cardinal"
    if item.vulgar:
        form = "fraction"
    elif items[j].vulgar and items[j].value is not None and item.value.denominator == 1:
        value, step, j = value + items[j].value, items[j].value, j + 1  # type: ignore[operator]
    elif slash := _slashed(items, i):
        value, form, j, step = slash, "fraction", i + 3, slash
    elif mixed := _slashed(items, j):
        if items[j].spaced and item.value.denominator == 1 and abs(mixed) < 1:
            value, step, j = value + mixed, mixed, j + 3
    power = _powered(items, j, value)
    if power is not None:
        value, j, step = power[0], power[1], abs(power[0]) / 100 or Fraction(1)
    scaled = _scaled(items, j, value, step, words)
    if scaled is not None:
        value, step, j = scaled
        more = _continued(items, j, value, words)
        if more is not None:
            value, j = more
        if abs(value) > LARGEST:
            return None
        return Numeral(j, "cardinal", value, step=step, digits=True, scaled=True)
    if form == "cardinal":
        over = _over(items, j, value, words)
        if over is not None:
            return Numeral(over[1], "fraction", over[0], step=over[0] or Fraction(1), digits=True)
        part = _and_part(items, j, words)
        if part is not None and items[part[1] - 1].low not in ("second", "seconds"):
            value, step, j = value + part[0], part[0], part[1]
    return Numeral(j, "fraction" if form == "fraction" else "cardinal", value, step=step, digits=True)


def _slashed(items: list[Lexeme], i: int) -> Fraction | None:
    """``1/4`` at ``i``: whole numbers with a stroke between them, no date and no sum of more."""
    above, stroke = items[i], items[i + 1] if i + 1 < len(items) else None
    if above.kind != "number" or above.value is None or stroke is None or stroke.low not in ("/", "⁄", "∕"):
        return None
    below = items[i + 2]
    if (
        below.kind != "number"
        or not below.value
        or stroke.spaced
        or below.spaced
        or items[i + 3].low in ("/", "^")
    ):
        return None
    if i and items[i - 1].low == "-" and not above.spaced:
        return None
    if above.value.denominator != 1 or below.value.denominator != 1 or below.value < 2 or len(below.text) > 5:
        return None
    return above.value / below.value


def _powered(items: list[Lexeme], j: int, value: Fraction) -> tuple[Fraction, int] | None:
    """``1.1^23``, ``1.3x10^6``, ``2.48×10−5``."""
    if items[j].low == "^" and not items[j].spaced:
        power = _exponent(items, j + 1)
        if power and value and abs(power[0]) <= 66 and len(str(value)) <= 12:
            return value ** power[0] if value > 0 else -((-value) ** power[0]), power[1]
        return None
    if items[j].low not in ("x", "×", "X", "*") or items[j + 1].kind != "number" or j + 2 >= len(items):
        return None
    base = items[j + 1].value
    if base is None or base not in (2, 10):
        return None
    k = j + 2 + (items[j + 2].low == "^")
    power = _exponent(items, k)
    if power is None or (items[j + 2].low != "^" and items[k].low not in _MINUS) or abs(power[0]) > 66:
        return None
    return value * base ** power[0], power[1]


def _exponent(items: list[Lexeme], k: int) -> tuple[int, int] | None:
    sign = 1
    signs = 0
    while k < len(items) and items[k].low in ("-", "−", "+") and signs < 2:
        sign = -1 if items[k].low != "+" and not signs else 1
        k += 1
        signs += 1
    if signs == 2:
        sign = 1
    if k < len(items) and items[k].kind == "number" and items[k].value is not None and not items[k].spaced:
        power = items[k].value
        if power is not None and power.denominator == 1:
            return sign * int(power), k + 1
    return None


_PLURAL_AFTER_M = frozenset({"of", "in", "people", "users", "dollars", "euros", "pounds", "tonnes", "tons"})


def _scaled(
    items: list[Lexeme], j: int, value: Fraction, step: Fraction, words: NumberWords
) -> tuple[Fraction, Fraction, int] | None:
    """Scale words and suffixes behind a figure: value, step and index behind them."""
    start = j
    while True:
        item = items[j]
        k = j + 1 if item.low == "-" and items[j + 1].kind == "word" else j
        item = items[k]
        size = words.scale.get(item.low) or words.hundred.get(item.low)
        if size is not None and item.kind == "word" and (item.low != "score" and item.low != "gross"):
            if (
                item.low.endswith("s")
                and item.low[:-1] in words.scale
                and items[k + 1].low == "of"
                and k != j
            ):
                break
            value, step, j = value * size, step * size, k + 1
            continue
        if j == start and item.kind == "word" and item.text in words.suffix and _is_suffix(items, j):
            size = words.suffix[item.text]
            return value * size, step * size, j + 1
        break
    return (value, step, j) if j > start else None


def _is_suffix(items: list[Lexeme], j: int) -> bool:
    """Whether the letter at ``j`` multiplies the figure before it, or is a unit ("35m of", "100 m")."""
    item, after = items[j], items[j + 1]
    if item.text in ("bn", "Bn", "mn", "Mn", "tn", "Tn", "trn", "mil"):
        return True
    if item.text == "k" and not (after.kind == "number" and not after.spaced):
        return True
    money = j >= 2 and items[j - 2].kind == "mark" and items[j - 2].low in "$€£¥₹₩₽₪₺₦₱฿₫"
    code = (
        j >= 2
        and items[j - 2].kind == "word"
        and len(items[j - 2].text) in (2, 3)
        and items[j - 2].text.isupper()
    )
    if money or (code and not items[j - 1].spaced):
        return True
    if item.spaced:
        return (
            item.text in ("M", "K", "B") and (after.kind != "mark" or after.low in ".,;") and item.text != "K"
        )
    if item.text == "G" and len(items[j - 1].text) == 1:
        return False  # 5G
    if item.text in ("M", "B", "K", "b", "G"):
        return after.spaced or after.kind != "number"
    if item.text in ("m", "T", "t", "MM", "mm"):
        plural = (
            after.kind == "word" and after.spaced and (after.low in _PLURAL_AFTER_M or _plural(after.low))
        )
        return plural and item.text == "m"
    return False


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _continued(
    items: list[Lexeme], j: int, value: Fraction, words: NumberWords
) -> tuple[Fraction, int] | None:
    """``3 million and a half``, ``4 thousand 3 hundred and 21``: what is added behind a scale word."""
    last = items[j - 1].low
    size = words.scale.get(last) or words.hundred.get(last)
    part = _and_part(items, j, words)
    if part is not None and size:
        more = words.scale.get(items[part[1]].low)
        if more and more < size:
            return value + part[0] * more, part[1] + 1
        return value + part[0] * size, part[1]
    if not size:
        return None
    k = j
    if items[k].low == "and":
        k += 1
    item = items[k]
    if item.kind == "word" and k > j and size <= 1000:
        small = _cardinal_words(items, k, words)
        return (value + small[0], small[1]) if small and small[0] < size else None
    if (
        item.kind != "number"
        or item.value is None
        or item.value.denominator != 1
        or not 0 < item.value < size
    ):
        return None
    if len(item.text) > 3 and k == j:
        return None
    scale = words.hundred.get(items[k + 1].low) or words.scale.get(items[k + 1].low)
    if scale is None:
        return (value + item.value, k + 1) if k > j and size <= 1000 and value >= 100 else None
    if scale >= size:
        return None
    inner = _continued(items, k + 2, value + item.value * scale, words)
    return inner or (value + item.value * scale, k + 2)


def _over(items: list[Lexeme], j: int, value: Fraction, words: NumberWords) -> tuple[Fraction, int] | None:
    """``1 over three``, ``one out of five hundred``: a share written with words."""
    k = j
    if items[j].low == "over":
        k = j + 1
    elif items[j].low == "out" and items[j + 1].low == "of":
        k = j + 2
    if k == j:
        return None
    if items[k].kind == "number" and items[k].value is not None:
        below = Numeral(k + 1, "cardinal", items[k].value)
    else:
        read = _cardinal_words(items, k, words)
        if read is None:
            return None
        below = Numeral(read[1], "cardinal", Fraction(read[0]))
    if not below.value or (items[j].low == "out" and below.value < value):
        return None
    if items[j].low == "over" and below.end < len(items) and items[below.end].kind == "word":
        return None  # "lent 10000 over 3 years"
    return value / below.value, below.end


# ---------------------------------------------------------------- words


def _with_article(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    """Numbers that begin with a, half, quarter, several, tens of, dozens of ..."""
    low = items[i].low
    if low in ("a", "an"):
        return _after_article(items, i, words)
    if low in words.part:
        return _part(items, i, words)
    if low in ("several", "few", "couple", "some"):
        return _several(items, i, words)
    return _plural_magnitude(items, i, words)


def _after_article(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    low = items[i + 1].low
    if low in words.part:
        return _part(items, i + 1, words)
    if low in ("few", "couple"):
        return _several(items, i + 1, words)
    if items[i + 1].kind != "word":
        return None
    if low in words.hundred or (
        low in words.scale and not low.endswith("s") and low not in ("gross", "score", "mil")
    ):
        after = items[i + 2].low
        if after in ("of",) and low == "dozen":
            return None
        return _in_words(items, i + 1, words)
    below = _ordinal_words(items, i + 1, words)
    if below is not None and below[0] > 2 and low not in ("second", "first"):
        after = items[below[1]]
        if (
            below[0] >= 100
            or (after.kind in ("mark", "end") and after.low != "-")
            or after.low in ("of", "in", "less", "more", "as")
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


def _several(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
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
    if item.kind == "mark" or item.low in ("of", "other", "and", "in"):
        if items[i].low != "several" or item.low not in ("of", "other"):
            return None
    return Numeral(j, "vague", None, Fraction(low), Fraction(high))


_MAGNITUDES = {"tens": (10, 20, 99), "dozens": (12, 12, 120), "hundreds": (100, 100, 999)}


def _plural_magnitude(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
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


def _in_words(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:
    """A cardinal, a fraction or a decimal in words."""
    read = _cardinal_words(items, i, words)
    if read is None or (items[i].low in ("dozen", "doz") and not (i and items[i - 1].low == "a")):
        return None
    whole, j, step, scaled = read
    if whole > LARGEST:
        return None
    value = Fraction(whole)
    fraction = _fraction(items, i, j, value, words)
    if fraction is not None:
        return fraction
    if items[j].low == "point":
        decimals = _point(items, j + 1, words)
        if decimals is not None:
            value, step, j = value + decimals[0], decimals[1], decimals[2]
            more = _scaled(items, j, value, step, words)
            if more is not None:
                value, step, j = more
            return Numeral(j, "cardinal", value, step=step, scaled=scaled or more is not None)
    over = _over(items, j, value, words)
    if over is not None:
        return Numeral(over[1], "fraction", over[0], step=over[0])
    part = _and_part(items, j, words)
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


def _and_part(items: list[Lexeme], j: int, words: NumberWords) -> tuple[Fraction, int] | None:
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
    if items[k].low in ("-",):
        k += 1
    if items[k].low in words.part:
        return top * words.part[items[k].low], k + 1
    singular = items[k].low.removesuffix("s")
    below = words.ordinal.get(singular)
    if below and 2 < below <= 20 and (top == 1) == (singular == items[k].low):
        return Fraction(top, below), k + 1
    return None


def _fraction(items: list[Lexeme], i: int, j: int, value: Fraction, words: NumberWords) -> Numeral | None:
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
    below = _ordinal_words(items, k, words, plural=True)
    if below is None or not below[2] and value != 1:
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
        read = _cardinal_words(items, j, words)
        if read is None or read[0] > 99:
            return None
        digits, k = str(read[0]), read[1]
    step = Fraction(1, 10 ** len(digits))
    return int(digits) * step, step, k


def _cardinal_words(
    items: list[Lexeme], i: int, words: NumberWords
) -> tuple[int, int, Fraction, bool] | None:
    """A whole number in words from ``i``: value, index behind it, worth of its last word, whether scaled.

    The total grows by groups: each scale word closes a group and must be smaller than the one before it.
    """
    total, group, last, j, step = 0, -1, 10**60, i, 1
    scaled = False
    while True:
        k = j
        if j > i and items[j].low == "-" and items[j + 1].kind == "word":
            k = j + 1
        elif j > i and items[j].low in ("and", "&") and (group < 0 or group % 100 == 0):
            k = j + 1
        elif j > i and items[j].low == "," and group < 0 and items[j + 2].low in words.hundred:
            k = j + 1
        item = items[k]
        low = item.low if item.kind == "word" else ""
        if k > j and items[j].low in ("and", "&") and _names_part(items, k + 1, words):
            break
        if low in words.digit:
            fits = group < 0 or (group % 10 == 0 and group % 100 != 10) or group == 0 and k == j
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
            if items[j].low in ("and", "&") and k > j or group >= 100 or group == 0:
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


def _names_part(items: list[Lexeme], k: int, words: NumberWords) -> bool:
    """Whether the number before ``k`` counts parts: ``three quarters``, ``two-fifths``."""
    low = items[k + 1].low if items[k].low == "-" else items[k].low
    return low in words.part or (low.endswith("s") and low[:-1] in words.ordinal)


def _ordinal_words(
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
    if items[i].kind != "word":
        return None
    base, j = 0, i
    before = _cardinal_words(items, i, words)
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
    read = _ordinal_words(items, i, number_words())
    return (read[0], read[1]) if read else None


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
        "a an several few couple some tens hundreds - − – + minus negative plus percent per antepenultimate penultimate next the".split()
    )
