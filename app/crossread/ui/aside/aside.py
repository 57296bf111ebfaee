"""The column beside the page: what it shows, for which document, and a way to close it."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crossread.present.palette import LIGHT, Palette
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui.styling.fonts import label_font
from crossread.ui.widgets.letters import paint_letter

_WIDTHS = {"details": (360, 0.0), "original": (470, 0.28)}  # pixels at least, and the share of a large window
NAMES = {"details": "Details", "original": "Original"}


class Aside(QWidget):
    """Shows one of several panels on the same document.

    Attributes:
        tabs: the buttons that switch between the panels, by their names.

    Signals:
        chosen(str): the person wants this panel.
        closed(): the person wants none.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, panels: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panels = dict(panels)
        self._letter = _Letter(self)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(label_font(12.5))
        self._title.setWordWrap(True)
        self.tabs: dict[str, QPushButton] = {}
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for name in self._panels:
            tab = QPushButton(NAMES[name], self)
            tab.setObjectName("view")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, name=name: self._choose(name))
            self.tabs[name] = tab
            bar.addWidget(tab)
        bar.addStretch(1)
        close = QToolButton(self)
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName("Close")
        close.setToolTip("Close (Esc)")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        bar.addWidget(close)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self._stack = QStackedWidget(self)
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 10, 4)
        top.setSpacing(10)
        top.addLayout(bar)
        top.addLayout(head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.setMinimumWidth(250)
        self.hide()

    @property
    def current(self) -> str:
        """Name of the panel that is shown."""
        return next(name for name, panel in self._panels.items() if panel is self._stack.currentWidget())

    def show_panel(self, name: str) -> None:
        """Show this panel."""
        self._stack.setCurrentWidget(self._panels[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)

    def show_document(self, document: Document | None, page: str = "") -> None:
        """Say which document the panel is about, and on which page of it the selected passage stands."""
        self._letter.letter = document.id if document else ""
        self._letter.setVisible(document is not None)
        self._letter.update()
        title = one_line(document.title or document.name, 160) if document else "No document is open."
        self._title.setText(f"{title} · page {one_line(page, 12)}" if page else title)

    def say(self, words: str) -> None:
        """Say this in the place of a document's title."""
        self._title.setText(words)

    def sizeHint(self) -> QSize:
        """As wide as lines that can be read well."""
        least, share = _WIDTHS[self.current]
        return QSize(max(least, round(share * self.window().width())), 400)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._letter.colours = palette
        self._letter.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, name: str) -> None:
        self.show_panel(name)
        self.chosen.emit(name)


class _Letter(QWidget):
    """The document's letter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.letter = ""
        self.colours: Palette = LIGHT
        self.setFixedSize(QSize(22, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        paint_letter(painter, QRectF(0, 0, 20, 20), self.colours, self.letter)
        painter.end()
