"""Whether reading keeps anybody waiting: the five seeds and a PDF of 500 pages opened together in the window.

    .venv/bin/python tests/benchmarks/bench_reading_shown.py [pages]

Printed are wall times without a screen: until the seeds were painted, until all was read, the longest time in which
the window did not answer until then, and how long the original of a passage takes to come up beside the text.
"""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument

from crossread.paths import seeds
from crossread.read import Limits
from crossread.settings import Settings
from crossread.ui.app import make_application
from crossread.ui.styling.theme import Themes
from crossread.ui.window import MainWindow

_TICK = 5  # milliseconds between two looks at whether the window answers
_LINES_A_PAGE = 27  # paragraphs


def printed(path: Path, pages: int) -> Path:
    """A PDF of about this many pages."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(96)
    document = QTextDocument()
    document.setHtml(
        "".join(
            f"<p>On day {n} the mayor of the town spoke to {n * 7 + 3} people in the square of the winter, and of the "
            "roads to the harbour, which had to be closed for some days because of the ice that had come.</p>"
            for n in range(pages * _LINES_A_PAGE)
        )
    )
    document.setPageSize(writer.pageLayout().paintRectPixels(96).size().toSizeF())
    document.print_(writer)
    return path


class Watch:
    """Looks again and again whether the window answers, and remembers the longest silence."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(interval=_TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def main() -> None:
    """Measure and print."""
    application = make_application(sys.argv[:1])
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        pdf = printed(Path(folder) / "long.pdf", pages)
        settings = Settings()
        window = MainWindow(settings, Themes(application, settings.theme), lambda _: None)
        window.session.intakes.limits = Limits(seconds=600)  # this machine may have more to do
        window.resize(1600, 1000)
        window.show()

        def until(done: object) -> float:
            """Let the window work until this answers True; how long that took."""
            assert callable(done)
            start = perf_counter()
            while not done():
                application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            return perf_counter() - start

        watch = Watch()
        window.session.open([seeds(), pdf])
        first = until(lambda: len(window.session.documents) == 5)
        window.page.grid.viewport().repaint()
        assert window.session.reading, "the PDF was read before the seeds were painted"
        rest = until(lambda: not window.session.reading)
        count = len(window.session.as_read[-1].form.pages)
        print(f"seeds painted after {first:.2f} s, while {count} pages were still to be read")
        print(f"all read after {first + rest:.2f} s: {count / rest:.0f} pages a second")
        print(f"longest time without an answer of the window: {1000 * watch.longest:.0f} ms")
        window.session.cancel()
        came: list[float] = []
        window.tools.original.came.connect(lambda: came.append(perf_counter()))
        document = window.session.as_read[-1]
        for name, passage in (("first", document.passages[-1]), ("next", document.passages[0])):
            came.clear()
            start = perf_counter()
            window.tools.original.show_passage(document, passage.span)
            until(lambda: bool(came))
            print(f"{name} page of the original beside the text after {came[0] - start:.2f} s")
        window.tools.shut_down(5000)
        window.session.shut_down(5000)


if __name__ == "__main__":
    main()
