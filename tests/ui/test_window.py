"""The window as a person uses it: files dropped, findings stepped through, work stopped."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from crossread.errors import Cancelled
from crossread.paths import seeds
from crossread.settings import Settings
from crossread.ui.window import MainWindow
from crossread.ui.working import tasks
from ui.windows import WAIT, Saved, drop, letters, make_window, opened, settle, write


def test_dropped_files_are_opened_aligned_and_compared(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(qtbot)
    assert drop(window, write(tmp_path))
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert window.session.comparison is not None
    assert window.page.grid.page.aligned
    assert {row.speaking for row in window.session.rows} >= {3}
    assert not window.notices.sentences


def test_a_dropped_folder_is_opened(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    assert drop(window, [seeds()])
    settle(qtbot, window)
    assert letters(window) == "ABCDE"


def test_reading_begins_where_the_gravest_finding_stands(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    session, grid = window.session, window.page.grid
    assert session.findings.current is None  # the first step still goes to the first finding
    gravest = session.findings.shown[0]
    assert session.row == gravest.row == grid.selected_row()
    item = grid.page.item_of_row[gravest.row]
    first = grid.sheet.stack(0).top(item) - grid.verticalScrollBar().value()
    assert 0 <= first < grid.viewport().height() / 2


def test_without_findings_reading_begins_with_the_first_topic_of_several(qtbot: QtBot) -> None:
    kinds = ("certainty", "missing", "moved", "names", "numbers", "quotations", "spun", "wording")
    window = opened(qtbot, [seeds()], Settings(theme="light", hidden_kinds=kinds))
    session = window.session
    assert session.findings.shown == ()
    assert session.row == next(row.id for row in session.rows if row.speaking > 1 and row.kind == "topic")


def test_what_is_no_file_is_not_accepted(qtbot: QtBot) -> None:
    assert not drop(make_window(qtbot), [])


def test_the_documents_are_painted_before_they_are_compared(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(qtbot)
    shown: list[tuple[int, bool]] = []
    window.session.page_changed.connect(
        lambda: shown.append((len(window.page.grid.page.documents), window.page.grid.page.aligned))
    )
    window.session.open(write(tmp_path))
    settle(qtbot, window)
    assert shown[0] == (1, False)  # as soon as the first has been read
    assert [aligned for _, aligned in shown].index(True) > [count for count, _ in shown].index(3)
    assert shown[-1] == (3, True)


def test_keys_step_through_the_findings_and_round(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    window.page.grid.setFocus()
    total = len(window.session.findings.shown)
    assert total > 3
    qtbot.keyClick(window.page.grid, Qt.Key.Key_N)
    first = window.session.findings.current
    assert first is not None
    qtbot.keyClick(window.page.grid, Qt.Key.Key_F7)
    second = window.session.findings.current
    assert second != first
    qtbot.keyClick(window.page.grid, Qt.Key.Key_P)
    assert window.session.findings.current == first
    qtbot.keyClick(window.page.grid, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.findings.current == window.session.findings.shown[-1]


def test_a_finding_takes_the_reader_to_its_place(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    finding = window.session.findings.shown[-1]
    window.session.go_to_finding(finding.id)
    place = window.session.place_of(finding)
    assert place is not None
    assert window.session.row == window.session.row_of(place) == window.page.grid.selected_row()
    assert window.page.grid.shown.places == finding.places
    assert window.findings.kind == finding.kind
    number = window.findings.view.currentIndex()
    assert finding.title in number.data()


def test_find_counts_steps_and_marks_in_all_documents(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.actions_["find"].trigger()
    field = window.top.find_field
    assert field.hasFocus()
    qtbot.keyClicks(field, "HARBOUR")
    assert window.session.finder.says == "4"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.finder.says == "1 of 4"
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.finder.says == "4 of 4"
    assert set(window.page.grid.shown.found) == {"A", "B", "C"}
    assert window.page.grid.shown.current == window.session.finder.place
    window.actions_["find_next"].trigger()
    assert window.session.finder.says == "1 of 4"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not window.page.grid.shown.found
    assert window.page.grid.hasFocus()


def test_letters_typed_in_the_find_field_are_no_commands(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.actions_["find"].trigger()
    qtbot.keyClicks(window.top.find_field, "npjkwhb")
    assert window.top.find_field.text() == "npjkwhb"
    assert window.session.findings.current is None


def test_zoom_by_menu_and_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    for action, larger in (("zoom_in", True), ("zoom_out", False)):
        before = window.page.grid.zoom
        window.actions_[action].trigger()
        assert (window.page.grid.zoom > before) is larger
    window.page.grid.setFocus()
    qtbot.keyClick(window.page.grid, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.page.grid.zoom > 100
    qtbot.keyClick(window.page.grid, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.page.grid.zoom == 100


def test_a_comparison_is_cancelled_and_taken_up_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(qtbot)
    real = tasks.comparing

    def endless(*_asked: object) -> object:
        def work(progress: object, cancelled: object) -> object:
            assert callable(progress)
            assert callable(cancelled)
            progress("Aligning", 0.5)
            while not cancelled():
                pass
            raise Cancelled

        return work

    monkeypatch.setattr("crossread.ui.working.comparing.comparing", endless)
    window.session.open(write(tmp_path))
    qtbot.waitUntil(lambda: letters(window) == "ABC" and window.status.stop.isVisible(), timeout=WAIT)
    window.page.grid.setFocus()
    qtbot.keyClick(window.page.grid, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert window.session.comparison is None
    assert any("stopped" in sentence for sentence in window.notices.sentences)
    assert not window.status.stop.isVisible()
    monkeypatch.setattr("crossread.ui.working.comparing.comparing", real)
    window.actions_["compare"].trigger()
    settle(qtbot, window)
    assert window.session.comparison is not None
    assert not window.notices.sentences


def test_cancelled_work_that_does_not_look_holds_nobody_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(qtbot)
    deaf, release = threading.Event(), threading.Event()

    def unwatchful(*_asked: object) -> object:
        def work(progress: object, cancelled: object) -> object:
            deaf.set()
            assert release.wait(WAIT / 1000)
            return "a result that nobody wants any more"

        return work

    with monkeypatch.context() as patched:
        patched.setattr("crossread.ui.working.comparing.comparing", unwatchful)
        window.session.open(write(tmp_path))
        qtbot.waitUntil(deaf.is_set, timeout=WAIT)
        window.status.stop.click()
        assert not window.session.busy
    window.actions_["compare"].trigger()
    settle(qtbot, window)
    assert window.session.comparison is not None
    before = window.session.comparison
    release.set()
    assert window.session.shut_down(WAIT)
    assert window.session.comparison is before


def test_reading_is_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(qtbot)
    window.session.open(write(tmp_path))
    window.actions_["stop"].trigger()
    assert not window.session.busy
    assert any("Reading was stopped" in sentence for sentence in window.notices.sentences)
    assert window.session._jobs.wait(WAIT)
    qtbot.wait(0)  # until what its thread has said has been heard
    assert not window.session.documents


def test_results_of_an_outdated_comparison_are_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(qtbot)
    paths = write(tmp_path)
    arrived: list[int] = []
    window.session.compared.connect(
        lambda: (
            arrived.append(len(window.session.comparison.documents)) if window.session.comparison else None
        )
    )
    window.session.open(paths[:2])
    qtbot.waitUntil(lambda: letters(window) == "AB", timeout=WAIT)
    window.session.add(paths[2:])
    qtbot.waitUntil(lambda: letters(window) == "ABC", timeout=WAIT)
    settle(qtbot, window)
    assert arrived[-1] == 3


def test_closing_during_work_does_not_hang(qtbot: QtBot, tmp_path: Path) -> None:
    saved = Saved()
    window = make_window(qtbot, saved=saved)
    window.session.open([seeds(), *write(tmp_path)])
    window.close()
    assert not window.isVisible()
    assert saved


def test_filters_by_kind_hide_marks_and_findings(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    chip = window.top.chip("wording")
    assert chip is not None
    assert "wording" in window.page.grid.sheet.look.kinds
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert "wording" not in window.page.grid.sheet.look.kinds
    assert not window.session.findings.of("wording")
    assert window.session.findings.shown
    assert chip.accessibleName().endswith("not shown")


def test_row_filters_leave_rows_out(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    every = len(window.session.rows)
    window.actions_["three_or_more"].trigger()
    several = window.session.rows
    assert 0 < len(several) < every
    assert all(row.speaking >= 3 for row in several)
    assert window.page.grid.selected_row() in {row.id for row in several}
    window.actions_["three_or_more"].trigger()
    window.actions_["boilerplate"].trigger()
    assert len(window.session.rows) < every


def test_the_menu_jumps_to_a_document(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    window.actions_.submenus["jump"].actions()[3].trigger()
    assert window.page.grid.shown.column == 3


def test_why_aligned_names_the_shared_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    row = next(row for row in window.session.rows if row.speaking == 3)
    window.session.select_row(row.id)
    window.actions_["why"].trigger()
    assert "% of the words are the same" in _dialog_text(window)


def test_shares_of_copied_text_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.resize(1600, 1000)
    assert window.left.matrix.isVisibleTo(window)
    assert "A and B" in window.left.matrix.accessibleDescription()
    window.actions_["matrix"].trigger()
    assert "A and B" in _dialog_text(window)
    window.resize(1000, 600)
    assert not window.left.matrix.isVisibleTo(window)


def test_what_was_chosen_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    saved = Saved()
    window = make_window(qtbot, saved=saved)
    window.session.open(write(tmp_path))
    settle(qtbot, window)
    window.resize(790, 600)
    window.actions_["zoom_in"].trigger()
    window.actions_["three_or_more"].trigger()
    window.actions_["panel_readings"].trigger()
    window.actions_["theme_dark"].trigger()
    window.close()
    kept = saved[-1]
    assert kept.zoom > 100
    assert kept.three_or_more
    assert kept.theme == "dark"
    assert kept.closed_panels == ("readings",)
    assert kept.recent == (tuple(sorted(str(path) for path in write(tmp_path))),)
    again = make_window(qtbot, kept)
    assert (again.width(), again.height()) == (790, 600)
    assert again.page.grid.zoom == kept.zoom
    assert again.actions_["theme_dark"].isChecked()
    assert not again.actions_["panel_readings"].isChecked()
    again.actions_.submenus["recent"].actions()[0].trigger()
    settle(qtbot, again)
    assert letters(again) == "ABC"
    assert not again.page.readings.isVisible()


def _dialog_text(window: MainWindow) -> str:
    from PySide6.QtWidgets import QDialog, QTextBrowser

    dialog = window.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    browser = dialog.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    return browser.toPlainText()


def test_words_are_copied_with_their_source_in_every_view(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    clipboard = QGuiApplication.clipboard()
    for view in ("grid", "ribbon", "reading"):
        clipboard.clear()
        window.actions_[view].trigger()
        qtbot.keyClick(window.views.current, Qt.Key.Key_Home)
        window.actions_["copy_cited"].trigger()
        assert "\n— Harbour fire, report01.txt" in clipboard.text()
    window.actions_["facts"].trigger()
    qtbot.keyClick(window.views.current, Qt.Key.Key_Right)
    window.actions_["copy_cited"].trigger()
    quoted = clipboard.text().splitlines()
    assert quoted[0].startswith("“") and quoted[1].startswith("— Harbour fire")
