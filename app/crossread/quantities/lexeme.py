"""The pieces a text is cut into before the grammar of quantities reads it."""

import re
from bisect import bisect_right
from fractions import Fraction
from typing import Literal

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.blocks import plain_blocks

LexemeKind = Literal["number", "dotted", "word", "mark", "end"]

MOST_DIGITS = 60  # a longer run of digits is no number that anyone counts with; it is left unread

PADDING = (
    24  # empty lexemes behind the last, so that the grammar may look ahead without asking where the text ends
)

_BETWEEN = 5_000  # lexemes between two times of asking whether to stop

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_GROUP = "'’\u00a0\u2009\u202f٬"
_LEXEME = re.compile(
    r"(?P<spaced>[1-9]\d{0,2}(?: \d{3})+(?![\d]|[.,:/-]\d))"
    rf"|(?P<number>\d+(?:[.,٫{_GROUP}]\d+)*(?:[eE][+\-−]?\d{{1,3}}(?!\w))?|(?<![\w.])\.\d+)"
    rf"|(?P<word>(?:[^\W\d_{_VULGAR}]\.){{2,}}|(?:['’]s\b)|[^\W\d_{_VULGAR}]+(?:['’](?![sS]\b)[^\W\d_{_VULGAR}]+)*)"
    r"|(?P<mark>[^\s\w]|_|\w)"
)
_FRACTIONS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}


class Lexeme:
    """A number, word or mark.

    Attributes:
        start, end: code points of the text.
        text: as written; ``low`` in lower case with straight apostrophes.
        kind: dotted is a figure with more than one point (a version, an address, 23.04.2022).
        spaced: white space (or the beginning of the text) stands before it.
        line: a line begins with it, and not only because the page was full.
        value: of a number, exactly; None where it is none or too long to be one.
        step: the worth of the last written digit.
        vulgar: it is one of the characters ½, ⅔ ...
    """

    __slots__ = ("end", "kind", "line", "low", "spaced", "start", "step", "text", "value", "vulgar")

    def __init__(self, kind: LexemeKind, text: str, start: int, end: int, spaced: bool, line: bool) -> None:
        self.kind: LexemeKind = kind
        self.text = text
        self.start = start
        self.end = end
        self.spaced = spaced
        self.line = line
        self.low = text.lower().replace("’", "'") if kind == "word" else text
        self.value: Fraction | None = None
        self.step: Fraction | None = None
        self.vulgar = False

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text!r}>"


def lexemes(text: str, cancelled: IsCancelled = never_cancelled) -> list[Lexeme]:
    """The lexemes of a text, with empty ones of kind ``end`` behind the last.

    Raises:
        Cancelled: ``cancelled``, asked between some thousands, answered True.
    """
    found: list[Lexeme] = []
    begins = _begins(text)
    last = 0
    for number, match in enumerate(_LEXEME.finditer(text)):
        if number % _BETWEEN == 0:
            check(cancelled)
        start, end = match.span()
        gap = text[last:start] if start > last else ""
        group = match.lastgroup
        written = match.group()
        spaced = bool(gap) or not start
        line = "\n" in gap and bisect_right(begins, start) > bisect_right(begins, last)
        if group == "word":
            found.append(Lexeme("word", written, start, end, spaced, line))
        elif group in ("number", "spaced"):
            _add_number(found, written, start, spaced, line)
        else:
            mark = Lexeme("mark", written, start, end, spaced, line)
            if written in _FRACTIONS:
                mark.kind, mark.value, mark.vulgar = "number", Fraction(*_FRACTIONS[written]), True
                mark.step = Fraction(1, _FRACTIONS[written][1])
            found.append(mark)
        last = end
    found.extend([Lexeme("end", "", len(text), len(text), True, True)] * PADDING)
    return found


def _begins(text: str) -> list[int]:
    """Where lines begin that mean something; those that were broken only to fit a page do not."""
    return [block.span.start for block in plain_blocks(text)] if "\n" in text else []


def _add_number(found: list[Lexeme], written: str, start: int, spaced: bool, line: bool) -> None:
    lexeme = Lexeme("number", written, start, start + len(written), spaced, line)
    read = figure_value(written)
    if read is not None:
        lexeme.value, lexeme.step = read
    elif written.count(".") > 1 and "," not in written:
        lexeme.kind = "dotted"
    elif not written.isdecimal():  # a list without spaces: 22,24,26
        for position, part in enumerate(re.finditer(r"\d+(?:\.\d+)?|[^\d]", written)):
            piece = part.group()
            is_number = piece[0].isdecimal()
            begin = start + part.start()
            one = Lexeme(
                "number" if is_number else "mark",
                piece,
                begin,
                begin + len(piece),
                spaced and not position,
                line,
            )
            if is_number:
                value = figure_value(piece)
                if value:
                    one.value, one.step = value
            found.append(one)
        return
    found.append(lexeme)


def figure_value(written: str) -> tuple[Fraction, Fraction] | None:
    """The exact value of a figure in digits and the worth of its last digit, whatever the grouping.

    Commas, points, apostrophes, thin spaces and the Indian two-digit groups are read; None where the digits form no
    single number, or more than anyone counts with.
    """
    mantissa, exponent = written, 0
    for letter in "eE":
        if letter in written:
            mantissa, _, power = written.partition(letter)
            exponent = int(power.replace("−", "-"))
            break
    digits = list(re.split(r"\D", mantissa))
    separators = [c for c in mantissa if not c.isdecimal()]
    if sum(map(len, digits)) > MOST_DIGITS or abs(exponent) > MOST_DIGITS:
        return None
    split = _decimals(digits, separators)
    if split is None:
        return None
    whole, decimals = split
    step = Fraction(1, 10 ** len(decimals))
    if not decimals and len(separators) + 1 and not exponent:
        step = Fraction(_round_step(whole))
    scale = Fraction(10) ** exponent
    return Fraction(int(whole + decimals or "0"), 10 ** len(decimals)) * scale, step * scale


def _round_step(whole: str) -> int:
    """How coarse a whole figure is written: 25,000 to the thousand, 340 to ten, 13 to one."""
    zeros = len(whole) - len(whole.rstrip("0"))
    return int(10 ** (zeros if zeros < len(whole) else 0))


def _decimals(digits: list[str], separators: list[str]) -> tuple[str, str] | None:
    """The whole digits and the decimals, or None if the separators make no number."""
    if not separators:
        return digits[0], ""
    kinds = list(dict.fromkeys(separators))
    if len(kinds) == 1:
        mark = kinds[0]
        if mark in ".٫" and len(separators) == 1:
            return digits[0], digits[1]
        if _grouped(digits):
            return "".join(digits), ""
        if mark == "," and len(separators) == 1 and len(digits[1]) in (1, 2) and digits[0]:
            return digits[0], digits[1]
        return None
    if len(kinds) == 2 and separators.count(kinds[1]) == 1 and kinds[1] in ".,٫" and _grouped(digits[:-1]):
        return "".join(digits[:-1]), digits[-1]
    return None


def _grouped(digits: list[str]) -> bool:
    """Groups of three, or the Indian groups of two before a last one of three."""
    if not 1 <= len(digits[0]) <= 3 or digits[0].startswith("0") or len(digits[-1]) != 3:
        return len(digits) == 1
    middle = {len(part) for part in digits[1:-1]}
    return middle <= {3} or (middle == {2} and len(digits[0]) <= 2)
