"""Originals fetched in the background: the picture of a page, or the source around a passage."""

import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from crossread.progress import IsCancelled, Progress
from crossread.read import Isolation, Reading
from crossread.read.limits import DEFAULT, Limits
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.read.original import PagePicture, SourceText, page_picture, source_text
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.work import Job, Work


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be seen of an original.

    Attributes:
        document: as it was read.
        span: the passage, in the document's text, or None.
        page: index of the page, from 0; None for the source.
        dpi: pixels an inch of the page.
        options: that the document was read with.
    """

    document: Document
    span: Span | None = None
    page: int | None = None
    dpi: int = 110
    options: ReadOptions = NO_OPTIONS


class Originals(QObject):
    """Fetches originals one after the other in one process for foreign formats; the last wish alone counts.

    Attributes:
        limits: what reading refuses.

    Signals:
        page_come(object): a PagePicture.
        source_come(object): a SourceText.
        failed(str): one plain sentence why there is none.
    """

    page_come = Signal(object)
    source_come = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.limits: Limits = DEFAULT
        self._jobs = Jobs(self)
        self._jobs.told.connect(self.failed)
        self._job: Job | None = None
        self._isolation = Isolation()
        self._turn = threading.Lock()  # the process serves one request at a time

    def fetch(self, wanted: Wanted) -> None:
        """Fetch this; what was wanted before is given up."""
        self.stop()
        self._job = self._jobs.start(self._work(wanted), self._take)

    def stop(self) -> None:
        """Want nothing any more."""
        if self._job and self._jobs.runs(self._job):
            self._jobs.abandon(self._job)
        self._job = None

    def rest(self) -> None:
        """Let the process go until something is wanted again."""
        self.stop()
        if self._turn.acquire(blocking=False):
            self._isolation.close()
            self._turn.release()

    def shut_down(self, milliseconds: int) -> None:
        """End everything before the program ends."""
        self.blockSignals(True)
        self._jobs.abandon_all()
        self._jobs.wait(milliseconds)
        self._isolation.close()

    def _work(self, wanted: Wanted) -> Work:
        isolation, turn, limits = self._isolation, self._turn, self.limits

        def work(_progress: Progress, cancelled: IsCancelled) -> PagePicture | SourceText:
            with turn:
                reading = Reading(wanted.options, limits, isolation, cancelled=cancelled)
                if wanted.page is None:
                    return source_text(wanted.document, wanted.span, reading)
                return page_picture(wanted.document, wanted.page, wanted.span, wanted.dpi, reading)

        return work

    def _take(self, found: object) -> None:
        if isinstance(found, PagePicture):
            self.page_come.emit(found)
        else:
            self.source_come.emit(found)
