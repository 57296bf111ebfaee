"""What a passage is compared by: stems, letter groups, numbers and names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import stem, tokens

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "mn": 1e6, "bn": 1e9, "tn": 1e12, "m": 1e6, "k": 1e3}  # fmt: skip
_WORDED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
           "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
           "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
_GRAM = 4


@dataclass(frozen=True, slots=True)
class Terms:
    """A passage as the alignment sees it.

    Attributes:
        written: its words and numbers as they stand there, in order.
        words: the same in the form that is compared.
        stems: their stems, in order.
        numbers: its numbers as values, each exact and rounded to two digits, so that 28.8 million meets 29
            million.
        names: words written with a capital where no sentence begins.
    """

    written: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]

    def grams(self) -> Iterable[str]:
        """Groups of four letters within its words, with their borders: "accused" and "accusation" share
        some.
        """
        for word in self.words:
            yield from grams(word)


def terms(text: str, span: Span | None = None) -> Terms:
    """Read a passage, or a stretch of a text, for the alignment."""
    found = [token for token in tokens(text, span) if token.kind != "mark"]
    words = tuple(token.normal for token in found)
    return Terms(
        tuple(token.text for token in found),
        words,
        tuple(map(stem, words)),
        tuple(_numbers(found)),
        tuple(_names(found)),
    )


@lru_cache(maxsize=100_000)
def grams(word: str) -> tuple[str, ...]:
    """The groups of letters of one word; a word of one or two letters is one group."""
    bordered = f" {word} "
    return tuple(bordered[at : at + _GRAM] for at in range(max(1, len(bordered) - _GRAM + 1)))


def value(token: Token) -> float | None:
    """What a number token or number word stands for, or None."""
    if token.kind == "word":
        return _WORDED.get(token.normal)
    try:
        return float(token.normal.replace(",", ""))
    except ValueError:
        return None


def _numbers(found: list[Token]) -> Iterable[str]:
    for token, after in zip_longest(found, found[1:]):
        number = value(token)
        if number is None:
            continue
        if after is not None:
            number *= _SCALES.get(after.normal, 1)
        yield f"{number:.6g}"
        yield f"~{number:.1e}"


def _names(found: list[Token]) -> Iterable[str]:
    for position, token in enumerate(found):
        if token.kind == "word" and token.text[0].isupper() and (position or token.text[1:2].isupper()):
            yield token.normal.removesuffix("'s")
