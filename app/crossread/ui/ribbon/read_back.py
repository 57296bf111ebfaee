"""The strip that reads a spun sentence back: as published, and below it repaired."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from crossread.present.marks import Mark, MarkKind
from crossread.present.palette import LIGHT, Palette
from crossread.present.trainer import BLANK, Line
from crossread.text.span import Span
from crossread.ui.grid.block_layout import BlockLayout
from crossread.ui.grid.blocks import Block
from crossread.ui.grid.look import Look, colour
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.ribbon.painting import paint_blank

_PAD = 16.0
_NAMES = ("as published", "repaired")
_KINDS: tuple[MarkKind, MarkKind] = ("spun", "wording")


class ReadBack(QScrollArea):
    """Two versions of a sentence, one over the other; scrolls where they do not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setFrameShape(self.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.page = ReadBackPage()
        self.setWidget(self.page)
        self.setMinimumHeight(96)

    def sizeHint(self) -> QSize:
        """As tall as both versions need."""
        return QSize(400, self.page.minimumHeight() + 2)


class ReadBackPage(QWidget):
    """What the strip holds."""

    def __init__(self) -> None:
        super().__init__()
        self._look = Look(LIGHT)
        self._lines: tuple[Line, Line] | None = None
        self._layouts: tuple[BlockLayout, ...] = ()
        self.setAccessibleName("Read back")

    def set_look(self, palette: Palette, percent: int) -> None:
        """Paint in these colours, at this size."""
        self._look = Look(palette, percent)
        self._lay_out()

    def set_lines(self, lines: tuple[Line, Line] | None) -> None:
        """Show a sentence as published and repaired, or nothing."""
        self._lines = lines
        spoken = ""
        if lines:
            repaired = lines[1].text.replace(BLANK, "blank")
            spoken = f"As published: {lines[0].text} Repaired: {repaired}"
        self.setAccessibleDescription(" ".join(spoken.split()))
        self._lay_out()

    def _lay_out(self) -> None:
        look, self._layouts = self._look, ()
        if self._lines:
            width = max(self.width() - self._left() - _PAD, 120.0)
            self._layouts = tuple(
                self._set(line, kind, width) for line, kind in zip(self._lines, _KINDS, strict=True)
            )
        text = sum(layout.height for layout in self._layouts) or 2.0 * look.line
        self.setMinimumHeight(round(self._top() + text + look.gap + 10))
        self.update()

    def _set(self, line: Line, kind: MarkKind, width: float) -> BlockLayout:
        marks = [Mark(span, kind) for number, span in enumerate(line.spans) if number not in line.hidden]
        block = Block(Span(0, len(line.text)))
        return BlockLayout(line.text, block, MarkIndex(marks), self._look, width)

    def _caption(self) -> QFont:
        return self._look.label(11, QFont.Weight.DemiBold)

    def _top(self) -> float:
        return 10 + QFontMetricsF(self._caption()).height() + 8

    def _left(self) -> float:
        return _PAD + QFontMetricsF(self._look.label(12)).horizontalAdvance(_NAMES[0]) + 14

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both versions."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:  # a painter left active would bring Qt down
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look, palette = self._look, self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(palette.raised))
        caption = self._caption()
        painter.setFont(caption)
        painter.setPen(colour(palette.dim))
        painter.drawText(QPointF(_PAD, 10 + QFontMetricsF(caption).ascent()), "READ BACK")
        y = self._top()
        for name, line, layout in zip(_NAMES, self._lines or (), self._layouts, strict=False):
            painter.setFont(look.label(12))
            painter.setPen(colour(palette.dim))
            painter.drawText(QPointF(_PAD, y + look.drop), name)
            painter.setPen(colour(palette.ink))
            origin = QPointF(self._left(), y)
            current = line.spans[line.current]
            hidden = line.current in line.hidden
            chosen = [] if hidden else [(current, colour(palette.ink), colour(palette.selection))]
            layout.paint(painter, origin, chosen)
            for number, span in enumerate(line.spans):
                if number in line.hidden:
                    self._blank(painter, layout, span, origin, number == line.current)
            if not hidden:
                painter.setPen(look.pen(palette.selection_bar, 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for ring in layout.outlines(current):
                    painter.drawRoundedRect(ring.translated(origin), 4 * look.scale, 4 * look.scale)
            y += layout.height + look.gap

    def _blank(
        self, painter: QPainter, layout: BlockLayout, span: Span, origin: QPointF, current: bool
    ) -> None:
        for rect in layout.rects(span):
            paint_blank(painter, self._look, rect.translated(origin), current)
