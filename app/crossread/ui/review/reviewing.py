"""Joins what a person does in a review to the window: actions, panels, marks on the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from crossread.comparison import Finding, Place
from crossread.present.palette import Palette
from crossread.review.review import Review
from crossread.review.session import Draft
from crossread.settings import Settings
from crossread.text.document import Document
from crossread.ui.actions import Actions
from crossread.ui.findings.panel import FindingsPanel
from crossread.ui.grid.hand_painting import ByHand
from crossread.ui.page.area import PageArea
from crossread.ui.presenting.readings import Remark
from crossread.ui.presenting.stage import Stage
from crossread.ui.review.aligning import Aligning
from crossread.ui.review.deciding import Deciding
from crossread.ui.review.following import Following
from crossread.ui.review.listing import Listing
from crossread.ui.review.name_dialog import NameDialog
from crossread.ui.review.notes import NoteLine
from crossread.ui.review.noting import Noting
from crossread.ui.review.outlook import Outlook
from crossread.ui.review.picks import Picks
from crossread.ui.review.selected import as_one, selected_places
from crossread.ui.review.session_files import SessionFiles
from crossread.ui.review.spinning import fill_spinning
from crossread.ui.review.versions import Versions
from crossread.ui.review.words import STATE_NAMES
from crossread.ui.views import Views, fill_filters

if TYPE_CHECKING:
    from crossread.review.action import DecisionState

_STATE_KEYS = [f"Ctrl+Alt+Shift+{number}" for number in (1, 2, 3, 4, 9)]


@dataclass(frozen=True, slots=True)
class Hooks:
    """What a window lends to those who review.

    Attributes:
        settings: answers the settings in force.
        change: takes the settings that are to be in force.
        current: answers the id of the document that is chosen in the list.
        beside: opens documents in a window of their own.
    """

    settings: Callable[[], Settings]
    change: Callable[[Settings], None]
    current: Callable[[], str]
    beside: Callable[[Sequence[Document]], None]


class Reviewing(QObject):
    """Reviews on behalf of a window.

    Attributes:
        deciding: decisions on findings.
        noting: notes on text.
        picks: what is picked for a correction.
        aligning: corrections of the alignment.
        listing: the lists of what was done.
        files: the session file.
        versions: new versions of documents, and other reviewers' copies.

    Args:
        window: the parent of dialogs.
        following: lets the session follow what is done at the desk.
        views, page, panel: where what is reviewed is shown.
        hooks: what else it asks of the window.

    Signals:
        drafting(object): words that are being typed, a Draft; an empty one when nothing is any more.
    """

    drafting = Signal(object)

    def __init__(
        self,
        window: QWidget,
        following: Following,
        views: Views,
        page: PageArea,
        panel: FindingsPanel,
        hooks: Hooks,
    ) -> None:
        super().__init__(window)
        session, desk = following.session, following.desk
        self._window, self._session, self._desk = window, session, desk
        self._views, self._page, self._panel = views, page, panel
        self._hooks = hooks
        self._actions: Actions | None = None
        self._stage: Stage | None = None
        self._draft: Draft | None = None
        self.deciding = Deciding(window, session, desk)
        self.noting = Noting(window, session, desk)
        self.picks = Picks(self)
        self.aligning = Aligning(session, desk, views, page.grid, self.picks)
        self.listing = Listing(window, session, desk, self._show_place)
        self.outlook = Outlook(session, views, self)
        self.files = SessionFiles(window, following, self.outlook, hooks.settings, hooks.change)
        self.versions = Versions(window, session, desk, hooks.current, hooks.beside)
        self.drafting.connect(self.files.keeping.keep_draft)
        self.files.draft_found.connect(self.take_up)
        session.wanted = self._wanted
        desk.name_wanted.connect(self._ask_name)
        desk.changed.connect(self._show)
        self.picks.changed.connect(self._show_marks)
        self.deciding.drafting.connect(self.drafting)
        self.noting.drafting.connect(self.drafting)
        self.noting.finding_meant.connect(self._note_on_finding)
        session.compared.connect(self.refresh)
        session.compared.connect(self._take_up_later)
        session.page_changed.connect(self._show_marks)
        session.findings_changed.connect(self._show_filters)
        session.documents_changed.connect(self._documents_changed)
        panel.notes.chosen.connect(self.go_to_note)
        panel.notes.edited.connect(self.noting.change)
        panel.notes.deleted.connect(self.noting.remove)
        panel.notes.menu_asked.connect(lambda line, at: self.noting.show_menu(line, at, self.go_to_note))
        panel.view.menu_asked.connect(self._show_menu)
        for view in (page.ribbon.view, page.reading.view):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._show_text_menu)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {
            "note": self.note,
            **self.deciding.handlers(),
            **self.aligning.handlers(),
            **self.listing.handlers(),
            **self.files.handlers(),
            **self.versions.handlers(),
        }

    def attach(self, actions: Actions) -> None:
        """Take the window's actions, to show which of them can be done."""
        self._actions = actions
        self._panel.line.set_menu(actions.submenus["states"])
        actions.submenus["states"].aboutToShow.connect(self._show_filters)
        self._session.finding_selected.connect(lambda _finding: self._enable())
        self.refresh()

    def attach_stage(self, stage: Stage) -> None:
        """Serve a presentation too."""
        self._stage = stage
        stage.set_review(
            self._remarks, lambda private: self.noting.spans(private=private), self.deciding.sign
        )
        stage.private.toggled.connect(lambda _on: self._show_marks())
        stage.noted.connect(self.deciding.add_note)
        stage.decided.connect(self.deciding.decide)
        stage.undone.connect(self._desk.undo)
        stage.redone.connect(self._desk.redo)

    def _remarks(self, finding: Finding, places: Sequence[Place], private: bool) -> tuple[Remark, ...]:
        """Notes for a room: on the finding, then on the text that is shown with it."""
        on_text = self.noting.remarks(places, private=private)
        return (*self.deciding.remarks(finding, private), *on_text)

    # What is shown

    def refresh(self) -> None:
        """Show notes, marks, filters and what can be done."""
        self._show_notes()
        self._show_marks()
        self._show_filters()
        self._enable()
        self._offer_spinning()

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.listing.set_colours(palette)

    def _offer_spinning(self) -> None:
        if self._actions is not None:
            fill_spinning(self._actions.submenus["spinning"], self._session, self._desk, self.aligning)

    def _show(self, before: Review) -> None:
        """Show what has changed, and no more: there may be thousands of notes and decisions."""
        review = self._desk.review
        self._show_notes()
        if review.notes is not before.notes and review.notes != before.notes:
            self._show_marks()
        filters = self._session.filters
        if (filters.hidden_states and review.decisions != before.decisions) or (
            filters.tag and review.tags != before.tags
        ):
            self._session.filter_findings()
        self._enable()
        if review.spin != before.spin:
            self._offer_spinning()
        if self._stage and self._stage.isVisible():
            self._stage.refresh()

    def _documents_changed(self) -> None:
        self.picks.keep(document.id for document in self._session.documents)
        self._show_notes()
        self._show_marks()
        self._offer_spinning()

    def _show_notes(self) -> None:
        self._panel.set_notes(self.noting.count, self.noting.lines)

    def _show_marks(self) -> None:
        by_hand = ByHand(self.noting.spans(), self.picks.spans(), self.aligning.pinned_rows())
        for view in (self._page.grid, self._page.ribbon.view, self._page.reading.view):
            view.shown.by_hand = by_hand
            view.viewport().update()
        if self._stage:
            # A room sees no note it was not meant to see, not even that there is one.
            columns = self._stage.columns.view
            columns.shown.by_hand = ByHand(self.noting.spans(private=self._stage.private.isChecked()))
            columns.viewport().update()

    def _wanted(self, finding: Finding) -> bool:
        filters, review = self._session.filters, self._desk.review
        if filters.tag and filters.tag not in review.tags_of(finding.id):
            return False
        return review.state(finding.id) not in filters.hidden_states

    def _show_filters(self) -> None:
        """Say how many findings are in each state and have each tag."""
        if self._actions is None:
            return
        review, filters = self._desk.review, self._session.filters
        comparison = self._session.comparison
        counts: dict[DecisionState, int] = dict.fromkeys(STATE_NAMES, 0)
        tagged: dict[str, int] = dict.fromkeys(review.all_tags, 0)
        for finding in comparison.findings if comparison else ():
            counts[review.state(finding.id)] += 1
            for tag in review.tags_of(finding.id):
                tagged[tag] += 1
        for kept in review.notes.values():
            for tag in kept.note.tags:
                tagged[tag] += 1
        menu = self._actions.submenus["states"]
        entries = {
            str(state): (name[:1].upper() + name[1:], counts[state], state not in filters.hidden_states)
            for state, name in STATE_NAMES.items()
        }
        fill_filters(menu, entries, _STATE_KEYS, self._switch_state)
        if tagged:
            menu.addSeparator()
        for tag, count in tagged.items():
            action = menu.addAction(f"#{tag} ({count:,})".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(tag == filters.tag)
            action.triggered.connect(lambda on, tag=tag: self._choose_tag(tag if on else ""))
        if filters.hidden_states or filters.tag:
            menu.addSeparator()
            menu.addAction("Show &all").triggered.connect(
                lambda _=False: self._session.set_filters(hidden_states=frozenset(), tag="")
            )
        shown = [name for state, name in STATE_NAMES.items() if state not in filters.hidden_states]
        words = "" if len(shown) == len(STATE_NAMES) else ", ".join(shown) if len(shown) < 3 else "some"
        self._panel.line.set_filtered(f"#{filters.tag}" if filters.tag and not words else words)

    def _switch_state(self, state: str, on: bool) -> None:
        hidden = self._session.filters.hidden_states
        self._session.set_filters(hidden_states=hidden - {state} if on else hidden | {state})

    def _choose_tag(self, tag: str) -> None:
        self._session.set_filters(tag=tag)
        self._show_notes()

    def _enable(self) -> None:
        if self._actions is None:
            return
        there = self._session.findings.current is not None
        self._actions.enable(there, "confirm", "dispute", "dismiss", "put_off", "reopen", "tag")
        self._actions.enable(bool(self._session.documents), "note")
        self._actions.enable(bool(self._session.findings.shown), "next_unreviewed")
        compared = self._session.comparison is not None
        self._actions.enable(
            compared, "align", "not_same", "merge_above", "merge_below", "split", "passage_up", "passage_down"
        )
        self._actions.enable(bool(self._desk.history.entries), "history", "by_hand")
        self._actions.enable(bool(self._desk.looks), "second_looks")
        self._actions.enable(
            bool(self._session.documents), "replace_document", "compare_versions", "merge_copy"
        )

    # What is done

    def note(self) -> None:
        """Note on the text that is selected, else on the current finding."""
        place = as_one(selected_places(self._views.current))
        if place is not None:
            self.noting.note_on(place)
        else:
            self.deciding.note()

    def take_up(self, draft: Draft) -> None:
        """Go on with words that were being typed when the program ended."""
        self._session.told.emit("The note that was being typed when Crossread ended is open again.")
        lines = {line.id: line for line in self.noting.lines()}
        if draft.on == "finding":
            comparison = self._session.comparison
            findings = comparison.findings if comparison else ()
            found = next((finding for finding in findings if finding.id == draft.target), None)
            if found:
                self.deciding.note_on(found, draft.text)
            else:  # the comparison is still to come
                self._draft = draft
        elif draft.quoted is not None:
            self.noting.write(draft.quoted, draft.text)
        elif draft.target in lines:
            self.noting.change(lines[draft.target], draft.text)

    def _take_up_later(self) -> None:
        if self._draft and self._session.comparison:
            draft, self._draft = self._draft, None
            self.take_up(draft)

    def go_to_note(self, line: NoteLine) -> None:
        """Go to where a note stands."""
        if line.on_finding:
            self._session.go_to_finding(line.id)
        elif line.place is not None:
            self._show_place(line.place)
        else:
            self._session.told.emit("The text that this note is on is not open.")

    def _show_place(self, place: Place) -> None:
        if self._views.name == "facts":
            self._views.show("grid")
        self._page.show_place(place)
        self._page.grid.set_current_places([place])

    def _note_on_finding(self, finding_id: str) -> None:
        comparison = self._session.comparison
        found = next((f for f in comparison.findings if f.id == finding_id), None) if comparison else None
        if found:
            self.deciding.note_on(found)
        else:
            self._session.told.emit("This finding is not there any more; its note stays in the list.")

    def _show_menu(self, finding_id: str, at: QPoint) -> None:
        """What can be done with a finding in the list."""
        if self._actions is None or self._session.go_to_finding(finding_id) is None:
            return
        self._pop_up(("confirm", "dispute", "dismiss", "put_off", "reopen", "", "note", "tag"), at)

    def _show_text_menu(self, at: QPoint) -> None:
        """What can be done with flowing text; the Grid's menu holds the same and more."""
        view = self._views.current
        self._pop_up(("copy", "copy_cited", "note", "", "pick", "align", "not_same"), view.mapToGlobal(at))

    def _pop_up(self, names: Sequence[str], at: QPoint) -> None:
        if self._actions is None:
            return
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(at)

    def _ask_name(self) -> None:
        dialog = NameDialog(self._window)
        dialog.named.connect(self._take_name)
        dialog.open()

    def _take_name(self, name: str) -> None:
        self._hooks.change(replace(self._hooks.settings(), reviewer=name))
        self._desk.name(name)
