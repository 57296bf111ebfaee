"""What several widgets paint: letters of documents, marks as the page shows them, focus rings."""

from functools import cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from crossread.present.marks import MARK_KINDS, Mark
from crossread.present.palette import LIGHT, MarkColours, Palette
from crossread.text.span import Span
from crossread.ui.grid.firmness_painting import WIDTH, paint_scale
from crossread.ui.grid.look import READING_PIXELS, Look
from crossread.ui.grid.mark_painting import BOXED, Stretch, formats, paint_badge, paint_over, paint_under
from crossread.ui.styling.fonts import label_font, reading_font
from crossread.ui.styling.theme import is_dark, mix

Sample = Literal[
    "number", "contradiction", "wording", "hedge", "spun", "moved", "missing", "ghost", "grey", "found",
    "character", "firmness",
]  # fmt: skip


def badge_colours(palette: Palette, badge: str) -> MarkColours:
    """The colours of a verdict's sign."""
    if badge == "≠":
        return palette.contradiction
    return palette.number if badge == "=" else palette.hedge


def paint_verdict(painter: QPainter, box: QRectF, palette: Palette, badge: str) -> None:
    """A verdict's sign in its little box."""
    colours = badge_colours(palette, badge)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.line), 1.6 if badge == "≠" else 1.0))
    painter.setBrush(QColor(colours.ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    inner = box.width() * 0.25
    paint_badge(painter, badge, box.adjusted(inner, inner, -inner, -inner), colours.line)
    painter.restore()


def paint_focus(painter: QPainter, box: QRectF, palette: Palette, radius: float) -> None:
    """The ring around what the keyboard acts on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = (
        QColor(palette.selection_bar) if is_dark(palette) else mix(palette.selection_bar, palette.ink, 0.25)
    )
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def sample_width(words: str, badge: str, sample: Sample, pixels: float) -> float:
    """How wide ``paint_sample`` paints these words."""
    if sample == "firmness":
        return WIDTH + 1
    if sample in ("missing", "found", "ghost", "grey"):
        room = 8 if sample in ("missing", "found") else 0
        return QFontMetricsF(_plain_font(sample, pixels)).horizontalAdvance(words) + room
    look = _look(LIGHT, pixels)
    return (
        _laid_out(look, words, _stretch(sample, words, badge))[1]
        + (look.inset if sample in BOXED else 0.0)
        + 2
    )


def paint_sample(
    painter: QPainter,
    at: QPointF,
    palette: Palette,
    sample: Sample,
    words: str,
    badge: str = "",
    pixels: float = 13,
) -> float:
    """Paint words under a mark as the page does.

    Args:
        painter: what paints.
        at: the left end of their base line.
        palette: the colours in force.
        sample: which mark.
        words: what stands under it.
        badge: the sign beside them, if any.
        pixels: size of the letters.

    Returns:
        How wide that was, in pixels.
    """
    width = sample_width(words, badge, sample, pixels)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sample in ("missing", "found", "ghost", "grey", "firmness"):
        _paint_plain(painter, at, palette, sample, words, pixels)
    else:
        look = _look(palette, pixels)
        stretch = _stretch(sample, words, badge)
        layout, advance = _laid_out(look, words, stretch)
        left = at.x() + 1 + (look.inset if sample in BOXED else 0.0)
        line = QRectF(left, at.y() - look.drop, advance, look.line)
        paint_under(painter, look, stretch, [line], False)
        painter.setPen(QColor(palette.ink))
        layout.draw(painter, QPointF(left, at.y() - layout.lineAt(0).ascent()))
        paint_over(painter, look, stretch, [line], False)
    painter.restore()
    return width


@cache
def _look(palette: Palette, pixels: float) -> Look:
    return Look(palette, round(pixels / READING_PIXELS * 100))


def _stretch(sample: Sample, words: str, badge: str) -> Stretch:
    kind = next(kind for kind in MARK_KINDS if kind == sample)
    return Stretch(0, len(words), Mark(Span(0, len(words)), kind, badge))


def _laid_out(look: Look, words: str, stretch: Stretch) -> tuple[QTextLayout, float]:
    """The words on one line with the room that their mark takes, and how wide they are."""
    layout = QTextLayout(words, look.reading)
    layout.setFormats(formats([stretch], look, len(words), False))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    return layout, line.naturalTextWidth()


def _plain_font(sample: Sample, pixels: float) -> QFont:
    return label_font(pixels - 1) if sample in ("missing") else reading_font(pixels)


def _paint_plain(
    painter: QPainter, at: QPointF, palette: Palette, sample: Sample, words: str, pixels: float
) -> None:
    """What is no mark of a comparison: hatching, a ghost, grey text, words that were sought."""
    if sample == "firmness":
        paint_scale(painter, QRectF(at.x(), at.y() - 12, WIDTH, 16), palette, "alleged")
        return
    font = _plain_font(sample, pixels)
    metrics = QFontMetricsF(font)
    inset = 4.0 if sample in ("missing", "found") else 0.0
    box = QRectF(
        at.x(), at.y() - metrics.ascent(), metrics.horizontalAdvance(words) + 2 * inset, metrics.height()
    )
    ink = QColor(palette.dim)
    if sample == "missing":
        paint_hatching(painter, box, palette)
    elif sample == "found":
        painter.setPen(QPen(QColor(palette.found.line), 1))
        painter.setBrush(QColor(palette.found.ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        ink = QColor(palette.found.ink)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(at.x() + inset, at.y()), words)


def paint_hatching(painter: QPainter, box: QRectF, palette: Palette) -> None:
    """Thin slanted lines: here a document says nothing."""
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(QColor(palette.line), 1))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += 5
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
