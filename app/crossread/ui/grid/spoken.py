"""The Grid in words, for those who hear it and for the clipboard."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from crossread.ui.grid.blocks import blocks
from crossread.ui.grid.page import Page


def cell_in_words(page: Page, column: int, item: int) -> str:
    """The text of a cell as the document has it, a line a paragraph; empty where it is silent."""
    document = page.documents[column]
    found = blocks(document, page.cell(column, item).passages)
    return "\n".join(block.span.of(document.text) for block in found)


def row_in_words(page: Page, item: int) -> str:
    """Who says what in a row."""
    row = page.rows[item]
    parts = [f"{row.section}." if row.section else ""]
    if row.kind != "boilerplate":
        parts.append(f"Row {item + 1} of {len(page.rows)}, {row.speaking} of {len(row.cells)} documents.")
    for column, document in enumerate(page.documents):
        words = " ".join(cell_in_words(page, column, item).split())
        if words:
            parts.append(f"{document.id}: {words}")
        elif row.cells[column].ghost:
            parts.append(f"{document.id}: said in another row.")
    return " ".join(part for part in parts if part)


def announce_row(widget: QWidget, words: str) -> None:
    """Have a screen reader, if there is one, read a row out."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
