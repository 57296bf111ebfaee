"""Which words of two versions of a sentence stand for which."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.distance import JaroWinkler

from crossread.text.token import Token
from crossread.text.words import fold, stem
from crossread.wording.kinship import Floats
from crossread.wording.likeness import first_round, second_round
from crossread.wording.network import network
from crossread.wording.runs import runs
from crossread.wording.surroundings import exchanged, last_round
from crossread.wording.weights import FIRST_ROUND, SECOND_ROUND

Pairs = list[tuple[int, int]]

_SENTENCE = 10_000  # pairs of words up to which each is weighed: a hundred words on either side
_GAP = 400  # pairs of words between equal runs up to which they are paired by likeness in longer texts
_LIKELY = 0.5  # half of F1 near 1 (Lipton et al. 2014); from 0.44 to 0.54 F1 is nearly the same
_ALIKE = 0.85
_TABLE = 50_000_000  # pairs of words up to which a table of them all is made: 6 MB


def align_words(a: Sequence[str], b: Sequence[str], quickly: bool = False) -> Pairs:
    """Pair the words of two versions of one passage: equal, inflected, misspelt, replaced and moved ones.

    In sentences every pair of words is weighed, three times, the later rounds in the light of what was found
    for neighbours and rivals, the last by a small network. Longer passages are cut at their equal runs, and
    only what is left between is paired. Which version comes first makes no difference.

    Args:
        a, b: words and marks, in any case.
        quickly: treat a sentence as a longer passage; near copies lose nothing by it.

    Returns:
        Positions in ``a`` and ``b``, in ascending order; a word may stand for several.
    """
    one, other = [fold(word) for word in a], [fold(word) for word in b]
    if longer_first(one, other):
        return _paired(one, other, quickly)
    return sorted((i, j) for j, i in _paired(other, one, quickly))


def longer_first(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two versions stand in the order in which their words are weighed; ties go by the words."""
    return (len(one), one) >= (len(other), other)


def _paired(one: list[str], other: list[str], quickly: bool) -> Pairs:
    if not other:
        return []
    if one == other:
        return [(at, at) for at in range(len(one))]
    if quickly or len(one) * len(other) > _SENTENCE:
        return _long(one, other)
    chosen = np.argwhere(_weighed(one, other) >= _LIKELY)
    return [(i, j) for i, j in chosen.tolist()]


def _weighed(one: list[str], other: list[str]) -> Floats:
    """How likely each word stands for each of the other version."""
    first = first_round(one, other)
    likely = _odds(first, FIRST_ROUND)
    likely = _odds(np.concatenate((first, second_round(first, likely)), axis=-1), SECOND_ROUND)
    left, right, evidence = last_round(one, other, first, likely)
    last = np.zeros_like(likely)
    last[left, right] = network().likely(evidence, exchanged(evidence))
    return last


def _odds(evidence: Floats, weights: tuple[float, ...]) -> Floats:
    """The weighed sum as a likelihood; summed in one order on every machine, which a BLAS does not
    promise.
    """
    total = np.einsum("ijk,k->ij", evidence, np.array(weights))
    likely: Floats = np.round(1 / (1 + np.exp(-total.clip(-30, 30))), 9)
    return likely


def _long(one: list[str], other: list[str]) -> Pairs:
    """Equal runs, then what is left between them by likeness, then words that are left once in each."""
    found: Pairs = []
    free_a: list[int] = []
    free_b: list[int] = []
    for left, right, equal in _blocks(one, other):
        if equal or len(left) == len(right) == 1:
            found.extend(zip(left, right, strict=True))
            continue
        near = _alike(left, right, one, other)
        found += near
        taken_a, taken_b = {i for i, _ in near}, {j for _, j in near}
        free_a += [i for i in left if i not in taken_a]
        free_b += [j for j in right if j not in taken_b]
    return sorted(found + _moved(free_a, free_b, one, other))


def _blocks(one: list[str], other: list[str]) -> Iterator[tuple[range, range, bool]]:
    """Equal runs and what stands between them, in order: positions on either side, and whether they are
    equal.

    Texts too long for a table of all words are first cut at the words that stand once in each and run
    forward, as in patience diff (Bram Cohen); a part that is still too long counts as different.
    """
    start = begin = 0
    for i, j in [*_anchors(one, other), (len(one), len(other))]:
        if (i - start) * (j - begin) <= _TABLE:
            for left, right, equal in runs(one[start:i], other[begin:j]):
                yield _shifted(left, start), _shifted(right, begin), equal
        else:
            yield range(start, i), range(begin, j), False
        if i < len(one):
            yield range(i, i + 1), range(j, j + 1), True
        start, begin = i + 1, j + 1


def _shifted(positions: range, by: int) -> range:
    """The same positions further on."""
    return range(positions.start + by, positions.stop + by)


def _anchors(one: list[str], other: list[str]) -> Pairs:
    """Words that stand once in each text, as far as they run forward in both; none where a table does."""
    if len(one) * len(other) <= _TABLE:
        return []
    count_a, count_b = Counter(one), Counter(other)
    place = {word: j for j, word in enumerate(other) if count_b[word] == 1}
    return _forward([(i, place[word]) for i, word in enumerate(one) if count_a[word] == 1 and word in place])


def _alike(left: range, right: range, one: list[str], other: list[str]) -> Pairs:
    """Pairs of words with one stem or nearly one spelling, best first."""
    if not left or not right or len(left) * len(right) > _GAP:
        return []
    scored = sorted(
        (-(1.0 if stem(one[i]) == stem(other[j]) else JaroWinkler.similarity(one[i], other[j])), i, j)
        for i in left
        for j in right
    )
    found, taken_a, taken_b = [], set(), set()
    for score, i, j in scored:
        if -score >= _ALIKE and i not in taken_a and j not in taken_b:
            found.append((i, j))
            taken_a.add(i)
            taken_b.add(j)
    return found


def _moved(free_a: list[int], free_b: list[int], one: list[str], other: list[str]) -> Pairs:
    """Equal words that stand elsewhere, where each is the only one left."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in free_b:
        places[other[j]].append(j)
    count: defaultdict[str, int] = defaultdict(int)
    for i in free_a:
        count[one[i]] += 1
    return [(i, places[one[i]][0]) for i in free_a if count[one[i]] == 1 and len(places[one[i]]) == 1]


def rising(pairs: Pairs, a: Sequence[Token], b: Sequence[Token]) -> Pairs:
    """The longest part of the pairs that runs forward on both sides: what is not in it has moved.

    A word is taken with one partner only, an equal one before others.
    """
    single: dict[int, int] = {}
    for i, j in sorted(pairs, key=lambda pair: (pair[0], a[pair[0]].normal != b[pair[1]].normal, pair[1])):
        single.setdefault(i, j)
    return _forward(list(single.items()))


def _forward(pairs: Pairs) -> Pairs:
    """The longest subsequence of pairs, ordered by the first place, whose second places rise (patience
    sorting).
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [number]
    chain: Pairs = []
    here = ends[-1] if ends else -1
    while here >= 0:
        chain.append(pairs[here])
        here = before[here]
    return chain[::-1]
