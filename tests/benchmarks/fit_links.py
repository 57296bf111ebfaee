"""Fits the weights of the evidence for links (``crossread.align.weights``) and prints them.

    CROSSREAD_SETS=FOLDER python tests/benchmarks/fit_links.py

FOLDER holds ``align/NAME.jsonl`` with ``NAME.gold.jsonl`` and ``topics/seeds.json``; nothing of them but the
printed numbers goes into the program. Logistic regression with a ridge, by Newton's method. Every set counts
as much as ``SETS`` says, whatever its size; of translations and abridgements, where almost all pairs are
plainly wrong, only every twelfth wrong pair is used. The second round is fitted on what the first thinks of the same
texts. The weights for two documents alone are fitted on the same sets, two documents at a time.
"""

import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from crossread.align.agreement import agreed
from crossread.align.evidence import Evidence, evidence
from crossread.align.field import Field
from crossread.align.likeness import weighed
from crossread.align.terms import Terms, terms
from crossread.read import read_file
from crossread.text.span import Span
from crossread.text.words import tokens

SETS = {
    "ecbplus.train": 1.0,
    "ecbplus.dev": 1.0,
    "superpal_mn.dev": 20.0,
    "bible7.dev": 0.3,
    "ablit.dev": 0.3,
    "seeds": 10.0,
}
OF_TWO = {**SETS, "ecbplus.train": 2.0, "ecbplus.dev": 2.0, "superpal_mn.dev": 10.0}
MOST_OF_TWO = 25  # pairs of documents of one task
RIDGE = 1.0
FIRST = ["numbers", "beside", "drawn", "apart", "third", "kin", "alike"]

Weights = dict[str, float]


@dataclass
class Examples:
    """Pairs of passages of some documents: their evidence, whether each is right, and which are fitted on."""

    left: np.ndarray
    right: np.ndarray
    group: np.ndarray
    evidence: Evidence
    truth: np.ndarray
    judged: np.ndarray
    used: np.ndarray

    def agree(self, first: Weights) -> None:
        """Add the evidence of the second round, by the weights of the first."""
        likely = weighed(self.evidence, first)
        self.evidence["agreed"] = agreed(self.left, self.right, likely, self.group)


@dataclass(frozen=True)
class Task:
    """Passages, and which pairs of them are right and judged at all."""

    passages: list[Terms]
    documents: list[int]
    wanted: Callable[[int, int], bool]
    judged: Callable[[int, int], bool]

    def examples(self, chosen: tuple[int, ...] | None = None, thin: int = 1) -> Examples:
        """Of these documents, or of all; only so many a part of the wrong pairs."""
        at = [n for n, d in enumerate(self.documents) if chosen is None or d in chosen]
        passages = [self.passages[n] for n in at]
        group = np.unique([self.documents[n] for n in at], return_inverse=True)[1]
        stems, grams = Field([p.stems for p in passages]), Field([p.grams() for p in passages])
        left, right = np.triu_indices(len(passages), 1)
        apart = group[left] != group[right]
        left, right = left[apart], right[apart]
        shared = np.unique(stems.shared(left, right)[0])
        left, right = left[shared], right[shared]
        base = (stems.products(left, right) + grams.products(left, right)) / 2
        found = evidence(passages, stems, base, left, right, group)
        pairs = [(at[i], at[j]) for i, j in zip(left, right, strict=True)]
        truth = np.array([self.wanted(*pair) for pair in pairs], float)
        judged = np.array([self.judged(*pair) for pair in pairs], bool)
        used = judged & ((truth > 0) | ((left + right) % thin == 0))
        return Examples(left, right, group, found, truth, judged, used)

    def pairs_of_documents(self) -> Iterator[tuple[int, int]]:
        """Some of those with judged pairs of passages."""
        at = {d: [n for n, other in enumerate(self.documents) if other == d] for d in self.documents}
        every = [
            (a, b)
            for a, b in combinations(sorted(at), 2)
            if any(self.judged(i, j) for i in at[a] for j in at[b])
        ]
        yield from random.Random(1).sample(every, min(len(every), MOST_OF_TWO))


def segments(folder: Path, name: str) -> Iterator[Task]:
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
        yield Task(
            [terms(tokens(text, span)) for text, span in spans],
            [d for d, _ in places],
            lambda i, j, places=places, right=right: (*places[i], *places[j]) in right,
            lambda i, j, places=places, allowed=allowed: (
                allowed is None or (places[i][0], places[j][0]) in allowed
            ),
        )


def topics(folder: Path) -> Iterator[Task]:
    """The seeds, where a pair of sentences is right if they share a topic, and judged if both have one."""
    documents = [read_file(path) for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
    places = [(d, p) for d in documents for p in d.passages if p.kind != "boilerplate"]
    marked: list[set[str]] = [set() for _ in places]
    for topic, files in json.loads((folder / "seeds.json").read_text(encoding="utf-8"))["topics"].items():
        for at, (document, passage) in enumerate(places):
            marks = [start for start, _ in files.get(document.name, ())]
            if any(passage.span.start < start + 12 and start < passage.span.end for start in marks):
                marked[at].add(topic)
    yield Task(
        [terms(d.tokens(p)) for d, p in places],
        [documents.index(d) for d, _ in places],
        lambda i, j: bool(marked[i] & marked[j]),
        lambda i, j: bool(marked[i]) and bool(marked[j]),
    )


def load(root: Path, of_two: bool) -> dict[str, list[Examples]]:
    """The examples of all sets."""
    found: dict[str, list[Examples]] = {}
    for name in SETS:
        tasks = topics(root / "topics") if name == "seeds" else segments(root / "align", name)
        thin = 12 if name.startswith(("bible", "ablit")) else 1
        found[name] = [
            task.examples(chosen, thin)
            for task in tasks
            for chosen in (task.pairs_of_documents() if of_two else [None])
        ]
    return found


def fit(sets: dict[str, list[Examples]], counting: Weights, names: list[str]) -> Weights:
    """Weights of the evidence of these names as it is, and the constant."""
    x, y, w = [], [], []
    for name, tasks in sets.items():
        total = sum(int(task.used.sum()) for task in tasks)
        for task in tasks:
            x.append(np.column_stack([task.evidence[name][task.used] for name in names]))
            y.append(task.truth[task.used])
            w.append(np.full(len(y[-1]), 20_000 * counting[name] / max(1, total)))
    x, y, w = np.concatenate(x), np.concatenate(y), np.concatenate(w)
    names = list(names)
    while True:  # evidence for a link must not speak against it: what comes out negative is left out
        b = newton(x, y, w)
        if (b[:-1] >= 0).all():
            return {
                name: float(f"{weight:.4g}") for name, weight in zip([*names, "constant"], b, strict=True)
            }
        names = [name for name, weight in zip(names, b[:-1], strict=True) if weight >= 0]
        x = x[:, b[:-1] >= 0]


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


def figures(sets: dict[str, list[Examples]], weights: Weights) -> dict[str, float]:
    """The average precision on each set."""
    found = {}
    for name, tasks in sets.items():
        score = [weighed(task.evidence, weights)[task.judged] for task in tasks]
        found[name] = average_precision(
            np.concatenate(score), np.concatenate([task.truth[task.judged] for task in tasks])
        )
    return found


def fit_rounds(sets: dict[str, list[Examples]], left_out: str = "") -> tuple[Weights, Weights]:
    """The weights of the first and the second round, fitted on all sets but one."""
    kept = {name: tasks for name, tasks in sets.items() if name != left_out}
    first = fit(kept, SETS, FIRST)
    for tasks in sets.values():
        for task in tasks:
            task.agree(first)
    return first, fit(kept, SETS, [*FIRST, "agreed"])


def main() -> None:
    if "CROSSREAD_SETS" not in os.environ:
        sys.exit("Set CROSSREAD_SETS to the folder of the sets to fit on.")
    root = Path(os.environ["CROSSREAD_SETS"])
    sets = load(root, of_two=False)
    held_out = {name: figures(sets, fit_rounds(sets, name)[1])[name] for name in sets}
    first, second = fit_rounds(sets)
    pairs = load(root, of_two=True)
    of_two = fit(pairs, OF_TWO, [name for name in FIRST if name != "third"])
    alone = figures(pairs, of_two)
    for name, figure in figures(sets, second).items():
        print(f"# {name}: average precision {figure:.3f}, {held_out[name]:.3f} if left out of the fit, "
              f"two at a time {alone[name]:.3f}")  # fmt: skip
    for title, weights in (("FIRST_ROUND", first), ("SECOND_ROUND", second), ("OF_TWO", of_two)):
        print(f"{title} = {json.dumps(weights, indent=4)}")


if __name__ == "__main__":
    main()
