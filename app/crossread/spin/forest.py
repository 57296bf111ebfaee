"""How likely it is that a word was swapped: a small forest of decision trees over what ``words`` measures."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from crossread.paths import resource
from crossread.progress import IsCancelled, check, never_cancelled

_AT_ONCE = 500  # rows gone through together: what is known of them stays in the processor's cache
Floats = npt.NDArray[np.float64]


class Forest:
    """Boosted trees (Friedman 2001), grown by ``resources/lexicons/build_forest.py`` and read from JSON.

    A tree is five equally long lists, a place for each node: feature, threshold, left child, right child, value.
    Leaves have the feature -1. The values of all trees and the base add up to log odds.

    Attributes:
        prior: the log odds of a swap in the texts it was grown on, whatever the word.
    """

    def __init__(self, base: float, trees: Sequence[Sequence[Sequence[float]]], prior: float) -> None:
        self.prior = prior
        self._base = base
        sizes = [len(tree[0]) for tree in trees]
        self._roots = np.cumsum([0, *sizes[:-1]])
        feature = np.concatenate([np.array(tree[0], np.intp) for tree in trees])
        leaf = feature < 0
        # A leaf leads to itself, so that all trees can be gone down together to the depth of the deepest.
        own = np.arange(len(feature))
        shift = np.repeat(self._roots, sizes)
        self._feature = np.maximum(feature, 0)
        self._threshold = np.concatenate([np.array(tree[1], np.float64) for tree in trees])
        children = [
            np.concatenate([np.array(tree[side], np.intp) for tree in trees]) + shift for side in (2, 3)
        ]
        left, right = (np.where(leaf, own, child) for child in children)
        self._children = np.column_stack((left, right)).ravel()
        self._value = np.concatenate([np.array(tree[4], np.float64) for tree in trees])
        self._depth = 0
        nodes = self._roots
        while len(nodes):
            nodes = np.concatenate((left[nodes], right[nodes]))
            nodes = np.unique(nodes[~leaf[nodes]])
            self._depth += 1

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
        flat, first = rows.ravel(), np.arange(len(rows))[:, None] * rows.shape[1]
        node = np.repeat(self._roots[None, :], len(rows), axis=0)
        for _ in range(self._depth):
            goes_right = flat.take(self._feature.take(node) + first) > self._threshold.take(node)
            node = self._children.take(2 * node + goes_right)
        values = np.column_stack((np.full(len(rows), self._base), self._value.take(node)))
        total: Floats = np.cumsum(values, axis=1)[:, -1]  # one after the other, as the trees were grown
        return total


def read(path: Path) -> Forest:
    """The forest in this file."""
    held = json.loads(path.read_text("utf-8"))
    return Forest(held["base"], held["trees"], held["prior"])


@cache
def forest() -> Forest:
    """The forest that ships with Crossread."""
    return read(resource("lexicons", "forest.json"))
