"""A card of the margin, set in type: folded to its findings, or unfolded with all that the others say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from crossread.present.apparatus import Card, Entry
from crossread.text.document import Document
from crossread.ui.findings.cards import sign_of
from crossread.ui.grid.cell_layout import CellLayout
from crossread.ui.grid.look import Look, colour
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.styling.paint import badge_colours
from crossread.ui.table.row_layout import Paragraph
from crossread.ui.widgets.letters import letter_box, paint_letter

_TITLE, _WORDS, _SMALL = 12.5, 12.5, 11.5  # pixels
_PAD, _GAP, _SIGN = 10.0, 7.0, 15.0
_FOLDED = 4  # findings at most on a card that nobody has chosen
_MOST_SIGNS = 4  # on a card without room for more
_SMALLER = 0.9  # the others' words beside those of the text


@dataclass(frozen=True, slots=True)
class Margin:
    """What cards are made from.

    Attributes:
        base: id of the document that is read.
        documents: all that are shown, by their ids.
        marks: theirs.
        look: fonts and colours.
    """

    base: str
    documents: Mapping[str, Document]
    marks: Mapping[str, MarkIndex]
    look: Look


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph at its place on the card."""

    at: QPointF
    paragraph: Paragraph
    dim: bool = False
    more: bool = False  # tells how much more there is, where no more is shown


@dataclass(slots=True)
class _Laid:
    """The head of a card, or one finding with what stands below it."""

    words: list[_Words] = field(default_factory=list)
    letters: list[tuple[QRectF, str]] = field(default_factory=list)
    signs: list[tuple[QRectF, Entry]] = field(default_factory=list)
    texts: list[tuple[QPointF, CellLayout]] = field(default_factory=list)
    entry: tuple[float, float, Entry] | None = None


class CardLayout:
    """One card.

    Attributes:
        card: what it says.
        unfolded: everything is shown.
        heights: in logical pixels, with no finding, with one, with two and so on; of an unfolded one that of all.

    Args:
        card: what it says.
        margin: what it is made from.
        width: of the card.
        unfolded: show everything.
        current: id of the finding that the reader is at, or empty; of an unfolded card it stands on top, for the card
            may be longer than what is in sight.
    """

    def __init__(
        self, card: Card, margin: Margin, width: float, *, unfolded: bool, current: str = ""
    ) -> None:
        self.card, self.unfolded, self._margin, self._width = card, unfolded, margin, width
        self._look = margin.look
        self._scale = min(max(self._look.scale, 0.85), 1.6)
        below = _GAP * self._scale * 0.8
        self._laid = [_Laid()]
        y = self._head(_GAP * self._scale * 0.7)
        heights = [y + below]
        entries = card.entries[:_FOLDED]
        if unfolded:
            entries = tuple(sorted(card.entries, key=lambda entry: entry.finding.id != current))
        for number, entry in enumerate(entries, 1):
            self._laid.append(_Laid())
            y = self._entry(entry, y + _GAP * self._scale * 0.6)
            left = len(card.entries) - number
            more = self._put_more(left, y) if left and not unfolded else y
            heights.append(more + below)
        if unfolded:
            heights = [self._readings(y) + below]
        self.heights = tuple(heights)

    @property
    def _inner(self) -> float:
        return self._width - 2 * _PAD

    def _shown(self, size: int) -> list[_Laid]:
        """What is seen at one of its heights."""
        return self._laid if self.unfolded else self._laid[: size + 1]

    def _put(
        self,
        text: str,
        y: float,
        left: float = 0.0,
        *,
        right: float = 0.0,
        bold: bool = False,
        dim: bool = False,
        letters: Sequence[tuple[int, int]] = (),
    ) -> float:
        """Set a paragraph; the height below it."""
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        font = self._look.label(_SMALL if dim else _TITLE if bold else _WORDS, weight)
        width = max(self._inner - left - right, 40.0)
        paragraph = Paragraph(text, font, width, parts=[_bold(*letter) for letter in letters])
        self._laid[-1].words.append(_Words(QPointF(_PAD + left, y), paragraph, dim))
        return y + paragraph.height

    def _put_more(self, count: int, y: float) -> float:
        """Say how many findings more there are; the height below."""
        paragraph = Paragraph(f"and {count:,} more", self._look.label(_SMALL), self._inner)
        self._laid[-1].words.append(_Words(QPointF(_PAD, y + 3), paragraph, dim=True, more=True))
        return y + 3 + paragraph.height

    def _letter(self, name: str, left: float, y: float) -> float:
        """Set a document's letter on a line of labels; the room it takes."""
        metrics = QFontMetricsF(self._look.label(13, QFont.Weight.DemiBold))
        box = letter_box(self._look, _PAD + left, y + metrics.ascent(), name)
        self._laid[-1].letters.append((box, name))
        return box.width()

    def _head(self, y: float) -> float:
        """Its number, and who speaks."""
        line = QFontMetricsF(self._look.label(13, QFont.Weight.DemiBold)).height()
        number = Paragraph(f"{self.card.number:,}", self._look.label(_TITLE, QFont.Weight.DemiBold), 60)
        self._laid[-1].words.append(_Words(QPointF(_PAD, y + (line - number.height) / 2), number))
        left = (
            QFontMetricsF(self._look.label(_TITLE, QFont.Weight.DemiBold)).horizontalAdvance(number.text) + 9
        )
        if self.card.silent:
            said = (
                f"not in {self._margin.base}, only in"
                if self.card.readings
                else f"not in {self._margin.base}"
            )
            small = Paragraph(said, self._look.label(_SMALL), self._inner)
            self._laid[-1].words.append(
                _Words(QPointF(_PAD + left, y + (line - small.height) / 2), small, True)
            )
            left += QFontMetricsF(self._look.label(_SMALL)).horizontalAdvance(said) + 7
        for name, _ in self.card.readings:
            if left > self._inner - 22:
                left, y = 0.0, y + line + 4
            left += self._letter(name, left, y) + 4
        return y + line

    def _entry(self, entry: Entry, y: float) -> float:
        top, sign = y, _SIGN * self._scale
        number = Paragraph(f"{entry.number:,}", self._look.label(_SMALL), 60)
        advance = QFontMetricsF(self._look.label(_SMALL)).horizontalAdvance(number.text)
        self._laid[-1].words.append(_Words(QPointF(_PAD + self._inner - advance, y), number, True))
        line = QFontMetricsF(self._look.label(_TITLE)).height() * 1.13
        self._laid[-1].signs.append((QRectF(_PAD, y + (line - sign) / 2, sign, sign), entry))
        said = bool(entry.readings)
        y = self._put(entry.text, y, sign + 7, right=advance + 8, bold=said)
        if said and self.unfolded:
            for names, words in entry.readings:
                left = sign + 7
                for name in names:
                    if left > self._inner / 2:
                        left, y = sign + 7, y + line
                    left += self._letter(name, left, y + 1) + 3
                y = self._put(words, y + 1, left + 3)
        elif said:
            text, letters = "", []
            for names, words in entry.readings:
                text += "   " if text else ""
                letters.append((len(text), len(" ".join(names))))
                text += f"{' '.join(names)} {words}"
            y = self._put(text, y + 1, sign + 7, letters=letters)
        self._laid[-1].entry = (top, y, entry)
        return y

    def _readings(self, y: float) -> float:
        """All that the others say, with their marks."""
        look = Look(self._look.palette, round(self._look.percent * _SMALLER), self._look.kinds)
        for name, passages in self.card.readings:
            document = self._margin.documents[name]
            y += _GAP * self._scale
            width = self._letter(name, 0.0, y + (look.line - 16) / 2) + 8
            cell = CellLayout(
                document, passages, self._margin.marks.get(name) or MarkIndex(), look, self._inner - width
            )
            cell.measure(lambda: False)
            self._laid[-1].texts.append((QPointF(_PAD + width, y), cell))
            y += cell.height
        return y

    # What is where

    def entry_at(self, y: float, size: int) -> Entry | None:
        """The finding at a height of the card, which has one of its heights."""
        found = (laid.entry for laid in self._shown(size) if laid.entry)
        return next((entry for top, bottom, entry in found if top <= y < bottom), None)

    def in_words(self) -> str:
        """All of it, for those who listen."""
        card = self.card
        said = [f"Card {card.number}"]
        if card.silent:
            said.append(f"not in {self._margin.base}")
        for entry in card.entries:
            readings = ", ".join(f"{' '.join(names)} {words}" for names, words in entry.readings)
            said.append(f"{entry.finding.kind} {entry.number}: {entry.text} {readings}".strip())
        for name, passages in card.readings:
            document = self._margin.documents[name]
            words = " ".join(document.of(document.by_id[passage]) for passage in passages)
            said.append(f"{name}: {' '.join(words.split())}")
        return ". ".join(said)

    # Painting

    def paint(self, painter: QPainter, at: QPointF, size: int, current: str, *, hovered: bool) -> None:
        """Paint the card.

        Args:
            painter: where to.
            at: its top left corner.
            size: which of its heights it has.
            current: id of the finding that the reader is at, or empty.
            hovered: the pointer is over it.
        """
        palette = self._look.palette
        box = QRectF(at.x(), at.y(), self._width, self.heights[size]).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.card.entries or self.unfolded or hovered:
            edge = palette.selection_bar if self.unfolded else palette.dim if hovered else palette.line
            painter.setPen(QPen(colour(edge), 1.6 if self.unfolded else 1))
            painter.setBrush(colour(palette.raised))
            painter.drawRoundedRect(box, 6, 6)
        painter.save()
        painter.translate(at)
        shown = self._shown(size)
        for number, laid in enumerate(shown):
            if laid.entry and laid.entry[2].finding.id == current:
                self._paint_current(painter, *laid.entry[:2])
            last = number == len(shown) - 1
            self._paint_laid(painter, laid, last=last or self.unfolded)
        if not size and not self.unfolded and self.card.entries:
            self._paint_kinds(painter)
        painter.restore()

    def _paint_current(self, painter: QPainter, top: float, bottom: float) -> None:
        palette = self._look.palette
        painter.fillRect(QRectF(3, top - 3, self._width - 6, bottom - top + 6), colour(palette.selection))
        painter.fillRect(QRectF(3, top - 3, 3, bottom - top + 6), colour(palette.selection_bar))

    def _paint_laid(self, painter: QPainter, laid: _Laid, *, last: bool) -> None:
        palette = self._look.palette
        for words in laid.words:
            if words.more and not last:
                continue
            painter.setPen(colour(palette.dim if words.dim else palette.ink))
            words.paragraph.paint(painter, words.at)
        for letter, name in laid.letters:
            paint_letter(painter, letter, palette, name)
        for sign, entry in laid.signs:
            self._paint_sign(painter, sign, entry)
        for where, cell in laid.texts:
            for y, block in cell.between(0.0, cell.height):
                painter.setPen(colour(palette.ink))
                block.paint(painter, where + QPointF(0, y))

    def _paint_kinds(self, painter: QPainter) -> None:
        """On a card without room for its findings: the signs of what they are, and how many."""
        signs = list(dict.fromkeys(sign_of(entry.finding) for entry in self.card.entries))
        text = f"{' '.join(signs[:_MOST_SIGNS])}   {len(self.card.entries):,}"
        line = QFontMetricsF(self._look.label(13, QFont.Weight.DemiBold)).height()
        painter.setFont(self._look.label(_SMALL))
        grave = self.card.level == 3
        palette = self._look.palette
        painter.setPen(colour(palette.contradiction.ink if grave else palette.dim))
        where = QRectF(_PAD, _GAP * self._scale * 0.7, self._inner, line)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_sign(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        sign = sign_of(entry.finding)
        ink = badge_colours(self._look.palette, sign).ink if entry.finding.badge else self._look.palette.dim
        painter.setPen(QPen(colour(ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._look.label(10.5 if len(sign) == 1 else 8, QFont.Weight.Medium))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = start, length
    part.format = QTextCharFormat()
    part.format.setFontWeight(QFont.Weight.DemiBold)
    return part
