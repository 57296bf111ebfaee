"""Joins the trainer's side of the Ribbon to the session and to the window's actions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from crossread.errors import CrossreadError
from crossread.present.palette import Palette
from crossread.present.trainer import lessons
from crossread.ui.actions import Actions
from crossread.ui.ribbon.trainer import Trainer
from crossread.ui.ribbon.trainer_tools import TrainerTools
from crossread.ui.session import Session
from crossread.ui.top_bar import TopBar

_NONE = "No document here was found to be spun, so there is no swap to show."


class Training(QObject):
    """Whether and how a spun copy is shown swap by swap.

    Attributes:
        on: the trainer's side of the Ribbon is shown in place of plain columns.
        trainer: that side.
        tools: its switches in the line above the page.

    Args:
        window: the parent of its parts.
        session: whose documents are shown.
        top: the line above the page.

    Signals:
        changed(): it was switched on or off, or the projector was.
    """

    changed = Signal()

    def __init__(self, window: QWidget, session: Session, top: TopBar) -> None:
        super().__init__(window)
        self.on = False
        self.trainer = Trainer()
        self.tools = TrainerTools(top)
        self._window, self._session, self._top = window, session, top
        self._seen = False
        self._actions: Actions | None = None
        top.add_tools(self.tools.widgets)
        self.trainer.changed.connect(self.refresh)
        self.trainer.left.connect(lambda: self.project(False))
        self.trainer.export_asked.connect(self.export)
        self.tools.stepped.connect(self.trainer.step)
        self.tools.switched.connect(self._switch)
        session.compared.connect(self._take)
        session.documents_changed.connect(self._take)
        session.found.connect(self._show_found)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {
            "trainer": self.set_on,
            "guess": self.trainer.set_guessing,
            "mask": self._session.set_masked,
            "projector": self.project,
            "ledger": self.export,
        }

    def attach(self, actions: Actions) -> None:
        """Take the window's actions, to show which of them are on."""
        self._actions = actions
        self.refresh()

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.trainer.set_colours(palette)

    def set_seen(self, seen: bool) -> None:
        """The Ribbon is the view that is shown, or not."""
        self._seen = seen
        self.refresh()

    def set_on(self, on: bool) -> None:
        """Show a spun copy swap by swap, or go back to plain columns."""
        if on and not self.trainer.lessons:
            self._session.told.emit(_NONE)
            on = False
        self.on = on
        self.refresh()
        self.changed.emit()

    def project(self, on: bool) -> None:
        """Put the panels away and set the text larger, or go back."""
        self.trainer.set_projecting(on)
        self.refresh()
        self.changed.emit()

    def step_finding(self, by: int) -> None:
        """Go to the next (1) or previous (-1) line of the ledger."""
        self.trainer.step(by)

    def step_row(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place of the same swap."""
        self.trainer.step_place(by)

    def export(self) -> None:
        """Write the ledgers of all spun copies to a table."""
        if not self.trainer.lessons:
            self._session.told.emit(_NONE)
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Export the ledger", "ledger.csv", "Tables (*.csv)"
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the ledgers of all spun copies to this file; says so, or what is wrong."""
        from crossread.report.ledger_csv import write_ledger

        comparison = self._session.comparison
        if comparison is None:
            return
        path = path if path.suffix else path.with_suffix(".csv")
        try:
            # A file dialog has asked whether to replace a file that exists.
            write_ledger(comparison, path, force=True)
        except CrossreadError as error:
            self._session.told.emit(str(error))
            return
        self._session.told.emit(f"The ledger was written to {path}.")

    def _switch(self, name: str, on: bool) -> None:
        self.handlers()[name](on)
        self.refresh()

    def _take(self) -> None:
        """Take the spun copies of the session's comparison, under the names that are shown."""
        session = self._session
        shown = {document.id: document for document in session.documents}
        found = lessons(session.comparison) if session.comparison else ()
        self.trainer.set_lessons([lesson.named(shown) for lesson in found if lesson.copy.id in shown])
        if self.on and not self.trainer.lessons and not session.busy:
            self.set_on(False)

    def _show_found(self) -> None:
        finder = self._session.finder
        self.trainer.set_found(finder.words, finder.hits, finder.place)

    def refresh(self) -> None:
        """Say what is on."""
        training = self.on and self._seen
        self.tools.show_state(self.trainer, seen=self._seen, training=training, masked=self._session.masked)
        self._top.set_filters_shown(not training)
        if self._actions is not None:
            for name, on in (
                ("trainer", self.on),
                ("guess", self.trainer.guessing),
                ("mask", self._session.masked),
                ("projector", self.trainer.projecting),
            ):
                self._actions.set_checked(name, on)
            self._actions.enable(bool(self.trainer.lessons), "trainer", "ledger", "guess")
            self._actions.enable(bool(self._session.documents), "mask")
            if recent := self._actions.submenus.get("recent"):  # it lists files by their names
                recent.menuAction().setVisible(not self._session.masked)
