"""How long each kind of report takes to write, in processor time, and how large it gets.

``python tests/benchmarks/bench_reports.py [WORDS]`` writes the sample documents and, where WORDS is given, five made
documents of so many words each.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.paths import seeds
from crossread.read import read_all, read_text
from crossread.report.writing import SUFFIXES, write
from crossread.ui.printing import pdf
from crossread.ui.styling.fonts import load_fonts

sys.path.insert(0, str(Path(__file__).parent.parent))


def _measure(title: str, found: Comparison, folder: Path) -> None:
    print(title)
    for suffix in SUFFIXES:
        if suffix == ".htm":
            continue
        path = folder / f"out{suffix}"
        started = time.process_time()
        write(found, path, force=True, to_pdf=pdf)
        print(f"  {suffix:8} {time.process_time() - started:7.2f} s {path.stat().st_size / 1e6:8.2f} MB")


def main() -> None:
    """Write every kind of report twice, so that what is imported late is not counted, and tell of the second."""
    application = QGuiApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = compare(read_all([seeds()]).documents)
        for suffix in SUFFIXES:
            write(found, folder / f"warm{suffix}", to_pdf=pdf)
        _measure("sample documents", found, folder)
        if len(sys.argv) > 1:
            from benchmarks.bench_scale import texts

            words = int(sys.argv[1])
            documents = [
                read_text(text, f"{number}.txt", "ABCDE"[number]) for number, text in enumerate(texts(words))
            ]
            _measure(f"five documents of {words:,} words", compare(documents), folder)
    application.shutdown()


if __name__ == "__main__":
    main()
