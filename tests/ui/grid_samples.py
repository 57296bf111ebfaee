"""Small documents, rows and marks, made through the real types."""

import re
from collections.abc import Sequence

from crossread.comparison import Place
from crossread.present.arrangement import Cell, Ghost, GridRow
from crossread.present.marks import Mark, MarkKind
from crossread.text.document import Document, Passage, PassageKind
from crossread.text.span import Span


def document(
    document_id: str, *paragraphs: str, kinds: Sequence[PassageKind] = (), publisher: str = ""
) -> Document:
    """A document with these paragraphs; every sentence of them is a passage."""
    text = "\n\n".join(paragraphs)
    passages: list[Passage] = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        kind = kinds[number] if number < len(kinds) else "sentence"
        for match in re.finditer(r"\S.*?(?:[.!?؟。](?=\s|$)|$)", paragraph, re.DOTALL):
            span = Span(start + match.start(), start + match.end())
            passages.append(Passage(f"{document_id}{len(passages) + 1}", span, kind, number))
        start += len(paragraph) + 2
    return Document(
        document_id, f"{document_id}.txt", paragraphs[0][:40], publisher, None, "en", text, tuple(passages)
    )


def place(source: Document, words: str) -> Place:
    start = source.text.index(words)
    return Place(source.id, Span(start, start + len(words)))


def mark(
    source: Document, words: str, kind: MarkKind, badge: str = "", finding: str = "", note: str = ""
) -> Mark:
    return Mark(place(source, words).span, kind, badge, note or f"note on {words}", finding)


def row(row_id: str, *cells: Cell, section: str = "") -> GridRow:
    return GridRow(row_id, "topic", section, "", cells)


def says(document_id: str, *passages: str) -> Cell:
    return Cell(document_id, passages)


def ghost(document_id: str, target: str, *passages: str) -> Cell:
    return Cell(document_id, (), Ghost(passages, target, "above"))


def three_documents() -> tuple[Document, Document, Document]:
    return (
        document(
            "A",
            "Operators used nearly 25,000 fraudulent accounts. "
            "They held about 29 million exchanges with the model.",
            "The letter went to two senators on Wednesday. Shares fell by three percent.",
            publisher="AI News",
        ),
        document(
            "B",
            "The operators used twenty-five thousand fake accounts "
            "to hold twenty-nine million conversations.",
            "Shares reportedly slid by 5 percent.",
            publisher="The Wire",
        ),
        document("C", "Shares fell more than three percent. Nothing else is known."),
    )


def sample_page() -> tuple[tuple[Document, ...], tuple[GridRow, ...], dict[str, list[Mark]]]:
    """Three documents, four rows (the last one with a ghost) and marks of most kinds."""
    a, b, c = documents = three_documents()
    rows = (
        row("R1", says("A", "A1", "A2"), says("B", "B1"), Cell("C"), section="Scale"),
        row("R2", says("A", "A3"), Cell("B"), Cell("C")),
        row("R3", says("A", "A4"), says("B", "B2"), says("C", "C1"), section="Markets"),
        row("R4", ghost("A", "R3", "A4"), Cell("B"), says("C", "C2")),
    )
    marks = {
        "A": [
            mark(a, "nearly 25,000", "number", "=", "F1"),
            mark(a, "about 29 million", "number", "≈", "F2"),
            mark(a, "three percent", "contradiction", "≠", "F3"),
        ],
        "B": [
            mark(b, "twenty-five thousand", "number", "=", "F1"),
            mark(b, "fake", "wording"),
            mark(b, "twenty-nine million", "number", "≈", "F2"),
            mark(b, "conversations", "spun"),
            mark(b, "reportedly", "hedge"),
            mark(b, "5 percent", "contradiction", "≠", "F3"),
        ],
        "C": [
            mark(c, "Shares fell more than three percent.", "moved"),
            mark(c, "more than three percent", "number", "⊃"),
        ],
    }
    return documents, rows, marks


def long_page() -> tuple[list[Document], list[GridRow], dict[str, list[Mark]]]:
    """Two documents in 300 rows, for scrolling."""
    documents = [
        document(d, *(f"Row {i} of {d}. " + "More words follow. " * (i % 7) for i in range(300)))
        for d in "AB"
    ]
    rows = []
    for i in range(300):
        cells = [says(d.id, *(p.id for p in d.passages if p.paragraph == i)) for d in documents]
        rows.append(row(f"R{i}", *cells, section="Part" if i % 50 == 0 else ""))
    return documents, rows, {}
