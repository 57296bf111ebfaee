"""A file read again in another way: the whole page, the encoding repaired, another column."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crossread.progress import IsCancelled, Progress
from crossread.read import Column, Reading, ReadOptions, columns
from crossread.read.names import quoted
from crossread.review.action import Deed, DocumentAdded, DocumentRemoved, DocumentReplaced
from crossread.review.review import free_letter
from crossread.text.choice import BoilerplateChoice
from crossread.text.document import Document
from crossread.ui.aside.article import choices
from crossread.ui.aside.column_dialog import ColumnDialog
from crossread.ui.aside.details import offers
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session
from crossread.ui.working.tasks import Arrived
from crossread.ui.working.work import Work

SAME = "Read this way the text is the same; nothing has changed."
CHANGED = "{} has changed since it was read; open it again to compare it as it is now."
_NEEDS = {
    "whole_page": "was not read as a web page, so that there is no other part of it to take",
    "repair": "shows no sign of an encoding gone wrong, so that there is nothing to repair",
    "column": "was not read as a table or as records, so that there is no column to choose",
}
_CHOOSE = "File, Read again, Choose the column… takes another one (Ctrl+Alt+C)."


class Rereading(QObject):
    """Reads files again on behalf of a window; the documents keep their letters, and it can be undone.

    Args:
        window: the parent of its dialog.
        session: whose documents are meant.
        desk: where what has become of them is written down.
    """

    def __init__(self, window: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk
        self._options: dict[str, ReadOptions] = {}  # that documents were read with, by digest
        # What is greyed in a document, by digest, read as the whole page and as the article only.
        self._greyed: dict[str, dict[bool, frozenset[int]]] = {}
        self._told: set[str] = set()  # files of which it was said which column was taken
        session.documents_changed.connect(self._tell_columns)

    def options_of(self, document: Document) -> ReadOptions:
        """What a document was read with, as far as that is known.

        Args:
            document: as it was read.
        """
        known = self._options.get(document.digest, self._session.intakes.options)
        repaired = document.provenance.mojibake == "repaired"
        shown = next((d for d in self._session.documents if d.digest == document.digest), document)
        ways = self._greyed.get(document.digest, {})
        # Where the page and its article are the same text, undoing tells of itself only in what is greyed.
        whole = min(ways, key=lambda way: len(ways[way] ^ _greyed(shown)), default=known.whole_page)
        return replace(known, repair_encoding=repaired or known.repair_encoding, whole_page=whole)

    def ask(self, name: str, document: Document | None) -> None:
        """Read a document's file again.

        Args:
            name: in which other way: "whole_page" or back, "repair" or back, "column".
            document: as it was read.
        """
        if document is None:
            return
        if name not in offers(document):
            self._session.told.emit(f"{quoted(document.source or document.name)} {_NEEDS[name]}.")
            return
        options = self.options_of(document)
        if name == "column":
            self._session.intakes.look(
                self._looking(Path(document.source)), self._choosing(document, options)
            )
        elif name == "repair":
            self._read(document, replace(options, repair_encoding=not options.repair_encoding))
        else:
            self._read(document, replace(options, whole_page=not options.whole_page))

    def _looking(self, path: Path) -> Work:
        limits = self._session.intakes.limits

        def work(_progress: Progress, cancelled: IsCancelled) -> tuple[Column, ...]:
            return columns(path, Reading(limits=limits, cancelled=cancelled))

        return work

    def _choosing(self, document: Document, options: ReadOptions) -> Callable[[tuple[Column, ...]], None]:
        def choose(found: tuple[Column, ...]) -> None:
            if found:
                dialog = ColumnDialog(self._window, Path(document.source).name, found, options)
                dialog.decided.connect(lambda chosen: self._read(document, chosen))
                dialog.open()

        return choose

    def _read(self, document: Document, options: ReadOptions) -> None:
        self._session.intakes.read_again(
            Path(document.source), options, lambda arrived: self._take(document.source, options, arrived)
        )

    def _take(self, source: str, options: ReadOptions, arrived: Sequence[Arrived]) -> None:
        """Put what was read in the place of the documents that the file had given before."""
        for problem in (problem for read in arrived for problem in read.problems):
            self._session.told.emit(problem)
        new = [document for read in arrived for document in read.documents]
        old = [document for document in self._session.as_read if document.source == source]
        if not new or not old:
            return
        if any(now.provenance.file_digest != old[0].provenance.file_digest for now in new):
            self._session.told.emit(CHANGED.format(quoted(source)))
            return
        for document in new:
            self._options[document.digest] = options
        pairs = _paired(old, new)
        open_ = {document.digest for document in self._session.as_read}
        replaced = [(was, now) for was, now in pairs if now.digest not in open_]
        seen = {document.digest: document for document in self._session.documents}
        same = [
            (seen[now.digest], now) for was, now in pairs if was.digest == now.digest and now.digest in seen
        ]
        said = [choice for shown, now in same for choice in _otherwise(shown, now)]
        self._remember_greyed(same, options)
        kept = {now.digest for _, now in pairs}
        deeds: list[Deed] = [DocumentReplaced(was.digest, now.digest, now.name) for was, now in replaced]
        gone = [was for was in old if was not in [pair[0] for pair in pairs] and was.digest not in kept]
        deeds += [DocumentRemoved(was.digest, was.name) for was in gone]
        letters = [document.id for document in self._session.as_read if document not in gone]
        more = [now for now in new if now.digest not in kept and now.digest not in open_]
        for now in more:
            letters.append(free_letter(letters))
            deeds.append(DocumentAdded(now.digest, letters[-1], now.name))
        if deeds:
            self._desk.note_documents(deeds, [*(now for _, now in replaced), *more])
        if said:
            self._desk.do(*said)
        if not deeds and not said:
            self._session.told.emit(SAME)

    def _remember_greyed(self, same: Sequence[tuple[Document, Document]], options: ReadOptions) -> None:
        """Remember how texts look that are the same read either way: as they were shown, and as read now."""
        for was, now in same:
            ways = self._greyed.setdefault(now.digest, {not options.whole_page: _greyed(was)})
            ways[options.whole_page] = _greyed(now)

    def _tell_columns(self) -> None:
        """Say once of each table which of its columns was taken for the text."""
        for document in self._session.as_read:
            if "column" in offers(document) and document.source not in self._told:
                self._told.add(document.source)
                said = next((s for s in document.provenance.left_out if s.startswith("Of the columns")), "")
                if said:
                    sentence = said.removesuffix(" Another one can be chosen.")
                    self._session.told.emit(f"{quoted(document.source)}: {sentence} {_CHOOSE}")


def _greyed(document: Document) -> frozenset[int]:
    """Where passages begin that are no part of the article."""
    return frozenset(passage.span.start for passage in document.passages if passage.kind == "boilerplate")


def _otherwise(was: Document, now: Document) -> list[BoilerplateChoice]:
    """What must be said of a text so that the same is its article as when it was read the other way."""
    found: list[BoilerplateChoice] = []
    for article in (True, False):
        other = [
            passage
            for passage in was.passages
            if (same := now.passage_at(passage.span.start)) and (same.kind != "boilerplate") == article
        ]
        found += choices(was, other, article=article)
    return found


def _paired(old: Sequence[Document], new: Sequence[Document]) -> list[tuple[Document, Document]]:
    """Which document takes the place of which: that of the same part of the file, else the next in order."""
    parts = {document.provenance.part: document for document in new}
    pairs, rest = [], []
    for was in old:
        now = parts.pop(was.provenance.part, None)
        if now is None:
            rest.append(was)
        else:
            pairs.append((was, now))
    left = [document for document in new if document.provenance.part in parts]
    return [*pairs, *zip(rest, left, strict=False)]
