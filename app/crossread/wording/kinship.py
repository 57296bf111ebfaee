"""What a thesaurus and the spelling of compounds say for one word standing for another."""

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
import numpy.typing as npt

from crossread.text.thesaurus import Entry, Part, thesaurus

Floats = npt.NDArray[np.float64]

KINSHIP = ("one base", "synonyms", "closeness", "common neighbours", "opposites", "written inside")
"""Evidence that a pair of unequal words is kin."""

_PARTS: tuple[Part, ...] = ("noun", "verb", "adjective", "adverb")
_DAMPING = 3  # neighbours that every word is granted: a few in common among few mean little
_SHORTEST = 3  # letters; shorter words stand inside others by chance
_NONE = (0.0, 0.0, 0.0, 0.0, 0.0)


def kinship(a: Sequence[str], b: Sequence[str], content_a: Sequence[int], content_b: Sequence[int]) -> Floats:
    """The evidence for each pair of words: an array of words of a, words of b, and ``KINSHIP``.

    Args:
        a, b: folded words.
        content_a, content_b: positions of the content words; a thesaurus knows of no others.
    """
    found = np.zeros((len(a), len(b), len(KINSHIP)))
    for i in content_a:
        for j in content_b:
            if a[i] != b[j]:
                kin = _related(a[i], b[j])
                if kin is not _NONE:
                    found[i, j, :-1] = kin
    for i, word in enumerate(a):
        if len(word) >= _SHORTEST:
            for j, other in enumerate(b):
                if len(other) >= _SHORTEST and word != other and (word in other or other in word):
                    found[i, j, -1] = min(len(word), len(other)) / max(len(word), len(other))
    return found


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[float, ...]:
    """Which parts of speech a word can be (noun, verb, adjective, adverb): 1 for each it can."""
    held = thesaurus()
    return tuple(float(held.is_a(word, part)) for part in _PARTS)


@lru_cache(maxsize=50_000)
def _entry(word: str) -> tuple[Entry, frozenset[int], float] | None:
    """What the thesaurus holds of a word, its neighbours with its base form, and their damped number."""
    entry = thesaurus().entry(word)
    if entry is None:
        return None
    near = frozenset((*entry.close, entry.base))
    return entry, near, sqrt(len(near) + _DAMPING)


@lru_cache(maxsize=200_000)
def _related(a: str, b: str) -> tuple[float, ...]:
    """``KINSHIP`` without its last."""
    mine, theirs = _entry(a), _entry(b)
    if mine is None or theirs is None:
        return _NONE
    one, near, size = mine
    other, others, other_size = theirs
    synonyms, common = one.is_synonym_of(other), len(near & others)
    close = max(one.close.get(other.number, 0.0), other.close.get(one.number, 0.0))
    opposites = thesaurus().antonyms(a, b)
    if not (synonyms or common or close or opposites):
        return _NONE
    return (
        float(one.base == other.base),
        float(synonyms),
        close,
        common / (size * other_size),
        float(opposites),
    )
