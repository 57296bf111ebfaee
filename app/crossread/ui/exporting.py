"""How reports go out of the window: a name is asked for, and the file is written in the background."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from crossread.comparison import Comparison
from crossread.progress import IsCancelled, Progress
from crossread.report.tables_csv import CsvTable
from crossread.report.writing import SUFFIXES, Options, write
from crossread.text.shown import one_line
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.work import Work

if TYPE_CHECKING:
    from crossread.report.paper import Paper, Wanted

REPORTS: dict[str, tuple[str, CsvTable]] = {
    "Web page (*.html)": (".html", "facts"),
    "PDF (*.pdf)": (".pdf", "facts"),
    "Word (*.docx)": (".docx", "facts"),
    "Summary in Markdown (*.md)": (".md", "facts"),
    "Facts for spreadsheets (*.csv)": (".csv", "facts"),
    "Swaps for spreadsheets (*.csv)": (".csv", "swaps"),
    "Decisions for spreadsheets (*.csv)": (".csv", "decisions"),
    "Notes for spreadsheets (*.csv)": (".csv", "notes"),
    "JSON (*.json)": (".json", "facts"),
    "Web Annotations (*.jsonld)": (".jsonld", "facts"),
}
"""What a report can be, by what it is called in dialogs: the suffix of its file, and what a table holds."""


class Exporting(QObject):
    """Exports on behalf of a window.

    Args:
        window: the parent of its dialogs.
        session: whose comparison is reported.
        desk: whose review is reported with it.
    """

    def __init__(self, window: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk
        self._jobs = Jobs(self)
        self._jobs.working.connect(session.working)
        self._jobs.rested.connect(session.rested)
        self._jobs.told.connect(session.told)
        self._folder = ""

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What the actions do that belong to it, by their names."""
        return {"export": self.export}

    def export(self) -> None:
        """Ask for a name and write a report."""
        if self._session.comparison is None:
            self._session.told.emit(
                "There is nothing to export yet: open two documents or more and let them be compared."
            )
            return
        start = str(Path(self._folder or Path.home()) / "comparison.html")
        name, chosen = QFileDialog.getSaveFileName(self._window, "Export report", start, ";;".join(REPORTS))
        if not name:
            return
        path, (suffix, table) = Path(name), REPORTS.get(chosen, (".html", "facts"))
        self._folder = str(path.parent)
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(f"{path.name}{suffix}")
            if path.exists() and not self._replaces(
                path
            ):  # the dialog has asked for the name without suffix only
                return
        self.export_to(path, table, private=self._wants_private())

    def _wants_private(self) -> bool:
        """Ask whether private notes go out too, where there are any; what is not asked for stays in."""
        review = self._desk.review
        private = any(kept.note.private for kept in review.notes.values()) or any(
            entry.action.private and entry.action.note for entry in review.decisions.values()
        )
        return private and self._agrees("Some of the notes are private. Put them into the report, too?")

    def _replaces(self, path: Path) -> bool:
        """Ask whether a file is to be replaced."""
        return self._agrees(f"“{one_line(path.name, 60)}” exists already. Replace it?")

    def _agrees(self, question: str) -> bool:
        """The answer to a question whose answer is no where a person just goes on."""
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window, "Export report", question, buttons.Yes | buttons.No, buttons.No
        )
        return answer == buttons.Yes

    def export_to(
        self, path: Path, table: CsvTable = "facts", *, private: bool = False, wanted: "Wanted | None" = None
    ) -> None:
        """Write a report of what is open to a file; whoever asked for its name has asked before it is replaced.

        Args:
            path: of the file; its suffix says what is written.
            table: what a CSV file holds.
            private: show private notes too.
            wanted: what goes into a PDF, Word or Markdown file; everything by default.
        """
        comparison = self._session.comparison
        if comparison is None:
            return
        review, looks = self._desk.review, self._desk.looks
        options = Options(self._session.base, review, looks, private=private, table=table, wanted=wanted)
        written = f"The report was written to {one_line(str(path))}."
        self._jobs.start(_writing(comparison, path, options), lambda _: self._session.told.emit(written))


def _writing(comparison: Comparison, path: Path, options: Options) -> Work:
    """Writing a report as the work of a job."""

    def work(progress: Progress, cancelled: IsCancelled) -> None:
        def to_pdf(paper: "Paper") -> bytes:
            from crossread.ui.printing import pdf

            return pdf(paper, progress, cancelled)

        write(comparison, path, options, force=True, to_pdf=to_pdf)

    return work
