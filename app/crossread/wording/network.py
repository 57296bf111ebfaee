"""Weighs evidence for pairs of words together: a network with one hidden layer."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from crossread.paths import resource
from crossread.wording.kinship import Floats


class Network:
    """Rectified units over the evidence, and their sum as a likelihood.

    Fitted by ``tests/benchmarks/fit_words.py`` and read from JSON. It holds no word.
    """

    def __init__(
        self,
        hidden: Sequence[Sequence[float]],
        thresholds: Sequence[float],
        output: Sequence[float],
        base: float,
    ) -> None:
        """
        Args:
            hidden: weights, a row for each column of the evidence and a column for each unit.
            thresholds: what is added to each unit.
            output: the weight of each unit.
            base: what is added to their sum.
        """
        self._hidden = np.ascontiguousarray(
            np.array(hidden, np.float64).T
        )  # a row a unit: sums run along memory
        self._thresholds = np.array(thresholds, np.float64)
        self._output = np.array(output, np.float64)
        self._base = base

    def likely(self, *views: Floats) -> Floats:
        """How likely each row of evidence is a pair, 0 to 1.

        Args:
            views: the evidence, a row a pair; several tell of the same pairs, and their mean counts.
        """
        total = sum(map(self._total, views)) / len(views)
        likely: Floats = np.round(1 / (1 + np.exp(-np.clip(total, -30, 30))), 9)
        return likely

    def _total(self, evidence: Floats) -> Floats:
        """The sum of the units, in one order on every machine, which a BLAS does not promise."""
        units = np.maximum(np.einsum("pk,hk->ph", evidence, self._hidden) + self._thresholds, 0)
        total: Floats = np.einsum("ph,h->p", units, self._output) + self._base
        return total


def read(path: Path) -> Network:
    """The network in this file."""
    held = json.loads(path.read_text("utf-8"))
    return Network(held["hidden"], held["thresholds"], held["output"], held["base"])


@cache
def network() -> Network:
    """The network that ships with Crossread."""
    return read(resource("wording", "network.json"))
