"""Pins among the candidates of an alignment: which candidates they rule out, and what they fix."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crossread.align.field import Bools, Integers
from crossread.align.likeness import Likeness
from crossread.align.link import Link
from crossread.align.pins import Pins
from crossread.align.ranking import ranks
from crossread.align.repeats import Repeats

_STEPS = (
    3  # links of a path that a pin may cross and still stand on it; one that crosses more tells of a move
)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What pins do to the candidates of an alignment.

    Attributes:
        allowed: which candidates are not ruled out.
        left, right: pinned pairs, as numbers of passages among those compared.
    """

    allowed: Bools
    left: Integers
    right: Integers

    @staticmethod
    def of(found: Likeness, ids: Sequence[str], repeats: Repeats, pins: Pins) -> "Held":
        """What these pins do.

        Args:
            found: the candidates.
            ids: of all passages, in the order in which they were read.
            repeats: which of them were compared.
            pins: on the same passages.
        """
        touched = np.array([pins.touches(name) for name in ids], bool)
        reach = np.array(
            [any(touched[at] for at in repeats.all_of(n)) for n in range(len(repeats.first))], bool
        )
        allowed = np.ones(len(found.left), bool)
        for at in np.flatnonzero(reach[found.left] | reach[found.right]).tolist():
            dealt = repeats.dealt(int(found.left[at]), int(found.right[at]))
            allowed[at] = any(not pins.forbids([ids[one]], [ids[other]]) for one, other in dealt)
        number = {ids[at]: n for n, at in enumerate(repeats.first.tolist())}
        fixed = sorted(
            tuple(sorted((number[one], number[other])))
            for one, other in pins.pairs()
            if one in number and other in number
        )
        pairs = np.array(fixed, np.int64).reshape(-1, 2)
        return Held(allowed, pairs[:, 0], pairs[:, 1])

    def ranks(self, found: Likeness) -> tuple[Integers, Integers]:
        """The places of the candidates among those that are allowed; of the others the last."""
        mine, theirs = (np.full(len(found.left), len(found.left), np.int64) for _ in range(2))
        kept = np.flatnonzero(self.allowed)
        mine[kept], theirs[kept] = ranks(found.left[kept], found.right[kept], found.score[kept], found.group)
        return mine, theirs

    def left_of(self, found: Likeness, some: Integers, way: Callable[[Integers], Integers]) -> Integers:
        """Those candidates of two documents that are allowed and lie between the pins on the way through both.

        Args:
            found: all candidates.
            some: those of the two documents, at least one.
            way: finds the candidates on the way through both, in rising order.
        """
        a, b = found.group[found.left[some[0]]], found.group[found.right[some[0]]]
        some = some[self.allowed[some]]
        path = way(some)
        own = np.flatnonzero((found.group[self.left] == a) & (found.group[self.right] == b))
        before = np.searchsorted(found.left[path], self.left[own])
        beside = np.searchsorted(found.right[path], self.right[own])
        own = own[np.abs(before - beside) <= _STEPS]
        chain = _rising(list(zip(self.left[own].tolist(), self.right[own].tolist(), strict=True)))
        if not chain:
            return some
        left, right = (np.array(side, np.int64) for side in zip(*chain, strict=True))
        one, other = found.left[some], found.right[some]
        at, to = np.searchsorted(left, one), np.searchsorted(right, other)
        last = len(chain) - 1
        meets = (left[at.clip(0, last)] == one) == (right[to.clip(0, last)] == other)
        kept: Integers = some[(at == to) & meets]
        return kept


class Crossed:
    """The order in which links run through each two documents, and what stands across it.

    Args:
        links: those that were found.
        place: of each passage its document and where it stands, comparable within the document.
    """

    def __init__(self, links: Sequence[Link], place: Mapping[str, tuple[str, int]]) -> None:
        self._place = place
        pairs: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for link in links:
            (one, at), (other, to) = sorted((place[link.a], place[link.b]))
            pairs[one, other].append((at, to))
        self._chain = {documents: _rising(found) for documents, found in pairs.items()}

    def by(self, a: str, b: str) -> bool:
        """Whether a link between two passages stands across more than a few others."""
        (one, at), (other, to) = sorted((self._place[a], self._place[b]))
        chain = self._chain.get((one, other), [])
        before, beside = (sum(pair[side] < here for pair in chain) for side, here in ((0, at), (1, to)))
        return abs(before - beside) > _STEPS


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs each further on in both; of pairs that share a passage one."""
    # Patience sorting: for each length the chain that ends soonest, told by the pair before each pair.
    ends: list[int] = []
    last: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(set(pairs), key=lambda pair: (pair[0], -pair[1])):
        at = bisect_left(ends, pair[1])
        before[pair] = last[at - 1] if at else None
        ends[at : at + 1], last[at : at + 1] = [pair[1]], [pair]
    chain = []
    here = last[-1] if last else None
    while here is not None:
        chain.append(here)
        here = before[here]
    return chain[::-1]
