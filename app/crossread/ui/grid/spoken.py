"""The Grid in words, for those who hear it and for the clipboard."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from crossread.ui.grid.blocks import blocks
from crossread.ui.grid.page import Page
from crossread.ui.grid.sheet import Sheet

_MOST_HEARD = 3_000  # characters of a cell: who hears more than that would rather read the document itself


def cell_in_words(page: Page, column: int, item: int) -> str:
    """The text of a cell as the document has it, a line a paragraph; empty where it is silent."""
    document = page.documents[column]
    found = blocks(document, page.cell(column, item).passages)
    return "\n".join(block.span.of(document.text) for block in found)


def _beginning(page: Page, column: int, item: int) -> str:
    """As much of a cell's text as is good to hear, on one line."""
    document, found, length = page.documents[column], [], 0
    for passage in page.cell(column, item).passages:
        span, told = document.by_id[passage].span, page.firmness.get(passage)
        firm = f"({told.words}) " if told else ""
        found.append(firm + document.text[span.start : min(span.end, span.start + _MOST_HEARD - length)])
        length += len(span)
        if length >= _MOST_HEARD:
            found.append("and so on")
            break
    return " ".join(" ".join(found).split())


def cell_aloud(page: Page, column: int, item: int) -> str:
    """Who says what in a cell, on one line."""
    document, row = page.documents[column], page.rows[item]
    words = _beginning(page, column, item)
    if not words and row.kind != "boilerplate":
        words = "said in another row" if row.cells[column].ghost else "not in this document"
    return f"{document.id}: {words}" if words else ""


def row_aloud(page: Page, item: int) -> str:
    """Where a row stands and who says what in it, on one line."""
    row = page.rows[item]
    parts = [f"{row.section}." if row.section else ""]
    if row.kind != "boilerplate":
        parts.append(f"Row {item + 1} of {len(page.rows)}, {row.speaking} of {len(row.cells)} documents.")
    parts += [cell_aloud(page, column, item) for column in range(len(page.documents))]
    return " ".join(part for part in parts if part)


class _SpokenCell(QLabel):
    """A cell as assistive technology finds it: a static text in its place, not to be seen or clicked on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The Grid has painted it already."""


class SpokenRow:
    """The selected row for assistive technology; does nothing while there is none.

    The Grid is one painted surface. Python cannot safely own accessible interfaces of its cells (Qt deletes
    what Python still holds), so those of the selected row stand in the viewport as labels without a picture.

    Args:
        view: the Grid.
        viewport: its viewport.
    """

    def __init__(self, view: QWidget, viewport: QWidget) -> None:
        self._view, self._viewport = view, viewport
        self._cells: list[_SpokenCell] = []

    def select(self, page: Page, item: int | None) -> None:
        """Tell that another row is selected, or none."""
        words = "" if item is None else row_aloud(page, item)
        self._view.setAccessibleDescription(words)
        if not QAccessible.isActive():
            return
        for column, cell in enumerate(self._of(page if item is not None else None)):
            cell.setText(cell_aloud(page, column, item or 0))
        if words:
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged)
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def place(self, sheet: Sheet, item: int | None, top: float) -> None:
        """Follow the row to where it stands on the screen.

        Args:
            sheet: the page as it is set.
            item: number of the selected row, or None.
            top: of the sheet, scrolled, in coordinates of the viewport.
        """
        if not self._cells or item is None or not sheet.page.aligned:
            return
        stack = sheet.stack(0)
        for column, cell in enumerate(self._cells):
            position = sheet.columns.position_of(column)
            cell.setVisible(position is not None)
            if position is not None:
                left, width = sheet.columns.edges[position], sheet.columns.width(position)
                cell.setGeometry(
                    QRect(round(left), round(stack.top(item) + top), round(width), round(stack.height(item)))
                )

    def _of(self, page: Page | None) -> list[_SpokenCell]:
        """As many labels as the page has columns."""
        count = len(page.documents) if page else 0
        while len(self._cells) > count:
            self._cells.pop().deleteLater()
        while len(self._cells) < count:
            self._cells.append(_SpokenCell(self._viewport))
        return self._cells
