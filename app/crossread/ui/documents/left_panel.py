"""The column at the left: the open documents, and what of the page is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crossread.present.matrix import PairShares
from crossread.present.palette import Palette
from crossread.ui.documents.panel import DocumentsPanel
from crossread.ui.findings.filters import Filters
from crossread.ui.helping.matrix_panel import MatrixPanel
from crossread.ui.session import Session
from crossread.ui.widgets.checks import CheckBox
from crossread.ui.widgets.labels import caption

_HIGH_ENOUGH = 880  # pixels of a window with room for the matrix; the panel's own height goes with every row
_ROOM_FOR_MATRIX = 460  # pixels of the panel; in less the list of documents would shrink to nothing


class LeftPanel(QWidget):
    """Documents above, filters for rows below.

    Attributes:
        documents: the list of open documents.
        matrix: how much of each two documents is linked and copied.

    Signals:
        option_switched(str, bool): this row filter (a field of Filters) is to be on or off.
    """

    option_switched = Signal(str, bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.documents = DocumentsPanel(session, self)
        self._boxes = {
            "only_findings": CheckBox("only rows with findings", self),
            "three_or_more": CheckBox("rows in 3 or more", self),
            "boilerplate": CheckBox("boilerplate in grey", self),
        }
        show = QVBoxLayout()
        show.setContentsMargins(13, 4, 10, 12)
        show.setSpacing(0)
        show.addWidget(self._caption("SHOW"))
        show.addSpacing(4)
        for name, box in self._boxes.items():
            box.clicked.connect(lambda on, name=name: self.option_switched.emit(name, on))
            show.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.documents, 1)
        layout.addLayout(show)
        layout.addLayout(self._copied())

    def _caption(self, words: str) -> QLabel:
        made = caption(words, self)
        made.setContentsMargins(4, 0, 0, 0)
        return made

    def _copied(self) -> QVBoxLayout:
        self.matrix = MatrixPanel(self)
        self._matrix_caption = self._caption("COPIED FROM ONE ANOTHER")
        layout = QVBoxLayout()
        layout.setContentsMargins(13, 0, 10, 12)
        layout.setSpacing(0)
        layout.addWidget(self._matrix_caption)
        layout.addWidget(self.matrix)
        self.set_pairs((), ())
        return layout

    def set_pairs(self, documents: Sequence[str], pairs: Sequence[PairShares]) -> None:
        """Show how much of each two documents is linked and copied; nothing where there is nothing to compare."""
        self.matrix.set_pairs(documents, pairs)
        self._show_matrix()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the documents need the room."""
        super().resizeEvent(event)
        self._show_matrix()

    def _show_matrix(self) -> None:
        room = self.window().height() >= _HIGH_ENOUGH and self.height() >= _ROOM_FOR_MATRIX
        shown = self.matrix.has_pairs() and room
        self.matrix.setVisible(shown)
        self._matrix_caption.setVisible(shown)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.documents.set_colours(palette)
        self.matrix.set_colours(palette)
        for box in self._boxes.values():
            box.set_colours(palette)

    def set_comparing(self, comparing: bool) -> None:
        """Rows can be filtered only where documents are compared."""
        for box in self._boxes.values():
            box.setEnabled(comparing)

    def set_filters(self, filters: Filters) -> None:
        """Show these as on or off."""
        for name, box in self._boxes.items():
            box.setChecked(getattr(filters, name))
