"""How runs, paragraphs and cells of a report look on paper; whatever colour tells, shape tells too."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat

from crossread.present.palette import LIGHT
from crossread.report.paper.model import Ground, Look, Paragraph, Run
from crossread.ui.styling.fonts import SANS, SERIF

_SANS_SIZE, _SERIF_SIZE, _SIGN_SHARE = 7.8, 8.6, 0.82  # points; of the size of the words beside it
_BOXES = {
    "number": (LIGHT.number, 0.5),
    "contradiction": (LIGHT.contradiction, 1.2),
    "character": (LIGHT.character, 0.6),
}
_GROUND_OF = {look: colours.ground for look, (colours, _) in _BOXES.items()} | {
    "moved": LIGHT.moved.ground,
    "spun": LIGHT.spun.ground,
    "letter": LIGHT.chip,
}
_INKS = {"hedge": LIGHT.hedge.ink, "quiet": LIGHT.dim, "letter": LIGHT.chip_ink}
_GROUNDS = {
    "head": LIGHT.ground,
    "band": LIGHT.moved.ground,
    "odd": LIGHT.contradiction.ground,
}


def font(paragraph: Paragraph) -> QFont:
    """What a paragraph is set in."""
    return _font(*((SANS, _SANS_SIZE) if _is_ours(paragraph) else (SERIF, _SERIF_SIZE)))


def heading(size: float) -> QFont:
    """What a heading is set in; ``size`` in points."""
    made = sans(size)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def sans(size: float) -> QFont:
    """What is not a document's words is set in; ``size`` in points."""
    return _font(SANS, size)


def _font(family: str, size: float) -> QFont:
    made = QFont(family)
    made.setPointSizeF(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Inter's brackets beside figures are glyphs without a character, which nobody could search for or copy.
    made.setFeature(QFont.Tag("calt"), 0)
    return made


def _is_ours(paragraph: Paragraph) -> bool:
    return paragraph.kind == "plain" or (
        paragraph.kind == "list item"
        and not any(look not in ("strong", "quiet") for run in paragraph.runs for look in run.looks)
    )


def characters(run: Run, paragraph: Paragraph) -> QTextCharFormat:
    """The format of a run in its paragraph."""
    form = QTextCharFormat()
    form.setFont(font(paragraph))
    form.setForeground(QColor(LIGHT.dim if paragraph.kind == "boilerplate" else LIGHT.ink))
    if paragraph.kind == "heading":
        form.setFontWeight(QFont.Weight.DemiBold)
    elif paragraph.kind == "caption":
        form.setFontItalic(True)
    for look in run.looks:
        _put(form, look)
    return form


def _put(form: QTextCharFormat, look: str) -> None:
    if look in _GROUND_OF:
        form.setBackground(QColor(_GROUND_OF[look]))
    if look in _INKS:
        form.setForeground(QColor(_INKS[look]))
    if look == "hedge":
        form.setFontItalic(True)
    elif look == "strong":
        form.setFontWeight(QFont.Weight.DemiBold)
    elif look == "code":
        form.setFontFamilies(["DejaVu Sans Mono", "monospace"])
        form.setFontPointSize(_SANS_SIZE - 1)
    elif look == "letter":
        form.setFont(heading(_SANS_SIZE - 0.6))
    elif look in ("sign", "remark"):
        size = form.font().pointSizeF() * _SIGN_SHARE
        form.setFont(heading(size))
        if look == "remark":
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)


def drawn_look(run: Run) -> Look | None:
    """What is drawn around or below a run with lines; None for nothing."""
    return next((look for look in run.looks if look in _BOXES or look in ("wording", "spun")), None)


def draw_mark(painter: QPainter, rect: QRectF, ascent: float, look: Look, point: float) -> None:
    """Draw a mark whose shape survives where colours do not.

    Args:
        painter: draws.
        rect: where the characters stand.
        ascent: from its top to the baseline.
        look: which mark.
        point: the length of a point in pixels.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look in _BOXES:
        colours, thickness = _BOXES[look]
        style = Qt.PenStyle.DashLine if look == "character" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours.line), thickness * point, style))
        painter.drawRoundedRect(rect.adjusted(-0.5 * point, 0, 0.5 * point, 0), point, point)
        return
    y = rect.top() + ascent + 1.9 * point
    if look == "wording":
        pen = QPen(QColor(LIGHT.wording.line), 1.0 * point, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.0, 1.2])
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        return
    painter.setPen(QPen(QColor(LIGHT.spun.line), 0.5 * point))
    step, x, up = 1.3 * point, rect.left(), True
    wave = [QPointF(x, y)]
    while x < rect.right():
        x = min(x + step, rect.right())
        wave.append(QPointF(x, y - 1.0 * point if up else y))
        up = not up
    painter.drawPolyline(wave)


def paint_ground(painter: QPainter, rect: QRectF, ground: Ground, point: float) -> None:
    """Fill a cell; a silent one is hatched with lines, which survive where colours do not."""
    colour = _GROUNDS.get(ground)
    if colour:
        painter.fillRect(rect, QColor(colour))
    elif ground == "silent":
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QPen(QColor(LIGHT.line), 0.5 * point))
        step, at = 5 * point, rect.left() - rect.height()
        while at < rect.right():
            painter.drawLine(QPointF(at, rect.bottom()), QPointF(at + rect.height(), rect.top()))
            at += step
        painter.restore()
    elif ground == "grave":
        bar = QRectF(rect.left(), rect.top(), 2 * point, rect.height())
        painter.fillRect(bar, QColor(LIGHT.contradiction.line))
