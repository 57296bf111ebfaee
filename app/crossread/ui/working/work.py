"""Work off the GUI thread: a pure function becomes a job, and a job ends in exactly one of three signals."""

import logging
import time
from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QThreadPool, Signal

from crossread.errors import Cancelled, CrossreadError
from crossread.progress import IsCancelled, Progress

log = logging.getLogger(__name__)

Work = Callable[[Progress, IsCancelled], object]
"""What a job runs: synchronous, without Qt, told where to report and how to learn that it should stop.

Work that has something to show before its end is a generator: what it yields is delivered at once.
"""

_BETWEEN_REPORTS = 0.05  # seconds; a queue full of progress would keep the GUI thread busy


class Job(QObject):
    """One piece of work in a thread pool. Keep a reference until it has ended.

    Signals:
        progressed(str, float): what is being done, and the share that is done, 0 to 1.
        delivered(object): a piece that is ready before the end.
        succeeded(object): what the work returned.
        failed(str): one plain sentence for the reader.
        stopped(): it was cancelled.
        ended(): after any of the three.
    """

    progressed = Signal(str, float)
    delivered = Signal(object)
    succeeded = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    ended = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = False
        self._reported = 0.0

    def start(self, pool: QThreadPool) -> None:
        """Queue the work; the signals arrive in the thread this job was made in."""
        pool.start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled

    def _run(self) -> None:
        try:
            result = self._work(self._report, lambda: self._cancelled)
            if isinstance(result, Generator):
                result = self._drained(result)
        except Cancelled:
            self.stopped.emit()
        except CrossreadError as error:
            self.failed.emit(str(error))
        except MemoryError:
            self.failed.emit("There is not enough memory for these documents; open fewer or shorter ones.")
        except Exception as error:  # a mistake of ours costs this job, not the window and what is open in it
            log.debug("work failed", exc_info=True)
            self.failed.emit(
                f"Crossread met an error of its own ({type(error).__name__}); the documents stay open, "
                "please try once more and report it if it happens again."
            )
        else:
            if self._cancelled:
                self.stopped.emit()
            else:
                self.succeeded.emit(result)
        finally:
            self.ended.emit()

    def _drained(self, pieces: Generator[object, None, object]) -> object:
        """Deliver piece by piece; returns what the generator returns in the end."""
        while True:
            try:
                piece = next(pieces)
            except StopIteration as end:
                return end.value
            self.delivered.emit(piece)

    def _report(self, stage: str, share: float) -> None:
        now = time.monotonic()
        if now - self._reported >= _BETWEEN_REPORTS:
            self._reported = now
            self.progressed.emit(stage, share)
