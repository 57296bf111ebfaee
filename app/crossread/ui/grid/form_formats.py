"""How the form of a text is set: emphasis, links, code and the like as formats of QTextLayout."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from crossread.text.form import Style
from crossread.ui.grid.look import READING_PIXELS, Look, colour
from crossread.ui.styling.fonts import source_font

_CODE = 0.9  # times the reading size: letters of equal width look larger than they are


def style_ranges(styled: Iterable[tuple[int, int, Style]], look: Look) -> list[QTextLayout.FormatRange]:
    """The formats of stretches that stand out.

    Args:
        styled: half-open start and end in units of the layout, and the style.
        look: sizes and colours.
    """
    found = []
    for start, end, style in styled:
        if start < end:
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, end - start, style_format(style, look)
            found.append(made)
    return found


def style_format(style: Style, look: Look) -> QTextCharFormat:
    """One style; it leaves alone what other styles set, so that they go together."""
    form = QTextCharFormat()
    if style == "strong":
        form.setFontWeight(QFont.Weight.DemiBold)
    elif style == "emphasis":
        form.setFontItalic(True)
    elif style == "strike":
        form.setFontStrikeOut(True)
    elif style == "superscript":
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif style == "subscript":
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    elif style == "code":
        font = source_font(READING_PIXELS * look.scale * _CODE)
        form.setFontFamilies(font.families())
        form.setFontPointSize(font.pointSizeF())
    else:  # underlined, or a link, which is more quietly so
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(colour(look.palette.ink if style == "underline" else look.palette.faint))
    return form
