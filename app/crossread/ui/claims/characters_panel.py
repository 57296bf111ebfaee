"""The hidden and deceptive characters of all documents, as a list below the quotations."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossread.claims.character import CharacterNote
from crossread.comparison import Comparison, Place
from crossread.ui.styling.fonts import label_font

_MOST = 2_000  # lines; a text full of them shows no more
_AROUND = 24  # characters of the text on either side
_PLACE = Qt.ItemDataRole.UserRole
_HEADS = ("In", "Sign of tampering", "Character", "Where", "What it does")


class CharactersPanel(QWidget):
    """Lists hidden characters, those that speak of tampering first; a choice leads to the text.

    Attributes:
        list: a line for each character.

    Signals:
        place_activated(object): the reader wants to see this Place in the text.
    """

    place_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("hint")
        self._title.setFont(label_font(12.5))
        self._title.setContentsMargins(14, 7, 14, 5)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName("Hidden characters")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHeaderLabels(_HEADS)
        self.list.setFont(label_font(12.5))
        header = self.list.header()
        header.setFont(label_font(11.5))
        for column in range(len(_HEADS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    @property
    def summary(self) -> str:
        """What the panel counts, in words."""
        return self._title.text()

    def set_comparison(self, comparison: Comparison | None, shown: Sequence[str]) -> None:
        """List what these documents hold."""
        self.list.clear()
        notes = [note for note in comparison.characters if note.document in shown] if comparison else []
        notes.sort(key=lambda note: not note.tampering)
        tampering = sum(note.tampering for note in notes)
        told = f"{tampering:,} that speak of tampering, {len(notes) - tampering:,} harmless"
        more = f"; the first {_MOST:,} are listed" if len(notes) > _MOST else ""
        self._title.setText(
            f"Hidden characters: {told}{more}" if notes else "No hidden characters were found."
        )
        if comparison is not None:
            self.list.addTopLevelItems([_line(comparison, note) for note in notes[:_MOST]])
        self.list.setVisible(bool(notes))

    def _go(self, line: QTreeWidgetItem) -> None:
        self.place_activated.emit(line.data(0, _PLACE))


def _line(comparison: Comparison, note: CharacterNote) -> QTreeWidgetItem:
    text, span = comparison.document[note.document].text, note.span
    before = " ".join(text[max(0, span.start - _AROUND) : span.start].split(" "))
    after = text[span.end : span.end + _AROUND]
    context = f"{before}⟦{note.codepoint}⟧{after}".replace("\n", " ")
    shown = "".join(character if character.isprintable() else "·" for character in context)
    what = f"{note.why[:1].upper()}{note.why[1:]}"
    line = QTreeWidgetItem(
        [
            note.document,
            "yes" if note.tampering else "no",
            f"{note.codepoint} {note.name.capitalize()}",
            shown,
            what,
        ]
    )
    line.setData(0, _PLACE, Place(note.document, span))
    for column in range(line.columnCount()):
        line.setToolTip(column, f"{note.codepoint} {note.name}: {what}.")
    return line
