"""Reports from the window: in the background, with the review, and never over a file without asking."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from crossread.report.writing import SUFFIXES
from crossread.ui.exporting import REPORTS
from crossread.ui.window import MainWindow
from reviews import SECRET, decided
from ui.windows import WAIT, opened, write


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    (tmp_path / "texts").mkdir()
    return opened(qtbot, write(tmp_path / "texts"))


def told(qtbot: QtBot, window: MainWindow, count: int = 1) -> str:
    """The last sentence, once so many have been told."""
    qtbot.waitUntil(lambda: len(window.notices.sentences) >= count, timeout=WAIT)
    return window.notices.sentences[-1]


def test_every_kind_of_report_is_written(qtbot, window, tmp_path):
    for number, suffix in enumerate(SUFFIXES, 1):
        window.exporting.export_to(tmp_path / f"out{suffix}")
        assert f"out{suffix}" in told(qtbot, window, number)
        assert (tmp_path / f"out{suffix}").stat().st_size > 100


def test_a_failure_is_told(qtbot, window, tmp_path):
    window.exporting.export_to(tmp_path / "nowhere" / "out.json")
    assert "There is no folder" in told(qtbot, window)


def test_decisions_are_reported_and_what_is_private_is_not(qtbot, window, tmp_path):
    window.desk.name("Ada")
    window.desk.do(decided(window.session.comparison, 1, "disputed", SECRET, private=True))
    window.exporting.export_to(tmp_path / "out.json")
    told(qtbot, window)
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    (decision,) = json.loads(text)["review"]["decisions"]
    assert (decision["state"], decision["by"]) == ("disputed", "Ada")
    assert SECRET not in text
    window.exporting.export_to(tmp_path / "private.json", private=True)
    told(qtbot, window, 2)
    assert SECRET in (tmp_path / "private.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_private_notes_go_out_only_after_asking(qtbot, window, tmp_path, monkeypatch, answer):
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda *given: asked.append(given[2]) or answer)
    paths = iter(("open.md", "out.md"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / next(paths)), ""))
    window.desk.name("Ada")
    window.desk.do(decided(window.session.comparison, 1, "disputed", "seen by all"))
    window.actions_["export"].trigger()
    told(qtbot, window)
    assert asked == []
    window.desk.do(decided(window.session.comparison, 1, "disputed", SECRET, private=True))
    window.actions_["export"].trigger()
    told(qtbot, window, 2)
    assert ["private" in question for question in asked] == [True]
    said = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert (SECRET in said) == (answer == QMessageBox.StandardButton.Yes)


def test_the_dialog_offers_every_kind_and_its_choice_decides(qtbot, window, tmp_path, monkeypatch):
    assert {suffix for suffix, _ in REPORTS.values()} == set(SUFFIXES) - {".htm"}
    chosen = "Decisions for spreadsheets (*.csv)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "case.v2"), chosen))
    window.actions_["export"].trigger()
    told(qtbot, window)
    assert (tmp_path / "case.v2.csv").read_text(encoding="utf-8-sig").startswith("number,kind,")


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_a_file_that_gets_its_suffix_from_us_is_replaced_only_after_asking(
    qtbot, window, tmp_path, monkeypatch, answer
):
    (tmp_path / "case.html").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "case"), "Web page (*.html)")
    )
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer)
    window.actions_["export"].trigger()
    if answer == QMessageBox.StandardButton.Yes:
        told(qtbot, window)
    assert ((tmp_path / "case.html").read_text(encoding="utf-8") == "mine") == (
        answer == QMessageBox.StandardButton.No
    )
