"""How long a comparison of long texts runs without asking whether to stop.

    .venv/bin/python tests/benchmarks/bench_cancel.py [WORDS] [--longest 15]

Five documents of so many words each, made as in bench_scale.py, are compared. The longest stretches between two
questions are printed, in processor time of the comparing thread, with the functions that asked before and after.
"""

import argparse
import sys
import time
from collections import defaultdict
from types import FrameType

from bench_scale import texts

from crossread.compare import compare
from crossread.read import read_text


def asking() -> str:
    """The two innermost functions of the package that ask, with their lines."""
    frame: FrameType | None = sys._getframe(2)
    found: list[str] = []
    while frame is not None and len(found) < 2:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("crossread.") and module != "crossread.progress":
            name = f"{module.removeprefix('crossread.')}.{frame.f_code.co_qualname}"
            found.append(f"{name}:{frame.f_lineno}")
        frame = frame.f_back
    return " in ".join(found)


def main() -> None:
    """Compare, watch, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="?", type=int, default=50_000, help="of each document")
    parser.add_argument("--longest", type=int, default=15, help="how many stretches are printed")
    given = parser.parse_args()
    documents = [read_text(text, f"{i}.txt", "ABCDE"[i]) for i, text in enumerate(texts(given.words))]
    longest: dict[tuple[str, str], float] = defaultdict(float)
    before, asked, questions = "the start", time.thread_time(), 0

    def cancelled() -> bool:
        nonlocal before, asked, questions
        taken = time.thread_time() - asked
        questions += 1
        if taken > 0.001:  # naming who asks takes longer than most stretches
            here = asking()
            longest[before, here] = max(longest[before, here], taken)
            before = here
        asked = time.thread_time()
        return False

    compare(documents, cancelled=cancelled)
    cancelled()
    print(f"{questions:,} questions; the longest stretches without one, in s:")
    for (one, other), taken in sorted(longest.items(), key=lambda entry: -entry[1])[: given.longest]:
        print(f"{taken:6.3f}  from {one}\n        to   {other or 'the end'}")


if __name__ == "__main__":
    main()
