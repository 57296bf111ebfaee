"""Which of the candidate pairs become links: two decoders over the same evidence, chosen by what is seen.

Near copies tell the same in the same order: there a path through both documents is sought that collects the
most evidence. Reports written independently tell it in any order: there a pair must be among the best of both its
passages.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import partial

import numpy as np

from crossread.align.field import Bools, Floats, Integers
from crossread.align.held import Held
from crossread.align.likeness import Likeness
from crossread.align.ranking import ranks

_LIKELY = 0.43  # score of a link
_PLACES = 3  # places among which it must stand for a passage that is no longer than the other
_SURE = 0.55  # score of a link between passages that share but one word with a meaning

_ANCHOR = 0.2  # score of a best pair that tells the order
_ANCHORS = 3  # best pairs that a pair of documents must have to be taken for near copies
_IN_ORDER = 0.85  # share of them that run in one order
_COVERED = 0.4  # share of the shorter document's passages that they cover
_NEAR = 0.35  # median likeness of their words; short reports may run in one order and be no copies
_MANY = 12  # best pairs in one order that are enough whatever their words

_WORTH = -4.0  # log odds from which on a pair is worth a place in the path
_LITTLE = 0.0  # likeness that two passages together may fall short of the better of them
_ALONE = 0.85  # score from which on a passage without a partner takes that of its neighbour
_MOVED = 0.9  # score of a link outside the path


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """The pairs that become links.

    Attributes:
        chosen: their numbers among the candidates, ascending.
        ordered: for each, whether it was found on a path through two documents that tell the same in the
            same order.
        crossing: for each, whether it stands across the order of the links around it.
        foremost: for each, whether each of the two passages is the other's best, found in no order.
    """

    chosen: Integers
    ordered: Bools
    crossing: Bools
    foremost: Bools


def decide(found: Likeness, held: Held | None = None) -> Decision:
    """Choose the candidate pairs that a reader is shown as links.

    Args:
        found: the candidates.
        held: what pins rule out and fix. Whether two documents tell the same in the same order is decided without
            them, so that a pin changes only what lies around it.
    """
    mine, theirs = ranks(found.left, found.right, found.score, found.group)
    anchors = found.telling & (found.score >= _ANCHOR) & (mine == 0) & (theirs == 0)
    likely = (found.score >= _LIKELY) & (found.telling | ((found.score >= _SURE) & ~found.brief))
    if held is not None:
        mine, theirs = held.ranks(found)
        likely &= held.allowed
    place = np.maximum(mine, theirs)
    groups = int(found.group.max(initial=0)) + 1
    sizes = np.bincount(found.group, minlength=groups)
    documents = found.group[found.left] * groups + found.group[found.right]
    chosen, ordered = likely & _among_the_best(found, mine, theirs), np.zeros(len(found.left), bool)
    crossing, foremost = np.zeros(len(found.left), bool), np.zeros(len(found.left), bool)
    order = np.argsort(documents, kind="stable")
    for some in np.split(order, np.flatnonzero(np.diff(documents[order])) + 1):
        if not len(some):
            continue
        a, b = divmod(int(documents[some[0]]), groups)
        best = some[anchors[some]]
        if _near_copies(found, best, int(min(sizes[a], sizes[b]))):
            chosen[some] = False
            left = some if held is None else held.left_of(found, some, partial(_way, found))
            best = best[np.isin(best, left)]
            path = _way(found, left)
            path = np.concatenate((path, left[_joined(found, left, path)]))
            beside = best[(found.score[best] >= _MOVED) & _apart(found, best, path)]
            chosen[path] = ordered[path] = True
            chosen[beside] = crossing[beside] = True
        else:
            links = some[chosen[some]]
            foremost[links] = place[links] == 0
            crossing[links[_across(found.left[links], found.right[links], found.score[links])]] = True
    numbers = np.flatnonzero(chosen)
    return Decision(numbers, ordered[numbers], crossing[numbers], foremost[numbers])


def _among_the_best(found: Likeness, mine: Integers, theirs: Integers) -> Bools:
    """Which pairs are among the best of both passages; a long one may say what several short ones say."""
    length = np.bincount(found.stems.row, found.stems.count, minlength=len(found.group)).clip(1)
    longer = length[found.left] / length[found.right]
    room_left, room_right = np.maximum(1, longer), np.maximum(1, 1 / longer)
    among: Bools = (mine < _PLACES * room_left) & (theirs < _PLACES * room_right)
    return among


def _near_copies(found: Likeness, best: Integers, shorter: int) -> bool:
    """Whether best pairs show two documents to tell the same in the same order, and in much the same words if they
    are short.
    """
    if len(best) < max(_ANCHORS, _COVERED * shorter):
        return False
    if len(best) < _MANY and np.median(found.base[best]) < _NEAR:
        return False
    places = found.right[best][np.argsort(found.left[best], kind="stable")]
    return len(_rising(places.tolist())) >= _IN_ORDER * len(best)


def _rising(values: list[int]) -> list[int]:
    """The smallest possible ends of rising subsequences of each length; as many as the longest is long."""
    tails: list[int] = []
    for value in values:
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return tails


def _log_odds(score: Floats) -> Floats:
    clipped = score.clip(1e-6, 1 - 1e-6)
    odds: Floats = np.log(clipped / (1 - clipped))
    return odds


def _way(found: Likeness, some: Integers) -> Integers:
    """The candidates of two documents on the path through both."""
    return some[_path(found.left[some], found.right[some], _log_odds(found.score[some]))]


def _path(left: Integers, right: Integers, odds: Floats) -> list[int]:
    """The pairs on the path through two documents, each further on in both, that collects the most evidence.

    Dynamic programming over the candidate pairs alone, with a Fenwick tree of greatest sums: n log n.
    """
    keep = np.flatnonzero(odds > _WORTH)
    return sorted(keep[_heaviest(left[keep], right[keep], odds[keep] - _WORTH)].tolist())


def _heaviest(left: Integers, right: Integers, weight: Floats) -> list[int]:
    """The heaviest chain of pairs of which each lies further on in both documents than the one before."""
    order = np.lexsort((right, left)).tolist()
    if not order:
        return []
    first = int(right.min())
    tree = _Greatest(int(right.max()) - first + 1)
    total: list[float] = []
    before: list[int] = []
    waiting = 0
    for at in order:
        while left[order[waiting]] < left[at]:
            tree.put(int(right[order[waiting]]) - first, total[waiting], waiting)
            waiting += 1
        best, origin = tree.until(int(right[at]) - first)
        total.append(best + float(weight[at]))
        before.append(origin)
    chain = []
    here = int(np.argmax(total))
    while here >= 0:
        chain.append(order[here])
        here = before[here]
    return chain


def _joined(found: Likeness, some: Integers, path: Integers) -> list[int]:
    """Split and joined sentences: pairs that give a passage without a partner that of its neighbour.

    A pair is taken if the two neighbours together are about as much like the counterpart as the better one
    alone, or if the pair is likely by itself.

    Args:
        found: all candidates.
        some: those of one pair of documents.
        path: those of them that are links already.

    Returns:
        Positions in ``some``.
    """
    left, right = found.left[some].tolist(), found.right[some].tolist()
    place = {pair: at for at, pair in enumerate(zip(left, right, strict=True))}
    linked = list(zip(found.left[path].tolist(), found.right[path].tolist(), strict=True))
    taken: tuple[set[int], set[int]] = {i for i, _ in linked}, {j for _, j in linked}
    added: list[int] = []
    while linked:
        offers: list[tuple[float, int]] = []
        for i, j in linked:
            for side, pair in ((0, (i - 1, j)), (0, (i + 1, j)), (1, (i, j - 1)), (1, (i, j + 1))):
                at = place.get(pair)
                if at is not None and pair[side] not in taken[side]:
                    worth = _worth(found, int(some[place[i, j]]), int(some[at]), side)
                    offers.append((-worth, at))
        linked = []
        for cost, at in sorted(offers):
            i, j = left[at], right[at]
            if cost <= 0 and (i not in taken[0] or j not in taken[1]):
                taken[0].add(i)
                taken[1].add(j)
                added.append(at)
                linked.append((i, j))
    return added


def _worth(found: Likeness, old: int, new: int, side: int) -> float:
    """What speaks for a second passage beside a linked one; positive if it should be linked too."""
    one, two = (int((found.left, found.right)[side][at]) for at in (old, new))
    pairs = (
        np.array([found.left[old], found.left[new], one]),
        np.array([found.right[old], found.right[new], two]),
    )
    before, beside, between = found.stems.products(*pairs).tolist()
    first, second = float(found.stems.length[one]), float(found.stems.length[two])
    both = (first**2 + second**2 + 2 * first * second * between) ** 0.5
    together = (before * first + beside * second) / max(both, 1e-9)
    return float(max(together - max(before, beside) + _LITTLE, found.score[new] - _ALONE))


class _Greatest:
    """Greatest value put at any place before a given one, with where it came from (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._best = [(0.0, -1)] * (size + 1)

    def put(self, place: int, value: float, origin: int) -> None:
        place += 1
        while place < len(self._best):
            if value > self._best[place][0]:
                self._best[place] = value, origin
            place += place & -place

    def until(self, place: int) -> tuple[float, int]:
        """Among the places before ``place``."""
        best = (0.0, -1)
        while place > 0:
            if self._best[place][0] > best[0]:
                best = self._best[place]
            place -= place & -place
        return best


def _apart(found: Likeness, pairs: Integers, path: Integers) -> Bools:
    """Which pairs touch no passage of a path."""
    apart: Bools = ~(
        np.isin(found.left[pairs], found.left[path]) | np.isin(found.right[pairs], found.right[path])
    )
    return apart


def _across(left: Integers, right: Integers, score: Floats) -> list[int]:
    """The links that touch no passage of the heaviest chain running forward in both documents."""
    chain = _heaviest(left, right, score)
    kept_left, kept_right = set(left[chain].tolist()), set(right[chain].tolist())
    return [
        at
        for at, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True))
        if i not in kept_left and j not in kept_right
    ]
