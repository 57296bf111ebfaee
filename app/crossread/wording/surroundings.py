"""What stands around a pair of words: evidence for the last round, which weighs it together and not one by one."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from crossread.wording.closed_class import CLASSES
from crossread.wording.kinship import KINSHIP, Floats, parts
from crossread.wording.likeness import FIRST, SCALED, SECOND, second_round
from crossread.wording.word_kind import kind

Integers = npt.NDArray[np.intp]

_LEAST = 0.02  # likelihood from which on a pair is weighed a last time; nearly all the others are none
_FAR = 2  # words on either side whose pairs are seen
_GROUPS = max(CLASSES.values()).bit_length()
_PARTS = 4  # parts of speech
_SURE = 1e-3  # likelihoods are held this far from 0 and 1
_SCALE = 4.0  # brings log odds near 1


def last_round(
    a: Sequence[str], b: Sequence[str], first: Floats, likely: Floats
) -> tuple[Integers, Integers, Floats]:
    """The pairs that may be, and the evidence for each: a row a pair.

    A word of grammar goes with its neighbour on one side and not on the other, and which one depends on both
    words and on what became of their neighbours; so the row holds the likelihoods of the pairs around, the
    kinds of the words beside, the grammar and the parts of speech of the two.

    Args:
        a, b: folded words.
        first: ``first_round`` of them.
        likely: what the rounds before think of each pair, 0 to 1.

    Returns:
        The positions in a and b of the pairs, and their evidence; ``exchanged`` shows it from the other side.
    """
    left, right = np.nonzero(likely > _LEAST)
    evidence = np.concatenate(
        (
            first[left, right],
            second_round(first, likely)[left, right],
            _window(likely, left, right),
            _best_beside(likely, left, right),
            _kinds_beside(a, left),
            _kinds_beside(b, right),
            _grammar(a)[left],
            _grammar(b)[right],
            _parts(a)[left],
            _parts(b)[right],
            _parts(a)[left] * _parts(b)[right],
        ),
        axis=1,
    )
    return left, right, evidence


def exchanged(evidence: Floats) -> Floats:
    """The evidence of the same pairs with the two versions exchanged."""
    return evidence[:, _EXCHANGED]


def _window(likely: Floats, left: Integers, right: Integers) -> Floats:
    """The log odds of the pairs around and of the pair itself; both texts begin and end together."""
    n, m = likely.shape
    held = likely.clip(_SURE, 1 - _SURE)
    odds = np.log(held / (1 - held)) / _SCALE
    edge = np.log((1 - _SURE) / _SURE) / _SCALE
    padded = np.full((n + 2 * _FAR, m + 2 * _FAR), -edge)
    padded[_FAR:-_FAR, _FAR:-_FAR] = odds
    padded[_FAR - 1, _FAR - 1] = padded[-_FAR, -_FAR] = edge
    around = range(2 * _FAR + 1)
    return np.stack([padded[left + down, right + across] for down in around for across in around], axis=1)


def _best_beside(likely: Floats, left: Integers, right: Integers) -> Floats:
    """Whether the neighbours have partners, and how many partners they and the two words have."""
    found = []
    for axis, at in ((1, left), (0, right)):
        for table in (likely.max(axis), likely.sum(axis)):
            padded = np.concatenate(([1.0], table, [1.0]))
            found += [padded[at], padded[at + 2]]
        found.append(likely.sum(axis)[at])
    return np.stack(found, axis=1)


def _kinds_beside(words: Sequence[str], at: Integers) -> Floats:
    """The kinds of the word before and of the word behind; nothing beyond the ends."""
    table = np.zeros((len(words) + 2, 4))
    for position, word in enumerate(words):
        table[position + 1, kind(word)] = 1.0
    found: Floats = np.concatenate((table[at], table[at + 2]), axis=1)
    return found


def _grammar(words: Sequence[str]) -> Floats:
    """The classes of function words each word belongs to."""
    bits = np.array([CLASSES.get(word, 0) for word in words], np.int64)
    return (bits[:, None] >> np.arange(_GROUPS) & 1).astype(np.float64)


def _parts(words: Sequence[str]) -> Floats:
    return np.array([parts(word) for word in words], np.float64)


def _columns() -> list[frozenset[str]]:
    """What each column of the evidence of ``last_round`` tells of mine, of theirs or of both words."""
    around = range(-_FAR, _FAR + 1)
    return [
        *(frozenset((name,)) for name in FIRST),
        *(frozenset((f"{name} in near copies",)) for name in SCALED),
        *(frozenset((name,)) for name in KINSHIP),
        *(frozenset((f"{name} so far",)) for name in SECOND),
        *(frozenset((f"mine {down:+}", f"theirs {across:+}")) for down in around for across in around),
        *(
            frozenset((f"{what} {number} of {side}",))
            for what, count in (("beside", 5), ("kind", 8), ("grammar", _GROUPS), ("part", _PARTS))
            for side in ("mine", "theirs")
            for number in range(count)
        ),
        *(frozenset((f"part {number} of both",)) for number in range(_PARTS)),
    ]


def _other_side(column: frozenset[str]) -> frozenset[str]:
    """The same of theirs that a column tells of mine, and the other way round."""
    other = {"mine": "theirs", "theirs": "mine"}
    return frozenset(" ".join(other.get(word, word) for word in name.split()) for name in column)


_COLUMNS = {column: number for number, column in enumerate(_columns())}
_EXCHANGED = np.array([_COLUMNS[_other_side(column)] for column in _COLUMNS])
