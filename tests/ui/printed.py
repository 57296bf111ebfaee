"""Real PDF files for tests, printed by Qt."""

from pathlib import Path

from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument


def print_pdf(path: Path, html: str) -> Path:
    """Print a page of HTML on A5 paper, as many sheets of it as it takes."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setResolution(96)
    document = QTextDocument()
    document.setHtml(html)
    document.setPageSize(writer.pageLayout().paintRectPixels(96).size().toSizeF())
    document.print_(writer)
    return path
