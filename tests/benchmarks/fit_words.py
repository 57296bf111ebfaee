"""Fits what weighs the evidence for pairs of words: prints the weights of the first two rounds
(``wording/weights.py``) and writes the network of the last (``resources/wording/network.json``).

    CROSSREAD_SETS=FOLDER python tests/benchmarks/fit_words.py [OUT]

FOLDER holds ``words/NAME.jsonl`` (``{"id", "a", "b"}``) and ``NAME.gold.jsonl`` (``{"id", "sure"}``). Without
OUT the network is judged by cross-validation: F1 of each set, every fourth sentence pair weighed by a network
that has not seen it. The first rounds, a hundred weights for two million pairs of words, are fitted once.

The first rounds are logistic regressions with a ridge; the last is a network, fitted by Adam (Kingma and Ba
2015) with dropout, on each pair seen from either side. Each round is fitted on what the round before thinks of
the training sentences. A word that several words on both sides stand for is often there only because a whole
phrase was marked, word by word; in loose paraphrases such a pair counts less.
"""

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import numpy as np

from crossread.text.words import fold
from crossread.wording.likeness import first_round, second_round
from crossread.wording.network import Network
from crossread.wording.pairing import longer_first
from crossread.wording.surroundings import exchanged, last_round

RIDGE = 2.0
PHRASE = 0.3  # what a pair counts that is part of a phrase marked word by word
NEAR_COPY = 0.8  # share of words in common from which on a set holds revisions of one text
UNITS, EPOCHS, BATCH, RATE = 128, 60, 512, 3e-3
DROPPED, DECAY = 0.3, 0.003
DIGITS = 4
SHORT, LEFT_OUT = 5, 0.3  # words of such a text, and what a pair of them counts
FOLDS, SEEDS = 4, 2
LIKELY = 0.5  # as in wording/pairing.py


@dataclass(slots=True)
class Sentence:
    """A training pair: its set, its words, their evidence, the truth and what each pair counts; the positions of
    the pairs of the last round, and their evidence.
    """

    set: str
    a: list[str]
    b: list[str]
    first: np.ndarray
    truth: np.ndarray
    counts: np.ndarray
    likely: np.ndarray
    pairs: tuple[np.ndarray, np.ndarray] = ()
    last: np.ndarray | None = None


def load(folder: Path) -> Iterator[Sentence]:
    """Evidence and truth of the sentence pairs of all sets."""
    for path in sorted(folder.glob("*.gold.jsonl")):
        name = path.name.removesuffix(".gold.jsonl")
        lines = (some.read_text(encoding="utf-8").splitlines() for some in (folder / f"{name}.jsonl", path))
        sentences = [
            sentence(name, task, answer)
            for task, answer in zip(*(map(json.loads, some) for some in lines), strict=True)
        ]
        same = sum(len(set(some.a) & set(some.b)) for some in sentences)
        if same > NEAR_COPY * sum(len(set(some.b)) for some in sentences):  # phrases are few and sure there
            for some in sentences:
                some.counts[:] = 1
        yield from sentences
        yield from map(shortened, sentences, repeat(random.Random(0)))


def shortened(some: Sentence, dice: random.Random) -> Sentence:
    """A few words of a sentence, and the same without one: in so short a text nothing else tells that a word may be
    left out and stand for nothing.
    """
    words = [word for word in some.a if word.isalpha()] or some.a
    begin, length = dice.randrange(len(words)), dice.randint(2, SHORT)
    a = [*words[begin : begin + length], "."]
    gone = dice.randrange(len(a) - 1)
    links = [[i, i - (i > gone)] for i in range(len(a)) if i != gone]
    found = sentence("shortened", {"a": a, "b": [*a[:gone], *a[gone + 1 :]]}, {"sure": links})
    found.counts[:] = LEFT_OUT
    return found


def sentence(name: str, task: dict, answer: dict) -> Sentence:
    """One training pair, in the order in which its words are weighed."""
    a, b = ([fold(word) for word in task[side]] for side in "ab")
    truth = np.zeros((len(a), len(b)))
    for i, j in answer["sure"]:
        truth[i, j] = 1
    if not longer_first(a, b):
        a, b, truth = b, a, truth.T
    phrase = (truth.sum(1, keepdims=True) > 1) & (truth.sum(0, keepdims=True) > 1) & (truth > 0)
    first = first_round(a, b).astype(np.float32)
    return Sentence(name, a, b, first, truth, np.where(phrase, PHRASE, 1.0), truth)


def fit(x: np.ndarray, y: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Weights of a ridge logistic regression, by Newton's method."""
    spread = x.std(0) + 1e-6
    z = x / spread.astype(np.float32)
    b = np.zeros(z.shape[1])
    for _ in range(8):
        p = likelihood(z @ b)
        bent = (counts * p * (1 - p)).astype(np.float32)
        curvature = (z * bent[:, None]).T @ z + np.eye(len(b)) * RIDGE
        b += np.linalg.solve(curvature, z.T @ (counts * (y - p)) - RIDGE * b)
    return b / spread


def likelihood(total: np.ndarray) -> np.ndarray:
    """The logistic function."""
    return 1 / (1 + np.exp(-total.clip(-30, 30)))


def fit_network(sentences: Sequence[Sentence]) -> dict:
    """The network of the last round, fitted on what the rounds before think of these sentences."""
    x = np.concatenate([some.last for some in sentences])
    x = np.concatenate((x, exchanged(x)))
    y = np.concatenate([some.truth[some.pairs] for some in sentences] * 2, dtype=np.float32)
    counts = np.concatenate([some.counts[some.pairs] for some in sentences] * 2, dtype=np.float32)
    mean, spread = x.mean(0), x.std(0) + 1e-3
    hidden, thresholds, output, base = trained(((x - mean) / spread).astype(np.float32), y, counts)
    hidden = hidden / spread[:, None]
    return {
        "hidden": [rounded(row) for row in hidden],
        "thresholds": rounded(thresholds - mean @ hidden),
        "output": rounded(output),
        "base": float(base),
    }


def trained(x: np.ndarray, y: np.ndarray, counts: np.ndarray) -> list[np.ndarray]:
    """Hidden weights, thresholds, output weights and base of a network."""
    dice = np.random.default_rng(0)
    size = x.shape[1]
    weights = [dice.normal(0, size**-0.5, (size, UNITS)), np.zeros(UNITS),
               dice.normal(0, UNITS**-0.5, UNITS), np.array(0.0)]  # fmt: skip
    weights = [some.astype(np.float32) for some in weights]
    decay = (DECAY, 0.0, DECAY, 0.0)
    mean, square = [np.zeros_like(some) for some in weights], [np.zeros_like(some) for some in weights]
    steps = EPOCHS * (len(x) // BATCH)
    orders = (dice.permutation(len(x)) for _ in range(EPOCHS))
    batches = (order[at : at + BATCH] for order in orders for at in range(0, len(x) - BATCH + 1, BATCH))
    for step, some in enumerate(batches, 1):
        total = x[some] @ weights[0] + weights[1]
        kept = (dice.random(total.shape, np.float32) > DROPPED) / np.float32(1 - DROPPED) * (total > 0)
        units = total * kept
        error = counts[some] * (likelihood(units @ weights[2] + weights[3]) - y[some]) / BATCH
        back = np.outer(error, weights[2]) * kept
        slopes = [x[some].T @ back, back.sum(0), units.T @ error, error.sum()]
        for k, slope in enumerate(slopes):
            mean[k] = 0.9 * mean[k] + 0.1 * slope
            square[k] = 0.99 * square[k] + 0.01 * slope**2
            move = mean[k] / (1 - 0.9**step) / (np.sqrt(square[k] / (1 - 0.99**step)) + 1e-8)
            weights[k] = weights[k] - RATE * (1 - step / steps) * (move + decay[k] * weights[k])
    return weights


def rounded(values: np.ndarray) -> list[float]:
    """Four significant digits."""
    return [float(f"{value:.{DIGITS}g}") for value in values]


def first_rounds(sentences: Sequence[Sentence]) -> None:
    """Fit the first two rounds, print their weights, and set what the last one sees of each sentence."""
    truth = np.concatenate([some.truth.ravel() for some in sentences])
    counts = np.concatenate([some.counts.ravel() for some in sentences])
    evidence = [some.first for some in sentences]
    for _ in range(2):
        weights = np.array(
            rounded(fit(np.concatenate([x.reshape(-1, x.shape[-1]) for x in evidence]), truth, counts))
        )
        print(json.dumps(weights.tolist()), flush=True)
        for some, x in zip(sentences, evidence, strict=True):
            some.likely = likelihood(x.astype(np.float64) @ weights)
        evidence = [
            np.concatenate((some.first, second_round(some.first, some.likely)), axis=-1).astype(np.float32)
            for some in sentences
        ]
    for some in sentences:
        *some.pairs, found = last_round(some.a, some.b, some.first, some.likely)
        some.pairs, some.last = tuple(some.pairs), found.astype(np.float32)


def cross_validate(sentences: Sequence[Sentence]) -> None:
    """Print the F1 of every set, each sentence weighed by a network that was fitted without it."""
    for seed in range(SEEDS):
        part = np.random.default_rng(seed).permutation(len(sentences)) % FOLDS
        right, said, wanted = Counter(), Counter(), Counter()
        for held in range(FOLDS):
            seen = [some for some, its in zip(sentences, part, strict=True) if its != held]
            network = Network(**fit_network(seen))
            for some in (some for some, its in zip(sentences, part, strict=True) if its == held):
                chosen = network.likely(some.last, exchanged(some.last)) >= LIKELY
                right[some.set] += some.truth[some.pairs][chosen].sum()
                said[some.set] += chosen.sum()
                wanted[some.set] += some.truth.sum()
        print(*(f"{name} {2 * right[name] / (said[name] + wanted[name]):.4f}" for name in said), flush=True)


def main() -> None:
    if "CROSSREAD_SETS" not in os.environ or len(sys.argv) > 2:
        sys.exit(
            "Set CROSSREAD_SETS to the folder of the sets to fit on, and name the file to write, if any."
        )
    sentences = list(load(Path(os.environ["CROSSREAD_SETS"]) / "words"))
    first_rounds(sentences)
    if len(sys.argv) == 1:
        cross_validate(sentences)
        return
    found = fit_network(sentences)
    Path(sys.argv[1]).write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
