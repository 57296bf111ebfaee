"""Printing from the window, with a preview: the whole, or what is selected."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QToolBar, QWidget

from crossread.errors import CrossreadError
from crossread.progress import IsCancelled, Progress
from crossread.report.additions import additions
from crossread.report.paper import Paper, SectionKey, Wanted, paper
from crossread.ui.printing import a4, print_report
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session
from crossread.ui.working.jobs import Jobs

Extent = Literal["whole", "row", "finding", "shown"]
EXTENTS: dict[Extent, str] = {
    "whole": "The whole report",
    "shown": "The rows and findings that are shown",
    "row": "The selected row",
    "finding": "The current finding",
}
_PART: frozenset[SectionKey] = frozenset(("findings", "grid", "notes"))
_ZOOM_FIELD = 104  # pixels; Qt's own measure does not reckon with our larger letters
_NOTHING = "There is nothing to print yet: open two documents or more and let them be compared."


class Printing(QObject):
    """Prints on behalf of a window.

    Attributes:
        preview: the preview that is open, or None.
        extent: the field in it that says what is printed.

    Args:
        window: the parent of the preview.
        session: whose comparison is printed.
        desk: whose review is printed with it; private notes never are.
    """

    def __init__(self, window: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk
        self._jobs = Jobs(self, threads=1)
        self._jobs.working.connect(session.working)
        self._jobs.rested.connect(session.rested)
        self._jobs.told.connect(session.told)
        self._paper: Paper | None = None
        self._printer: QPrinter | None = None
        self.preview: QPrintPreviewDialog | None = None
        self.extent: QComboBox | None = None

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions do that belong to it, by their names."""
        return {"print": self.ask}

    @property
    def busy(self) -> bool:
        """Whether something is being laid out."""
        return bool(self._jobs.running)

    def ask(self) -> None:
        """Show how it would be printed; the printer is chosen there."""
        if self._session.comparison is None:
            self._session.told.emit(_NOTHING)
            return
        self._lay_out("whole", self._open)

    def wanted(self, extent: Extent) -> Wanted:
        """What of the comparison goes on paper."""
        session = self._session
        current = session.findings.current
        if extent == "row":
            inside = frozenset(f.id for f in session.findings.shown if f.row == session.row)
            return Wanted(_PART, frozenset((session.row,)), inside)
        if extent == "finding" and current is not None:
            rows = frozenset((current.row,)) if current.row else frozenset[str]()
            return Wanted(_PART, rows, frozenset((current.id,)))
        if extent == "shown":
            rows = frozenset(row.id for row in session.rows)
            return Wanted(None, rows, frozenset(finding.id for finding in session.findings.shown))
        return Wanted()

    def _lay_out(self, extent: Extent, take: Callable[[Paper], None]) -> None:
        """Put the report together off the GUI thread."""
        comparison = self._session.comparison
        if comparison is None:
            return
        review, looks = self._desk.review, self._desk.looks
        base, wanted = self._session.base, self.wanted(extent)

        def work(progress: Progress, _cancelled: IsCancelled) -> Paper:
            progress("Laying out the pages", 0.0)
            return paper(comparison, base, additions(comparison, review, looks), wanted)

        self._jobs.start(work, take)

    def _open(self, made: Paper) -> None:
        self._paper = made
        # The dialog does not own it, and would outlive it.
        printer = self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(made.title)
        a4(printer)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Print – Crossread")
        dialog.resize(QSize(min(1100, self._window.width()), min(860, self._window.height())))
        dialog.paintRequested.connect(self.print_on)
        dialog.finished.connect(self._forget)
        self.preview, self.extent = dialog, self._extent_field(dialog)
        bar = dialog.findChild(QToolBar)
        for field in dialog.findChildren(QComboBox):
            if field is not self.extent:
                field.setMinimumWidth(_ZOOM_FIELD)
        if bar is not None:
            bar.insertWidget(bar.actions()[0], self.extent)
        dialog.open()

    def _extent_field(self, parent: QWidget) -> QComboBox:
        field = QComboBox(parent)
        field.setAccessibleName("What is printed")
        for extent, words in EXTENTS.items():
            if extent != "finding" or self._session.findings.current is not None:
                field.addItem(words, extent)
        field.currentIndexChanged.connect(lambda _index: self._lay_out(field.currentData(), self._show))
        return field

    def _show(self, made: Paper) -> None:
        self._paper = made
        if self.preview is not None:
            shown = self.preview.findChild(QPrintPreviewWidget)
            if shown is not None:
                shown.updatePreview()

    def print_on(self, printer: QPrinter) -> None:
        """Print what was laid out; asked for by the preview, for itself and for the printer."""
        if self._paper is None:
            return
        try:
            print_report(self._paper, printer)
        except CrossreadError as error:
            self._session.told.emit(str(error))

    def _forget(self, _result: int) -> None:
        self.preview, self.extent, self._paper = None, None, None
