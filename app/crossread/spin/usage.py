"""How often words follow each other in common English, asked of a 3-gram table: one question, or arrays of them."""

import mmap
import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from crossread.paths import resource

Numbers = npt.NDArray[np.int64]
Logarithms = npt.NDArray[np.float64]

UNKNOWN = -1
"""The number of every word that the table does not list."""

_MAGIC = b"CRUSAGE1"
_ORDER_BITS, _ROW_BITS = 17, 15  # bits of a word's number, and of what a packed bigram holds beside it
_SLOTS = np.arange(16)  # looked at together


class Usage:
    """A back-off 3-gram model (Katz 1987), read in place from ``usage.bin`` by ``resources/lexicons/build_usage.py``.

    All probabilities are natural logarithms. What is asked in arrays is answered in arrays of the same length.

    Attributes:
        words: those that are listed, in lower case, by the alphabet.
        number: the place of each of them.
        floor: the probability given to a word that is not listed.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        view = memoryview(data)
        if view[:8] != _MAGIC:
            raise ValueError("usage.bin is damaged; install Crossread again.")
        words, bigrams, slots, listed = struct.unpack_from("<4I", view, 8)
        at = 24

        def part(count: int, kind: str) -> npt.NDArray[Any]:
            nonlocal at
            at += 4 * count
            return np.frombuffer(view, kind, count, at - 4 * count)

        self._steps = part(256, "<f4").astype(np.float64)
        self._weights = part(128, "<f4").astype(np.float64)
        # One more place at the end, where UNKNOWN points to.
        unigram = part(words, "<f4").astype(np.float64)
        self.floor = float(unigram.min()) - 0.7
        self._unigram = np.append(unigram, self.floor)
        self._backoff = part(words, "<f4").astype(np.float64)
        self._starts = part(words + 1, "<u4").astype(np.int64)
        self._rows = part(bigrams, "<u4")
        self._slots = part(slots, "<u4")
        self.words = bytes(view[at : at + listed]).decode("utf-8").split("\n")
        self.number = dict(zip(self.words, range(len(self.words)), strict=True))

    def find(self, word: str) -> int:
        """The number of a word in lower case, or ``UNKNOWN``."""
        return self.number.get(word, UNKNOWN)

    def numbers(self, words: Iterable[str]) -> Numbers:
        """As ``find`` for many words."""
        return np.array([self.number.get(word, UNKNOWN) for word in words], np.int64)

    def single(self, word: int) -> float:
        """The probability of a word, whatever stands around it."""
        return float(self._unigram[word if word >= 0 else UNKNOWN])

    def pair(self, first: int, second: int) -> float:
        """The probability of a word after another."""
        return float(self.pairs(*map(_one, (first, second)))[0])

    def attested(self, first: int, second: int) -> bool:
        """Whether the table has seen the two words in this order."""
        return bool(self.bigrams(*map(_one, (first, second)))[0])

    def singles(self, words: Numbers) -> Logarithms:
        """The probabilities of words, whatever stands around them."""
        found: Logarithms = self._unigram[np.maximum(words, UNKNOWN)]
        return found

    def bigrams(self, first: Numbers, second: Numbers) -> Numbers:
        """The packed bigrams, 0 where the table has not seen the two words in this order.

        Each is looked for by bisection in the row of its first word, all of them at once.
        """
        found = np.zeros(len(first), np.int64)
        asked = np.flatnonzero((first >= 0) & (second >= 0))
        if not len(asked) or not len(self._rows):
            return found
        word = second[asked].astype(np.uint32)
        key = word << np.uint32(_ROW_BITS)  # as wide as the rows: numpy would widen all of them otherwise
        at, end = self._starts[first[asked]] - 1, self._starts[first[asked] + 1]
        # The first place from at + 1 whose row is not below the key: halves of the same power of two for all.
        step = 1 << int((end - at).max()).bit_length()
        while step := step >> 1:
            further = at + step
            goes = self._rows.take(further, mode="clip") < key
            goes &= further < end
            at += goes * step  # quicker than taking those that go
        at += 1
        row = self._rows.take(at, mode="clip")
        found[asked] = np.where((at < end) & (row >> np.uint32(_ROW_BITS) == word), row, np.uint32(0))
        return found

    def pairs(self, first: Numbers, second: Numbers, row: Numbers | None = None) -> Logarithms:
        """The probabilities of words after others; ``row`` is what ``bigrams`` says of them, where that is known."""
        row = self.bigrams(first, second) if row is None else row
        told = (first >= 0) & (second >= 0)
        apart = self.singles(second) + np.where(told, self._backoff[np.maximum(first, 0)], 0.0)
        return np.where(row > 0, self._steps[row >> 7 & 0xFF], apart)

    def triples(
        self,
        first: Numbers,
        second: Numbers,
        third: Numbers,
        known: Numbers | None = None,
        last: Numbers | None = None,
    ) -> Logarithms:
        """The probabilities of words after two others.

        Args:
            first, second, third: numbers of words.
            known: the bigrams of first and second, where that is known.
            last: the bigrams of second and third, where that is known.
        """
        known = self.bigrams(first, second) if known is None else known
        last = self.bigrams(second, third) if last is None else last
        whole = (first >= 0) & (second >= 0) & (third >= 0)
        weight = np.where(whole & (known > 0), self._weights[known & 0x7F], 0.0)
        # weight + single + backoff, in this order: to the last bit what the forest was grown on
        apart = weight + self.singles(third)
        told = (second >= 0) & (third >= 0)
        apart = apart + np.where(told, self._backoff[np.maximum(second, 0)], 0.0)
        found = np.where(last > 0, weight + self._steps[last >> 7 & 0xFF], apart)
        both = np.flatnonzero(whole & (known > 0) & (last > 0))  # else the three were never seen together
        step = self._probe(first[both], second[both], third[both])
        seen = step > 0
        found[both[seen]] = self._steps[step[seen] - 1]
        return found

    def _probe(self, first: Numbers, second: Numbers, third: Numbers) -> Numbers:
        """The steps of 3-grams in the table of open addresses, 0 for those that are not there."""
        key = (first << 2 * _ORDER_BITS | second << _ORDER_BITS | third).astype(np.uint64)
        key *= np.uint64(0x9E3779B97F4A7C15)
        key = (key ^ key >> np.uint64(29)) * np.uint64(0xBF58476D1CE4E5B9)
        at = ((key >> np.uint64(32)) * np.uint64(len(self._slots)) >> np.uint64(32)).astype(np.int64)
        fingerprint = (key >> np.uint64(4) & np.uint64(0xFFFFFF)).astype(np.uint32)
        found = np.zeros(len(first), np.int64)
        open_ones = np.arange(len(first))
        while len(open_ones):
            # Slots of a few cache lines at once: the table is so full that one in five searches goes past ten.
            entry = self._slots.take(at[:, None] + _SLOTS, mode="wrap")
            ends = (entry == 0) | (entry >> 8 == fingerprint[:, None])
            end = np.expand_dims(ends.argmax(1), 1)
            found[open_ones] = (np.take_along_axis(entry, end, 1) & 0xFF).ravel()
            further = ~ends.any(1)
            found[open_ones[further]] = 0
            open_ones, fingerprint, at = open_ones[further], fingerprint[further], at[further] + len(_SLOTS)
        return found


def _one(number: int) -> Numbers:
    return np.array([number], np.int64)


def read(path: Path) -> Usage:
    """The table in this file, mapped, not copied."""
    with path.open("rb") as file:
        return Usage(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def usage() -> Usage:
    """The table that ships with Crossread."""
    return read(resource("lexicons", "usage.bin"))
