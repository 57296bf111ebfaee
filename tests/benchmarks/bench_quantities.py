"""Processor time of reading quantities, beside quantulum3 where it is installed, on the same texts in the same run.

    python tests/benchmarks/bench_quantities.py [FOLDER OF TEXTS]

Without a folder the sample documents are read.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from crossread import paths
from crossread.quantities import find

_LIMIT = 0.05  # seconds of processor time a thousand words


def _time(name: str, read: Callable[[str], int], texts: list[str]) -> float:
    read(texts[0])  # tables and models are loaded once
    words = sum(len(text.split()) for text in texts)
    begun = time.process_time()
    found = sum(read(text) for text in texts)
    took = (time.process_time() - begun) / words * 1000
    print(f"{name:12} {took:8.4f} s per 1,000 words   {found} quantities in {words} words")
    return took


def main() -> int:
    """Print the figures; 1 if the limit is passed."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else paths.seeds()
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    written = date(2026, 6, 25)
    took = _time("crossread", lambda text: len(find(text, written)), texts)
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3   is not installed here")
    else:
        _time("quantulum3", lambda text: len(parser.parse(text)), texts)
    return int(took > _LIMIT)


if __name__ == "__main__":
    sys.exit(main())
