"""A session from a stranger, or a damaged one, is data: nothing of it runs, all that can be read is read."""

import json
import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.review import loading
from crossread.review.codec import UnreadableError, action_from, document_from, document_to_json
from crossread.review.session import ReviewSession
from crossread.review.store import SessionError
from crossread.text.provenance import Provenance
from review.sessions import ONE, TWO, started


def altered(path: Path, *statements: str) -> ReviewSession:
    """A session in which a stranger did these things."""
    started(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    before = path.read_bytes()
    session = ReviewSession.open(path)
    session.close()
    assert path.read_bytes() == before, "a strange session is not written to"
    return session


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON holder BEGIN DELETE FROM entry; END",
        "CREATE VIEW v AS SELECT randomblob(1000000000)",
        "CREATE TABLE more (x)",
        "CREATE INDEX i ON entry (json_extract(data, '$.x'))",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
    ],
)
def test_what_does_not_belong_there_is_named_and_not_used(tmp_path: Path, statement: str) -> None:
    session = altered(tmp_path / "a.crossread", statement)
    assert "holds what Crossread does not put there" in session.notices[0]
    assert "read-only" in session.read_only
    assert len(session.history.entries) == 6


@pytest.mark.parametrize("table", ["entry", "document", "view", "holder"])
def test_a_list_that_is_a_view_or_was_altered_is_not_read(tmp_path: Path, table: str) -> None:
    recursive = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS number FROM n"
    for number, statement in enumerate(
        (f"CREATE VIEW {table} AS {recursive}", f"CREATE TABLE {table} (number)")
    ):
        session = altered(tmp_path / f"{number}.crossread", f"DROP TABLE {table}", statement)
        assert any(f"list “{table}” is missing or was altered" in notice for notice in session.notices)
        assert len(session.history.entries) == (0 if table == "entry" else 6)


def bad_entry(data: str, kind: str = "decision") -> str:
    quoted = data.replace("'", "''")
    return f"INSERT INTO entry VALUES (7, 'x', '2026', 'Eve', '{kind}', '{quoted}')"


@pytest.mark.parametrize(
    "statement",
    [
        bad_entry("not json"),
        bad_entry("[" * 100_000),
        bad_entry('{"finding": 1, "state": "confirmed"}'),
        bad_entry('{"finding": "f", "state": "approved"}'),
        bad_entry('{"finding": "' + "f" * 1000 + '", "state": "confirmed"}'),
        bad_entry('{"digest": "../../etc/passwd", "letter": "A"}', "document added"),
        bad_entry('{"digest": "' + "a" * 64 + '", "letter": "<script>"}', "document added"),
        bad_entry('{"digest": "a", "field": "colour", "value": "red; background: url(x)"}', "detail"),
        bad_entry(
            '{"anchor": {"digest": "a", "span": {"start": 9, "end": 1}}, "article": true}', "boilerplate"
        ),
        bad_entry('{"id": "n", "quoted": null, "text": "x"}', "note"),
        bad_entry("{}", "__import__"),
        "INSERT INTO entry VALUES (7, replace(hex(zeroblob(1000)), '0', 'x'), '', '', 'decision', '{}')",
        "INSERT INTO entry SELECT 9, 'y', at, person, kind, data FROM entry WHERE number = 6",
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out_and_said(tmp_path: Path, statement: str) -> None:
    session = altered(tmp_path / "a.crossread", statement)
    assert any("of the history" in notice for notice in session.notices)
    assert session.review.state("f2") == "confirmed"


def test_a_value_beyond_all_bounds_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_LARGEST_VALUE", 100_000)
    session = altered(tmp_path / "a.crossread", "INSERT INTO view VALUES ('x', printf('%.*c', 200000, 'x'))")
    assert session.notices
    assert len(session.history.entries) == 6
    monkeypatch.setattr(loading, "_LARGEST", 1_500)
    session = altered(tmp_path / "b.crossread")
    assert any("could not be read" in notice for notice in session.notices)


def test_a_document_with_another_text_is_left_out_and_one_with_other_passages_is_parted_anew(
    tmp_path: Path,
) -> None:
    session = altered(
        tmp_path / "a.crossread", f"UPDATE document SET text = x'00ff' WHERE digest = '{ONE.digest}'"
    )
    assert session.notices == ("The text of a document was damaged, and it is missing.",)
    assert session.documents == (TWO.labelled("B"),)
    outside = json.dumps({"passages": [[0, 10_000, "sentence", 0]]})
    session = altered(tmp_path / "b.crossread", f"UPDATE document SET data = '{outside}'")
    assert [notice.split(" besides")[0] for notice in session.notices] == [
        "What was known of “The fire”", "What was known of “A fire”",
    ]  # fmt: skip
    assert [document.text for document in session.documents] == [ONE.text, TWO.text]


@pytest.mark.parametrize(
    "values",
    [
        "7, x'00', '2026', 'Eve', 'decision', '{}'",
        "7, 'x', '2026', 'Eve', 'decision', x'7b7d'",
        "7, 'x', '2026', x'ff', 'tags', '{}'",
    ],
)
def test_values_of_other_types_are_left_out(tmp_path: Path, values: str) -> None:
    session = altered(tmp_path / "a.crossread", f"INSERT INTO entry VALUES ({values})")
    assert session.notices == ("One step of the history could not be read; all others are there.",)
    assert len(session.history.entries) == 6


def many(path: Path) -> bytes:
    """The bytes of a session of some pages."""
    session = started(path, decisions=400)
    session.close()
    return path.read_bytes()


def test_of_a_damaged_file_all_but_the_damaged_pages_is_rescued(tmp_path: Path) -> None:
    path = tmp_path / "a.crossread"
    whole = many(path)
    total = len(whole) // 4096
    assert total > 10
    counts = []
    for page in range(2, total, 2):
        path.write_bytes(whole[: page * 4096] + b"\x00" * 4096 + whole[(page + 1) * 4096 :])
        session = ReviewSession.open(path)
        session.close()
        if len(session.history.entries) < 403:
            assert session.read_only and session.notices
        counts.append(len(session.history.entries))
    assert sum(count >= 300 for count in counts) >= 0.6 * len(counts), counts


def test_what_was_rescued_is_saved_as_a_sound_session(tmp_path: Path) -> None:
    path = tmp_path / "a.crossread"
    whole = bytearray(many(path))
    leaf = whole.index(b'"f200"') // 4096
    whole[leaf * 4096 : (leaf + 1) * 4096] = b"\xff" * 4096
    path.write_bytes(whole)
    session = ReviewSession.open(path)
    assert "save it under another name" in session.read_only
    assert "The session file is damaged; what could be rescued of it is shown." in session.notices
    kept = len(session.history.entries)
    assert 300 < kept < 404
    session.save_as(tmp_path / "b.crossread")
    assert (session.read_only, session.unsaved) == ("", 0)
    session.close()
    again = ReviewSession.open(tmp_path / "b.crossread")
    assert (again.notices, len(again.history.entries)) == ((), kept)
    again.close()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_opened_or_refused_in_a_sentence(tmp_path: Path, share: float) -> None:
    path = tmp_path / "a.crossread"
    whole = many(path)
    path.write_bytes(whole[: int(share * len(whole))])
    try:
        session = ReviewSession.open(path)
    except SessionError as error:
        assert "damaged" in str(error) or "could not be read" in str(error)
    else:
        assert session.read_only and session.notices
        session.close()


@given(st.integers(0, 2**32))
@settings(max_examples=40)
def test_whatever_bytes_are_changed_it_opens_or_says_why(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    path = folder / "a.crossread"
    raw = bytearray(_whole(folder))
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 10, 300))):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    path.write_bytes(raw)
    try:
        session = ReviewSession.open(path)
    except SessionError as error:
        assert str(error).endswith(".")
        return
    session.history.lines()
    session.close()


_kept: list[bytes] = []


def _whole(folder: Path) -> bytes:
    if not _kept:
        _kept.append(many(folder / "whole.crossread"))
    return _kept[0]


@pytest.mark.parametrize(
    ("source", "digest", "kept"),
    [
        ("/home/me/case/a.pdf", "ab" * 32, True),
        ("/home/me/.ssh/id_ed25519", "", False),
        ("/dev/zero", "x" * 64, False),
        ("\\\\evil\\share\\a.pdf", "ab" * 32, False),
        ("//evil/share/a.pdf", "ab" * 32, False),
    ],
)
def test_a_path_is_followed_on_a_strangers_word_only_to_a_file_it_knows(
    source: str, digest: str, kept: bool
) -> None:
    document = replace(ONE, provenance=Provenance(source, file_digest=digest))
    again, _ = document_from(document.text, document_to_json(document), document.digest)
    assert again.source == (source if kept else "")


@given(
    st.text(max_size=40),
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
)
def test_json_that_is_no_action_is_refused(kind: str, data: object) -> None:
    with pytest.raises(UnreadableError):
        action_from(kind, json.dumps(data))
