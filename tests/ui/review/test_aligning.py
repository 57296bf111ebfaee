"""The alignment set right by hand in the real window: picking, aligning, telling apart, dragging, taking back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from crossread.ui.window import MainWindow
from ui.windows import WAIT, opened, place, select, settle, trigger, write

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = opened(qtbot, write(tmp_path))
    window.resize(1280, 900)
    window.page.grid.setFocus()
    return window


def row_of(window: MainWindow, document: str, words: str) -> str:
    """Id of the row in which these words stand."""
    return window.session.row_of(place(window, document, words))


def together(window: MainWindow, *told: tuple[str, str]) -> bool:
    """Whether these words stand in one row."""
    return len({row_of(window, document, words) for document, words in told}) == 1


def test_what_is_picked_in_two_columns_is_aligned_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    mayor, hurt = ("C", "The mayor thanked"), ("B", "Nobody was hurt")
    assert not together(window, mayor, hurt)
    select(window, *mayor)
    qtbot.keyClick(window.page.grid, KEY.Key_Space, CTRL)
    assert window.page.grid.shown.by_hand.picked == {"C": [place(window, *mayor).span]}
    select(window, *hurt)
    trigger(qtbot, window, "align")
    assert together(window, mayor, hurt)
    assert window.page.grid.shown.by_hand.pinned == {row_of(window, *mayor)}
    assert not window.reviewing.picks.places and window.page.grid.shown.selection is None
    trigger(qtbot, window, "undo")
    assert not together(window, mayor, hurt)
    trigger(qtbot, window, "redo")
    window.session.compare()
    settle(qtbot, window)
    assert together(window, mayor, hurt)


def test_what_is_aligned_wrongly_is_told_apart(qtbot: QtBot, window: MainWindow) -> None:
    fled = (("A", "About 120 workers"), ("B", "About 120 workers"))
    assert together(window, *fled)
    select(window, *fled[0])
    trigger(qtbot, window, "pick")
    select(window, *fled[1])
    trigger(qtbot, window, "not_same")
    assert not together(window, *fled)


def test_one_column_alone_is_met_with_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "A", "About 120 workers")
    trigger(qtbot, window, "align")
    assert any("two or more columns" in sentence for sentence in window.notices.sentences)
    assert not window.desk.review.realigned


def test_text_selected_with_ctrl_is_picked_besides(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "A", "About 120 workers")
    grid = window.page.grid
    where = grid.sheet.rects(place(window, "B", "Nobody was hurt"))[0].center().toPoint()
    at = where - QPoint(0, grid.verticalScrollBar().value())
    qtbot.mouseClick(grid.viewport(), LEFT, CTRL, at)
    assert window.reviewing.picks.places == (place(window, "A", "About 120 workers"),)


def test_rows_are_merged_split_and_passages_moved_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    mayor, closed = ("C", "The mayor thanked"), ("B", "Nobody was hurt")
    window.session.select_row(row_of(window, *closed))
    rows = [row.id for row in window.session.rows if row.speaking and row.kind != "boilerplate"]
    by = (
        "merge_below"
        if rows.index(row_of(window, *mayor)) > rows.index(row_of(window, *closed))
        else "merge_above"
    )
    assert abs(rows.index(row_of(window, *mayor)) - rows.index(row_of(window, *closed))) == 1
    trigger(qtbot, window, by)
    assert together(window, mayor, closed)
    select(window, *mayor)
    trigger(qtbot, window, "split")
    assert not together(window, mayor, closed)
    select(window, *mayor)
    before = row_of(window, *mayor)
    window.session.select_row(before)
    trigger(qtbot, window, "passage_up")
    rows = [row for row in window.session.rows if row.id == row_of(window, *mayor)]
    assert rows[0].speaking > 1


def drag(qtbot: QtBot, window: MainWindow, start: QPoint, end: QPoint) -> None:
    """Drag from one point of the Grid to another."""
    viewport = window.page.grid.viewport()
    qtbot.mousePress(viewport, LEFT, NONE, start)
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(viewport, start + (end - start) * share)
    qtbot.mouseRelease(viewport, LEFT, NONE, end)
    settle(qtbot, window)


def middle(window: MainWindow, row_id: str) -> int:
    """Where a row stands in the viewport."""
    grid = window.page.grid
    stack, item = grid.sheet.stack(0), grid.page.item_of_row[row_id]
    return round((stack.top(item) + stack.bottom(item)) / 2) - grid.verticalScrollBar().value()


def test_a_row_dragged_onto_another_is_merged_with_it(qtbot: QtBot, window: MainWindow) -> None:
    mayor, hurt = ("C", "The mayor thanked"), ("B", "Nobody was hurt")
    start, end = (QPoint(14, middle(window, row_of(window, *told))) for told in (mayor, hurt))
    drag(qtbot, window, start, end)
    assert together(window, mayor, hurt)
    assert [entry.action.change for entry in window.desk.review.realigned] == ["merge"]


def test_a_cell_dragged_to_another_row_moves_there_and_escape_lets_go(
    qtbot: QtBot, window: MainWindow
) -> None:
    hurt, mayor = ("B", "Nobody was hurt"), ("C", "The mayor thanked")
    grid = window.page.grid
    column = grid.page.columns_of("B")
    assert column is not None
    edge = round(grid.sheet.columns.edges[column]) + 3
    start = QPoint(edge, middle(window, row_of(window, *hurt)))
    end = QPoint(edge, middle(window, row_of(window, *mayor)))
    qtbot.mousePress(grid.viewport(), LEFT, NONE, start)
    qtbot.mouseMove(grid.viewport(), end)
    qtbot.keyClick(grid, KEY.Key_Escape)
    qtbot.mouseRelease(grid.viewport(), LEFT, NONE, end)
    settle(qtbot, window)
    assert not window.desk.review.realigned
    drag(qtbot, window, start, end)
    assert together(window, hurt, mayor)


def test_a_cell_dragged_between_two_rows_gets_one_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    fled = (("A", "About 120 workers"), ("B", "About 120 workers"))
    grid = window.page.grid
    column, row = grid.page.columns_of("B"), row_of(window, *fled[1])
    assert column is not None
    window.session.select_row(row)
    stack, item = grid.sheet.stack(0), grid.page.item_of_row[row]
    edge = round(grid.sheet.columns.edges[column]) + 3
    below = round(stack.bottom(item)) - grid.verticalScrollBar().value() - 2
    drag(qtbot, window, QPoint(edge, middle(window, row)), QPoint(edge, below))
    assert not together(window, *fled)


def test_an_empty_list_of_corrections_says_how_one_is_made(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["by_hand"].trigger()
    dialog = window.reviewing.listing.by_hand
    assert dialog is not None and dialog.list.count() == 0
    assert "Ctrl+Alt+A" in dialog.words.text()
    select(window, "A", "About 120")
    trigger(qtbot, window, "pick")
    select(window, "B", "About 120")
    trigger(qtbot, window, "not_same")
    assert dialog.list.count() == 1
    assert dialog.words.text().startswith("What was set right by hand.")


def test_corrections_are_listed_and_taken_back_singly(qtbot: QtBot, window: MainWindow) -> None:
    for told in ((("A", "About 120"), ("B", "About 120")), (("C", "The mayor"), ("B", "Nobody was"))):
        select(window, *told[0])
        trigger(qtbot, window, "pick")
        select(window, *told[1])
        trigger(qtbot, window, "not_same" if told[0][0] == "A" else "align")
    window.actions_["by_hand"].trigger()
    dialog = window.reviewing.listing.by_hand
    assert dialog is not None and dialog.list.count() == 2
    dialog.list.setCurrentRow(1)
    assert "told apart" in dialog.list.item(1).text()
    next(b for b in dialog.buttons.buttons() if b.text() == "Take back").click()
    settle(qtbot, window)
    assert dialog.list.count() == 1
    assert together(window, ("A", "About 120"), ("B", "About 120"))
    assert together(window, ("C", "The mayor"), ("B", "Nobody was"))


def test_the_history_is_read_and_jumped_back_in(qtbot: QtBot, window: MainWindow) -> None:
    findings = window.session.findings.shown
    for finding, action in zip(findings, ("confirm", "dispute", "dismiss"), strict=False):
        window.session.go_to_finding(finding.id)
        window.actions_[action].trigger()
    window.actions_["history"].trigger()
    dialog = window.reviewing.listing.history
    assert dialog is not None
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert texts[0].startswith("Ada dismissed") and texts[2].startswith("Ada confirmed")
    dialog.list.setCurrentRow(2)
    next(b for b in dialog.buttons.buttons() if b.text() == "Go back to here").click()
    assert list(window.desk.review.decisions) == [findings[0].id]
    assert dialog.list.item(0).text().startswith("Ada undid")
    struck = [row for row in range(dialog.list.count()) if dialog.list.item(row).font().strikeOut()]
    assert len(struck) == 2


def test_what_is_not_spun_and_what_is_a_copy_is_said_by_hand(qtbot: QtBot, window: MainWindow) -> None:
    menu = window.actions_.submenus["spinning"]
    parts = [action.menu() for action in menu.actions()]
    first = parts[0]
    assert first is not None and len(parts) == 3
    first.actions()[0].trigger()
    digest = window.session.documents[0].digest
    assert window.desk.review.spin[digest].action.kind == "not spun"
    qtbot.waitUntil(lambda: not window.session.busy, timeout=WAIT)
    window.actions_["undo"].trigger()
    assert not window.desk.review.spin
