"""Text selected in the Grid by mouse and by keys, and copied."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.ui.grid import GridView
from ui.grid.pointing import CONTROL, LEFT, NONE, edge, words
from ui.grid_samples import place


def drag(grid: GridView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(grid.viewport(), LEFT, NONE, start)
    QTest.mouseMove(grid.viewport(), (start + end) / 2)
    QTest.mouseMove(grid.viewport(), end)
    QTest.mouseRelease(grid.viewport(), LEFT, NONE, end)


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
