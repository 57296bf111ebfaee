"""How time and memory grow: five documents from text to Comparison, doubled until 100,000 words each.

    python tests/benchmarks/bench_scale.py [LARGEST] [--svg FILE]

The documents are made from the seeds by changing every fifth word. Every size runs in a fresh process, so that the
peak of its memory is its own. Times are processor time, which other work on the machine hardly touches; on a machine
that does nothing else they are what passes. With --svg they are drawn as a plot.
"""

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
FIRST = 5_000  # words a document


def texts(words: int) -> list[str]:
    """Five texts of about so many words each, of reworded sentences of the seeds in paragraphs."""
    read = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    sentences = [s for text in read for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s.split()) > 4]
    pool = [word for sentence in sentences for word in sentence.split()]
    made = []
    for number in range(5):
        dice, count, parts = random.Random(number), 0, []
        while count < words:
            chosen = dice.choice(sentences).split()
            parts.append(" ".join(w if dice.random() > 0.2 else dice.choice(pool) for w in chosen))
            parts.append("\n\n" if dice.random() < 0.2 else " ")
            count += len(chosen)
        made.append("".join(parts))
    return made


def measure(words: int) -> None:
    """One size, in this process: print seconds of processor time, those that passed, and the peak of memory in MiB."""
    from crossread.compare import compare
    from crossread.read import read_text

    made = texts(words)
    stages: dict[str, float] = {}
    begun = last = time.process_time()
    wall = time.perf_counter()
    name = "Reading"

    def progress(stage: str, _share: float) -> None:
        nonlocal last, name
        now = time.process_time()
        stages[name] = stages.get(name, 0.0) + now - last
        last, name = now, stage

    documents = [read_text(text, f"{i}.txt", "ABCDE"[i]) for i, text in enumerate(made)]
    comparison = compare(documents, progress)
    taken, passed = time.process_time() - begun, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent = ", ".join(f"{stage.lower()} {seconds:.1f}" for stage, seconds in stages.items() if seconds >= 0.1)
    print(f"{taken:.2f} {passed:.1f} {peak:.0f} {len(comparison.links)} {spent}")


def main() -> None:
    """Run the sizes one after the other."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("largest", nargs="?", type=int, default=100_000, help="words of each document")
    parser.add_argument("--svg", type=Path, help="draw the times into this file")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        measure(given.one)
        return
    points: list[tuple[int, float]] = []
    size = FIRST
    while size <= given.largest:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True
        )
        seconds, passed, peak, links, spent = done.stdout.split(maxsplit=4)
        growth = f", {float(seconds) / points[-1][1]:.2f} times the one before" if points else ""
        print(
            f"5 x {size:,} words: {seconds} s{growth} ({passed} s passed), {peak} MiB, {links} links ({spent.strip()})",
            flush=True,
        )
        points.append((size, float(seconds)))
        size = given.largest if size < given.largest < 2 * size else 2 * size
    if given.svg:
        given.svg.write_text(plot(points), encoding="utf-8")


def plot(points: list[tuple[int, float]]) -> str:
    """The times over the words as a small SVG, beside the line of what doubles with the words."""
    width, height, left, bottom = 640, 320, 56, 40
    most_words = points[-1][0]
    linear = points[0][1] * most_words / points[0][0]
    most_seconds = max(linear, *(seconds for _, seconds in points)) * 1.1

    def place(words: float, seconds: float) -> tuple[float, float]:
        x = left + (width - left - 20) * words / most_words
        return round(x, 1), round(height - bottom - (height - bottom - 20) * seconds / most_seconds, 1)

    def joined(*at: tuple[float, float]) -> str:
        return " ".join(f"{x},{y}" for x, y in at)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" ',
        f'font-family="sans-serif" font-size="12"><rect width="{width}" height="{height}" fill="#fbfaf7"/>',
    ]
    doubling = joined(place(0, 0), place(most_words, linear))
    parts.append(f'<polyline points="{doubling}" fill="none" stroke="#8a867b" stroke-dasharray="4 4"/>')
    line = joined(*(place(*point) for point in points))
    parts.append(f'<polyline points="{line}" fill="none" stroke="#134f8f" stroke-width="2"/>')
    for words, seconds in points:
        x, y = place(words, seconds)
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#134f8f"/>')
        parts.append(f'<text x="{x}" y="{y - 10}" text-anchor="end">{seconds:.1f} s</text>')
        parts.append(f'<text x="{x}" y="{height - 18}" text-anchor="middle">{words // 1000}k</text>')
    title = "processor seconds, five documents of so many words each; dashed: linear"
    parts.append(f'<text x="{left}" y="16">{title}</text></svg>\n')
    return "".join(parts)


if __name__ == "__main__":
    main()
