"""Makes ``usage.bin``: how often words follow each other in English, small enough to ship and quick to ask.

    python build_usage.py EN_US_LM_BIN OUT

The source is the US English 3-gram model of CMU Sphinx (``en-us.lm.bin``, found in the Python package pocketsphinx
and in Debian's pocketsphinx-en-us; licence in ``NOTICE.md``). It is read here from its bit-packed reversed trie and
written as arrays that ``crossread.spin.usage`` asks in place, without unpacking them. Standard library only.

The layout of the file, little-endian:

| bytes | what |
|---|---|
| 8 | the magic ``CRUSAGE1`` |
| 4 x 4 | words, bigrams, trigram slots, length of the word list in bytes |
| 256 x 4, 128 x 4 | floats: quantised probabilities and back-off weights (natural logarithms) |
| words x 4, words x 4 | floats: unigram probability and back-off weight |
| (words + 1) x 4 | where the bigrams of each first word begin |
| bigrams x 4 | second word << 15, probability << 7, back-off weight; ascending for each first word |
| slots x 4 | trigrams: open addressing, fingerprint << 8, probability + 1; 0 is an empty slot |
| rest | the words in the order of their numbers, UTF-8, one a line |
"""

import math
import struct
import sys
from array import array
from bisect import bisect_left
from itertools import pairwise
from pathlib import Path

NATURAL = math.log(1.0001)  # Sphinx counts logarithms to the base 1.0001
WORD_BITS = 17
LOAD = 0.8


def slot_and_print(first: int, second: int, third: int, slots: int) -> tuple[int, int]:
    """Where a trigram is looked for first, and its 24-bit fingerprint. ``crossread.spin.usage`` says the same."""
    key = ((first << 34 | second << 17 | third) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    key = ((key ^ key >> 29) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    return (key >> 32) * slots >> 32, key >> 4 & 0xFFFFFF


class Trie:
    """The bit-packed trie of ``en-us.lm.bin``: a node's children are the words that stand before it."""

    def __init__(self, data: bytes) -> None:
        magic = b"Trie Language Model"
        if not data.startswith(magic) or data[len(magic)] != 3:
            sys.exit(
                "This is no 3-gram model of CMU Sphinx in trie form; take en-us.lm.bin of pocketsphinx 5."
            )
        self.data = data + bytes(16)
        at = len(magic) + 1
        words, bigrams, trigrams = struct.unpack_from("<3I", data, at)
        at += 12 + 4
        self.bigram_probability, self.bigram_backoff, self.trigram_probability = (
            struct.unpack_from("<65536f", data, at + 4 * 65536 * table) for table in range(3)
        )
        at += 3 * 4 * 65536
        self.unigrams = list(struct.iter_unpack("<ffI", data[at : at + 12 * (words + 1)]))
        at += 12 * (words + 1)
        self.next_bits = trigrams.bit_length()
        self.middle_bits, self.longest_bits = WORD_BITS + 32 + self.next_bits, WORD_BITS + 16
        self.middle_at = at
        self.longest_at = at + ((1 + bigrams) * self.middle_bits + 7) // 8 + 8
        words_at = self.longest_at + ((1 + trigrams) * self.longest_bits + 7) // 8 + 8
        self.words = data[words_at + 4 :].decode("utf-8").split("\0")[:words]
        self.trigrams = trigrams

    def _bits(self, base: int, offset: int, width: int) -> int:
        chunk = int.from_bytes(self.data[base + (offset >> 3) : base + (offset >> 3) + 12], "little")
        return chunk >> (offset & 7) & ((1 << width) - 1)

    def middle(self, number: int) -> tuple[int, float, float, int]:
        """First word, probability, back-off weight and first trigram of a bigram."""
        value = self._bits(self.middle_at, number * self.middle_bits, self.middle_bits)
        backoff, probability = value >> WORD_BITS & 0xFFFF, value >> (WORD_BITS + 16) & 0xFFFF
        return (
            value & ((1 << WORD_BITS) - 1),
            self.bigram_probability[probability] * NATURAL,
            self.bigram_backoff[backoff] * NATURAL,
            value >> (WORD_BITS + 32),
        )

    def longest(self, number: int) -> tuple[int, float]:
        """First word and probability of a trigram."""
        value = self._bits(self.longest_at, number * self.longest_bits, self.longest_bits)
        return value & ((1 << WORD_BITS) - 1), self.trigram_probability[value >> WORD_BITS] * NATURAL


def quantiles(values: list[float], bins: int) -> list[float]:
    """Centres of equally filled bins, ascending."""
    values = sorted(values)
    edges = [len(values) * k // bins for k in range(bins + 1)]
    return [
        sum(values[low:high]) / (high - low) if high > low else values[min(low, len(values) - 1)]
        for low, high in pairwise(edges)
    ]


def nearest(centres: list[float], value: float) -> int:
    """Number of the centre nearest to a value."""
    at = bisect_left(centres, value)
    if at == 0:
        return 0
    if at == len(centres) or value - centres[at - 1] < centres[at] - value:
        return at - 1
    return at


def build(data: bytes) -> bytes:
    """The contents of ``usage.bin`` for those of ``en-us.lm.bin``."""
    trie = Trie(data)
    words = len(trie.words)
    bigrams: list[tuple[int, int, float, float]] = []
    trigrams: list[tuple[int, int, int, float]] = []
    for last in range(words):
        for number in range(trie.unigrams[last][2], trie.unigrams[last + 1][2]):
            first, probability, backoff, begin = trie.middle(number)
            end = trie.middle(number + 1)[3]
            bigrams.append((first, last, probability, backoff))
            for k in range(begin, end):
                before, longer = trie.longest(k)
                trigrams.append((before, first, last, longer))
    bigrams.sort()
    steps = quantiles([b[2] for b in bigrams] + [t[3] for t in trigrams], 255)
    weights = quantiles([b[3] for b in bigrams if b[3]], 127)
    weights = sorted([*weights, 0.0])
    steps.append(steps[-1])
    starts, rows = array("I", [0] * (words + 1)), array("I")
    for first, last, probability, backoff in bigrams:
        rows.append(last << 15 | nearest(steps, probability) << 7 | nearest(weights, backoff))
        starts[first + 1] += 1
    for k in range(words):
        starts[k + 1] += starts[k]
    slots = int(len(trigrams) / LOAD)
    table = array("I", [0] * slots)
    for first, second, third, probability in trigrams:
        slot, fingerprint = slot_and_print(first, second, third, slots)
        while table[slot]:
            slot = (slot + 1) % slots
        table[slot] = fingerprint << 8 | nearest(steps[:255], probability) + 1
    listed = "\n".join(trie.words).encode()
    parts = [b"CRUSAGE1", struct.pack("<4I", words, len(rows), slots, len(listed))]
    parts += [array("f", values).tobytes() for values in (steps, weights)]
    parts += [array("f", [u[field] * NATURAL for u in trie.unigrams[:words]]).tobytes() for field in (0, 1)]
    parts += [starts.tobytes(), rows.tobytes(), table.tobytes(), listed]
    return b"".join(parts)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(build(source.read_bytes()))
