"""Values of the Facts view, found and pointed at."""

from PySide6.QtCore import QPoint, QPointF

import fire_texts
from crossread.ui.facts.view import FactsView
from crossread.ui.table.table import Entry

FIRE = ["\n\n".join((text[0], " ".join(text[1:]))) for text in (fire_texts.A, fire_texts.B, fire_texts.C)]
"""The three reports that are open."""


def find(view: FactsView, document: str, words: str) -> Entry:
    """The value that a document writes so."""
    return next(
        entry
        for item in range(len(view.table.rows))
        for entry in view.table.entries(item)
        if (view.table.place(entry).document, view.table.entry(entry).words) == (document, words)
    )


def point(view: FactsView, entry: Entry) -> QPoint:
    """The middle of a value, in the viewport."""
    view.select(entry.item, entry.column, entry.number)
    middle = view.sheet.rects(entry)[0].center() - QPointF(0, view.verticalScrollBar().value())
    return middle.toPoint()


def rows(view: FactsView) -> list[list[tuple[str, str]]]:
    """Who writes what, row by row."""
    table = view.table
    return [
        [(table.place(entry).document, table.entry(entry).words) for entry in table.entries(item)]
        for item in range(len(table.rows))
    ]
