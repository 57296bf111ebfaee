"""The cards of the findings: what each says, what was decided on it, and how it is painted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QPoint,
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
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from crossread.comparison import Finding, FindingKind
from crossread.present.palette import LIGHT, Palette
from crossread.review.action import Decision, Entry
from crossread.text.shown import one_line
from crossread.ui.review.desk import Desk
from crossread.ui.review.list_view import CardsModel, CardsView, Index
from crossread.ui.review.signs import Sign, paint_sign
from crossread.ui.review.words import decided
from crossread.ui.session import Session
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.theme import mix
from crossread.ui.table.row_layout import Paragraph

ID = Qt.ItemDataRole.UserRole
_PAD, _GAP, _BADGE = 11, 8, 16  # pixels
_LINE = 1.4
_SCROLL_BAR = 14
_SIGN, _ABOVE_JUDGED = 14, 7  # pixels
_LONGEST_NOTE = 240  # characters

_SIGNS: dict[FindingKind, str] = {
    "numbers": "#", "quotations": "“”", "names": "Aa", "certainty": "?", "characters": "!",
    "wording": "ab", "spun": "∿", "missing": "▨", "moved": "↕",
}  # fmt: skip


def sign_of(finding: Finding) -> str:
    """The sign that tells of which kind a finding is, or how its figures stand to each other."""
    return finding.badge or _SIGNS[finding.kind]


class FindingsModel(CardsModel[Finding]):
    """The findings of one kind, with what was decided on each."""

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.desk = session, desk

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The finding's id under UserRole; its words for those who listen."""
        if not index.isValid():
            return None
        finding = self.cards[index.row()]
        if role == ID:
            return finding.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = f"{self.number(finding)}: {finding.title}. {finding.detail}"
            return " ".join((said, *self.judged(finding)))
        return None

    def judged(self, finding: Finding) -> tuple[str, ...]:
        """What was decided and noted on a finding, a line each: state, note, tags."""
        review = self.desk.review
        entry, tags = review.decisions.get(finding.id), review.tags_of(finding.id)
        lines = []
        if entry:
            lines.append(decided(entry))
            if entry.action.note:
                private = " (private)" if entry.action.private else ""
                lines.append(one_line(entry.action.note, _LONGEST_NOTE) + private)
        if tags:
            lines.append(" ".join(f"#{one_line(tag, 40)}" for tag in tags))
        return tuple(lines)

    def number(self, finding: Finding) -> str:
        """The number as the card shows it: with the count of all where the reader is at it."""
        number = self.session.findings.number(finding)
        if self.session.findings.current != finding:
            return f"{number:,}"
        return f"{number:,} of {self.session.findings.count(finding.kind):,}"


@dataclass(frozen=True, slots=True)
class _Laid:
    """A card's words, broken into lines; what was decided stands below, a line or more each."""

    title: QTextLayout
    title_height: float
    detail: QTextLayout
    detail_height: float
    judged: tuple[Paragraph, ...]


class FindingsDelegate(QStyledItemDelegate):
    """Paints a card; what it measured it remembers until the width changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette: Palette = LIGHT
        self._width = 0
        self._laid_out: dict[int, _Laid] = {}
        self._sizes: dict[int, QSize] = {}

    def forget(self, findings: Iterable[Finding] | None = None) -> None:
        """Other findings or other colours: measure anew, all or only these."""
        if findings is None:
            self._laid_out.clear()
            self._sizes.clear()
        else:
            for finding in findings:
                self._laid_out.pop(finding.number, None)
                self._sizes.pop(finding.number, None)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need."""
        # The list asks for every card whenever one of thousands has changed.
        width = _card_width(option)
        finding = self._finding(index)
        known = self._sizes.get(finding.number) if width == self._width else None
        if known is None:
            model = index.model()
            assert isinstance(model, FindingsModel)
            laid = self._measured(finding, width, model)
            judged = sum(part.height for part in laid.judged) + (_ABOVE_JUDGED if laid.judged else 0)
            height = int(laid.title_height + laid.detail_height + judged) + 2 * _PAD + 4 + _GAP
            known = self._sizes[finding.number] = QSize(width, height)
        return known

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
        laid = self._measured(finding, _card_width(option), model)
        left, top = box.left() + _PAD, box.top() + _PAD
        self._paint_badge(painter, QRectF(left, top, _BADGE, _BADGE), finding)
        dismissed = model.desk.review.state(finding.id) == "dismissed"
        painter.setPen(QColor(palette.dim if dismissed else palette.ink))
        laid.title.draw(painter, QPointF(left + _BADGE + 8, top))
        painter.setFont(label_font(12))
        painter.setPen(QColor(palette.dim))
        number = QRectF(left, top, box.width() - 2 * _PAD, _BADGE)
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, model.number(finding)
        )
        painter.setPen(QColor(palette.dim) if dismissed else mix(palette.ink, palette.dim, 0.25))
        laid.detail.draw(painter, QPointF(left, top + laid.title_height + 4))
        if laid.judged:
            y = top + laid.title_height + 4 + laid.detail_height + _ABOVE_JUDGED
            self._paint_judged(painter, QPointF(left, y), laid, model.desk.review.decisions.get(finding.id))
        painter.restore()

    def _paint_judged(
        self, painter: QPainter, at: QPointF, laid: _Laid, entry: Entry[Decision] | None
    ) -> None:
        palette, y = self.palette, at.y()
        for number, paragraph in enumerate(laid.judged):
            if number == 0:
                sign: Sign = "tag" if entry is None else entry.action.state
                if entry is not None and sign == "open":
                    sign = "note"
                paint_sign(painter, QRectF(at.x() + 1, y + 0.5, _SIGN, _SIGN), palette, sign)
            painter.setPen(QColor(palette.ink if number else palette.dim))
            paragraph.paint(painter, QPointF(at.x() + _SIGN + 8, y))
            y += paragraph.height

    def _paint_badge(self, painter: QPainter, box: QRectF, finding: Finding) -> None:
        palette = self.palette
        grave = finding.badge == "≠"
        colour = QColor(palette.contradiction.ink if grave else palette.dim)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        sign = sign_of(finding)
        painter.setFont(label_font(11 if len(sign) == 1 else 8, QFont.Weight.Medium))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)

    @staticmethod
    def _finding(index: Index) -> Finding:
        model = index.model()
        assert isinstance(model, FindingsModel)
        return model.cards[index.row()]

    def _measured(self, finding: Finding, width: int, model: FindingsModel) -> _Laid:
        """Everything laid out for this width."""
        if width != self._width:
            self._width = width
            self.forget()
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
            room = inner - _SIGN - 8
            judged = tuple(Paragraph(line, label_font(12), room) for line in model.judged(finding))
            known = _Laid(title, max(title_height, float(_BADGE)), detail, detail_height, judged)
            self._laid_out[finding.number] = known
        return known


def _card_width(option: QStyleOptionViewItem) -> int:
    """As if the scroll bar were always there, so that the width of cards does not depend on their height."""
    return (option.widget.width() if option.widget is not None else 260) - _SCROLL_BAR


def _letters(finding: Finding) -> list[tuple[int, int]]:
    """Where the detail names documents by their letters, as (start, length), outside of quotation marks."""
    ids = sorted(
        {*finding.documents, *re.findall(r"\b[A-Z]{1,2}\b(?!\+)", finding.detail.split("“")[0])}, key=len
    )
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


class FindingsList(CardsView):
    """The cards.

    Signals:
        menu_asked(str, QPoint): what can be done with the finding of this id, and where on the screen to show that.
    """

    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def _ask_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.menu_asked.emit(str(index.data(ID)), self.viewport().mapToGlobal(at))
