"""The process in which foreign formats are read: what it may not do, and what becomes of it when it hangs or lies."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.errors import Cancelled, ReadError
from crossread.read import (
    Isolation,
    Limits,
    Reading,
    read_all,
    read_bytes,
    read_documents,
)
from read.articles import ARTICLE

FILES = Path(__file__).parent / "files"
isolation_module = importlib.import_module("crossread.read.isolation")


def hanging(seconds: int = 1) -> Reading:
    return Reading(limits=Limits(seconds=seconds))


def test_a_hang_costs_one_file_and_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(isolation_module, "WORKER", "sleeper")
    monkeypatch.setattr(isolation_module, "_WAITS", 1)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ReadError, match="took longer than 1 second"):
        read_bytes(ARTICLE.encode(), "a.html", 0, hanging())


needs_limits = pytest.mark.skipif(
    sys.platform == "win32", reason="this system cannot limit the time of a process"
)
BEFORE_READING = """
from crossread.read import tasks, worker
read = tasks.TASKS["read"]
def first(source, request):
    {}
    return read(source, request)
tasks.TASKS["read"] = first
worker.main()
"""


def reader_that_first(does: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "late_reader.py").write_text(BEFORE_READING.format(does))
    monkeypatch.setattr(isolation_module, "WORKER", "late_reader")
    monkeypatch.setattr(isolation_module, "_WAITS", 100)
    monkeypatch.setenv("PYTHONPATH", str(folder))


@needs_limits
def test_a_reader_that_never_ends_is_ended_by_the_time_it_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader_that_first("while True: pass", tmp_path, monkeypatch)
    with pytest.raises(ReadError, match="took longer than 1 second"):
        read_bytes(ARTICLE.encode(), "a.html", 0, hanging())


@needs_limits
def test_a_file_is_not_given_up_because_the_machine_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader_that_first("import time; time.sleep(2.5)", tmp_path, monkeypatch)  # it waits, as for a processor
    assert read_bytes(b"a,b\nThe river rose,1\n", "a.csv", 0, hanging()).documents


def test_a_crash_costs_one_file_and_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crasher = tmp_path / "crasher.py"
    crasher.write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(ARTICLE)
    bad.write_text(ARTICLE + "x")
    with Isolation() as isolation:
        with monkeypatch.context() as patch:
            patch.setattr(isolation_module, "WORKER", "crasher")
            with pytest.raises(ReadError, match="made its reader break down"):
                read_documents(bad, 0, Reading(isolation=isolation))
        assert read_documents(good, 0, Reading(isolation=isolation)).documents


def test_answers_that_lie_are_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    liar = tmp_path / "liar.py"
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(isolation_module, "WORKER", "liar")
    for answer in (
        '{"extracts": [{"text": "x"}], "blob": 0}',
        '{"extracts": 5, "blob": 0}',
        '{"blob": 0}',
        "[]",
        "x",
    ):
        liar.write_text(
            f"import sys\nsys.stdin.buffer.readline()\nprint({answer!r}, flush=True)\nsys.stdin.read()"
        )
        with pytest.raises(ReadError):
            read_bytes(ARTICLE.encode(), "a.html", 0, hanging(5))


def test_memory_is_limited() -> None:
    pytest.importorskip("resource", reason="this system cannot limit the memory of a process")
    limits = Limits(memory=300_000_000, text_file=500_000_000)
    page = "<html><body>" + "<p>words</p>" * 3_000_000
    with pytest.raises(ReadError, match=r"memory|break down"):
        read_bytes(page.encode(), "a.html", 0, Reading(limits=limits))


def test_reading_is_stopped_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader_that_first("import time; time.sleep(600)", tmp_path, monkeypatch)
    asked = iter(range(10_000))
    with pytest.raises(Cancelled):  # and not when the reader has answered, which it never does
        read_bytes(ARTICLE.encode(), "a.html", 0, Reading(cancelled=lambda: next(asked) > 4))
    assert next(asked) == 6, "it was asked again after it had answered"


def test_a_folder_of_modules_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "lxml", "trafilatura", "webvtt"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'harm')!r}, 'w')")
    (tmp_path / "a.html").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    assert read_all([tmp_path / "a.html"]).documents
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize(
    "attempt",
    ["import socket; socket.socket()", "import socket; socket.create_connection(('127.0.0.1', 9))",
     "open('harm.txt', 'w')", "import os; os.open('harm.txt', os.O_CREAT | os.O_WRONLY)",
     "import os; os.system('true')",
     "import subprocess; subprocess.run(['true'])", "import os; os.mkdir('harm')", "import os; os.remove('kept.txt')",
     "import os; os.fork()", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
     "import shutil; shutil.copy('kept.txt', 'harm.txt')", "import tempfile; tempfile.TemporaryFile()"],
)  # fmt: skip
def test_the_process_that_reads_may_not(attempt: str, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    code = f"from crossread.read.worker import confine\nconfine()\n{attempt}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "ForbiddenError" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_no_socket_is_opened_and_no_file_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket", forbidden)
    monkeypatch.setattr("socket.create_connection", forbidden)
    monkeypatch.setattr("socket.getaddrinfo", forbidden)
    for path in FILES.iterdir():
        if path.is_file() and path.suffix != ".txt":
            shutil.copy(path, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert len(read_all([tmp_path]).documents) > 10
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
