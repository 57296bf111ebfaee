"""What a thesaurus and the spelling of compounds say for one word standing for another."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from crossread.text.thesaurus import Part, thesaurus

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
                found[i, j, :-1] = _related(a[i], b[j])
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
def _neighbours(word: str) -> tuple[dict[str, float], frozenset[str]] | None:
    """How close the neighbours of a word are, and they and its base form; None for a word not listed."""
    held = thesaurus()
    if word not in held.number:
        return None
    close = dict(held.neighbours(word))
    return close, frozenset((*close, held.base(word)))


@lru_cache(maxsize=200_000)
def _related(a: str, b: str) -> tuple[float, ...]:
    """``KINSHIP`` without its last."""
    mine, theirs = _neighbours(a), _neighbours(b)
    if mine is None or theirs is None:
        return _NONE
    held = thesaurus()
    common = len(mine[1] & theirs[1]) / float(
        np.sqrt((len(mine[1]) + _DAMPING) * (len(theirs[1]) + _DAMPING))
    )
    return (
        float(held.base(a) == held.base(b)),
        float(held.synonyms(a, b)),
        max(mine[0].get(b, 0.0), theirs[0].get(a, 0.0)),
        common,
        float(held.antonyms(a, b)),
    )
