"""The Reading view fed by the session: which document is read, and what follows the reader."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from crossread.comparison import Finding, Place
from crossread.present.apparatus import Card, apparatus
from crossread.ui.reading.spread import Annotated
from crossread.ui.reading.view import ReadingView
from crossread.ui.ribbon.area import entry, head
from crossread.ui.ribbon.header import Head
from crossread.ui.ribbon.leaves_area import LeavesArea
from crossread.ui.ribbon.spread import indexed
from crossread.ui.ribbon.view import Leaves
from crossread.ui.session import Session

_MARGIN = Head("What the others say", "the darker a passage, the graver what differs", choice=False)


class ReadingArea(LeavesArea):
    """The session's base document with its margin; works only while it is seen.

    Attributes:
        view: text and cards.
    """

    view: ReadingView

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.view = ReadingView(self)
        self.view.card_activated.connect(self._lead_to_card)
        self.view.head_activated.connect(self._offer_documents)
        session.findings_changed.connect(self.refresh)  # told last when another page has come
        self._take_view(self.view)

    def menu(self) -> QMenu:
        """The documents that can be read instead."""
        session = self._session
        menu = QMenu(self)
        for document in session.shown:
            action = menu.addAction(entry(document))
            action.setCheckable(True)
            action.setChecked(document.id == session.base)
            action.triggered.connect(lambda _=False, name=document.id: session.set_base(name))
        return menu

    def _offer_documents(self, _column: int, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # What is shown

    def refresh(self) -> None:
        """Take the session's base and what others say of it, or remember to when this is seen again."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        session, comparison = self._session, self._session.comparison
        base = [document for document in session.shown if document.id == session.base]
        cards: tuple[Card, ...] = ()
        if comparison and base:
            index = session.findings
            cards = apparatus(comparison, session.rows, session.base, index.shown, index.number)
        heads = tuple(head(document, session.base) for document in base)
        self.view.set_reading(
            Leaves(
                tuple(base),
                (*heads, _MARGIN if cards else replace(_MARGIN, detail=self._why_empty())),
                session.marks,
                boilerplate=session.filters.boilerplate,
            ),
            Annotated(cards, {document.id: document for document in session.shown}, indexed(session.marks)),
        )
        self._show_found()
        self._show_finding(session.findings.current)
        self._show_row()

    def _why_empty(self) -> str:
        """Why nothing stands in the margin, and what to do about it."""
        session = self._session
        if session.comparison is not None:
            return "Nothing in the others is about what this document says."
        if session.busy:
            return "The documents are being read and compared."
        several = len(session.shown) > 1
        return "Ctrl+F5 compares the documents." if several else "Nothing yet: add a document (Ctrl+Shift+O)."

    def show_place(self, place: Place) -> None:
        """Go to a place; where it is another document's, to the passage beside whose card it is said."""
        if place.document == self._session.base:
            self.view.show_place(place)
        else:
            self.view.show_row(self._session.row_of(place))

    def _lead(self, place: Place) -> None:
        super()._lead(place)
        self.view.choose_row(self._session.row_of(place))

    def _lead_to_card(self, card: Card) -> None:
        self._session.select_row(card.rows[0])
        self.view.show_row(card.rows[0])

    def _show_row(self) -> None:
        """Follow the row that was selected elsewhere."""
        if not self._leading and self.isVisible():
            self.view.show_row(self._session.row)

    def _show_finding(self, finding: Finding | None) -> None:
        self.view.set_current_places(finding.places if finding else ())
        self.view.set_current(finding.id if finding else "")
        if finding is None or not self.isVisible():
            return
        self.view.choose_finding(finding.id)
        own = [place for place in finding.places if place.document == self._session.base]
        card = self.view.chosen
        spans = card.spans if card else ()
        beside = (place for place in own if any(span.overlaps(place.span) for span in spans))
        place = next(beside, own[0] if own and not spans else None)
        if place:
            self.view.show_place(place)
        elif card:
            self.view.show_row(card.rows[0])
