"""Which words of two versions of a sentence stand for which."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import JaroWinkler, LCSseq

from crossread.text.token import Token
from crossread.text.words import fold, stem

Pairs = list[tuple[int, int]]

_ALIKE = 0.85


def align_words(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Pair the words of two versions of one passage: equal, inflected, misspelt, replaced and moved ones.

    Args:
        a, b: words and marks, in any case.

    Returns:
        Positions in ``a`` and ``b``, in ascending order; a word may stand for several.
    """
    one, other = [fold(word) for word in a], [fold(word) for word in b]
    found: Pairs = []
    free_a: list[int] = []
    free_b: list[int] = []
    for block in LCSseq.opcodes(one, other):
        if block.tag == "equal":
            found.extend(
                zip(
                    range(block.src_start, block.src_end),
                    range(block.dest_start, block.dest_end),
                    strict=True,
                )
            )
            continue
        left, right = range(block.src_start, block.src_end), range(block.dest_start, block.dest_end)
        near = _alike(left, right, one, other)
        found += near
        taken_a, taken_b = {i for i, _ in near}, {j for _, j in near}
        free_a += [i for i in left if i not in taken_a]
        free_b += [j for j in right if j not in taken_b]
    return sorted(found + _moved(free_a, free_b, one, other))


def _alike(left: range, right: range, one: list[str], other: list[str]) -> Pairs:
    """Pairs of words with one stem or nearly one spelling, best first."""
    if not left or not right or len(left) * len(right) > 10_000:
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

    Longest increasing subsequence by patience sorting; a pair of equal words goes before other pairs of a
    word.
    """
    single: dict[int, int] = {}
    for i, j in sorted(pairs, key=lambda pair: (pair[0], a[pair[0]].normal != b[pair[1]].normal, pair[1])):
        single.setdefault(i, j)
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for i, j in single.items():
        at = bisect_left(tails, j)
        if at:
            before[i] = ends[at - 1]
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [i]
    chain: Pairs = []
    here = ends[-1] if ends else None
    while here is not None:
        chain.append((here, single[here]))
        here = before.get(here)
    return chain[::-1]
