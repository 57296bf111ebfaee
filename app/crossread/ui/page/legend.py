"""What the marks mean, in one slim line that is always there, painted as on the page."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.paint import Sample, paint_sample, sample_width

ENTRIES: tuple[tuple[str, tuple[tuple[Sample, str, str], ...], str], ...] = (
    ("number", (("number", "29", "="),), "the same"),
    ("number", (("number", "28.8", "≈"),), "rounded"),
    ("number", (("number", "June", "⊂"),), "vaguer"),
    ("contradiction", (("contradiction", "3", "≠"),), "contradicts"),
    ("wording", (("wording", "fake", ""),), "other wording"),
    ("spun", (("spun", "mannequin", ""),), "spun"),
    ("hedge", (("hedge", "alleged", ""),), "hedged"),
    ("hedge", (("firmness", "", ""),), "how firm, asserted on top"),
    ("character", (("character", "word", "!"),), "hidden characters"),
    ("missing", (("missing", "    ", ""),), "not in this document"),
    ("moved", (("ghost", "↑", ""),), "said elsewhere"),
    ("grey", (("grey", "Tags:", ""),), "not part of the article"),
)
ALWAYS = frozenset(("number", "contradiction", "wording", "missing", "moved", "grey"))


class Legend(QWidget):
    """The line of samples; it leaves out from the right what it has no room for (Help, Legend shows all)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._kinds: AbstractSet[str] = ALWAYS
        self.setFixedHeight(26)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend")
        self.setAccessibleDescription(
            "Boxed with =, ≈, ⊂ or ≠: numbers. Dotted underline: other wording. "
            "Hatched: not in this document. Arrow: said elsewhere. Grey: not part of the article."
        )

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.update()

    def set_kinds(self, kinds: AbstractSet[str]) -> None:
        """Explain these kinds of marks besides those that are always explained."""
        self._kinds = ALWAYS | kinds
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(400, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many entries as fit."""
        palette = self._palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(palette.ground))
        painter.setPen(QColor(palette.line))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        font = label_font(11.5)
        metrics = QFontMetricsF(font)
        x, base = 14.0, self.height() / 2 + 4.0
        for kind, samples, words in ENTRIES:
            if kind not in self._kinds:
                continue
            width = sum(sample_width(text, badge, sample, 11.5) for sample, text, badge in samples)
            if x + width + 6 + metrics.horizontalAdvance(words) > self.width() - 8:
                break
            for sample, text, badge in samples:
                x += paint_sample(painter, QPointF(x, base), palette, sample, text, badge, 11.5)
            painter.setFont(font)
            painter.setPen(QColor(palette.dim))
            painter.drawText(QPointF(x + 6, base), words)
            x += 6 + metrics.horizontalAdvance(words) + 18
