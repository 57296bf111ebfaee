"""The Ribbon view fed by the session: which documents stand beside each other, and what follows the reader."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from crossread.comparison import Finding, Place
from crossread.present.ribbon import anchors, ties
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui.grid.header import plain_date
from crossread.ui.ribbon.header import Head
from crossread.ui.ribbon.leaves_area import LeavesArea
from crossread.ui.ribbon.spread import NARROWEST
from crossread.ui.ribbon.view import Leaves, RibbonView
from crossread.ui.session import Session


class RibbonArea(LeavesArea):
    """Two or more of the session's documents side by side; works only while it is seen.

    Attributes:
        view: the columns.

    Signals:
        columns_changed(): other documents stand beside each other.
    """

    columns_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._chosen: list[str] = []
        self.view = RibbonView(self)
        self.view.head_activated.connect(lambda column, at: self.menu(column).popup(at))
        session.page_changed.connect(self.refresh)
        self._take_view(self.view)

    # Which documents

    @property
    def columns(self) -> tuple[Document, ...]:
        """The documents that stand beside each other: those chosen, or else the base and the next one."""
        shown = {document.id: document for document in self._session.shown}
        chosen = [name for name in self._chosen if name in shown]
        for name in (self._session.base, *shown):
            if len(chosen) < 2 and name in shown and name not in chosen:
                chosen.append(name)
        return tuple(shown[name] for name in chosen)

    def choose(self, documents: Sequence[str]) -> None:
        """Let these documents stand beside each other, from left to right; as many as there is room for."""
        room = max(2, int(self.width() // (NARROWEST * self.view.look.scale)))
        if len(documents) > room:
            self._session.told.emit(
                f"There is room for {room} columns; widen the window or zoom out for more."
            )
        self._chosen = list(dict.fromkeys(documents))[:room]
        self._stale = True
        if self.isVisible():
            self.refresh()

    def put(self, column: int, document: str) -> None:
        """Show a document in a column; where it stood already the two change places."""
        order = [found.id for found in self.columns]
        if document in order:
            order[order.index(document)] = order[column]
        order[column] = document
        self.choose(order)

    def toggle(self, document: str, on: bool) -> None:
        """Add a column for a document at the right, or take it away; two stay."""
        order = [found.id for found in self.columns]
        if on and document not in order:
            self.choose([*order, document])
        elif not on and document in order and len(order) > 2:
            self.choose([name for name in order if name != document])
        else:
            self.columns_changed.emit()

    def menu(self, column: int) -> QMenu:
        """What can be done with a column."""
        menu, order = QMenu(self), [document.id for document in self.columns]
        others = []
        for document in self._session.shown:
            action = menu.addAction(entry(document))
            action.setCheckable(True)
            action.setChecked(document.id == order[column])
            action.triggered.connect(lambda _=False, name=document.id: self.put(column, name))
            if document.id not in order:
                others.append(document)
        menu.addSeparator()
        more = menu.addMenu("One more column")
        more.setEnabled(bool(others))
        for document in others:
            more.addAction(entry(document)).triggered.connect(
                lambda _=False, name=document.id: self.toggle(name, True)
            )
        away = menu.addAction("Take this column away")
        away.setEnabled(len(order) > 2)
        away.triggered.connect(lambda: self.toggle(order[column], False))
        return menu

    def fill(self, menu: QMenu) -> None:
        """Put all documents into a menu, those that stand beside each other checked."""
        menu.clear()
        order = {document.id for document in self.columns}
        menu.setEnabled(len(self._session.shown) > 2)
        for number, document in enumerate(self._session.shown, 1):
            action = menu.addAction(entry(document))
            action.setCheckable(True)
            action.setChecked(document.id in order)
            if number < 10:
                action.setShortcut(QKeySequence(f"Alt+Shift+{number}"))
            action.triggered.connect(lambda on, name=document.id: self.toggle(name, on))

    # What is shown

    def refresh(self) -> None:
        """Take the session's documents and links, or remember to when the Ribbon is seen again."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        session, columns = self._session, self.columns
        order = [document.id for document in columns]
        comparison = session.comparison
        self.view.set_leaves(
            Leaves(
                columns,
                tuple(head(document, session.base) for document in columns),
                session.marks,
                ties(comparison, order) if comparison else (),
                anchors(comparison, order) if comparison else (),
                session.filters.boilerplate,
            )
        )
        self._show_found()
        self._show_finding(session.findings.current)
        if self.view.shown.place is None:
            self._show_row()
        self.columns_changed.emit()

    def show_place(self, place: Place) -> None:
        """Go to a place, in a column of its own if its document has none."""
        order = [document.id for document in self.columns]
        if place.document not in order and any(d.id == place.document for d in self._session.shown):
            self.choose([*order[:-1], place.document])
        self.view.show_place(place)

    def _show_row(self) -> None:
        """Follow the row that was selected elsewhere."""
        if self._leading or not self.isVisible():
            return
        session, view = self._session, self.view
        if view.shown.place and session.row_of(view.shown.place) == session.row:
            return
        row = next((row for row in session.rows if row.id == session.row), None)
        cells = {cell.document: cell.passages for cell in row.cells if cell.passages} if row else {}
        places = [
            Place(document.id, document.by_id[passage].span)
            for document in self.columns
            for passage in cells.get(document.id, ())
        ]
        tied = (place for place in places if view.ties.at(place.document, place.span.start))
        view.show_place(next(tied, places[0] if places else None))

    def _show_finding(self, finding: Finding | None) -> None:
        self.view.set_current_places(finding.places if finding else ())
        if finding is None or not self.isVisible():
            return
        order = [document.id for document in self.columns]
        odd = {place.document for place in self._session.odd_ones(finding)}
        seen = [name for name in finding.documents if name in order]
        apart = not odd or (odd & set(seen) and set(seen) - odd) or not set(finding.documents) - odd
        if len(seen) < min(2, len(finding.documents)) or not apart:
            shown = [document.id for document in self._session.shown]
            wanted = [name for name in finding.documents if name in shown]
            # One that stands out, and one that it stands out from.
            first = [name for name in wanted if name not in odd][:1] + [n for n in wanted if n in odd][:1]
            wanted = sorted({*first, *wanted}, key=lambda name: (name not in first, wanted.index(name)))
            columns = [*wanted, *(name for name in order if name not in wanted)][: len(order)]
            if columns != order:
                self._chosen = columns
                self._stale = True
                self.refresh()
                return
        places = [place for place in finding.places if place.document in order]
        place = next((p for p in places if p.document in odd), places[0] if places else None)
        if place:
            self.view.show_place(place)


def head(document: Document, base: str = "") -> Head:
    """What stands above a document's column."""
    who = document.publisher or plain_date(document.date) or document.name or "no date"
    when = f", {plain_date(document.date)}" if document.publisher and document.date else ""
    name = one_line(f"{who}{when}")
    return Head(
        f"{name} · base" if document.id == base else name,
        one_line(document.title),
        letter=document.id,
    )


def entry(document: Document) -> str:
    """A document in a menu."""
    return f"{document.id}  {one_line(document.title or document.name, 50)}".replace("&", "&&")
