"""What a person does with a single document: its details, its original, what of it is the article."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from crossread.comparison import Place
from crossread.present.palette import Palette
from crossread.read.options import NO_OPTIONS
from crossread.text.choice import DetailField, DocumentDetail
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.actions import Actions
from crossread.ui.aside.article import choices, touched, whole_paragraphs
from crossread.ui.aside.aside import Aside
from crossread.ui.aside.details import Detailed, DetailsPanel, offers
from crossread.ui.aside.original import OriginalPanel
from crossread.ui.aside.rereading import Rereading
from crossread.ui.documents.left_panel import LeftPanel
from crossread.ui.grid.view import GridView
from crossread.ui.review.desk import Desk
from crossread.ui.ribbon.view import RibbonView
from crossread.ui.session import Session
from crossread.ui.views import Views

_IN_MENU = (
    "copy", "copy_cited", "why", "note", "", "pick", "align", "not_same", "split", "merge_above", "merge_below", "",
    "not_article", "article", "", "original", "details",
)  # fmt: skip
MASKED = "The names of the sources are masked; Trainer, Mask the names shows them again (Ctrl+Alt+M)."
_NOTHING = "Go to a passage first: click on it, or step to it with the arrow keys."
_ALREADY = {True: "This is part of the article already.", False: "This is no part of the article already."}


class DocumentTools(QObject):
    """Joins what stands beside the page to the session and to the desk.

    Attributes:
        aside: what stands beside the page; the window gives it a place.
        details: the details of the current document.
        rereading: reads files again in another way.
        original: its original, which follows the passage the reader is at.

    Args:
        window: the parent of its menus.
        session: whose documents are meant.
        desk: where all that is done goes.
        left: the list in which a document is the current one.
        views: in which passages are selected.

    Signals:
        toggled(): the aside has been opened or closed.
        recoloured(): other colours were chosen for documents.
    """

    toggled = Signal()
    recoloured = Signal()

    def __init__(self, window: QWidget, session: Session, desk: Desk, left: LeftPanel, views: Views) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk
        self._left, self._views = left, views
        self._actions: Actions | None = None
        self._letters: tuple[tuple[str, str], ...] = ()
        self._place: Place | None = None
        self._arranged = False  # the page is new: the row that is selected next is no step of the reader's
        self.details, self.original = DetailsPanel(), OriginalPanel()
        self.aside = Aside({"details": self.details, "original": self.original})
        self.aside.chosen.connect(lambda _name: self._changed())
        self.aside.closed.connect(self.close)
        self.rereading = Rereading(window, session, desk)
        self.details.set_right.connect(self._set_right)
        self.details.reread.connect(self._reread)
        left.documents.current_changed.connect(lambda _id: self.refresh())
        session.documents_changed.connect(self.refresh)
        desk.changed.connect(lambda _before: self.refresh())
        views.grid.cell_selected.connect(self._follow)
        session.page_changed.connect(self._expect_row)
        session.row_selected.connect(self._follow_row)
        for view in (views.ribbon, views.reading):
            view.place_selected.connect(lambda _place: self._follow())
        views.changed.connect(lambda _name: self._follow())

    def attach(self, actions: Actions) -> None:
        """Take the window's actions, to show which of them are on and to offer them in menus."""
        self._actions = actions
        self._grid.passage_context.connect(self._menu)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do, by their names."""
        return {
            "details": lambda on: self._toggle("details", on),
            "original": lambda on: self._toggle("original", on),
            **{name: lambda name=name: self._reread(name) for name in ("whole_page", "repair", "column")},
            "not_article": lambda: self._say(article=False),
            "article": lambda: self._say(article=True),
        }

    # ---------------------------------------------------------------------------------------------- the aside

    @property
    def open(self) -> str:
        """Name of the panel that is shown beside the page, or empty."""
        return "" if self.aside.isHidden() else self.aside.current

    def close(self) -> None:
        """Show nothing beside the page."""
        self.aside.hide()
        self.original.rest()
        self._changed()
        self._views.current.setFocus()

    def shut_down(self, milliseconds: int) -> None:
        """End what is under way before the program ends."""
        self.original.shut_down(milliseconds)

    def _toggle(self, name: str, on: bool) -> None:
        if not on:
            self.close()
            return
        place = self.chosen()
        self._place = place if place and place.document == self._left.documents.current else None
        self.aside.show_panel(name)
        self.aside.show()
        self._changed()

    def _expect_row(self) -> None:
        self._arranged = True

    def _follow_row(self, row: str) -> None:
        if row and not self._arranged:
            self._follow()
        self._arranged = self._arranged and not row

    def _follow(self) -> None:
        """Let the aside be about the document whose passage the reader is at."""
        if not self.open:
            return
        place = self.chosen()
        if place is None or place == self._place:
            return
        self._place = place
        if self._left.documents.current != place.document:
            self._left.documents.set_current(place.document)  # which refreshes
        else:
            self.refresh()

    def _changed(self) -> None:
        if self.open != "original":
            self.original.rest()
        if self._actions:
            for name in self.aside.tabs:
                self._actions.set_checked(name, self.open == name)
        self.refresh()
        self.toggled.emit()

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.aside.set_colours(palette)
        self.details.set_colours(palette)
        self.original.set_colours(palette)

    @property
    def letters(self) -> tuple[tuple[str, str], ...]:
        """The colours chosen for the open documents, by their ids."""
        return self._letters

    # ------------------------------------------------------------------------------------------- the document

    def _document(self) -> tuple[Document, Document] | None:
        """The current document, as it was set right and as it was read."""
        current = self._left.documents.current
        shown = next((d for d in self._session.documents if d.id == current), None)
        read = next((d for d in self._session.as_read if d.id == current), None)
        return (shown, read) if shown and read else None

    def refresh(self) -> None:
        """Tell anew of the current document."""
        review = self._desk.review
        letters = tuple(
            (document.id, colour)
            for document in self._session.as_read
            if (colour := review.colour(document.digest))
        )
        if letters != self._letters:
            self._letters = letters
            self.recoloured.emit()
        found = self._document()
        if self._actions:
            offered = offers(found[1]) if found else frozenset()
            for name in ("whole_page", "repair", "column"):
                self._actions.enable(name in offered, name)
        if self.open:
            self._show(found)

    def _show(self, found: tuple[Document, Document] | None) -> None:
        if self._session.masked:  # the origin and the original would tell who wrote it
            found = None
        document = found[1] if found else None
        span = self._span_in(document)
        page = document.formed.page(span) if document and span else None
        self.aside.show_document(found[0] if found else None, page.label if page else "")
        if self._session.masked:
            self.aside.say(MASKED)
        if self.open == "details":
            self.details.show_document(self._detailed(*found) if found else None)
        elif self.open == "original":
            self.original.set_limits(self._session.intakes.limits)
            options = self.rereading.options_of(document) if document else NO_OPTIONS
            self.original.show_passage(document, span, options)

    def _detailed(self, document: Document, read: Document) -> Detailed:
        colour = self._desk.review.colour(document.digest)
        words = self._session.words_of(document.digest)
        return Detailed(document, read, colour, self.rereading.options_of(read), words)

    def _reread(self, name: str) -> None:
        found = self._document()
        self.rereading.ask(name, found[1] if found else None)

    def _span_in(self, document: Document | None) -> Span | None:
        """The passage that the reader is at, or else what a document says in the same row."""
        if document is None:
            return None
        if self._place and self._place.document == document.id:
            return self._place.span
        row = next((row for row in self._session.rows if row.id == self._session.row), None)
        cells = row.cells if row else ()
        passage = next((c.passages[0] for c in cells if c.document == document.id and c.passages), "")
        return document.by_id[passage].span if passage in document.by_id else None

    def _set_right(self, name: DetailField, value: str) -> None:
        found = self._document()
        if found:
            self._desk.do(DocumentDetail(found[0].digest, name, value))

    # -------------------------------------------------------------------------------------- part of the article

    @property
    def _grid(self) -> GridView:
        return self._views.grid

    def chosen(self) -> Place | None:
        """The passage that the reader is at in the view that is shown."""
        view = self._views.current
        if isinstance(view, RibbonView):
            return view.shown.place
        return self._grid.current_place() if isinstance(view, GridView) else None

    def _selected(self) -> tuple[str, list[Span]] | None:
        """The document and the stretches of it that are selected as text."""
        view = self._views.current
        if isinstance(view, RibbonView) and view.shown.selection:
            spans = [view.shown.selection.span]
            name = view.leaves.documents[view.shown.selection.column].id
        elif isinstance(view, GridView) and view.shown.selection:
            spans = view.shown.selection.spans(view.page)
            name = view.page.documents[view.shown.selection.column].id
        else:
            return None
        spans = [span for span in spans if len(span)]
        return (name, spans) if spans else None

    def _say(self, *, article: bool) -> None:
        """Say of the selected text, or else of the paragraph the reader is at, whether it is the article's."""
        selected, place = self._selected(), self.chosen()
        name = selected[0] if selected else place.document if place else ""
        document = next((d for d in self._session.documents if d.id == name), None)
        if document is None:
            self._session.told.emit(_NOTHING)
            return
        if selected:
            passages = touched(document, selected[1])
        else:
            passages = whole_paragraphs(document, touched(document, [place.span] if place else []))
        deeds = choices(document, passages, article=article)
        if deeds:
            self._desk.do(*deeds)
        else:
            self._session.told.emit(_ALREADY[article])

    def _menu(self, _passage: str, at: QPoint) -> None:
        """What can be done with the passage under the pointer."""
        assert self._actions
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in _IN_MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(at)
