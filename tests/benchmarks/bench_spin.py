"""How fast spun text is judged, and how well genuine and spun texts part.

    python tests/benchmarks/bench_spin.py [FOLDER]
    python tests/benchmarks/bench_spin.py --made-up FOLDER

Without a folder the five seeds are timed. A folder of texts shows how they separate: files whose names begin with
``spun`` should lie above all others. ``--made-up`` takes a folder of genuine texts, spins every one by each of the
spinners in ``resources/lexicons/made_up_spinners.py``, and says how well each sort of copy is told from the genuine:
the area under the curve, and the share found where one genuine text in a hundred is accused. The figures in
``crossread.spin.evidence`` and ``crossread.spin.marks`` come from such tables. Every time is processor time, median
of several runs.
"""

import random
import statistics
import sys
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from pathlib import Path

from crossread.read import read_text
from crossread.spin import judge
from crossread.spin.company import company
from crossread.spin.evidence import signs
from crossread.spin.forest import forest
from crossread.spin.spinbook import spinbook
from crossread.spin.told import Told
from crossread.spin.usage import usage
from crossread.spin.verdict import SOME
from crossread.text.thesaurus import thesaurus

LEXICONS = Path(__file__).parents[2] / "resources" / "lexicons"
SEEDS = Path(__file__).parents[2] / "seeds"
RUNS = 5


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def loading() -> None:
    """Each lexicon, loaded once in this process."""
    for name, load in (
        ("usage", usage),
        ("thesaurus", thesaurus),
        ("company", company),
        ("forest", forest),
        ("spinbook", spinbook),
    ):
        print(f"loading {name:10} {1000 * seconds(load):7.1f} ms")
    words = list(thesaurus().number)[:20_000]
    spent = seconds(lambda: [thesaurus().synonyms(word, "said") for word in words])
    print(f"one look-up        {1e6 * spent / len(words):7.2f} µs   ({len(spinbook().rules)} rules)")


def score(text: str) -> float:
    """How surely a text by itself is spun."""
    return signs(Told.of(read_text(text, "text", "A")), ()).score


def made_up(folder: Path) -> None:
    """How well copies by made-up spinners are told from genuine texts."""
    sys.path.insert(0, str(LEXICONS))
    from made_up_spinners import KINDS, spun

    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))]
    genuine = sorted(score(text) for text in texts)
    bar = genuine[-1 - len(genuine) // 100]
    print(f"{len(texts)} genuine texts, {sum(one >= SOME for one in genuine)} of them called spun")
    dice = random.Random(0)
    for kind in KINDS:
        found = [score(spun(text, kind, dice)[0]) for text in texts]
        wins = sum(bisect_left(genuine, one) + bisect_right(genuine, one) for one in found) / 2
        area = wins / len(found) / len(genuine)
        called = sum(one >= SOME for one in found) / len(found)
        beyond = sum(one > bar for one in found) / len(found)
        print(
            f"{kind:12} area {area:.3f}   called spun {called:.2f}   found at 1 % false alarms {beyond:.2f}"
        )


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["--made-up"]:
        made_up(Path(sys.argv[2]))
        return
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    loading()
    paths = sorted(folder.rglob("*.txt"))
    documents = [
        read_text(path.read_text("utf-8"), path.stem, f"D{number}") for number, path in enumerate(paths)
    ]
    words = sum(len(document.text.split()) for document in documents)
    judge(documents[:1])
    alone = statistics.median(
        seconds(lambda: [judge([document]) for document in documents]) for _ in range(RUNS)
    )
    print(f"judging alone      {1000 * alone / words:7.3f} s per 1,000 words ({words} words)")
    if len(sys.argv) < 2:
        together = statistics.median(seconds(lambda: judge(documents)) for _ in range(RUNS))
        print(f"judging together   {1000 * together / words:7.3f} s per 1,000 words")
    print(f"{'':42}{'share':>8}{'rules':>8}{'score':>8}   by common usage alone and by rules in 100 words")
    rows = [(signs(Told.of(document), ()), document) for document in documents]
    for found, document in sorted(rows, key=lambda row: -row[0].score):
        print(f"{document.name[:40]:42}{found.share:8.4f}{found.rate:8.2f}{found.score:8.3f}")


if __name__ == "__main__":
    main()
