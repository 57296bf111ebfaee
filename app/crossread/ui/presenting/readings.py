"""All readings of one finding on top of one another, as large as the room allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from crossread.comparison import Place
from crossread.present.marks import Mark, MarkKind
from crossread.present.palette import LIGHT, Palette
from crossread.present.stacked import Stack
from crossread.text.document import Document
from crossread.ui import names
from crossread.ui.grid.cell_layout import CellLayout
from crossread.ui.grid.hand_painting import ByHand, paint_by_hand
from crossread.ui.grid.look import ALL_KINDS, READING_PIXELS, Look, colour
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.grid.mark_painting import paint_ring
from crossread.ui.styling.fonts import label_font
from crossread.ui.table.row_layout import Paragraph
from crossread.ui.widgets.letters import paint_letter

_OF_HEIGHT = 1 / 30  # of the screen is a letter's size as designed: legible from the last row of a room
_LEAST = 0.6  # of that, before the readings are scrolled rather than shrunk further
_SHRINK = 0.92
SIDE = 0.035
"""Share of the screen's width that stays free at either side."""
_CHIP = 18.0  # pixels of a letter's chip as designed
_MEASURE = 78  # characters; longer lines lose the eye on its way back
_WIDEST = 110  # where that would make the letters too small, the lesser evil


@dataclass(frozen=True, slots=True)
class Remark:
    """A note as it is shown to a room.

    Attributes:
        author: who wrote it.
        words: what it says.
        on: the text it is on, with its document; empty for one on the finding.
    """

    author: str
    words: str
    on: str = ""

    def __str__(self) -> str:
        who = " on ".join(part for part in (self.author, self.on) if part)
        return f"{who}: {self.words}" if who else self.words


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen.

    Attributes:
        documents: by their ids, under the names that may be seen.
        stack: which passages of them.
        marks: by document id.
        places: of the finding, ringed.
        remarks: the notes that may be seen.
        by_hand: where they stand in the texts.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    stack: Stack = field(default_factory=lambda: Stack((), ()))
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    places: Sequence[Place] = ()
    remarks: Sequence[Remark] = ()
    by_hand: ByHand = field(default_factory=ByHand)


class Readings(QAbstractScrollArea):
    """Each document's words on the topic of a finding, its letter before them, and the notes below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._kinds: frozenset[MarkKind] = ALL_KINDS
        self._shown = Shown()
        self._factor = 1.0
        self._look = Look(LIGHT)
        self._cells: list[tuple[Document, float, CellLayout]] = []
        self._remarks: list[tuple[float, Paragraph]] = []
        self._silence: tuple[float, Paragraph] | None = None
        self._height = 0.0
        self._measure = float(_MEASURE)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Readings of the finding")

    @property
    def look(self) -> Look:
        """Fonts and colours at the size that was found to fit."""
        return self._look

    @property
    def shown(self) -> Shown:
        """What is on the screen."""
        return self._shown

    def set_shown(self, shown: Shown) -> None:
        """Show another finding from its top."""
        self._shown = shown
        self.setAccessibleDescription(self.in_words())
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def set_look(self, palette: Palette, kinds: frozenset[MarkKind]) -> None:
        """Paint in these colours and show marks of these kinds only."""
        self._palette, self._kinds = palette, kinds
        self._lay_out()

    def set_factor(self, factor: float) -> None:
        """Make the letters larger or smaller than designed; 1.0 is as designed."""
        self._factor = factor
        self._lay_out()

    def in_words(self) -> str:
        """What is on the screen, for those who listen."""
        said = []
        for name, passages in self._shown.stack.readings:
            document = self._shown.documents[name]
            words = " ".join(document.of(document.by_id[passage]) for passage in passages)
            said.append(f"{names.of_document(document)}: {' '.join(words.split())}")
        said += [
            f"Note by {remark}" if remark.author else f"Note: {remark}" for remark in self._shown.remarks
        ]
        return "\n".join(said)

    def turn_page(self, by: int) -> bool:
        """Go on (1) or back (-1) where not all is in sight; False if there was nothing more to see."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * round(self.viewport().height() * 0.85))
        return bar.value() != before

    # Measures

    def _lay_out(self) -> None:
        """Find the largest size at which everything fits, but do not go below what a room can read."""
        designed = max(self.window().height(), 1) * _OF_HEIGHT * self._factor
        size = designed
        while True:
            self._set(size, (1 - size / designed) / (1 - _LEAST))
            if self._height <= self.viewport().height() or size * _SHRINK < designed * _LEAST:
                break
            size *= _SHRINK
        room = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, round(self._height) - room))
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setSingleStep(round(self._look.line))
        self.viewport().update()

    def _set(self, size: float, smallness: float) -> None:
        """Set everything at this size; ``smallness`` says how far it has shrunk, 0 to 1."""
        shown = self._shown
        look = self._look = Look(self._palette, round(size / READING_PIXELS * 100), self._kinds)
        self._measure = _MEASURE + (_WIDEST - _MEASURE) * smallness
        width, gap = self._width(), look.line * 0.55
        y = look.line * 0.25
        self._cells, self._remarks, self._silence = [], [], None
        for name, passages in shown.stack.readings:
            document = shown.documents[name]
            cell = CellLayout(document, passages, MarkIndex(shown.marks.get(name, ())), look, width)
            cell.measure(lambda: False)
            self._cells.append((document, y, cell))
            y += cell.height + self._caption_height() + gap
        if shown.stack.silent and shown.stack.readings:
            words = _said_of_silence([shown.documents[name] for name in shown.stack.silent])
            paragraph = Paragraph(words, self._caption(), width)
            self._silence = (y, paragraph)
            y += paragraph.height + gap
        for remark in shown.remarks:
            paragraph = Paragraph(str(remark), label_font(size * 0.85), width - look.line * 0.5)
            self._remarks.append((y + gap * 0.5, paragraph))
            y += paragraph.height + gap
        self._height = y

    def _caption(self) -> QFont:
        return label_font(max(12.0, READING_PIXELS * self._look.scale * 0.52))

    def _caption_height(self) -> float:
        return QFontMetricsF(self._caption()).height() * 1.1

    def _letter(self) -> float:
        return float(round(READING_PIXELS * self._look.scale * 1.15))

    def _left(self) -> float:
        before = self._letter() + self._look.line * 0.5
        spare = self.viewport().width() - self._width() - before
        return max(self._side(), spare / 2) + before

    def _side(self) -> float:
        """Room at either side, as the heads above have it."""
        return max(18.0, self.viewport().width() * SIDE)

    def _width(self) -> float:
        room = self.viewport().width() - 2 * self._side() - self._letter() - self._look.line * 0.5
        return max(120.0, min(room, self._look.character * self._measure))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room asks for another size."""
        super().resizeEvent(event)
        self._lay_out()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.viewport().rect(), colour(self._palette.pane))
            painter.translate(0, -self.verticalScrollBar().value())
            self._paint(painter)
        finally:  # a painter left active would bring Qt down
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look, left = self._look, self._left()
        letter = self._letter()
        for document, top, cell in self._cells:
            painter.save()
            painter.translate(left - letter - look.line * 0.5, top + (look.line - letter) / 2)
            painter.scale(letter / _CHIP, letter / _CHIP)
            paint_letter(painter, QRectF(0, 0, _CHIP, _CHIP), self._palette, document.id)
            painter.restore()
            painter.setPen(colour(self._palette.ink))
            blocks = [(QPointF(left, top + y), block) for y, block in cell.between(0.0, cell.height)]
            for at, block in blocks:
                block.paint(painter, at)
            for at, block in blocks:
                paint_by_hand(painter, look, block, at, self._shown.by_hand, document.id)
            for place in self._shown.places:
                if place.document == document.id:
                    rings = (ring.translated(left, top) for ring in cell.outlines(place.span))
                    paint_ring(painter, look, rings)
            painter.setFont(self._caption())
            painter.setPen(colour(self._palette.dim))
            base = top + cell.height + QFontMetricsF(self._caption()).ascent()
            painter.drawText(QPointF(left, base), names.of_document(document))
        if self._silence:
            painter.setPen(colour(self._palette.dim))
            self._silence[1].paint(painter, QPointF(left, self._silence[0]))
        for top, paragraph in self._remarks:
            bar = QRectF(left, top, max(3.0, look.line * 0.1), paragraph.height)
            painter.fillRect(bar, colour(self._palette.selection_bar))
            painter.setPen(colour(self._palette.ink))
            paragraph.paint(painter, QPointF(left + look.line * 0.5, top))


def _said_of_silence(documents: Sequence[Document]) -> str:
    who = ", ".join(document.id for document in documents)
    return f"{who}: nothing on this"
