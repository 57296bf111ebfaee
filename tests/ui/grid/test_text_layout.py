"""Marks in set text: boxes, lines and right-to-left writing."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from crossread.present.marks import Mark, MarkKind
from crossread.present.palette import LIGHT
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.grid.cell_layout import CellLayout
from crossread.ui.grid.look import Look
from crossread.ui.grid.mark_index import MarkIndex
from ui.grid_samples import document, mark, place


def cell(
    source: Document, *marks: Mark, width: float = 180, kinds: frozenset[MarkKind] | None = None
) -> CellLayout:
    look = Look(LIGHT) if kinds is None else Look(LIGHT, 100, kinds)
    found = CellLayout(source, [p.id for p in source.passages], MarkIndex(marks), look, width)
    found.ensure(0, 10_000)
    return found


def painted(layout: CellLayout) -> QImage:
    picture = QImage(240, 200, QImage.Format.Format_ARGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setPen(QColor(LIGHT.ink))
    for y, block in layout.between(0, 200):
        block.paint(painter, QPointF(20, y + 5))
    painter.end()
    return picture


def colours(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_a_place_that_runs_over_a_line_end_stands_on_both_lines() -> None:
    source = document("A", "The operators between them used nearly twenty-five thousand accounts.")
    layout = cell(source)
    first, second = layout.rects(place(source, "nearly twenty-five thousand accounts").span)[:2]
    assert second.top() == first.bottom()
    assert second.left() == pytest.approx(0)
    assert first.right() <= 180


def test_lines_stand_at_even_distances_whatever_their_letters() -> None:
    plain = cell(document("A", "All of these words are of one alphabet only. " * 3))
    mixed = cell(document("A", "All of these 中文 words are of العربية one alphabet only. " * 3))
    assert plain.height % Look(LIGHT).line == 0
    assert mixed.height % Look(LIGHT).line == 0


def test_a_boxed_number_makes_room_for_its_box_and_its_sign() -> None:
    source = document("A", "It used 25,000 accounts.")
    words = place(source, "accounts").span
    bare, boxed, signed = (
        cell(source, *marks, width=400).rects(words)[0].left()
        for marks in ((), (mark(source, "25,000", "number"),), (mark(source, "25,000", "number", "≈"),))
    )
    assert bare < boxed < signed


@pytest.mark.parametrize("kind", ["number", "contradiction", "wording", "spun", "moved"])
def test_each_kind_of_mark_is_painted_in_its_colour(kind: MarkKind) -> None:
    source = document("A", "It used 25,000 accounts.")
    marked = colours(painted(cell(source, mark(source, "25,000", kind, "≠"))))
    bare = colours(painted(cell(source)))
    assert getattr(LIGHT, kind).line in marked - bare


def test_a_hedge_is_set_in_its_ink() -> None:
    source = document("A", "It allegedly used reportedly allegedly accounts.")
    marks = [mark(source, "allegedly used reportedly allegedly", "hedge")]
    plain = painted(cell(source))
    slanted = painted(cell(source, *marks))
    assert plain != slanted
    assert LIGHT.hedge.ink in colours(slanted) - colours(plain)


def test_kinds_that_are_hidden_leave_no_trace() -> None:
    source = document("A", "It used 25,000 accounts.")
    hidden = cell(source, mark(source, "25,000", "number", "="), kinds=frozenset({"wording"}))
    assert painted(hidden) == painted(cell(source))


def test_right_to_left_text_begins_at_the_right() -> None:
    source = document("A", "قالت الشركة إن المشغلين استخدموا نحو 25000 حساب.")
    layout = cell(source, mark(source, "25000", "number", "="), width=300)
    begin = layout.rects(Span(0, 4))[0]
    end = layout.rects(place(source, "حساب").span)[-1]
    assert begin.right() > 290
    assert end.top() > begin.top() or end.right() < begin.left()
    assert layout.offset_at(299, 5) == 0
    middle = layout.rects(place(source, "الشركة").span)[0].center()
    assert layout.character_at(middle.x(), middle.y()) in range(5, 11)


def test_a_badge_at_the_end_of_a_right_to_left_line_stays_in_the_column() -> None:
    source = document("A", "قالت الشركة إن المشغلين استخدموا نحو 25000 حساب. " * 4)
    for width in range(120, 200, 7):
        layout = cell(source, Mark(place(source, "25000").span, "number", "≈"), width=width)
        assert layout.outlines(place(source, "25000").span)[0].left() >= -10


def test_characters_beyond_the_basic_plane_do_not_shift_marks() -> None:
    plain, faces = document("A", "xx 25,000 accounts."), document("A", "😀😀 25,000 accounts.")
    words = place(faces, "25,000").span
    rect = cell(faces).rects(words)[0]
    assert rect.width() == pytest.approx(cell(plain).rects(place(plain, "25,000").span)[0].width())
    assert cell(faces).character_at(rect.left() + 1, 5) == words.start


def test_beside_the_text_there_is_no_character() -> None:
    layout = cell(document("A", "Short."), width=400)
    assert layout.character_at(10, 5) == 1
    assert layout.character_at(300, 5) is None
    assert layout.character_at(10, 500) is None


def test_of_a_very_long_passage_only_what_is_looked_at_is_laid_out() -> None:
    source = document("A", "word " * 100_000 + "end")
    layout = CellLayout(source, ["A1"], MarkIndex(), Look(LIGHT), 180)
    estimated = layout.height
    seen = [block.block.span for _, block in layout.between(estimated / 2, estimated / 2 + 300)]
    assert len(seen) <= 2
    assert seen[0].start > 100_000
