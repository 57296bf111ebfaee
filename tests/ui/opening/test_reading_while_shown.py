"""Reading is never a reason to wait: what has been read is shown while the rest is still being read."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from crossread.errors import Cancelled
from crossread.progress import IsCancelled, Progress
from crossread.ui.working import tasks
from crossread.ui.working.tasks import Arrived
from crossread.ui.working.work import Work
from ui.windows import WAIT, Saved, letters, make_window, settle, write


class Gate:
    """Lets one file of those that are read wait until it is told to go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, before: int) -> None:
        self.opened = threading.Event()
        real = tasks.reading

        def gated(paths: Sequence[Path], *how: Any) -> Work:
            def work(progress: Progress, cancelled: IsCancelled) -> Iterator[Arrived]:
                for number, arrived in enumerate(real(paths, *how)(progress, cancelled)):
                    while number == before and not self.opened.wait(0.01):
                        progress("Reading a long one", 0.5)
                        if cancelled():
                            raise Cancelled
                    yield arrived

            return work

        monkeypatch.setattr("crossread.ui.opening.intake.reading", gated)


def test_what_has_been_read_is_painted_while_the_next_is_being_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, before=2)
    saved = Saved()
    window = make_window(qtbot, saved=saved)
    window.session.open(write(tmp_path))
    qtbot.waitUntil(lambda: letters(window) == "AB", timeout=WAIT)
    assert window.session.reading
    assert window.page.grid.isVisible()
    assert not window.page.grid.page.aligned
    blank = window.page.grid.viewport().grab().toImage()
    assert len({blank.pixel(x, y) for x in range(60, 500, 3) for y in range(10, 200, 3)}) > 5  # text is there
    qtbot.waitUntil(window.status.stop.isVisible, timeout=WAIT)
    assert not window.notices.sentences
    assert not saved
    gate.opened.set()
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert window.session.comparison is not None
    assert len(saved[-1].recent) == 1
    assert len(saved[-1].recent[0]) == 3


def test_documents_read_before_reading_was_stopped_stay_and_are_compared(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Gate(monkeypatch, before=2)
    window = make_window(qtbot)
    window.session.open(write(tmp_path))
    qtbot.waitUntil(lambda: letters(window) == "AB", timeout=WAIT)
    window.actions_["stop"].trigger()
    assert not window.session.reading
    settle(qtbot, window)
    assert letters(window) == "AB"
    assert window.session.comparison is not None
    assert any("Reading was stopped" in sentence for sentence in window.notices.sentences)


def test_one_document_alone_is_no_reason_to_warn_while_others_come(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, before=1)
    window = make_window(qtbot)
    window.session.open([*write(tmp_path)[:1], tmp_path / "missing.txt"])
    qtbot.waitUntil(lambda: letters(window) == "A", timeout=WAIT)
    assert not window.notices.sentences
    gate.opened.set()
    qtbot.waitUntil(lambda: len(window.notices.sentences) == 2, timeout=WAIT)
    assert any("needs two" in sentence for sentence in window.notices.sentences)


def test_another_set_opened_meanwhile_takes_the_place_of_what_is_still_being_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(qtbot)
    with monkeypatch.context() as patched:
        gate = Gate(patched, before=1)
        window.session.open(write(tmp_path))
        qtbot.waitUntil(lambda: letters(window) == "A", timeout=WAIT)
    others = write(tmp_path, ["Storm\n\nA storm hit the town of Ystad on Friday. Trees fell."], "other")
    window.session.open(others)
    qtbot.waitUntil(lambda: not window.session.reading, timeout=WAIT)
    gate.opened.set()
    settle(qtbot, window)
    assert [document.title for document in window.session.documents] == ["Storm"]


def test_a_comparison_that_nothing_was_added_to_stays(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(qtbot)
    paths = write(tmp_path)
    window.session.open(paths)
    settle(qtbot, window)
    before = window.session.comparison
    window.session.add(paths[:1])
    settle(qtbot, window)
    assert window.session.comparison is before
    assert any("already open" in sentence for sentence in window.notices.sentences)


def test_many_small_files_set_the_page_a_few_times_only(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is: nothing but the end of reading comes before this time has passed.
    monkeypatch.setattr("crossread.ui.opening.intake._GATHERING", 1_000 * WAIT)
    texts = [
        f"Report {number}\n\nIn town {number} some {number + 20} trees fell on Friday."
        for number in range(60)
    ]
    window = make_window(qtbot)
    times: list[int] = []
    window.session.documents_changed.connect(lambda: times.append(len(window.session.documents)))
    window.session.open(write(tmp_path, texts))
    qtbot.waitUntil(lambda: len(window.session.documents) == 60, timeout=WAIT)
    window.actions_["stop"].trigger()
    assert list(dict.fromkeys(times)) == [1, 60]
    assert len(times) <= 3  # once more when all has been read
