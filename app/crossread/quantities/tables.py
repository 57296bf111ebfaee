"""The tables in resources/quantities, read once and made ready for the grammar."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Generic, Literal, TypeVar, get_args

from crossread.paths import resource
from crossread.quantities.lexeme import Lexeme, lexemes
from crossread.quantities.quantity import QUANTITY_KINDS, QuantityKind

Hedge = Literal[
    "exact",
    "about",
    "just_under",
    "more_than",
    "at_least",
    "less_than",
    "at_most",
    "equal",
    "only",
    "or_equal",
]
HEDGES: tuple[Hedge, ...] = get_args(Hedge)
"""What the words round a figure can make of it: ``only`` 500 is no more, ``or_equal`` lets a bound itself in."""
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement.

    Attributes:
        name: a plain singular English name.
        kind: of the quantities that are measured in it.
        measures: what it measures ("length"); only units of the same can be converted.
        size: how many base units it is.
    """

    name: str
    kind: QuantityKind
    measures: str
    size: Fraction


class Phrases(Generic[Meaning]):
    """Phrases of words and marks with what they mean; the longest that stands at a place is found.

    A phrase given with a leading ``=`` must stand in exactly these letters, upper and lower case.
    """

    def __init__(self, ends: bool = False) -> None:
        self._ends = ends
        self._by_key: dict[str, list[tuple[tuple[str, ...], bool, tuple[bool, ...], Meaning]]] = {}

    def add(self, phrase: str, meaning: Meaning) -> None:
        """Add one phrase."""
        exact = phrase.startswith("=") and len(phrase) > 1 and phrase[1].isalpha() | (phrase[1] in "℃℉ÅΩℓ¥μµ")
        pieces = [piece for piece in lexemes(phrase[1:] if exact else phrase) if piece.kind != "end"]
        words = tuple(piece.text if exact else piece.low for piece in pieces)
        gaps = tuple(piece.spaced for piece in pieces)
        key = pieces[-1].low if self._ends else pieces[0].low
        entries = self._by_key.setdefault(key, [])
        entries.append((words, exact, gaps, meaning))
        entries.sort(key=lambda entry: (-len(entry[0]), not entry[1]))

    def first_words(self) -> tuple[str, ...]:
        """The words at which the phrases are looked up."""
        return tuple(self._by_key)

    def at(self, items: list[Lexeme], i: int) -> tuple[Meaning, int] | None:
        """The longest phrase that begins at ``i``: what it means, and the index behind it."""
        entries = self._by_key.get(items[i].low)
        if entries is None:
            return None
        for words, exact, gaps, meaning in entries:
            if self._stands(items, i, words, exact, gaps):
                return meaning, i + len(words)
        return None

    def before(self, items: list[Lexeme], i: int) -> tuple[Meaning, int] | None:
        """The longest phrase that ends just before ``i``: what it means, and where it begins."""
        if i <= 0:
            return None
        entries = self._by_key.get(items[i - 1].low)
        if entries is None:
            return None
        for words, exact, gaps, meaning in entries:
            start = i - len(words)
            if start >= 0 and self._stands(items, start, words, exact, gaps):
                return meaning, start
        return None

    @staticmethod
    def _stands(
        items: list[Lexeme], i: int, words: tuple[str, ...], exact: bool, gaps: tuple[bool, ...]
    ) -> bool:
        if i + len(words) >= len(items):
            return False
        for offset, word in enumerate(words):
            item = items[i + offset]
            if (item.text if exact else item.low) != word:
                return False
            if offset and item.spaced != gaps[offset] and not (item.kind == "word" and item.spaced):
                return False
        return True


def _rows(name: str) -> list[list[str]]:
    lines = resource("quantities", name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@dataclass(frozen=True)
class NumberWords:
    """Number words by the part they play.

    Attributes:
        digit, teen, tens, hundred: whole numbers below a thousand, by their size.
        scale: what the number before is multiplied by ("thousand", "million").
        suffix: letters behind digits that do the same ("m", "bn").
        ordinal: "first", "twentieth".
        part: parts of one ("half", "third").
        multiple: "twice", "tenfold".
    """

    digit: dict[str, int]
    teen: dict[str, int]
    tens: dict[str, int]
    hundred: dict[str, int]
    scale: dict[str, int]
    suffix: dict[str, int]
    ordinal: dict[str, int]
    part: dict[str, Fraction]
    multiple: dict[str, Fraction]


@cache
def number_words() -> NumberWords:
    """Digits, tens, scales, ordinals and parts."""
    roles: dict[str, dict[str, Fraction]] = {}
    for role, value, words in _rows("number_words.tsv"):
        roles.setdefault(role, {}).update(dict.fromkeys(words.split("|"), Fraction(value)))
    whole = {role: {word: int(value) for word, value in table.items()} for role, table in roles.items()}
    return NumberWords(
        whole["digit"], whole["teen"], whole["tens"], whole["hundred"], whole["scale"], whole["suffix"],
        whole["ordinal"], roles["part"], roles["multiple"],
    )  # fmt: skip


@cache
def number_stems() -> frozenset[str]:
    """Every word that can begin a cardinal or an ordinal, and the plurals of the ordinals."""
    words = number_words()
    tables = (words.digit, words.teen, words.tens, words.hundred, words.scale, words.ordinal)
    return frozenset(word for table in tables for word in table) | frozenset(
        f"{word}s" for word in words.ordinal
    )


@cache
def approximators(where: str) -> Phrases[Hedge]:
    """Hedges that stand ``before`` or ``after`` a figure."""
    phrases: Phrases[Hedge] = Phrases(ends=where == "before")
    for place, meaning, words in _rows("approximators.tsv"):
        if place == where:
            for phrase in words.split("|"):
                phrases.add(phrase, next(hedge for hedge in HEDGES if hedge == meaning))
    return phrases


@cache
def units() -> Phrases[Unit]:
    """Units of measurement."""
    phrases: Phrases[Unit] = Phrases()
    for name, kind, measures, size, words in _rows("units.tsv"):
        unit = _unit(name, kind, measures, size)
        for phrase in words.split("|"):
            phrases.add(phrase, unit)
    return phrases


def _unit(name: str, kind: str, measures: str, size: str) -> Unit:
    return Unit(name, next(each for each in QUANTITY_KINDS if each == kind), measures, Fraction(size))


@cache
def unit_named(name: str) -> Unit | None:
    """The unit with this canonical name."""
    for other, kind, measures, size, _ in _rows("units.tsv"):
        if other == name:
            return _unit(name, kind, measures, size)
    return None


@cache
def currencies(ends: bool = False) -> Phrases[tuple[str, Fraction]]:
    """Currencies: ISO code and the part of the main unit; with ``ends``, found before a figure."""
    phrases: Phrases[tuple[str, Fraction]] = Phrases(ends=ends)
    for code, part, words in _rows("currencies.tsv"):
        meant = code, Fraction(part)
        for phrase in words.split("|"):
            phrases.add(phrase, meant)
    return phrases


@cache
def minor_name(code: str, part: Fraction) -> str:
    """The plain name of a part of a currency's unit: ``cent``, ``pence``."""
    return next(
        words.split("|")[0]
        for iso, size, words in _rows("currencies.tsv")
        if iso == code and Fraction(size) == part
    )


@cache
def minor_unit(name: str) -> tuple[str, Fraction] | None:
    """The currency and the share of its unit that go by this plain name, or None."""
    found = (
        (iso, Fraction(size))
        for iso, size, words in _rows("currencies.tsv")
        if size != "1" and words.split("|")[0] == name
    )
    return next(found, None)


@cache
def holidays() -> Phrases[str]:
    """Days with a name and the rule that finds them in a year."""
    phrases: Phrases[str] = Phrases()
    for rule, names in _rows("holidays.tsv"):
        for name in names.split("|"):
            phrases.add(name, rule)
    return phrases
