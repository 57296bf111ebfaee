"""How long the Facts view takes to open, scroll and repaint: the five seeds, and five documents full of figures.

Run it with ``python tests/benchmarks/bench_facts.py [sentences]``; figures are milliseconds without a screen
(``QT_QPA_PLATFORM=offscreen``), 1600 x 1000.
"""

import os
import random
import sys
from collections.abc import Callable, Sequence
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from crossread.compare import compare
from crossread.paths import seeds
from crossread.present.factgrid import fact_grid
from crossread.present.timeline import timeline
from crossread.read import read_all, read_text
from crossread.review.action import FactCorrection
from crossread.review.correction import corrected
from crossread.text.anchor import Anchor
from crossread.text.document import Document
from crossread.ui.facts.table import FactTable
from crossread.ui.facts.timeline_view import TimelineView
from crossread.ui.facts.view import FactsView
from crossread.ui.styling.fonts import load_fonts

NOUNS = "harbour quay warehouse fire engine worker boat crew mayor council bridge road school market tower".split()
MONTHS = "January February March April May June July August September October November December".split()


def full_of_figures(sentences: int, chance: random.Random) -> str:
    """Five figures a sentence, one of them a date."""
    return " ".join(
        f"The {chance.choice(NOUNS)} of the {chance.choice(NOUNS)} counted {chance.randint(2, 9000)} "
        f"{chance.choice(NOUNS)}s on {chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(2015, 2026)} "
        f"and paid ${chance.randint(1, 900)} million over {chance.randint(2, 50)} weeks."
        for _ in range(sentences)
    )


def timed(name: str, work: Callable[[], object]) -> None:
    """The best of three runs."""
    best = 1e9
    for _ in range(3):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    print(f"  {name:34} {1000 * best:8.1f} ms")


def measure(documents: Sequence[Document]) -> None:
    """Everything between the comparison and the painted view."""
    start = perf_counter()
    comparison = compare(documents)
    print(
        f"  compared in {perf_counter() - start:.1f} s: {len(comparison.quantities):,} quantities,", end=" "
    )
    print(f"{len(comparison.facts):,} facts")
    grid, dates = fact_grid(comparison), timeline(comparison)
    timed("fact grid", lambda: fact_grid(comparison))
    timed("timeline", lambda: timeline(comparison))
    mention = comparison.quantities[0]
    anchor = Anchor(comparison.document[mention.document].digest, mention.quantity.span)
    timed("one correction", lambda: corrected(comparison, [FactCorrection("no quantity", (anchor,))]))
    view, line = FactsView(), TimelineView()
    for widget, height in ((view, 700), (line, 300)):
        widget.resize(1600, height)
        widget.show()
    picture = QImage(1600, 700, QImage.Format.Format_RGB32)
    table = FactTable(comparison, grid, documents)
    timed(
        "table, laid out where one looks", lambda: view.set_table(FactTable(comparison, grid, documents), "")
    )
    view.set_table(table, "")
    timed("repaint", lambda: view.viewport().render(picture))
    places = iter(range(0, 10**9, 650))

    def leaf() -> None:
        view.verticalScrollBar().setValue(next(places) % max(1, view.verticalScrollBar().maximum()))
        view.viewport().render(picture)

    timed("scroll by a page and paint", leaf)
    timed("find in facts", lambda: view.seek("harbour"))
    timed("timeline, drawn", lambda: line.set_timeline(dates))
    timed("timeline, painted", lambda: line.viewport().render(picture))


def main() -> None:
    """Print the figures."""
    application = QApplication([])
    application.setStyle("Fusion")
    load_fonts()
    print("the five seeds")
    measure(read_all([seeds()]).documents)
    sentences = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    chance = random.Random(7)
    texts = [full_of_figures(sentences, chance) for _ in range(5)]
    words = sum(len(text.split()) for text in texts)
    print(f"five documents full of figures, {words:,} words together")
    measure([read_text(text, str(number), "ABCDE"[number]) for number, text in enumerate(texts)])


if __name__ == "__main__":
    main()
