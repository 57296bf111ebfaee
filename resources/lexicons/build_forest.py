"""Grows ``forest.json``: the trees that tell swapped words from words in their place.

    python build_forest.py FOLDER_OF_GENUINE_TEXTS OUT

The folder holds ordinary English texts (UTF-8, ``*.txt``). All of them are also spun here, by the spinners of
``made_up_spinners.py``. The trees see only the numbers that ``crossread.spin.words`` measures, never a word, so that no
vocabulary is learned. Needs scikit-learn.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
from made_up_spinners import SWAPPERS, spun
from sklearn.ensemble import HistGradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))
from crossread.read import read_text
from crossread.spin.told import Told
from crossread.spin.words import measure

WEIGHTS = (2, 2, 2, 2, 1, 1)  # how often each of the swappers; the last two leave words that suit their place
Rows = list[tuple[int, tuple[float, ...]]]


def rows(text: str) -> Rows:
    """Where each measured word begins, and its features."""
    return [(one.token.span.start, one.features) for one in measure(told(text).sentences)]


def grown(features: np.ndarray, swapped: np.ndarray) -> dict[str, object]:
    """The forest in the form that ``crossread.spin.forest`` reads."""
    model = HistGradientBoostingClassifier(
        max_iter=160, max_leaf_nodes=12, learning_rate=0.08, min_samples_leaf=100, random_state=0
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


def told(text: str) -> Told:
    """What a text tells."""
    return Told.of(read_text(text, "text", "A"))


def forest_of(texts: list[str], dice: random.Random) -> dict[str, object]:
    """A forest grown on texts and on a copy of each, spun by one of those that swap words."""
    features: list[tuple[float, ...]] = []
    swapped: list[bool] = []
    for text in texts:
        copy, begins = spun(text, dice.choices(SWAPPERS, WEIGHTS)[0], dice)
        for begin, row in rows(copy):
            features.append(row)
            swapped.append(begin in begins)
        for _, row in rows(text):
            features.append(row)
            swapped.append(False)
    print(len(features), "words,", sum(swapped), "swapped")
    share = sum(swapped) / len(swapped)
    return {
        **grown(np.array(features), np.array(swapped)),
        "prior": float(np.log(share / (1 - share))),
    }


def main(folder: str, target: str) -> None:
    """Spin, measure, grow, write."""
    texts = [path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    dice = random.Random(3)
    Path(target).write_text(json.dumps(forest_of(texts, dice), separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
