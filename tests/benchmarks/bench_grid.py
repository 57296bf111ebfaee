"""How long the Grid takes to open, scroll and repaint: the five seeds, and five documents of 100,000 words.

Run it with ``python tests/benchmarks/bench_grid.py [words]``; figures are milliseconds
without a screen (``QT_QPA_PLATFORM=offscreen``), 1600 x 1000.
"""

import os
import random
import resource
import sys
from collections.abc import Callable, Sequence
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from crossread.paths import seeds
from crossread.present.arrangement import Cell, GridRow
from crossread.present.marks import Mark, MarkKind
from crossread.text.document import Document, Passage, letter
from crossread.text.span import Span
from crossread.ui.grid import GridView
from crossread.ui.page.overview import OverviewLanes
from crossread.ui.styling.fonts import load_fonts

KINDS: tuple[MarkKind, ...] = ("number", "contradiction", "wording", "hedge", "spun")


def made_up(document_id: str, vocabulary: Sequence[str], words: int, chance: random.Random) -> Document:
    """A document of sentences of about twenty words, five to a paragraph."""
    parts, passages, start = [], [], 0
    for number in range(words // 20):
        sentence = " ".join(chance.choices(vocabulary, k=chance.randint(10, 30))).capitalize() + "."
        passages.append(
            Passage(f"{document_id}{number + 1}", Span(start, start + len(sentence)), "sentence", number // 5)
        )
        joint = "\n\n" if number % 5 == 4 else " "
        parts.append(sentence + joint)
        start += len(sentence) + len(joint)
    return Document(
        document_id, document_id, "A long report", "The Press", None, "en", "".join(parts), tuple(passages)
    )


def every_fifth_word(document: Document) -> list[Mark]:
    """Marks of all kinds, one for every five words."""
    marks, start = [], 0
    for number, word in enumerate(document.text.split(" ")):
        if number % 5 == 0 and word.strip():
            kind = KINDS[(number // 5) % len(KINDS)]
            badge = "≈" if kind in ("number", "contradiction") else ""
            marks.append(Mark(Span(start, start + max(len(word.rstrip()), 1)), kind, badge))
        start += len(word) + 1
    return marks


def one_row_each(documents: Sequence[Document]) -> list[GridRow]:
    """Rows in which every document speaks, sentence by sentence."""
    count = min(len(document.passages) for document in documents)
    return [
        GridRow(
            f"R{i}", "topic", "A section" if i % 20 == 0 else "", "",
            tuple(Cell(document.id, (document.passages[i].id,)) for document in documents),
        )
        for i in range(count)
    ]  # fmt: skip


def timed(name: str, work: Callable[[], object], times: int = 1) -> None:
    """Run and print the mean of the times in milliseconds, and the longest."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    print(f"  {name:<44}{sum(taken) / times:9.1f} ms   longest {max(taken):8.1f} ms")


def measure(
    name: str, documents: Sequence[Document], rows: Sequence[GridRow], marks: dict[str, list[Mark]]
) -> None:
    """Print all figures for a set of documents."""
    print(name)
    view = GridView()
    view.resize(1600, 1000)
    picture = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    view.show()

    def paint() -> None:
        view.render(picture)

    def both(first: Callable[[], None]) -> Callable[[], None]:
        return lambda: (first(), paint())[0]

    bar = view.verticalScrollBar()
    timed("set_documents and first paint", both(lambda: view.set_documents(documents)))
    timed("set_page and first paint", both(lambda: view.set_page(documents, rows, marks, documents[0].id)))
    timed(
        "set_page again, with new marks, and paint", both(lambda: view.set_page(documents, rows, marks, "A"))
    )
    timed("repaint", paint, 20)
    timed("scroll by 60 px and paint, 50 times", both(lambda: bar.setValue(bar.value() + 60)), 50)
    timed(
        "jump to another place and paint, 20 times",
        both(lambda: bar.setValue(random.randrange(bar.maximum() + 1))),
        20,
    )
    timed("hide a kind of mark and paint", both(lambda: view.set_visible_marks(frozenset(KINDS[:3]))))
    timed("zoom and paint", both(view.zoom_in))
    timed("select a row and paint", both(lambda: view.select_row(rows[len(rows) // 2].id)), 1)
    view.resize(1500, 1000)
    timed("select everything in a column and paint", both(lambda: view.select_all_of("A")))
    timed("copy it", view.copy)
    lanes = OverviewLanes()
    lanes.resize(60, 900)
    timed(
        "overview: set_content and paint",
        lambda: (lanes.set_content(documents, rows, marks, view.row_edges()), lanes.grab()),
    )
    print(f"  highest use of memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    """Print all figures."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    application = QApplication([])
    application.setStyle("Fusion")
    load_fonts()
    chance = random.Random(1)
    texts = [file.read_text(encoding="utf-8") for file in sorted(seeds().glob("*.txt"))]
    vocabulary = " ".join(texts).split()
    for name, count in (("the size of the seeds", 650), (f"{words} words each", words)):
        documents = [made_up(letter(i), vocabulary, count, chance) for i in range(5)]
        marks = {document.id: every_fifth_word(document) for document in documents}
        measure(f"5 documents, {name}", documents, one_row_each(documents), marks)


if __name__ == "__main__":
    main()
