"""The views over one comparison: which one is shown, and what follows the reader from one to the other."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from crossread.claims import cleaned
from crossread.comparison import Place
from crossread.present.citing import cited
from crossread.ui.actions import Actions
from crossread.ui.claims.names_area import NamesArea
from crossread.ui.claims.quotations_area import QuotationsArea
from crossread.ui.facts.area import FactsArea
from crossread.ui.facts.correcting import Correcting
from crossread.ui.grid.view import GridView
from crossread.ui.page.area import PageArea
from crossread.ui.review.desk import Desk
from crossread.ui.review.selected import keyed_places, selected_places
from crossread.ui.ribbon.training import Training
from crossread.ui.ribbon.view import RibbonView
from crossread.ui.session import Session
from crossread.ui.table.area import TableArea
from crossread.ui.table.view import TableView
from crossread.ui.top_bar import VIEWS, TopBar

FILTER_KEYS = [*(f"Ctrl+Alt+{n}" for n in "567890"), *(f"Ctrl+Alt+Shift+{n}" for n in "5678")]
"""Of the filters of a table, in their order."""


class Views(QObject):
    """Switches between Grid, Ribbon, Reading and tables, and does in each what an action asks for.

    Attributes:
        name: of the view that is shown.
        correcting: corrections of facts.
        facts, quotations: the Facts and the Quotations view.
        tables: these and the Names view, by their names.

    Args:
        window: the parent of menus and dialogs.
        session: what is shown.
        desk: where corrections are kept.
        page: the Grid, the Ribbon and Reading.
        top: the line above, with the names of the views.

    Signals:
        changed(str): this view is to be seen.
    """

    changed = Signal(str)

    def __init__(self, window: QWidget, session: Session, desk: Desk, page: PageArea, top: TopBar) -> None:
        super().__init__(window)
        self.name = "grid"
        self.facts = FactsArea(session)
        self.quotations = QuotationsArea(session)
        self.tables: dict[str, TableArea] = {
            "facts": self.facts, "names": NamesArea(session), "quotations": self.quotations,
        }  # fmt: skip
        self._session, self._desk, self._page, self._top = session, desk, page, top
        self.training = Training(window, session, top)
        self.correcting = Correcting(window, session, desk, self.facts.view)
        self._actions: Actions | None = None
        grid, view = page.grid, self.facts.view
        top.sought.connect(self.seek)
        top.stepped.connect(self._step_hit)
        top.view_chosen.connect(self.show)
        top.row_filter_switched.connect(self._switch_rows)
        for table in self.tables.values():
            table.refreshed.connect(self._refresh_row_filters)
            table.place_activated.connect(self.show_in_text)
            table.view.zoom_stepped.connect(lambda by: grid.zoom_in() if by > 0 else grid.zoom_out())
            grid.zoom_changed.connect(table.set_zoom)
        for name in ("names", "quotations"):
            self.tables[name].view.menu_asked.connect(lambda at, name=name: self._menu(name).popup(at))
        view.menu_asked.connect(lambda at: self.correcting.menu(self._action, view.activate).popup(at))
        view.moved.connect(self.refresh)
        session.compared.connect(self.refresh)
        for changed in (desk.changed, desk.logged, desk.replaced):
            changed.connect(lambda *_: self.refresh())

    def handlers(self, explain_row: Callable[[], None]) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to a view, by their names.

        Args:
            explain_row: tells why the passages of the Grid's row are aligned.
        """
        correcting = self.correcting

        def explain() -> None:
            (self.tables[self.name].explain if self.name in self.tables else explain_row)()

        return {
            **{name: lambda _on, name=name: self.show(name) for name in VIEWS},
            "copy": self._copy, "copy_cited": self._copy_cited, "copy_cleaned": self._copy_cleaned,
            "select_all": self._select_all,
            "find_next": lambda: self._step_hit(1), "find_previous": lambda: self._step_hit(-1),
            "next_finding": lambda: self._steps.step_finding(1),
            "previous_finding": lambda: self._steps.step_finding(-1),
            "next_row": lambda: self._steps.step_row(1), "previous_row": lambda: self._steps.step_row(-1),
            "go_page": self.focus, "go_timeline": self._go_to_timeline,
            "go_characters": self._go_to_characters,
            "why": explain,
            "undo": self._desk.undo, "redo": self._desk.redo,
            "same_fact": correcting.same_fact, "different_facts": correcting.different_facts,
            "wrong_value": correcting.wrong_value,
            "zoom_in": self._zoom_in, "zoom_out": self._zoom_out, "zoom_reset": self._zoom_reset,
            **self.training.handlers(),
            "trainer": self._train,
        }  # fmt: skip

    def attach(self, actions: Actions) -> None:
        """Take the window's actions, to show which of them can be done."""
        self._actions = actions
        self.training.attach(actions)
        self.training.changed.connect(self._training_changed)
        for changed in (self._page.ribbon.columns_changed, self._session.documents_changed):
            changed.connect(lambda: self._page.ribbon.fill(actions.submenus["beside"]))
        self.refresh()

    @property
    def current(self) -> GridView | RibbonView | TableView:
        """What the reader looks at."""
        if self.name == "ribbon":
            return self.training.trainer.view if self.training.on else self._page.ribbon.view
        if self.name == "reading":
            return self._page.reading.view
        return self.tables[self.name].view if self.name in self.tables else self._page.grid

    @property
    def grid(self) -> GridView:
        """The Grid, shown or not."""
        return self._page.grid

    @property
    def ribbon(self) -> RibbonView:
        """The Ribbon, shown or not."""
        return self._page.ribbon.view

    @property
    def reading(self) -> RibbonView:
        """The Reading view, shown or not."""
        return self._page.reading.view

    @property
    def _sized(self) -> GridView | RibbonView:
        """Whose letters grow and shrink; the tables follow the Grid."""
        view = self.current
        return self._page.grid if isinstance(view, TableView) else view

    @property
    def _steps(self) -> Session | TableArea | Training:
        """Who steps through findings and rows in the view that is shown."""
        if self.name == "ribbon" and self.training.on:
            return self.training
        return self.tables.get(self.name, self._session)

    @property
    def _action(self) -> Actions:
        assert self._actions is not None
        return self._actions

    def show(self, name: str) -> None:
        """Show this view, by its name in VIEWS."""
        self.name = name if name in VIEWS else "grid"
        self._top.set_view(self.name)
        self._page.show_view(self.name)
        self.training.set_seen(self.name == "ribbon")
        self._action.set_checked(self.name, True)
        self.changed.emit(self.name)
        self.focus()
        self.seek(self._top.find_field.text())
        self.refresh()

    def focus(self) -> None:
        """Give the keyboard to what the reader looks at."""
        if self._session.documents:
            self.current.setFocus()

    def _train(self, on: bool) -> None:
        """Show a spun copy swap by swap, or not; the Ribbon is where that is seen."""
        self.training.set_on(on)
        if self.training.on and self.name != "ribbon":
            self.show("ribbon")

    def _training_changed(self) -> None:
        self.changed.emit(self.name)
        self.focus()

    # What can be done

    def refresh(self) -> None:
        """Show what can be corrected and undone at this moment."""
        if self._actions is None:
            return
        chosen = self.facts.view.chosen()
        there = self.name == "facts" and self._session.comparison is not None
        self._actions.enable(self._desk.can_undo, "undo")
        self._actions.enable(self._desk.can_redo, "redo")
        self._actions.enable(there and len(chosen) > 1, "same_fact")
        self._actions.enable(there and bool(chosen), "different_facts")
        text = self.name not in self.tables and bool(self._session.documents)
        self._actions.enable(text or (there and bool(chosen)), "pick")
        self._actions.enable(there and len(chosen) == 1, "wrong_value")
        comparison = self._session.comparison
        self._actions.enable(comparison is not None, "go_timeline", "go_characters")
        hidden = any(note.clean is not None for note in comparison.characters) if comparison else False
        self._actions.enable(hidden, "copy_cleaned")

    def _refresh_row_filters(self) -> None:
        """Show the filters of the table that is seen."""
        area = self.tables.get(self.name)
        if area is None:
            return
        counts, hidden = area.view.table.counts, getattr(self._session.filters, area.hidden_field)
        entries = {
            sort: (name, counts[sort], sort not in hidden)
            for sort, name in area.filters.items()
            if counts.get(sort)
        }
        shown = {key: (name.lower(), count, on) for key, (name, count, on) in entries.items()}
        self._top.set_row_filters(self.name, shown)
        fill_filters(self._action.submenus["verdicts"], entries, FILTER_KEYS, self._switch_rows)
        self._say_found()

    def _switch_rows(self, sort: str, on: bool) -> None:
        area = self.tables.get(self.name)
        if area is not None:
            hidden = getattr(self._session.filters, area.hidden_field)
            self._session.set_filters(**{area.hidden_field: hidden - {sort} if on else hidden | {sort}})

    def _menu(self, name: str) -> QMenu:
        """What can be done with the entry under the pointer."""
        view = self.tables[name].view
        menu = QMenu(view)
        menu.aboutToHide.connect(menu.deleteLater)
        if view.current_entry():
            menu.addAction("&Go to the text").triggered.connect(lambda _=False: view.activate())
        for action in ("why", "copy", "copy_cited", "copy_cleaned"):
            menu.addAction(self._action[action])
        return menu

    # Going and finding

    def _zoom_in(self) -> None:
        self._sized.zoom_in()

    def _zoom_out(self) -> None:
        self._sized.zoom_out()

    def _zoom_reset(self) -> None:
        self._sized.zoom_reset()

    def _copy(self) -> None:
        self.current.copy()
        comparison, text = self._session.comparison, QGuiApplication.clipboard().text()
        tampered = any(note.tampering for note in comparison.characters) if comparison else False
        if tampered and cleaned(text) != text:
            self._session.told.emit(
                "The copied text holds hidden characters; Copy cleaned (Ctrl+Shift+C) leaves them out."
            )

    def _copy_cited(self) -> None:
        """Copy what is selected, or else what the keyboard is at, with the document it stands in."""
        view = self.current
        if isinstance(view, TableView):
            entry = view.current_entry()
            places: tuple[Place, ...] = (view.table.place(entry),) if entry else ()
        else:
            places = selected_places(view) or keyed_places(view)
        name = places[0].document if places else ""
        document = next((shown for shown in self._session.documents if shown.id == name), None)
        if document is None:
            self._session.told.emit(
                "Select some text first, or go to a passage or a value with the arrow keys."
            )
            return
        QGuiApplication.clipboard().setText(cited(document, [place.span for place in places]))

    def _copy_cleaned(self) -> None:
        """Copy without hidden characters, and with each look-alike made the letter it passes for."""
        self.current.copy()
        clipboard = QGuiApplication.clipboard()
        if text := clipboard.text():
            clipboard.setText(cleaned(text))

    def _go_to_timeline(self) -> None:
        self.show("facts")
        self.facts.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_characters(self) -> None:
        self.show("quotations")
        self.quotations.characters.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_in_text(self, place: Place) -> None:
        """Go from what a table shows to where it stands in its document."""
        self.show("grid")
        if self._session.row_of(place):
            self._page.show_place(place)
            self._page.grid.set_current_places([place])
        else:
            self._session.told.emit(
                "This stands in a row that is not shown; switch off the filters under SHOW to see it."
            )

    def _select_all(self) -> None:
        """All of the document that the Grid's keys go to, or all values of a fact."""
        if self.name in self.tables:
            self.tables[self.name].view.select_all()
            return
        view = self.current
        if isinstance(view, RibbonView):
            view.select_all()
            return
        grid = self._page.grid
        grid.setFocus()
        documents = grid.page.documents
        if documents:
            grid.select_all_of(documents[grid.shown.column].id)

    def seek(self, words: str) -> None:
        """Look for words where the reader is."""
        if self.name in self.tables:
            self.tables[self.name].view.seek(words)
        else:
            self._session.find(words)
        self._say_found()

    def _step_hit(self, by: int) -> None:
        if self.name in self.tables:
            self.tables[self.name].view.step_hit(by)
        else:
            self._session.step_hit(by)
        self._say_found()

    def _say_found(self) -> None:
        table = self.tables.get(self.name)
        finder = table.view.finder if table else self._session.finder
        self._top.find_field.say(finder.says)


def fill_filters(
    menu: QMenu,
    filters: Mapping[str, tuple[str, int, bool]],
    keys: list[str],
    switch: Callable[[str, bool], None],
) -> None:
    """Put filters into a menu.

    Args:
        menu: is emptied first.
        filters: what each is called, how much it holds, whether it is on.
        keys: one for each, in their order.
        switch: told which filter is to be on or off.
    """
    menu.clear()
    menu.setEnabled(bool(filters))
    for key, (name, (words, count, on)) in zip(keys, filters.items(), strict=False):
        action = menu.addAction(f"{words} ({count:,})")
        action.setCheckable(True)
        action.setChecked(on)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda on, name=name: switch(name, on))
