"""Fits the weights of the evidence for links (``crossread.align.likeness.WEIGHTS``) and prints them.

    CROSSREAD_SETS=FOLDER python tests/benchmarks/fit_links.py

FOLDER holds ``align/NAME.jsonl`` with ``NAME.gold.jsonl`` and ``topics/seeds.json``; nothing of them but the
printed numbers goes into the program. Logistic regression with a ridge, by Newton's method. Every set counts
as much as ``SETS`` says, whatever its size; of translations and abridgements, where almost all pairs are
plainly wrong, only every twelfth wrong pair is used.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from crossread.align.evidence import FEATURES, features
from crossread.align.field import Field
from crossread.align.terms import terms
from crossread.read import read_file
from crossread.text.span import Span
from crossread.text.words import tokens

SETS = {
    "ecbplus.train": 1.0,
    "ecbplus.dev": 1.0,
    "superpal_mn.dev": 3.0,
    "bible7.dev": 0.3,
    "ablit.dev": 0.3,
    "seeds": 3.0,
}
RIDGE = 1.0

Problem = tuple[np.ndarray, np.ndarray]


def problem(spans, group, wanted, judged) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Evidence and truth of every pair that is judged; also the pairs."""
    passages = [terms(tokens(text, span)) for text, span in spans]
    group = np.array(group)
    stems, grams = Field([p.stems for p in passages]), Field([p.grams() for p in passages])
    left, right = np.triu_indices(len(passages), 1)
    apart = group[left] != group[right]
    left, right = left[apart], right[apart]
    shared = np.unique(stems.shared(left, right)[0])
    left, right = left[shared], right[shared]
    base = (stems.products(left, right) + grams.products(left, right)) / 2
    columns = features(passages, stems, base, left, right, group)
    keep = np.array([judged(i, j) for i, j in zip(left, right, strict=True)], bool)
    truth = np.array([wanted(i, j) for i, j in zip(left, right, strict=True)], float)
    return columns[keep], truth[keep], left[keep], right[keep]


def segments(folder: Path, name: str) -> Iterator[tuple]:
    """The tasks of a set whose segments are given."""
    lines = (
        (folder / f"{name}{end}").read_text(encoding="utf-8").splitlines()
        for end in (".jsonl", ".gold.jsonl")
    )
    for task, gold in zip(*(map(json.loads, some) for some in lines), strict=True):
        places = [(d, s) for d, document in enumerate(task["docs"]) for s in range(len(document["segments"]))]
        spans = [(task["docs"][d]["text"], Span(*task["docs"][d]["segments"][s])) for d, s in places]
        right = {tuple(pair) for pair in gold["pairs"]}
        allowed = {tuple(pair) for pair in gold["doc_pairs"]} if "doc_pairs" in gold else None
        yield problem(
            spans,
            [d for d, _ in places],
            lambda i, j, places=places, right=right: (*places[i], *places[j]) in right,
            lambda i, j, places=places, allowed=allowed: (
                allowed is None or (places[i][0], places[j][0]) in allowed
            ),
        )


def topics(folder: Path) -> Iterator[tuple]:
    """The seeds, where a pair of sentences is right if they share a topic, and judged if both have one."""
    documents = [read_file(path) for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
    places = [(d, p) for d in documents for p in d.passages if p.kind != "boilerplate"]
    marked: list[set[str]] = [set() for _ in places]
    for topic, files in json.loads((folder / "seeds.json").read_text(encoding="utf-8"))["topics"].items():
        for at, (document, passage) in enumerate(places):
            marks = [start for start, _ in files.get(document.name, ())]
            if any(passage.span.start < start + 12 and start < passage.span.end for start in marks):
                marked[at].add(topic)
    yield problem(
        [(d.text, p.span) for d, p in places],
        [documents.index(d) for d, _ in places],
        lambda i, j: bool(marked[i] & marked[j]),
        lambda i, j: bool(marked[i]) and bool(marked[j]),
    )


def load(root: Path) -> dict[str, list[tuple]]:
    """All sets, read once."""
    found = {}
    for name in SETS:
        found[name] = list(topics(root / "topics") if name == "seeds" else segments(root / "align", name))
        if name.startswith(("bible", "ablit")):
            found[name] = [thinned(*task) for task in found[name]]
    return found


def thinned(columns, truth, left, right):
    """All right pairs and every twelfth wrong one."""
    keep = (truth > 0) | ((left + right) % 12 == 0)
    return columns[keep], truth[keep], left[keep], right[keep]


def fit(sets: dict[str, list[tuple]], weights: dict[str, float] = SETS) -> tuple[np.ndarray, float]:
    """Weights of the features as they are, and the constant."""
    x, y, w = [], [], []
    for name, tasks in sets.items():
        total = sum(len(task[1]) for task in tasks)
        for task in tasks:
            x.append(task[0])
            y.append(task[1])
            w.append(np.full(len(task[1]), 20_000 * weights[name] / max(1, total)))
    x, y, w = np.concatenate(x), np.concatenate(y), np.concatenate(w)
    used = np.ones(x.shape[1], bool)
    while True:  # evidence for a link must not speak against it: what comes out negative is left out
        b = newton(x[:, used], y, w)
        if (b[:-1] >= 0).all():
            break
        used[np.flatnonzero(used)[b[:-1] < 0]] = False
    found = np.zeros(x.shape[1])
    found[used] = b[:-1]
    return found, float(b[-1])


def newton(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Weights and constant of a ridge logistic regression on weighted examples."""
    mean = np.average(x, 0, w)
    spread = np.sqrt(np.average((x - mean) ** 2, 0, w)) + 1e-9
    z = np.column_stack(((x - mean) / spread, np.ones(len(x))))
    b, ridge = np.zeros(z.shape[1]), np.diag([RIDGE] * x.shape[1] + [0.0])
    for _ in range(12):
        p = 1 / (1 + np.exp(-z @ b))
        b += np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + ridge, z.T @ (w * (y - p)) - ridge @ b)
    return np.append(b[:-1] / spread, b[-1] - (b[:-1] * mean / spread).sum())


def average_precision(score: np.ndarray, truth: np.ndarray) -> float:
    """Mean of the precision at every right pair, best scores first."""
    order = np.argsort(-score, kind="stable")
    hits = truth[order].cumsum()
    return float((truth[order] * hits / np.arange(1, len(order) + 1)).sum() / truth.sum())


def main() -> None:
    if "CROSSREAD_SETS" not in os.environ:
        sys.exit("Set CROSSREAD_SETS to the folder of the sets to fit on.")
    sets = load(Path(os.environ["CROSSREAD_SETS"]))
    weights, constant = fit(sets)
    for name, tasks in sets.items():
        kept = fit({**sets, name: []})
        truth = np.concatenate([task[1] for task in tasks])
        figures = [
            average_precision(np.concatenate([task[0] @ w + c for task in tasks]), truth)
            for w, c in ((weights, constant), kept)
        ]
        print(f"# {name}: average precision {figures[0]:.3f}, {figures[1]:.3f} if left out of the fit")
    print("WEIGHTS = {")
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f'    "{name}": {weight:.4g},')
    print(f"}}\nCONSTANT = {constant:.4g}")


if __name__ == "__main__":
    main()
