"""A report on paper: as a PDF, on a printer, in a preview."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLoggingCategory
from PySide6.QtGui import QGuiApplication, QPageLayout, QPdfWriter

from crossread import __version__
from crossread.errors import CrossreadError
from crossread.progress import IsCancelled, Progress, never_cancelled, no_progress
from crossread.report.paper.bookmarks import bookmarked
from crossread.report.paper.model import Paper
from crossread.ui.printing.pages import Pages, a4
from crossread.ui.styling.fonts import load_fonts

if TYPE_CHECKING:  # it brings a library of the system's printers, which a PDF does not need
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["Pages", "a4", "pdf", "pdf_without_window", "print_report"]

_DOTS = 600  # an inch


def pdf(paper: Paper, progress: Progress = no_progress, cancelled: IsCancelled = never_cancelled) -> bytes:
    """A report as the bytes of a PDF; in any thread of a program that has a Qt application.

    Args:
        paper: what is printed.
        progress, cancelled: told of each page, and asked before it.

    Raises:
        Cancelled: ``cancelled`` answered True.
        CrossreadError: Qt made no PDF of it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(paper.title)
    writer.setCreator(f"Crossread {__version__}")
    a4(writer)
    progress("Laying out", 0.0)
    pages = Pages(paper, writer, cancelled)
    pages.print_on(writer, progress=progress, cancelled=cancelled)
    del writer
    data = bytes(buffer.data().data())
    if not data.startswith(b"%PDF-"):
        raise CrossreadError("The PDF could not be made; an HTML report prints as well.")
    return bookmarked(data, pages.sections)


def print_report(paper: Paper, printer: "QPrinter") -> None:
    """Print a report on a printer, or into its preview: what ``QPrintPreviewDialog.paintRequested`` asks for.

    Only the pages that the person chose are printed. The paper is the printer's, which lies on its side.

    Args:
        paper: what is printed; ``Wanted`` lays out a selection.
        printer: as a dialog has set it up.
    """
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(paper.title)
    Pages(paper, printer).print_on(printer, printer.fromPage() or 1, printer.toPage() or None)


def pdf_without_window(
    paper: Paper, progress: Progress = no_progress, cancelled: IsCancelled = never_cancelled
) -> bytes:
    """As ``pdf``, for the command line: makes the Qt application that fonts need, one without a display."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # A script that no font has is told of on the pages; Qt would tell of every font that has it not.
        QLoggingCategory.setFilterRules("qt.text.*=false")
        application = QGuiApplication(["crossread"])
        load_fonts()
        try:
            return pdf(paper, progress, cancelled)
        finally:
            application.shutdown()
    return pdf(paper, progress, cancelled)
