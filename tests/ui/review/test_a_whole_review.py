"""A whole review through the real window: the seeds, from opening them to the tables that are handed on."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from crossread.paths import seeds
from crossread.ui.review.closing_dialog import ClosingDialog
from crossread.ui.review.note_dialog import NoteDialog
from crossread.ui.window import MainWindow
from expected_files import assert_expected
from ui.windows import WAIT, make_window, opened, place, select, settle

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ONE = ("A", "Alibaba has not publicly addressed the details of the allegation.")
OTHER = ("B", "The conversations were not random.")
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?|\d{1,2} \w+ 2\d{3} \d\d:\d\d( UTC)?"
)


def write_note(qtbot: QtBot, window: MainWindow, text: str, tags: str = "") -> None:
    """Type a note into the dialog that m opens."""
    qtbot.keyClick(window.page.grid, KEY.Key_M)
    dialog = next(d for d in window.findChildren(NoteDialog) if d.isVisible())
    qtbot.keyClicks(dialog.field, text)
    qtbot.keyClicks(dialog.tags, tags)
    dialog.keep.click()
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in window.findChildren(QDialog)), timeout=WAIT)


def exported(qtbot: QtBot, window: MainWindow, folder: Path) -> str:
    """What the tables of decisions and notes say, and the history, without what is another with every run."""
    parts = []
    for table in ("decisions", "notes"):
        path = folder / f"{table}.csv"
        window.exporting.export_to(path, table)
        qtbot.waitUntil(
            lambda path=path: any(str(path) in told for told in window.notices.sentences), timeout=WAIT
        )
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        # What nobody decided on is compared elsewhere, and changes with every step of the comparison.
        parts.append("\n".join(line for line in lines if not re.search(r",(yes|no),open,", line)))
    history = [line.text.rsplit(",", 1)[0] for line in window.desk.history.lines()]
    told = "\n".join((*parts, *history)) + "\n"
    return re.sub(r"\b[0-9a-f]{16}\b", "ID", _MOMENT.sub("MOMENT", told))


def test_a_whole_review_of_the_seeds(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, [seeds()])
    window.resize(1600, 1000)
    grid, session = window.page.grid, window.session
    grid.setFocus()

    assert session.row_of(place(window, *ONE)) != session.row_of(place(window, *OTHER))
    select(window, *ONE)
    qtbot.keyClick(grid, KEY.Key_Space, CTRL)
    select(window, *OTHER)
    qtbot.keyClick(grid, KEY.Key_A, CTRL | Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert session.row_of(place(window, *ONE)) == session.row_of(place(window, *OTHER))

    fact = next(f for f in session.findings.shown if f.badge == "≠")
    session.go_to_finding(fact.id)
    qtbot.keyClick(grid, KEY.Key_D)
    write_note(qtbot, window, "Three months against six weeks: ask who counted.", "dates, ask again")
    select(window, "C", "tens of 1000’s")
    write_note(qtbot, window, "No editor would let this pass.", "spun")
    qtbot.keyClick(grid, KEY.Key_U)
    qtbot.keyClick(grid, KEY.Key_A)
    assert len(window.desk.review.decisions) == 2
    for _ in range(2):
        qtbot.keyClick(grid, KEY.Key_Z, CTRL)
    assert list(window.desk.review.decisions) == [fact.id]
    assert not window.desk.review.notes

    path = tmp_path / "case.crossread"
    window.files.save_to(path)
    settle(qtbot, window)
    window.asks = True
    window.close()
    closing = window.findChild(ClosingDialog)
    assert closing is not None and "2 decisions" in closing.note.text()
    closing.buttons["Close"].click()
    assert not window.isVisible()

    again = make_window(qtbot)
    again.opening.open_paths([path])
    settle(qtbot, again)
    qtbot.waitUntil(lambda: again.session.comparison is not None, timeout=WAIT)
    assert again.session.row_of(place(again, *ONE)) == again.session.row_of(place(again, *OTHER))
    assert again.desk.review.state(fact.id) == "disputed"
    again.actions_["redo"].trigger()
    assert [kept.note.text for kept in again.desk.review.notes.values()] == ["No editor would let this pass."]
    assert_expected("a_whole_review.txt", exported(qtbot, again, tmp_path))
