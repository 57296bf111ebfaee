"""Decisions on findings, and notes and tags on them: what the entries of the Review menu do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from crossread.comparison import Finding
from crossread.review.action import Decision, DecisionState, Deed, Tagged
from crossread.review.matching import decided
from crossread.review.session import Draft
from crossread.review.standing import next_unreviewed
from crossread.ui.presenting.readings import Remark
from crossread.ui.review.desk import Desk
from crossread.ui.review.note_dialog import NoteDialog
from crossread.ui.review.words import STATE_NAMES
from crossread.ui.session import Session

_NONE = "Go to a finding first: n and p step through them."
STATE_OF_ACTION: dict[str, DecisionState] = {
    "confirm": "confirmed",
    "dispute": "disputed",
    "dismiss": "dismissed",
    "put_off": "put off",
    "reopen": "open",
}


class Deciding(QObject):
    """Decides on behalf of a window.

    Args:
        window: the parent of its dialogs.
        session: whose current finding is meant.
        desk: where the decisions are kept.

    Signals:
        drafting(object): words that are being typed, a Draft; an empty one when nothing is any more.
    """

    drafting = Signal(object)

    def __init__(self, window: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {
            **{
                name: lambda state=state: self.decide(state)
                for name, state in STATE_OF_ACTION.items()
            },
            "tag": lambda: self.note(tags_first=True),
            "next_unreviewed": self.next_unreviewed,
        }  # fmt: skip

    def state(self, finding: Finding) -> DecisionState:
        """What was decided on a finding."""
        return self._desk.review.state(finding.id)

    def sign(self, finding: Finding) -> str:
        """The same in words; empty for what is open."""
        state = self.state(finding)
        return "" if state == "open" else STATE_NAMES[state]

    def decide(self, state: DecisionState) -> None:
        """Let this hold of the current finding, its note as it was; said once more it is taken back."""
        finding = self._session.findings.current
        if finding is None:
            self._session.told.emit(_NONE)
            return
        earlier = self._desk.review.decisions.get(finding.id)
        if state == self.state(finding):
            state = "open"
        note, private = (earlier.action.note, earlier.action.private) if earlier else ("", False)
        if state != self.state(finding):
            self._desk.do(self._decision(finding, state, note, private))

    def note(self, *, tags_first: bool = False) -> None:
        """Ask for a note on the current finding and for its tags."""
        finding = self._session.findings.current
        if finding is None:
            self._session.told.emit(_NONE)
            return
        self.note_on(finding, tags_first=tags_first)

    def note_on(self, finding: Finding, text: str | None = None, *, tags_first: bool = False) -> None:
        """Ask for a note on a finding.

        Args:
            finding: what is noted on.
            text: words that were being typed when the program ended.
            tags_first: begin in the field for tags.
        """
        review = self._desk.review
        earlier = review.decisions.get(finding.id)
        dialog = NoteDialog(
            self._window,
            f"Finding {finding.number}: {finding.title}",
            text if text is not None else earlier.action.note if earlier else "",
            review.tags_of(finding.id),
            review.all_tags,
            private=earlier.action.private if earlier else False,
        )
        dialog.typed.connect(lambda words: self.drafting.emit(Draft(words, "finding", finding.id)))
        dialog.kept.connect(lambda words, tags, private: self._keep(finding, words, tags, private))
        dialog.finished.connect(lambda _result: self.drafting.emit(Draft()))
        dialog.open()
        (dialog.tags if tags_first else dialog.field).setFocus()

    def add_note(self, finding_id: str, words: str, private: bool) -> None:
        """Put words behind those that are noted on a finding already, as while presenting."""
        finding = next((f for f in self._session.findings.shown if f.id == finding_id), None)
        if finding is None:
            return
        earlier = self._desk.review.decisions.get(finding_id)
        before = earlier.action.note if earlier else ""
        # One private word makes the note private: nothing is ever shown that was not meant to be.
        private = private or bool(earlier and earlier.action.private and before)
        text = f"{before}\n{words}" if before else words
        self._desk.do(self._decision(finding, self.state(finding), text, private))

    def remarks(self, finding: Finding, private: bool) -> tuple[Remark, ...]:
        """The note on a finding, for a room to see; private ones only where that is asked for."""
        entry = self._desk.review.decisions.get(finding.id)
        if entry is None or not entry.action.note or (entry.action.private and not private):
            return ()
        return (Remark(entry.by, entry.action.note),)

    def next_unreviewed(self) -> None:
        """Go to the next finding on which nothing was decided."""
        findings, current = self._session.findings.shown, self._session.findings.current
        found = next_unreviewed(self._desk.review, findings, current.id if current else "")
        if found:
            self._session.go_to_finding(found.id)
        else:
            self._session.told.emit("Every finding that is shown has been reviewed.")

    def _keep(self, finding: Finding, words: str, tags: tuple[str, ...], private: bool) -> None:
        review = self._desk.review
        earlier = review.decisions.get(finding.id)
        deeds: list[Deed] = []
        before = (earlier.action.note, earlier.action.private) if earlier else ("", False)
        if (words, private and bool(words)) != before:
            deeds.append(self._decision(finding, self.state(finding), words, private and bool(words)))
        if tags != review.tags_of(finding.id):
            places = self._decision(finding, "open", "", False).places
            deeds.append(Tagged(finding.id, tags, finding.number, finding.title, finding.kind, places))
        if deeds:
            self._desk.do(*deeds)

    def _decision(self, finding: Finding, state: DecisionState, note: str, private: bool) -> Decision:
        comparison = self._session.comparison
        assert comparison is not None
        return decided(comparison, finding, state=state, note=note, private=private)
