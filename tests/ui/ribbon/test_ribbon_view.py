"""The Ribbon: columns in step, ribbons, selection, keys; on real widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.present.marks import Mark
from crossread.present.palette import DARK, LIGHT
from crossread.present.ribbon import Tie
from crossread.settings import Settings
from crossread.text.document import Document
from crossread.ui.ribbon.header import Head
from crossread.ui.ribbon.painting import TextSelection
from crossread.ui.ribbon.view import Leaves, RibbonView
from ui.grid_samples import document, place
from ui.windows import opened, write

LONG = [
    f"Sentence number {number} speaks of the harbour and of the ships that lie in it." for number in range(60)
]
SHORT = [f"Line {number} tells of harbour and ships." for number in range(60)]
MOVED = 55  # stands at the top of the second document


def pair() -> Leaves:
    """Two documents whose sentences are tied one to one; one of them was moved to the top."""
    a = document("A", *LONG)
    b = document("B", SHORT[MOVED], *(line for line in SHORT if line != SHORT[MOVED]))
    ties = tuple(Tie(place(a, LONG[n]), place(b, SHORT[n]), 0.8, n == MOVED) for n in range(60))
    anchors = tuple({"A": tie.a.span, "B": tie.b.span} for tie in ties if not tie.moved)
    marks = {"A": [Mark(place(a, "number 7").span, "number", "=", "note on seven", "F7")]}
    return Leaves((a, b), (Head("A · one"), Head("B · two")), marks, ties, anchors)


@pytest.fixture
def view(qtbot: QtBot) -> RibbonView:
    widget = RibbonView()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.set_leaves(pair())
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def on_screen(view: RibbonView, found: Place) -> float:
    """How far below the upper edge a place stands."""
    extent = view.spread.extent(found)
    assert extent is not None
    return extent[1] - view.tops()[extent[0]]


def point(view: RibbonView, found: Place) -> QPoint:
    column = view.spread.column_of(found.document)
    assert column is not None
    rect = view.spread.rects(column, found.span)[0]
    return QPoint(round(rect.left() + 20), round(rect.center().y() - view.tops()[column]))


def tie_of(view: RibbonView, number: int) -> Tie:
    return view.leaves.ties[number]


def test_linked_passages_meet_while_scrolling(view: RibbonView) -> None:
    for number in (10, 25, 40):
        tie = tie_of(view, number)
        view.show_place(tie.a)
        assert on_screen(view, tie.a) == pytest.approx(on_screen(view, tie.b), abs=2)
        assert 0 <= on_screen(view, tie.a) < view.viewport().height()


def test_a_passage_that_was_moved_comes_to_the_one_selected(view: RibbonView) -> None:
    tie = tie_of(view, MOVED)
    view.show_place(tie.a)
    assert view.shown.selected == (tie,)
    assert on_screen(view, tie.a) == pytest.approx(on_screen(view, tie.b), abs=2)


def test_a_click_joins_and_leaves_the_clicked_column_where_it_is(view: RibbonView) -> None:
    view.show_place(tie_of(view, 30).a)
    tie = tie_of(view, 33)
    before = on_screen(view, tie.a)
    heard: list[Place] = []
    view.place_selected.connect(heard.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, tie.a))
    assert heard == [tie.a]
    assert view.shown.selected == (tie,)
    assert on_screen(view, tie.a) == pytest.approx(before, abs=2)


def test_the_pointer_shows_a_ribbon_and_its_leaving_takes_it_away(view: RibbonView) -> None:
    tie = tie_of(view, 2)
    QTest.mouseMove(view.viewport(), point(view, tie.b))
    assert view.shown.hovered == (tie,)
    assert view.shown.selected == ()
    view.hover(None)
    assert view.shown.hovered == ()


def test_the_ribbon_is_painted_between_the_columns_in_selection_colours(view: RibbonView) -> None:
    gutter = (view.spread.pane(0)[1] + view.spread.pane(1)[0]) / 2
    plain = view.viewport().grab().toImage()
    view.show_place(tie_of(view, 3).a)
    extent = view.spread.extent(tie_of(view, 3).a)
    assert extent is not None
    y = round(extent[1] - view.tops()[0]) + 10
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(round(gutter), y) != plain.pixelColor(round(gutter), y)
    assert plain.pixelColor(round(gutter), y).name() == LIGHT.ground
    view.set_colours(DARK)
    assert view.viewport().grab().toImage().pixelColor(round(gutter), 500).name() == DARK.ground


def test_keys_go_from_passage_to_passage_and_across(view: RibbonView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.shown.place == tie_of(view, 1).a
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.shown.place == tie_of(view, 1).b
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.shown.place == tie_of(view, 0).b
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.shown.place == tie_of(view, 59).b
    assert 0 <= on_screen(view, tie_of(view, 59).a) < view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.shown.place == tie_of(view, 0).a
    assert view.verticalScrollBar().value() == 0


def test_text_is_selected_and_copied_as_the_document_has_it(view: RibbonView) -> None:
    first = tie_of(view, 1).a
    start = point(view, first)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(160, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(160, 0))
    text = view.selected_text()
    assert 5 < len(text) < 60
    assert text in view.leaves.documents[0].text
    view.copy()
    assert QGuiApplication.clipboard().text() == text
    view.select_all()
    assert view.selected_text() == view.leaves.documents[0].text
    view.select_text(None)
    view.show_place(tie_of(view, 4).b)
    view.copy()
    assert QGuiApplication.clipboard().text() == SHORT[4]


def test_zoom_keeps_the_place_at_the_reading_line(view: RibbonView) -> None:
    tie = tie_of(view, 30)
    view.show_place(tie.a)
    for percent in (150, 80, 100):
        view.set_zoom(percent)
        assert 0 <= on_screen(view, tie.a) < view.viewport().height()
        assert on_screen(view, tie.a) == pytest.approx(on_screen(view, tie.b), abs=40)


def test_marks_are_told_and_activated(view: RibbonView, qtbot: QtBot) -> None:
    mark = view.leaves.marks["A"][0]
    with qtbot.waitSignal(view.finding_activated) as heard:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, Place("A", mark.span)))
    assert heard.args == ["F7"]
    assert [found.note for found in view.marks_at("A", mark.span.start)] == ["note on seven"]
    view.set_visible_marks(frozenset())
    assert view.marks_at("A", mark.span.start) == []


def test_who_hears_is_told_what_is_joined(view: RibbonView) -> None:
    view.show_place(tie_of(view, 8).a)
    assert view.accessibleDescription() == f"A · one: {LONG[8]}. B · two: {SHORT[8]}"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_columns_is_painted(qtbot: QtBot, count: int) -> None:
    widget = RibbonView()
    qtbot.addWidget(widget)
    documents: tuple[Document, ...] = tuple(document(name, *SHORT[:5]) for name in "ABC"[:count])
    widget.set_leaves(Leaves(documents, tuple(Head(d.id) for d in documents)))
    widget.resize(800, 300)
    widget.show()
    assert not widget.grab().isNull()
    widget.select_text(TextSelection(count - 1, 0, 4))
    assert widget.selected_text() == "Line"


def test_an_empty_ribbon_takes_keys_and_clicks(qtbot: QtBot) -> None:
    widget = RibbonView()
    qtbot.addWidget(widget)
    widget.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_PageDown):
        QTest.keyClick(widget, key)
    QTest.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    widget.copy()
    assert widget.selected_text() == ""


# In the window


def test_the_window_switches_to_the_ribbon_and_keeps_the_row(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.resize(1280, 800)
    window.session.step_finding(1)
    row = window.session.row
    window.actions_["ribbon"].trigger()
    ribbon = window.page.ribbon
    assert ribbon.view.isVisible()
    assert not window.page.grid.isVisible()
    assert ribbon.view.shown.place is not None
    assert window.session.row_of(ribbon.view.shown.place) == row
    both = [row.id for row in window.session.rows if row.cells[0].passages and row.cells[1].passages]
    other = next(found for found in both if found != row)
    window.session.select_row(other)
    assert window.session.row_of(ribbon.view.shown.place) == other
    window.actions_["grid"].trigger()
    assert window.page.grid.isVisible()


def test_columns_are_chosen_added_and_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), Settings(theme="light", view="ribbon"))
    window.resize(1280, 800)
    ribbon = window.page.ribbon
    assert [d.id for d in ribbon.columns] == ["A", "B"]
    ribbon.put(1, "C")
    assert [d.id for d in ribbon.view.leaves.documents] == ["A", "C"]
    ribbon.put(0, "C")
    assert [d.id for d in ribbon.columns] == ["C", "A"]
    ribbon.toggle("B", True)
    assert [d.id for d in ribbon.columns] == ["C", "A", "B"]
    ribbon.toggle("A", False)
    ribbon.toggle("B", False)
    assert [d.id for d in ribbon.columns] == ["C", "B"]
    checked = [a.text()[0] for a in window.actions_.submenus["beside"].actions() if a.isChecked()]
    assert checked == ["B", "C"]
    window.session.remove("C")
    assert {d.id for d in ribbon.columns} == {"A", "B"}


def test_the_one_that_stands_out_stands_beside_one_it_contradicts(qtbot: QtBot, tmp_path: Path) -> None:
    crews = [
        f"Fire in Lund\n\nThe fire service sent {count} engines to the harbour and closed the quay for two days."
        for count in (14, 14, 14, 40)
    ]
    window = opened(qtbot, write(tmp_path, [f"{words} This is report {n}." for n, words in enumerate(crews)]))
    finding = next(f for f in window.session.findings.shown if f.badge == "≠")
    assert {place.document for place in window.session.odd_ones(finding)} == {"D"}
    window.session.go_to_finding(finding.id)
    assert window.page.grid.page.documents[window.page.grid.shown.column].id == "D"
    window.actions_["ribbon"].trigger()
    assert [document.id for document in window.page.ribbon.columns] == ["A", "D"]


def test_words_are_found_in_the_ribbon(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), Settings(theme="light", view="ribbon"))
    window.session.find("quay")
    window.session.step_hit(1)
    shown = window.page.ribbon.view.shown
    assert shown.current is not None
    assert set(shown.found) == {"A", "B"}
    assert window.session.documents[0].text[shown.current.span.start : shown.current.span.end] == "quay"


def test_going_to_a_document_without_a_column_gives_it_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), Settings(theme="light", view="ribbon"))
    window.page.jump_to_document("C")
    assert [d.id for d in window.page.ribbon.columns] == ["A", "C"]


def test_zoom_is_shared_with_the_grid(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), Settings(theme="light", view="ribbon"))
    window.actions_["zoom_in"].trigger()
    assert window.page.ribbon.view.zoom == window.page.grid.zoom == 110
