"""Buttons with a sample of a mark, a name and a count: filters above the page, tabs of the findings."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.paint import Sample, paint_focus, paint_sample, paint_verdict, sample_width
from crossread.ui.styling.theme import mix

_SAMPLES: dict[str, tuple[Sample, str]] = {
    "numbers": ("number", "≈"),
    "wording": ("wording", "ab"),
    "missing": ("missing", "  "),
    "moved": ("ghost", "↕"),
    "spun": ("spun", "ab"),
    "certainty": ("hedge", "said"),
    "quotations": ("ghost", "“ ”"),
    "names": ("ghost", "Aa"),
    "characters": ("character", "a"),
}
_BADGES = {  # verdicts on facts, names and quotations
    "contradiction": "≠", "rounding": "≈", "vaguer": "⊂", "same": "=",
    "other name": "≠", "spelling": "≈", "altered": "≠", "shortened": "⊂", "punctuation": "≈", "exact": "=",
}  # fmt: skip
_BADGE = 16.0


class Chip(QAbstractButton):
    """A button that is on or off, with a count behind its name.

    Args:
        name: what it says.
        kind: what it shows a sample of where that is marked on the page; or empty.
        tab: one of several of which one is on, rather than a filter.
    """

    def __init__(
        self, name: str, kind: str = "", parent: QWidget | None = None, *, tab: bool = False
    ) -> None:
        super().__init__(parent)
        self._kind = kind if kind in _SAMPLES or kind in _BADGES else ""
        self._tab = tab
        self._count = 0
        self._compact = False
        self._palette: Palette = LIGHT
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name_it)
        self._name_it()

    def set_count(self, count: int) -> None:
        """Show this count."""
        if count != self._count:
            self._count = count
            self._name_it()
            self.updateGeometry()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Leave the name to the tool tip where a sample stands for it, or show it again."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as what it says."""
        return QSize(self._width(named=self._named()), 26 if self._tab else 28)

    def full_width(self) -> int:
        """How wide it is with its name, in pixels."""
        return self._width(named=True)

    def _width(self, *, named: bool) -> int:
        name = self._name_width() + 6 if named else 0
        return int(self._left() + name + self._count_width() + (10 if self._tab else 13) + 0.999)

    def _named(self) -> bool:
        """Whether its name is shown."""
        return not (self._compact and self._kind)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, the sample, the name and the count."""
        palette = self._palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = 6.0 if self._tab else box.height() / 2
        ink, dim = self._paint_pill(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5)
        x, middle = self._left(), box.center().y()
        if self._kind:
            painter.setOpacity(1.0 if self.isChecked() else 0.45)
            if self._kind in _BADGES:
                place = QRectF(11, middle - _BADGE / 2, _BADGE, _BADGE)
                paint_verdict(painter, place, palette, _BADGES[self._kind])
            else:
                sample, words = _SAMPLES[self._kind]
                paint_sample(painter, QPointF(13, middle + 4), palette, sample, words, pixels=12)
            painter.setOpacity(1.0)
        font = self._font()
        base = middle + QFontMetricsF(font).capHeight() / 2
        font.setStrikeOut(not self._tab and not self.isChecked())
        if self._named():
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QPointF(x, base), self.text())
            x += self._name_width() + 6
        count_font = label_font(12.5)
        count_font.setStrikeOut(font.strikeOut() and not self._named())
        painter.setFont(count_font)
        painter.setPen(dim)
        painter.drawText(QPointF(x, base), f"{self._count:,}")
        if self.hasFocus():
            paint_focus(painter, box, palette, radius - 1)

    def _paint_pill(self, painter: QPainter, box: QRectF, radius: float) -> tuple[QColor, QColor]:
        """Paint the ground; returns the inks of name and count."""
        palette, on = self._palette, self.isChecked()
        if self._tab:
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(palette.chip))
                painter.drawRoundedRect(box, radius, radius)
                return QColor(palette.chip_ink), mix(palette.chip_ink, palette.chip, 0.2)
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(mix(palette.ground, palette.ink, 0.07))
                painter.drawRoundedRect(box, radius, radius)
            return QColor(palette.ink), QColor(palette.dim)
        painter.setPen(QPen(QColor(palette.dim if self.underMouse() else palette.line), 1))
        painter.setBrush(QColor(palette.raised if on else palette.ground))
        painter.drawRoundedRect(box, radius, radius)
        return QColor(palette.ink if on else palette.dim), QColor(palette.dim)

    def _left(self) -> float:
        if not self._kind:
            return 10.0 if self._tab else 13.0
        if self._kind in _BADGES:
            return 11 + _BADGE + 6
        sample, words = _SAMPLES[self._kind]
        return 13 + sample_width(words, "", sample, 12) + 6

    def _font(self) -> QFont:
        return label_font(
            12.5, QFont.Weight.Medium if self._tab and self.isChecked() else QFont.Weight.Normal
        )

    def _name_width(self) -> float:
        # As wide as when it is on, so that nothing moves when it is switched.
        weight = QFont.Weight.Medium if self._tab else QFont.Weight.Normal
        return QFontMetricsF(label_font(12.5, weight)).horizontalAdvance(self.text())

    def _count_width(self) -> float:
        return QFontMetricsF(label_font(12.5)).horizontalAdvance(f"{self._count:,}")

    def _name_it(self, *_checked: object) -> None:
        state = "" if self._tab else ", shown" if self.isChecked() else ", not shown"
        self.setAccessibleName(f"{self.text()}: {self._count:,}{state}")
