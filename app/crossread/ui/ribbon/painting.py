"""Paints the part of a spread that is in sight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from crossread.comparison import Place
from crossread.present.ribbon import Tie
from crossread.text.span import Span
from crossread.ui.grid.hand_painting import ByHand, paint_by_hand
from crossread.ui.grid.look import Look, between, colour
from crossread.ui.grid.mark_painting import paint_ring
from crossread.ui.grid.selection import overlapping
from crossread.ui.ribbon.spread import Spread

_SLACK = 2.0  # pixels that a ribbon is taller than what it joins


@dataclass(frozen=True, slots=True)
class TextSelection:
    """Text selected in one column, from where the reader began to where they are (code points)."""

    column: int
    anchor: int
    focus: int

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(*sorted((self.anchor, self.focus)))


@dataclass(slots=True)
class Shown:
    """What the reader has done, as far as it is painted.

    Attributes:
        selected: ties that are joined by a ribbon.
        hovered: ties under the pointer.
        place: the stretch that was selected, be it tied or not.
        ringed: a selected stretch is a few words and gets a box around it; otherwise it is a passage.
        blanks: stretches that are covered until they are revealed, by document.
        column: the column that keys go to.
        keyed: keys have been used, so that the column is shown.
        selection: selected text.
        places: of the current finding.
        found: what was searched for, in order, by document.
        current: the one of them that the reader is at.
        by_hand: notes and picked stretches.
        highlight, highlighted: ground and ink of selected text.
    """

    selected: tuple[Tie, ...] = ()
    hovered: tuple[Tie, ...] = ()
    place: Place | None = None
    ringed: bool = False
    blanks: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    column: int = 0
    keyed: bool = False
    selection: TextSelection | None = None
    places: Sequence[Place] = ()
    found: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    current: Place | None = None
    by_hand: ByHand = field(default_factory=ByHand)
    highlight: QColor = field(default_factory=QColor)
    highlighted: QColor = field(default_factory=QColor)

    def spans(self, document: str, ties: Sequence[Tie]) -> list[Span]:
        """What of a document these ties tie, each stretch once, in order."""
        found = {span for tie in ties if (span := tie.within(document))}
        if ties is self.selected and self.place and self.place.document == document:
            found.add(self.place.span)
        return sorted(found)


class SpreadPainter:
    """Paints a spread.

    Args:
        painter: its origin is the view's upper left corner.
        spread: what to paint; what is in sight must have been laid out.
        shown: what the reader has done.
        tops: the height at the upper edge of the view, for each column.
        sight: the view, in its own coordinates.
    """

    def __init__(
        self, painter: QPainter, spread: Spread, shown: Shown, tops: Sequence[float], sight: QRectF
    ) -> None:
        self._painter, self._spread, self._shown = painter, spread, shown
        self._tops, self._sight = tops, sight
        self._look, self._palette = spread.look, spread.look.palette

    def paint(self) -> None:
        """Paint all of it."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(
            self._sight, colour(self._palette.pane if len(self._tops) < 2 else self._palette.ground)
        )
        for column in range(len(self._spread.documents)):
            painter.save()
            left, right = self._spread.pane(column)
            pane = QRectF(left, 0, right - left, self._sight.height())
            painter.setClipRect(pane)
            painter.fillRect(pane, colour(self._palette.pane))
            painter.translate(0, -self._tops[column])
            self._column(column)
            painter.restore()
        for column in range(len(self._spread.documents) - 1):
            self._gutter(column)

    # A column

    def _column(self, column: int) -> None:
        spread, painter, shown = self._spread, self._painter, self._shown
        name = spread.documents[column].id
        hovered, selected = shown.spans(name, shown.hovered), shown.spans(name, shown.selected)
        if not shown.ringed:  # marks lie on top of a selected passage
            self._fill(column, hovered, self._faint)
            self._fill(column, selected, colour(self._palette.selection))
            hovered, selected = [], []
        left = spread.text_left(column)
        top = self._tops[column] - spread.text_above
        for y, block in spread.cells[column].between(top, top + self._sight.height()):
            overlays = self._overlays(column, block.block.span, hovered, selected)
            painter.setPen(colour(self._palette.ink))
            at = QPointF(left, spread.text_above + y)
            block.paint(painter, at, overlays)
            paint_by_hand(painter, self._look, block, at, shown.by_hand, name)
        self._emphasis(column, name)

    def _fill(self, column: int, spans: Sequence[Span], ground: QColor) -> None:
        for span in spans:
            if self._in_sight(column, span):
                for rect in self._spread.rects(column, span):
                    self._painter.fillRect(rect.adjusted(-2, 0, 2, 0), ground)

    def _emphasis(self, column: int, name: str) -> None:
        """What lies over the text: covers, boxes, bars, rings."""
        shown = self._shown
        selected, blanks = shown.spans(name, shown.selected), shown.blanks.get(name, ())
        for blank in blanks:
            if self._in_sight(column, blank):
                for rect in self._spread.rects(column, blank):
                    paint_blank(self._painter, self._look, rect, blank in selected)
        for span in selected:
            if span not in blanks and self._in_sight(column, span):
                (self._box if shown.ringed else self._side_bar)(column, span)
        for place in (*shown.places, *([shown.current] if shown.current else [])):
            if place.document == name and self._in_sight(column, place.span):
                paint_ring(self._painter, self._look, self._spread.outlines(column, place.span))

    def _in_sight(self, column: int, span: Span) -> bool:
        top, bottom = self._spread.cells[column].extent(span)
        seen = self._tops[column] - self._spread.text_above
        return bottom >= seen - self._look.line and top <= seen + self._sight.height() + self._look.line

    def _overlays(
        self, column: int, block: Span, hovered: Sequence[Span], selected: Sequence[Span]
    ) -> list[tuple[Span, QColor, QColor]]:
        shown, palette = self._shown, self._palette
        ink = colour(palette.ink)
        overlays = [(_cut(s, block), ink, self._faint) for s in hovered if s.overlaps(block)]
        overlays += [(_cut(s, block), ink, colour(palette.selection)) for s in selected if s.overlaps(block)]
        document = self._spread.documents[column]
        found = palette.found
        hits = overlapping(shown.found.get(document.id, ()), block)
        overlays += [(_cut(hit, block), colour(found.ink), colour(found.ground)) for hit in hits]
        if shown.selection and shown.selection.column == column:
            span = shown.selection.span
            if len(span) and span.overlaps(block):
                overlays.append((_cut(span, block), shown.highlighted, shown.highlight))
        return overlays

    @property
    def _faint(self) -> QColor:
        return between(self._palette.pane, self._palette.selection, 0.6)

    def _box(self, column: int, span: Span) -> None:
        painter = self._painter
        painter.setPen(self._look.pen(self._palette.selection_bar, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in self._spread.outlines(column, span):
            painter.drawRoundedRect(ring, 4 * self._look.scale, 4 * self._look.scale)

    def _side_bar(self, column: int, span: Span) -> None:
        """A bar at the edge that faces the ribbon, or at the left where there is none."""
        spread = self._spread
        top, bottom = spread.cells[column].extent(span)
        left, right = spread.pane(column)
        bar = colour(self._palette.selection_bar)
        height = bottom - top + 2 * _SLACK
        y = top + spread.text_above - _SLACK
        last = len(spread.documents) - 1
        if column > 0:
            self._painter.fillRect(QRectF(left, y, 3, height), bar)
        if column < last:
            self._painter.fillRect(QRectF(right - 3, y, 3, height), bar)

    # Between two columns

    def _gutter(self, column: int) -> None:
        spread, painter, shown = self._spread, self._painter, self._shown
        left, right = spread.pane(column)[1], spread.pane(column + 1)[0]
        painter.save()
        painter.setClipRect(QRectF(left, 0, right - left, self._sight.height()))
        for ties, strong in ((shown.hovered, False), (shown.selected, True)):
            for tie in ties:
                if not strong and tie in shown.selected:
                    continue
                ends = [self._end(column, tie), self._end(column + 1, tie)]
                if ends[0] and ends[1]:
                    self._ribbon((left, *ends[0]), (right, *ends[1]), strong)
        painter.restore()
        line = colour(self._palette.line)
        painter.fillRect(QRectF(left, 0, 1, self._sight.height()), line)
        painter.fillRect(QRectF(right - 1, 0, 1, self._sight.height()), line)

    def _end(self, column: int, tie: Tie) -> tuple[float, float] | None:
        """Where a ribbon ends at a column, from top to bottom, in the view."""
        spread = self._spread
        span = tie.within(spread.documents[column].id)
        if span is None:
            return None
        top, bottom = spread.cells[column].extent(span)
        shift = spread.text_above - self._tops[column]
        return top + shift - _SLACK, bottom + shift + _SLACK

    def _ribbon(
        self, left: tuple[float, float, float], right: tuple[float, float, float], strong: bool
    ) -> None:
        painter, palette = self._painter, self._palette
        (x, top, bottom), (end, other_top, other_bottom) = left, right
        bend = (end - x) * 0.5
        band = QPainterPath(QPointF(x, top))
        band.cubicTo(x + bend, top, end - bend, other_top, end, other_top)
        edge = QPainterPath(QPointF(x, bottom))
        edge.cubicTo(x + bend, bottom, end - bend, other_bottom, end, other_bottom)
        whole = QPainterPath(band)
        whole.lineTo(end, other_bottom)
        whole.cubicTo(end - bend, other_bottom, x + bend, bottom, x, bottom)
        whole.closeSubpath()
        fill = QColor(palette.selection if strong else self._faint)
        painter.fillPath(whole, between(palette.selection, palette.selection_bar, 0.16) if strong else fill)
        pen = self._look.pen(palette.selection_bar, 1.4 if strong else 1.0)
        if not strong:
            pen.setColor(between(palette.ground, palette.selection_bar, 0.5))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(band)
        painter.drawPath(edge)


def _cut(span: Span, block: Span) -> Span:
    return Span(max(span.start, block.start), min(span.end, block.end))


def paint_blank(painter: QPainter, look: Look, rect: QRectF, current: bool) -> None:
    """What is to be guessed: a field as wide for every word, so that its width tells nothing."""
    palette = look.palette
    pen = QPen(colour(palette.selection_bar if current else palette.dim), 1.6 if current else 1.0)
    pen.setStyle(Qt.PenStyle.SolidLine if current else Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(colour(palette.selection if current else palette.pane))
    box = rect.adjusted(1, 2, -1, -2)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colour(palette.ink if current else palette.dim))
    painter.setFont(look.label(13, QFont.Weight.DemiBold))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
