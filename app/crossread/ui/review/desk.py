"""Where everything that a person does to a review comes together: one log, one undo, saved as it is done."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from crossread.review.action import Action, Deed, DocumentAdded, Entry, Redone, Undone, Withdrawn
from crossread.review.history import History, new_id, now
from crossread.review.review import Review

READ_ONLY = "This session is open for reading only; Save session as … makes a copy that you can change."


class Desk(QObject):
    """The review of the documents that are open. No widgets.

    Attributes:
        reviewer: who sits here; beside everything that is done. Empty until somebody has said so.
        read_only: nothing can be done, only read.

    Signals:
        changed(object): what is in force has changed; the Review before.
        logged(object): these Entries have been added to the log, a tuple; whoever keeps the log writes them down.
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
        self.reviewer = reviewer
        self.read_only = False
        self._named = bool(reviewer)
        self._history = History()
        self._waiting: list[Deed] = []

    @property
    def history(self) -> History:
        """The log."""
        return self._history

    @property
    def review(self) -> Review:
        """What is in force."""
        return self._history.review

    @property
    def can_undo(self) -> bool:
        """Whether anything was done that can be undone; that documents were opened first cannot."""
        return not self.read_only and self._floor() < len(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether anything was undone that can be done again."""
        return not self.read_only and bool(self._history.undone)

    def _floor(self) -> int:
        """How many of the first things in force are the opening of documents."""
        for number, entry in enumerate(self._history.done):
            if not isinstance(entry.action, DocumentAdded):
                return number
        return len(self._history.done)

    def lay(self, history: History, *, read_only: bool = False) -> None:
        """Put another review on the desk in place of this one."""
        before = self.review
        self._waiting.clear()
        self._history, self.read_only = history, read_only
        self.replaced.emit()
        self.changed.emit(before)

    # What is done

    def do(self, *deeds: Deed) -> None:
        """Do these things; if nobody knows by whom, when the name has been said."""
        if self.read_only:
            self.refused.emit()
        elif self._named:
            self._log(Entry(new_id(), deed, self.reviewer, now()) for deed in deeds)
        else:
            self._waiting += deeds
            self.name_wanted.emit()

    def note_documents(self, deeds: Sequence[Deed]) -> None:
        """Write down which documents are open; for that nobody's name need be known."""
        if not self.read_only:
            self._log(Entry(new_id(), deed, self.reviewer, now()) for deed in deeds)

    def name(self, reviewer: str) -> None:
        """Say who sits here, or with an empty name that it is nobody's business; what waited is done."""
        self.reviewer, self._named = reviewer, True
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.do(*waiting)

    def undo(self) -> None:
        """Take back the last thing in force."""
        if self.can_undo:
            self._log([self._undone(self._history.done[-1].id)])

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.can_redo:
            self._log([Entry(new_id(), Redone(self._history.undone[-1].id), self.reviewer, now())])

    def withdraw(self, entry: str) -> None:
        """Take back one thing, wherever in the history it stands, and leave the rest as it is."""
        self.do(Withdrawn(entry))

    def go_to(self, entry: str) -> None:
        """Undo or do again step by step until this entry is the last thing in force."""
        if self.read_only:
            self.refused.emit()
            return
        done = [known.id for known in self._history.done]
        undone = [known.id for known in self._history.undone]
        if entry in done:
            first = max(done.index(entry) + 1, self._floor())
            self._log(self._undone(known) for known in reversed(done[first:]))
        elif entry in undone:
            again = undone[undone.index(entry) :]
            self._log(Entry(new_id(), Redone(known), self.reviewer, now()) for known in reversed(again))

    def _undone(self, entry: str) -> Entry[Action]:
        return Entry(new_id(), Undone(entry), self.reviewer, now())

    def _log(self, entries: Iterable[Entry[Action]]) -> None:
        entries = tuple(entries)
        if not entries:
            return
        before = self.review
        self._history = self._history.extended(entries)
        self.logged.emit(entries)
        if self.review != before:
            self.changed.emit(before)
