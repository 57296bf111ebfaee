"""What a document is, and what makes two of them the same."""

import hashlib
from dataclasses import replace
from pathlib import Path

import crossread

_NOTE = b"""# Fire in Lund

24 May 2026

Nobody was hurt in the fire that broke out in the harbour on Monday morning.

The mayor thanked the crews of three towns for their help.
"""


def test_a_document_tells_where_it_came_from(tmp_path: Path) -> None:
    """The file, its size and digest, and what it was read as."""
    path = tmp_path / "note.md"
    path.write_bytes(_NOTE)
    (document,) = crossread.read(path)
    provenance = document.provenance
    assert (provenance.source, document.source) == (str(path), str(path))
    assert (provenance.size, provenance.reader) == (len(_NOTE), "Markdown")
    assert provenance.file_digest == hashlib.sha256(_NOTE).hexdigest()
    assert (document.date, provenance.date_basis) == ("2026-05-24", "text")
    assert provenance.read_at.endswith("Z")


def test_the_same_text_is_the_same_wherever_it_came_from(tmp_path: Path) -> None:
    """Two copies of a file are equal but for their names."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("A fire broke out in Lund.\n", encoding="utf-8")
    one, two = (crossread.read(tmp_path / name)[0] for name in ("one.txt", "two.txt"))
    assert one.provenance != two.provenance
    assert replace(one, name="") == replace(two, name="")


def test_tokens_of_a_passage_are_read_once(tmp_path: Path) -> None:
    """Every stage gets the same ones, with spans in the document's own text."""
    (tmp_path / "one.txt").write_text("A fire broke out.\n\nNobody was hurt in Lund.\n", encoding="utf-8")
    (document,) = crossread.read(tmp_path / "one.txt")
    passage = document.passages[-1]
    found = document.tokens(passage)
    assert [token.span.of(document.text) for token in found] == ["Nobody", "was", "hurt", "in", "Lund", "."]
    assert document.tokens(passage) is found
