"""Facts set right by hand: the same, different, wrong values; undone, and held when texts are compared again."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossread.ui.facts.value_dialog import ValueDialog
from crossread.ui.facts.view import FactsView
from crossread.ui.table.table import Entry
from crossread.ui.window import MainWindow
from ui.facts.values import find, point, rows
from ui.windows import WAIT, settle, trigger, write

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_different_facts_undone_and_done_again(qtbot: QtBot, window: MainWindow, view: FactsView) -> None:
    before = rows(view)
    entry = find(view, "B", "40")
    view.select(entry.item, entry.column)
    trigger(qtbot, window, "different_facts")
    assert [("B", "40")] in rows(view)
    assert all(row.verdict != "contradiction" for row in view.table.rows)
    assert view.current_entry() is not None
    assert view.table.entry(view.current_entry() or entry).words == "40"
    assert all(mark.kind != "contradiction" for marks in window.session.marks.values() for mark in marks)
    trigger(qtbot, window, "undo")
    assert rows(view) == before
    assert not window.actions_["undo"].isEnabled()
    trigger(qtbot, window, "redo")
    assert [("B", "40")] in rows(view)


def test_same_fact_of_picked_values(qtbot: QtBot, window: MainWindow, view: FactsView) -> None:
    for document, words in (("B", "9"), ("A", "14")):
        entry = find(view, document, words)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, point(view, entry))
    assert len(view.chosen()) == 2
    trigger(qtbot, window, "same_fact")
    assert {("B", "9"), ("A", "14"), ("B", "40")} <= set(rows(view)[0])
    assert not view.shown.chosen


def test_one_value_alone_cannot_be_the_same_fact(window: MainWindow, view: FactsView) -> None:
    entry = find(view, "B", "9")
    view.select(entry.item, entry.column)
    assert not window.actions_["same_fact"].isEnabled()
    assert window.actions_["wrong_value"].isEnabled()
    view.choose(find(view, "A", "14"))
    view.choose(entry)
    assert window.actions_["same_fact"].isEnabled()
    assert not window.actions_["wrong_value"].isEnabled()


def dialog_for(qtbot: QtBot, window: MainWindow, entry: Entry) -> ValueDialog:
    window.views.facts.view.select(entry.item, entry.column)
    window.actions_["wrong_value"].trigger()
    dialog = window.findChild(ValueDialog)
    assert dialog is not None
    with qtbot.waitExposed(dialog):
        pass
    return dialog


def test_a_wrong_value_is_read_while_it_is_written_and_judged_anew(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    dialog = dialog_for(qtbot, window, find(view, "B", "40"))
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.field, "fourteen of")
    assert dialog.reading.text() == "Read as 14."
    qtbot.keyClicks(dialog.field, " 7,000 and 3")
    assert not dialog.accept_button.isEnabled()
    assert "write one" in dialog.reading.text()
    dialog.field.setText("fourteen")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert view.table.entry(find(view, "B", "40")).understood == "14"
    assert view.table.rows[find(view, "B", "40").item].verdict == "same"


def test_no_quantity_takes_the_value_out(qtbot: QtBot, window: MainWindow, view: FactsView) -> None:
    dialog = dialog_for(qtbot, window, find(view, "B", "9"))
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert all(("B", "9") not in row for row in rows(view))


def test_corrections_hold_when_the_texts_are_compared_again(
    qtbot: QtBot, window: MainWindow, view: FactsView, tmp_path: Path
) -> None:
    entry = find(view, "B", "40")
    view.select(entry.item, entry.column)
    trigger(qtbot, window, "different_facts")
    window.session.add(
        write(tmp_path, ["The fire service sent 14 engines to the quay of the harbour."], "more")
    )
    settle(qtbot, window)
    assert [("B", "40")] in rows(view)
    assert len(window.session.documents) == 4
    trigger(qtbot, window, "undo")
    assert len(window.session.documents) == 3
    assert [("B", "40")] in rows(view)
    trigger(qtbot, window, "undo")
    assert [("B", "40")] not in rows(view)


def test_a_correction_made_while_comparing_holds_for_what_comes_of_it(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    entry = find(view, "B", "40")
    view.select(entry.item, entry.column)
    window.session.compare()
    window.actions_["different_facts"].trigger()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: [("B", "40")] in rows(view), timeout=WAIT)
