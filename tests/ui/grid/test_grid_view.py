"""The Grid as readers use it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.present.arrangement import Cell, GridRow
from crossread.present.palette import DARK
from crossread.text.document import letter
from crossread.ui.grid import GridView
from ui.grid.pointing import CONTROL, LEFT, NONE, edge, words
from ui.grid_samples import document, place, row, sample_page, says, three_documents

# Rows


def test_clicking_a_cell_selects_its_row(grid: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.row_selected) as told:
        QTest.mouseClick(grid.viewport(), LEFT, NONE, words(grid, 1, "slid"))
    assert told.args == ["R3"]
    assert "Shares reportedly slid" in grid.accessibleDescription()


def test_up_and_down_go_through_the_rows(grid: GridView, qtbot: QtBot) -> None:
    told: list[str] = []
    grid.row_selected.connect(told.append)
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
    ):
        QTest.keyClick(grid, key)
    assert told == ["R1", "R2", "R3", "R2", "R4"]


def test_only_the_selected_row_is_coloured(grid: GridView) -> None:
    grid.select_row("R2")
    picture = grid.viewport().grab().toImage()
    stack = grid.sheet.stack(0)
    for item in range(4):
        y = round(stack.bottom(item)) - 4
        selected = picture.pixelColor(8, y).name() == grid.sheet.look.palette.selection
        assert selected == (item == 1)


def test_an_unknown_row_selects_none(grid: GridView) -> None:
    grid.select_row("R1")
    grid.select_row("no such row")
    assert grid.selected_row() == ""


def test_the_selected_row_survives_a_new_page_that_has_it(grid: GridView, qtbot: QtBot) -> None:
    documents, rows, marks = sample_page()
    grid.select_row("R3")
    grid.set_page(documents, rows[2:], marks, "A")
    assert grid.selected_row() == "R3"
    with qtbot.waitSignal(grid.row_selected) as told:
        grid.set_page(documents, rows[:2], marks, "A")
    assert told.args == [""]


def test_rows_whose_cells_are_in_another_order_are_refused(grid: GridView) -> None:
    documents, rows, marks = sample_page()
    with pytest.raises(ValueError, match="order"):
        grid.set_page(documents[::-1], rows, marks, "A")


def test_a_click_on_a_ghost_goes_to_its_row(grid: GridView) -> None:
    stack = grid.sheet.stack(0)
    QTest.mouseClick(grid.viewport(), LEFT, NONE, QPoint(80, round(stack.top(3)) + 20))
    assert grid.selected_row() == "R3"


# Findings


def test_a_click_on_a_mark_chooses_its_finding(grid: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.finding_activated) as told:
        QTest.mouseClick(grid.viewport(), LEFT, NONE, words(grid, 0, "25,000"))
    assert told.args == ["F1"]


def test_enter_goes_through_the_findings_of_a_cell(grid: GridView) -> None:
    told: list[str] = []
    grid.finding_activated.connect(told.append)
    grid.select_row("R1")
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert told == ["F1", "F2", "F1", "F1"]


def test_the_pointer_is_told_what_a_mark_means(grid: GridView) -> None:
    assert grid._pointer.tip(words(grid, 0, "25,000")) == "note on nearly 25,000"
    assert grid._pointer.tip(words(grid, 0, "fraudulent")) == ""


def test_hidden_marks_have_neither_findings_nor_tips(grid: GridView, qtbot: QtBot) -> None:
    grid.set_visible_marks(frozenset({"wording"}))
    with qtbot.assertNotEmitted(grid.finding_activated):
        QTest.mouseClick(grid.viewport(), LEFT, NONE, words(grid, 0, "25,000"))
    assert grid._pointer.tip(words(grid, 0, "25,000")) == ""


def test_hovering_tells_the_passage(grid: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.place_hovered) as told:
        QTest.mouseMove(grid.viewport(), words(grid, 2, "Nothing"))
    document_c = grid.page.documents[2]
    assert told.args == [Place("C", document_c.by_id["C2"].span)]


# Places


def test_a_place_in_a_section_heading_is_where_the_section_begins(grid: GridView) -> None:
    documents, rows, marks = sample_page()
    moved = [*rows[:2], GridRow("R3", "topic", "Markets", "A3", rows[2].cells)]
    silent = row("R2", Cell("A"), Cell("B"), Cell("C"))
    grid.set_page(documents, [moved[0], silent, moved[2]], marks, "A")
    grid.show_place(place(documents[0], "The letter went"))
    assert grid.selected_row() == "R3"


def test_a_section_heading_is_found_and_copied_like_other_text(grid: GridView) -> None:
    documents, rows, marks = sample_page()
    headed = GridRow("R3", "topic", "The letter", "A3", rows[2].cells)
    silent = row("R2", Cell("A"), Cell("B"), Cell("C"))
    grid.set_page(documents, [rows[0], silent, headed], marks, "A")
    grid.select_all_of("A")
    assert (
        "with the model.\n\nThe letter went to two senators on Wednesday.\n\nShares" in grid.selected_text()
    )
    before = grid.viewport().grab().toImage()
    letter_place = place(documents[0], "letter")
    grid.set_found({"A": [letter_place.span]}, None)
    found = grid.viewport().grab().toImage()
    grid.set_found({"A": [letter_place.span]}, letter_place)
    assert len({bytes(image.constBits()) for image in (before, found, grid.viewport().grab().toImage())}) == 3


def test_a_row_of_which_no_speaker_is_in_sight_says_who_speaks(grid: GridView) -> None:
    documents = [document(letter(i), f"Document number {i}.") for i in range(9)]
    cells = [Cell(d.id, ("H1",) if d.id == "H" else ()) for d in documents]
    pictures = []
    for speakers in (cells, [Cell(d.id) for d in documents]):
        grid.set_page(documents, [row("R1", *speakers)], {}, "A")
        pictures.append(grid.viewport().grab(QRect(44, 0, 600, 42)).toImage())
    assert pictures[0] != pictures[1]


def test_what_is_found_and_what_is_current_is_painted(grid: GridView) -> None:
    before = grid.viewport().grab().toImage()
    a = grid.page.documents[0]
    grid.set_found({"A": [place(a, "senators").span, place(a, "letter").span]}, place(a, "letter"))
    found = grid.viewport().grab().toImage()
    assert found != before
    spot = edge(grid, place(a, "senators"))
    assert found.pixelColor(spot.x() + 1, spot.y() - 8).name() == grid.sheet.look.palette.found.ground
    grid.set_found({}, None)
    grid.set_current_places([place(a, "letter")])
    assert grid.viewport().grab().toImage() not in (before, found)
    grid.set_current_places([])
    assert grid.viewport().grab().toImage() == before


# Documents before the comparison, zoom, columns


def test_documents_are_shown_before_they_are_compared(grid: GridView) -> None:
    documents = three_documents()
    grid.set_documents(documents)
    assert grid.row_edges() == []
    assert grid.selected_row() == ""
    grid.select_all_of("C")
    assert grid.selected_text() == documents[2].text
    tops = [grid.sheet.rects(place(d, d.text[:4]))[0].top() for d in documents]
    assert len(set(tops)) == 1


def test_nothing_to_show_is_no_trouble(grid: GridView) -> None:
    grid.set_documents([])
    grid.grab()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        QTest.keyClick(grid, key)
    grid.set_page([], [], {}, "")
    grid.grab()
    assert grid.selected_text() == ""


def test_zoom_goes_in_steps_and_tells(grid: GridView) -> None:
    told: list[int] = []
    grid.zoom_changed.connect(told.append)
    grid.zoom_in()
    grid.zoom_out()
    grid.zoom_out()
    grid.zoom_reset()
    grid.set_zoom(9999)
    assert told == [110, 100, 90, 100, 300]


def test_control_and_wheel_zoom(grid: GridView) -> None:
    middle = QPointF(300, 200)
    event = QWheelEvent(
        middle, grid.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(grid.viewport(), event)
    assert grid.zoom == 110


@pytest.fixture
def wide_page() -> tuple:
    documents = [document(letter(i), f"Document number {i} speaks here.") for i in range(20)]
    return documents, [row("R1", *(says(d.id, f"{d.id}1") for d in documents))], {}


def test_twenty_documents_are_paged_through_with_the_base_in_sight(grid: GridView, wide_page: tuple) -> None:
    told: list[tuple[int, int]] = []
    grid.page_changed.connect(lambda page, pages: told.append((page, pages)))
    grid.set_page(*wide_page, "C")
    assert grid.columns.shown == (2, 0, 1, 3)
    QTest.keyClick(grid, Qt.Key.Key_Right, CONTROL)
    assert grid.columns.shown == (2, 4, 5, 6)
    QTest.keyClick(grid, Qt.Key.Key_BracketLeft)
    assert grid.columns.shown == (2, 0, 1, 3)
    assert told == [(0, 7), (1, 7), (0, 7)]


def test_showing_a_place_turns_to_its_column(grid: GridView, wide_page: tuple) -> None:
    grid.set_page(*wide_page, "A")
    grid.show_place(place(wide_page[0][17], "number 17"))
    assert 17 in grid.columns.shown
    assert grid.sheet.rects(place(wide_page[0][17], "number 17"))


def test_a_narrow_window_still_shows_a_column(grid: GridView) -> None:
    grid.resize(150, 300)
    assert len(grid.columns.shown) == 1
    grid.grab()


def test_another_palette_paints_in_its_colours(grid: GridView) -> None:
    grid.set_colours(DARK)
    picture = grid.viewport().grab().toImage()
    assert picture.pixelColor(300, picture.height() - 5).name() == DARK.pane


@pytest.mark.parametrize(
    "act", [GridView.zoom_in, lambda g: g.resize(700, 500), lambda g: g.set_visible_marks(frozenset())]
)
def test_selected_text_stays_selected(grid: GridView, act: Callable[[GridView], None]) -> None:
    QTest.mouseDClick(grid.viewport(), LEFT, NONE, words(grid, 0, "senators"))
    act(grid)
    assert grid.selected_text() == "senators"
