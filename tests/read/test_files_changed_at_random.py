"""A slice of the run of ``tests/benchmarks/fuzz_read.py``: files of all formats, changed at random."""

from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.read import Isolation, Limits, Reading, read_bytes
from read.mutations import mutated

LIMITS = Limits(seconds=10, memory=1_000_000_000)


def no_sockets(*_: object, **__: object) -> None:
    raise AssertionError("a socket was opened")


def test_files_changed_at_random_are_read_or_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(f"socket.{name}", no_sockets)
    monkeypatch.chdir(tmp_path)
    read = refused = 0
    with Isolation() as isolation:
        for name, data in mutated(200, 7):
            try:
                found = read_bytes(data, name, 0, Reading(limits=LIMITS, isolation=isolation))
            except ReadError as error:
                refused += 1
                assert "\n" not in str(error)
                assert str(error).endswith(".")
            else:
                read += 1
                for document in found.documents:
                    covered = sum(len(passage.span) for passage in document.passages)
                    assert 0 < covered <= len(document.text)
    assert read > 50
    assert refused > 25
    assert list(tmp_path.iterdir()) == []
