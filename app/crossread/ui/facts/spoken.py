"""The fact table in words, for those who hear it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from crossread.ui.facts.sheet import HEAD

if TYPE_CHECKING:
    from crossread.ui.facts.view import FactsView


def announce(view: "FactsView") -> None:
    """Have a screen reader, if there is one, read out where keys go to."""
    words = where(view)
    view.setAccessibleDescription(words)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.DescriptionChanged))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))


def where(view: "FactsView") -> str:
    """The row or the value that keys go to, in words."""
    shown, table = view.shown, view.table
    if shown.item is None:
        return ""
    if shown.column == HEAD:
        words = " ".join(table.words(shown.item).split("\n"))
        return f"Fact {shown.item + 1} of {len(table.rows)}. {words}"
    entry = view.current_entry()
    if entry is None:
        return table.cell_words(shown.item, shown.column)
    value = table.entry(entry)
    picked = "Picked. " if entry in shown.chosen else ""
    document = table.documents[entry.column].id
    return f"{picked}{document}: “{value.words}”, {value.understood}. {value.note}".strip()
