"""The jobs of a session: started, told of, abandoned and cleared away."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from crossread.ui.working.work import Job, Work

_MOST_THREADS = 16  # an abandoned job may take a while to see that it should stop; the next one must not wait


class Jobs(QObject):
    """Work under way, in threads of its own.

    Args:
        threads: how many pieces of work go on at once; with one, each waits for the one before.

    Signals:
        working(str, float): what is being done and the share that is done.
        rested(): nothing is being done any more.
        told(str): one plain sentence that a person should see.
    """

    working = Signal(str, float)
    rested = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None, *, threads: int = _MOST_THREADS) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: list[Job] = []
        self._ended: list[Job] = []

    def runs(self, job: Job | None) -> bool:
        """Whether this job is under way."""
        return job in self._running

    @property
    def running(self) -> tuple[Job, ...]:
        """Those that are under way, the oldest first."""
        return tuple(self._running)

    def start(
        self,
        work: Work,
        take: Callable[[Any], None],
        deliver: Callable[[Any], None] | None = None,
        end: Callable[[], None] | None = None,
    ) -> Job:
        """Do some work in the background.

        Args:
            work: what to do.
            take: is given what comes of it.
            deliver: is given each piece that is ready before the end, where the work yields any.
            end: is called when it has ended, however it did, but not where it was abandoned.
        """
        self._clear_away()
        job = Job(work, self)
        self._running.append(job)
        job.progressed.connect(
            lambda stage, share: None if job.cancelled else self.working.emit(stage, share)
        )
        if deliver:
            job.delivered.connect(lambda piece: None if job.cancelled else deliver(piece))
        job.succeeded.connect(lambda result: None if job.cancelled else take(result))
        job.failed.connect(lambda sentence: None if job.cancelled else self.told.emit(sentence))
        job.ended.connect(lambda: self._end(job, end))
        self.working.emit("Starting", 0.0)
        job.start(self._pool)
        return job

    def abandon(self, job: Job) -> None:
        """Stop a job and go on at once: what it still does until its next check concerns nobody."""
        job.cancel()
        self._end(job)

    def abandon_all(self) -> None:
        """Stop everything."""
        for job in self.running:
            self.abandon(job)

    def wait(self, milliseconds: int) -> bool:
        """Wait until all threads are idle; whether they were in this time."""
        return self._pool.waitForDone(milliseconds)

    def _end(self, job: Job, end: Callable[[], None] | None = None) -> None:
        if job in self._running:
            self._running.remove(job)
            self._ended.append(job)
            if end:
                end()
            if not self._running:
                self.rested.emit()

    def _clear_away(self) -> None:
        """Delete jobs that have ended, but only while no thread can still be inside one of them."""
        if self._pool.activeThreadCount() == 0:
            for job in self._ended:
                job.deleteLater()
            self._ended.clear()
