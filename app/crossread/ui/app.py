"""Starts the window."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from crossread import settings as kept
from crossread.errors import CrossreadError
from crossread.paths import resource
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.settings import Settings
from crossread.ui.styling.fonts import load_fonts
from crossread.ui.styling.style import QuietStyle
from crossread.ui.styling.theme import Themes
from crossread.ui.window import MainWindow


def run(paths: Sequence[Path], settings: Settings, options: ReadOptions = NO_OPTIONS) -> int:
    """Show the window with these files and folders open until the reader closes it.

    Args:
        paths: what to open; may be empty.
        settings: what is remembered from the last run.
        options: how files are read, of these and those opened later.

    Returns:
        The exit code of the process.
    """
    application = make_application(sys.argv[:1])
    themes = Themes(application, settings.theme)
    window = MainWindow(settings, themes, _save)
    window.session.intakes.options = options
    window.show()
    style = application.findChild(QuietStyle)
    if style is not None:
        window.windowHandle().installEventFilter(style)
    if paths:
        # Once the window stands: reading is off this thread, but the readers' imports are not free.
        QTimer.singleShot(0, lambda: window.opening.open_paths(paths))
    QTimer.singleShot(0, window.files.offer_left_behind)
    # Ctrl+C in the terminal ends the program; Qt's loop would never let Python see the signal.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = application.exec()
    if not window.session.shut_down(0):
        # Work that does not look whether it should stop must not keep a closed program alive; all is saved.
        os._exit(code)
    return code


def make_application(arguments: Sequence[str]) -> QApplication:
    """The application with our style, fonts and icon."""
    application = QApplication(list(arguments))
    application.setApplicationName("crossread")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("crossread")
    application.setWindowIcon(application_icon())
    application.setStyle(QuietStyle())
    load_fonts()
    return application


def application_icon() -> QIcon:
    """Our icon in all its sizes."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addFile(str(resource("icons", f"crossread-{size}.png")))
    icon.addFile(str(resource("icons", "crossread.svg")))
    return icon


def _save(settings: Settings) -> None:
    try:
        kept.save(settings)
    except CrossreadError as error:
        print(error, file=sys.stderr)
