"""Killed at random moments, on a full disk, in a folder that is read-only: what was decided is there."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crossread.review.session import ReviewSession
from patience import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of Unix")
TESTS = Path(__file__).parents[1]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others may enter: pytest's own are private, and root gives its rights up."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        (made := Path(name) / "sessions").mkdir()
        yield made
        made.chmod(0o755)


def run(*arguments: str) -> Any:
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def bad_disk(what: str, folder: Path) -> Any:
    return run(str(TESTS / "review" / "bad_disks.py"), what, str(folder))


def test_killed_at_random_moments_nothing_that_was_saved_is_lost(tmp_path: Path) -> None:
    # tests/benchmarks/bench_session.py --kills 200 does it more often. In a process of its own: one with threads
    # must not fork.
    told = run(str(TESTS / "review" / "killed.py"), "20", "7", str(tmp_path))
    assert told["lost"] == []
    assert told["killed"] == 20 and told["steps saved"] > 0


def test_on_a_full_disk_everything_is_kept_and_written_when_there_is_room(folder: Path) -> None:
    told = bad_disk("full", folder)
    assert (
        told["trouble"]
        == "“a.crossread” could not be written: the disk fails or is full; free some space on it."
    )
    assert 1 <= told["unsaved"] <= told["made"]
    assert told["note"].endswith("of the steps could NOT be saved.")
    assert (told["after"], told["left"]) == ("", 0)
    session = ReviewSession.open(folder / "a.crossread")
    assert session.notices == () and len(session.history.entries) == told["entries"]
    assert {"more", "last"} <= session.review.notes.keys()
    session.close()


def test_a_disk_that_stays_full_loses_only_what_it_said_it_could_not_save(folder: Path) -> None:
    told = bad_disk("end", folder)
    assert (
        told["refused"]
        == "“b.crossread” could not be written: the disk fails or is full; free some space on it."
    )
    session = ReviewSession.open(folder / "a.crossread")
    assert (session.read_only, session.notices) == ("", ())
    assert len(session.history.entries) == told["saved"]
    session.close()
    assert [each.name for each in folder.iterdir()] == ["a.crossread"]


def test_in_a_read_only_folder_all_of_it_is_read_and_a_sentence_says_so(folder: Path) -> None:
    told = bad_disk("read-only", folder)
    assert "a.crossread-wal" in told["beside"]
    for name in "ab":
        read_only, entries, unsaved, *notices = told[name]
        assert read_only == (
            f"The folder of “{name}.crossread” is read-only; it was opened read-only. "
            "What you do here is kept only if you save it under another name."
        )
        assert (entries, unsaved, notices) == (7, 1, [])


def test_a_lock_that_cannot_be_used_is_named(folder: Path) -> None:
    told = bad_disk("lock", folder)
    assert told["read_only"] == (
        "The lock of “a.crossread” cannot be used (permission denied): delete “.a.crossread.lock” beside it if nobody "
        "has it open; it was opened read-only. What you do here is kept only if you save it under another name."
    )
    assert told["entries"] == 6
