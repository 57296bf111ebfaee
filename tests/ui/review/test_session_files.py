"""Session files in the real window: kept as things are done, named, closed, opened again as they were left."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crossread.review.session import Draft, ReviewSession
from crossread.review.store import SessionError, Store
from crossread.review.unnamed import left_behind
from crossread.settings import Settings
from crossread.ui.review.closing_dialog import ClosingDialog
from crossread.ui.review.left_dialog import LeftDialog
from crossread.ui.review.note_dialog import NoteDialog
from crossread.ui.window import MainWindow
from ui.windows import REPORTS, WAIT, Saved, drop, letters, make_window, opened, settle, write


def decide(window: MainWindow, number: int, action: str) -> str:
    """Decide on a finding by its place; returns its id."""
    finding = window.session.findings.shown[number]
    window.session.go_to_finding(finding.id)
    window.actions_[action].trigger()
    return finding.id


def written(qtbot: QtBot, window: MainWindow) -> Path:
    """Wait until all is in the file; which one it is."""
    qtbot.waitUntil(lambda: window.files.keeping.says == "saved", timeout=WAIT)
    path = window.desk.record.path
    assert path is not None and not window.desk.record.unsaved
    return path


def named(qtbot: QtBot, window: MainWindow, path: Path) -> Path:
    """Give the session a name."""
    window.files.save_to(path)
    settle(qtbot, window)
    return written(qtbot, window)


def test_looking_leaves_nothing_behind_and_a_decision_is_kept_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.session.step_finding(1)
    assert window.desk.record.path is None and not left_behind()
    finding = decide(window, 0, "dispute")
    path = written(qtbot, window)
    assert left_behind() == (path,)
    assert window.status.saved.text() == "saved, without a name yet"
    other = ReviewSession.open(path)
    assert other.review.state(finding) == "disputed"
    assert other.read_only  # this window has it open
    other.close()


def test_a_session_is_named_closed_and_opened_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    finding = decide(window, 1, "confirm")
    path = named(qtbot, window, tmp_path / "case.crossread")
    assert not left_behind()
    assert window.windowTitle().startswith("case:")
    assert window.status.saved.text() == "saved"
    window.session.move("C", 0)
    window.session.set_base("C")
    window.session.set_hidden("B", True)
    window.session.set_filters(boilerplate=False)
    window.views.show("facts")
    second = decide(window, 0, "dispute")
    place = window.session.row
    window.close()

    saved = Saved()
    again = make_window(qtbot, saved=saved)
    assert drop(again, [path])
    settle(qtbot, again)
    assert [d.id for d in again.session.documents] == ["C", "A", "B"]
    assert letters(again) == "CA"
    assert again.session.base == "C"
    assert not again.session.filters.boilerplate
    assert again.views.name == "facts"
    assert again.desk.review.state(finding) == "confirmed"
    assert again.desk.review.state(second) == "disputed"
    assert again.session.findings.current is not None and again.session.findings.current.id == second
    assert again.session.row == place
    assert saved[-1].recent[0] == (str(path),)
    again.actions_["undo"].trigger()
    assert again.desk.review.state(second) == "open"
    again.actions_["undo"].trigger()
    assert again.desk.review.state(finding) == "open"


def test_a_copy_is_written_and_this_one_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    finding = decide(window, 0, "confirm")
    path = named(qtbot, window, tmp_path / "case.crossread")
    window.files.duplicate_to(tmp_path / "copy.crossread")
    settle(qtbot, window)
    assert window.desk.record.path == path
    decide(window, 1, "dispute")
    written(qtbot, window)
    copy = ReviewSession.open(tmp_path / "copy.crossread")
    assert list(copy.review.decisions) == [finding]
    copy.close()


def test_closing_says_what_has_changed_and_goes_on_when_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.asks = True
    decide(window, 0, "confirm")
    path = named(qtbot, window, tmp_path / "case.crossread")
    window.close()
    dialog = window.findChild(ClosingDialog)
    assert dialog is not None and window.isVisible()
    assert "1 decision" in dialog.note.text() and "saved" in dialog.note.text()
    dialog.buttons["Close"].click()
    assert not window.isVisible()
    record = ReviewSession.open(path)
    assert not record.read_only and len(record.review.decisions) == 1
    record.close()


def test_nothing_is_asked_where_nothing_was_done(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.asks = True
    window.session.step_finding(1)
    window.close()
    assert not window.isVisible()


def test_what_has_no_name_can_be_discarded_when_closing(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.asks = True
    decide(window, 0, "confirm")
    written(qtbot, window)
    window.close()
    dialog = window.findChild(ClosingDialog)
    assert dialog is not None
    dialog.buttons["Discard"].click()
    assert not window.isVisible() and not left_behind()


def test_what_was_left_without_a_name_is_offered_and_opened(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    finding = decide(window, 0, "confirm")
    written(qtbot, window)
    window.close()
    again = make_window(qtbot)
    again.files.offer_left_behind()
    settle(qtbot, again)
    dialog = again.findChild(LeftDialog)
    assert dialog is not None
    assert "1 decision" in dialog.list.item(0).text() and "report01.txt" in dialog.list.item(0).text()
    dialog.open_button.click()
    settle(qtbot, again)
    assert again.desk.review.state(finding) == "confirmed"
    assert letters(again) == "ABC"


def test_a_session_open_elsewhere_is_read_only_and_says_by_whom(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    finding = decide(window, 0, "confirm")
    path = named(qtbot, window, tmp_path / "case.crossread")
    other = make_window(qtbot, Settings(theme="light", reviewer="Bob"))
    other.files.open(path)
    settle(qtbot, other)
    assert any("Ada" in sentence for sentence in other.notices.sentences)
    assert other.status.saved.text() == "read-only"
    decide(other, 1, "dispute")
    assert list(other.desk.review.decisions) == [finding]
    assert any("reading only" in sentence for sentence in other.notices.sentences)
    assert not other.actions_["undo"].isEnabled()
    other.files.save_to(tmp_path / "mine.crossread")
    settle(qtbot, other)
    second = decide(other, 1, "dispute")
    assert other.desk.review.state(second) == "disputed"


@pytest.mark.parametrize("content", [b"", b"no session at all", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_session_is_met_with_a_sentence(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.crossread"
    path.write_bytes(content)
    window = opened(qtbot, write(tmp_path))
    window.files.open(path)
    settle(qtbot, window)
    assert any("odd.crossread" in sentence for sentence in window.notices.sentences)
    assert letters(window) == "ABC"


def test_words_being_typed_when_the_program_ended_are_there_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    finding = decide(window, 0, "confirm")
    path = named(qtbot, window, tmp_path / "case.crossread")
    window.actions_["note"].trigger()
    dialog = window.findChild(NoteDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.field, "Ask the fire")
    qtbot.waitUntil(
        lambda: window.desk.record.draft == Draft("Ask the fire", "finding", finding), timeout=WAIT
    )
    written(qtbot, window)
    window.desk.record.close()  # as when the process dies: nobody says that the dialog was closed
    again = make_window(qtbot)
    again.files.open(path)
    settle(qtbot, again)
    taken_up = again.findChild(NoteDialog)
    assert taken_up is not None and taken_up.field.toPlainText() == "Ask the fire"


def test_opening_other_documents_begins_another_review(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    decide(window, 0, "confirm")
    path = named(qtbot, window, tmp_path / "case.crossread")
    window.session.open(write(tmp_path, prefix="other"))
    settle(qtbot, window)
    assert not window.desk.review.decisions and window.desk.record.path is None
    assert window.status.saved.text() == ""
    qtbot.waitUntil(lambda: not ReviewSession.open(path).read_only, timeout=WAIT)


def test_what_has_no_name_is_kept_when_other_documents_take_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    finding = decide(window, 0, "confirm")
    written(qtbot, window)
    window.session.set_hidden("B", True)
    qtbot.waitUntil(lambda: bool(window.desk.record.view.hidden), timeout=WAIT)
    window.session.open(write(tmp_path, [*REPORTS[:2], "Something else was said."], "other"))
    settle(qtbot, window)
    assert any("offered again at the next start" in sentence for sentence in window.notices.sentences)
    (left,) = left_behind()
    window.session.set_hidden("A", True)
    qtbot.waitUntil(lambda: window.files.keeping.wait(0), timeout=WAIT)
    window.files.open(left)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.session.comparison is not None, timeout=WAIT)
    assert window.desk.review.state(finding) == "confirmed"
    assert letters(window) == "AC"


def test_a_full_disk_is_said_once_and_all_is_written_when_there_is_room_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(qtbot, write(tmp_path))
    decide(window, 0, "confirm")
    path = named(qtbot, window, tmp_path / "case.crossread")

    def full(*_what: object) -> None:
        raise SessionError("“case.crossread” could not be written: the disk is full; free some space on it.")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "write", full)
        second, third = decide(window, 1, "dispute"), decide(window, 2, "dismiss")
        qtbot.waitUntil(lambda: window.status.saved.text() == "NOT saved", timeout=WAIT)
        settle(qtbot, window)
        assert sum("disk is full" in sentence for sentence in window.notices.sentences) == 1
        assert window.desk.review.state(third) == "dismissed"
    window.files.keeping.write()
    written(qtbot, window)
    window.close()
    record = ReviewSession.open(path)
    assert {second, third} <= set(record.review.decisions)
    record.close()


def test_a_folder_that_cannot_be_written_to_is_said_and_a_name_elsewhere_helps(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    monkeypatch.setenv("LOCALAPPDATA", str(blocked))
    window = opened(qtbot, write(tmp_path))
    finding = decide(window, 0, "confirm")
    qtbot.waitUntil(lambda: window.status.saved.text() == "NOT saved", timeout=WAIT)
    assert any("cannot be saved by itself" in sentence for sentence in window.notices.sentences)
    path = named(qtbot, window, tmp_path / "case.crossread")
    window.close()
    record = ReviewSession.open(path)
    assert list(record.review.decisions) == [finding]
    record.close()
