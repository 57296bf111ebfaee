"""All readings of one row under one another, with the words that correspond in one column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from crossread.comparison import Place
from crossread.present.firmness import Firmness
from crossread.present.marks import Mark, MarkKind
from crossread.present.palette import LIGHT, Palette
from crossread.present.readings import ReadingTable
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.grid.block_layout import BlockLayout, reads_right_to_left
from crossread.ui.grid.blocks import Block
from crossread.ui.grid.firmness_painting import WIDTH, paint_scale
from crossread.ui.grid.look import Look, colour
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.grid.mark_painting import paint_ring
from crossread.ui.widgets.letters import paint_letter

# How wide a column may be, tried from the first on until all columns have room beside one another.
_WIDEST_WORDS = (620.0, 460.0, 340.0)
_LEFT = 14.0
_CHIP = 20.0
_GAP = 9.0
_HINT = "Select a row to read what each document says there, word by word."


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of one document in one column."""

    span: Span
    layout: BlockLayout
    contradicts: bool


class ReadingsStrip(QAbstractScrollArea):
    """A line for each document that speaks, a column for the words that correspond.

    Signals:
        place_activated(object): the Place of the words that the reader chose.
        resized(): what is shown needs another height.
    """

    place_activated = Signal(object)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(LIGHT)
        self._documents: tuple[Document, ...] = ()
        self._table = ReadingTable((), ())
        self._marks: Mapping[str, Sequence[Mark]] = {}
        self._title = ""
        self._firmness: list[Firmness | None] = []  # line by line
        self._cells: list[list[_Cell | None]] = []  # line by line
        self._lefts: list[float] = [_LEFT]
        self._tops: list[float] = [0.0]
        self._places: tuple[Place, ...] = ()
        self._anchor = self._focus = (0, 0)  # line and column of the cells between which all is selected
        self._selected = False
        self.setAccessibleName("Readings of the selected row")
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # What is shown

    def set_row(
        self,
        documents: Sequence[Document],
        table: ReadingTable,
        marks: Mapping[str, Sequence[Mark]],
        palette: Palette,
        title: str,
        firmness: Mapping[str, Firmness] | None = None,
    ) -> None:
        """Show the readings of a row.

        Args:
            documents: all documents; those that the table names are shown.
            table: which words correspond.
            marks: by document id.
            palette: colours by role.
            title: what the row is about, in a few words; where nothing is shown, why.
            firmness: how firmly passages claim what they say, by id; shown where the row is not of one mind.
        """
        by_id = {document.id: document for document in documents}
        self._documents = tuple(by_id[document_id] for document_id in table.documents)
        self._table, self._marks, self._title = table, marks, title
        lines = [self._firmness_of(line, firmness or {}) for line in range(len(self._documents))]
        self._firmness = (
            lines if len({told.step if told else "" for told in lines}) > 1 else [None] * len(lines)
        )
        self._look = Look(palette, self._look.percent, self._look.kinds)
        self._selected, self._anchor, self._focus = False, (0, 0), (0, 0)
        self._lay_out()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._bring_current()
        lines_in_words = "; ".join(self._line_in_words(i) for i in range(len(self._documents)))
        self.setAccessibleDescription(lines_in_words or title)

    def _firmness_of(self, line: int, firmness: Mapping[str, Firmness]) -> Firmness | None:
        """How firm the passage is that stands in a line."""
        spans = (column[line] for column in self._table.columns)
        first = next((span for span in spans if span is not None), None)
        passage = self._documents[line].passage_at(first.start) if first else None
        return firmness.get(passage.id) if passage else None

    @property
    def firmness(self) -> tuple[str, ...]:
        """For each line the step that its scale tells, empty where there is none."""
        return tuple(told.step if told else "" for told in self._firmness)

    def clear(self) -> None:
        """Show that no row is selected."""
        self.set_row((), ReadingTable((), ()), {}, self._look.palette, "")

    def set_colours(self, palette: Palette) -> None:
        """Paint in these colours."""
        self._look = Look(palette, self._look.percent, self._look.kinds)
        self._lay_out()

    def set_zoom(self, percent: int) -> None:
        """Set the words at this size, 100 as designed."""
        self._look = Look(self._look.palette, percent, self._look.kinds)
        self._lay_out()

    def set_visible_marks(self, kinds: frozenset[MarkKind]) -> None:
        """Show marks of these kinds only."""
        self._look = self._look.with_kinds(kinds)
        self._lay_out()

    def set_current_places(self, places: Sequence[Place]) -> None:
        """Emphasise these places: where the current finding is seen."""
        self._places = tuple(places)
        self._bring_current()
        self.viewport().update()

    def _bring_current(self) -> None:
        """Scroll to where the current finding is seen, to what stands out first of all."""
        found = [
            (not cell.contradicts, line, column)
            for line, cells in enumerate(self._cells)
            for column, cell in enumerate(cells)
            if cell and any(self._is_at(place, line, cell) for place in self._places)
        ]
        if found:
            _, line, column = min(found)
            self._bring(self._box(line, column))

    def _is_at(self, place: Place, line: int, cell: _Cell) -> bool:
        return place.document == self._documents[line].id and place.span.overlaps(cell.span)

    def _bring(self, box: QRectF) -> None:
        """Bring a cell into sight with as little scrolling as possible, and cut none in two at the edge."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        asides = [left - self._lefts[0] for left in self._lefts]
        for bar, edges, low, high, room in (
            (across, asides, box.left() - self._lefts[0], box.right() + _GAP, self.viewport().width()),
            (down, self._tops, box.top() - self._tops[0], box.bottom() + 4, self.viewport().height()),
        ):
            if high > bar.value() + room:
                bar.setValue(round(next((edge for edge in edges if edge >= high - room), high - room)))
            if low < bar.value():
                bar.setValue(round(low))

    def _lay_out(self) -> None:
        look, count = self._look, len(self._documents)
        for widest in _WIDEST_WORDS:
            self._set_words(widest * look.scale)
            if self._lefts[-1] + _LEFT <= self.viewport().width():
                break
        heights = [
            max((cell.layout.height for cell in self._cells[line] if cell), default=look.line) + 4
            for line in range(count)
        ]
        self._tops = list(accumulate(heights, initial=float(self._head())))
        self._set_ranges()
        self.updateGeometry()
        self.viewport().update()
        self.resized.emit()

    @property
    def needed_height(self) -> int:
        """Pixels in which all lines are in sight."""
        across = self.horizontalScrollBar()
        bar = across.sizeHint().height() if across.maximum() else 0
        return round(self._tops[-1]) + 10 + bar

    def _set_words(self, widest: float) -> None:
        """Set the words in columns of at most this width."""
        marks = [MarkIndex(self._marks.get(document.id, ())) for document in self._documents]
        self._cells = [
            [self._cell(document, marks[line], column[line], widest) for column in self._table.columns]
            for line, document in enumerate(self._documents)
        ]
        widths = [
            max((cell.layout.width for line in self._cells if (cell := line[column])), default=0.0)
            for column in range(len(self._table.columns))
        ]
        inner = [max(width, self._look.line * 0.8) + 2 * _GAP for width in widths]
        self._lefts = list(accumulate(inner, initial=_LEFT + self._chip_width() + _GAP))

    def _cell(self, document: Document, marks: MarkIndex, span: Span | None, widest: float) -> _Cell | None:
        if span is None:
            return None
        shown = [mark for mark in marks.overlapping(span) if mark.kind in self._look.kinds]
        # A side bar says that a whole passage stands elsewhere; among single words it would be noise.
        words = MarkIndex([mark for mark in shown if mark.kind != "moved"])
        styles = tuple(document.formed.styles.overlapping(span))
        passage = document.passage_at(span.start)
        # A heading is heavier here, too, but no larger: lines of words that correspond are of one size.
        block = Block(span, "heading" if passage and passage.kind == "heading" else "sentence")
        layout = BlockLayout(document.text, block, words, self._look, widest, styles)
        if reads_right_to_left(layout.text):  # flush right, so the width must be the words' own
            layout = BlockLayout(document.text, block, words, self._look, layout.width, styles)
        return _Cell(span, layout, any(mark.kind == "contradiction" for mark in shown))

    def _chip_width(self) -> float:
        metrics = QFontMetricsF(self._look.label(11.5, QFont.Weight.DemiBold))
        return max([_CHIP, *(metrics.horizontalAdvance(d.id) + 10 for d in self._documents)])

    def _head(self) -> int:
        return round(QFontMetricsF(self._look.label(11)).height() + 20)

    def sizeHint(self) -> QSize:
        """As tall as its lines, within reason."""
        lines = self._tops[-1] if self._documents else self._head() + 5 * (self._look.line + 4)
        return QSize(600, round(min(lines, 12 * self._look.line)) + 14)

    def _set_ranges(self) -> None:
        view = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self._lefts[-1] + _LEFT - view.width())))
        across.setPageStep(view.width())
        across.setSingleStep(30)
        down.setRange(0, max(0, round(self._tops[-1] + 8 - view.height())) if self._documents else 0)
        down.setPageStep(view.height())
        down.setSingleStep(self._look.line)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        palette = self._look.palette
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.viewport().rect(), colour(palette.raised))
            painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            painter.setPen(colour(palette.ink))
            for line, cells in enumerate(self._cells):
                for column, cell in enumerate(cells):
                    self._paint_cell(painter, line, column, cell)
            top, tall = self._tops[0], self._tops[-1] - self._tops[0]
            for left in self._lefts[:-1] if self._documents else ():
                painter.fillRect(QRectF(left, top, 1, tall), colour(palette.line))
            # Whose words they are stays in sight, and what the row is about.
            painter.translate(self.horizontalScrollBar().value(), 0)
            painter.fillRect(QRectF(0, 0, self._lefts[0], self._tops[-1]), colour(palette.raised))
            self._paint_head(painter)
            for line in range(len(self._cells)):
                self._paint_chip(painter, line)
        finally:  # a painter left active would bring Qt down
            painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        look = self._look
        text = self._title.upper() if self._documents else self._title or _HINT
        font = look.label(11, QFont.Weight.DemiBold) if self._documents else look.label(12.5)
        if self._documents:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(colour(look.palette.dim))
        painter.drawText(QPointF(_LEFT, 11 + QFontMetricsF(font).ascent()), text)

    def _paint_chip(self, painter: QPainter, line: int) -> None:
        look = self._look
        size = QRectF(_LEFT, 0, self._chip_width(), 18 * min(look.scale, 1.5))
        size.moveTop(self._tops[line] + 2 + (look.line - size.height()) / 2)
        paint_letter(painter, size, look.palette, self._documents[line].id)
        told = self._firmness[line]
        if told is not None and "hedge" in look.kinds:
            width = WIDTH * min(look.scale, 1.6)
            beside = QRectF(size.right() + (_GAP - width) / 2, size.top() - 1, width, size.height() + 2)
            paint_scale(painter, beside, look.palette, told.step)
        painter.setPen(colour(look.palette.ink))

    def _paint_cell(self, painter: QPainter, line: int, column: int, cell: _Cell | None) -> None:
        look, box = self._look, self._box(line, column)
        selected = self._selected and self._is_selected(line, column)
        origin = QPointF(box.left() + _GAP, box.top() + 2)
        if cell is not None and cell.contradicts:
            painter.fillRect(box.adjusted(1, 0, 0, 0), colour(look.palette.contradiction.ground))
        painter.setPen(colour(look.palette.ink if cell else look.palette.dim))
        if cell is None:
            if selected:
                painter.fillRect(box.adjusted(1, 0, 0, 0), self.palette().color(QPalette.ColorRole.Highlight))
                painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
            painter.setFont(look.reading)
            painter.drawText(QPointF(origin.x(), origin.y() + look.drop), "—")
        else:
            ground, ink = QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText
            overlay = (
                [(cell.span, self.palette().color(ink), self.palette().color(ground))] if selected else []
            )
            cell.layout.paint(painter, origin, overlay)
            document = self._documents[line].id
            for place in self._places:
                if place.document == document and place.span.overlaps(cell.span):
                    rings = cell.layout.outlines(place.span)
                    paint_ring(painter, look, [ring.translated(origin) for ring in rings])
        if self.hasFocus() and (line, column) == self._focus:
            painter.setPen(look.pen(look.palette.selection_bar, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(2, 0.5, -1, -0.5))

    def _box(self, line: int, column: int) -> QRectF:
        left, top = self._lefts[column], self._tops[line]
        return QRectF(left, top, self._lefts[column + 1] - left, self._tops[line + 1] - top)

    # Selected words

    def _is_selected(self, line: int, column: int) -> bool:
        (line_a, column_a), (line_b, column_b) = self._anchor, self._focus
        return min(line_a, line_b) <= line <= max(line_a, line_b) and (
            min(column_a, column_b) <= column <= max(column_a, column_b)
        )

    def _words(self, line: int, column: int) -> str:
        span = self._table.columns[column][line]
        return span.line_of(self._documents[line].text) if span else "—"

    def _line_in_words(self, line: int) -> str:
        words = (self._words(line, column) for column in range(len(self._table.columns)))
        told = self._firmness[line]
        firm = f"({told.words}) " if told else ""
        return f"{self._documents[line].id}: {firm}{' '.join(word for word in words if word != '—')}"

    def selected_text(self) -> str:
        """The selected words, a line a document: its letter, then column by column with tabs between."""
        if not self._selected:
            return ""
        found = []
        for line, document in enumerate(self._documents):
            words = [
                self._words(line, column)
                for column in range(len(self._table.columns))
                if self._is_selected(line, column)
            ]
            if words:
                found.append("\t".join([document.id, *words]))
        return "\n".join(found)

    def select_all(self) -> None:
        """Select all words."""
        self._anchor = (0, 0)
        self._focus = (len(self._documents) - 1, len(self._table.columns) - 1)
        self._selected = bool(self._documents and self._table.columns)
        self.viewport().update()

    def copy(self) -> None:
        """Put the selected words on the clipboard, or all of them if none are selected."""
        if not self._selected:
            self.select_all()
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    # Events

    def _cell_at(self, position: QPointF, nearest: bool = False) -> tuple[int, int] | None:
        aside = 0 if position.x() < self._lefts[0] else self.horizontalScrollBar().value()
        x = position.x() + aside
        y = position.y() + self.verticalScrollBar().value()
        line = sum(top <= y for top in self._tops) - 1
        column = sum(left <= x for left in self._lefts) - 1
        last_line, last_column = len(self._documents) - 1, len(self._table.columns) - 1
        if last_line < 0 or last_column < 0:
            return None
        if nearest:
            return min(max(line, 0), last_line), min(max(column, 0), last_column)
        return (line, column) if 0 <= line <= last_line and 0 <= column <= last_column else None

    def _place(self, cell: tuple[int, int]) -> Place | None:
        span = self._table.columns[cell[1]][cell[0]]
        return Place(self._documents[cell[0]].id, span) if span else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select words."""
        cell = self._cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            super().mousePressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._focus, self._selected = cell, True
        else:
            self._anchor = self._focus = cell
            self._selected = False
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select words while the button is down."""
        cell = self._cell_at(event.position(), nearest=True)
        if event.buttons() & Qt.MouseButton.LeftButton and cell and cell != self._focus:
            self._focus, self._selected = cell, True
            self.viewport().update()
        over = self._cell_at(event.position())
        chosen = over is not None and self._place(over) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if chosen else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the words under the pointer, if none were selected."""
        cell = self._cell_at(event.position())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and cell
            and not self._selected
            and cell == self._anchor
        ):
            self._activate(cell)

    def _activate(self, cell: tuple[int, int]) -> None:
        if place := self._place(cell):
            self.place_activated.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell, with Shift to select; Enter chooses; copy and select all as everywhere."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif not self._cells or not self._table.columns:
            super().keyPressEvent(event)
        elif step is not None:
            self._step(step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self._focus)
        else:
            super().keyPressEvent(event)

    def _step(self, step: tuple[int, int], extend: bool) -> None:
        line = min(max(self._focus[0] + step[0], 0), len(self._documents) - 1)
        column = min(max(self._focus[1] + step[1], 0), len(self._table.columns) - 1)
        self._focus, self._selected = (line, column), extend
        if not extend:
            self._anchor = self._focus
        self._bring(self._box(line, column))
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what the marks mean."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            place = self._place(cell) if cell else None
            marks = MarkIndex(self._marks.get(place.document, ())).overlapping(place.span) if place else ()
            notes = dict.fromkeys(mark.note for mark in marks if mark.note and mark.kind in self._look.kinds)
            QToolTip.showText(event.globalPos(), "\n".join(notes), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew where the new width asks for it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        else:
            self._set_ranges()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew at the new place."""
        self.viewport().update()
