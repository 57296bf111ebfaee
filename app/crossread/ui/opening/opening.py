"""How documents come in: dialogs, the clipboard, what is dropped, recent sets of files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from crossread.paths import seeds
from crossread.read import FILE_FILTERS
from crossread.review import SUFFIX
from crossread.settings import Settings
from crossread.text.shown import one_line
from crossread.ui.opening.clipboard import EMPTY, LINK, copied, is_link
from crossread.ui.opening.paste_dialog import PasteDialog
from crossread.ui.session import Session
from crossread.ui.working.tasks import Arrived


def _filters() -> str:
    """What can be chosen in a dialog: everything that is read, each kind by itself, all files."""
    patterns = [(label, " ".join(f"*{suffix}" for suffix in suffixes)) for label, suffixes in FILE_FILTERS]
    every = " ".join(pattern for _, pattern in patterns)
    kinds = [f"{label} ({pattern})" for label, pattern in patterns]
    return ";;".join([f"Documents ({every})", *kinds, "All files (*)"])


class Opening(QObject):
    """Opens and adds on behalf of a window.

    Attributes:
        open_session: opens a session file; such a file may come wherever documents may.
        in_session: whether a session with a name is open, which is remembered in place of its documents.

    Args:
        window: the parent of its dialogs.
        session: what is opened into.
        settings: answers the settings in force.
        change: takes the settings that are to be in force.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Callable[[], Settings],
        change: Callable[[Settings], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._change = change
        self.open_session: Callable[[Path], None] = lambda _path: None
        self.in_session: Callable[[], bool] = lambda: False
        self._folder = ""
        self._recorded: tuple[str, ...] = ()
        session.documents_changed.connect(self._remember)

    def open_files(self) -> None:
        """Ask for files and open them in place of what is open."""
        self.open_paths(self._ask_files("Open files"))

    def open_folder(self) -> None:
        """Ask for a folder and open what is in it in place of what is open."""
        folder = QFileDialog.getExistingDirectory(self._window, "Open folder", self._folder)
        if folder:
            self._folder = folder
            self._session.open([Path(folder)])

    def open_samples(self) -> None:
        """Open the five sample documents."""
        self._session.open([seeds()])

    def add(self) -> None:
        """Ask for files and put them beside what is open."""
        self.open_paths(self._ask_files("Add documents"), beside=True)

    def open_paths(self, paths: Sequence[Path], *, beside: bool = False) -> None:
        """Open files and folders in place of what is open, or beside it; of sessions the first, in place of all."""
        sessions = [path for path in paths if path.suffix == SUFFIX]
        if sessions:
            self.open_session(sessions[0])
            if len(paths) > 1:
                self._session.told.emit(
                    f"Only “{one_line(sessions[0].name, 60)}” was opened: a session is opened by itself."
                )
        elif beside:
            self._session.add(paths)
        else:
            self._session.open(paths)

    def paste(self) -> None:
        """Make a document of what is on the clipboard, after asking what to call it."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # None where nobody has copied anything
        if paths := local_files(data):
            self._session.add(paths)
        elif text := copied(data):
            self._session.intakes.paste(text, self._ask_title)
        else:
            self._session.told.emit(LINK if is_link(data) else EMPTY)

    def _ask_title(self, arrived: Arrived) -> None:
        """Let what was read from the clipboard be called by a person."""
        document = arrived.documents[0]

        def take(title: str) -> None:
            self._session.intakes.take_in(
                replace(arrived, documents=(replace(document, title=title, name=title),))
            )

        dialog = PasteDialog(self._window, document, arrived.words[document.digest])
        dialog.titled.connect(take)
        dialog.open()

    def dropped(self, data: QMimeData) -> bool:
        """Open files, or text from another program, that were dropped on the window; whether there was any."""
        if paths := local_files(data):
            self.open_paths(paths, beside=True)
        elif text := copied(data):
            self._session.intakes.paste(text)
        elif is_link(data):
            self._session.told.emit(LINK)
        else:
            return False
        return True

    def fill_recent(self, menu: QMenu) -> None:
        """List the sets of files that were opened together."""
        menu.clear()
        for number, paths in enumerate(self._settings().recent, 1):
            action = menu.addAction(f"&{number % 10}  {label_of_set(paths)}".replace("  &", "  &&"))
            action.setToolTip("\n".join(one_line(path) for path in paths))
            action.triggered.connect(lambda _=False, paths=paths: self.open_paths([Path(p) for p in paths]))
        menu.setEnabled(bool(self._settings().recent))

    def _ask_files(self, title: str) -> list[Path]:
        files, _ = QFileDialog.getOpenFileNames(self._window, title, self._folder, _filters())
        if files:
            self._folder = str(Path(files[0]).parent)
        return [Path(file) for file in files]

    def _remember(self) -> None:
        """Put the open set in front of the recent ones, in place of the one it has grown from."""
        if self._session.reading or self.in_session():
            return
        sources = tuple(sorted(document.source for document in self._session.documents if document.source))
        if not sources or set(sources) <= set(self._recorded):
            return
        settings = self._settings()
        if self._recorded and set(self._recorded) < set(sources) and settings.recent[:1] == (self._recorded,):
            settings = settings.without_newest()
        self._recorded = sources
        self._change(settings.with_recent(sources))


def welcome(data: QMimeData) -> bool:
    """Whether there is something to open, or to say, of what is dragged."""
    return bool(local_files(data)) or copied(data) is not None or is_link(data)


def local_files(data: QMimeData) -> list[Path]:
    """The files and folders among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def label_of_set(paths: Sequence[str]) -> str:
    """A set of files in a few words."""
    first = one_line(Path(paths[0]).name, 40)
    if len(paths) == 1:
        return first
    folders = {Path(path).parent for path in paths}
    where = f" in {one_line(folders.pop().name, 30)}" if len(folders) == 1 else ""
    return f"{len(paths)} documents{where}: {first}, …"
