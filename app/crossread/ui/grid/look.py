"""How text and marks look for one palette and one zoom: fonts, measures and colours, made once and shared."""

from functools import cache
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from crossread.present.marks import MarkKind
from crossread.present.palette import MarkColours, Palette
from crossread.ui.styling.fonts import label_font, reading_font

ALL_KINDS: frozenset[MarkKind] = frozenset(get_args(MarkKind))
READING_PIXELS = 14.5
LINE_SPACING = 1.5
_HEADING_SIZES = (1.22, 1.1)  # times the reading size, by level; larger ones would leave the lines' even grid


@cache
def colour(name: str) -> QColor:
    """The colour written as #rrggbb; do not change what this returns."""
    return QColor(name)


@cache
def between(name: str, other: str, share: float) -> QColor:
    """The colour ``share`` (0 to 1) of the way from one to the other; do not change what this returns."""
    a, b = QColor(name), QColor(other)
    parts = ((a.redF(), b.redF()), (a.greenF(), b.greenF()), (a.blueF(), b.blueF()))
    return QColor.fromRgbF(*((1 - share) * x + share * y for x, y in parts))


@cache
def faintly(name: str, other: str, step: float) -> QColor:
    """A colour ``step`` (0 to 1) lighter or darker than ``name``, towards ``other`` and not beyond it."""
    distance = abs(QColor(name).lightnessF() - QColor(other).lightnessF())
    return between(name, other, min(1.0, step / max(distance, 0.01)))


class Look:
    """Fonts, measures in logical pixels and colours.

    Attributes:
        palette: colours by role.
        percent: zoom, 100 for the size as designed.
        kinds: which marks are shown.
        reading: font of the documents.
        heading: the same, semi-bold.
        step: how far a list inside a list is set in.
        line: height of a line of text.
        gap: between paragraphs.
        drop: from the top of a line to its baseline.
        pad: from a cell's edge to its text.
        inset: room between a boxed text and its box.
        badge: size of a raised sign.
    """

    def __init__(self, palette: Palette, percent: int = 100, kinds: frozenset[MarkKind] = ALL_KINDS) -> None:
        self.palette = palette
        self.percent = percent
        self.kinds = kinds
        self.scale = percent / 100
        self.reading = reading_font(READING_PIXELS * self.scale)
        self.heading = QFont(self.reading)
        self.heading.setWeight(QFont.Weight.DemiBold)
        self.metrics = QFontMetricsF(self.reading)
        self.line = round(READING_PIXELS * self.scale * LINE_SPACING)
        self.gap = round(self.line * 0.4)
        self.drop = (self.line + self.metrics.ascent() - self.metrics.descent()) / 2
        self.pad = 10.0 * min(max(self.scale, 1.0), 1.6)
        self.inset = 4 * self.scale
        self.badge = 7 * self.scale
        self.character = self.metrics.averageCharWidth()
        self.step = round(1.25 * READING_PIXELS * self.scale)

    def with_kinds(self, kinds: frozenset[MarkKind]) -> "Look":
        """The same with other marks shown."""
        return Look(self.palette, self.percent, kinds)

    def heading_at(self, level: int) -> QFont:
        """The font of a heading of this level: 1 for the title, 0 where the level is not known."""
        if not 0 < level <= len(_HEADING_SIZES):
            return self.heading
        font = QFont(self.heading)
        font.setPointSizeF(font.pointSizeF() * _HEADING_SIZES[level - 1])
        return font

    def label(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The sans at this size, grown with the zoom but never so much as to crowd out the text."""
        return label_font(pixels * min(max(self.scale, 0.85), 1.6), weight)

    def of(self, kind: MarkKind) -> MarkColours:
        """The colours of a kind of mark."""
        colours: MarkColours = getattr(self.palette, kind)
        return colours

    def pen(self, name: str, width: float = 1.0) -> QPen:
        """A pen of this colour, its width grown with the zoom."""
        pen = QPen(colour(name), max(1.0, width * self.scale))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen
