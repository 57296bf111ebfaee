"""What speaks for one word standing for another, as numbers that can be weighed."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import JaroWinkler

from crossread.text.words import stem
from crossread.wording.closed_class import CLASSES
from crossread.wording.kinship import Floats, kinship
from crossread.wording.runs import runs
from crossread.wording.word_kind import kind

FIRST = (
    "constant", "equal", "equal rare", "equal mark", "stem", "spelling", "class", "both content",
    "both function", "mixed", "numbers", "mark and word", "place", "bent", "same gap", "small gap",
    "one gap", "before equal", "after equal", "both equal", "around", "mine elsewhere",
    "theirs elsewhere", "both elsewhere", "alike x content", "alike x place", "alike x elsewhere",
    "alike", "gap x content", "gap x function", "in run", "length of run",
)  # fmt: skip
"""Evidence from the words themselves."""

SCALED = (
    "constant", "equal", "stem", "spelling", "class", "both content", "both function", "mixed", "place",
    "bent", "small gap", "one gap", "mine elsewhere", "theirs elsewhere", "gap x content",
    "gap x function",
)  # fmt: skip
"""What of it counts differently in near copies: it comes a second time, times the share of equal words."""

_SCALED = [FIRST.index(name) for name in SCALED]

SECOND = (
    "first", "diagonal before", "diagonal after", "beside mine", "beside theirs", "best of mine",
    "best of theirs", "rivals of mine", "rivals of theirs", "is best", "bent", "around",
    "first x rivals", "beside x content", "lonely mine", "lonely theirs", "gap between",
    "alike x first",
)  # fmt: skip
"""Evidence from what the first round found for the neighbours and rivals of a pair."""


@lru_cache(maxsize=100_000)
def _spelt(a: str, b: str) -> float:
    """How much two words are alike in their letters, 0 below what means anything."""
    if len(a) < 3 or len(b) < 3:
        return 0.0
    found = JaroWinkler.similarity(a, b)
    return max(0.0, (found - 0.7) / 0.3)


def first_round(a: Sequence[str], b: Sequence[str]) -> Floats:
    """The evidence for each pair of words: an array of words of a, words of b, and ``FIRST``, ``SCALED``
    and ``KINSHIP``.
    """
    n, m = len(a), len(b)
    index: dict[str, int] = {}
    x = np.array([index.setdefault(word, len(index)) for word in a])
    y = np.array([index.setdefault(word, len(index)) for word in b])
    stems: dict[str, int] = {}
    sx = np.array([stems.setdefault(stem(word), len(stems)) for word in a])
    sy = np.array([stems.setdefault(stem(word), len(stems)) for word in b])
    equal = (x[:, None] == y[None, :]).astype(np.float64)
    same_stem = (sx[:, None] == sy[None, :]) & (equal == 0)
    kx, ky = np.array([kind(word) for word in a]), np.array([kind(word) for word in b])
    content = np.outer(kx == 0, ky == 0)
    function = np.outer(kx == 1, ky == 1)
    marks = np.outer(kx == 3, ky == 3)
    numbers = np.outer(kx == 2, ky == 2)
    mixed = np.outer(kx == 0, ky == 1) | np.outer(kx == 1, ky == 0)
    mark_word = np.outer(kx == 3, ky != 3) | np.outer(kx != 3, ky == 3)
    spelling = np.zeros((n, m))
    plain = np.flatnonzero(ky == 0).tolist()
    for i in np.flatnonzero(kx == 0).tolist():
        word = a[i]
        for j in plain:
            if word[0] == b[j][0] and word != b[j]:
                spelling[i, j] = _spelt(word, b[j])
    classes_a, classes_b = (np.array([CLASSES.get(word, 0) for word in words], np.int64) for words in (a, b))
    one_class = (classes_a[:, None] & classes_b[None, :] > 0) & (equal == 0)
    count_a, count_b = Counter(a), Counter(b)
    times = np.outer([1 / count_a[word] for word in a], [1 / count_b[word] for word in b])
    rows, columns = np.arange(n), np.arange(m)
    place = np.abs((rows[:, None] + 0.5) / n - (columns[None, :] + 0.5) / m)
    bent, gap, small, single, run = _gaps(a, b)
    padded = np.zeros((n + 4, m + 4))
    padded[2:-2, 2:-2] = equal
    padded[1, 1] = padded[-2, -2] = 1.0  # both begin, both end
    before, after = padded[1:-3, 1:-3], padded[3:-1, 3:-1]
    around = padded[:-4, :-4] + padded[4:, 4:] + padded[1:-3, :-4] + padded[:-4, 1:-3]
    around = (around + padded[3:-1, 4:] + padded[4:, 3:-1]).clip(0, 2)
    mine = (equal.sum(1, keepdims=True) > 0) & (equal == 0)
    theirs = (equal.sum(0, keepdims=True) > 0) & (equal == 0)
    alike = np.maximum(np.maximum(equal, 0.9 * same_stem), spelling)
    found = np.stack(
        [
            np.ones((n, m)), equal, equal * times, equal * marks, same_stem, spelling, one_class, content,
            function, mixed, numbers & (equal == 0), mark_word, place, bent, gap, small, single,
            before, after, before * after,
            around, mine, theirs, mine & theirs, alike * content, alike * bent, alike * (1 - times), alike,
            gap * content, gap * function, run > 0, run,
        ],
        axis=-1,
    )  # fmt: skip
    copied = 2 * (count_a & count_b).total() / (n + m)
    kin = kinship(a, b, np.flatnonzero(kx == 0).tolist(), plain)
    return np.concatenate((found, copied * found[:, :, _SCALED], kin), axis=-1)


def _gaps(a: Sequence[str], b: Sequence[str]) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Where pairs stand between the equal runs.

    Returns:
        The distance from where the runs expect the word, as a share of ten words; whether both stand in one
        gap; how small it is; whether it is one word wide; how long the equal run is that they belong to.
    """
    n, m = len(a), len(b)
    expected_a, expected_b = np.zeros(n), np.zeros(m)
    gap_a, gap_b = np.full(n, -1), np.full(m, -2)
    size_a, size_b = np.ones(n), np.ones(m)
    run = np.zeros((n, m))
    for number, (left, right, same) in enumerate(runs(a, b)):
        s, e, t, f = left.start, left.stop, right.start, right.stop
        if e > s:
            expected_a[s:e] = t + (np.arange(e - s) + 0.5) * (f - t) / (e - s) - 0.5 if f > t else t - 0.5
        if f > t:
            expected_b[t:f] = s + (np.arange(f - t) + 0.5) * (e - s) / (f - t) - 0.5 if e > s else s - 0.5
        if same:
            run[np.arange(s, e), np.arange(t, f)] = np.log1p(e - s) / 3
            gap_a[s:e], gap_b[t:f] = -3, -4
        else:
            gap_a[s:e] = gap_b[t:f] = number
            size_a[s:e] = size_b[t:f] = max(1, e - s) * max(1, f - t)
    bent = np.minimum(
        np.abs(expected_a[:, None] - np.arange(m)), np.abs(expected_b[None, :] - np.arange(n)[:, None])
    )
    gap = (gap_a[:, None] == gap_b[None, :]).astype(np.float64)
    small = gap / np.sqrt(np.minimum(size_a[:, None], size_b[None, :]))
    return np.minimum(bent, 10) / 10, gap, small, gap * (size_a[:, None] == 1), run


def second_round(first: Floats, p: Floats) -> Floats:
    """The evidence for each pair given what is thought of its neighbours and rivals: by ``SECOND``."""
    n, m = p.shape
    padded = np.zeros((n + 4, m + 4))
    padded[2:-2, 2:-2] = p
    padded[1, 1] = padded[-2, -2] = 1.0

    def at(down: int, across: int) -> Floats:
        return padded[2 + down : n + 2 + down, 2 + across : m + 2 + across]

    odds = np.log(p.clip(1e-4, 1 - 1e-4) / (1 - p).clip(1e-4, 1))
    rows, columns = p.sum(1, keepdims=True), p.sum(0, keepdims=True)
    best_row, best_column = p.max(1, keepdims=True), p.max(0, keepdims=True)
    other_row, other_column = rows - p, columns - p
    expected = (p @ np.arange(m)) / rows[:, 0].clip(1e-6)
    bent = np.minimum(np.abs(expected[:, None] - np.arange(m)), 10) / 10 * (rows > 0.3)
    beside_a, beside_b = np.maximum(at(-1, 0), at(1, 0)), np.maximum(at(0, -1), at(0, 1))
    content = first[:, :, FIRST.index("both content")]
    alike = first[:, :, FIRST.index("alike")]
    lonely_a, lonely_b = (1 - rows).clip(0), (1 - columns).clip(0)
    between = np.maximum(at(-1, -1), at(-1, 0)) * np.maximum(at(1, 1), at(1, 0))
    around = at(-2, -2) + at(2, 2) + at(-1, -2) + at(-2, -1) + at(1, 2) + at(2, 1)
    ones = np.ones((n, m))
    return np.stack(
        [
            odds, at(-1, -1), at(1, 1), beside_a, beside_b, best_row * ones, best_column * ones,
            other_row, other_column, (p >= best_row) & (p >= best_column), bent, around,
            odds * np.maximum(other_row, other_column).clip(0, 1),
            (beside_a + beside_b) * content, lonely_a * ones, lonely_b * ones, between, alike * p,
        ],
        axis=-1,
    )  # fmt: skip
