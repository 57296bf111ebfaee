"""Setting the alignment right by hand: what is picked, dragged or at the keyboard becomes pins."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from crossread.align.pin import Pin
from crossread.comparison import Comparison, Place
from crossread.present.arrangement import GridRow
from crossread.review import realign
from crossread.review.action import Realigned
from crossread.review.realign import RealignError
from crossread.spin.choice import SpinChoice
from crossread.text.anchor import Anchor
from crossread.ui.grid.dragging import Dropped
from crossread.ui.grid.view import GridView
from crossread.ui.review.desk import Desk
from crossread.ui.review.picks import Picks
from crossread.ui.review.selected import keyed_places, selected_places
from crossread.ui.session import Session
from crossread.ui.views import Views

_NO_ROW = "There is no other row there to go to."


class Aligning(QObject):
    """Corrects the alignment on behalf of a window.

    Args:
        session: whose comparison is corrected.
        desk: where the corrections are kept.
        views: in which text is selected.
        grid: in which rows are dragged.
        picks: what is picked.
    """

    def __init__(self, session: Session, desk: Desk, views: Views, grid: GridView, picks: Picks) -> None:
        super().__init__(views)
        self._session, self._desk, self._views, self._grid, self._picks = session, desk, views, grid, picks
        grid.dropped.connect(self._take_drop)
        grid.picked.connect(self._pick_more)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {
            "pick": self.pick,
            "align": self.align,
            "not_same": self.tell_apart,
            "merge_above": lambda: self.merge(-1),
            "merge_below": lambda: self.merge(1),
            "split": self.split,
            "passage_up": lambda: self.move(-1),
            "passage_down": lambda: self.move(1),
        }

    # Picking

    def pick(self) -> None:
        """Pick what is selected, or what the keyboard is at, or let it go again."""
        view = self._views.current
        if self._views.name in self._views.tables:
            self._views.correcting.pick()
            return
        places = selected_places(view) or keyed_places(view)
        if places:
            self._picks.add(places)
        else:
            self._session.told.emit("Select some text first, or go to a cell with the arrow keys.")

    def _pick_more(self) -> None:
        """Text is about to be selected elsewhere with Ctrl: what was selected before stays picked."""
        places = selected_places(self._grid)
        if places and not set(places) <= set(self._picks.places):
            self._picks.add(places)

    def _meant(self, comparison: Comparison) -> list[str]:
        """Ids of the passages that are picked and selected."""
        return list(realign.touched(comparison, (*self._picks.places, *selected_places(self._views.current))))

    # Align, tell apart

    def align(self) -> None:
        """What is picked belongs together."""
        self._realign(lambda comparison: realign.align_these(comparison, self._meant(comparison)))

    def tell_apart(self) -> None:
        """What is picked does not belong together."""
        self._realign(lambda comparison: realign.not_the_same(comparison, self._meant(comparison)))

    def _realign(self, make: Callable[[Comparison], Realigned]) -> None:
        comparison = self._session.comparison
        if comparison is None:
            return
        try:
            deed = make(comparison)
        except RealignError as error:
            self._session.told.emit(str(error))
            return
        self._picks.clear()
        for view in (self._grid, self._views.current):
            if hasattr(view, "select_text"):
                view.select_text(None)
        self._desk.do(deed)

    # Rows

    def pinned_rows(self) -> frozenset[str]:
        """Ids of the rows of the page that hold passages put there, or kept from elsewhere, by hand."""
        letters = {document.digest: document.id for document in self._session.as_read}
        return frozenset(
            self._session.row_of(Place(letters[anchor.digest], anchor.span))
            for pin in self._desk.review.choices.pins
            for anchor in pin.passages
            if anchor.digest in letters
        ) - {""}

    def _row(self, row_id: str, by: int = 0) -> GridRow | None:
        """A row of the page, or the next (1) or previous (-1) one in which somebody speaks of the topic."""
        rows = [row for row in self._session.rows if row.kind != "boilerplate" and row.speaking]
        place = next((number for number, row in enumerate(rows) if row.id == row_id), None)
        if place is None or not 0 <= place + by < len(rows):
            return None
        return rows[place + by]

    def merge(self, by: int) -> None:
        """Make one row of the current one and the next (1) or previous (-1) one."""
        here, there = self._row(self._session.row), self._row(self._session.row, by)
        if here is None or there is None:
            self._session.told.emit(_NO_ROW)
            return
        self._merge(here, there)

    def _merge(self, here: GridRow, there: GridRow) -> None:
        passages = [*_passages(there), *_passages(here)]
        self._realign(lambda comparison: _merged(comparison, passages))

    def split(self) -> None:
        """What is selected, or the cell that the keyboard is at, leaves its row for one of its own."""
        comparison = self._session.comparison
        if comparison is None:
            return
        places = self._picks.places or selected_places(self._grid) or keyed_places(self._grid)
        leaving = realign.touched(comparison, places)
        row = comparison.row_of.get(leaving[0]) if leaving else None
        if row is None:
            self._session.told.emit("This passage stands in a row of its own already.")
            return
        self._realign(lambda compared: realign.split_row(compared, row.id, leaving))

    def move(self, by: int) -> None:
        """Move what is selected, or the cell that the keyboard is at, to the next (1) or previous (-1) row."""
        comparison, there = self._session.comparison, self._row(self._session.row, by)
        if comparison is None:
            return
        if there is None:
            self._session.told.emit(_NO_ROW)
            return
        places = selected_places(self._grid) or keyed_places(self._grid)
        passages = realign.touched(comparison, places)
        self._move(passages, there)

    def _move(self, passages: Sequence[str], there: GridRow) -> None:
        self._realign(lambda comparison: _moved(comparison, passages, there))
        self._session.select_row(there.id)

    def _take_drop(self, dropped: Dropped) -> None:
        """Rows and cells were dragged."""
        page = self._grid.page
        source, target = page.rows[dropped.item], page.rows[dropped.target]
        if dropped.column is None:
            self._merge(source, target)
            return
        passages = page.cell(dropped.column, dropped.item).passages
        if dropped.between:
            row = source.id
            self._realign(lambda comparison: realign.split_row(comparison, row, passages))
        else:
            self._move(passages, target)

    # Spun text

    def not_spun(self, digest: str) -> None:
        """This document is nobody's garbled copy; said once more, whatever the program finds."""
        said = self._desk.review.spin.get(digest)
        kept = said is not None and said.action.kind == "not spun"
        self._desk.do(SpinChoice("as found" if kept else "not spun", digest))

    def original(self, copy: str, original: str) -> None:
        """One document is a copy of the other."""
        self._desk.do(SpinChoice("original", copy, original))


def _passages(row: GridRow) -> list[str]:
    return [passage for cell in row.cells for passage in cell.passages]


def _merged(comparison: Comparison, passages: Sequence[str]) -> Realigned:
    """Two rows as one; either may be a passage that stands alone."""
    rows = dict.fromkeys(row.id for name in passages if (row := comparison.row_of.get(name)))
    alone = [name for name in passages if name not in comparison.row_of]
    if len(rows) > 1 and not alone:
        return realign.merge_rows(comparison, list(rows))
    return Realigned(
        "merge", (Pin("together", _anchors(comparison, passages)),), _opening(comparison, passages)
    )


def _moved(comparison: Comparison, passages: Sequence[str], there: GridRow) -> Realigned:
    """Passages in another row, which may be a passage that stands alone."""
    if any(row.id == there.id for row in comparison.rows):
        return realign.move_passages(comparison, passages, there.id)
    goal = _passages(there)
    if not passages or set(passages) <= set(goal):
        raise RealignError("Drag a passage to another row to move it there.")
    try:
        left = realign.move_passages(comparison, passages).pins
    except RealignError:  # they stood alone themselves
        left = ()
    apart = tuple(pin for pin in left if pin.kind == "apart")
    together = Pin("together", _anchors(comparison, [*goal, *passages]))
    return Realigned("move", (*apart, together), _opening(comparison, passages))


def _anchors(comparison: Comparison, passages: Sequence[str]) -> tuple[Anchor, ...]:
    found = (comparison.passage[name] for name in dict.fromkeys(passages))
    return tuple(Anchor(document.digest, passage.span) for document, passage in found)


def _opening(comparison: Comparison, passages: Sequence[str]) -> str:
    document, passage = comparison.passage[passages[0]]
    return document.of(passage)[:80]
