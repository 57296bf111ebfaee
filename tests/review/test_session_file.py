"""The session file: everything kept as it is done, found again, and one file when it is closed."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.review import schema, store
from crossread.review.action import Decision, Entry, NoteRemoved
from crossread.review.codec import (
    NAMES,
    UnreadableError,
    action_from,
    document_from,
    document_to_json,
    to_json,
)
from crossread.review.history import History
from crossread.review.session import Draft, ReviewSession, SessionView
from crossread.review.store import SessionError, open_file, write_file
from crossread.text.anchor import Anchor, quote
from crossread.text.form import Form, Heading, Styled
from crossread.text.provenance import Provenance
from crossread.text.span import Span
from patience import PATIENCE
from review.deeds import actions
from review.sessions import NEW, ONE, TWO, note, started


def test_what_is_done_is_there_again_and_undone_across_restarts(tmp_path: Path) -> None:
    path = tmp_path / "case.crossread"
    session = started(path)
    before = session.review
    session.do(Decision("f0", "disputed", "no"), "Bob")
    session.close()
    assert [each.name for each in tmp_path.iterdir()] == ["case.crossread"]

    session = ReviewSession.open(path, "Bob")
    assert (session.read_only, session.notices, session.trouble) == ("", (), "")
    assert session.review.state("f0") == "disputed"
    assert session.documents == (ONE, TWO.labelled("B"))
    session.undo("Bob")
    assert session.review == before
    for _ in range(6):
        session.undo("Bob")
    assert not session.review.notes and not session.documents
    session.close()
    session = ReviewSession.open(path)
    for _ in range(7):
        session.redo("Ada")
    assert session.review.state("f0") == "disputed"
    session.close()


def test_it_is_one_of_ours_for_other_programs_too(tmp_path: Path) -> None:
    started(tmp_path / "a.crossread").close()
    with sqlite3.connect(tmp_path / "a.crossread") as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION,)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.FORMAT,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (6,)
        assert connection.execute("SELECT * FROM holder").fetchall() == []
    connection.close()


def test_view_place_and_draft_are_kept(tmp_path: Path) -> None:
    session = started(tmp_path / "a.crossread")
    view = SessionView(
        "facts", (TWO.digest, ONE.digest), (), TWO.digest, "f1", Anchor(ONE.digest, Span(3, 5)), ("only",)
    )
    draft = Draft("half a th", quoted=quote(ONE.text, ONE.digest, Span(0, 5)))
    session.keep_view(view)
    session.keep_draft(draft)
    session.close()
    session = ReviewSession.open(tmp_path / "a.crossread")
    assert (session.view, session.draft) == (view, draft)
    session.close()


def test_a_replaced_document_keeps_its_letter_and_its_versions(tmp_path: Path) -> None:
    session = started(tmp_path / "a.crossread")
    new = session.replace(ONE.digest, NEW, "Ada")
    assert new == NEW.labelled("A")
    assert session.versions(NEW.digest) == (ONE, NEW.labelled("B"))
    with pytest.raises(SessionError, match="open already"):
        session.replace(NEW.digest, TWO, "Ada")
    assert session.add(TWO, "Ada").id == "B" and len(session.history.entries) == 7
    session.remove(TWO.digest, "Ada")
    session.close()
    session = ReviewSession.open(tmp_path / "a.crossread")
    assert session.documents == (NEW.labelled("A"),)
    session.undo("Ada")
    assert session.documents == (NEW.labelled("A"), TWO.labelled("B"))
    session.close()


def test_save_as_goes_on_with_the_new_file_and_duplicate_with_the_old_one(tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{name}.crossread" for name in ("one", "two", "three"))
    session = started(one)
    session.duplicate(two)
    session.do(Decision("g", "confirmed"), "Ada")
    session.save_as(three)
    session.do(Decision("h", "confirmed"), "Ada")
    session.close()
    counts = [len(open_file(path).loaded.entries) for path in (one, two, three) if not _close(path)]
    assert counts == [7, 6, 8]
    with pytest.raises(SessionError, match="is there already"):
        ReviewSession.create(one)
    with pytest.raises(SessionError, match="no folder"):
        ReviewSession.create(tmp_path / "none" / "a.crossread")


def _close(path: Path) -> None:
    ReviewSession.open(path).close()


def test_a_file_is_replaced_only_when_asked_and_never_while_it_is_open(tmp_path: Path) -> None:
    session = started(tmp_path / "a.crossread")
    other = started(tmp_path / "b.crossread", 0)
    with pytest.raises(SessionError, match="open elsewhere"):
        other.duplicate(tmp_path / "a.crossread", force=True)
    session.close()
    other.duplicate(tmp_path / "a.crossread", force=True)
    other.close()
    session = ReviewSession.open(tmp_path / "a.crossread")
    assert len(session.history.entries) == 3
    session.close()


def test_the_closing_note_says_what_has_changed(tmp_path: Path) -> None:
    session = started(tmp_path / "a.crossread")
    assert session.closing_note() == "Since opening: 3 decisions, 1 note and 2 documents. All of it is saved."
    session.close()
    session = ReviewSession.open(tmp_path / "a.crossread")
    assert session.closing_note() == ""
    session.do(note("m", "x"), "Ada")
    session.undo("Ada")
    assert session.closing_note() == ""
    session.undo("Ada")
    session.do(NoteRemoved("n"), "Ada")
    assert (
        session.closing_note() == "Since opening: 1 note and 1 earlier step taken back. All of it is saved."
    )
    session.close()


def test_the_closing_note_does_not_call_unsaved_what_is_being_saved(tmp_path: Path) -> None:
    session = started(tmp_path / "a.crossread")
    session.log([Entry("late", Decision("late", "confirmed"), "Ada", session.history.entries[-1].at)])
    assert session.closing_note(writing=True).endswith("The last step is being saved.")
    assert session.closing_note().endswith("1 of the steps could NOT be saved.")
    session.write()
    assert session.closing_note(writing=True).endswith("All of it is saved.")
    session.close()


def test_opened_twice_the_second_is_read_only_and_says_by_whom(tmp_path: Path) -> None:
    path = tmp_path / "a.crossread"
    first = started(path)
    second = ReviewSession.open(path, "Bob")
    assert second.read_only.startswith("Ada (on ") and "“a.crossread” open since" in second.read_only
    assert second.review == first.review
    second.do(Decision("x", "dismissed"), "Bob")
    assert second.unsaved == 1
    assert second.closing_note() == "Since opening: 1 decision. 1 of the steps could NOT be saved."
    second.save_as(tmp_path / "b.crossread", "Bob")
    assert (second.read_only, second.unsaved) == ("", 0)
    first.do(Decision("y", "confirmed"), "Ada")
    second.close()
    first.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.crossread", "b.crossread"]
    assert open_file(path).loaded.entries[-1].action == Decision("y", "confirmed")
    _close(path)


def test_the_lock_of_a_process_that_died_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "a.crossread"
    code = (
        "import os, sys; from pathlib import Path; from review.sessions import started;"
        "started(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    folder = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=folder, check=False, timeout=PATIENCE)
    assert (tmp_path / ".a.crossread.lock").exists()
    session = ReviewSession.open(path, "Bob")
    assert session.read_only == ""
    assert len(session.history.entries) == 6
    session.close()
    assert [each.name for each in tmp_path.iterdir()] == ["a.crossread"]


def test_a_copy_of_a_session_that_is_open_is_not_held(tmp_path: Path) -> None:
    session = started(tmp_path / "a.crossread")
    for end in ("", "-wal"):
        (tmp_path / f"copy.crossread{end}").write_bytes((tmp_path / f"a.crossread{end}").read_bytes())
    copy = ReviewSession.open(tmp_path / "copy.crossread", "Bob")
    assert (copy.read_only, len(copy.history.entries)) == ("", 6)
    copy.close()
    session.close()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"Dear diary", "is no session of Crossread"),
        (b"SQLite format 3\0" + bytes(84), "no session"),
    ],
)
def test_what_is_no_session_is_met_with_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.crossread"
    path.write_bytes(content)
    with pytest.raises(SessionError, match=sentence):
        ReviewSession.open(path)
    assert path.read_bytes() == content
    with pytest.raises(SessionError, match="is a folder"):
        ReviewSession.open(tmp_path)
    with pytest.raises(SessionError, match="could not be opened"):
        ReviewSession.open(tmp_path / "gone.crossread")


def test_an_older_format_is_brought_up_after_a_copy_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.crossread"
    started(path).close()
    with sqlite3.connect(path) as connection:  # as if the log had been called so once
        connection.execute("ALTER TABLE entry RENAME TO log")
        connection.execute("PRAGMA user_version = 0")
    connection.close()
    monkeypatch.setattr(
        store, "UPGRADES",
        {0: lambda connection: [connection.execute(sql) for sql in (
            schema.TABLES["entry"], "INSERT INTO entry SELECT * FROM log", "DROP TABLE log")]},
    )  # fmt: skip
    session = ReviewSession.open(path)
    copy = tmp_path / "a (format 0).crossread"
    assert session.notices == (
        "“a.crossread” was brought to the present format; as it was it is kept as “a (format 0).crossread”.",
    )
    assert (session.read_only, len(session.history.entries)) == ("", 6)
    session.close()
    kept = sqlite3.connect(copy)
    assert kept.execute("SELECT count(*) FROM log").fetchone() == (6,)
    kept.close()


def test_an_older_format_without_a_way_is_opened_as_far_as_it_can_be(tmp_path: Path) -> None:
    path = tmp_path / "a.crossread"
    started(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()
    session = ReviewSession.open(path)
    assert "could not be brought to the present format" in session.read_only
    assert len(session.history.entries) == 6


def test_a_newer_format_is_opened_read_only_as_far_as_it_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.crossread"
    started(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9")
        connection.execute("CREATE TABLE later (what TEXT)")
        connection.execute("INSERT INTO entry VALUES (7, 'e', 'now', 'Ada', 'telepathy', '{}')")
    connection.close()
    before = path.read_bytes()
    session = ReviewSession.open(path)
    assert session.notices[0].startswith(
        "The session was made by a newer Crossread (format 9, this one knows 1)"
    )
    assert session.notices[1] == "One step of the history is of a kind that this Crossread does not know."
    assert "read-only" in session.read_only
    assert len(session.history.entries) == 6
    session.close()
    assert path.read_bytes() == before


@given(st.lists(actions, max_size=8))
@settings(max_examples=25)
def test_every_deed_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, doings: list) -> None:
    path = tmp_path_factory.mktemp("deeds") / "a.crossread"
    history = History()
    for action in doings:
        history = history.with_(action, "Ada")
    write_file(path, history.entries, (ONE,), {})
    opened = open_file(path)
    assert opened.store is not None
    opened.store.close()
    assert opened.loaded.problems == []
    assert History.of(opened.loaded.entries) == history


@given(actions)
def test_every_deed_survives_json(action: object) -> None:
    assert action_from(NAMES[type(action)], to_json(action)) == action


def test_a_document_is_read_as_it_was_written_even_what_is_no_unicode() -> None:
    form = Form((Styled(Span(0, 3), "strong"),), (Heading(Span(0, 10), 2),))
    document = replace(
        ONE,
        form=form,
        title="x\ud800",
        provenance=Provenance("/tmp/a.txt", file_digest="ab" * 32, left_out=("One line.",)),
        date="2026-06-25",
    )
    again, damaged = document_from(document.text, document_to_json(document), document.digest)
    assert (again, again.provenance, damaged) == (document, document.provenance, False)
    with pytest.raises(UnreadableError):
        document_from(document.text + "x", document_to_json(document), document.digest)
    again, damaged = document_from(document.text, "{}", document.digest)
    assert damaged and [p.span for p in again.passages] == [p.span for p in document.passages]


def test_what_is_too_long_to_be_read_again_is_not_taken(tmp_path: Path) -> None:
    session = started(tmp_path / "a.crossread")
    with pytest.raises(SessionError, match="too long to be kept"):
        session.do(note("x", "x" * 2_000_001), "Ada")
    assert session.unsaved == 0 and "x" not in session.review.notes
    session.do(note("y", "\x00" * 2_000_000), "Ada")
    session.close()
    session = ReviewSession.open(tmp_path / "a.crossread")
    assert session.notices == () and len(session.review.notes["y"].note.text) == 2_000_000
    session.close()
