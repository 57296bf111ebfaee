"""The main window: puts the panels together and joins them to the session."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from crossread.comparison import Finding, FindingKind
from crossread.present.marks import MarkKind
from crossread.present.palette import Palette
from crossread.settings import Settings, ThemeChoice
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui import names
from crossread.ui.actions import Actions
from crossread.ui.aside.document_tools import DocumentTools
from crossread.ui.documents.left_panel import LeftPanel
from crossread.ui.empty import EmptyState
from crossread.ui.exporting import Exporting
from crossread.ui.findings.filters import Filters
from crossread.ui.findings.panel import FindingsPanel
from crossread.ui.findings.stepping import KIND_NAMES
from crossread.ui.helping.helping import Helping
from crossread.ui.opening.dropping import Dropping
from crossread.ui.opening.opening import Opening
from crossread.ui.page.area import PageArea
from crossread.ui.panels import Panels
from crossread.ui.preferences import PreferencesDialog
from crossread.ui.presenting.presenting import Presenting
from crossread.ui.printing.preview import Printing
from crossread.ui.review.desk import READ_ONLY, Desk
from crossread.ui.review.following import Following
from crossread.ui.review.reviewing import Hooks, Reviewing
from crossread.ui.session import STOPPED, Session
from crossread.ui.status import StatusLine
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.theme import Themes
from crossread.ui.top_bar import TopBar
from crossread.ui.views import Views, fill_filters
from crossread.ui.widgets.notices import NoticeBar
from crossread.ui.working.tasks import arrived

# Marks of these kinds may stand where there is no finding of that kind; they are shown and hidden like the others.
_ALSO_WITHOUT_FINDINGS: dict[FindingKind, MarkKind] = {"certainty": "hedge"}
_ONE_DOCUMENT = (
    "Only one document is open; comparing needs two: add another one (Ctrl+Shift+O) or drop it here."
)
_DEFAULT_SIZE = (1280, 800)
_GRACE = 1500  # milliseconds that work has to stop when the window closes


class MainWindow(QMainWindow):
    """The window.

    Attributes:
        session: what is open and how it is looked at.
        desk: what a person did to it.
        actions_: every action by its name.
        page: the page with its overview and legend.
        helping: the windows that explain.
        tools: what stands beside the page, and what is done with a single document.
        presenting: F5, when nothing but the text is shown.
        asks: closing says what has changed in a review, and asks whether to go on.
        views: the Grid and the Facts, and which of them is shown.

    Args:
        settings: what is remembered from the last run.
        themes: light or dark.
        save: keeps the settings; called when the recent files change and when the window closes.
    """

    def __init__(self, settings: Settings, themes: Themes, save: Callable[[Settings], None]) -> None:
        super().__init__()
        self._settings = settings
        self._themes = themes
        self._save = save
        self.asks = True
        self.session = Session(
            Filters(
                frozenset(settings.hidden_kinds),
                settings.only_findings,
                settings.three_or_more,
                settings.boilerplate,
            ),
            self,
        )
        self.desk = Desk(settings.reviewer, self)
        self.following = Following(self.desk, self.session)
        self.session.intakes.limits = settings.limits
        self.opening = Opening(self, self.session, lambda: self._settings, self._change_settings)
        self.exporting = Exporting(self, self.session, self.desk)
        self.printing = Printing(self, self.session, self.desk)
        self.page = PageArea(self.session)
        self.left = LeftPanel(self.session)
        self.findings = FindingsPanel(self.session, self.desk)
        self.top = TopBar()
        self.notices = NoticeBar()
        self.empty = EmptyState()
        self.status = StatusLine(self.session)
        self.views = Views(self, self.session, self.desk, self.page, self.top)
        self.presenting = Presenting(self, self.session)
        hooks = Hooks(
            lambda: self._settings,
            self._change_settings,
            lambda: self.left.documents.current,
            self._open_beside,
        )
        self.reviewing = Reviewing(self, self.following, self.views, self.page, self.findings, hooks)
        self.files = self.reviewing.files
        self.helping = Helping(self, self.session, themes)
        self.tools = DocumentTools(self, self.session, self.desk, self.left, self.views)
        self.opening.open_session = self.files.open
        self.opening.in_session = lambda: bool(self.files.name)
        self.actions_ = Actions(self, self._handlers())
        self.views.attach(self.actions_)
        self.tools.attach(self.actions_)
        self._build()
        self.reviewing.attach(self.actions_)
        self.reviewing.attach_stage(self.presenting.stage)
        self._join()
        self._restore()
        self._recolour(themes.palette)
        self._refresh_documents()
        self._refresh_findings()
        self.empty.buttons[0].setFocus()

    # ------------------------------------------------------------------------------------------ building

    def _build(self) -> None:
        Dropping(self, self.opening, self.empty)
        self.setMinimumSize(720, 480)
        brand = QLabel("Crossread", self)
        brand.setObjectName("brand")
        brand.setFont(label_font(13))
        self.menuBar().setCornerWidget(brand, Qt.Corner.TopLeftCorner)
        self.actions_.fill(self.menuBar())
        self._panels = Panels(self.left, self.page, self.tools.aside, self.findings)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._panels)
        for table in self.views.tables.values():
            self._stack.addWidget(table)
        self._stack.addWidget(self.views.training.trainer)
        self._stack.addWidget(self.presenting.stage)
        central = QWidget(self)
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.notices)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)
        self.left.documents.set_actions(
            [
                self.actions_[name]
                for name in ("details", "original", "hide", "base", "move_up", "move_down", "remove")
            ]
        )

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """What each action does; see the table in actions.py."""
        session, opening = self.session, self.opening
        return {
            "open_files": opening.open_files, "open_folder": opening.open_folder,
            "open_samples": opening.open_samples, "add": opening.add, "paste": opening.paste,
            "remove": lambda: session.remove(self.left.documents.current),
            "present": self.presenting.begin, "dismiss_notices": self._dismiss_notices,
            "compare": session.compare, "stop": session.cancel, "quit": self.close,
            "find": self._start_finding, "preferences": self._ask_preferences,
            **{f"theme_{choice}": lambda _on, choice=choice: self._choose_theme(choice)
               for choice in get_args(ThemeChoice)},
            **{f"panel_{name}": lambda on, name=name: self._show_panel(name, on)
               for name in ("documents", "findings", "readings")},
            "hide": lambda on: session.set_hidden(self.left.documents.current, on),
            "base": lambda _on: self._set_base(),
            "move_up": lambda: self._move(-1), "move_down": lambda: self._move(1),
            **{name: lambda on, name=name: session.set_filters(**{name: on})
               for name in ("only_findings", "three_or_more", "boilerplate")},
            "go_documents": lambda: self._go_to(self.left.documents.view, "documents"),
            "go_findings": lambda: self._go_to(self.findings.view, "findings"),
            **self.helping.handlers(), **self.exporting.handlers(), **self.printing.handlers(), **self.tools.handlers(),
            **self.reviewing.handlers(), **self.views.handlers(self.helping.explain_row),
        }  # fmt: skip

    def _join(self) -> None:
        session = self.session
        session.documents_changed.connect(self._refresh_documents)
        session.page_changed.connect(self._refresh_matrix)
        session.findings_changed.connect(self._refresh_findings)
        session.compared.connect(self._refresh_findings)
        session.finding_selected.connect(self._warn_of_unseen)
        session.working.connect(lambda *_: self.actions_.enable(True, "stop"))
        session.rested.connect(lambda: self.actions_.enable(False, "stop"))
        session.told.connect(self.notices.tell)
        self.files.changed.connect(self._show_saved)
        self.files.closing.connect(self._close_now)
        self.desk.refused.connect(lambda: self.notices.tell(READ_ONLY))
        self.status.cancelled.connect(session.cancel)
        self.views.changed.connect(lambda _name: self._show_view())
        self.presenting.changed.connect(self._show_view)
        self.presenting.changed.connect(self.views.focus)
        self.top.left.connect(self._stop_finding)
        self.top.kind_switched.connect(self._switch_kind)
        self.left.option_switched.connect(lambda name, on: session.set_filters(**{name: on}))
        self.left.documents.current_changed.connect(lambda _id: self._refresh_current())
        self.left.documents.activated.connect(self.page.jump_to_document)
        self.findings.activated.connect(session.go_to_finding)
        self.page.finding_activated.connect(session.go_to_finding)
        self.empty.open_files.connect(self.opening.open_files)
        self.empty.open_folder.connect(self.opening.open_folder)
        self.empty.open_samples.connect(self.opening.open_samples)
        self._themes.changed.connect(self._recolour)
        self.tools.recoloured.connect(lambda: self._recolour(self._themes.palette))
        self.tools.toggled.connect(self._place_panels)
        self.tools.toggled.connect(self._panels.make_room)
        recent = self.actions_.submenus["recent"]
        recent.aboutToShow.connect(lambda: self.opening.fill_recent(recent))
        self.opening.fill_recent(recent)

    # ----------------------------------------------------------------------------------------- refreshing

    def _refresh_documents(self) -> None:
        session = self.session
        documents = session.documents
        self._show_saved()
        arrived = bool(documents) and self._stack.currentWidget() is self.empty
        self._show_view()
        if arrived:
            self.views.current.setFocus()
        several = len(documents) > 1
        self.left.set_comparing(several)
        if len(documents) == 1 and not session.reading:
            self.notices.tell(_ONE_DOCUMENT)
        else:
            self.notices.dismiss(_ONE_DOCUMENT)
        self.actions_.enable(several, "compare", "three_or_more", "only_findings", "boilerplate")
        self.actions_.enable(
            bool(documents), "find", "find_next", "find_previous", "copy", "copy_cited", "select_all", "hide", "base",
            "remove", "move_up", "move_down",
        )  # fmt: skip
        jump = self.actions_.submenus["jump"]
        jump.clear()
        jump.setEnabled(bool(documents))
        for number, document in enumerate(session.shown, 1):
            title = one_line(document.title or document.name, 50).replace("&", "&&")
            action = jump.addAction(f"{document.id}  {title}")
            if number < 10:
                action.setShortcut(QKeySequence(f"Alt+{number}"))
            action.triggered.connect(lambda _=False, id_=document.id: self.page.jump_to_document(id_))
        self._refresh_current()

    def _refresh_current(self) -> None:
        """What the menu says of the current document."""
        current = self.left.documents.current
        self.actions_.set_checked("hide", self.session.is_hidden(current))
        self.actions_.set_checked("base", bool(current) and current == self.session.base)

    def _refresh_matrix(self) -> None:
        self.left.set_pairs([document.id for document in self.session.shown], self.helping.pairs())

    def _refresh_findings(self) -> None:
        session, hidden = self.session, self.session.filters.hidden_kinds
        if session.comparison:
            self.notices.dismiss(STOPPED)
        kinds = {
            kind: (KIND_NAMES[kind], count, kind not in hidden) for kind, count in session.counts().items()
        }
        chips: dict[str, tuple[str, int, bool]] = {str(kind): entry for kind, entry in kinds.items()}
        for kind, drawn in _ALSO_WITHOUT_FINDINGS.items():
            count = sum(mark.kind == drawn for marks in session.marks.values() for mark in marks)
            if count and kind not in chips:
                chips[kind] = (KIND_NAMES[kind], count, kind not in hidden)
        self.top.set_kinds(chips)
        keys = [f"Ctrl+Shift+F{number}" for number in range(1, len(chips) + 1)]
        fill_filters(self.actions_.submenus["kinds"], chips, keys, self._switch_kind)
        self.left.set_filters(session.filters)
        for name in ("only_findings", "three_or_more", "boilerplate"):
            self.actions_.set_checked(name, getattr(session.filters, name))
        self.actions_.enable(bool(session.findings.shown), "next_finding", "previous_finding")
        self.actions_.enable(
            session.comparison is not None,
            "export",
            "print",
            "present",
            "why",
            "matrix",
            "next_row",
            "previous_row",
        )

    def _recolour(self, palette: Palette) -> None:
        if self.tools.letters:
            palette = replace(palette, letters=self.tools.letters)
        for table in self.views.tables.values():
            table.set_colours(palette)
        for part in (
            self.tools,
            self.views.training,
            self.presenting,
            self.reviewing,
            self.page,
            self.left,
            self.findings,
            self.top,
            self.empty,
        ):
            part.set_colours(palette)

    def _warn_of_unseen(self, finding: Finding | None) -> None:
        rows = {row.id for row in self.session.rows}
        if finding and finding.row and finding.row not in rows:
            self.session.told.emit(
                "This finding stands in a row that is not shown; switch off the filters under SHOW to see it."
            )

    # --------------------------------------------------------------------------------------------- actions

    def _switch_kind(self, kind: str, on: bool) -> None:
        hidden = self.session.filters.hidden_kinds
        self.session.set_filters(hidden_kinds=hidden - {kind} if on else hidden | {kind})

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._settings = replace(self._settings, theme=choice)
        self._themes.choose(choice)

    def _ask_preferences(self) -> None:
        dialog = PreferencesDialog(self, self._remembered())
        dialog.decided.connect(self._prefer)
        dialog.open()

    def _prefer(self, settings: Settings) -> None:
        """Let these preferences hold from now on."""
        self._choose_theme(settings.theme)
        self.actions_.set_checked(f"theme_{settings.theme}", True)
        self.page.grid.set_zoom(settings.zoom)
        self.session.intakes.limits = settings.limits
        if settings.reviewer != self._settings.reviewer:
            self.desk.name(settings.reviewer)
        self._change_settings(settings)

    def _show_panel(self, name: str, on: bool) -> None:
        closed = tuple(panel for panel in self._settings.closed_panels if panel != name)
        self._settings = replace(self._settings, closed_panels=closed if on else (*closed, name))
        self._panels.names[name].setVisible(on)

    def _set_base(self) -> None:
        self.session.set_base(self.left.documents.current)
        self._refresh_current()

    def _move(self, by: int) -> None:
        current = self.left.documents.current
        order = [document.id for document in self.session.documents]
        if current in order:
            self.session.move(current, order.index(current) + by)

    def _go_to(self, view: QWidget, name: str) -> None:
        self.views.show("grid")
        if name == "findings" and self.findings.isHidden():
            self.tools.close()
        if name in self._settings.closed_panels:
            self._show_panel(name, True)
            self.actions_.set_checked(f"panel_{name}", True)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_view(self) -> None:
        training = self.views.training
        shown: QWidget = self.views.tables.get(self.views.name, self._panels)
        if self.views.name == "ribbon" and training.on:
            shown = training.trainer
        if self.presenting.on:
            shown = self.presenting.stage
        self._stack.setCurrentWidget(shown if self.session.documents else self.empty)
        self.top.setVisible(bool(self.session.documents) and not self.presenting.on)
        self.notices.set_held(self.presenting.on)
        self._place_panels()

    def _place_panels(self) -> None:
        """Show the panels that are open and have something to say; none while projecting."""
        away = self.views.name == "ribbon" and self.views.training.trainer.projecting
        several, aside = len(self.session.documents) > 1, bool(self.tools.open)
        self._panels.place(self._settings.closed_panels, several=several, away=away, aside=aside)

    def _dismiss_notices(self) -> None:
        self.notices.clear()
        self.views.focus()

    def _start_finding(self) -> None:
        field = self.top.find_field
        chosen = self.page.grid.selected_text() if self.views.name == "grid" else ""
        if chosen and "\n" not in chosen and len(chosen) <= 100:
            field.setText(chosen)
            self.session.find(chosen)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _stop_finding(self) -> None:
        self.top.find_field.clear()
        self.views.seek("")
        self.views.current.setFocus()

    def _show_saved(self) -> None:
        self.setWindowTitle(names.window_title(self.session.documents, self.files.name))
        self.status.set_saved(self.files.says)
        self.actions_.enable(
            bool(self.session.documents), "save_session", "save_session_as", "duplicate_session"
        )

    # ------------------------------------------------------------------------------- what is remembered

    def _change_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._save(settings)
        self.opening.fill_recent(self.actions_.submenus["recent"])

    def _restore(self) -> None:
        settings = self._settings
        if not self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode())):
            room = self.screen().availableGeometry()
            self.resize(min(_DEFAULT_SIZE[0], room.width()), min(_DEFAULT_SIZE[1], room.height()))
        self._panels.part(settings.columns, settings.bands, self.width(), self.height())
        self.page.grid.set_zoom(settings.zoom)
        for name, panel in self._panels.names.items():
            panel.setVisible(name not in settings.closed_panels)
            self.actions_.set_checked(f"panel_{name}", name not in settings.closed_panels)
        self.actions_.set_checked(f"theme_{self._themes.choice}", True)
        for table in self.views.tables.values():
            table.set_zoom(settings.zoom)
        self.views.facts.set_sizes(settings.fact_bands)
        self.views.show(settings.view)
        self.actions_.enable(False, "stop")

    def _remembered(self) -> Settings:
        filters = self.session.filters
        seen = bool(self.session.documents)
        return replace(
            self._settings,
            theme=self._themes.choice,
            zoom=self.page.grid.zoom,
            geometry=base64.b64encode(self.saveGeometry().data()).decode(),
            columns=self._panels.widths(self._settings.columns) if seen else self._settings.columns,
            bands=self._panels.bands if seen else self._settings.bands,
            fact_bands=self.views.facts.sizes() or self._settings.fact_bands,
            view=self.views.name,
            hidden_kinds=tuple(sorted(filters.hidden_kinds)),
            only_findings=filters.only_findings,
            three_or_more=filters.three_or_more,
            boilerplate=filters.boilerplate,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say what has changed, remember everything, and let no work hold up the end."""
        if self.asks and not self.files.may_close():
            event.ignore()
            return
        self._save(self._remembered())
        self.hide()
        self.files.finish()
        self.tools.shut_down(_GRACE)
        self.session.shut_down(_GRACE)
        event.accept()

    def _open_beside(self, documents: Sequence[Document]) -> None:
        """Compare these documents in a window of their own."""
        window = MainWindow(self._settings, self._themes, lambda _settings: None)
        window.asks = self.asks
        window.setParent(self, Qt.WindowType.Window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
        window.session.intakes.take_in(arrived(tuple(documents)))

    def _close_now(self) -> None:
        self.asks = False
        self.close()
