"""Paints a document with its margin: how grave the differences are behind the text, and the cards beside it."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath

from crossread.ui.grid.look import between, colour
from crossread.ui.reading.spread import ReadingSpread
from crossread.ui.ribbon.painting import Shown, SpreadPainter

_SHADES = (0.0, 0.035, 0.075, 0.13)  # towards the ink, by level
_BARS = (0.0, 2.0, 3.0, 5.0)  # pixels
_BAR_LEFT = 13.0  # pixels before the text


class ReadingPainter(SpreadPainter):
    """Paints a ReadingSpread.

    Args:
        painter: its origin is the view's upper left corner.
        spread: what to paint.
        shown: what the reader has done.
        tops: the height at the upper edge of the view.
        sight: the view.
        current: id of the finding that the reader is at, or empty.
        hovered: number of the card under the pointer, or None.
    """

    def __init__(
        self,
        painter: QPainter,
        spread: ReadingSpread,
        shown: Shown,
        tops: Sequence[float],
        sight: QRectF,
        current: str,
        hovered: int | None,
    ) -> None:
        super().__init__(painter, spread, shown, tops, sight)
        self._reading, self._current, self._hovered = spread, current, hovered

    def paint(self) -> None:
        """Paint the text, and the cards at its right."""
        super().paint()
        if not self._reading.documents:
            return
        painter, spread = self._painter, self._reading
        edge = spread.pane(0)[1]
        margin = QRectF(edge, 0, self._sight.width() - edge, self._sight.height())
        painter.fillRect(margin, colour(self._palette.ground))
        painter.fillRect(QRectF(edge, 0, 1, self._sight.height()), colour(self._palette.line))
        painter.save()
        painter.translate(0, -self._tops[0])
        self._connect()
        for number, (top, size) in enumerate(spread.placed):
            if self._seen(*spread.extent_of(number)):
                at = QPointF(spread.card_left, top)
                spread.card(number).paint(painter, at, size, self._current, hovered=number == self._hovered)
        painter.restore()

    def _seen(self, top: float, bottom: float) -> bool:
        return bottom >= self._tops[0] and top <= self._tops[0] + self._sight.height()

    def _column(self, column: int) -> None:
        """What lies behind the text, and the text."""
        numbers: dict[int, list[str]] = defaultdict(list)
        for number, y in enumerate(self._reading.wanted):
            card = self._reading.card_of(number)
            if self._seen(y - self._look.line, y + 2 * self._look.line):
                numbers[round(y)].append(f"{card.number:,}")
            if card.level:
                for span in card.spans:
                    if self._in_sight(column, span):
                        self._shade(self._reading.rects(column, span), card.level)
        if self._reading.chosen is not None and self._reading.placed:
            self._fill(
                column, self._reading.card_of(self._reading.chosen).spans, colour(self._palette.selection)
            )
        super()._column(column)
        font = self._look.label(11, QFont.Weight.DemiBold)
        self._painter.setFont(font)
        self._painter.setPen(colour(self._palette.dim))
        metrics = QFontMetricsF(font)
        height = metrics.height()
        for y, words in numbers.items():
            room = QRectF(0, y + (self._look.line - height) / 2, self._numbers_right, height)
            text = words[0] if len(words) == 1 else f"{words[0]}–{words[-1]}"
            if metrics.horizontalAdvance(text) > self._numbers_right - self._reading.pane_left:
                text = f"{words[0]}…"
            self._painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    @property
    def _numbers_right(self) -> float:
        return self._reading.text_left(0) - _BAR_LEFT - 4

    def _shade(self, rects: Sequence[QRectF], level: int) -> None:
        painter, palette = self._painter, self._palette
        ground = between(palette.pane, palette.ink, _SHADES[level])
        inks = (palette.line, palette.wording.ink, palette.number.ink, palette.contradiction.ink)
        for rect in rects:
            painter.fillRect(rect.adjusted(-2, 0, 2, 0), ground)
            left = self._reading.text_left(0) - _BAR_LEFT
            painter.fillRect(QRectF(left, rect.top(), _BARS[level], rect.height()), colour(inks[level]))

    def _side_bar(self, column: int, span: object) -> None:
        """The selected passage has its ground; the card beside it is joined to it."""

    def _connect(self) -> None:
        """Join the chosen card, and the one under the pointer, to their lines."""
        spread, painter = self._reading, self._painter
        for number, strong in ((self._hovered, False), (spread.chosen, True)):
            if number is None or number >= len(spread.placed):
                continue
            line = spread.wanted[number] + self._look.line / 2
            top, bottom = spread.extent_of(number)
            card = top + min(14.0, (bottom - top) / 2)
            left, right = spread.text_left(0) + spread.text_width + 4, spread.card_left
            path, bend = QPainterPath(QPointF(left, line)), (right - left) / 2
            path.cubicTo(left + bend, line, right - bend, card, right, card)
            ink = self._palette.selection_bar if strong else self._palette.dim
            painter.setPen(self._look.pen(ink, 1.6 if strong else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
