"""Where everything that a person does to a review comes together: one log, one undo, saved as it is done."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from crossread.comparison import Comparison
from crossread.review.action import (
    Action,
    Decision,
    Deed,
    DocumentAdded,
    Entry,
    Note,
    NoteRemoved,
    Redone,
    Tagged,
    Undone,
    Withdrawn,
    is_deed,
)
from crossread.review.carrying import Carrier, Look
from crossread.review.history import History, now, step_ids
from crossread.review.matching import matched
from crossread.review.review import Review
from crossread.review.session import ReviewSession
from crossread.text.document import Document

READ_ONLY = (
    "This session is open for reading only; File, Save session under another name… makes a copy to work on."
)

_LIGHT = (Decision, Tagged, Note, NoteRemoved)
"""What is done thousands of times, and moves nothing else."""


class Desk(QObject):
    """The review of the documents that are open. No widgets.

    Attributes:
        record: what is kept of it; the file is written by whoever listens to ``logged``.
        looks: what should be looked at again, because a document was replaced or a finding has changed.
        reviewer: who sits here; beside everything that is done. Empty until somebody has said so.

    Signals:
        changed(object): what is in force has changed; the Review before.
        logged(object): these Entries have been added to the log, a tuple; they wait to be written.
        name_wanted(): something is to be done and nobody knows by whom; ``name`` goes on with it.
        refused(): something was to be done while nothing can be.
        replaced(): another review has been laid on the desk.
    """

    changed = Signal(object)
    logged = Signal(object)
    name_wanted = Signal()
    refused = Signal()
    replaced = Signal()

    def __init__(self, reviewer: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.record = ReviewSession()
        self.looks: tuple[Look, ...] = ()
        self._carrier = Carrier(self.record.texts)
        self._comparison: Comparison | None = None
        self._review = self.record.review
        self.reviewer = reviewer
        self._named = bool(reviewer)
        self._waiting: list[Deed] = []
        self._waiting_texts: list[Document] = []

    @property
    def history(self) -> History:
        """The log."""
        return self.record.history

    @property
    def review(self) -> Review:
        """What is in force: every place in the present texts, every decision by the present id of its finding."""
        return self._review

    @property
    def read_only(self) -> bool:
        """Whether nothing can be done, only read."""
        return bool(self.record.read_only)

    @property
    def can_undo(self) -> bool:
        """Whether anything was done that can be undone; that documents were opened first cannot."""
        return not self.read_only and self._floor() < len(self.history.done)

    @property
    def can_redo(self) -> bool:
        """Whether anything was undone that can be done again."""
        return not self.read_only and bool(self.history.undone)

    def _floor(self) -> int:
        """How many of the first things in force are the opening of documents."""
        for number, entry in enumerate(self.history.done):
            if not isinstance(entry.action, DocumentAdded):
                return number
        return len(self.history.done)

    @property
    def worth_keeping(self) -> bool:
        """Whether a person did anything but open documents."""
        return self._floor() < len(self.history.entries)

    def lay(self, record: ReviewSession) -> None:
        """Put another review on the desk in place of this one."""
        before = self.review
        self._waiting.clear()
        self._waiting_texts.clear()
        self.record, self._carrier, self._comparison = record, Carrier(record.texts), None
        self._carry()
        self.replaced.emit()
        self.changed.emit(before)

    def compare(self, comparison: Comparison | None) -> None:
        """Let decisions find their findings again in another comparison."""
        before = self.review
        self._comparison = comparison
        self._carry()
        if self.review != before:
            self.changed.emit(before)

    def _carry(self) -> None:
        """Bring the review to the present texts and findings."""
        carried = self._carrier.carried(self.record.review)
        if self._comparison is not None:
            carried = matched(carried, self._comparison)
        self._review, self.looks = carried.review, carried.looks

    # What is done

    def do(self, *deeds: Deed, texts: Iterable[Document] = ()) -> None:
        """Do these things in one step; if nobody knows by whom, when the name has been said.

        Args:
            deeds: what is done.
            texts: documents that they open.
        """
        if self.read_only:
            self.refused.emit()
        elif self._named:
            self._log(self._step([part for deed in deeds for part in self._with_earlier(deed)]), texts)
        else:
            self._waiting += deeds
            self._waiting_texts += texts
            self.name_wanted.emit()

    def _with_earlier(self, deed: Deed) -> tuple[Deed, ...]:
        """A decision that takes the place of one made when its finding had another id takes that one back."""
        shown = self.review.decisions.get(deed.finding) if isinstance(deed, Decision) else None
        if shown is None or not isinstance(deed, Decision) or deed.finding in self.record.review.decisions:
            return (deed,)
        earlier = next((e.action for e in self.record.review.decisions.values() if e.id == shown.id), None)
        return (replace(earlier, state="open", note="", private=False), deed) if earlier else (deed,)

    def note_documents(self, deeds: Sequence[Deed], texts: Iterable[Document] = ()) -> None:
        """Write down which documents are open; for that nobody's name need be known.

        Args:
            deeds: how that has changed.
            texts: the documents that were opened.
        """
        if not self.read_only:
            self._log(self._step(deeds), texts)

    def name(self, reviewer: str) -> None:
        """Say who sits here, or with an empty name that it is nobody's business; what waited is done."""
        self.reviewer, self._named = reviewer, True
        waiting, self._waiting = self._waiting, []
        texts, self._waiting_texts = self._waiting_texts, []
        if waiting:
            self.do(*waiting, texts=texts)

    def take_over(
        self, entries: Iterable[Entry[Action]], texts: Iterable[Document], losing: Sequence[str] = ()
    ) -> None:
        """Take what another reviewer did, under that one's name.

        Args:
            entries: of the other's log.
            texts: that they may open.
            losing: ids of entries that are taken back then, because they lost a disagreement.
        """
        if self.read_only:
            self.refused.emit()
        else:
            self._log((*entries, *self._step([Withdrawn(known) for known in losing])), texts)

    def undo(self) -> None:
        """Take back the last step in force."""
        if self.can_undo:
            self._log(self._step(self.history.to_undo))

    def redo(self) -> None:
        """Do the step again that was undone last."""
        if self.can_redo:
            self._log(self._step(self.history.to_redo))

    def withdraw(self, *entries: str) -> None:
        """Take back single things, wherever in the history they stand, and leave the rest as it is."""
        self.do(*map(Withdrawn, entries))

    def go_to(self, entry: str) -> None:
        """Undo or do again step by step until this entry is the last thing in force."""
        if self.read_only:
            self.refused.emit()
            return
        done = [known.id for known in self.history.done]
        undone = [known.id for known in self.history.undone]
        if entry in done:
            first = max(done.index(entry) + 1, self._floor())
            self._log(self._step([Undone(known) for known in reversed(done[first:])]))
        elif entry in undone:
            again = undone[undone.index(entry) :]
            self._log(self._step([Redone(known) for known in reversed(again)]))

    def _step(self, actions: Sequence[Action]) -> tuple[Entry[Action], ...]:
        """Entries for what is done now, all in one step."""
        at = now()
        return tuple(
            Entry(known, action, self.reviewer, at)
            for known, action in zip(step_ids(len(actions)), actions, strict=True)
        )

    def _log(self, entries: Iterable[Entry[Action]], texts: Iterable[Document] = ()) -> None:
        entries = tuple(entries)
        if not entries:
            return
        before = self.review
        self.record.log(entries, texts)
        light = [entry for entry in entries if is_deed(entry) and isinstance(entry.action, _LIGHT)]
        if len(light) == len(entries) and not self.looks:
            for entry in light:
                self._review = self._review.after(entry)
        else:
            self._carry()
        self.logged.emit(entries)
        if self.review != before:
            self.changed.emit(before)
