"""Documents as they are read: shown a few at a time while others are still being read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from crossread.read.limits import DEFAULT, Limits
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.ui.opening.clipboard import Copied
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.tasks import Arrived, pasting, reading
from crossread.ui.working.work import Job, Work

_GATHERING = 80  # milliseconds; setting the page anew for each of two hundred small files would take longer


class Intakes(QObject):
    """All reading that is under way.

    Attributes:
        limits: what reading refuses.
        options: how files are read unless they are read again in another way.

    Signals:
        arrived(object, bool): a list of Arrived; whether they take the place of what is open.
        all_read(): nothing more is to come.
    """

    arrived = Signal(object, bool)
    all_read = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.limits: Limits = DEFAULT
        self.options: ReadOptions = NO_OPTIONS
        self._jobs = jobs
        self._running: dict[Job, _Gathered] = {}

    def __contains__(self, job: Job) -> bool:
        return job in self._running

    def __bool__(self) -> bool:
        return bool(self._running)

    def read(self, paths: Sequence[Path], *, in_place: bool) -> None:
        """Read files and folders, beside what is open or in its place."""
        if paths:
            self._start(reading(paths, self.limits, self.options), in_place=in_place)

    def paste(self, copied: Copied, take: Callable[[Arrived], None] | None = None) -> None:
        """Make a document of what was copied or dropped.

        Args:
            copied: the text.
            take: is given the document instead of its being opened.
        """
        self._jobs.start(pasting(copied, self.limits), take or self.take_in)

    def read_again(self, path: Path, options: ReadOptions, take: Callable[[Sequence[Arrived]], None]) -> None:
        """Read a file that is open in another way; ``take`` is given all that was read."""
        arrived: list[Arrived] = []
        self._jobs.start(reading([path], self.limits, options), lambda _end: take(arrived), arrived.append)

    def look(self, work: Work, take: Callable[[Any], None]) -> None:
        """Look something up in a file, told of and stopped like reading."""
        self._jobs.start(work, take)

    def take_in(self, arrived: Arrived) -> None:
        """Put documents that have been read beside what is open."""
        self.arrived.emit([arrived], False)
        if not self._running:
            self.all_read.emit()

    def _start(self, work: Work, *, in_place: bool) -> None:
        """Read, and hand on what has been read as soon as it is.

        Args:
            work: yields an Arrived now and then.
            in_place: the first document that comes is to take the place of what is open.
        """

        def hand_on(arrived: list[Arrived]) -> None:
            nonlocal in_place
            first = in_place and any(read.documents for read in arrived)
            if first:
                in_place = False
                self._abandon_before(job)
            self.arrived.emit(arrived, first)

        def end() -> None:
            gathered.flush()
            gathered.deleteLater()
            self._running.pop(job, None)
            if not self._running:
                self.all_read.emit()

        gathered = _Gathered(hand_on, self)
        job = self._jobs.start(work, lambda _nothing: None, gathered.put, end)
        self._running[job] = gathered

    def stop(self) -> None:
        """Read no further; what has been read is handed on."""
        for job, gathered in tuple(self._running.items()):
            self._jobs.abandon(job)
            gathered.flush()
            gathered.deleteLater()
        if self._running:
            self._running.clear()
            self.all_read.emit()

    def _abandon_before(self, job: Job) -> None:
        """Read nothing more that was asked for before this: it would be closed again at once."""
        for other in tuple(self._running):
            if other is job:
                break
            self._jobs.abandon(other)
            self._running.pop(other).deleteLater()


class _Gathered(QObject):
    """What one job delivers: the first is handed on at once, what follows soon after together."""

    def __init__(self, hand_on: Callable[[list[Arrived]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._hand_on = hand_on
        self._waiting: list[Arrived] = []
        self._timer = QTimer(self, singleShot=True, interval=_GATHERING)
        self._timer.timeout.connect(self._again)

    def put(self, arrived: Arrived) -> None:
        """Something has been read, or could not be."""
        self._waiting.append(arrived)
        if not self._timer.isActive():
            self._again()

    def flush(self) -> None:
        """Hand on what is waiting."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._hand_on(waiting)

    def _again(self) -> None:
        if self._waiting:
            self._timer.start()
            self.flush()
