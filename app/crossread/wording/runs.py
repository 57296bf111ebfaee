"""Equal runs of two lists of words, and what stands between them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rapidfuzz.distance import LCSseq

from crossread.text.words import stem
from crossread.wording.word_kind import kind

_WEIGHED = 40_000  # pairs of words up to which ambiguous runs are weighed: 200 words on either side
_GAIN = (10, 6, 10, 6)  # what an equal pair adds to a chain: content word, function word, number, mark
_STEM = 6  # what a pair of one stem adds: it holds two runs together
_GAP = 4  # what a gap between two pairs takes away
_BITS = 20  # of a chain's value that tell its last pair, the earlier the higher; its worth stands above them
_START = (1 << _BITS) - 1  # the value of the chain without pairs
_NONE = -1 << 2 * _BITS  # lower than that of any chain


def runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[range, range, bool]]:
    """Equal runs and the gaps between them, in order: positions on either side, and whether they are equal.

    The runs are those of a longest common subsequence. Where a short text has several, as when one version
    holds a phrase twice, they are those that keep most together.
    """
    partners = _common(a, b)
    if len(a) * len(b) <= _WEIGHED and partners != _last_common(a, b):
        partners = _chained(a, b)
    at_a = at_b = i = 0
    while i < len(a):
        j = partners[i]
        if j < 0:
            i += 1
            continue
        if i > at_a or j > at_b:
            yield range(at_a, i), range(at_b, j), False
        at_a, at_b = i, j
        while i < len(a) and partners[i] == j:
            i, j = i + 1, j + 1
        yield range(at_a, i), range(at_b, j), True
        at_a, at_b = i, j
    if at_a < len(a) or at_b < len(b):
        yield range(at_a, len(a)), range(at_b, len(b)), False


def _common(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """For each word of a its place in b by a longest common subsequence, or -1."""
    partners = [-1] * len(a)
    for block in LCSseq.opcodes(["", *a, ""], [" ", *b, " "]):  # else equal ends are paired without a look
        if block.tag == "equal":
            partners[block.src_start - 1 : block.src_end - 1] = range(
                block.dest_start - 1, block.dest_end - 1
            )
    return partners


def _last_common(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """The same, found from the other end: where it differs, there are several."""
    return [len(b) - 1 - j if j >= 0 else -1 for j in reversed(_common(a[::-1], b[::-1]))]


def _chained(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """For each word of a its place in b, or -1, by the chain of pairs that is worth most.

    An equal pair adds to a chain, and so does a pair of one stem, which holds two runs together; a gap takes
    away the same however long it is, as in Gotoh 1982. Of chains worth the same the one is taken whose pairs
    come first, as a reader goes on while words are equal. Values carry their last pair with them, so that a
    row of the table is a few passes in C.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(b):
        places[stem(word)].append(j)
    pairs = [(-1, -1, 0)]  # positions in a and b, and which pair of the chain stands before
    gap = _GAP << _BITS
    ending: dict[int, int] = {}  # the best chain that ends with the word of a before and each word of b
    left = [_START] * (len(b) + 1)  # the best that ends left of each word of b, with a gap after it
    for i, word in enumerate(a):
        here = {}
        for j in places.get(stem(word), ()):
            best = max(left[j], ending.get(j - 1, _NONE))
            worth = (best >> _BITS) + (_GAIN[kind(word)] if word == b[j] else _STEM)
            here[j] = (worth << _BITS) + _START - len(pairs)
            pairs.append((i, j, _START - (best & _START)))
        if here:
            ended = [_NONE] * (len(b) + 1)
            for j, value in here.items():
                ended[j + 1] = value - gap
            left = list(accumulate(map(max, left, ended), max))
        ending = here
    last = _START - (left[-1] & _START)
    partners = [-1] * len(a)
    while last:
        i, j, last = pairs[last]
        if a[i] == b[j]:
            partners[i] = j
    return partners
