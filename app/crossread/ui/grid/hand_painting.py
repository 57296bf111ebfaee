"""What a person put on the text: notes are underlined with a sign, stretches picked for a correction are framed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from crossread.text.span import Span
from crossread.ui.grid.block_layout import BlockLayout
from crossread.ui.grid.look import Look, colour
from crossread.ui.grid.selection import overlapping
from crossread.ui.review.signs import paint_sign


@dataclass(frozen=True, slots=True)
class ByHand:
    """What stands on the page by hand; stretches of text by document id, in order and apart from one another.

    Attributes:
        noted: a note is on them.
        picked: meant by the next correction.
        pinned: ids of the rows whose passages were put there by hand.
    """

    noted: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    picked: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    pinned: frozenset[str] = frozenset()


def paint_by_hand(
    painter: QPainter, look: Look, layout: BlockLayout, at: QPointF, by_hand: ByHand, document: str
) -> None:
    """Paint what stands on one block.

    Args:
        painter: where to paint.
        look: measures and colours.
        layout: the block, painted already.
        at: its top left corner.
        by_hand: what there is.
        document: id of the block's document.
    """
    block = layout.block.span
    for span in overlapping(by_hand.noted.get(document, ()), block):
        rects = [rect.translated(at) for rect in layout.rects(_cut(span, block))]
        _underline(painter, look, rects, ends=span.end <= block.end)
    for span in overlapping(by_hand.picked.get(document, ()), block):
        pen = QPen(colour(look.palette.ink), max(1.2, 1.2 * look.scale), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in layout.rects(_cut(span, block)):
            frame = rect.translated(at).adjusted(-2, 1, 2, -1)
            painter.drawRoundedRect(frame, 3 * look.scale, 3 * look.scale)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order, those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(span)
    return found


def _underline(painter: QPainter, look: Look, rects: Sequence[QRectF], *, ends: bool) -> None:
    thick = max(2.0, 2.0 * look.scale)
    for rect in rects:
        y = rect.top() + look.drop + 4.5 * look.scale
        painter.fillRect(QRectF(rect.left(), y, rect.width(), thick), colour(look.palette.selection_bar))
    if rects and ends:
        size = 9.0 * look.scale
        last = rects[-1]
        ground = QRectF(last.right() - size * 0.45, last.top() + 0.5, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.palette.pane))
        painter.drawEllipse(ground)
        paint_sign(painter, ground, look.palette, "note")


def _cut(span: Span, block: Span) -> Span:
    return Span(max(span.start, block.start), min(span.end, block.end))
