"""How often words follow each other in common English, asked of a 3-gram table."""

import mmap
import struct
from bisect import bisect_left
from functools import cache
from pathlib import Path

from crossread.paths import resource

UNKNOWN = -1
"""The number of every word that the table does not list."""

_MAGIC = b"CRUSAGE1"
_MASK = 0xFFFFFFFFFFFFFFFF


class Usage:
    """A back-off 3-gram model (Katz 1987), read in place from ``usage.bin`` by ``resources/lexicons/build_usage.py``.

    All probabilities are natural logarithms.

    Attributes:
        number: the number of each listed word, in lower case.
        floor: the probability given to a word that is not listed.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        view = memoryview(data)
        if view[:8] != _MAGIC:
            raise ValueError("usage.bin is damaged; install Crossread again.")
        words, bigrams, slots, listed = struct.unpack_from("<4I", view, 8)
        at = 24

        def part(count: int) -> "memoryview[int]":
            nonlocal at
            at += 4 * count
            return view[at - 4 * count : at]

        def floats(count: int) -> list[float]:
            return list(part(count).cast("f"))

        self._steps = floats(256)
        self._weights = floats(128)
        self._unigram = floats(words)
        self._backoff = floats(words)
        self._starts = part(words + 1).cast("I")
        self._rows = part(bigrams).cast("I")
        self._slots = part(slots).cast("I")
        self._slot_count: int = slots
        self.number = {
            word: n for n, word in enumerate(bytes(view[at : at + listed]).decode("utf-8").split("\n"))
        }
        self.floor = min(self._unigram) - 0.7

    def find(self, word: str) -> int:
        """The number of a word in lower case, or ``UNKNOWN``."""
        return self.number.get(word, UNKNOWN)

    def single(self, word: int) -> float:
        """The probability of a word, whatever stands around it."""
        return self._unigram[word] if word >= 0 else self.floor

    def _row(self, first: int, second: int) -> int:
        """The packed bigram, or 0."""
        low, high = self._starts[first], self._starts[first + 1]
        key = second << 15
        at = bisect_left(self._rows, key, low, high)
        if at < high:
            row: int = self._rows[at]
            if row >> 15 == second:
                return row
        return 0

    def pair(self, first: int, second: int) -> float:
        """The probability of a word after another."""
        if first < 0 or second < 0:
            return self.single(second)
        row = self._row(first, second)
        if row:
            return self._steps[row >> 7 & 0xFF]
        return self._unigram[second] + self._backoff[first]

    def attested(self, first: int, second: int) -> bool:
        """Whether the table has seen the two words in this order."""
        return first >= 0 and second >= 0 and self._row(first, second) != 0

    def triple(self, first: int, second: int, third: int) -> float:
        """The probability of a word after two others."""
        if first < 0 or second < 0 or third < 0:
            return self.pair(second, third)
        last = self._row(second, third)
        known = self._row(first, second)
        if last and known:  # else the three were never seen together
            key = ((first << 34 | second << 17 | third) * 0x9E3779B97F4A7C15) & _MASK
            key = ((key ^ key >> 29) * 0xBF58476D1CE4E5B9) & _MASK
            at, fingerprint = (key >> 32) * self._slot_count >> 32, key >> 4 & 0xFFFFFF
            slots = self._slots
            while entry := slots[at]:
                if entry >> 8 == fingerprint:
                    return self._steps[(entry & 0xFF) - 1]
                at += 1
                if at == self._slot_count:
                    at = 0
        weight = self._weights[known & 0x7F] if known else 0.0
        if last:
            return weight + self._steps[last >> 7 & 0xFF]
        return weight + self._unigram[third] + self._backoff[second]


def read(path: Path) -> Usage:
    """The table in this file, mapped, not copied."""
    with path.open("rb") as file:
        return Usage(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def usage() -> Usage:
    """The table that ships with Crossread."""
    return read(resource("lexicons", "usage.bin"))
