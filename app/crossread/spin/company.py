"""The company words keep: how well a word belongs to what is spoken of around it, asked of a table of word vectors.

A text has a subject, and its words lie near each other in meaning. A synonym chosen without regard to its sense
("stream" for a river, "nurseries" for gardens) stands outside it, however well it fits the words next to it.
"""

import mmap
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from crossread.paths import resource
from crossread.spin.usage import usage
from crossread.text.thesaurus import thesaurus

Vectors = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

_MAGIC = b"CRVECT01"
_REACH = 10  # words on either side that are a word's company
_FAMILIAR, _TELLING = (
    -6.0,
    6.0,
)  # log probability from which a word tells nothing of the subject, and the most it tells


class Company:
    """Word vectors of unit length, read from ``vectors.bin`` (``resources/lexicons/build_vectors.py``).

    Attributes:
        place: the row of each listed word in lower case.
        table: a row a word, and one of zeros at the end for words that are not listed.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        if data[:8] != _MAGIC:
            raise ValueError("vectors.bin is damaged; install Crossread again.")
        words, size, listed = struct.unpack_from("<3I", data, 8)
        rows = np.frombuffer(data, np.int8, words * size, 20).reshape(words, size)
        self.table = np.zeros((words + 1, size), np.float32)
        self.table[:words] = rows / np.float32(127)
        names = data[20 + words * size : 20 + words * size + listed].decode("utf-8").split("\n")
        self.place = dict(zip(names, range(words), strict=True))

    def places(self, words: Iterable[str]) -> Places:
        """The rows of words; the last one for each that is not listed."""
        return np.array([self.place.get(word, len(self.place)) for word in words], np.intp)


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What is spoken of around each of a text's words, the words of its own stem left out.

    Attributes:
        near: a row a word: the direction of the words around it.
        whole: the same of the whole text.
        repeated: how often a word of this stem is used.
    """

    near: Vectors
    whole: Vectors
    repeated: npt.NDArray[np.intp]


def surroundings(words: Sequence[str]) -> Surroundings:
    """What is spoken of around each of these words.

    Args:
        words: the words of one text that carry meaning, in lower case, in order.
    """
    held, table = company(), usage()
    single = table.singles(np.array([table.find(word) for word in words], np.int64))
    telling = np.clip(_FAMILIAR - single, 0, _TELLING).astype(np.float32)
    weighed = held.table[held.places(words)] * telling[:, None]
    _, stem = np.unique([thesaurus().base(word) for word in words], return_inverse=True)
    sums = np.zeros((int(stem.max(initial=-1)) + 1, weighed.shape[1]), np.float32)
    np.add.at(sums, stem, weighed)
    near = np.zeros_like(weighed)
    for gap in range(1, _REACH + 1):
        other = (stem[gap:] != stem[:-gap])[:, None]
        near[gap:] += weighed[:-gap] * other
        near[:-gap] += weighed[gap:] * other
    return Surroundings(_unit(near), _unit(weighed.sum(0) - sums[stem]), np.bincount(stem)[stem])


def _unit(rows: Vectors) -> Vectors:
    units: Vectors = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(1e-6))
    return units


def read(path: Path) -> Company:
    """The table in this file."""
    return Company(zlib.decompress(path.read_bytes()))


@cache
def company() -> Company:
    """The table that ships with Crossread."""
    return read(resource("lexicons", "vectors.bin"))
