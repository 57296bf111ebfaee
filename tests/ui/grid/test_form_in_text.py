"""Emphasis, headings, lists and tables as the file has them, set in the columns of the page."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from crossread.present.marks import Mark
from crossread.present.palette import LIGHT
from crossread.present.readings import ReadingTable
from crossread.read import read_text
from crossread.text.document import Document
from crossread.text.form_index import ColumnShape
from crossread.text.span import Span
from crossread.ui.grid.blocks import blocks
from crossread.ui.grid.cell_layout import CellLayout
from crossread.ui.grid.look import Look
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.grid.table_columns import table_columns
from crossread.ui.page.readings_strip import ReadingsStrip

TABLE = "| Ship | Cargo |\n|---|---|\n| Berta of Lund with a name that is long | 2,300 |\n| Caro | |\n"


def read(source: str) -> Document:
    return read_text(source, "a.md", "A", markdown=True)


def laid(document: Document, width: float = 400, *marks: Mark) -> CellLayout:
    found = CellLayout(document, [p.id for p in document.passages], MarkIndex(marks), Look(LIGHT), width)
    found.ensure(0, 100_000)
    return found


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def width_of(document: Document, words: str) -> float:
    (rect,) = laid(document, 800).rects(span(document, words))
    return rect.width()


def ink(document: Document, words: str) -> int:
    """How many pixels of these words are dark."""
    layout = laid(document, 800)
    picture = QImage(820, 60, QImage.Format.Format_ARGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setPen(QColor(LIGHT.ink))
    for y, block in layout.between(0, 60):
        block.paint(painter, QPointF(10, y + 10))
    painter.end()
    (rect,) = layout.rects(span(document, words))
    box = rect.translated(10, 10).toRect()
    return sum(
        QColor(picture.pixel(x, y)).lightness() < 160
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    )


def test_what_is_strong_is_set_heavier_and_code_in_letters_of_equal_width() -> None:
    plain = read("He said many words of it on Monday, and no more of it than that.\n")
    strong = read("He said **many words** of it on Monday, and no more of it than that.\n")
    code = read("He said `many words` of it on Monday, and no more of it than that.\n")
    assert plain.text == strong.text == code.text
    assert width_of(strong, "many words") > width_of(plain, "many words")
    assert ink(strong, "many words") > 1.15 * ink(plain, "many words")
    assert ink(strong, "of it on") == pytest.approx(ink(plain, "of it on"), rel=0.12)  # it begins elsewhere
    assert width_of(code, "ma") == pytest.approx(width_of(code, "wo"), abs=0.1)
    assert width_of(plain, "ma") != pytest.approx(width_of(plain, "rd"), abs=0.1)


@pytest.mark.parametrize("marked", ["*many words*", "~~many words~~", "[many words](x)"])
def test_other_emphasis_can_be_seen(marked: str) -> None:
    plain = read("He said many words of it on Monday, and no more of it than that.\n")
    styled = read(f"He said {marked} of it on Monday, and no more of it than that.\n")
    assert plain.text == styled.text
    assert ink(styled, "many words") != ink(plain, "many words")


def test_headings_are_smaller_the_deeper_they_lie() -> None:
    document = read("# Some words\n\nText.\n\n## Some words\n\nText.\n\n### Some words\n\nText.\n")
    layout = laid(document, 800)
    starts = [m for m in range(len(document.text)) if document.text.startswith("Some words", m)]
    widths = [layout.rects(Span(start, start + 10))[0].width() for start in starts]
    assert widths[0] > widths[1] > widths[2]


def test_the_readings_show_emphasis_and_headings_too(qtbot: QtBot) -> None:
    plain = read("Some words are said here, and he said many words of it on Monday.\n")
    formed = read("# Some words\n\nHe said **many words** of it on Monday.\n")
    widths: list[float] = []
    for document, words in product((plain, formed), ("Some words", "many words")):
        strip = ReadingsStrip()
        qtbot.addWidget(strip)
        column = (span(document, words),)
        strip.set_row([document], ReadingTable(("A",), (column,)), {}, LIGHT, "Readings")
        cell = strip._cells[0][0]
        assert cell is not None
        widths.append(cell.layout.width)
    assert widths[2] > widths[0]
    assert widths[3] > widths[1]


def test_lists_inside_lists_are_set_in_and_go_on_under_their_words() -> None:
    document = read("* one\n    * two is long enough to need a second line. Three stands in the same item.\n")
    layout = laid(document, 260)
    one, two = (layout.rects(span(document, words))[0] for words in ("one", "two"))
    assert two.left() - one.left() == pytest.approx(Look(LIGHT).step)
    second = layout.rects(span(document, "two is long enough to need a second line"))[1]
    assert second.left() == pytest.approx(two.left(), abs=0.5)
    three = layout.rects(span(document, "Three"))[0]
    assert three.left() > two.left() - Look(LIGHT).step
    assert three.left() > one.left()


def test_cells_of_a_table_stand_in_columns() -> None:
    document = read(TABLE)
    layout = laid(document, 300)
    ship, berta, caro = (layout.rects(span(document, words))[0] for words in ("Ship", "Berta", "Caro"))
    assert ship.left() == berta.left() == caro.left()
    head, figure = (layout.rects(span(document, words))[0] for words in ("Cargo", "2,300"))
    assert head.right() == pytest.approx(figure.right(), abs=0.5)  # figures are flush right
    assert figure.left() > berta.right()
    assert figure.top() == berta.top()
    lines = layout.rects(span(document, "Berta of Lund with a name that is long"))
    assert len({line.top() for line in lines}) > 1
    assert all(line.right() < figure.left() for line in lines)


def test_what_is_clicked_in_a_table_is_what_stands_there() -> None:
    document = read(TABLE)
    layout = laid(document, 300)
    for words in ("Ship", "Cargo", "Berta", "2,300", "Caro", "long"):
        where = span(document, words)
        box = layout.rects(where)[0]
        assert where.start <= layout.offset_at(box.left() + 1, box.center().y()) < where.end
        found = layout.character_at(box.center().x(), box.center().y())
        assert found is not None
        assert where.start <= found < where.end


def test_a_table_that_has_no_room_is_set_line_by_line() -> None:
    document = read(TABLE)
    layout = laid(document, 60)
    (figure,) = layout.rects(span(document, "2,300"))
    berta = layout.rects(span(document, "Berta"))[0]
    assert figure.top() > berta.top()


def test_a_mark_in_a_table_gets_its_box() -> None:
    document = read(TABLE)
    mark = Mark(span(document, "2,300"), "number", "=")
    bare, boxed = (laid(document, 300, *marks).rects(mark.span)[0] for marks in ((), (mark,)))
    assert boxed.width() > bare.width()


def test_sentences_of_one_row_are_set_as_one_row() -> None:
    document = read("| a | b |\n|---|---|\n| It burns. It is out. | Nobody was hurt. All is well. |\n")
    assert len([p for p in document.passages if p.paragraph == document.passages[-1].paragraph]) > 1
    last = blocks(document, [p.id for p in document.passages])[-1]
    assert [cell.of(document.text) for _, cell in last.cells] == [
        "It burns. It is out.",
        "Nobody was hurt. All is well.",
    ]


SHAPES = st.builds(ColumnShape, st.integers(0, 80), st.integers(0, 30), st.booleans())


@given(st.lists(SHAPES, max_size=8), st.floats(1, 1500))
def test_columns_stand_beside_one_another_inside_the_width(shapes: list[ColumnShape], width: float) -> None:
    found = table_columns(shapes, width, 7.0)
    assert len(found) in (0, len(shapes))
    for before, after in pairwise(found):
        assert before.left + before.width < after.left
    if found:
        assert found[-1].left + found[-1].width <= width + 0.01


PIECES = st.sampled_from(
    [
        "a",
        "Bc de",
        "*x*",
        "**y z**",
        "| ",
        "|\n",
        "\n",
        "* ",
        "\t",
        "1. ",
        "# ",
        "`c`",
        "é中",
        "שלום",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([40.0, 180.0, 500.0]))
def test_every_character_of_any_markdown_has_a_place(source: str, width: float) -> None:
    document = read("| h | k |\n|---|---|\n| " + source)
    layout = laid(document, width)
    for passage in document.passages:
        for rect in layout.rects(passage.span):
            assert 0 <= rect.top() <= rect.bottom() <= layout.height + 0.01
