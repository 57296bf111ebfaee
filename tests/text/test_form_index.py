"""The form of a text found by place."""

from crossread.read import read_text
from crossread.text.document import Document
from crossread.text.span import Span

SOURCE = """# Title

## Part

* one *word*
    * two. Still two.

| name | figure | words of it |
|---|---|---|
| Astrid | 1,200 t | far away |
| | 3 | |
"""


def read() -> Document:
    return read_text(SOURCE, "a.md", "A", markdown=True)


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_levels_of_headings_and_lists() -> None:
    document = read()
    form = document.formed
    assert [form.level(span(document, words)) for words in ("Title", "Part", "one")] == [1, 2, 0]
    item = form.item(span(document, "Still two"))
    assert item is not None
    assert (item.level, item.span.of(document.text)) == (2, "• two. Still two.")
    assert form.item(span(document, "Part")) is None


def test_a_stretch_of_a_row_knows_its_row() -> None:
    document = read()
    row = document.formed.row(span(document, "200 t | far"))
    assert row is not None
    assert [cell.of(document.text) for cell in row.cells] == ["Astrid", "1,200 t", "far away"]
    assert (row.table, row.number) == (0, 1)
    assert document.formed.row(span(document, "one word")) is None
    assert document.formed.row(Span(0, len(document.text))) is None


def test_columns_are_measured_and_figures_told_from_words() -> None:
    document = read()
    row = document.formed.row(span(document, "Astrid"))
    assert row is not None
    columns = document.formed.columns(row)
    assert [column.longest for column in columns] == [6, 7, 11]
    assert [column.word for column in columns] == [6, 6, 5]
    assert [column.figures for column in columns] == [False, True, False]


def test_pages_by_place() -> None:
    document = read()
    assert document.formed.page(Span(0, 3)) is None
