"""How long quotations, names, certainty and hidden characters take, in processor time per 1,000 words.

``python tests/benchmarks/bench_claims.py [FOLDER]`` reads the texts of a folder, the sample documents by default.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from crossread import align, claims
from crossread.claims import joining, persons
from crossread.claims.joining import grouped
from crossread.claims.sentence import sentences
from crossread.claims.tampering import _found, see_through
from crossread.paths import seeds
from crossread.read import read_all

_ROUNDS = 5


def _forget() -> None:
    for cache in (joining._kept, persons._kept, sentences, _found, see_through):
        cache.cache_clear()


def _timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else seeds()
    documents = read_all([folder]).documents
    links = align.link(documents).links
    rows = align.rows(documents, links)
    words = sum(len(document.text.split()) for document in documents)
    started = time.process_time()
    grouped(documents)
    first = time.process_time() - started
    print(f"{words:,} words in {len(documents)} documents; the first call loads the lists: {first:.3f} s")
    stages: dict[str, Callable[[], object]] = {
        "characters": lambda: claims.characters(documents),
        "names": lambda: claims.names(documents, links),
        "quotations": lambda: claims.quotations(documents, links),
        "certainty": lambda: claims.certainty_differences(
            documents, claims.certainties(documents, claims.quotations(documents, links)), rows, links
        ),
        "superlatives": lambda: claims.superlatives(documents, rows, links),
    }
    best: dict[str, float] = {}
    for _ in range(_ROUNDS):
        _forget()
        for name, work in stages.items():
            best[name] = min(best.get(name, 1e9), _timed(work))
    for name, seconds in best.items():
        print(f"{name:14}{1000 * seconds / words:8.4f} s per 1,000 words")
    print(f"{'all':14}{1000 * sum(best.values()) / words:8.4f} s per 1,000 words")


if __name__ == "__main__":
    main()
