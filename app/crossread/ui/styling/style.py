"""Fusion, but for the lines under letters of the menus: they appear while Alt is held, as people expect."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)


class QuietStyle(QProxyStyle):
    """The style of the application.

    Install it as an event filter on the handle of a window too, so that it learns of the Alt key; on the
    application it would see every event there is.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._alt = False

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Underline letters only while Alt is held."""
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return int(self._alt)
        return super().styleHint(hint, option, widget, returned)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Alt go down and up."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Alt:
                self._set_alt(event.type() == QEvent.Type.KeyPress)
        elif event.type() == QEvent.Type.FocusOut:
            self._set_alt(False)
        return False

    def _set_alt(self, held: bool) -> None:
        if held != self._alt:
            self._alt = held
            for widget in QApplication.allWidgets():
                if isinstance(widget, QMenuBar | QMenu):
                    widget.update()
