"""The comparison of what is open: begun, dropped for another, its facts judged anew."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from crossread.choices import Choices
from crossread.memory import Memory
from crossread.review.action import FactCorrection
from crossread.text.document import Document
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.tasks import Compared, comparing, correcting
from crossread.ui.working.work import Job


class Comparing(QObject):
    """Compares documents among the jobs of a session; nothing comes any more of what was dropped.

    Args:
        jobs: the session's.

    Attributes:
        choices: what the next comparison must respect.
        corrections: of facts, that hold in every result.

    Signals:
        arrived(object): a Compared, of the documents that were named last.
        told(str): one plain sentence that a person should see.
    """

    arrived = Signal(object)
    told = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices()
        self.corrections: tuple[FactCorrection, ...] = ()
        self._jobs = jobs
        self._memory = Memory()
        self._comparing: Job | None = None
        self._correcting: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether documents are being compared."""
        return self._jobs.runs(self._comparing)

    def begin(self, documents: Sequence[Document]) -> None:
        """Compare these documents as they were read, two or more; what was under way for others is dropped."""
        self.drop()
        work = comparing(documents, self.corrections, self.choices, self._memory)
        self._comparing = self._jobs.start(work, self._take)

    def correct(self, result: Compared) -> None:
        """Judge the facts of a result anew; a comparison that is under way will see to that itself."""
        self._abandon(self._correcting)
        if not self.busy:
            self._correcting = self._jobs.start(correcting(result, self.corrections), self.arrived.emit)

    def drop(self) -> None:
        """Stop, and let nothing come of what was under way."""
        self._abandon(self._comparing)
        self._abandon(self._correcting)
        self._comparing = self._correcting = None

    def _abandon(self, job: Job | None) -> None:
        if job and self._jobs.runs(job):
            self._jobs.abandon(job)

    def _take(self, result: Compared) -> None:
        self._comparing = None
        for sentence in result.comparison.unfinished:
            self.told.emit(sentence)
        self.arrived.emit(result)
        if result.corrections != self.corrections:  # others were made while this was under way
            self.correct(result)
