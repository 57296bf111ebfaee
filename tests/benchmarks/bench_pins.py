"""How long a comparison takes again after a pin, with what the one before worked out, and after the pin is undone.

Run: ``python tests/benchmarks/bench_pins.py [WORDS]`` (words of each of five documents, 20,000 by default). Processor
time; the documents are those of bench_scale.py.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_scale import texts

from crossread.align.pin import Pin
from crossread.choices import Choices
from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.memory import Memory
from crossread.read import read_text
from crossread.text.anchor import Anchor


def main(words: int) -> None:
    """Measure and print."""
    documents = tuple(read_text(text, f"{n}.txt", "ABCDE"[n]) for n, text in enumerate(texts(words)))
    first, second = documents[0], documents[3]
    picked = (Anchor(d.digest, d.passages[len(d.passages) // 2].span) for d in (first, second))
    pinned = Choices(pins=(Pin("together", tuple(picked)),))
    memory = Memory()
    found: list[Comparison] = []
    for name, choices in (("first", Choices()), ("pinned", pinned), ("undone", Choices())):
        begun = time.process_time()
        found.append(compare(documents, choices=choices, memory=memory))
        print(f"{name}: {time.process_time() - begun:.2f} s, {len(found[-1].links):,} links")
    assert found[2] == found[0]
    kept = len(set(found[0].links) & set(found[1].links))
    print(f"{kept:,} of {len(found[0].links):,} links are the same with the pin")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
