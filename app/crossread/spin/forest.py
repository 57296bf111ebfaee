"""How likely it is that a word was swapped: a small forest of decision trees over what ``words`` measures."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from crossread.paths import resource

Floats = npt.NDArray[np.float64]


class Forest:
    """Boosted trees (Friedman 2001), grown by ``resources/lexicons/build_forest.py`` and read from JSON.

    A tree is five equally long lists, a place for each node: feature, threshold, left child, right child, value.
    Leaves have the feature -1. The values of all trees and the base add up to log odds.
    """

    def __init__(self, base: float, trees: Sequence[Sequence[Sequence[float]]]) -> None:
        self._base = base
        self._trees = [
            (
                np.array(feature, np.int64),
                np.array(threshold, np.float64),
                np.array(left, np.int64),
                np.array(right, np.int64),
                np.array(value, np.float64),
            )
            for feature, threshold, left, right, value in trees
        ]

    def log_odds(self, features: Sequence[Sequence[float]]) -> Floats:
        """The log odds of a swap for each row of features."""
        rows = np.array(features, np.float64)
        total = np.full(len(rows), self._base)
        if not len(rows):
            return total
        every = np.arange(len(rows))
        for feature, threshold, left, right, value in self._trees:
            node = np.zeros(len(rows), np.int64)
            while (feature[node] >= 0).any():
                inner = feature[node] >= 0
                goes_left = rows[every, np.maximum(feature[node], 0)] <= threshold[node]
                node = np.where(inner, np.where(goes_left, left[node], right[node]), node)
            total += value[node]
        return total


def read(path: Path) -> Forest:
    """The forest in this file."""
    held = json.loads(path.read_text("utf-8"))
    return Forest(held["base"], held["trees"])


@cache
def forest() -> Forest:
    """The forest that ships with Crossread."""
    return read(resource("lexicons", "forest.json"))
