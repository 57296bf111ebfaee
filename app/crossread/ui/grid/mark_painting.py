"""How marks are shaped: the same in the Grid and in the readings strip.

Colour never stands alone: numbers are boxed with a raised sign, contradictions in a thicker box, wording is
dotted underlined, spun text tinted and wavy underlined, hedges are italic, moved passages have a side bar, words with
hidden characters a dashed box with an exclamation mark.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from crossread.present.marks import Mark, MarkKind
from crossread.ui.grid.look import Look, colour

BOXED: frozenset[MarkKind] = frozenset({"number", "contradiction", "character"})
# What lies on top where marks overlap.
_LAYER: dict[MarkKind, int] = {
    "moved": 0,
    "spun": 1,
    "wording": 2,
    "hedge": 3,
    "number": 4,
    "contradiction": 5,
    "character": 6,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a mark that lies in one text layout.

    Attributes:
        start, end: half-open, in UTF-16 units of the layout's text.
        mark: what it is part of.
        closes: the mark ends here, so that its badge stands here.
    """

    start: int
    end: int
    mark: Mark
    closes: bool = True


def layered(stretches: Sequence[Stretch]) -> list[Stretch]:
    """In the order of painting, the gravest last."""
    return sorted(stretches, key=lambda s: (_LAYER[s.mark.kind], s.start))


def formats(
    stretches: Sequence[Stretch], look: Look, length: int, right_to_left: bool
) -> list[QTextLayout.FormatRange]:
    """What QTextLayout must know of the marks: slant and ink, and the room that boxes and badges take."""
    found = []
    for stretch in stretches:
        if stretch.mark.kind == "hedge":
            slanted = QTextCharFormat()
            slanted.setFontItalic(True)
            slanted.setForeground(colour(look.palette.hedge.ink))
            found.append(_range(stretch.start, stretch.end, slanted))
    for index, width in rooms(stretches, look, right_to_left).items():
        if 0 <= index < length:
            spaced = QTextCharFormat()
            spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            spaced.setFontLetterSpacing(width)
            found.append(_range(index, index + 1, spaced))
    return found


def rooms(stretches: Sequence[Stretch], look: Look, right_to_left: bool) -> dict[int, float]:
    """How much wider which characters (units) must be to make room for boxes and badges.

    The room lies at a character's right whatever the direction of reading: from right to left, that of the
    character behind a mark is where the mark ends.
    """
    found: dict[int, float] = {}
    for stretch in stretches:
        if stretch.mark.kind in BOXED:
            before, after = _room(stretch, look)
            last = stretch.end if right_to_left else stretch.end - 1
            found[stretch.start - 1] = found.get(stretch.start - 1, 0.0) + before
            found[last] = found.get(last, 0.0) + after
    return found


def _room(stretch: Stretch, look: Look) -> tuple[float, float]:
    badge = look.badge + look.inset * 0.5 if stretch.mark.badge and stretch.closes else 0.0
    return look.inset + 0.5, look.inset + badge + 1.5


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, form
    return found


def paint_under(painter: QPainter, look: Look, stretch: Stretch, lines: Sequence[QRectF], rtl: bool) -> None:
    """Paint what lies under the text: grounds and boxes.

    Args:
        painter: where to paint.
        look: colours and measures.
        stretch: what is marked.
        lines: the text's place on each of its lines, as tall as a line.
        rtl: the paragraph reads from right to left.
    """
    kind = stretch.mark.kind
    colours = look.of(kind)
    if kind in BOXED:
        pen = look.pen(colours.line, 2.0 if kind == "contradiction" else 1.0)
        if kind == "character":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour(colours.ground))
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            painter.drawRoundedRect(boxed(line, look, stretch, last, rtl), 3 * look.scale, 3 * look.scale)
    elif kind == "spun":
        for line in lines:
            painter.fillRect(line.adjusted(-0.5, 1, 0.5, -1), colour(colours.ground))


def boxed(line: QRectF, look: Look, stretch: Stretch, last: bool, rtl: bool) -> QRectF:
    """The box around a marked stretch on one of its lines.

    Args:
        line: the text's place, as tall as a line.
        look: measures.
        stretch: what is marked.
        last: whether the stretch has no further line.
        rtl: whether the paragraph reads from right to left.
    """
    inset, after = look.inset, look.inset
    if last and rtl:
        after = _room(stretch, look)[1] - 1.5
    left, right = (after, inset) if rtl else (inset, after)
    if last and not rtl:
        right = -1.5  # the room for the badge is part of the text's advance
    return line.adjusted(-left, 1.0, right, -1.0)


def paint_over(painter: QPainter, look: Look, stretch: Stretch, lines: Sequence[QRectF], rtl: bool) -> None:
    """Paint what lies over the text: underlines, badges and side bars; the arguments are paint_under's."""
    kind = stretch.mark.kind
    if not lines:
        return
    if kind in BOXED and stretch.mark.badge and stretch.closes:
        box = boxed(lines[-1], look, stretch, True, rtl)
        left = box.left() + look.inset if rtl else box.right() - look.inset - look.badge
        top = lines[-1].top() + look.drop - look.metrics.capHeight() - look.badge * 0.35
        paint_badge(
            painter, stretch.mark.badge, QRectF(left, top, look.badge, look.badge), look.of(kind).line
        )
    elif kind == "wording":
        _dotted(painter, look, lines)
    elif kind == "spun":
        _wavy(painter, look, lines)
    elif kind == "moved":
        _side_bar(painter, look, lines, rtl)


def _dotted(painter: QPainter, look: Look, lines: Sequence[QRectF]) -> None:
    pen = look.pen(look.palette.wording.line, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 1.9])
    painter.setPen(pen)
    for line in lines:
        y = line.top() + look.drop + 3.5 * look.scale
        painter.drawLine(QLineF(line.left() + 1, y, line.right() - 0.5, y))


def _wavy(painter: QPainter, look: Look, lines: Sequence[QRectF]) -> None:
    painter.setPen(look.pen(look.palette.spun.line, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half, rise = 2.25 * look.scale, 2.2 * look.scale
    for line in lines:
        y = line.top() + look.drop + 3.6 * look.scale
        path = QPainterPath(QPointF(line.left(), y))
        for number in range(max(2, ceil(line.width() / half))):
            x = line.left() + number * half
            path.quadTo(x + half / 2, y + (rise if number % 2 else -rise), x + half, y)
        painter.drawPath(path)


def _side_bar(painter: QPainter, look: Look, lines: Sequence[QRectF], rtl: bool) -> None:
    """A bar beside the lines with an arrow at both ends: others say this elsewhere."""
    edge = max(line.right() for line in lines) + 6 if rtl else min(line.left() for line in lines) - 6
    top, bottom = lines[0].top() + 2, lines[-1].bottom() - 2
    tip = 3.0
    painter.setPen(look.pen(look.palette.moved.line, 1.5))
    painter.drawLine(QLineF(edge, top, edge, bottom))
    for y, away in ((top, tip), (bottom, -tip)):
        painter.drawPolyline([QPointF(edge - tip, y + away), QPointF(edge, y), QPointF(edge + tip, y + away)])


def paint_badge(painter: QPainter, sign: str, place: QRectF, name: str) -> None:
    """Draw one of = ≈ ⊂ ⊃ ≠ as lines, because not every machine has a font with all of them.

    Args:
        painter: where to draw.
        sign: what to draw; anything else is set as text.
        place: a square to fill.
        name: colour as #rrggbb.
    """
    size = place.width()
    pen = QPen(colour(name), max(1.0, size * 0.16))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.save()
    painter.translate(place.center())
    painter.scale(size / 2, size / 2)
    pen.setWidthF(pen.widthF() * 2 / size)
    painter.setPen(pen)
    if sign in ("=", "≠"):
        painter.drawLine(QLineF(-0.7, -0.3, 0.7, -0.3))
        painter.drawLine(QLineF(-0.7, 0.3, 0.7, 0.3))
        if sign == "≠":
            painter.drawLine(QLineF(-0.4, 0.85, 0.4, -0.85))
    elif sign == "≈":
        for y in (-0.32, 0.38):
            wave = QPainterPath(QPointF(-0.75, y + 0.12))
            wave.cubicTo(-0.3, y - 0.55, 0.3, y + 0.55, 0.75, y - 0.12)
            painter.drawPath(wave)
    elif sign in ("⊂", "⊃"):
        if sign == "⊃":
            painter.scale(-1, 1)
        cup = QPainterPath(QPointF(0.7, -0.6))
        cup.lineTo(-0.05, -0.6)
        cup.cubicTo(-0.85, -0.6, -0.85, 0.6, -0.05, 0.6)
        cup.lineTo(0.7, 0.6)
        painter.drawPath(cup)
    painter.restore()
    if sign and sign not in "=≠≈⊂⊃":
        painter.drawText(place.adjusted(-size, -size, size, size), Qt.AlignmentFlag.AlignCenter, sign)


def paint_ring(painter: QPainter, look: Look, outlines: Iterable[QRectF]) -> None:
    """Emphasise a place: a ring around it on each of its lines."""
    painter.setPen(look.pen(look.palette.selection_bar, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for outline in outlines:
        painter.drawRoundedRect(outline, 4 * look.scale, 4 * look.scale)
