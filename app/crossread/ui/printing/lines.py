"""Paragraphs of a report as lines of a given width. Words go in as words: nothing in them is read as markup."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPainter,
    QTextLayout,
    QTextOption,
)

from crossread.present.palette import LIGHT
from crossread.report.paper.model import Cell, Look, Paragraph, Run
from crossread.ui.offsets import cursor_x
from crossread.ui.printing import looks

_SPACING = 1.14  # of the height of a line
_BETWEEN = 2.5  # points above every paragraph of a cell but the first
_FARTHEST = "\u0590"  # the first character that may need a font other than ours
_BULLET = 8.0  # points from a bullet to its words


@dataclass(frozen=True, slots=True)
class Drawn:
    """Characters that something is drawn around or below.

    Attributes:
        start, end: in UTF-16 units of the paragraph.
        look: what is drawn: a box, a wave, dots.
    """

    start: int
    end: int
    look: Look


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, in pixels of the device.

    Attributes:
        layout: of the whole paragraph.
        number: of the line in it.
        above: the air above it.
        height: without that air.
        left: how far it is indented.
        drawn: what is drawn on the paragraph.
        bullet: it begins an item of a list.
    """

    layout: QTextLayout
    number: int
    above: float
    height: float
    left: float
    drawn: tuple[Drawn, ...]
    bullet: bool = False

    def draw(self, painter: QPainter, at: QPointF, point: float) -> None:
        """Draw it with its upper left corner there."""
        line = self.layout.lineAt(self.number)
        origin = QPointF(at.x() + self.left, at.y() - line.y())
        line.draw(painter, origin)
        for drawn in self.drawn:
            self._mark(painter, drawn, origin, point)
        if self.bullet:
            painter.setBrush(QColor(LIGHT.ink))
            painter.setPen(Qt.PenStyle.NoPen)
            middle = at.y() + line.ascent() * 0.68
            painter.drawEllipse(QPointF(at.x() + 2.4 * point, middle), 1.1 * point, 1.1 * point)

    def _mark(self, painter: QPainter, drawn: Drawn, origin: QPointF, point: float) -> None:
        line = self.layout.lineAt(self.number)
        start = max(drawn.start, line.textStart())
        end = min(drawn.end, line.textStart() + line.textLength())
        if start >= end:
            return
        left, right = sorted(cursor_x(line, at) for at in (start, end))
        rect = QRectF(left, line.y(), right - left, line.ascent() + line.descent()).translated(origin)
        looks.draw_mark(painter, rect, line.ascent(), drawn.look, point)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a paragraph lies: air above in points, indent in pixels, what is drawn on it, which way it is read."""

    above: float
    left: float = 0.0
    drawn: tuple[Drawn, ...] = ()
    is_item: bool = False
    is_rtl: bool = False


class Setter:
    """Sets paragraphs for a device.

    Attributes:
        lacks_glyphs: something was set that no font of the machine has, and that shows as boxes.

    Args:
        device: what is printed on.
        point: the length of a point in its pixels.
    """

    def __init__(self, device: QPagedPaintDevice, point: float) -> None:
        self._device, self.point = device, point
        self.lacks_glyphs = False

    def cell(self, cell: Cell, width: float) -> list[Line]:
        """All paragraphs of a cell, one below the other."""
        found: list[Line] = []
        for paragraph in cell.paragraphs:
            found += self.paragraph(paragraph, width, _BETWEEN if found else 0.0)
        return found

    def paragraph(self, paragraph: Paragraph, width: float, above: float = 0.0) -> list[Line]:
        """The lines of a paragraph, with so many points of air above it."""
        item = paragraph.kind == "list item"
        left = _BULLET * self.point if item else 0.0
        runs = list(_with_remarks(paragraph.runs))
        formats: list[QTextLayout.FormatRange] = []
        drawn: list[Drawn] = []
        text, length = "", 0
        for run in runs:
            words = _aired(run)
            size = len(words.encode("utf-16-le", "surrogatepass")) // 2
            form = QTextLayout.FormatRange()
            form.start, form.length = length, size
            form.format = looks.characters(run, paragraph)
            formats.append(form)
            look = looks.drawn_look(run)
            if look:
                _put_drawn(drawn, Drawn(length, length + size, look))
            text += words
            length += size
        font = looks.font(paragraph)
        shape = _Shape(above, left, tuple(drawn), item, paragraph.is_rtl)
        return self._broken(text, font, formats, width - left, shape)

    def title(self, text: str, size: float, width: float, above: float) -> list[Line]:
        """A heading of this size, in points."""
        return self._broken(text, looks.heading(size), [], width, _Shape(above))

    def _broken(
        self,
        text: str,
        font: QFont,
        formats: list[QTextLayout.FormatRange],
        width: float,
        shape: _Shape,
    ) -> list[Line]:
        layout = QTextLayout(text, font, self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if shape.is_rtl:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        found: list[Line] = []
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y))
            height = line.height() * _SPACING
            y += height
            first = not found
            air = shape.above * self.point if first else 0.0
            bullet = shape.is_item and first
            found.append(Line(layout, len(found), air, height, shape.left, shape.drawn, bullet))
        layout.endLayout()
        self.lacks_glyphs = self.lacks_glyphs or _lacks_glyphs(text, layout)
        return found


def _aired(run: Run) -> str:
    """The words of a run, with a little air around what stands on a ground of its own."""
    if "letter" in run.looks:
        return f"\u00a0{run.text}\u00a0"
    return f"\u202f{run.text}\u202f" if "sign" in run.looks else run.text


def _lacks_glyphs(text: str, layout: QTextLayout) -> bool:
    """Whether a text has characters that no font has. Ours have those of Europe, so only others are looked at."""
    if text.isascii() or max(text) < _FARTHEST:
        return False
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def _put_drawn(found: list[Drawn], drawn: Drawn) -> None:
    """Put one behind the others; what follows at once with the same look, a sign, joins the last one."""
    if found and found[-1].end == drawn.start and found[-1].look == drawn.look:
        drawn = Drawn(found.pop().start, drawn.end, drawn.look)
    found.append(drawn)


def _with_remarks(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, and behind the last one that a remark holds on to, its number."""
    for at, run in enumerate(runs):
        yield run
        following = runs[at + 1].remarks if at + 1 < len(runs) else ()
        ended = [number for number in run.remarks if number not in following]
        if ended:
            yield Run("".join(f"[{number}]" for number in ended), ("remark",))
