"""What a document is, and what makes two of them the same."""

from dataclasses import replace
from pathlib import Path

import crossread


def test_a_document_tells_where_it_came_from(tmp_path: Path) -> None:
    """The file, its size and digest, and what it was read as."""
    path = tmp_path / "note.md"
    path.write_bytes(b"# Fire in Lund\n\n24 May 2026\n\nNobody was hurt.\n")
    (document,) = crossread.read(path)
    provenance = document.provenance
    assert (provenance.source, document.source) == (str(path), str(path))
    assert (provenance.size, provenance.reader) == (46, "Markdown")
    assert provenance.file_digest == "aca612e8c1343c6ce2f6b9b4fcb9574868c5e1d21d2ebfc1f8a6ee0a8a9156ad"
    assert (document.date, provenance.date_basis) == ("2026-05-24", "text")
    assert provenance.read_at.endswith("Z")


def test_the_same_text_is_the_same_wherever_it_came_from(tmp_path: Path) -> None:
    """Two copies of a file are equal but for their names."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("A fire broke out in Lund.\n", encoding="utf-8")
    one, two = (crossread.read(tmp_path / name)[0] for name in ("one.txt", "two.txt"))
    assert one.provenance != two.provenance
    assert replace(one, name="") == replace(two, name="")
