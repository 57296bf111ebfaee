"""Keeps the open documents and what is settled in the window in step with the review on the desk."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from crossread.review.action import Deed, DocumentAdded, DocumentRemoved
from crossread.review.history import History
from crossread.review.review import Review
from crossread.text.document import Document
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session


class Following(QObject):
    """Writes down which documents are opened and closed, and opens and closes them where that is undone.

    Attributes:
        texts: every document that was open in this review, by its digest.
    """

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk)
        self._desk, self._session = desk, session
        self.texts: dict[str, Document] = {}
        self._beginning = False
        session.opened_anew.connect(self._begin)
        session.documents_changed.connect(self._write_down)
        desk.changed.connect(self._show)

    def lay(self, history: History, documents: Iterable[Document], *, read_only: bool = False) -> None:
        """Put another review on the desk, with all texts that were ever open in it."""
        self.texts = {document.digest: document for document in documents}
        self._desk.lay(history, read_only=read_only)

    def _begin(self) -> None:
        """Other documents were opened in place of these: that is another review."""
        self._beginning = True  # the desk is empty for a moment, which does not mean that all is to be closed
        self.lay(History(), ())
        self._beginning = False
        self._write_down()

    def _write_down(self) -> None:
        session, review = self._session, self._desk.review
        here = {document.digest: document for document in session.as_read}
        known = {document.digest for document in review.documents}
        deeds: list[Deed] = [
            DocumentRemoved(digest, self.texts[digest].name if digest in self.texts else "")
            for digest in known - set(here)
        ]
        self.texts |= here
        deeds += [
            DocumentAdded(digest, document.id, document.name)
            for digest, document in here.items()
            if digest not in known
        ]
        self._desk.note_documents(deeds)

    def _show(self, _before: Review) -> None:
        if self._beginning:
            return
        review = self._desk.review
        documents = [
            self.texts[known.digest].labelled(known.letter)
            for known in review.documents
            if known.digest in self.texts
        ]
        self._session.take(documents, review.choices, review.fact_corrections)
