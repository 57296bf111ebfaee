"""Notes on selected text: written, changed, taken away, and gone to."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from crossread.comparison import Place
from crossread.review.action import Decision, Note, NoteRemoved
from crossread.review.history import new_id
from crossread.review.session import Draft
from crossread.text.anchor import Quoted
from crossread.text.shown import one_line
from crossread.text.span import Span
from crossread.ui.grid.hand_painting import merged
from crossread.ui.presenting.readings import Remark
from crossread.ui.review.desk import Desk
from crossread.ui.review.note_dialog import NoteDialog
from crossread.ui.review.notes import NoteLine, lines
from crossread.ui.review.words import quoted
from crossread.ui.session import Session

_LONGEST_QUOTED = 60  # characters of the words that a note is on, before a room


class Noting(QObject):
    """Takes notes on behalf of a window.

    Args:
        window: the parent of its dialogs.
        session: whose documents are noted on.
        desk: where the notes are kept.

    Signals:
        drafting(object): words that are being typed, a Draft; an empty one when nothing is any more.
        finding_meant(str): a note on the finding with this id is to be changed.
    """

    drafting = Signal(object)
    finding_meant = Signal(str)

    def __init__(self, window: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk

    @property
    def count(self) -> int:
        """How many notes are listed."""
        if self._session.filters.tag:
            return len(self.lines())
        review = self._desk.review
        return len(review.notes) + sum(bool(entry.action.note) for entry in review.decisions.values())

    def lines(self) -> tuple[NoteLine, ...]:
        """The notes as they are listed; with a tag chosen as a filter only those that have it."""
        comparison = self._session.comparison
        findings = {f.id: f for f in comparison.findings} if comparison else {}
        tag = self._session.filters.tag
        found = lines(self._desk.review, self._session.documents, findings)
        return tuple(line for line in found if not tag or tag in line.tags)

    def remarks(self, places: Sequence[Place], *, private: bool) -> tuple[Remark, ...]:
        """The notes that stand in these stretches, for a room to see; private ones only where that is asked for."""
        return tuple(
            Remark(line.by, line.text, f"{line.letter}, “{one_line(line.on, _LONGEST_QUOTED)}”")
            for line in lines(self._desk.review, self._session.documents, {})
            if line.text and (private or not line.private) and _stands_in(line.place, places)
        )

    def spans(self, *, private: bool = True) -> dict[str, list[Span]]:
        """Where notes stand in the open documents, by document id, in order and apart from one another.

        Args:
            private: private ones too.
        """
        letters = {document.digest: document.id for document in self._session.as_read}
        found: dict[str, list[Span]] = {}
        for kept in self._desk.review.notes.values():
            anchor = kept.note.quoted.anchor
            if anchor.digest in letters and (private or not kept.note.private):
                found.setdefault(letters[anchor.digest], []).append(anchor.span)
        return {name: merged(spans) for name, spans in found.items()}

    def note_on(self, place: Place) -> None:
        """Ask for a note on a stretch of a document."""
        document = next((d for d in self._session.as_read if d.id == place.document), None)
        if document is not None and place.span.start < place.span.end:
            self.write(quoted(document, place.span))

    def write(self, on: Quoted, text: str = "") -> None:
        """Ask for a new note on quoted words; ``text`` is what was typed when the program ended."""
        dialog = self._dialog(f"“{on.exact}”", text)
        dialog.typed.connect(lambda words: self.drafting.emit(Draft(words, "note", "", on)))
        dialog.kept.connect(lambda words, tags, private: self._add(on, words, tags, private))
        dialog.open()

    def change(self, line: NoteLine, text: str | None = None) -> None:
        """Ask for other words for a note."""
        if line.on_finding:
            self.finding_meant.emit(line.id)
            return
        kept = self._desk.review.notes.get(line.id)
        if kept is None:
            return
        note = kept.note
        words = note.text if text is None else text
        dialog = self._dialog(f"“{note.quoted.exact}”", words, note.tags, private=note.private, exists=True)
        dialog.typed.connect(lambda words: self.drafting.emit(Draft(words, "note", note.id)))
        dialog.kept.connect(lambda words, tags, private: self._change(note, words, tags, private))
        dialog.removed.connect(lambda: self._desk.do(NoteRemoved(note.id)))
        dialog.open()

    def remove(self, line: NoteLine) -> None:
        """Take a note away; undo brings it back."""
        if not line.on_finding:
            self._desk.do(NoteRemoved(line.id))
            return
        entry = self._desk.review.decisions.get(line.id)
        if entry:
            decision: Decision = replace(entry.action, note="", private=False)
            self._desk.do(decision)

    def menu(self, line: NoteLine, go: Callable[[NoteLine], None]) -> QMenu:
        """What can be done with a note in the list."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, done in (("&Go there", go), ("&Change…", self.change), ("&Remove", self.remove)):
            menu.addAction(words).triggered.connect(lambda _=False, done=done: done(line))
        return menu

    def show_menu(self, line: NoteLine, at: QPoint, go: Callable[[NoteLine], None]) -> None:
        """Show what can be done with a note."""
        self.menu(line, go).popup(at)

    def _dialog(
        self, on: str, text: str, tags: tuple[str, ...] = (), *, private: bool = False, exists: bool = False
    ) -> NoteDialog:
        known = self._desk.review.all_tags
        dialog = NoteDialog(self._window, on, text, tags, known, private=private, exists=exists)
        dialog.finished.connect(lambda _result: self.drafting.emit(Draft()))
        return dialog

    def _add(self, on: Quoted, words: str, tags: tuple[str, ...], private: bool) -> None:
        if words or tags:
            self._desk.do(Note(new_id(), on, words, tags, private))

    def _change(self, note: Note, words: str, tags: tuple[str, ...], private: bool) -> None:
        changed = replace(note, text=words, tags=tags, private=private)
        if not words and not tags:
            self._desk.do(NoteRemoved(note.id))
        elif changed != note:
            self._desk.do(changed)


def _stands_in(place: Place | None, places: Sequence[Place]) -> bool:
    return place is not None and any(
        place.document == other.document and place.span.overlaps(other.span) for other in places
    )
