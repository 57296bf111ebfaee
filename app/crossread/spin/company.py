"""The company words keep: how well a word belongs to what is spoken of around it, asked of a table of word vectors.

A text has a subject, and its words lie near each other in meaning. A synonym chosen without regard to its sense
("stream" for a river, "nurseries" for gardens) stands outside it, however well it fits the words next to it.
"""

import mmap
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from crossread.paths import resource
from crossread.progress import IsCancelled, check, never_cancelled, watched
from crossread.spin.usage import usage
from crossread.text.thesaurus import thesaurus

Vectors = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

_MAGIC = b"CRVECT02"
_REACH = 10  # words on either side that are a word's company
_FAMILIAR, _TELLING = (
    -6.0,
    6.0,
)  # log probability from which a word tells nothing of the subject, and the most it tells


class Company:
    """Word vectors of unit length, read in place from ``vectors.bin`` (``resources/lexicons/build_vectors.py``).

    Attributes:
        row_of: the row of each word of the thesaurus, by its number there; ``unlisted`` for one that has none.
        in_usage: the number of each word of the thesaurus in the table of usage, or its ``UNKNOWN``.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        if data[:8] != _MAGIC:
            raise ValueError("vectors.bin is damaged; install Crossread again.")
        rows, size, words = struct.unpack_from("<3I", data, 8)
        self._rows = np.frombuffer(data, np.int8, rows * size, 20).reshape(rows, size)
        self.unlisted = rows - 1
        at = 20 + rows * size
        self.row_of = np.frombuffer(data, "<u2", words, at).astype(np.intp)
        self.in_usage = np.frombuffer(data, "<i4", words, at + 2 * words).astype(np.int64)

    def places(self, words: Iterable[str]) -> Places:
        """The rows of words in lower case; ``unlisted`` for each that has none."""
        number, row_of = thesaurus().number, self.row_of
        return np.array([row_of[number[w]] if w in number else self.unlisted for w in words], np.intp)

    def vectors(self, places: Places) -> Vectors:
        """The vectors in these rows, a row each; zeros for words that are not listed."""
        found: Vectors = self._rows[places].astype(np.float32)
        found /= np.float32(127)
        return found


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


def surroundings(words: Sequence[str], cancelled: IsCancelled = never_cancelled) -> Surroundings:
    """What is spoken of around each of these words.

    Args:
        words: the words of one text that carry meaning, in lower case, in order.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    held, table = company(), usage()
    single = table.singles(table.numbers(words))
    telling = np.clip(_FAMILIAR - single, 0, _TELLING).astype(np.float32)
    weighed = held.vectors(held.places(words)) * telling[:, None]
    numbers: dict[str, int] = {}
    stem = np.array([numbers.setdefault(thesaurus().base(word), len(numbers)) for word in words], np.intp)
    sums = np.zeros((len(numbers), weighed.shape[1]), np.float32)
    np.add.at(sums, stem, weighed)
    near = np.zeros_like(weighed)
    for gap in watched(range(1, _REACH + 1), cancelled):
        other = (stem[gap:] != stem[:-gap])[:, None]
        near[gap:] += weighed[:-gap] * other
        near[:-gap] += weighed[gap:] * other
    check(cancelled)
    return Surroundings(_unit(near), _unit(weighed.sum(0) - sums[stem]), np.bincount(stem)[stem])


def _unit(rows: Vectors) -> Vectors:
    units: Vectors = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(1e-6))
    return units


def read(path: Path) -> Company:
    """The table in this file, mapped, not copied."""
    with path.open("rb") as file:
        return Company(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def company() -> Company:
    """The table that ships with Crossread."""
    return read(resource("lexicons", "vectors.bin"))
