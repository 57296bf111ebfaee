"""Keeps the open documents and what is settled in the window in step with the review on the desk."""

from PySide6.QtCore import QObject, Signal

from crossread.review.action import Deed, DocumentAdded, DocumentRemoved
from crossread.review.review import Review
from crossread.review.session import ReviewSession
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session


class Following(QObject):
    """Writes down which documents are opened and closed, and opens and closes them where that is undone.

    Attributes:
        desk, session: what is kept in step.

    Signals:
        let_go(object): this ReviewSession is no longer on the desk, and can be closed.
    """

    let_go = Signal(object)

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk)
        self.desk, self.session = desk, session
        self._beginning = False
        session.opened_anew.connect(self._begin)
        session.documents_changed.connect(self._write_down)
        session.compared.connect(lambda: desk.compare(session.comparison))
        desk.changed.connect(self._show)

    def _begin(self) -> None:
        """Other documents were opened in place of these: that is another review."""
        self._beginning = True  # the desk is empty for a moment, which does not mean that all is to be closed
        self.lay(ReviewSession())
        self._beginning = False
        self._write_down()

    def lay(self, record: ReviewSession) -> None:
        """Put another review on the desk, and its documents into the window."""
        before = self.desk.record
        self.desk.lay(record)
        self.let_go.emit(before)

    def _write_down(self) -> None:
        session, record = self.session, self.desk.record
        here = {document.digest: document for document in session.as_read}
        known = {document.digest for document in record.review.documents}
        deeds: list[Deed] = [
            DocumentRemoved(digest, record.texts[digest].name if digest in record.texts else "")
            for digest in known - set(here)
        ]
        opened = [document for digest, document in here.items() if digest not in known]
        deeds += [DocumentAdded(document.digest, document.id, document.name) for document in opened]
        self.desk.note_documents(deeds, opened)

    def _show(self, before: Review) -> None:
        review = self.desk.review
        if not self._beginning and _settled(review) != _settled(before):
            self.session.take(self.desk.record.documents, review.choices, review.fact_corrections)


def _settled(review: Review) -> tuple[object, ...]:
    """What of a review the comparison depends on: decisions and notes are many and do not touch it."""
    return (
        review.documents,
        review.realigned,
        review.corrections,
        review.spin,
        review.boilerplate,
        review.details,
    )
