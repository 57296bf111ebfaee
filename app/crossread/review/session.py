"""A review in progress: documents, history and the file that keeps them, each deed written as it is done."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from crossread.review.action import (
    Action,
    DocumentAdded,
    DocumentRemoved,
    DocumentReplaced,
    Entry,
)
from crossread.review.changes import closing_note
from crossread.review.codec import UnreadableError, from_json, is_sound, to_json
from crossread.review.history import History, new_id, now
from crossread.review.merging import Merged, merge
from crossread.review.review import Review, free_letter
from crossread.review.store import SessionError, Store, open_file, write_file
from crossread.text.anchor import Anchor, Quoted
from crossread.text.choice import chosen
from crossread.text.document import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SessionView:
    """What was looked at, so that a session opens as it was left.

    Attributes:
        view: name of the view ("grid", "ribbon", "facts" ...); empty is the default.
        order: digests of the documents in the order of their columns.
        hidden: digests of those without a column.
        base: digest of the document whose order the page follows.
        finding: id of the current finding.
        place: where the reader was.
        switches: names of filters that are on.
    """

    view: str = ""
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    base: str = ""
    finding: str = ""
    place: Anchor | None = None
    switches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Words being typed, kept every second so that no more than that is lost.

    Attributes:
        text: as far as it was typed; a draft without text is none.
        on: what it belongs to: a note on selected text, or on a finding.
        target: id of the note that is being edited, or of the finding; empty for a new note.
        quoted: the selected text of a new note.
    """

    text: str = ""
    on: Literal["note", "finding"] = "note"
    target: str = ""
    quoted: Quoted | None = None


class ReviewSession:
    """A session that is open. Its methods may be called from any thread.

    Whatever is done holds at once and is written at once. Where it cannot be written (a full disk) it is kept, said in
    ``trouble``, and written with what is done next.

    Attributes:
        path: of the file; None for a session that has none.
        read_only: why nothing is written, one plain sentence; empty as a rule. What is done is then kept in memory,
            for ``save_as``.
        notices: what a person should know of the opening (damage, a newer format), each one plain sentence.
        history: all that was done.
        texts: every text that was ever open, by digest, as document A.
        view: what was looked at.
        draft: words that were being typed.
        trouble: why the last deed could not be written, one plain sentence; empty when all is saved.
    """

    def __init__(self) -> None:
        self.path: Path | None = None
        self.read_only = ""
        self.notices: tuple[str, ...] = ()
        self.history = History()
        self.texts: dict[str, Document] = {}
        self.view = SessionView()
        self.draft = Draft()
        self.trouble = ""
        self._store: Store | None = None
        self._written = 0  # entries of the history that are in the file
        self._unwritten: dict[str, Document] = {}
        self._views: dict[str, str] = {}  # that are not in the file yet
        self._opened_with = 0
        # What is in memory is guarded apart from what is on the disk: nobody waits for the disk to read the history.
        self._guard = threading.RLock()
        self._disk = threading.RLock()

    @classmethod
    def open(cls, path: Path, person: str = "", *, reading: bool = False) -> "ReviewSession":
        """Open a session file as far as it can be.

        Args:
            path: of the file.
            person: the reviewer's name, told to others who want to open it meanwhile.
            reading: it is only to be read, for instance for a report: nobody is kept from it.

        Raises:
            SessionError: it is no session, or nothing of it can be read.
        """
        opened = open_file(path, person, reading=reading)
        session = cls()
        session.path = path
        session._store = opened.store
        session.read_only = opened.read_only
        session.notices = (*opened.notices, *opened.loaded.problems)
        session.history = History.of(opened.loaded.entries)
        session.texts.update(opened.loaded.documents)
        session.view = _read(opened.loaded.views.get("view"), SessionView)
        session.draft = _read(opened.loaded.views.get("draft"), Draft)
        session._written = session._opened_with = len(session.history.entries)
        return session

    @classmethod
    def create(cls, path: Path, person: str = "", *, force: bool = False) -> "ReviewSession":
        """Make a new session file and open it.

        Args:
            path: where; ``.crossread`` by custom.
            person: who reviews.
            force: replace a file that is there.

        Raises:
            SessionError: the file exists and may not be replaced, or could not be written.
        """
        write_file(path, (), (), {}, force=force)
        return cls.open(path, person)

    # ---- what there is

    @property
    def review(self) -> Review:
        """What is in force."""
        return self.history.review

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that are open, under their letters, as they were read: what ``compare`` takes."""
        return tuple(
            self.texts[opened.digest].labelled(opened.letter)
            for opened in self.review.documents
            if opened.digest in self.texts
        )

    @property
    def shown(self) -> tuple[Document, ...]:
        """The same with the details that were set by hand."""
        choices = self.review.choices
        return tuple(chosen(document, choices.details, choices.boilerplate) for document in self.documents)

    def versions(self, digest: str) -> tuple[Document, ...]:
        """The versions of an open document, oldest first, under the letters A, B ...: any two can be compared."""
        found = next((opened for opened in self.review.documents if opened.digest == digest), None)
        digests = (*found.earlier, found.digest) if found else ()
        known = [self.texts[each] for each in digests if each in self.texts]
        letters: list[str] = []
        for _ in known:
            letters.append(free_letter(letters))
        return tuple(document.labelled(name) for document, name in zip(known, letters, strict=True))

    @property
    def unsaved(self) -> int:
        """How many entries of the history are not in the file."""
        return len(self.history.entries) - self._written

    # ---- what is done

    def do(self, action: Action, by: str) -> Entry[Action]:
        """Do one thing and write it.

        Args:
            action: what is done.
            by: the reviewer's name.

        Raises:
            SessionError: it is too long to be kept, or makes no sense; nothing was done.
        """
        entry = Entry(new_id(), action, by, now())
        self.log((entry,))
        self.write()
        return entry

    def log(self, entries: Iterable[Entry[Action]], texts: Iterable[Document] = ()) -> None:
        """Take entries into the history without waiting for the disk; ``write`` follows, from whatever thread.

        Args:
            entries: what was done.
            texts: documents that they open.

        Raises:
            SessionError: one is too long to be kept, or makes no sense; none was taken.
        """
        entries = tuple(entries)
        if not all(is_sound(entry.action) for entry in entries):
            raise SessionError("This is too long to be kept: a note may have two million characters.")
        with self._guard:
            for document in texts:
                self._keep(document)
            self.history = self.history.extended(entries)

    def write(self) -> None:
        """Write what is not in the file yet; ``trouble`` says whether it could be."""
        with self._disk:
            with self._guard:
                entries = self.history.entries[self._written :]
                texts, views = dict(self._unwritten), dict(self._views)
            if self._store is None or not (entries or texts or views):
                return
            try:
                self._store.write(entries, texts.values(), views)
            except SessionError as error:
                self.trouble = str(error)
                return
            with self._guard:
                self.trouble = ""
                self._written += len(entries)
                self._unwritten = {key: text for key, text in self._unwritten.items() if key not in texts}
                self._views = {name: view for name, view in self._views.items() if views.get(name) != view}

    def undo(self, by: str) -> None:
        """Take back what was done last; nothing happens if there is nothing."""
        with self._guard:
            self.history = self.history.undo(by)
        self.write()

    def redo(self, by: str) -> None:
        """Do again what was taken back last; nothing happens if there is nothing."""
        with self._guard:
            self.history = self.history.redo(by)
        self.write()

    def add(self, document: Document, by: str) -> Document:
        """Open a document beside the others.

        Returns:
            The document under its letter; one that is open already as it is.
        """
        with self._guard:
            if all(opened.digest != document.digest for opened in self.review.documents):
                self._keep(document)
                taken = {opened.letter for opened in self.review.documents}
                letter = document.id if document.id not in taken else free_letter(taken)
                added = DocumentAdded(document.digest, letter, document.name)
                self.history = self.history.with_(added, by)
        self.write()
        return self._open_one(document.digest)

    def remove(self, digest: str, by: str) -> None:
        """Close a document; its text stays in the file, so that this can be undone."""
        name = self.texts[digest].name if digest in self.texts else ""
        self.do(DocumentRemoved(digest, name), by)

    def replace(self, digest: str, document: Document, by: str) -> Document:
        """Put a new version in the place of a document; ``crossread.review.carrying`` finds the old one's notes in it.

        Args:
            digest: of the text in force of the document that is replaced.
            document: the new version.
            by: who does it.

        Returns:
            The new version under the old one's letter.

        Raises:
            SessionError: the new text is open already.
        """
        with self._guard:
            if document.digest in {opened.digest for opened in self.review.documents}:
                raise SessionError("The new version has the same text as a document that is open already.")
            self._keep(document)
            self.history = self.history.with_(DocumentReplaced(digest, document.digest, document.name), by)
        self.write()
        return self._open_one(document.digest)

    def _open_one(self, digest: str) -> Document:
        return next(document for document in self.documents if document.digest == digest)

    def _keep(self, document: Document) -> None:
        # Known texts stay as they were read the first time: what is anchored in their passages must hold.
        if document.digest not in self.texts:
            self.texts[document.digest] = self._unwritten[document.digest] = document.labelled("A")

    def keep_view(self, view: SessionView) -> None:
        """Keep what is looked at; not a deed, and not undone."""
        with self._guard:
            if view != self.view:
                self.view = view
                self._views["view"] = to_json(view)
        self.write()

    def keep_draft(self, draft: Draft) -> None:
        """Keep words that are being typed; an empty draft when they have become a note."""
        with self._guard:
            if draft != self.draft:
                self.draft = draft
                self._views["draft"] = to_json(draft)
        self.write()

    def merge(self, other: "ReviewSession") -> Merged:
        """Take in what was done in another copy of this session, with its texts, and write it.

        Returns:
            What has come of it; where the two disagree this one's word stands, and whoever decides does it with ``do``.
        """
        with self._guard:
            merged = merge(self.history, other.history)
            self.log(merged.taken, other.texts.values())
        self.write()
        return merged

    # ---- files

    def duplicate(self, path: Path, *, force: bool = False) -> None:
        """Write a copy with everything in it, and go on with this one.

        Raises:
            SessionError: the file exists and may not be replaced, or could not be written.
        """
        self._copied(path, force=force)

    def save_as(self, path: Path, person: str = "", *, force: bool = False) -> None:
        """Write everything to another file and go on with that one.

        Args:
            path: where.
            person: who reviews.
            force: replace a file that is there.

        Raises:
            SessionError: the file exists and may not be replaced, or could not be written; this one stays open.
        """
        with self._disk:
            entries, texts = self._copied(path, force=force)
            opened = open_file(path, person)
            if self._store is not None:
                self._store.close()
            with self._guard:
                self.path, self._store = path, opened.store
                self.read_only, self.trouble, self.notices = opened.read_only, "", opened.notices
                self._written = entries
                self._unwritten = {key: text for key, text in self.texts.items() if key not in texts}
        self.write()

    def _copied(self, path: Path, *, force: bool) -> tuple[int, frozenset[str]]:
        """Write a copy; how many entries and which texts are in it."""
        with self._disk:
            with self._guard:
                entries, texts = self.history.entries, dict(self.texts)
                views = {"view": to_json(self.view), "draft": to_json(self.draft)}
            write_file(path, entries, texts.values(), views, force=force)
        return len(entries), frozenset(texts)

    def closing_note(self, *, writing: bool = False) -> str:
        """What has changed since opening, for a person who closes the session; empty if nothing has.

        Args:
            writing: what is not in the file yet is being written, by another thread.
        """
        failed = bool(self.trouble) or not writing
        return closing_note(self.history, self._opened_with, self.unsaved, failed=failed)

    def close(self) -> None:
        """Make one file of it; what could not be written before is tried once more."""
        with self._disk:
            self.write()
            if self._store is not None:
                self._store.close()
                self._store = None


def _read(text: str | None, kind: type[T]) -> T:
    """A view of this kind, or the default where it cannot be read: it is not worth a word."""
    try:
        return from_json(text or "", kind)
    except UnreadableError:
        return kind()
