"""How likely it is that a word was swapped: a small forest of decision trees over what ``words`` measures."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from crossread.paths import resource
from crossread.progress import IsCancelled, check, never_cancelled

_AT_ONCE = 500  # rows gone through together: what is known of them stays in the processor's cache
_LEAVES = 16  # of a tree at most, a bit for each
_EVERY = (1 << _LEAVES) - 1
Floats = npt.NDArray[np.float64]
Masks = npt.NDArray[np.uint16]
Tree = Sequence[Sequence[float]]


class Forest:
    """Boosted trees (Friedman 2001), grown by ``resources/lexicons/build_forest.py`` and read from JSON.

    A tree is five equally long lists, a place for each node: feature, threshold, left child, right child, value.
    Leaves have the feature -1. The values of all trees and the base add up to log odds.

    No tree is gone down. Each threshold that a feature exceeds rules out the leaves at the left of its node; the leaf
    that is reached is the first one that no feature rules out (QuickScorer, Lucchese et al. 2015). What the thresholds
    of a feature rule out together, in all trees, is kept for every number of them that is exceeded.

    Args:
        base: the log odds to which the trees add.
        trees: as described above, of at most 16 leaves each.
        prior: the log odds of a swap in the texts it was grown on, whatever the word.
    """

    def __init__(self, base: float, trees: Sequence[Tree], prior: float) -> None:
        self.prior = prior
        self._base = base
        self._value = np.zeros(len(trees) * _LEAVES)
        self._first = np.arange(len(trees)) * _LEAVES
        nodes: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
        for number, tree in enumerate(trees):
            for feature, threshold, left in self._planted(number, tree):
                nodes[feature].append((threshold, number, left))
        self._exceeded = [
            (feature, np.array([threshold for threshold, _, _ in found]), _left_over(found, len(trees)))
            for feature, found in ((feature, sorted(found)) for feature, found in sorted(nodes.items()))
        ]

    def _planted(self, number: int, tree: Tree) -> Iterator[tuple[int, float, int]]:
        """The inner nodes of a tree, each with the leaves that are left where its threshold is exceeded.

        The values of its leaves are written down by the way, from left to right.
        """
        feature, threshold, left, right, value = tree
        leaves = 0
        waiting: list[tuple[int, int]] = [
            (0, -1)
        ]  # a node to go down to; or one at whose left all has been seen
        while waiting:
            node, begun = waiting.pop()
            if begun >= 0:
                yield int(feature[node]), threshold[node], _EVERY & ~((1 << leaves) - (1 << begun))
            elif feature[node] < 0:
                self._value[number * _LEAVES + leaves] = value[node]
                leaves += 1
            else:
                waiting += [(int(right[node]), -1), (node, leaves), (int(left[node]), -1)]

    def log_odds(
        self, features: Sequence[Sequence[float]], cancelled: IsCancelled = never_cancelled
    ) -> Floats:
        """The log odds of a swap for each row of features.

        Raises:
            Cancelled: ``cancelled``, asked between some of them, answered True.
        """
        rows = np.array(features, np.float64)
        parts = []
        for at in range(0, len(rows), _AT_ONCE):
            check(cancelled)
            parts.append(self._some(rows[at : at + _AT_ONCE]))
        return np.concatenate(parts) if parts else np.zeros(0)

    def _some(self, rows: Floats) -> Floats:
        left = np.full((len(rows), len(self._first)), _EVERY, np.uint16)
        for feature, thresholds, masks in self._exceeded:
            left &= masks[thresholds.searchsorted(rows[:, feature])]
        leaf = _LOWEST.take(left) + self._first
        values = np.column_stack((np.full(len(rows), self._base), self._value.take(leaf)))
        total: Floats = np.cumsum(values, axis=1)[:, -1]  # one after the other, as the trees were grown
        return total


def _left_over(nodes: Sequence[tuple[float, int, int]], trees: int) -> Masks:
    """The leaves of every tree that are left where the first none, one, two ... of these nodes are exceeded."""
    masks = np.full((len(nodes) + 1, trees), _EVERY, np.uint16)
    for row, (_, tree, left) in enumerate(nodes, 1):
        masks[row] = masks[row - 1]
        masks[row, tree] &= left
    return masks


def _lowest() -> npt.NDArray[np.uint8]:
    """The lowest bit of every mask."""
    lowest = np.zeros(1 << _LEAVES, np.uint8)
    for bit in range(_LEAVES):
        lowest[1 << bit :: 1 << bit] = bit  # each multiple, until a higher power divides it
    return lowest


_LOWEST = _lowest()


def read(path: Path) -> Forest:
    """The forest in this file."""
    held = json.loads(path.read_text("utf-8"))
    return Forest(held["base"], held["trees"], held["prior"])


@cache
def forest() -> Forest:
    """The forest that ships with Crossread."""
    return read(resource("lexicons", "forest.json"))
