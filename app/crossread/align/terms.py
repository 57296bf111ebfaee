"""What a passage is compared by: stems, letter groups, numbers and names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.text.token import Token
from crossread.text.words import stem

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "m": 1e6, "k": 1e3,
}  # fmt: skip
_WORDED: dict[str, float] = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
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
        heading: whether it is one, which tells little in few words.
    """

    written: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    heading: bool = False

    def grams(self) -> Iterable[str]:
        """Groups of four letters within its words, with their borders: "accused" and "accusation" share
        some.
        """
        for word in self.words:
            yield from grams(word)


def terms(tokens: Sequence[Token], heading: bool = False) -> Terms:
    """Read the tokens of a passage for the alignment."""
    found = [token for token in tokens if token.kind != "mark"]
    words = tuple(token.normal for token in found)
    return Terms(
        tuple(token.text for token in found),
        words,
        tuple(stem(token.normal) if token.kind == "word" else token.normal for token in found),
        tuple(_numbers(found)),
        tuple(_names(found)),
        heading,
    )


@lru_cache(maxsize=100_000)
def grams(word: str) -> tuple[str, ...]:
    """The groups of letters of one word; a word of one or two letters is one group."""
    bordered = f" {word} "
    return tuple(bordered[at : at + _GRAM] for at in range(max(1, len(bordered) - _GRAM + 1)))


def _numbers(found: list[Token]) -> Iterable[str]:
    """Numbers in figures and in words ("twenty-five thousand"), with the scale that follows."""
    number: float | None = None
    for token in found:
        scale = SCALES.get(token.normal)
        worded = _WORDED.get(token.normal)
        if number is not None and scale:
            number *= scale
        elif number is not None and worded and worded < 10 and number % 10 == 0 and 20 <= number < 100:
            number += worded
        else:
            yield from _forms(number)
            number = _figure(token) if token.kind == "number" else worded
    yield from _forms(number)


def _figure(token: Token) -> float | None:
    try:
        return float(token.normal.replace(",", ""))
    except ValueError:
        return None


def _forms(number: float | None) -> Iterable[str]:
    if number is not None:
        yield f"{number:.6g}"
        yield f"~{number:.1e}"


def _names(found: list[Token]) -> Iterable[str]:
    for position, token in enumerate(found):
        if token.kind == "word" and token.text[0].isupper() and (position or token.text[1:2].isupper()):
            yield token.normal.removesuffix("'s")
