"""Which words may stand in for each other, form by form, from Moby and WordNet."""

import struct
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from crossread.paths import resource

Part = Literal["noun", "verb", "adjective", "adverb"]
_BIT: dict[Part, int] = {"noun": 1, "verb": 2, "adjective": 4, "adverb": 8}
_MAGIC = b"CRTHES01"
Numbers = npt.NDArray[np.int64]
STEPS = 150
"""Closeness is held in steps of which so many are 1."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a thesaurus holds of a word; words are given by their numbers.

    Attributes:
        number, base: of the word and of its base form.
        forms: both of them.
        kin: their synonyms in any source. A pair is written once, with either word.
        close: the neighbours, each with its closeness (0.2 to 1.7).
    """

    number: int
    base: int
    forms: frozenset[int]
    kin: frozenset[int]
    close: dict[int, float]

    def is_synonym_of(self, other: "Entry") -> bool:
        """As ``Thesaurus.synonyms``."""
        return not (self.kin.isdisjoint(other.forms) and other.kin.isdisjoint(self.forms))


class Thesaurus:
    """Neighbours of single words in lower case, read from ``thesaurus.bin``
    (``resources/lexicons/build_thesaurus.py`` says how it is laid out).

    Attributes:
        number: the number of each listed word; common words have low numbers.
    """

    def __init__(self, data: bytes) -> None:
        if data[:8] != _MAGIC:
            raise ValueError("thesaurus.bin is damaged; install Crossread again.")
        words, near, kin, listed = struct.unpack_from("<4I", data, 8)
        at = 24

        def numbers(count: int, kind: str) -> "array[int]":
            nonlocal at
            part: array[int] = array(kind)
            end = at + count * part.itemsize
            part.frombytes(data[at:end])
            at = end
            return part

        self._starts, self._near, self._strengths = (
            numbers(words + 1, "I"),
            numbers(near, "H"),
            numbers(near, "B"),
        )
        self._kin_starts, self._kin = numbers(words + 1, "I"), numbers(kin, "H")
        self._parts, self._bases = numbers(words, "B"), numbers(words, "H")
        opposites = numbers(2 * numbers(1, "I")[0], "H")
        self._antonyms = frozenset(zip(opposites[::2], opposites[1::2], strict=True))
        self._words = data[at : at + listed].decode("utf-8").split("\n")
        self.number = dict(zip(self._words, range(words), strict=True))

    def neighbours(self, word: str) -> list[tuple[str, float]]:
        """The common words this form may stand in for, each with its closeness (0.2 to 1.7), closest first."""
        n = self.number.get(word)
        if n is None:
            return []
        start, end = self._starts[n], self._starts[n + 1]
        return [(self._words[self._near[k]], self._strengths[k] / STEPS) for k in range(start, end)]

    def neighbours_of(self, numbers: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The neighbours of many words at once, one after the other, as ``neighbours`` has them.

        Args:
            numbers: of the words.

        Returns:
            For each neighbour whose it is, by place among the words asked; its number; ``STEPS`` times its closeness.
        """
        starts = np.frombuffer(self._starts, np.uint32)
        begin = starts[numbers].astype(np.int64)
        lengths = starts[numbers + 1] - begin
        own = np.repeat(np.arange(len(numbers)), lengths)
        at = np.arange(len(own)) + (begin - np.cumsum(lengths) + lengths)[own]
        near, strengths = np.frombuffer(self._near, np.uint16), np.frombuffer(self._strengths, np.uint8)
        return own, near[at].astype(np.int64), strengths[at].astype(np.int64)

    def base(self, word: str) -> str:
        """The base form of an inflected word ("bought": "buy"), or the word itself."""
        n = self.number.get(word)
        return word if n is None else self._words[self._bases[n]]

    def is_a(self, word: str, part: Part) -> bool:
        """Whether the word, or the base form it is inflected from, can be this part of speech."""
        n = self.number.get(word)
        if n is None:
            return False
        bit = _BIT[part]
        return bool(self._parts[n] & bit or (self._parts[self._bases[n]] & bit and not self._parts[n]))

    def synonyms(self, one: str, other: str) -> bool:
        """Whether any source calls the base forms of the two synonyms."""
        a, b = self.number.get(one), self.number.get(other)
        if a is None or b is None:
            return False
        if self._related(a, b):
            return True
        base, other_base = self._bases[a], self._bases[b]
        if base == a or other_base == b:  # one is its own base form: at most one pair is left
            return (base, other_base) != (a, b) and self._related(base, other_base)
        return self._related(base, other_base) or self._related(a, other_base) or self._related(base, b)

    def kin(self, word: str) -> frozenset[int]:
        """Numbers of the base forms that any source calls synonyms of this word's base form."""
        n = self.number.get(self.base(word))
        if n is None:
            return frozenset()
        after = self._kin[self._kin_starts[n] : self._kin_starts[n + 1]]
        # A pair is written once, with the word that comes first in the alphabet.
        places = np.flatnonzero(np.frombuffer(self._kin, np.uint16) == n)
        before = np.searchsorted(np.frombuffer(self._kin_starts, np.uint32), places, "right") - 1
        return frozenset(after) | frozenset(before.tolist())

    def entry(self, word: str) -> "Entry | None":
        """All that is held of a word, for comparing it with many others; None for one that is not listed."""
        n = self.number.get(word)
        if n is None:
            return None
        forms = frozenset((n, self._bases[n]))
        kin: set[int] = set()
        for form in forms:
            kin.update(self._kin[self._kin_starts[form] : self._kin_starts[form + 1]])
        start, end = self._starts[n], self._starts[n + 1]
        strengths = (strength / STEPS for strength in self._strengths[start:end])
        close = dict(zip(self._near[start:end], strengths, strict=True))
        return Entry(n, self._bases[n], forms, frozenset(kin), close)

    def _related(self, a: int, b: int) -> bool:
        low, high = (a, b) if self._words[a] < self._words[b] else (b, a)
        end = self._kin_starts[low + 1]
        at = bisect_left(self._kin, high, self._kin_starts[low], end)
        return at < end and self._kin[at] == high

    def antonyms(self, one: str, other: str) -> bool:
        """Whether the base forms of the two are opposites."""
        a, b = self.number.get(self.base(one)), self.number.get(self.base(other))
        return a is not None and b is not None and ((a, b) in self._antonyms or (b, a) in self._antonyms)


def read(path: Path) -> Thesaurus:
    """The thesaurus in this file."""
    return Thesaurus(path.read_bytes())


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus that ships with Crossread."""
    return read(resource("lexicons", "thesaurus.bin"))
