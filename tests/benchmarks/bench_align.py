"""How long alignment takes, beside difflib in the same run.

    python tests/benchmarks/bench_align.py [WORDS]

Prints the words of a link of 2,000 words of which a tenth are changed; five documents of 5,000 words each,
doubled until WORDS (100,000 by default), made from the seeds by changing every fifth word; and documents of
a kind nobody writes. If CROSSREAD_SETS names a folder with ``align/pan13.dev.jsonl``, also the time for a
pair of it.
"""

import difflib
import json
import os
import random
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from crossread import align, wording
from crossread.align.reuse import reused
from crossread.text.document import Document, Passage, letter
from crossread.text.span import Span
from crossread.text.words import tokens

SEEDS = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
]
SENTENCES = [s for text in SEEDS for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s.split()) > 4]
HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 2_000)]
ARABIC = [a + b + c for a in "بتثجحخدرزسشصضطعغ" for b in "واي" for c in "لمنهكقف"]
WORDS = [word for sentence in SENTENCES for word in sentence.split()]


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Processor time of the shortest of several runs: a busy machine does not count."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def document(number: int, words: int, sentence: Callable[[random.Random], str]) -> Document:
    """A document of about so many words; a sign of Chinese is one."""
    dice, name, at, count = random.Random(number), letter(number), 0, 0
    passages, sentences = [], []
    while count < words:
        sentences.append(sentence(dice))
        passages.append(
            Passage(
                f"{name}{len(sentences)}", Span(at, at + len(sentences[-1])), "sentence", len(sentences) // 5
            )
        )
        at += len(sentences[-1]) + 1
        count += sum(token.kind != "mark" for token in tokens(sentences[-1]))
    return Document(name, name, "", "", None, "en", "\n".join(sentences), tuple(passages))


def reworded(dice: random.Random) -> str:
    """A sentence of the seeds with every fifth word another."""
    return " ".join(
        word if dice.random() > 0.2 else dice.choice(WORDS) for word in dice.choice(SENTENCES).split()
    )


KINDS: dict[str, Callable[[random.Random], str]] = {
    "one sentence over and over": lambda _: "The same sentence stands here again and again.",
    "single letters": lambda dice: " ".join(dice.choice("abcdefghij") for _ in range(20)),
    "no full stop": lambda dice: " ".join(dice.choice(WORDS) for _ in range(5_000)),
    "sentences of the seeds": lambda dice: dice.choice(SENTENCES),
    "signs of Chinese": lambda dice: "".join(dice.choice(HAN) for _ in range(20)) + "。",
    "words of Arabic": lambda dice: " ".join(dice.choice(ARABIC) for _ in range(15)) + "؟",
}


def compared(documents: list[Document]) -> str:
    """Seconds of processor time, links, rows and memory."""
    begun = time.process_time()
    linked = align.link(documents)
    rows = align.rows(documents, linked.links)
    links = time.process_time() - begun
    wording.edits(documents, linked.links)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole = time.process_time() - begun
    return (
        f"{whole:7.2f} s (links and rows {links:.2f} s), {len(linked.links):,} links, {len(rows):,} rows, "
        f"peak so far {peak:.0f} MiB"
    )


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    a = WORDS[:2_000]
    dice = random.Random(1)
    b = [dice.choice(WORDS) if dice.random() < 0.1 else word for word in a]
    ours = seconds(lambda: wording.align_words(a, b))
    theirs = seconds(lambda: difflib.SequenceMatcher(None, a, b).get_opcodes())
    print(f"words of a link of {len(a):,} words: {1000 * ours:.2f} ms, difflib {1000 * theirs:.2f} ms")
    if "CROSSREAD_SETS" in os.environ:
        lines = (
            (Path(os.environ["CROSSREAD_SETS"]) / "align" / "pan13.dev.jsonl")
            .read_text(encoding="utf-8")
            .splitlines()
        )
        pairs = [[d["text"] for d in json.loads(line)["docs"]] for line in lines[::6]]
        split = [[re.findall(r"\w+", text.lower()) for text in pair] for pair in pairs]
        ours = seconds(lambda: [reused(*pair) for pair in pairs], 1) / len(pairs)
        theirs = seconds(
            lambda: [difflib.SequenceMatcher(None, *pair).get_opcodes() for pair in split], 1
        ) / len(pairs)
        print(
            f"reused passages of a pair: {1000 * ours:.2f} ms, difflib over its words {1000 * theirs:.2f} ms"
        )
    words = 5_000
    while words <= most:
        print(
            f"5 x {words:,} words: {compared([document(n, words, reworded) for n in range(5)])}", flush=True
        )
        words = most if words < most < 2 * words else 2 * words
    for kind, sentence in KINDS.items():
        print(
            f"5 x 20,000 words, {kind}: {compared([document(n, 20_000, sentence) for n in range(5)])}",
            flush=True,
        )


if __name__ == "__main__":
    main()
