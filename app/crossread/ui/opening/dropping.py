"""Files, folders and text from other programs, dropped anywhere on the window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from crossread.ui.empty import EmptyState
from crossread.ui.opening.opening import Opening, welcome


class Dropping(QObject):
    """Watches a window for what is dragged into it.

    Args:
        window: where it may be dropped.
        opening: opens it, beside what is open.
        empty: says while it is dragged that it is welcome.
    """

    def __init__(self, window: QWidget, opening: Opening, empty: EmptyState) -> None:
        super().__init__(window)
        self._opening = opening
        self._empty = empty
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is welcome; what is dragged from the window itself is left to where it belongs."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._empty.set_inviting(False)
        elif isinstance(event, QDropEvent) and kind == QEvent.Type.Drop:
            self._empty.set_inviting(False)
            if self._opening.dropped(event.mimeData()):
                event.acceptProposedAction()
            return True
        elif isinstance(event, QDragMoveEvent) and event.source() is None and welcome(event.mimeData()):
            self._empty.set_inviting(True)
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)
