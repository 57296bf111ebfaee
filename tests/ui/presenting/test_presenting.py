"""The presentation: F5, stepping by keys and remote controls, time and number, notes, and Esc."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossread.paths import seeds
from crossread.ui.presenting.stage import Stage
from crossread.ui.window import MainWindow
from ui.windows import make_window, opened, write

KEY = Qt.Key


def presented(qtbot: QtBot, paths: list[Path]) -> tuple[MainWindow, Stage]:
    """A window that presents these files."""
    window = opened(qtbot, paths)
    qtbot.keyClick(window.page.grid, KEY.Key_F5)
    assert window.presenting.on
    return window, window.presenting.stage


def test_f5_leaves_nothing_but_the_text_and_esc_brings_the_window_back(qtbot: QtBot, tmp_path: Path) -> None:
    window, stage = presented(qtbot, write(tmp_path))
    assert stage.isVisible() and stage.hasFocus()
    assert window.isFullScreen()
    for part in (window.menuBar(), window.statusBar(), window.top, window.left, window.findings):
        assert not part.isVisible()
    finding = window.session.findings.current
    assert finding is not None and finding == window.session.findings.shown[0]
    assert stage.says == "Numbers 1 of 3"
    qtbot.keyClick(stage, KEY.Key_Escape)
    assert not window.presenting.on and not window.isFullScreen()
    for part in (window.menuBar(), window.statusBar(), window.top, window.left, window.findings):
        assert part.isVisible()
    assert window.page.grid.hasFocus()
    assert window.session.findings.current == finding


def test_there_is_nothing_to_present_without_a_comparison(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    window.presenting.begin()
    assert not window.presenting.on
    assert "nothing to present" in window.notices.sentences[0]


def test_keys_step_through_the_findings(qtbot: QtBot, tmp_path: Path) -> None:
    window, stage = presented(qtbot, write(tmp_path))
    first = window.session.findings.current
    for forth, back in (
        (KEY.Key_Right, KEY.Key_Left),
        (KEY.Key_N, KEY.Key_P),
        (KEY.Key_MediaNext, KEY.Key_Backspace),
        (KEY.Key_Down, KEY.Key_Up),
    ):
        qtbot.keyClick(stage, forth)
        second = window.session.findings.current
        assert second == window.session.findings.shown[1]
        assert stage.readings.shown.places == second.places
        qtbot.keyClick(stage, back)
        assert window.session.findings.current == first


def test_clickers_show_all_of_a_finding_before_they_step(qtbot: QtBot) -> None:
    window, stage = presented(qtbot, [seeds()])
    window.session.go_to_finding(next(f.id for f in window.session.findings.shown if f.kind == "spun"))
    finding, bar = window.session.findings.current, stage.readings.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(stage, KEY.Key_PageDown)
    assert bar.value() > 0 and window.session.findings.current == finding
    bar.setValue(bar.maximum())
    qtbot.keyClick(stage, KEY.Key_Space)
    assert window.session.findings.current != finding
    assert bar.value() == 0
    qtbot.keyClick(stage, KEY.Key_PageUp)
    assert window.session.findings.current == finding


def test_a_number_typed_goes_to_the_finding_of_that_number(qtbot: QtBot, tmp_path: Path) -> None:
    _window, stage = presented(qtbot, write(tmp_path))
    qtbot.keyClick(stage, KEY.Key_3)
    qtbot.keyClick(stage, KEY.Key_Return)
    assert stage.says.startswith("Numbers 3 of")
    qtbot.keyClick(stage, KEY.Key_3)
    qtbot.keyClick(stage, KEY.Key_1)
    qtbot.keyClick(stage, KEY.Key_Return)  # there is none of that number
    assert stage.says.startswith("Numbers 3 of")
    qtbot.keyClick(stage, KEY.Key_Home)
    assert stage.says.startswith("Numbers 1 of")


def test_every_reading_of_the_finding_is_stacked(qtbot: QtBot, tmp_path: Path) -> None:
    window, stage = presented(qtbot, write(tmp_path))
    said, comparison = stage.readings.in_words(), window.session.comparison
    assert comparison is not None
    row = next(row for row in comparison.rows if row.id == window.session.row)
    for name in row.documents:
        document = comparison.document[name]
        for passage in row.of(name):
            assert " ".join(document.of(document.by_id[passage]).split()) in said


def test_two_columns_show_the_documents_of_the_finding(qtbot: QtBot, tmp_path: Path) -> None:
    window, stage = presented(qtbot, write(tmp_path))
    qtbot.keyClick(stage, KEY.Key_T)
    assert stage.columns.isVisible() and not stage.readings.isVisible()
    finding = window.session.findings.current
    assert finding is not None
    assert {d.id for d in stage.columns.columns} <= set(finding.documents)
    qtbot.keyClick(stage.columns.view, KEY.Key_Right)
    assert window.session.findings.current != finding
    qtbot.keyClick(stage, KEY.Key_T)
    assert stage.readings.isVisible()


def test_the_clock_runs_and_can_be_set_to_nought(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("crossread.ui.presenting.stage.monotonic", lambda: now[0])
    _, stage = presented(qtbot, write(tmp_path))
    now[0] += 65
    assert stage.time == "1:05"
    now[0] += 3600
    assert stage.time == "1:01:05"
    qtbot.keyClick(stage, KEY.Key_R)
    assert stage.time == "0:00"


def test_a_blank_screen_comes_back_with_any_key_and_takes_it_for_nothing_else(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, stage = presented(qtbot, write(tmp_path))
    before = window.session.findings.current
    qtbot.keyClick(stage, KEY.Key_B)
    qtbot.keyClick(stage, KEY.Key_Right)
    assert window.session.findings.current == before
    qtbot.keyClick(stage, KEY.Key_Right)
    assert window.session.findings.current != before


def test_letters_grow_with_the_screen_and_nothing_is_cut_off(qtbot: QtBot) -> None:
    window, stage = presented(qtbot, [seeds()])
    for width, height in ((1024, 768), (1920, 1080), (2560, 1440)):
        window.resize(width, height)
        qtbot.waitUntil(lambda: stage.size() == window.size())
        letters = stage.readings.look.scale * 14.5
        assert height / 30 * 0.58 <= letters <= height / 30 * 1.01
        assert stage.readings.verticalScrollBar().maximum() < stage.readings.viewport().height()


def test_notices_wait_until_the_room_has_gone(qtbot: QtBot, tmp_path: Path) -> None:
    window, stage = presented(qtbot, write(tmp_path))
    window.session.told.emit("Something went amiss.")
    assert not window.notices.isVisible()
    qtbot.keyClick(stage, KEY.Key_F5)
    assert window.notices.isVisible()


def test_a_note_is_typed_kept_or_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    window, stage = presented(qtbot, write(tmp_path))
    finding = window.session.findings.current
    assert finding is not None
    qtbot.keyClick(stage, KEY.Key_M)
    qtbot.keyClicks(stage.note.field, "np: which?")
    assert window.session.findings.current == finding
    with qtbot.waitSignal(stage.noted) as noted:
        qtbot.keyClick(stage.note.field, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert noted.args == [finding.id, "np: which?", False]
    assert stage.hasFocus() and not stage.note.isVisible()
    qtbot.keyClick(stage, KEY.Key_M)
    qtbot.keyClicks(stage.note.field, "no")
    qtbot.keyClick(stage.note.field, KEY.Key_Escape)
    assert window.presenting.on and not stage.note.isVisible()
