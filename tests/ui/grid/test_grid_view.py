"""The Grid as readers use it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.present.arrangement import Cell, GridRow
from crossread.present.palette import DARK
from crossread.text.document import letter
from crossread.ui.grid import GridView
from ui.grid_samples import document, place, row, sample_page, says, three_documents

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(qtbot: QtBot) -> GridView:
    view = GridView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.set_page(*sample_page(), "A")
    return view


@pytest.fixture
def long_grid(qtbot: QtBot) -> GridView:
    view = GridView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.set_page(*long_page(), "A")
    return view


def long_page() -> tuple:
    documents = [
        document(d, *(f"Row {i} of {d}. " + "More words follow. " * (i % 7) for i in range(300)))
        for d in "AB"
    ]
    rows = []
    for i in range(300):
        cells = [says(d.id, *(p.id for p in d.passages if p.paragraph == i)) for d in documents]
        rows.append(row(f"R{i}", *cells, section="Part" if i % 50 == 0 else ""))
    return documents, rows, {}


def at(grid: GridView, where: Place) -> QPoint:
    """The middle of a place's first line, in the viewport."""
    rect = grid.sheet.rects(where)[0].translated(0, -grid.verticalScrollBar().value())
    return rect.center().toPoint()


def words(grid: GridView, document_number: int, text: str) -> QPoint:
    return at(grid, place(grid.page.documents[document_number], text))


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


# Text


def drag(grid: GridView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(grid.viewport(), LEFT, NONE, start)
    QTest.mouseMove(grid.viewport(), (start + end) / 2)
    QTest.mouseMove(grid.viewport(), end)
    QTest.mouseRelease(grid.viewport(), LEFT, NONE, end)


def edge(grid: GridView, where: Place, right: bool = False) -> QPoint:
    rects = [rect.translated(0, -grid.verticalScrollBar().value()) for rect in grid.sheet.rects(where)]
    corner = (
        QPointF(rects[-1].right(), rects[-1].center().y())
        if right
        else QPointF(rects[0].left(), rects[0].center().y())
    )
    return corner.toPoint()


def test_dragging_selects_text_across_rows_of_one_column(grid: GridView) -> None:
    a = grid.page.documents[0]
    drag(grid, edge(grid, place(a, "29 million")), edge(grid, place(a, "senators"), right=True))
    assert grid.selected_text() == "29 million exchanges with the model.\n\nThe letter went to two senators"
    QTest.keyClick(grid, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == grid.selected_text()


def test_dragging_does_not_choose_a_finding(grid: GridView, qtbot: QtBot) -> None:
    a = grid.page.documents[0]
    with qtbot.assertNotEmitted(grid.finding_activated):
        drag(grid, edge(grid, place(a, "used")), words(grid, 0, "25,000"))


def test_a_double_click_selects_a_word_and_shift_click_extends(grid: GridView) -> None:
    QTest.mouseDClick(grid.viewport(), LEFT, NONE, words(grid, 0, "senators"))
    assert grid.selected_text() == "senators"
    a = grid.page.documents[0]
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(grid.viewport(), LEFT, shift, edge(grid, place(a, "Wednesday"), right=True))
    assert grid.selected_text() == "senators on Wednesday"


def test_select_all_takes_the_column_one_is_in(grid: GridView) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, NONE, words(grid, 1, "slid"))
    QTest.keyClick(grid, Qt.Key.Key_A, CONTROL)
    assert grid.selected_text().split("\n\n") == [
        "The operators used twenty-five thousand fake accounts to hold twenty-nine million conversations.",
        "Shares reportedly slid by 5 percent.",
    ]
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.selected_text() == ""


def test_shift_and_arrows_select_cells(grid: GridView) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    grid.select_row("R2")
    QTest.keyClick(grid, Qt.Key.Key_Down, shift)
    assert grid.selected_text() == "The letter went to two senators on Wednesday."
    QTest.keyClick(grid, Qt.Key.Key_Down, shift)
    assert grid.selected_text().endswith("on Wednesday.\n\nShares fell by three percent.")
    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Up, shift)
    assert grid.selected_text().endswith("with the model.\n\nThe letter went to two senators on Wednesday.")


def test_copying_without_a_selection_takes_the_cell(grid: GridView) -> None:
    grid.select_row("R3")
    grid.copy()
    assert QGuiApplication.clipboard().text() == "Shares fell by three percent."


# Places


def test_showing_a_place_brings_it_into_sight_and_selects_its_row(long_grid: GridView) -> None:
    target = place(long_grid.page.documents[1], "Row 250 of B")
    long_grid.show_place(target)
    assert long_grid.selected_row() == "R250"
    rect = long_grid.sheet.rects(target)[0].translated(0, -long_grid.verticalScrollBar().value())
    assert rect.top() >= 0 and rect.bottom() <= long_grid.viewport().height()


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


# Scrolling


def test_rows_in_sight_stay_where_they_are_when_estimates_above_are_corrected(long_grid: GridView) -> None:
    long_grid.scroll_to_share(0.8)
    bar, stack = long_grid.verticalScrollBar(), long_grid.sheet.stack(0)
    for _ in range(60):
        item = stack.index_at(bar.value() + 100)
        before = stack.top(item) - bar.value()
        bar.setValue(bar.value() - 50)
        assert stack.top(item) - bar.value() == pytest.approx(before + 50, abs=1)


def test_the_rest_of_the_page_is_measured_in_idle_time(long_grid: GridView, qtbot: QtBot) -> None:
    long_grid.scroll_to_share(0.5)
    bar, stack = long_grid.verticalScrollBar(), long_grid.sheet.stack(0)
    item = stack.index_at(bar.value() + 100)
    before = stack.top(item) - bar.value()
    with qtbot.waitSignal(long_grid.edges_changed):
        pass
    heights = [stack.height(i) for i in range(len(stack))]
    long_grid.sheet.ensure(0, stack.total, 0)
    assert heights == [stack.height(i) for i in range(len(stack))]
    assert stack.top(item) - bar.value() == pytest.approx(before, abs=1)


def test_the_end_can_be_reached(long_grid: GridView) -> None:
    QTest.keyClick(long_grid, Qt.Key.Key_End)
    assert long_grid.selected_row() == "R299"
    bottom = long_grid.sheet.stack(0).bottom(299)
    assert bottom <= long_grid.verticalScrollBar().value() + long_grid.viewport().height() + 1


def test_page_down_selects_a_row_in_sight(long_grid: GridView) -> None:
    QTest.keyClick(long_grid, Qt.Key.Key_PageDown)
    bar, stack = long_grid.verticalScrollBar(), long_grid.sheet.stack(0)
    item = long_grid.page.item_of_row[long_grid.selected_row()]
    assert bar.value() > 0
    assert bar.value() <= stack.top(item) < bar.value() + long_grid.viewport().height()


def test_a_new_page_shows_the_same_passage_at_its_top(long_grid: GridView) -> None:
    documents, rows, marks = long_page()
    long_grid.show_place(place(documents[0], "Row 200 of A"))
    stack, bar = long_grid.sheet.stack(0), long_grid.verticalScrollBar()
    before = stack.top(200) - bar.value()
    long_grid.set_page(documents, rows[100:], marks, "A")
    assert long_grid.sheet.stack(0).top(100) - bar.value() == pytest.approx(before, abs=2)


def test_the_window_is_told_where_it_is(long_grid: GridView, qtbot: QtBot) -> None:
    told: list[tuple[float, float]] = []
    long_grid.viewport_changed.connect(lambda top, bottom: told.append((top, bottom)))
    long_grid.scroll_to_share(0.5)
    top, bottom = told[-1]
    assert 0 < top < 0.5 < bottom < 1
    edges = long_grid.row_edges()
    assert len(edges) == 301
    assert edges == sorted(edges)
    assert (edges[0], edges[-1]) == (0, pytest.approx(1))


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


def test_zooming_keeps_the_row_at_the_top(long_grid: GridView) -> None:
    long_grid.scroll_to_share(0.5)
    bar = long_grid.verticalScrollBar()
    item = long_grid.sheet.stack(0).index_at(bar.value())
    long_grid.set_zoom(200)
    assert long_grid.sheet.stack(0).index_at(bar.value()) == item


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


def test_a_selected_row_is_wholly_in_sight(long_grid: GridView) -> None:
    bar = long_grid.verticalScrollBar()
    for item in (120, 80, 299, 3):
        long_grid.select_row(f"R{item}")
        stack = long_grid.sheet.stack(0)
        assert bar.value() <= stack.top(item)
        assert stack.bottom(item) <= bar.value() + long_grid.viewport().height() + 1


# For those who hear it


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_the_cells_of_the_selected_row_are_found_by_assistive_technology(grid: GridView) -> None:
    grid.select_row("R1")
    labels = grid.viewport().findChildren(QLabel)
    interfaces = [QAccessible.queryAccessibleInterface(label) for label in labels]
    assert [interface.text(QAccessible.Text.Name) for interface in interfaces] == [
        "A: Operators used nearly 25,000 fraudulent accounts. "
        "They held about 29 million exchanges with the model.",
        "B: The operators used twenty-five thousand fake accounts to hold twenty-nine million conversations.",
        "C: not in this document",
    ]
    stack = grid.sheet.stack(0)
    assert [label.y() for label in labels] == [round(stack.top(0))] * 3
    assert grid.accessibleDescription().startswith("Scale. Row 1 of 4, 2 of 3 documents. A: Operators used")


@pytest.mark.usefixtures("listening")
def test_what_is_heard_is_not_seen(grid: GridView) -> None:
    grid.select_row("R1")
    with_labels = grid.viewport().grab().toImage()
    for label in grid.viewport().findChildren(QLabel):
        label.hide()
    assert grid.viewport().grab().toImage() == with_labels


def test_nobody_listening_costs_nothing(grid: GridView) -> None:
    grid.select_row("R1")
    assert grid.viewport().findChildren(QLabel) == []
    assert "Operators used" in grid.accessibleDescription()
