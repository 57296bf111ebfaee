"""The forest answers as its trees do."""

import json

import numpy as np

from crossread.paths import resource
from crossread.spin.forest import Forest


def gone_down(tree: list[list[float]], row: list[float]) -> float:
    """The value of the leaf that is reached node by node."""
    feature, threshold, left, right, value = tree
    node = 0
    while feature[node] >= 0:
        node = int((right if row[int(feature[node])] > threshold[node] else left)[node])
    return value[node]


def test_it_adds_up_the_leaves_its_trees_lead_to():
    held = json.loads(resource("lexicons", "forest.json").read_text("utf-8"))
    thresholds = np.array([threshold for tree in held["trees"] for threshold in tree[1]])
    dice = np.random.default_rng(0)
    rows = np.vstack((dice.choice(thresholds, (40, 22)), dice.normal(0, 3, (40, 22)))).tolist()
    expected = []
    for row in rows:
        total = held["base"]
        for tree in held["trees"]:
            total += gone_down(tree, row)
        expected.append(total)
    assert Forest(held["base"], held["trees"], held["prior"]).log_odds(rows).tolist() == expected


def test_a_leaf_alone_and_no_rows():
    forest = Forest(
        1.0,
        [[[-1], [0.0], [0], [0], [0.5]], [[0, -1, -1], [2.0, 0, 0], [1, 0, 0], [2, 0, 0], [0, -4.0, 4.0]]],
        0.0,
    )
    assert forest.log_odds([[2.0], [2.5]]).tolist() == [-2.5, 5.5]
    assert forest.log_odds([]).tolist() == []
