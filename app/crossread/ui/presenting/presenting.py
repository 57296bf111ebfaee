"""Goes into the presentation and comes back from it, on behalf of a window."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from crossread.present.palette import Palette
from crossread.ui.presenting.stage import Stage
from crossread.ui.session import Session

_NOTHING = "There is nothing to present yet: open two documents or more and let them be compared."


class Presenting(QObject):
    """Whether the window shows nothing but the text.

    Attributes:
        on: it does.
        stage: what is shown then.

    Args:
        window: fills the screen meanwhile.
        session: whose findings are shown.

    Signals:
        changed(): the presentation has begun or ended.
    """

    changed = Signal()

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self.on = False
        self.stage = Stage(session)
        self._window, self._session = window, session
        self._state = Qt.WindowState.WindowNoState
        self.stage.left.connect(self.end)
        session.compared.connect(self._check)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.stage.set_colours(palette)

    def begin(self) -> None:
        """Hide everything but the text, and fill the screen."""
        if self._session.comparison is None:
            self._session.told.emit(_NOTHING)
            return
        self.on = True
        self._state = self._window.windowState()
        # A hidden menu bar takes its keys with it: while presenting, all of them are the stage's.
        self._window.menuBar().hide()
        self._window.statusBar().hide()
        self.changed.emit()
        self._window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self.stage.begin()

    def end(self) -> None:
        """Show the window as it was, at the finding that was shown last."""
        if not self.on:
            return
        self.on = False
        self._window.menuBar().show()
        self._window.statusBar().show()
        self._window.setWindowState(self._state)
        self.changed.emit()

    def _check(self) -> None:
        """Without a comparison there is nothing to present any more."""
        if self.on and self._session.comparison is None:
            self.end()
