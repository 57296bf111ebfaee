import threading

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from crossread.errors import Cancelled, CrossreadError
from crossread.progress import IsCancelled, Progress
from crossread.ui.working.work import Job, Work
from ui.windows import WAIT


def outcome(qtbot: QtBot, work: Work, *, cancel: bool = False) -> list[object]:
    """What a job says, in order, up to its end."""
    job, pool = Job(work), QThreadPool()
    said: list[object] = []
    job.succeeded.connect(said.append)
    job.failed.connect(said.append)
    job.stopped.connect(lambda: said.append("stopped"))
    with qtbot.waitSignal(job.ended):
        job.start(pool)
        if cancel:
            job.cancel()
    assert pool.waitForDone(WAIT)
    return said


def test_a_result_arrives_in_the_gui_thread_and_is_made_in_another(qtbot: QtBot) -> None:
    threads: list[object] = []
    job, pool = Job(lambda _progress, _cancelled: threads.append(threading.current_thread())), QThreadPool()
    job.succeeded.connect(lambda _result: threads.append(threading.current_thread()))
    with qtbot.waitSignal(job.ended):
        job.start(pool)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_exactly_one_outcome(qtbot: QtBot) -> None:
    assert outcome(qtbot, lambda _progress, _cancelled: 42) == [42]


def test_bad_input_is_told_as_it_is(qtbot: QtBot) -> None:
    def work(_progress: Progress, _cancelled: IsCancelled) -> object:
        raise CrossreadError("The file is empty; choose another one.")

    assert outcome(qtbot, work) == ["The file is empty; choose another one."]


@pytest.mark.parametrize("error", [ValueError("x"), MemoryError(), RecursionError()])
def test_an_error_of_our_own_is_one_plain_sentence(qtbot: QtBot, error: BaseException) -> None:
    def work(_progress: Progress, _cancelled: IsCancelled) -> object:
        raise error

    (said,) = outcome(qtbot, work)
    assert isinstance(said, str)
    assert "Traceback" not in said
    assert said.endswith(".")


def test_cancelled_work_stops(qtbot: QtBot) -> None:
    def work(_progress: Progress, cancelled: IsCancelled) -> object:
        while not cancelled():
            pass
        raise Cancelled

    assert outcome(qtbot, work, cancel=True) == ["stopped"]


def test_progress_does_not_flood_the_gui_thread(qtbot: QtBot) -> None:
    def work(progress: Progress, _cancelled: IsCancelled) -> object:
        for step in range(20_000):
            progress("Counting", step / 20_000)
        return None

    job, pool, shares = Job(work), QThreadPool(), []
    job.progressed.connect(lambda _stage, share: shares.append(share))
    with qtbot.waitSignal(job.ended):
        job.start(pool)
    assert 0 < len(shares) < 1000
