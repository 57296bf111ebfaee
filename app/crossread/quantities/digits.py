"""Numbers that begin with a figure: scales, powers, strokes."""

from fractions import Fraction

from crossread.quantities.cardinals import LARGEST, MINUS, Numeral, and_part, cardinal_words, share_in_words
from crossread.quantities.lexeme import Lexeme
from crossread.quantities.tables import NumberWords, currencies


def in_digits(items: list[Lexeme], i: int, words: NumberWords) -> Numeral | None:  # noqa: C901 - the cases of one rule stand together
    """The number that begins with the figure at ``i``, with its scale words, powers and parts."""
    item = items[i]
    assert item.value is not None
    value, step = item.value, item.step or Fraction(1)
    j, form = i + 1, "cardinal"
    if item.vulgar:
        form = "fraction"
    elif items[j].vulgar and items[j].value is not None and item.value.denominator == 1:
        vulgar = items[j].value or Fraction(0)
        value, step, j = value + vulgar, vulgar, j + 1
    elif slash := _slashed(items, i):
        value, form, j, step = slash, "fraction", i + 3, slash
    elif (mixed := _slashed(items, j)) and items[j].spaced and item.value.denominator == 1 and abs(mixed) < 1:
        value, step, j = value + mixed, mixed, j + 3
    power = _powered(items, j, value)
    if power is not None:
        value, j, step = power[0], power[1], abs(power[0]) / 100 or Fraction(1)
    scaled = scale_behind(items, j, value, step, words)
    if scaled is not None:
        value, step, j = scaled
        more = _continued(items, j, value, words)
        if more is not None:
            value, j = more
        if abs(value) > LARGEST:
            return None
        return Numeral(j, "cardinal", value, step=step, digits=True, scaled=True)
    if form == "cardinal":
        over = share_in_words(items, j, value, words)
        if over is not None:
            return Numeral(over[1], "fraction", over[0], step=over[0] or Fraction(1), digits=True)
        part = and_part(items, j, words)
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
    if power is None or (items[j + 2].low != "^" and items[k].low not in MINUS) or abs(power[0]) > 66:
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


def scale_behind(
    items: list[Lexeme], j: int, value: Fraction, step: Fraction, words: NumberWords
) -> tuple[Fraction, Fraction, int] | None:
    """Scale words and suffixes behind a figure: value, step and index behind them."""
    start = j
    while True:
        item = items[j]
        k = j + 1 if item.low == "-" and items[j + 1].kind == "word" else j
        item = items[k]
        size = words.scale.get(item.low) or words.hundred.get(item.low)
        if size is not None and item.kind == "word" and (item.low not in {"score", "gross"}):
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
        and (not items[j - 1].spaced or currencies().at(items, j - 2) is not None)
    )
    if money or code:
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
    part = and_part(items, j, words)
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
        small = cardinal_words(items, k, words)
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
