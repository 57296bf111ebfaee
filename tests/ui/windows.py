"""Real windows over real files, for tests."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.settings import Settings
from crossread.text.span import Span
from crossread.ui.grid.selection import Caret, Selection
from crossread.ui.styling.theme import Themes
from crossread.ui.window import MainWindow

WAIT = 60_000  # milliseconds; generous, a loaded machine is no failure

REPORTS = (
    "Harbour fire\n\nA fire broke out in the harbour of Lund on Monday morning. About 120 workers fled the "
    "warehouse. The fire service sent 14 engines and closed the quay for two days.",
    "Blaze at the port\n\nAbout 120 workers fled the warehouse when a fire broke out in the harbour of Lund. "
    "The fire service sent 40 engines and closed the quay for two days. Nobody was hurt.",
    "Lund: warehouse burns\n\nA fire broke out in the harbour of Lund on Monday morning. The fire service "
    "sent 14 engines. The mayor thanked the crews of three towns for their help.",
)


def write(folder: Path, texts: Sequence[str] = REPORTS, prefix: str = "report") -> list[Path]:
    """One file for each text."""
    paths = [folder / f"{prefix}{number:02}.txt" for number in range(1, len(texts) + 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


class Saved(list[Settings]):
    """Takes the settings that a window keeps."""

    def __call__(self, settings: Settings) -> None:
        self.append(settings)


def make_window(qtbot: QtBot, settings: Settings | None = None, saved: Saved | None = None) -> MainWindow:
    """A window that is shown and closed again after the test."""
    settings = settings or Settings(theme="light", reviewer="Ada")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    themes = Themes(application, settings.theme)
    window = MainWindow(settings, themes, Saved() if saved is None else saved)
    themes.setParent(window)
    window.asks = False
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything has been read and compared."""
    qtbot.waitUntil(lambda: not window.session.busy and not window.files.busy, timeout=WAIT)


def trigger(qtbot: QtBot, window: MainWindow, action: str) -> None:
    """Trigger an action and wait for what comes of it."""
    assert window.actions_[action].isEnabled()
    window.actions_[action].trigger()
    settle(qtbot, window)


def opened(qtbot: QtBot, paths: Sequence[Path], settings: Settings | None = None) -> MainWindow:
    """A window in which these files are open and compared."""
    window = make_window(qtbot, settings)
    window.session.open(paths)
    settle(qtbot, window)
    return window


def drop(window: MainWindow, paths: Sequence[Path]) -> bool:
    """Drag files into the window and let them go; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return drop_data(window, data)


def drop_data(window: MainWindow, data: QMimeData) -> bool:
    """Drag anything into the window and let it go; whether it took it."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, entering)
    if not entering.isAccepted():
        return False
    dropping = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, dropping)
    return dropping.isAccepted()


def letters(window: MainWindow) -> str:
    """The letters of the columns, from left to right."""
    return "".join(document.id for document in window.session.shown)


def place(window: MainWindow, document: str, words: str) -> Place:
    """Where these words stand."""
    text = next(d for d in window.session.documents if d.id == document).text
    at = text.index(words)
    return Place(document, Span(at, at + len(words)))


def select(window: MainWindow, document: str, words: str) -> None:
    """Select these words in the Grid."""
    grid, where = window.page.grid, place(window, document, words)
    column, item = grid.page.locate(where) or (0, 0)
    grid.shown.column, grid.shown.row = column, item
    grid.select_text(Selection(column, Caret(item, where.span.start), Caret(item, where.span.end)))
