"""How long the five seeds take: to a Comparison, to an HTML report, to a painted window.

    .venv/bin/python tests/benchmarks/bench_foundation.py [--runs 5]

Each figure is the median of several fresh processes after one that is not counted, so nothing is warm but the disk; as
in an installed program, Python's byte code is there.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"

COMPARE = """
import sys, time
imports = time.process_time()
from crossread import align, claims, quantities, spin, wording
from crossread.compare import compare
from crossread.read import read_all
from pathlib import Path
for verb in (align, claims, quantities, spin, wording):
    for name in verb.__all__:
        getattr(verb, name)  # loads what is loaded on demand
begun = time.process_time()
comparison = compare(read_all([Path(sys.argv[1])]).documents)
assert len(comparison.documents) == 5
print(time.process_time() - begun, begun - imports)
"""

WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from crossread.settings import Settings
from crossread.ui.app import make_application
from crossread.ui.grid.view import GridView
from crossread.ui.styling.theme import Themes
from crossread.ui.window import MainWindow

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.session.documents:
            # Behind this event: the paint itself comes after the filter.
            QTimer.singleShot(0, lambda: (print(time.time(), flush=True), application.quit()))
        return False

application = make_application(sys.argv[:1])
settings = Settings()
window = MainWindow(settings, Themes(application, settings.theme), lambda _: None)
watch = Watch()
window.findChild(GridView).viewport().installEventFilter(watch)
window.show()
window.session.open([Path(sys.argv[1])])
application.exec()
window.session.shut_down(5000)
"""


def python(code: str) -> str:
    """Run code in a fresh process and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEEDS)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    return done.stdout


def environment() -> dict[str, str]:
    """What fresh processes find: no display is needed, and byte code is kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}


def comparing() -> float:
    """Processor seconds from files to Comparison, imports apart."""
    return float(python(COMPARE).split()[0])


def importing() -> float:
    """Processor seconds of the imports before that."""
    return float(python(COMPARE).split()[1])


def reporting() -> float:
    """Wall seconds of ``crossread report seeds -o out.html``."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        command = [sys.executable, "-m", "crossread", "report", str(SEEDS), "-o", f"{folder}/out.html"]
        subprocess.run(command, check=True, capture_output=True, env=environment())
        return time.perf_counter() - begun


def painting() -> float:
    """Wall seconds from process start to the documents painted in the window."""
    begun = time.time()
    return float(python(WINDOW).split()[0]) - begun


FIGURES: list[tuple[str, Callable[[], float], float | None]] = [
    ("five seeds, files to Comparison, processor s", comparing, 0.3),
    ("imports before that, processor s", importing, None),
    ("crossread report seeds -o out.html, wall s", reporting, 1.0),
    ("process start to documents painted, wall s", painting, 1.0),
]


def main() -> None:
    """Print a table of medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="how many fresh processes for each figure")
    runs = parser.parse_args().runs
    for name, measure, target in FIGURES:
        measure()
        values = sorted(measure() for _ in range(runs))
        aim = f"at most {target}" if target else ""
        print(f"{name:48} {statistics.median(values):7.3f}  ({values[0]:.3f} to {values[-1]:.3f})  {aim}")


if __name__ == "__main__":
    main()
