"""The trainer's side of the Ribbon: a spun copy beside its likely original, swap by swap."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from crossread.comparison import Place
from crossread.present.palette import LIGHT, Palette
from crossread.present.trainer import REPAIRED, Lesson
from crossread.text.shown import one_line
from crossread.text.span import Span
from crossread.ui.ribbon.area import head
from crossread.ui.ribbon.header import Head
from crossread.ui.ribbon.ledger_panel import LedgerPanel
from crossread.ui.ribbon.read_back import ReadBack
from crossread.ui.ribbon.view import Leaves, RibbonView
from crossread.ui.search import MAX_HITS, fold

ZOOM = 140
"""The size of type as designed, in per cent of the Grid's: what a room reads from a screen."""
PROJECTED = 175
"""The size of type when everything but text and repair is put away."""


class LessonView(RibbonView):
    """The two columns; keys step through the ledger, so that a presenter's clicker does.

    Signals:
        stepped(int): to the next (1) or previous (-1) swap.
        spaced(): the space bar.
        escaped(): Escape, with nothing selected.
        resized(): the columns have other room, and everything in them its new place.
    """

    stepped = Signal(int)
    spaced = Signal()
    escaped = Signal()
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell once everything has its new place."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.resized.emit)

    def zoom_reset(self) -> None:
        """Go back to the size as designed."""
        self.set_zoom(ZOOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys step, the space bar reveals; everything else as in the Ribbon."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.stepped.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
                return
            if event.key() == Qt.Key.Key_Space:
                self.spaced.emit()
                return
            if event.key() == Qt.Key.Key_Escape and self.shown.selection is None:
                self.escaped.emit()
                return
        super().keyPressEvent(event)


class Trainer(QWidget):
    """A lesson: two columns, the ledger, and the sentence read back.

    Attributes:
        view: the columns.
        ledger: all swaps.
        strip: the sentence as published and repaired.

    Signals:
        changed(): another lesson, another swap, or another way of showing them.
        export_asked(): the ledger is to be written to a file.
        left(): the reader wants the panels back (Escape).
    """

    changed = Signal()
    export_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._lessons: tuple[Lesson, ...] = ()
        self._lesson: Lesson | None = None
        self._swap = -1
        self._revealed: set[int] = set()  # lines of the ledger
        self.guessing = False
        self.projecting = False
        self._sizes = (ZOOM, PROJECTED)
        self.view = LessonView(self)
        self.view.setAccessibleName("Likely original and spun copy, side by side")
        self.view.set_zoom(ZOOM)
        self.ledger = LedgerPanel(self)
        self.strip = ReadBack(self)
        self._build()
        self.view.place_selected.connect(self._place_selected)
        self.view.blank_activated.connect(lambda _place: self.reveal())
        self.view.stepped.connect(self.step)
        self.view.spaced.connect(self.space)
        self.view.escaped.connect(self.left)
        self.view.resized.connect(self._keep_in_sight)
        self.view.head_activated.connect(lambda _column, at: self._offer(at))
        self.view.zoom_changed.connect(lambda _percent: self._resize_type())
        self.ledger.chosen.connect(self.go)
        self.ledger.place_chosen.connect(self.go_to_swap)
        self.ledger.rearranged.connect(self.changed)
        self.ledger.export_asked.connect(self.export_asked)

    def _build(self) -> None:
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.addWidget(self.view)
        self._columns.addWidget(self.ledger)
        self._columns.setStretchFactor(0, 1)
        self._bands = QSplitter(Qt.Orientation.Vertical, self)
        self._bands.addWidget(self._columns)
        self._bands.addWidget(self.strip)
        self._bands.setStretchFactor(0, 1)
        for splitter in (self._columns, self._bands):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._sized = False
        self.ledger.setMinimumWidth(260)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bands)
        self.setFocusProxy(self.view)

    def showEvent(self, event: QShowEvent) -> None:
        """Part the room when it is first known."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            ledger = max(280, round(self.width() * 0.235))
            self._columns.setSizes([self.width() - ledger, ledger])
            self._bands.setSizes([self.height() - 150, 150])
            self._read_back()

    # What is shown

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """All spun copies there are."""
        return self._lessons

    @property
    def lesson(self) -> Lesson | None:
        """The one that is shown."""
        return self._lesson

    @property
    def hidden(self) -> frozenset[int]:
        """Numbers of the ledger's lines whose likely original is to be guessed."""
        if not self.guessing or self._lesson is None:
            return frozenset()
        return frozenset(range(len(self._lesson.entries))) - self._revealed

    @property
    def says(self) -> str:
        """Where the reader is in the ledger: "swap 7 of 112"."""
        if self._lesson is None or not self._lesson.entries:
            return "no swaps"
        rows = self.ledger.rows
        entry = self.entry
        place = rows.index(entry) + 1 if entry in rows else 0
        return f"swap {place:,} of {len(rows):,}" if place else f"{len(rows):,} swaps"

    @property
    def entry(self) -> int:
        """Number of the ledger's line the reader is at, or -1."""
        return self._lesson.entry_of.get(self._swap, -1) if self._lesson else -1

    def set_lessons(self, lessons: Sequence[Lesson]) -> None:
        """Take these lessons; the copy that was shown stays shown if it is among them."""
        shown = self._lesson.copy.id if self._lesson else ""
        self._lessons = tuple(lessons)
        chosen = next((lesson for lesson in lessons if lesson.copy.id == shown), None)
        self._choose(chosen or (self._lessons[0] if self._lessons else None), keep=chosen is not None)

    def choose(self, copy: str) -> None:
        """Show the lesson of this copy."""
        lesson = next((lesson for lesson in self._lessons if lesson.copy.id == copy), None)
        if lesson:
            self._choose(lesson, keep=False)

    def _choose(self, lesson: Lesson | None, *, keep: bool) -> None:
        same = keep and self._lesson is not None and lesson is not None and lesson.swaps == self._lesson.swaps
        self._lesson = lesson
        if not same:
            self._swap = 0 if lesson and lesson.swaps else -1
            self._revealed.clear()
        self._show()

    def _show(self) -> None:
        """Set the columns, the ledger and the strip anew."""
        lesson = self._lesson
        if lesson is None:
            self.view.set_leaves(Leaves())
            self.ledger.set_lesson(None, frozenset())
            self.strip.page.set_lines(None)
            self.changed.emit()
            return
        hidden = self.hidden
        self._sheet = sheet = lesson.sheet(
            frozenset(n for line in hidden for n in lesson.entries[line].swaps)
        )
        if lesson.original is None:
            left = Head(REPAIRED, f"from {lesson.sources}" if lesson.sources else "", choice=False)
        else:
            known = head(lesson.original)
            left = Head(f"Original: {known.name}", known.detail, choice=False, letter=known.letter)
        known = head(lesson.copy)
        spun = f"spun: {lesson.band}" if lesson.band else "spun"
        copy = Head(f"{known.name}, {spun}", known.detail, len(self._lessons) > 1, known.letter)
        self.view.set_leaves(
            Leaves(
                (sheet.left, lesson.copy), (left, copy), sheet.marks, sheet.ties, sheet.anchors, ringed=True
            )
        )
        self.view.set_blanks({sheet.left.id: [sheet.spans[number] for number in sorted(sheet.hidden)]})
        self.ledger.set_lesson(lesson, hidden)
        self._at_swap()

    def _at_swap(self) -> None:
        """Show the current swap everywhere."""
        lesson, swap = self._lesson, self._swap
        if lesson is None or swap < 0:
            self.strip.page.set_lines(None)
        else:
            self.view.show_place(Place(lesson.copy.id, lesson.swaps[swap].span))
            self.ledger.go(self.entry, swap)
            self._read_back()
        self.changed.emit()

    def _keep_in_sight(self) -> None:
        """Bring the current swap back when the room for the columns has changed."""
        if self._lesson is not None and self._swap >= 0:
            self.view.show_place(Place(self._lesson.copy.id, self._lesson.swaps[self._swap].span))

    def _read_back(self) -> None:
        """Show the sentence of the current swap, and give it the room it needs, up to two fifths."""
        if self._lesson is None:
            return
        self.strip.page.set_lines(self._lesson.read_back(self._swap, self._sheet.hidden))
        page, strip = self._bands.sizes()
        wanted = min(self.strip.sizeHint().height(), (page + strip) * 2 // 5)
        if wanted > strip:
            self._bands.setSizes([page + strip - wanted, wanted])

    # Going through the ledger

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) line of the ledger as it is ordered, round and round."""
        rows = self.ledger.rows
        if not rows:
            return
        here = rows.index(self.entry) if self.entry in rows else (-1 if by > 0 else 0)
        self.go(rows[(here + by) % len(rows)])

    def go(self, entry: int) -> None:
        """Go to the first place of a line of the ledger; from one of its places, stay."""
        if self._lesson and self._swap not in self._lesson.entries[entry].swaps:
            self.go_to_swap(self._lesson.entries[entry].swaps[0])

    def go_to_swap(self, swap: int) -> None:
        """Go to a swap."""
        if swap != self._swap:
            self._swap = swap
            self._at_swap()

    def step_place(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place of the same line."""
        if self._lesson and self.entry >= 0:
            swaps = self._lesson.entries[self.entry].swaps
            self.go_to_swap(swaps[(swaps.index(self._swap) + by) % len(swaps)])

    def _place_selected(self, place: Place) -> None:
        if self._lesson is None:
            return
        if place.document == self._lesson.copy.id:
            swap = self._lesson.swap_at(place.span.start)
        else:
            spans = self._sheet.spans
            swap = next((number for number, span in enumerate(spans) if span == place.span), None)
        if swap is not None and swap != self._swap:
            self._swap = swap
            self.ledger.go(self.entry, swap)
            self._read_back()
            self.changed.emit()

    # Guessing

    def set_guessing(self, on: bool) -> None:
        """Hide the likely originals until they are revealed one by one, or show them all."""
        if on != self.guessing:
            self.guessing = on
            self._revealed.clear()
            self._show()

    def reveal(self) -> None:
        """Show the likely original of the current line."""
        if self.entry in self.hidden:
            self._revealed.add(self.entry)
            self._show()

    def space(self) -> None:
        """Reveal what is hidden, else go on."""
        if self.entry in self.hidden:
            self.reveal()
        else:
            self.step(1)

    def set_found(self, words: str, hits: Mapping[str, Sequence[Span]], current: Place | None) -> None:
        """Show what was searched for.

        Args:
            words: as typed.
            hits: in the session's documents, by their ids.
            current: the hit that the reader is at.
        """
        if self._lesson is None:
            return
        left = self._sheet.left
        ours = fold(left.text).spans(" ".join(fold(words).text.split()), MAX_HITS) if words.strip() else ()
        self.view.set_found({**hits, left.id: ours}, current)
        if current and current.document == self._lesson.copy.id and self.isVisible():
            self.view.bring(current)

    # How it looks

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.view.set_colours(palette)
        self.ledger.set_colours(palette)
        self.strip.page.set_look(palette, self.view.zoom)

    def set_projecting(self, on: bool) -> None:
        """Put the ledger away and set everything larger, or go back."""
        if on == self.projecting:
            return
        self.projecting = on
        self._sizes = (self.view.zoom, self._sizes[1]) if on else (self._sizes[0], self.view.zoom)
        self.ledger.setVisible(not on)
        self.view.set_zoom(self._sizes[1] if on else self._sizes[0])

    def _resize_type(self) -> None:
        self.strip.page.set_look(self._palette, self.view.zoom)
        self.ledger.set_scale(min(max(self.view.zoom / ZOOM, 0.9), 1.5))
        self._read_back()

    def _offer(self, at: QPoint) -> None:
        """Let the reader choose another spun copy."""
        menu = QMenu(self)
        for lesson in self._lessons:
            title = one_line(lesson.copy.title or lesson.copy.name, 50).replace("&", "&&")
            action: QAction = menu.addAction(f"{lesson.copy.id}  {title}")
            action.setCheckable(True)
            action.setChecked(lesson is self._lesson)
            action.triggered.connect(lambda _=False, copy=lesson.copy.id: self.choose(copy))
        menu.popup(at)
