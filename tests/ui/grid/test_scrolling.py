"""What of a long Grid is in sight, and that it stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.ui.grid import GridView
from ui.grid_samples import long_page, place


def test_showing_a_place_brings_it_into_sight_and_selects_its_row(long_grid: GridView) -> None:
    target = place(long_grid.page.documents[1], "Row 250 of B")
    long_grid.show_place(target)
    assert long_grid.selected_row() == "R250"
    rect = long_grid.sheet.rects(target)[0].translated(0, -long_grid.verticalScrollBar().value())
    assert rect.top() >= 0 and rect.bottom() <= long_grid.viewport().height()


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


def test_zooming_keeps_the_row_at_the_top(long_grid: GridView) -> None:
    long_grid.scroll_to_share(0.5)
    bar = long_grid.verticalScrollBar()
    item = long_grid.sheet.stack(0).index_at(bar.value())
    long_grid.set_zoom(200)
    assert long_grid.sheet.stack(0).index_at(bar.value()) == item


def test_a_selected_row_is_wholly_in_sight(long_grid: GridView) -> None:
    bar = long_grid.verticalScrollBar()
    for item in (120, 80, 299, 3):
        long_grid.select_row(f"R{item}")
        stack = long_grid.sheet.stack(0)
        assert bar.value() <= stack.top(item)
        assert stack.bottom(item) <= bar.value() + long_grid.viewport().height() + 1
