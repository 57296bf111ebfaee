"""Fits the weights of the evidence for pairs of words (``wording/weights.py``) and prints them.

    CROSSREAD_SETS=FOLDER python tests/benchmarks/fit_words.py

FOLDER holds ``words/NAME.train.jsonl`` (``{"id", "a", "b"}``) and ``NAME.train.gold.jsonl``
(``{"id", "sure"}``). Logistic regression with a ridge, every pair of words counting the same; each further
round is fitted on what the round before thinks of the training sentences.
"""

import json
import os
import sys
from pathlib import Path

import numpy as np

from crossread.text.words import fold
from crossread.wording.likeness import first_round, second_round

ROUNDS = 3
RIDGE = 2.0


def load(folder: Path) -> list[tuple[np.ndarray, np.ndarray]]:
    """Evidence and truth of every training sentence pair."""
    found = []
    for path in sorted(folder.glob("*.train.jsonl")):
        gold = path.with_name(path.name.replace(".jsonl", ".gold.jsonl"))
        lines = (some.read_text(encoding="utf-8").splitlines() for some in (path, gold))
        for task, answer in zip(*(map(json.loads, some) for some in lines), strict=True):
            first = first_round([fold(word) for word in task["a"]], [fold(word) for word in task["b"]])
            truth = np.zeros(first.shape[:2])
            for i, j in answer["sure"]:
                truth[i, j] = 1
            found.append((first, truth))
    return found


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of a ridge logistic regression, by Newton's method."""
    spread = x.std(0) + 1e-6
    z = (x / spread).astype(np.float32)
    b = np.zeros(z.shape[1])
    for _ in range(8):
        p = likelihood(z @ b)
        curvature = (z * (p * (1 - p))[:, None]).T @ z + np.eye(len(b)) * RIDGE
        b += np.linalg.solve(curvature, z.T @ (y - p) - RIDGE * b)
    return b / spread


def likelihood(total: np.ndarray) -> np.ndarray:
    """The logistic function."""
    return 1 / (1 + np.exp(-total.clip(-30, 30)))


def main() -> None:
    if "CROSSREAD_SETS" not in os.environ:
        sys.exit("Set CROSSREAD_SETS to the folder of the sets to fit on.")
    sentences = load(Path(os.environ["CROSSREAD_SETS"]) / "words")
    truth = np.concatenate([wanted.ravel() for _, wanted in sentences])
    evidence = [first for first, _ in sentences]
    for _ in range(ROUNDS):
        weights = fit(np.concatenate([some.reshape(-1, some.shape[-1]) for some in evidence]), truth)
        print(json.dumps([float(f"{weight:.4g}") for weight in weights]))
        evidence = [
            np.concatenate((first, second_round(first, likelihood(some @ weights))), axis=-1)
            for (first, _), some in zip(sentences, evidence, strict=True)
        ]


if __name__ == "__main__":
    main()
