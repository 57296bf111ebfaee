"""The Ribbon as a widget: what it shows, where it is scrolled to, and what the window may ask of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from time import perf_counter

from PySide6.QtCore import QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QWidget

from crossread.comparison import Place
from crossread.present.marks import Mark
from crossread.present.ribbon import READING_LINE, Anchor, Tie, Ties
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.ribbon.header import Head, RibbonHeader
from crossread.ui.ribbon.keys import Keys
from crossread.ui.ribbon.painting import Shown, SpreadPainter, TextSelection
from crossread.ui.ribbon.pointer import Pointer
from crossread.ui.ribbon.spread import Spread, indexed
from crossread.ui.widgets.painted_area import TextArea

_SLICE = 0.006  # seconds of measuring between two looks at what the reader does
_PAUSE = 8  # milliseconds
_MOST_SPOKEN = 1_500  # characters of a passage
_NO_MORE_THAN = 1.5  # lines


@dataclass(frozen=True)
class Leaves:
    """What the Ribbon shows.

    Attributes:
        documents: a column each, from left to right.
        heads: what stands above them.
        marks: by document id.
        ties: what a ribbon may join.
        anchors: what meets at the same height when scrolling.
        boilerplate: whether what is not part of the article is shown.
        ringed: ties are words and phrases, boxed when selected, not passages.
    """

    documents: tuple[Document, ...] = ()
    heads: tuple[Head, ...] = ()
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    boilerplate: bool = True
    ringed: bool = False


class RibbonView(TextArea):
    """Columns of continuous text; painted over text laid out only where it is looked at.

    Signals:
        place_selected(object): the Place the reader chose: a passage, tied or not.
        finding_activated(str): id of the finding that the reader chose in the text.
        head_activated(int, QPoint): the reader wants another document in this column; where on the screen.
        blank_activated(object): the reader clicked on this Place, which is covered.
    """

    place_selected = Signal(object)
    finding_activated = Signal(str)
    head_activated = Signal(int, QPoint)
    blank_activated = Signal(object)
    shown: Shown
    _pointer: Pointer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaves = Leaves()
        self._marks = indexed({})
        self.ties = Ties()
        self._spread = Spread((), {}, (), self._look, 1.0)
        self.shown = Shown()
        self._busy = False
        self._line = 0.0
        self._header = RibbonHeader(self, self._look)
        self._header.activated.connect(self.head_activated)
        self._pointer = Pointer(self)
        self._keys = Keys(self)
        self._measuring = QTimer(self, singleShot=True, interval=_PAUSE)
        self._measuring.timeout.connect(self._measure_on)
        self.setAccessibleName("Documents side by side")

    # What is shown

    @property
    def leaves(self) -> Leaves:
        """What is shown."""
        return self._leaves

    @property
    def spread(self) -> Spread:
        """The columns as they are set; others after every change of width, zoom or content."""
        return self._spread

    def set_leaves(self, leaves: Leaves) -> None:
        """Show other columns; what was at the reading line stays there where it can."""
        kept = self._at_reading_line()
        selected, names = self.shown.place, {document.id for document in leaves.documents}
        same = leaves.documents == self._leaves.documents
        self._leaves, self._marks, self.ties = leaves, indexed(leaves.marks), Ties(leaves.ties)
        self.shown.ringed = leaves.ringed
        self.shown.hovered = ()
        self.shown.selection = self.shown.selection if same else None
        self.shown.column = min(self.shown.column, max(len(leaves.documents) - 1, 0))
        self._place_header()  # with the first heads there is one
        self._relayout(kept if kept and kept.document in names else None)
        self._choose(selected if selected and selected.document in names else None)

    def marks_at(self, document: str, offset: int) -> list[Mark]:
        """The marks shown on a character."""
        index = self._marks.get(document)
        return [mark for mark in index.at(offset) if mark.kind in self._look.kinds] if index else []

    def _set_anew(self) -> None:
        self._place_header()
        self._relayout(self._at_reading_line())

    def _settle_in_sight(self) -> None:
        self._settle()

    def _header_widget(self) -> QWidget:
        self._header.set_look(self._look)
        return self._header

    def _header_height(self) -> int:
        return super()._header_height() if self._leaves.heads else 0

    def _relayout(self, kept: Place | None) -> None:
        """Set the columns anew, with the same place at the reading line."""
        leaves = self._leaves
        self._spread = self._set_columns(float(self.viewport().width()))
        self._line = self.viewport().height() * READING_LINE
        self._spread.measure(_until(3 * _SLICE))
        self._spread.restep()
        self._header.show_columns(leaves.heads, self._spread, self._look)
        self._settle()
        if kept:
            self._bring_to_line(kept)
        if not self._spread.measured:
            self._measuring.start()

    def _set_columns(self, width: float) -> Spread:
        """What is shown, set for a view of this width."""
        leaves = self._leaves
        return Spread(leaves.documents, self._marks, leaves.anchors, self._look, width, leaves.boilerplate)

    def _measure_on(self) -> None:
        """Lay out a little more, so that heights become exact."""
        kept = self._at_reading_line()
        if self._spread.measure(_until(_SLICE)) and kept:
            self._settle()
            self._bring_to_line(kept)
        if not self._spread.measured:
            self._measuring.start()
        else:
            self._spread.restep()
            self._settle()

    # Places

    def select_at(self, document: str, offset: int) -> None:
        """Select what is tied at an offset, or the passage there; what it is tied to comes to it."""
        column = self._spread.column_of(document)
        if column is None:
            return
        place = self.stretch_at(document, offset)
        self.shown.column = column
        if place is None:
            return
        self._choose(place)
        self._meet_here(place)
        self.place_selected.emit(place)

    def stretch_at(self, document: str, offset: int) -> Place | None:
        """What is selected by choosing a character: the tied stretch, or the passage."""
        column = self._spread.column_of(document)
        ties = self.ties.at(document, offset)
        if ties and (span := ties[0].within(document)):
            return Place(document, span)
        passage = self._leaves.documents[column].passage_at(offset) if column is not None else None
        return Place(document, passage.span) if passage and not self._leaves.ringed else None

    def show_place(self, place: Place | None) -> None:
        """Select what is tied at a place and bring it into sight; does not tell of it."""
        if place is None or self._spread.column_of(place.document) is None:
            self._choose(None)
            return
        stretch = self.stretch_at(place.document, place.span.start)
        self._choose(stretch or place)
        if not self._wholly_in_sight():
            self._line = self.viewport().height() * READING_LINE
            self._join()
            self._bring_to_line(stretch or place)

    def _meet_here(self, place: Place) -> None:
        """Let what a place is tied to come to it; the place itself stays where it is, if it is in sight."""
        found = self._spread.extent(place)
        if found is None or self._wholly_in_sight():
            return
        top = found[1] - self.tops()[found[0]]
        height = self.viewport().height()
        self._line = top if 0 <= top < height * 0.8 else height * READING_LINE
        self._join()
        self._bring_to_line(place)

    def _join(self) -> None:
        """Let the ends of the best ties of what is selected meet."""
        place = self.shown.place
        anchor = {place.document: place.span} if place else {}
        for tie in sorted(self.shown.selected, key=lambda tie: -tie.score):
            for end in (tie.a, tie.b):
                anchor.setdefault(end.document, end.span)
        if len(anchor) > 1:
            self._spread.meet(anchor)

    def bring(self, place: Place) -> None:
        """Bring a place into sight without selecting it."""
        found = self._spread.extent(place)
        if found and not 0 <= found[1] - self.tops()[found[0]] <= self.viewport().height() - self._look.line:
            self._bring_to_line(place)

    def _wholly_in_sight(self) -> bool:
        """Whether every end of what is selected can be seen."""
        ends = {end for tie in self.shown.selected for end in (tie.a, tie.b)}
        ends |= {self.shown.place} if self.shown.place else set()
        height, tops = self.viewport().height(), self.tops()
        for end in ends:
            found = self._spread.extent(end)
            if found and not (found[1] - tops[found[0]] >= 0 and found[2] - tops[found[0]] <= height):
                return False
        return True

    def _choose(self, place: Place | None) -> None:
        changed = place != self.shown.place
        self.shown.place = place
        self.shown.selected = self.ties.group(place.document, place.span.start) if place else ()
        self.viewport().update()
        if changed:
            self._speak()

    def hover(self, place: Place | None) -> None:
        """Show the ribbon of what is under the pointer, if there is one."""
        ties = self.ties.group(place.document, place.span.start) if place else ()
        if ties != self.shown.hovered:
            self.shown.hovered = ties
            self.viewport().update()

    def set_current_places(self, places: Sequence[Place]) -> None:
        """Emphasise these places: where the current finding is seen."""
        self.shown.places = tuple(places)
        self.viewport().update()

    def set_blanks(self, blanks: Mapping[str, Sequence[Span]]) -> None:
        """Cover these stretches."""
        self.shown.blanks = blanks
        self.viewport().update()
        self._speak()

    def set_found(self, hits: Mapping[str, Sequence[Span]], current: Place | None) -> None:
        """Show what was searched for, by document id, and the hit that the reader is at."""
        self.shown.found = {document: sorted(spans) for document, spans in hits.items()}
        self.shown.current = current
        self.viewport().update()

    def _said(self) -> str:
        """Who says what where the reader is."""
        place, words = self.shown.place, []
        ends = [end for tie in self.shown.selected for end in (tie.a, tie.b)]
        for end in dict.fromkeys(([place] if place else []) + ends):
            column = self._spread.column_of(end.document)
            if column is None:
                continue
            covered = end.span in self.shown.blanks.get(end.document, ())
            text = end.span.of(self._leaves.documents[column].text)[:_MOST_SPOKEN]
            head = self._leaves.heads[column].name if column < len(self._leaves.heads) else end.document
            words.append(f"{head}: {'to be guessed' if covered else ' '.join(text.split())}")
        return ". ".join(words)

    def _speak(self) -> None:
        """Say what there is where the reader is, for those who hear it."""
        spoken = self._said()
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
            if spoken and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    # Selected text

    def selected_text(self) -> str:
        """The selected characters as the document has them."""
        selection = self.shown.selection
        if selection is None or selection.column >= len(self._leaves.documents):
            return ""
        return selection.span.of(self._leaves.documents[selection.column].text)

    def copy(self) -> None:
        """Put the selected text on the clipboard; without one, the passage that is selected."""
        text, place = self.selected_text(), self.shown.place
        column = self._spread.column_of(place.document) if place else None
        if not text and place and column is not None:
            text = place.span.of(self._leaves.documents[column].text)
        if text:
            QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        """Select all of the column that keys go to."""
        if self._leaves.documents:
            column = self.shown.column
            self.select_text(TextSelection(column, 0, len(self._leaves.documents[column].text)))

    def select_text(self, selection: TextSelection | None) -> None:
        """Select this text."""
        self.shown.selection = selection
        self.viewport().update()

    # Scrolling

    def tops(self) -> tuple[float, ...]:
        """The height that stands at the upper edge, for each column."""
        return self._spread.steps.tops(self.verticalScrollBar().value(), self._line)

    def _at_reading_line(self) -> Place | None:
        """A character of the first column near the reading line; None at the very top."""
        if not self._spread.documents or self.verticalScrollBar().value() == 0:
            return None
        spot = self._spread.spot_in(0, self._spread.text_left(0), self._line, self.tops())
        offset = self._spread.offset_at(spot)
        return Place(self._spread.documents[0].id, Span(offset, offset + 1))

    def _bring_to_line(self, place: Place) -> None:
        for _ in range(2):  # what comes into sight may turn out taller than thought
            found = self._spread.extent(place)
            if found is None:
                return
            column, top, _ = found
            self._settle()
            value = round(self._spread.steps.scroll_to(column, top, self._line))
            # Near the beginning nothing is cut off at the top for the sake of a line or two.
            self.verticalScrollBar().setValue(value if value > _NO_MORE_THAN * self._look.line else 0)
            self._settle()

    def _settle(self) -> None:
        """Lay out what is in sight and correct the scroll bar."""
        if self._busy:
            return
        self._busy = True  # the scroll bar will tell of what is done here
        bar, sight = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, ceil(self._spread.steps.most(sight, self._line)))
        if self._spread.documents and self._spread.ensure(self.tops(), sight):
            bar.setRange(0, ceil(self._spread.steps.most(sight, self._line)))
        bar.setSingleStep(self._look.line)
        bar.setPageStep(max(sight - 2 * self._look.line, 1))
        self._busy = False
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew at the new place."""
        self._settle()

    # Events

    def _paint(self, painter: QPainter) -> None:
        self.shown.highlight = self.palette().color(QPalette.ColorRole.Highlight)
        self.shown.highlighted = self.palette().color(QPalette.ColorRole.HighlightedText)
        sight = QRectF(0, 0, self.viewport().width(), self.viewport().height())
        self._painter(painter, sight).paint()

    def _painter(self, painter: QPainter, sight: QRectF) -> SpreadPainter:
        """What paints the columns."""
        return SpreadPainter(painter, self._spread, self.shown, self.tops(), sight)


class _until:  # noqa: N801 - reads as a word where it is used
    """Answers True once so many seconds have gone by."""

    def __init__(self, seconds: float) -> None:
        self._end = perf_counter() + seconds

    def __call__(self) -> bool:
        return perf_counter() >= self._end
