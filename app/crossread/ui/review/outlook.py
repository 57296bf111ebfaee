"""What is looked at, taken from the window for a session file and put back when it is opened again."""

from PySide6.QtCore import QObject, Signal

from crossread.comparison import Place
from crossread.review.session import SessionView
from crossread.text.anchor import Anchor
from crossread.ui.session import Session
from crossread.ui.views import Views

_SWITCHES = ("only_findings", "three_or_more", "boilerplate")
_HIDDEN = "hide "  # before the name of a kind that is switched off


class Outlook(QObject):
    """The view and the place of a window.

    Args:
        session: what is looked at.
        views: how.

    Signals:
        changed(): something else is looked at.
    """

    changed = Signal()

    def __init__(self, session: Session, views: Views, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._views = session, views
        self._wanted: SessionView | None = None
        for signal in (session.finding_selected, session.row_selected):
            signal.connect(lambda _what: self.changed.emit())
        for signal in (session.documents_changed, session.page_changed):
            signal.connect(self.changed)
        views.changed.connect(lambda _name: self.changed.emit())
        session.compared.connect(self._go)

    def taken(self) -> SessionView:
        """What is looked at at present."""
        session = self._session
        if self._wanted is not None and session.comparison is None:
            return self._wanted  # it could not be put back yet
        digests = {document.id: document.digest for document in session.as_read}
        row = next((row for row in session.rows if row.id == session.row), None)
        cell = next((cell for cell in row.cells if cell.passages), None) if row else None
        place = None
        if cell is not None:
            document = next(d for d in session.as_read if d.id == cell.document)
            place = Anchor(document.digest, document.by_id[cell.passages[0]].span)
        filters, current = session.filters, session.findings.current
        switches = [name for name in _SWITCHES if getattr(filters, name)]
        switches += [f"{_HIDDEN}{kind}" for kind in sorted(filters.hidden_kinds)]
        return SessionView(
            self._views.name,
            tuple(digests.values()),
            tuple(digests[name] for name in digests if session.is_hidden(name)),
            digests.get(session.base, ""),
            current.id if current else "",
            place,
            tuple(switches),
        )

    def put(self, view: SessionView) -> None:
        """Look at this again; the finding and the place when the comparison is there."""
        self._wanted = view
        self._go()

    def _go(self) -> None:
        session, view = self._session, self._wanted
        if view is None or session.comparison is None:
            return
        self._wanted = None
        letters = {document.digest: document.id for document in session.as_read}
        for place, digest in enumerate(view.order):
            if digest in letters:
                session.move(letters[digest], place)
        for digest, letter in letters.items():  # what went by this letter before may have been hidden
            session.set_hidden(letter, digest in view.hidden)
        if view.base in letters:
            session.set_base(letters[view.base])
        kinds = frozenset(name.removeprefix(_HIDDEN) for name in view.switches if name.startswith(_HIDDEN))
        switches = {name: name in view.switches for name in _SWITCHES}
        session.set_filters(hidden_kinds=kinds, **switches)
        if view.view:
            self._views.show(view.view)
        if view.finding:
            session.go_to_finding(view.finding)
        if view.place and view.place.digest in letters:
            session.select_row(session.row_of(Place(letters[view.place.digest], view.place.span)))
