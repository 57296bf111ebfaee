"""How long a decision takes in the window until it is shown and written, with ten thousand notes and decisions there.

Run: ``QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/bench_review_window.py``. Processor time of the GUI
thread until the card is painted anew, and wall time until it is in the file; the median of thirty decisions.
"""

import os
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from crossread.comparison import Finding, Place
from crossread.paths import seeds
from crossread.review.action import Decision, Entry, Note
from crossread.review.history import new_id, now
from crossread.settings import Settings
from crossread.text.span import Span
from crossread.ui.app import make_application
from crossread.ui.review.words import quoted
from crossread.ui.styling.theme import Themes
from crossread.ui.window import MainWindow
from crossread.ui.working.tasks import Compared

FINDINGS, NOTES, RUNS = 6_000, 5_000, 30


def main() -> None:
    """Measure and print."""
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    application = make_application(["bench"])
    window = MainWindow(Settings(theme="light", reviewer="Ada"), Themes(application, "light"), lambda _: None)
    window.asks = False
    window.resize(1280, 800)
    window.show()
    window.session.open([seeds()])
    while window.session.busy or window.session.comparison is None:
        QTest.qWait(20)
    fill(window)
    timed, written = [], []
    for number in range(RUNS):
        finding = window.session.findings.shown[number * 7]
        window.session.go_to_finding(finding.id)
        QTest.qWait(10)
        start, clock = time.thread_time(), time.perf_counter()
        window.actions_["dispute" if number % 2 else "dismiss"].trigger()
        window.findings.view.viewport().repaint()
        application.sendPostedEvents()
        window.findings.view.viewport().repaint()
        timed.append(time.thread_time() - start)
        while window.desk.record.unsaved:
            QTest.qWait(1)
        written.append(time.perf_counter() - clock)
    print(f"decided and shown, processor time of the GUI thread: {1000 * statistics.median(timed):.1f} ms")
    print(f"decided and in the file, wall time: {1000 * statistics.median(written):.1f} ms")
    path = Path(tempfile.mkdtemp()) / "large.crossread"
    window.files.save_to(path)
    while window.files.busy:
        QTest.qWait(10)
    window.close()
    start = time.perf_counter()
    from crossread.review.session import ReviewSession

    record = ReviewSession.open(path)
    print(f"opening {path.stat().st_size / 1e6:.1f} MB: {time.perf_counter() - start:.2f} s")
    record.close()


def fill(window: MainWindow) -> None:
    """Give the comparison six thousand findings, most of them decided on, and the documents five thousand notes."""
    session = window.session
    comparison = session.comparison
    assert comparison is not None
    document = session.as_read[0]
    found = tuple(
        Finding(number, f"f{number}", "numbers", "low", f"Finding {number}", "A “12” against B “14”.", "≠", "",
                (Place("A", Span(number % 900, number % 900 + 4)), Place("B", Span(0, 4))))
        for number in range(1, FINDINGS + 1)
    )  # fmt: skip
    session._take_result(Compared(replace(comparison, findings=found), {}, 0.1))
    entries = [
        Entry(new_id(), Decision(f.id, "confirmed", "Seen.", number=f.number, title=f.title), "Ada", now())
        for f in found
        if f.number % 7 != 1  # those that are decided on below are decided on for the first time
    ]
    entries += [
        Entry(
            new_id(), Note(new_id(), quoted(document, Span(n % 900, n % 900 + 5)), f"Note {n}"), "Ada", now()
        )
        for n in range(NOTES)
    ]
    window.desk.take_over(entries, ())
    while window.files.busy:
        QTest.qWait(20)


if __name__ == "__main__":
    main()
