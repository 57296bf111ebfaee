"""The colours of documents: chosen by a person from a few that are legible in every theme, or given by turns."""

import colorsys
from dataclasses import dataclass

from crossread.present.palette import Palette

LEAST_CONTRAST = 4.5
"""Between a letter and its ground, as WCAG 2 asks of text."""

_HUES = (215, 28, 150, 320, 265, 185, 50, 0, 95, 240)  # degrees; neighbours in the list far apart
_STEP = 0.02  # of lightness, when a colour is made legible


@dataclass(frozen=True, slots=True)
class DocumentColour:
    """A colour that can be chosen: its name, and how it is written down, as #rrggbb."""

    name: str
    value: str


CHOICES = (
    DocumentColour("Blue", "#1f5fa8"),
    DocumentColour("Teal", "#0b6b6b"),
    DocumentColour("Green", "#2e6b2f"),
    DocumentColour("Olive", "#65640f"),
    DocumentColour("Amber", "#875600"),
    DocumentColour("Orange", "#a5440c"),
    DocumentColour("Red", "#ab1f38"),
    DocumentColour("Pink", "#a12573"),
    DocumentColour("Purple", "#6c3ba6"),
    DocumentColour("Slate", "#465264"),
)


def letter_colours(palette: Palette, document_id: str) -> tuple[str, str]:
    """Ground and ink of a document's letter as #rrggbb, at least ``LEAST_CONTRAST`` apart.

    Args:
        palette: in force; it knows which colours were chosen.
        document_id: whose letter it is; empty for none.
    """
    chosen = dict(palette.letters).get(document_id)
    if chosen:
        return shown(palette, chosen), palette.chip_ink
    if palette.chip == "#ffffff":  # high contrast: nothing but black and white until somebody chooses
        return palette.chip, palette.chip_ink
    number = 0
    for character in document_id:
        number = number * 26 + ord(character.upper()) - ord("A") + 1
    hue = _HUES[(number - 1) % len(_HUES)] if document_id else 0
    tinge = colorsys.hls_to_rgb(hue / 360, 0.80 if _is_dark(palette.ground) else 0.30, 0.42)
    return _hex(_mixed(_rgb(palette.chip), tinge, 0.55)), palette.chip_ink


def shown(palette: Palette, value: str) -> str:
    """A chosen colour as a ground for letters in this palette: of the same hue, as light or dark as it must be."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(value))
    away = -_STEP if _luminance(_rgb(palette.chip_ink)) > 0.5 else _STEP
    if away > 0:
        lightness = max(lightness, 0.66)  # as pale as what is not chosen, so that it belongs to the theme
    while contrast(_hex(colorsys.hls_to_rgb(hue, lightness, saturation)), palette.chip_ink) < LEAST_CONTRAST:
        lightness += away
    return _hex(colorsys.hls_to_rgb(hue, lightness, saturation))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours written #rrggbb, 1 to 21, as WCAG 2 defines it."""
    bright, dark = sorted((_luminance(_rgb(first)), _luminance(_rgb(second))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _is_dark(ground: str) -> bool:
    return colorsys.rgb_to_hls(*_rgb(ground))[1] < 0.5


def _rgb(value: str) -> tuple[float, float, float]:
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def _hex(rgb: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in rgb)


def _mixed(
    first: tuple[float, float, float], second: tuple[float, float, float], share: float
) -> tuple[float, float, float]:
    a, b, c = (x + (y - x) * share for x, y in zip(first, second, strict=True))
    return a, b, c


def _luminance(rgb: tuple[float, float, float]) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
