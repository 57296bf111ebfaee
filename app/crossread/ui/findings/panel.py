"""The findings at the right: a tab for each kind, a card for each finding, the current one framed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QLabel, QVBoxLayout, QWidget

from crossread.comparison import Finding, FindingKind
from crossread.present.palette import Palette
from crossread.review.review import Review
from crossread.review.standing import standing
from crossread.ui.findings.cards import ID, FindingsDelegate, FindingsList, FindingsModel
from crossread.ui.findings.stepping import KIND_NAMES, KINDS
from crossread.ui.review.desk import Desk
from crossread.ui.review.notes import NoteLine
from crossread.ui.review.notes_list import NotesList
from crossread.ui.review.review_line import ReviewLine
from crossread.ui.session import Session
from crossread.ui.styling.fonts import label_font
from crossread.ui.widgets.chips import Chip
from crossread.ui.widgets.flow import FlowLayout

_LOWEST_WITH_HINT = 300  # pixels of the panel
_HINT = "n next · p previous · a confirm · d dispute · m note · u next unreviewed"
_NOTES_HINT = "Enter goes there · F2 changes · Del removes"


class FindingsPanel(QWidget):
    """Findings by kind, what was decided on them, and the notes.

    Attributes:
        view: the list of cards.
        notes: the list of notes, in its place while their tab is open.
        notes_tab: that tab.
        line: how much has been reviewed, and the filter by what was decided.
        nothing: says why there are no cards.

    Signals:
        activated(str): the reader wants to go to this finding.
    """

    activated = Signal(str)

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._session, self._desk = session, desk
        self._kind: FindingKind | None = None
        self._note_lines: Callable[[], Sequence[NoteLine]] = tuple
        self._model = FindingsModel(session, desk, self)
        self._delegate = FindingsDelegate(self)
        self._tabs: dict[FindingKind, Chip] = {}
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(spacing=4)
        self.nothing = QLabel(self)
        self._hint = QLabel(_HINT, self)
        self._has_keys = False
        self.line = ReviewLine(self)
        self.notes = NotesList(self)
        self.notes_tab = Chip("Notes", parent=self, tab=True)
        self.view = FindingsList(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self._build()
        session.findings_changed.connect(self.refresh)
        session.finding_selected.connect(self._show_current)
        desk.changed.connect(self._show_changed)

    @property
    def kind(self) -> FindingKind | None:
        """The kind whose tab is open."""
        return self._kind

    @property
    def tabs(self) -> tuple[Chip, ...]:
        """One for each kind, shown where there are findings of it."""
        return tuple(self._tabs.values())

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._delegate.palette = palette
        self._delegate.forget()
        for tab in (*self._tabs.values(), self.notes_tab):
            tab.set_colours(palette)
        for part in (self.line, self.notes):
            part.set_colours(palette)
        self.view.viewport().update()

    def set_kind(self, kind: FindingKind) -> None:
        """Open this kind's tab."""
        self._kind = kind
        self._tabs[kind].setChecked(True)
        self._show_list(notes=False)
        self._delegate.forget()
        self._model.set_cards(self._session.findings.of(kind))
        self._show_row_of_current()

    def refresh(self) -> None:
        """Take the session's findings."""
        session = self._session
        for kind, tab in self._tabs.items():
            count = len(session.findings.of(kind))
            tab.set_count(count)
            tab.setVisible(count > 0)
        kinds = [kind for kind in KINDS if session.findings.of(kind)]
        self._say_nothing()
        self._show_progress()
        if self.notes_tab.isChecked():
            return
        if kinds:
            self.set_kind(self._kind if self._kind in kinds else kinds[0])
        else:
            self._kind = None
            self._model.set_cards(())

    def show_notes(self) -> None:
        """Open the tab of the notes."""
        self._kind = None
        self.notes_tab.setChecked(True)
        self.notes.set_lines(self._note_lines())
        self._show_list(notes=True)

    def set_notes(self, count: int, lines: Callable[[], Sequence[NoteLine]]) -> None:
        """Show these notes under their tab.

        Args:
            count: how many there are.
            lines: answers them; asked when somebody looks.
        """
        self._note_lines = lines
        if self.notes_tab.isChecked():
            self.notes.set_lines(lines())
        self.notes_tab.set_count(count)
        self.notes_tab.setVisible(bool(count))
        if not count and self.notes_tab.isChecked():
            self._group.setExclusive(False)  # in a group of which one is on, none can be switched off
            self.notes_tab.setChecked(False)
            self._group.setExclusive(True)
            self._show_list(notes=False)
            self.refresh()

    def _show_list(self, *, notes: bool) -> None:
        there = bool(self._session.findings.shown)
        self.notes.setVisible(notes)
        self.view.setVisible(not notes and there)
        self.nothing.setVisible(not notes and not there)
        self._hint.setText(_NOTES_HINT if notes else _HINT)
        self._has_keys = notes or there
        self._show_hint()

    def _show_changed(self, before: Review) -> None:
        """Paint the cards anew on which something was decided; there may be thousands of others."""
        review = self._desk.review
        changed = {
            finding
            for old, new in ((before.decisions, review.decisions), (before.tags, review.tags))
            for finding in old.keys() | new.keys()
            if old.get(finding) is not new.get(finding)
        }
        if changed:
            if self._heights_change([f for f in self._model.cards if f.id in changed]):
                self.view.scheduleDelayedItemsLayout()
                current = self._session.findings.current
                if current is not None and current.id in changed:  # what was decided is to be seen
                    self.view.scrollTo(self.view.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
            self.view.viewport().update()
            self._show_progress()

    def _heights_change(self, findings: Sequence[Finding]) -> bool:
        """Measure these cards anew; whether any has become taller or lower."""
        places = {finding.id: row for row, finding in enumerate(self._model.cards)} if findings else {}
        indices = [self._model.index(places[finding.id]) for finding in findings]
        before = [self.view.sizeHintForIndex(index).height() for index in indices]
        self._delegate.forget(findings)
        return [self.view.sizeHintForIndex(index).height() for index in indices] != before

    def _show_progress(self) -> None:
        comparison = self._session.comparison
        hidden = self._session.filters.hidden_kinds
        findings = [f for f in comparison.findings if f.kind not in hidden] if comparison else []
        self.line.set_progress(standing(self._desk.review, findings))
        self.line.setVisible(bool(findings))

    def _build(self) -> None:
        for kind in KINDS:
            tab = Chip(KIND_NAMES[kind], parent=self, tab=True)
            tab.clicked.connect(lambda _checked=False, kind=kind: self.set_kind(kind))
            tab.hide()
            self._group.addButton(tab)
            self._flow.addWidget(tab)
            self._tabs[kind] = tab
        self.notes_tab.clicked.connect(lambda _checked=False: self.show_notes())
        self.notes_tab.hide()
        self._group.addButton(self.notes_tab)
        self._flow.addWidget(self.notes_tab)
        self.notes.hide()
        self.view.setAccessibleName("Findings")
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.nothing.setWordWrap(True)
        self.nothing.setObjectName("hint")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._hint.setFont(label_font(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 8)
        layout.setSpacing(9)
        layout.addLayout(self._flow)
        layout.addWidget(self.line)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.notes, 1)
        layout.addWidget(self._hint)
        self._say_nothing()

    def _say_nothing(self) -> None:
        session = self._session
        if session.comparison is None:
            words = "What differs between the documents will be listed here."
        elif session.comparison.findings:
            words = (
                "All findings are switched off; switch a kind on above the page, or show all states and tags."
            )
        else:
            words = "Nothing was found that differs between these documents."
        self.nothing.setText(words)
        self._show_list(notes=self.notes_tab.isChecked())

    def _show_hint(self) -> None:
        """Leave the room to the cards where there is little."""
        self._hint.setVisible(self._has_keys and self.height() >= _LOWEST_WITH_HINT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low panel has no room for words about keys."""
        super().resizeEvent(event)
        self._show_hint()

    def _go(self, index: QModelIndex) -> None:
        self.activated.emit(str(index.data(ID)))

    def _show_current(self, finding: Finding | None) -> None:
        if finding is not None and finding.kind != self._kind:
            self.set_kind(finding.kind)
        else:
            self._show_row_of_current()

    def _show_row_of_current(self) -> None:
        current = self._session.findings.current
        if current is not None and current in self._model.cards:
            index = self._model.index(self._model.cards.index(current))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.view.viewport().update()
