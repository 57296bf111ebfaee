"""The findings at the right: a tab for each kind, a card for each finding, the current one framed."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QLabel, QVBoxLayout, QWidget

from crossread.comparison import Finding, FindingKind
from crossread.present.palette import Palette
from crossread.ui.chips import Chip
from crossread.ui.findings_cards import ID, CardsView, FindingsDelegate, FindingsModel
from crossread.ui.flow import FlowLayout
from crossread.ui.fonts import label_font
from crossread.ui.session import Session
from crossread.ui.stepping import KIND_NAMES, KINDS


class FindingsPanel(QWidget):
    """Findings by kind.

    Attributes:
        view: the list of cards.
        nothing: says why there are no cards.

    Signals:
        activated(str): the reader wants to go to this finding.
    """

    activated = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._session = session
        self._kind: FindingKind | None = None
        self._model = FindingsModel(session, self)
        self._delegate = FindingsDelegate(self)
        self._tabs: dict[FindingKind, Chip] = {}
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(spacing=4)
        self.nothing = QLabel(self)
        self._hint = QLabel("n next · p previous · Enter goes there", self)
        self.view = CardsView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self._build()
        session.findings_changed.connect(self.refresh)
        session.finding_selected.connect(self._show_current)

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
        for tab in self._tabs.values():
            tab.set_colours(palette)
        self.view.viewport().update()

    def set_kind(self, kind: FindingKind) -> None:
        """Open this kind's tab."""
        self._kind = kind
        self._tabs[kind].setChecked(True)
        self._delegate.forget()
        self._model.set_findings(self._session.findings.of(kind))
        self._show_row_of_current()

    def refresh(self) -> None:
        """Take the session's findings."""
        session = self._session
        for kind, tab in self._tabs.items():
            count = len(session.findings.of(kind))
            tab.set_count(count)
            tab.setVisible(count > 0)
        kinds = [kind for kind in KINDS if session.findings.of(kind)]
        self._say_nothing(not kinds)
        if kinds:
            self.set_kind(self._kind if self._kind in kinds else kinds[0])
        else:
            self._kind = None
            self._model.set_findings(())

    def _build(self) -> None:
        for kind in KINDS:
            tab = Chip(KIND_NAMES[kind], parent=self, tab=True)
            tab.clicked.connect(lambda _checked=False, kind=kind: self.set_kind(kind))
            tab.hide()
            self._group.addButton(tab)
            self._flow.addWidget(tab)
            self._tabs[kind] = tab
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
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._hint)
        self._say_nothing(True)

    def _say_nothing(self, nothing: bool) -> None:
        session = self._session
        if session.comparison is None:
            words = "What differs between the documents will be listed here."
        elif session.comparison.findings:
            words = "All findings are switched off; switch a kind on above the page."
        else:
            words = "Nothing was found that differs between these documents."
        self.nothing.setText(words)
        self.nothing.setVisible(nothing)
        self.view.setVisible(not nothing)
        self._hint.setVisible(not nothing)

    def _go(self, index: QModelIndex) -> None:
        self.activated.emit(str(index.data(ID)))

    def _show_current(self, finding: Finding | None) -> None:
        if finding is not None and finding.kind != self._kind:
            self.set_kind(finding.kind)
        else:
            self._show_row_of_current()

    def _show_row_of_current(self) -> None:
        current = self._session.findings.current
        if current is not None and current in self._model.findings:
            index = self._model.index(self._model.findings.index(current))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.view.viewport().update()
