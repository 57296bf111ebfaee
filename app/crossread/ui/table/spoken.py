"""A table in words, for those who hear it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from crossread.ui.table.sheet import HEAD
from crossread.ui.table.table import capital

if TYPE_CHECKING:
    from crossread.ui.table.view import TableView


def announce(view: "TableView") -> None:
    """Have a screen reader, if there is one, read out where keys go to."""
    words = where(view)
    view.setAccessibleDescription(words)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.DescriptionChanged))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))


def where(view: "TableView") -> str:
    """The row or the entry that keys go to, in words."""
    shown, table = view.shown, view.table
    if shown.item is None:
        return ""
    if shown.column == HEAD:
        words = " ".join(table.words(shown.item).split("\n"))
        return f"{capital(table.thing)} {shown.item + 1} of {len(table.rows)}. {words}"
    entry = view.current_entry()
    if entry is None:
        return table.cell_words(shown.item, shown.column)
    picked = "Picked. " if entry in shown.chosen else ""
    document = table.documents[entry.column].id
    note = table.note(entry)
    said = f"{picked}{document}: “{table.entry(entry).words}”"
    return f"{said}, {note}" if note else said
