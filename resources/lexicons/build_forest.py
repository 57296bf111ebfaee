"""Grows ``forest.json``: the trees that tell swapped words from words in their place.

    python build_forest.py FOLDER_OF_GENUINE_TEXTS OUT

The folder holds ordinary English texts (UTF-8, ``*.txt``). Half of them are spun here by four made-up spinners that
share nothing but the thesaurus: one takes the closest neighbour, one common words, one rare words, one anything. The
trees see only the thirteen numbers that ``crossread.spin.words`` measures, never a word, so that no vocabulary is
learned. Needs scikit-learn.
"""

import json
import math
import random
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))
from crossread.read import read_text
from crossread.spin.usage import usage
from crossread.spin.words import Told, is_open, measure
from crossread.text.thesaurus import thesaurus
from crossread.text.words import tokens

RATES = (0.12, 0.2, 0.3, 0.45)


def reversed_thesaurus() -> dict[str, list[tuple[str, float]]]:
    """For each common word the words that a spinner may put in its place."""
    turned = defaultdict(list)
    for word in sorted(thesaurus().number):
        for near, closeness in thesaurus().neighbours(word):
            turned[near].append((word, closeness))
    return dict(turned)


def weight(mode: str, word: str, closeness: float) -> float:
    """How gladly this spinner takes a word."""
    common = usage().single(usage().find(word))
    if mode == "closest":
        return math.exp(6 * closeness)
    if mode == "common":
        return math.exp(3 * closeness + 0.7 * max(common, -16))
    if mode == "rare":
        return math.exp(3 * closeness) if common < -11 else 0.001
    return math.exp(2 * closeness)


def spun(text: str, dice: random.Random, turned: dict[str, list[tuple[str, float]]]) -> tuple[str, set[int]]:
    """The text with words swapped, and where swapped words begin. One word is mostly swapped for the same."""
    mode, rate = dice.choice(("closest", "common", "rare", "any")), 1.3 * dice.choice(RATES)
    parts, begins, length, at = [], set(), 0, 0
    chosen: dict[str, str] = {}
    for token in tokens(text):
        parts.append(text[at : token.span.start])
        length += len(parts[-1])
        at = token.span.end
        word = token.text
        if word.islower() and is_open(word) and word in turned:
            if word not in chosen:
                options = turned[word] if dice.random() < rate else []
                weights = [weight(mode, *option) for option in options]
                chosen[word] = dice.choices(options, weights)[0][0] if options else word
            word = chosen[word] if dice.random() < 0.8 else word
            if word != token.text:
                begins.add(length)
        parts.append(word)
        length += len(word)
    return "".join([*parts, text[at:]]), begins


def rows(text: str) -> list[tuple[int, tuple[float, ...]]]:
    """Where each measured word begins, and its features."""
    return [
        (one.token.span.start, one.features)
        for one in measure(Told.of(read_text(text, "text", "A")).sentences)
    ]


def grown(features: np.ndarray, swapped: np.ndarray) -> dict[str, object]:
    """The forest in the form that ``crossread.spin.forest`` reads."""
    model = HistGradientBoostingClassifier(
        max_iter=120, max_leaf_nodes=12, learning_rate=0.08, min_samples_leaf=100, random_state=0
    ).fit(features, swapped)
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        columns = (
            np.where(leaf, -1, nodes["feature_idx"]).tolist(),
            [round(float(x), 4) for x in np.where(leaf, 0, nodes["num_threshold"])],
            np.where(leaf, 0, nodes["left"]).tolist(),
            np.where(leaf, 0, nodes["right"]).tolist(),
            [round(float(x), 5) for x in np.where(leaf, nodes["value"], 0)],
        )
        trees.append(columns)
    return {"base": float(model._baseline_prediction.ravel()[0]), "trees": trees}


def main(folder: str, target: str) -> None:
    """Spin, measure, grow, write."""
    dice = random.Random(3)
    turned = reversed_thesaurus()
    features, swapped = [], []
    for number, path in enumerate(sorted(Path(folder).glob("*.txt"))):
        text = path.read_text("utf-8")
        for _, row in rows(text):
            features.append(row)
            swapped.append(False)
        if number % 2 == 0:
            copy, begins = spun(text, dice, turned)
            for begin, row in rows(copy):
                features.append(row)
                swapped.append(begin in begins)
    forest = grown(np.array(features), np.array(swapped))
    Path(target).write_text(json.dumps(forest, separators=(",", ":")), "utf-8")
    print(len(features), "words,", sum(swapped), "swapped")


if __name__ == "__main__":
    main(*sys.argv[1:])
