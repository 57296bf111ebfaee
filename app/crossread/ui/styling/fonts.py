"""The families that ship with Crossread, so that a page looks the same on every machine."""

from PySide6.QtGui import QFont, QFontDatabase

from crossread.paths import resource

SERIF = "Source Serif 4"
SANS = "Inter"
MONOSPACE = "Source Code Pro"


def load_fonts() -> None:
    """Register the shipped fonts with Qt; call once, after the QApplication was made."""
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def reading_font(pixels: float) -> QFont:
    """The serif in which documents are set, at this size in logical pixels."""
    return _font(SERIF, pixels)


def source_font(pixels: float) -> QFont:
    """The monospace in which code and the source of a document are set."""
    return _font(MONOSPACE, pixels)


def label_font(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The quiet sans in which everything else is set."""
    font = _font(SANS, pixels)
    font.setWeight(weight)
    return font


def _font(family: str, pixels: float) -> QFont:
    font = QFont(family)
    # Fractions of a pixel count when zooming; QFont takes whole pixels only, so go by points at 96 dpi.
    font.setPointSizeF(pixels * 0.75)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
