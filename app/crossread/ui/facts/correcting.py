"""Setting facts right by hand: what the entries of the Review menu do."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from crossread.review.action import CorrectionKind, FactCorrection
from crossread.text.anchor import Anchor
from crossread.ui.actions import Actions
from crossread.ui.facts.value_dialog import ValueDialog
from crossread.ui.facts.view import FactsView
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session
from crossread.ui.table.table import Entry


class Correcting(QObject):
    """Corrects facts on behalf of a window.

    Args:
        window: the parent of its dialog.
        session: told what cannot be done and why.
        desk: where the corrections are kept.
        view: in which values are picked.
    """

    def __init__(self, window: QWidget, session: Session, desk: Desk, view: FactsView) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._desk = desk
        self._view = view

    def pick(self) -> None:
        """Pick the value that keys go to, or let it go again."""
        entry = self._view.current_entry()
        if entry:
            self._view.choose(entry)
        else:
            self._session.told.emit("Go to a value first: the arrow keys step through the cells of a fact.")

    def same_fact(self) -> None:
        """The picked values speak of the same thing."""
        entries = self._view.chosen()
        if len(entries) < 2:
            self._session.told.emit(
                "Pick two values or more first: click on them with Ctrl, or press the space bar on each."
            )
            return
        # The fact of several sources takes the others in.
        entries = tuple(sorted(entries, key=lambda e: (self._view.table.is_single(e.item), e.item, e.column)))
        self._correct("same fact", entries)

    def different_facts(self) -> None:
        """The picked values speak of something else than the others of their fact."""
        entries = self._view.chosen()
        if not entries:
            self._session.told.emit("Go to the value that does not belong there first.")
            return
        picked = set(entries)
        mates = [
            mate for entry in entries for mate in self._view.table.entries(entry.item) if mate not in picked
        ]
        self._correct("different facts", entries, apart_from=tuple(mates))

    def wrong_value(self) -> None:
        """Ask what a value means and let that hold."""
        entries = self._view.chosen()
        if len(entries) != 1:
            self._session.told.emit("Go to the one value that was read wrongly first.")
            return
        mention = self._view.table.mention(entries[0])
        document = self._view.table.documents[entries[0].column]
        if mention is None:
            return
        dialog = ValueDialog(self._window, document, mention.quantity)
        dialog.decided.connect(lambda kind, value: self._correct(kind, entries, value))
        dialog.open()

    def menu(self, actions: Actions, go: Callable[[], None]) -> QMenu:
        """What can be done with the value under the pointer."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        if self._view.current_entry():
            menu.addAction("&Go to the text").triggered.connect(lambda _=False: go())
        menu.addAction(actions["why"])
        menu.addAction(actions["copy"])
        menu.addAction(actions["copy_cited"])
        menu.addSeparator()
        for name in ("pick", "same_fact", "different_facts", "wrong_value"):
            menu.addAction(actions[name])
        menu.addSeparator()
        menu.addAction(actions["undo"])
        return menu

    def _correct(
        self,
        kind: CorrectionKind,
        entries: tuple[Entry, ...],
        value: str = "",
        apart_from: tuple[Entry, ...] = (),
    ) -> None:
        mentions, others = (tuple(dict.fromkeys(map(self._anchor, some))) for some in (entries, apart_from))
        self._view.choose(None)
        self._desk.do(FactCorrection(kind, mentions, value, others))

    def _anchor(self, entry: Entry) -> Anchor:
        table = self._view.table
        return Anchor(table.documents[entry.column].digest, table.entry(entry).span)
