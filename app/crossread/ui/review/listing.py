"""Opens the lists of what was done, keeps them up to date, and does what is asked in them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crossread.comparison import Place
from crossread.present.palette import LIGHT, Palette
from crossread.review.action import Decision, Note, NoteRemoved
from crossread.review.carrying import Look
from crossread.ui.review.desk import Desk
from crossread.ui.review.lists import LinesDialog, corrections_by_hand, history_lines, second_looks
from crossread.ui.session import Session


class Listing(QObject):
    """Lists on behalf of a window.

    Args:
        window: the parent of the lists.
        session: to whose places they lead.
        desk: what is listed.
        show_place: leads the reader to a place.
    """

    def __init__(
        self, window: QWidget, session: Session, desk: Desk, show_place: Callable[[Place], None]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._desk, self._show_place = window, session, desk, show_place
        self._palette: Palette = LIGHT
        self.history: LinesDialog | None = None
        self.by_hand: LinesDialog | None = None
        self.looks: LinesDialog | None = None
        for changed in (desk.changed, desk.logged, desk.replaced):
            changed.connect(lambda *_: self.refresh())

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {
            "history": self.show_history,
            "by_hand": self.show_corrections,
            "second_looks": self.show_looks,
        }

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now, in the lists that are open."""
        if self.history and self.history.isVisible():
            self.history.set_lines(history_lines(self._desk.history.lines()), self._palette)
        if self.by_hand and self.by_hand.isVisible():
            self.by_hand.set_lines(corrections_by_hand(self._desk.review), self._palette)
        if self.looks and self.looks.isVisible():
            self.looks.set_lines(second_looks(self._desk.looks), self._palette)

    def show_history(self) -> None:
        """Everything that was done, newest first, to read and to jump back in."""
        if self.history is None:
            about = (
                "All that was done, the newest first. What was undone is struck out, and can be done again."
            )
            self.history = LinesDialog(self._window, "History", about)
            go = self.history.add_button("Go back to here")
            go.clicked.connect(lambda: self._go_to(self.history))
            self.history.chosen.connect(lambda _entry: self._go_to(self.history))
        self.history.show()
        self.refresh()

    def _go_to(self, dialog: LinesDialog | None) -> None:
        if dialog and isinstance(dialog.current, str):
            self._desk.go_to(dialog.current)

    def show_corrections(self) -> None:
        """What was set right by hand, each to be taken back by itself."""
        if self.by_hand is None:
            about = (
                "What was set right by hand. It holds in every new comparison, until it is taken back here."
            )
            empty = (
                "Nothing has been set right by hand yet. Pick text in several columns (Ctrl+Space) and align it "
                "(Ctrl+Alt+A) or tell it apart (Ctrl+Alt+N), or drag a row by its gutter; it is then listed here "
                "and can be taken back."
            )
            self.by_hand = LinesDialog(self._window, "Corrections by hand", about, empty)
            remove = self.by_hand.add_button("Take back")
            remove.clicked.connect(self._withdraw)
        self.by_hand.show()
        self.refresh()

    def _withdraw(self) -> None:
        if self.by_hand and isinstance(self.by_hand.current, str):
            self._desk.withdraw(self.by_hand.current)

    def show_looks(self) -> None:
        """What no longer fits the documents as they are now."""
        if self.looks is None:
            about = (
                "What was decided, noted or set right and no longer fits the present versions of the documents. "
                "Struck out is what has no effect any more."
            )
            self.looks = LinesDialog(self._window, "Another look", about)
            self.looks.add_button("Go there").clicked.connect(self._go_to_look)
            self.looks.add_button("It still holds").clicked.connect(self._keep_look)
            self.looks.add_button("Take back").clicked.connect(self._drop_look)
            self.looks.chosen.connect(lambda _look: self._go_to_look())
        self.looks.show()
        self.refresh()

    def _look(self) -> Look | None:
        current = self.looks.current if self.looks else None
        return current if isinstance(current, Look) else None

    def _go_to_look(self) -> None:
        look = self._look()
        if look is None:
            return
        letters = {document.digest: document.id for document in self._session.as_read}
        places = [Place(letters[a.digest], a.span) for a in look.places if a.digest in letters]
        if look.finding and self._session.go_to_finding(look.finding):
            return
        if places:
            self._show_place(places[0])
        else:
            self._session.told.emit("It stands nowhere in the present versions any more.")

    def _keep_look(self) -> None:
        """Say of what has changed that it holds all the same: it is anchored anew where it stands now."""
        look = self._look()
        if look is None:
            return
        review = self._desk.review
        if isinstance(look.action, Note) and look.action.id in review.notes:
            self._desk.do(review.notes[look.action.id].note)
        elif isinstance(look.action, Decision) and look.finding in review.decisions:
            self._desk.do(review.decisions[look.finding].action)
        else:
            self._session.told.emit("This has no place any more that it could hold of; take it back instead.")

    def _drop_look(self) -> None:
        look = self._look()
        if look is None:
            return
        if isinstance(look.action, Note):
            self._desk.do(NoteRemoved(look.action.id))
            return
        entries = self._desk.record.history.done
        found = next((e.id for e in entries if e.at == look.at and type(e.action) is type(look.action)), None)
        if found:
            self._desk.withdraw(found)
