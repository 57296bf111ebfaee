"""Passages of one text that were taken over into another: copied, shuffled, reworded, translated back or
summed up.

Seeds are pairs of sentences that share rare words. Each grows into a pair of stretches (``stretch``). Three
kinds
of reuse then decide by what is seen where a passage ends: what is copied word for word ends where the equal
    words
end; what is reworded ends with a sentence, if one ends near; and what draws on all of the other text, far
apart, sums it up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from crossread.align.field import Integers, ranges
from crossread.align.stretch import Pair, Range, best_around

_ENOUGH = 28.0  # sum of scores that makes a passage
_BESIDE = 3.0  # how many times that a reworded passage needs beside one that was copied word for word
_FEW = 15  # words below which a passage is too short to be told from chance
_CERTAINLY = 100.0  # sum that is shown as score 1

_SEED = 6.0  # weight of shared rare words that makes a seed
_COMMON = 40  # a word that the texts share in more pairs of places makes no seeds
_RARE = 10  # a word that they share in so few says where something comes from
_TRIES = 400
_FAILURES = 12  # seeds that may fail one after another

_RUN = 8  # equal words in a row that are copied, not met by chance
_VERBATIM = 0.6  # share of such runs in a passage that was copied word for word
_NEAR = 5  # words to the end of a sentence that belong to the passage
_GAP = 15  # words between passages that are one

_DIGEST = 13.0  # sum of scores that makes a summary
_LONGER = 2.5  # how many times as long as a summary its source is
_SPREAD = 0.6  # share of the source a summary draws on
_ELSEWHERE = 0.25  # share of its rare words that come from outside the passages it took over
_DIGEST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage that stands in both texts.

    Attributes:
        a, b: where, in code points of each text, half-open.
        score: 0 to 1.
        verbatim: it was copied word for word.
    """

    a: Range
    b: Range
    score: float
    verbatim: bool


def reused(a: str, b: str) -> list[Reuse]:
    """Find the passages of ``b`` that were taken over into ``a``, in the order of ``a``."""
    pair = Pair(a, b)
    if not pair.counts[0].any() or not pair.counts[1].any():
        return []
    found = list(_passages(pair))
    if any(passage.verbatim for passage in found):
        found = [p for p in found if p.verbatim or p.score > _BESIDE * _ENOUGH]
    found = _joined(found)
    summary = _summary(pair, found)
    if summary:
        found = [summary]
    one, other = pair.sides
    return sorted(
        (
            Reuse(one.span(p.a), other.span(p.b), round(min(1.0, p.score / _CERTAINLY), 6), p.verbatim)
            for p in (_ended(pair, p) for p in found)
        ),
        key=lambda reuse: (reuse.a, reuse.b),
    )


def _ended(pair: Pair, passage: Reuse) -> Reuse:
    """What is reworded ends with a sentence, where one ends near."""
    if passage.verbatim:
        return passage
    one, other = pair.sides
    return replace(passage, a=_snapped(one.sentence, passage.a), b=_snapped(other.sentence, passage.b))


def _passages(pair: Pair) -> Iterator[Reuse]:
    """Passages in words, the likeliest seeds first; a part of the first text is taken once."""
    taken = np.zeros(len(pair.sides[0]), bool)
    edges = [
        np.searchsorted(side.sentence, np.arange(int(side.sentence[-1]) + 2)).tolist() for side in pair.sides
    ]
    failures = 0
    for p, q in _seeds(pair):
        i, j = (edges[0][p], edges[0][p + 1]), (edges[1][q], edges[1][q + 1])
        if 2 * np.count_nonzero(taken[i[0] : i[1]]) > i[1] - i[0]:
            continue
        grown = pair.grow(i, j, _ENOUGH)
        if grown is None or grown[0][1] - grown[0][0] < _FEW:
            failures += 1
            if failures > _FAILURES:
                return
            continue
        failures = 0
        i, j, score = grown
        i, j = _while_equal(pair, i, j)
        copied = _copied(pair, i, j)
        i, j = copied or (i, j)
        taken[i[0] : i[1]] = True
        yield Reuse(i, j, score, copied is not None)


def _seeds(pair: Pair) -> list[tuple[int, int]]:
    """Pairs of sentences that share rare words, best first."""
    one, other = pair.sides
    meetings = pair.counts[0] * pair.counts[1]
    rare = (meetings > 0) & (meetings <= _COMMON)
    places = np.argsort(other.words, kind="stable")
    begin = np.searchsorted(other.words[places], np.arange(pair.size + 1))
    x = np.flatnonzero(rare[one.words])
    many = begin[one.words[x] + 1] - begin[one.words[x]]
    y = places[ranges(begin[one.words[x]], many)]
    x = np.repeat(x, many)
    width = int(other.sentence[-1]) + 1
    # a word that stands twice in a sentence counts once
    keys = np.unique((one.sentence[x] * width + other.sentence[y]) * pair.size + one.words[x])
    weight = np.log(len(one) * len(other) / 50 / np.maximum(meetings, 1)).clip(0.1)
    found, place = np.unique(keys // pair.size, return_inverse=True)
    sums = np.bincount(place, weight[keys % pair.size], minlength=len(found))
    best = np.argsort(-sums, kind="stable")[:_TRIES]
    best = best[sums[best] >= _SEED]
    return list(zip((found[best] // width).tolist(), (found[best] % width).tolist(), strict=True))


def _while_equal(pair: Pair, i: Range, j: Range) -> tuple[Range, Range]:
    """Move the borders out to where the words cease to be equal one by one."""
    a, b = pair.sides[0].words, pair.sides[1].words
    (start, end), (begin, stop) = i, j
    while start and begin and a[start - 1] == b[begin - 1]:
        start, begin = start - 1, begin - 1
    while end < len(a) and stop < len(b) and a[end] == b[stop]:
        end, stop = end + 1, stop + 1
    return (start, end), (begin, stop)


def _copied(pair: Pair, i: Range, j: Range) -> tuple[Range, Range] | None:
    """From the first to the last run of equal words, if such runs make up the passage."""
    a, b = pair.sides[0].words[i[0] : i[1]].tolist(), pair.sides[1].words[j[0] : j[1]].tolist()
    runs = list(_runs(a, b))
    if sum(length for _, _, length in runs) < _VERBATIM * min(len(a), len(b)):
        return None
    mine = i[0] + min(x for x, _, _ in runs), i[0] + max(x + length for x, _, length in runs)
    theirs = j[0] + min(y for _, y, _ in runs), j[0] + max(y + length for _, y, length in runs)
    return _while_equal(pair, mine, theirs)


def _runs(a: list[int], b: list[int]) -> Iterator[tuple[int, int, int]]:
    """Runs of equal words: their places in both lists and their length."""
    places: dict[tuple[int, ...], int] = {}
    for at in range(len(b) - _RUN + 1):
        places.setdefault(tuple(b[at : at + _RUN]), at)
    at = 0
    while at <= len(a) - _RUN:
        there = places.get(tuple(a[at : at + _RUN]))
        if there is None:
            at += 1
            continue
        length = _RUN
        while at + length < len(a) and there + length < len(b) and a[at + length] == b[there + length]:
            length += 1
        yield at, there, length
        at += length


def _joined(found: list[Reuse]) -> list[Reuse]:
    """Passages that touch or overlap on both sides, made one."""
    joined: list[Reuse] = []
    for passage in sorted(found, key=lambda passage: (passage.a, passage.b)):
        while True:
            other = next((p for p in joined if p.verbatim == passage.verbatim and _touch(p, passage)), None)
            if other is None:
                break
            joined.remove(other)
            passage = Reuse(  # noqa: PLW2901 - it may touch a third
                (min(other.a[0], passage.a[0]), max(other.a[1], passage.a[1])),
                (min(other.b[0], passage.b[0]), max(other.b[1], passage.b[1])),
                other.score + passage.score,
                passage.verbatim,
            )
        joined.append(passage)
    return joined


def _touch(one: Reuse, other: Reuse) -> bool:
    return all(max(x[0], y[0]) - min(x[1], y[1]) <= _GAP for x, y in ((one.a, other.a), (one.b, other.b)))


def _snapped(sentence: Integers, stretch: Range) -> Range:
    """The stretch with its borders moved to those of sentences, where they are near."""
    start, end = stretch
    first, after = np.searchsorted(sentence, [sentence[start], sentence[start] + 1]).tolist()
    if start - first <= _NEAR:
        start = first
    elif after - start <= _NEAR and after < end:
        start = after
    first, after = np.searchsorted(sentence, [sentence[end - 1], sentence[end - 1] + 1]).tolist()
    if after - end <= _NEAR:
        end = after
    elif end - first <= _NEAR and first > start:
        end = first
    return start, end


def _summary(pair: Pair, found: list[Reuse]) -> Reuse | None:
    """A stretch of the first text that sums up the second: its words come from all over it."""
    one, other = pair.sides
    (start, end), score = best_around(pair.digest_scores(), (0, len(one)))
    long_enough = end - start >= _DIGEST_WORDS and len(other) >= _LONGER * (end - start)
    if score < _DIGEST or not long_enough:
        return None
    shared = np.zeros(pair.size, bool)
    shared[one.words[start:end]] = True
    shared &= (pair.counts[1] > 0) & (pair.counts[0] * pair.counts[1] <= _RARE)
    places = np.flatnonzero(shared[other.words])
    if len(places) < _RARE or np.subtract(*np.percentile(places, [90, 10])) < _SPREAD * len(other):
        return None
    sources = [passage.b for passage in found if passage.a[0] < end and start < passage.a[1]]
    near = np.zeros(pair.size, bool)
    for begin, stop in sources:
        near[other.words[begin:stop]] = True
    elsewhere = np.count_nonzero(shared & ~near) >= _ELSEWHERE * np.count_nonzero(shared)
    apart = len(sources) > 1 and max(b for b, _ in sources) - min(e for _, e in sources) > end - start
    if not (elsewhere or apart):
        return None
    return Reuse((start, end), (0, len(other)), _CERTAINLY * min(1.0, score / (4 * _DIGEST)), False)
