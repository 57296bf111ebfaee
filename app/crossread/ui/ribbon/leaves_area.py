"""What the Ribbon and Reading have in common: whole documents in columns, fed by the session while they are seen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.comparison import Finding, Place
from crossread.present.marks import MarkKind
from crossread.present.palette import Palette
from crossread.ui.ribbon.view import RibbonView
from crossread.ui.session import Session


class LeavesArea(QWidget):
    """Documents of the session in a view that follows the reader and leads the session.

    Attributes:
        view: the columns.

    Signals:
        finding_activated(str): the reader chose this finding.
    """

    finding_activated = Signal(str)
    view: RibbonView

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._leading = False  # the reader is choosing here; what the session answers is known already

    def _take_view(self, view: RibbonView) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        self.setFocusProxy(view)
        view.place_selected.connect(self._lead)
        view.finding_activated.connect(self.finding_activated)
        self._session.row_selected.connect(lambda _row: self._show_row())
        self._session.finding_selected.connect(self._show_finding)
        self._session.found.connect(self._show_found)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.view.set_colours(palette)

    def set_visible_marks(self, kinds: frozenset[MarkKind]) -> None:
        """Show marks of these kinds only."""
        self.view.set_visible_marks(kinds)

    def refresh(self) -> None:
        """Take what the session has, or remember to when this is seen again."""
        raise NotImplementedError

    def show_place(self, place: Place) -> None:
        """Go to a place."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        else:
            self._show_row()

    def _lead(self, place: Place) -> None:
        """Let the session follow the reader to a place."""
        self._leading = True
        self._session.select_row(self._session.row_of(place))
        self._leading = False

    def _show_row(self) -> None:
        """Follow the row that was selected elsewhere."""
        raise NotImplementedError

    def _show_finding(self, finding: Finding | None) -> None:
        """Follow the finding that was selected elsewhere."""
        raise NotImplementedError

    def _show_found(self) -> None:
        finder = self._session.finder
        self.view.set_found(finder.hits, finder.place)
        if finder.place and self.isVisible():
            self.show_place(finder.place)
