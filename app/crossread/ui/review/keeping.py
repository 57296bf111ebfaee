"""Writes what is on the desk to its session file as it is done, off the GUI thread and in the same order."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from crossread.errors import CrossreadError
from crossread.progress import IsCancelled, Progress
from crossread.review.session import Draft, ReviewSession, SessionView
from crossread.review.unnamed import new_unnamed
from crossread.ui.review.desk import Desk
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.work import Work

_RETRY = 15_000  # milliseconds until what could not be written is tried again
_VIEW_AFTER = 800  # milliseconds; scrolling and stepping need not be written step by step


class Keeping(QObject):
    """Keeps a review on the disk.

    Attributes:
        says: "saved", "saving …", or that it could not be saved; empty where there is nothing to save.

    Args:
        desk: whose record is written.
        look: answers what is looked at at present.

    Signals:
        changed(): ``says`` is another.
        failed(str): why something could not be written, one plain sentence.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, look: Callable[[], SessionView], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.says = ""
        self._desk, self._look = desk, look
        self._jobs = Jobs(self, threads=1)  # what was done first is written first
        self._jobs.told.connect(self._fail)
        self._jobs.rested.connect(self._say)
        self._told = ""
        self._later = QTimer(self, singleShot=True, interval=_VIEW_AFTER)
        self._later.timeout.connect(self._keep_view)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry.timeout.connect(self.write)
        desk.logged.connect(lambda _entries: self.write())
        desk.replaced.connect(self._say)

    def write(self) -> None:
        """Write what is not written yet; a review without a name gets a file when it is worth one."""
        desk, record = self._desk, self._desk.record
        if record.read_only or not (record.path or desk.worth_keeping):
            self._say()
            return
        self._run(lambda: _write(record, desk.reviewer))

    def touch(self) -> None:
        """What is looked at has changed; it is kept soon."""
        if self._desk.record.path and not self._desk.record.read_only:
            self._later.start()

    def keep_draft(self, draft: Draft) -> None:
        """Keep words that are being typed."""
        record = self._desk.record
        if record.path and not record.read_only:
            self._run(lambda: record.keep_draft(draft))
        elif draft.text and not record.read_only:
            reviewer = self._desk.reviewer

            def work() -> None:
                _write(record, reviewer)
                record.keep_draft(draft)

            self._run(work)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return bool(self._jobs.running)

    def after(self, work: Work, take: Callable[[Any], None]) -> None:
        """Do something with the file when all that waits has been written; ``take`` is given what comes of it."""
        self._jobs.start(work, take)
        self._say()

    def wait(self, milliseconds: int = -1) -> bool:
        """Wait until all is written, before the program ends."""
        return self._jobs.wait(milliseconds)

    def finish(self) -> None:
        """Write what is left, the view too, and close the file; waits for it."""
        record = self._desk.record
        self._later.stop()
        self.wait()
        if record.path and not record.read_only:
            record.keep_view(self._look())
        record.close()

    def let_go(self, record: ReviewSession) -> None:
        """Close a record that is no longer on the desk."""
        self._run(record.close)

    def _keep_view(self) -> None:
        record, view = self._desk.record, self._look()
        if record.path and not record.read_only:
            self._run(lambda: record.keep_view(view))

    def _run(self, done: Callable[[], object]) -> None:
        record = self._desk.record

        def work(_progress: Progress, _cancelled: IsCancelled) -> object:
            return done()

        self._jobs.start(work, lambda _nothing: None, end=lambda: self._look_for_trouble(record))
        self._say()

    def _look_for_trouble(self, record: ReviewSession) -> None:
        if record.trouble:
            self._fail(record.trouble)
            self._retry.start()
        elif record is self._desk.record and not record.unsaved:
            self._told = ""

    def _fail(self, sentence: str) -> None:
        if sentence != self._told:  # once, not with every key
            self._told = sentence
            self.failed.emit(sentence)

    def _say(self) -> None:
        record = self._desk.record
        if record.read_only:
            says = "read-only"
        elif self._told:
            says = "NOT saved"
        elif self._jobs.running:
            says = "saving …"
        elif record.path:
            says = "saved"
        else:
            says = ""
        if says != self.says:
            self.says = says
            self.changed.emit()


def _write(record: ReviewSession, person: str) -> None:
    if record.path is None:
        try:
            path = new_unnamed()
        except OSError as error:
            raise CrossreadError(
                f"What you do cannot be saved by itself ({error.strerror}); name it with File, Save session."
            ) from error
        record.save_as(path, person)
    else:
        record.write()
