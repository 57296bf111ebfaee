"""The findings at the right: a tab for each kind, a card for each finding, the current one framed."""

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crossread.comparison import Finding, FindingKind
from crossread.present.palette import LIGHT, Palette
from crossread.ui.chips import Chip
from crossread.ui.flow import FlowLayout
from crossread.ui.fonts import label_font
from crossread.ui.session import Session
from crossread.ui.stepping import KIND_NAMES, KINDS
from crossread.ui.theme import mix

_ID = Qt.ItemDataRole.UserRole
_PAD, _GAP, _BADGE = 11, 8, 16  # pixels
_LINE = 1.4
_SCROLL_BAR = 14

Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractListModel):
    """The findings of one kind."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.findings: Sequence[Finding] = ()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many."""
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The finding's id under UserRole; its words for those who listen."""
        if not index.isValid():
            return None
        finding = self.findings[index.row()]
        if role == _ID:
            return finding.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.number(finding)}: {finding.title}. {finding.detail}"
        return None

    def number(self, finding: Finding) -> str:
        """The number as the card shows it: with the count of all where the reader is at it."""
        number = self.session.findings.number(finding)
        if self.session.findings.current != finding:
            return f"{number:,}"
        return f"{number:,} of {self.session.findings.count(finding.kind):,}"


class FindingsDelegate(QStyledItemDelegate):
    """Paints a card; what it measured it remembers until the width changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette: Palette = LIGHT
        self._width = 0
        self._laid_out: dict[int, tuple[QTextLayout, float, QTextLayout, float]] = {}

    def forget(self) -> None:
        """Other findings or other colours: measure anew."""
        self._laid_out.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need."""
        width = _card_width(option)
        model = index.model()
        assert isinstance(model, FindingsModel)
        _, title, _, detail = self._measured(self._finding(index), width, model)
        return QSize(width, int(title + detail) + 2 * _PAD + 4 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        model = index.model()
        assert isinstance(model, FindingsModel)
        finding, palette = self._finding(index), self.palette
        current = model.session.findings.current == finding
        box = QRectF(option.rect).adjusted(1, 1, 0, -1 - _GAP)
        box.setWidth(_card_width(option) - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        line = palette.selection_bar if current else palette.dim if hovered else palette.line
        painter.setPen(QPen(QColor(line), 2 if current else 1))
        painter.setBrush(QColor(palette.selection if current else palette.raised))
        painter.drawRoundedRect(box, 7, 7)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.widget is not None and option.widget.hasFocus():
            pen = QPen(QColor(palette.ink), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 5, 5)
        title, title_height, detail, _ = self._measured(finding, _card_width(option), model)
        left, top = box.left() + _PAD, box.top() + _PAD
        self._paint_badge(painter, QRectF(left, top, _BADGE, _BADGE), finding)
        painter.setPen(QColor(palette.ink))
        title.draw(painter, QPointF(left + _BADGE + 8, top))
        painter.setFont(label_font(12))
        painter.setPen(QColor(palette.dim))
        number = QRectF(left, top, box.width() - 2 * _PAD, _BADGE)
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, model.number(finding)
        )
        painter.setPen(mix(palette.ink, palette.dim, 0.25))
        detail.draw(painter, QPointF(left, top + title_height + 4))
        painter.restore()

    def _paint_badge(self, painter: QPainter, box: QRectF, finding: Finding) -> None:
        palette = self.palette
        grave = finding.badge == "≠"
        signs = {
            "numbers": "#", "quotations": "“”", "names": "Aa", "certainty": "?", "characters": "!",
            "wording": "ab", "spun": "∿", "missing": "▨", "moved": "↕",
        }  # fmt: skip
        colour = QColor(palette.contradiction.ink if grave else palette.dim)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        sign = finding.badge or signs.get(finding.kind, "·")
        painter.setFont(label_font(11 if len(sign) == 1 else 8, QFont.Weight.Medium))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)

    @staticmethod
    def _finding(index: Index) -> Finding:
        model = index.model()
        assert isinstance(model, FindingsModel)
        return model.findings[index.row()]

    def _measured(
        self, finding: Finding, width: int, model: FindingsModel
    ) -> tuple[QTextLayout, float, QTextLayout, float]:
        """Title and detail laid out for this width, each with its height."""
        if width != self._width:
            self._width = width
            self._laid_out.clear()
        known = self._laid_out.get(finding.number)
        if known is None:
            inner = max(60, width - 2 - 2 * _PAD)
            # Room for "1 of 31" in every title, so that nothing moves when a card becomes the current one.
            total = f"{model.session.findings.count(finding.kind):,}"
            number_room = QFontMetricsF(label_font(12)).horizontalAdvance(f"{total} of {total}")
            title, title_height = _lay_out(
                finding.title,
                label_font(12.5, QFont.Weight.DemiBold),
                inner - _BADGE - 16 - number_room,
                (),
            )
            letters = _letters(finding)
            detail, detail_height = _lay_out(finding.detail, label_font(12.5), inner, letters)
            known = (title, max(title_height, float(_BADGE)), detail, detail_height)
            self._laid_out[finding.number] = known
        return known


def _card_width(option: QStyleOptionViewItem) -> int:
    """As if the scroll bar were always there, so that the width of cards does not depend on their height."""
    return (option.widget.width() if option.widget is not None else 260) - _SCROLL_BAR


def _letters(finding: Finding) -> list[tuple[int, int]]:
    """Where the detail names documents by their letters, as (start, length), outside of quotation marks."""
    ids = sorted({*finding.documents, *re.findall(r"\b[A-Z]{1,2}\b", finding.detail.split("“")[0])}, key=len)
    if not ids:
        return []
    pattern = re.compile("“[^”]*”|\\b(" + "|".join(re.escape(name) for name in reversed(ids)) + ")\\b")
    return [(hit.start(), len(hit.group())) for hit in pattern.finditer(finding.detail) if hit.group(1)]


def _lay_out(
    text: str, font: QFont, width: float, bold: Sequence[tuple[int, int]]
) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text, font)
    formats = []
    for start, length in bold:
        part = QTextLayout.FormatRange()
        part.start, part.length = start, length
        part.format = QTextCharFormat()
        part.format.setFontWeight(QFont.Weight.DemiBold)
        formats.append(part)
    layout.setFormats(formats)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        extra = line.height() * (_LINE - 1.2)
        line.setPosition(QPointF(0, y + extra / 2))
        y += line.height() + extra
    layout.endLayout()
    return layout, y


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
        self.view = _CardsView(self)
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
        self.activated.emit(str(index.data(_ID)))

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


class _CardsView(QListView):
    """Cards as wide as the list, scrolled by the pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the program, not a search in the list."""
