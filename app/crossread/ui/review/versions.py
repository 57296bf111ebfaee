"""New versions of documents, versions beside each other, and other reviewers' copies."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from crossread.progress import IsCancelled, Progress
from crossread.review import SUFFIX
from crossread.review.action import DocumentReplaced
from crossread.review.merging import Merged, merge
from crossread.review.session import ReviewSession
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui.review.desk import Desk
from crossread.ui.review.merge_dialog import MergeDialog
from crossread.ui.session import Session
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.tasks import Arrived

_FILTER = f"Sessions of Crossread (*{SUFFIX});;All files (*)"


class Versions(QObject):
    """Replaces, compares and merges on behalf of a window.

    Args:
        window: the parent of its dialogs.
        session: whose documents are replaced.
        desk: where that is kept.
        current: answers the id of the document that is meant.
        beside: opens documents in a window of their own.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        desk: Desk,
        current: Callable[[], str],
        beside: Callable[[Sequence[Document]], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk
        self._current, self._beside = current, beside
        self._folder = ""
        self._told_of_looks = 0
        self._jobs = Jobs(self, threads=1)
        self._jobs.told.connect(session.told)
        desk.changed.connect(lambda _before: self._tell_of_looks())

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {
            "replace_document": self.ask_replace,
            "compare_versions": self.compare,
            "merge_copy": self.ask_merge,
        }

    # Versions

    def _document(self) -> Document | None:
        current = self._current()
        return next((d for d in self._session.as_read if d.id == current), None)

    def ask_replace(self) -> None:
        """Ask for the new version of the current document."""
        document = self._document()
        if document is None:
            self._session.told.emit("Choose a document in the list first.")
            return
        title = f"New version of {one_line(document.name, 60)}"
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder)
        if name:
            self._folder = str(Path(name).parent)
            self.replace(document.id, Path(name))

    def replace(self, document_id: str, path: Path) -> None:
        """Let the text of this file take the place of a document; what was done stays where the text is the same."""

        def take(read: Sequence[Arrived]) -> None:
            for problem in (problem for arrived in read for problem in arrived.problems):
                self._session.told.emit(problem)
            for document in [document for arrived in read for document in arrived.documents][:1]:
                self._replace(document_id, document)

        self._session.intakes.read_again(path, self._session.intakes.options, take)

    def _replace(self, document_id: str, new: Document) -> None:
        old = next((d for d in self._session.as_read if d.id == document_id), None)
        if old is None:
            return
        twin = next((d for d in self._session.as_read if d.digest == new.digest), None)
        if twin is not None:
            which = "the same text as before" if twin is old else f"the same text as {twin.id}"
            self._session.told.emit(f"“{one_line(new.name, 60)}” holds {which}; nothing was replaced.")
            return
        self._desk.do(DocumentReplaced(old.digest, new.digest, new.name), texts=[new])

    def compare(self) -> None:
        """Compare all versions of the current document with each other, in a window of their own."""
        document = self._document()
        versions = self._desk.record.versions(document.digest) if document else ()
        if len(versions) < 2:
            self._session.told.emit(
                "This document has one version only; File, Replace by a new version… adds another."
            )
            return
        self._beside([_numbered(version, n, len(versions)) for n, version in enumerate(versions, 1)])

    def _tell_of_looks(self) -> None:
        """Say once that something no longer fits."""
        count = len(self._desk.looks)
        if count > self._told_of_looks and self._session.comparison is not None:
            things = "One thing no longer fits" if count == 1 else f"{count:,} things no longer fit"
            self._session.told.emit(
                f"{things} the documents as they are now; see Review, Another look (Ctrl+Alt+K)."
            )
        if self._session.comparison is not None:
            self._told_of_looks = count

    # Another reviewer's copy

    def ask_merge(self) -> None:
        """Ask for another reviewer's copy of this session."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Merge another copy", self._folder, _FILTER)
        if name:
            self._folder = str(Path(name).parent)
            self.merge(Path(name))

    def merge(self, path: Path) -> None:
        """Merge another copy: what only one of the two did is taken, disagreements are asked about."""
        mine = self._desk.history

        def work(_progress: Progress, _cancelled: IsCancelled) -> tuple[Merged, ReviewSession]:
            other = ReviewSession.open(path)
            other.close()
            return merge(mine, other.history), other

        self._jobs.start(work, lambda come_of_it: self._ask(come_of_it[0], come_of_it[1], path))

    @property
    def busy(self) -> bool:
        """Whether a copy is being read."""
        return bool(self._jobs.running)

    def _ask(self, merged: Merged, other: ReviewSession, path: Path) -> None:
        if not merged.taken and not merged.disagreements:
            self._session.told.emit(f"“{one_line(path.name, 60)}” holds nothing that is not here already.")
            return
        dialog = MergeDialog(self._window, merged, one_line(path.name, 60))
        dialog.decided.connect(lambda theirs: self._merge(merged, other, theirs))
        dialog.open()

    def _merge(self, merged: Merged, other: ReviewSession, theirs: frozenset[int]) -> None:
        entries, losing = list(merged.taken), list[str]()
        for number, disagreement in enumerate(merged.disagreements):
            taken, withdrawn = disagreement.settling(theirs=number in theirs)
            entries += taken
            losing += withdrawn
        self._desk.take_over(entries, other.texts.values(), losing)
        self._session.told.emit(
            f"{len(entries):,} steps of the other copy were taken over; History (Ctrl+Shift+H) lists them."
        )


def _numbered(document: Document, number: int, count: int) -> Document:
    """A version under a name that tells it from the others: as a rule they share title, publisher and date."""
    present = ", now" if number == count else ""
    who = f"{document.publisher}, " if document.publisher else ""
    return replace(document, publisher=f"{who}version {number} of {count}{present}")
