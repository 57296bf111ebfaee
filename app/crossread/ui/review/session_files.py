"""Session files in the window: opened, named, copied, closed, and offered again after the program died."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from crossread.errors import CrossreadError
from crossread.progress import IsCancelled, Progress
from crossread.review import SUFFIX
from crossread.review.action import DocumentAdded
from crossread.review.session import ReviewSession
from crossread.review.unnamed import discard, is_unnamed, left_behind
from crossread.settings import Settings
from crossread.text.shown import one_line
from crossread.ui.review.closing_dialog import ClosingDialog
from crossread.ui.review.following import Following
from crossread.ui.review.keeping import Keeping
from crossread.ui.review.left_dialog import LeftDialog
from crossread.ui.review.outlook import Outlook
from crossread.ui.working.jobs import Jobs

_FILTER = f"Sessions of Crossread (*{SUFFIX});;All files (*)"


class SessionFiles(QObject):
    """Opens and names sessions on behalf of a window.

    Attributes:
        keeping: writes what is done.

    Args:
        window: the parent of its dialogs.
        following: lets the session follow what a file holds.
        outlook: the view and the place that are kept with it.
        settings: answers the settings in force.
        change: takes the settings that are to be in force.

    Signals:
        changed(): another file, or another state of it.
        draft_found(object): words that were being typed when the program ended, a Draft.
        closing(): the window may close now.
    """

    changed = Signal()
    draft_found = Signal(object)
    closing = Signal()

    def __init__(
        self,
        window: QWidget,
        following: Following,
        outlook: Outlook,
        settings: Callable[[], Settings],
        change: Callable[[Settings], None],
    ) -> None:
        super().__init__(window)
        session, desk = following.session, following.desk
        self._window, self._session, self._desk, self._following = window, session, desk, following
        self._outlook, self._settings, self._change = outlook, settings, change
        self._jobs = Jobs(self, threads=1)
        self._jobs.working.connect(session.working)
        self._jobs.rested.connect(session.rested)
        self._jobs.told.connect(session.told)
        self.keeping = Keeping(desk, outlook.taken, self)
        self.keeping.failed.connect(session.told)
        self.keeping.changed.connect(self.changed)
        outlook.changed.connect(self.keeping.touch)
        following.let_go.connect(self._let_go)
        desk.replaced.connect(self.changed)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {
            "open_session": self.ask_open,
            "save_session": self.save,
            "save_session_as": self.save_as,
            "duplicate_session": self.duplicate,
        }

    @property
    def busy(self) -> bool:
        """Whether a session is being opened, written or copied."""
        return bool(self._jobs.running) or self.keeping.busy

    @property
    def name(self) -> str:
        """What the session is called; empty without a name."""
        path = self._desk.record.path
        return "" if path is None or is_unnamed(path) else one_line(path.stem, 60)

    @property
    def says(self) -> str:
        """The state of saving, for the status line."""
        says = self.keeping.says
        if not says or self.name:
            return says
        return f"{says}, without a name yet" if says == "saved" else says

    # Opening

    def ask_open(self) -> None:
        """Ask for a session and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open session", self._folder(), _FILTER)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a session in place of what is open."""
        person = self._desk.reviewer

        def work(progress: Progress, _cancelled: IsCancelled) -> ReviewSession:
            progress("Opening the session", 0.0)
            return ReviewSession.open(path, person)

        held = self._desk.record.path
        if held is not None and held.resolve() == path.resolve():
            self._session.told.emit(f"“{one_line(path.name, 60)}” is open here already.")
            return
        self._jobs.start(work, self._opened)

    def _opened(self, record: ReviewSession) -> None:
        draft = record.draft
        self._following.lay(record)
        for sentence in (*record.notices, record.read_only):
            if sentence:
                self._session.told.emit(sentence)
        self._outlook.put(record.view)
        self._remember()
        self.changed.emit()
        if draft.text and not record.read_only:
            self.draft_found.emit(draft)

    def _let_go(self, record: ReviewSession) -> None:
        """Another review has taken the place of this one."""
        done = any(not isinstance(entry.action, DocumentAdded) for entry in record.history.entries)
        if done and is_unnamed(record.path) and not record.read_only:
            self._session.told.emit(
                "What was done with the documents that were open is kept, and offered again at the next start."
            )
        self.keeping.let_go(record)

    def offer_left_behind(self) -> None:
        """Offer what was done in sessions without a name when the program ended, if there is any."""

        def work(_progress: Progress, _cancelled: IsCancelled) -> Sequence[tuple[Path, ReviewSession]]:
            found = []
            for path in left_behind():
                try:
                    record = ReviewSession.open(path)
                except CrossreadError:
                    continue
                record.close()
                if not record.read_only:  # else another window has it open
                    found.append((path, record))
            return found

        self._jobs.start(work, self._offer)

    def _offer(self, found: Sequence[tuple[Path, ReviewSession]]) -> None:
        if found:
            dialog = LeftDialog(self._window, found)
            dialog.opened.connect(self.open)
            dialog.discarded.connect(discard)
            dialog.open()

    # Naming

    def save(self) -> None:
        """Everything is saved as it is done; a session without a name gets one."""
        if self.name:
            self.keeping.write()
            self._session.told.emit(f"All is saved in “{self.name}”, as it is after everything you do.")
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a name and go on under it."""
        if path := self._ask_name("Save session as"):
            self.save_to(path)

    def save_to(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Go on in this file; the dialog has asked before one is replaced."""
        record, person = self._desk.record, self._desk.reviewer
        view = self._outlook.taken()

        def work(_progress: Progress, _cancelled: IsCancelled) -> None:
            before = record.path
            record.save_as(path, person, force=True)
            record.keep_view(view)
            if before is not None:
                discard(before)  # what has a name is left alone

        def saved(_nothing: object) -> None:
            self._remember()
            self.keeping.write()
            self._desk.replaced.emit()
            self.changed.emit()
            if then:
                then()

        self.keeping.after(work, saved)

    def duplicate(self) -> None:
        """Ask for a name, write a copy there, and go on with this one."""
        if path := self._ask_name("Duplicate session"):
            self.duplicate_to(path)

    def duplicate_to(self, path: Path) -> None:
        """Write a copy; the dialog has asked before a file is replaced."""
        record = self._desk.record

        def work(progress: Progress, _cancelled: IsCancelled) -> Path:
            progress("Copying the session", 0.0)
            record.duplicate(path, force=True)
            return path

        self._jobs.start(
            work, lambda made: self._session.told.emit(f"A copy was written to {one_line(str(made))}.")
        )

    def _ask_name(self, title: str) -> Path | None:
        if not self._session.documents:
            self._session.told.emit("There is nothing to save yet: open documents first.")
            return None
        start = str(Path(self._folder()) / f"{self.name or 'review'}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, _FILTER)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _folder(self) -> str:
        path = self._desk.record.path
        return str(path.parent if path is not None and not is_unnamed(path) else Path.home())

    def _remember(self) -> None:
        """Put the session in front of the recent ones."""
        path = self._desk.record.path
        if path is not None and not is_unnamed(path):
            self._change(self._settings().with_recent((str(path),)))

    # Closing

    def may_close(self) -> bool:
        """Whether the window may close at once; else a person is told what changed and asked about a name first."""
        desk = self._desk
        note = desk.record.closing_note(writing=self.keeping.busy)
        unnamed = is_unnamed(desk.record.path)
        if not note or not desk.worth_keeping or desk.read_only:
            return True
        dialog = ClosingDialog(self._window, note, unnamed=unnamed)
        dialog.kept.connect(self.closing)
        dialog.named.connect(self._name_and_close)
        dialog.discarded.connect(self._discard_and_close)
        dialog.open()
        return False

    def _name_and_close(self) -> None:
        if path := self._ask_name("Save session as"):
            self.save_to(path, self.closing.emit)

    def _discard_and_close(self) -> None:
        path = self._desk.record.path
        self.keeping.wait()
        self._desk.record.close()
        if path is None:
            path = self._desk.record.path
        if path is not None:
            discard(path)
        self._desk.record = ReviewSession()
        self.closing.emit()

    def finish(self) -> None:
        """Write what is left and close the file: the program ends."""
        self._jobs.wait(-1)
        self.keeping.finish()
