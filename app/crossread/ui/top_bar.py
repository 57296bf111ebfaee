"""The line above the page: which view, which kinds of differences, and the words sought."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayoutItem, QLineEdit, QPushButton, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.ui.styling.fonts import label_font
from crossread.ui.widgets.chips import Chip
from crossread.ui.widgets.flow import FlowLayout

VIEWS = {
    "grid": ("Grid", "Ctrl+1"), "ribbon": ("Ribbon", "Ctrl+2"), "reading": ("Reading", "Ctrl+6"),
    "facts": ("Facts", "Ctrl+3"), "names": ("Names", "Ctrl+4"), "quotations": ("Quotations", "Ctrl+5"),
}  # fmt: skip
"""The views by name, with what they are called and their keys."""
TABLES = ("facts", "names", "quotations")
"""Those that are tables with filters of their own."""
_MARGIN = 14  # pixels at either side
_GAP = 10  # pixels between views, filters and the find field
_FIND, _NARROWEST_FIND = 224, 130  # pixels of the find field, and where the filters need the room
_WIDE = 1100  # pixels; views, filters and the find field have room beside each other


class TopBar(QWidget):
    """View switcher, filters by kind or by verdict, find field.

    Attributes:
        find_field: where words are typed.
        views: the buttons of the views, by name.

    Signals:
        view_chosen(str): this view is to be shown.
        row_filter_switched(str, bool): rows of this sort are to be shown in the table that is seen, or not.
        kind_switched(str, bool): this kind is to be shown, or not.
        sought(str): look for these words in all documents.
        stepped(int): go to the next (1) or previous (-1) place where they occur.
        left(): the reader wants back to the page.
    """

    view_chosen = Signal(str)
    row_filter_switched = Signal(str, bool)
    kind_switched = Signal(str, bool)
    sought = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._palette: Palette = LIGHT
        self._view = "grid"
        self._chips: dict[str, Chip] = {}
        self._of_tables: dict[str, dict[str, Chip]] = {}
        self.views = {name: self._view_button(name) for name in VIEWS}
        self._flow = FlowLayout(spacing=6)
        self._filters_shown = True
        self._narrow = False
        self.find_field = FindField(self)
        self.find_field.textEdited.connect(self.sought)
        self.find_field.stepped.connect(self.stepped)
        self.find_field.left.connect(self.left)
        self._layout = layout = QGridLayout(self)
        layout.setContentsMargins(_MARGIN, 7, _MARGIN, 7)
        layout.setHorizontalSpacing(_GAP)
        layout.setVerticalSpacing(6)
        layout.setColumnStretch(1, 1)
        self._switch = QHBoxLayout()
        self._switch.setSpacing(0)
        for button in self.views.values():
            self._switch.addWidget(button)
        layout.addLayout(self._switch, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._flow, 0, 1)
        layout.addWidget(self.find_field, 0, 2, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window filters have a line of their own, or they would fill a tall column."""
        super().resizeEvent(event)
        self._fit()
        narrow = self.width() < _WIDE
        if narrow != self._narrow:
            self._narrow = narrow
            self._layout.removeItem(self._flow)
            self._flow.setParent(None)
            self._layout.addLayout(self._flow, *((1, 0, 1, 3) if narrow else (0, 1, 1, 1)))

    def _fit(self) -> None:
        """Shorten the filters to their samples and counts where their names would take a second line."""
        places = [self._flow.itemAt(number) for number in range(self._flow.count())]
        widths = [_full_width(place) for place in places if place and not place.isEmpty()]
        room = self.width() - 2 * _MARGIN
        if not self._narrow:
            room -= self._switch.sizeHint().width() + _FIND + 2 * _GAP
        between = (len(widths) - 1) * self._flow.spacing()
        crowded = sum(widths) + between > room
        for chip in self._every_chip():
            chip.set_compact(crowded)
        missing = (
            sum(place.sizeHint().width() for place in places if place and not place.isEmpty())
            + between
            - room
        )
        narrower = 0 < missing <= _FIND - _NARROWEST_FIND and not self._narrow
        self.find_field.setFixedWidth(_FIND - missing if narrower else _FIND)
        where = VIEWS[self._view][0].lower() if self._view in TABLES else "all documents"
        self.find_field.setPlaceholderText("Find  Ctrl+F" if narrower else f"Find in {where}  Ctrl+F")

    def _view_button(self, name: str) -> QPushButton:
        text, keys = VIEWS[name]
        button = QPushButton(text, self)
        button.setObjectName("view")
        button.setCheckable(True)
        button.setChecked(name == self._view)
        button.setAccessibleName(f"View: {text}")
        button.setToolTip(f"{text} ({keys})")
        button.clicked.connect(lambda: self._choose(name))
        return button

    def _choose(self, name: str) -> None:
        self.views[name].setChecked(True)
        self.view_chosen.emit(name)

    def set_view(self, name: str) -> None:
        """Show what belongs to this view."""
        self._view = name
        for other, button in self.views.items():
            button.setChecked(other == name)
        for chips in (self._chips, *self._of_tables.values()):
            for chip in chips.values():
                chip.setVisible(self._in_view(chips) and chip.isEnabled())
        self._fit()
        where = VIEWS[name][0].lower() if name in TABLES else "all documents"
        self.find_field.setAccessibleName(f"Find in {where}")

    def add_tools(self, widgets: Sequence[QWidget]) -> None:
        """Take the tools of a view; whoever gives them shows and hides them."""
        before: QWidget = [*self.views.values()][-1]
        for widget in widgets:
            self._flow.addWidget(widget)
            QWidget.setTabOrder(before, widget)
            before = widget

    def set_filters_shown(self, shown: bool) -> None:
        """Show filters where a view has any, or leave the room to its tools."""
        if shown != self._filters_shown:
            self._filters_shown = shown
            self.set_view(self._view)

    def set_kinds(self, kinds: Mapping[str, tuple[str, int, bool]]) -> None:
        """Show a filter for each kind: its name, how many there are, whether it is on."""
        self._set(self._chips, kinds)

    def set_row_filters(self, table: str, filters: Mapping[str, tuple[str, int, bool]]) -> None:
        """Show filters of a table's rows: their names, how many rows each holds, whether it is on.

        Args:
            table: the name of its view.
            filters: by their names.
        """
        self._set(self._of_tables.setdefault(table, {}), filters)

    def _set(self, chips: dict[str, Chip], entries: Mapping[str, tuple[str, int, bool]]) -> None:
        for kind, chip in chips.items():
            chip.setEnabled(kind in entries)
            chip.setVisible(kind in entries and self._in_view(chips))
        for kind, (name, count, on) in entries.items():
            chip = chips.get(kind) or self._add(chips, kind, name)
            chip.set_count(count)
            chip.setChecked(on)
            chip.setVisible(self._in_view(chips))
        self._fit()

    def _in_view(self, chips: dict[str, Chip]) -> bool:
        """A table has filters of its own; kinds filter the documents in either view of them."""
        own = self._of_tables.get(self._view) if self._view in TABLES else self._chips
        return self._filters_shown and chips is own

    def chip(self, kind: str) -> Chip | None:
        """The filter of this name in the view that is seen, or else in any."""
        own = self._of_tables.get(self._view, {})
        every = (own, self._chips, *self._of_tables.values())
        return next((chips[kind] for chips in every if kind in chips), None)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        for chip in self._every_chip():
            chip.set_colours(palette)

    def _every_chip(self) -> list[Chip]:
        return [chip for chips in (self._chips, *self._of_tables.values()) for chip in chips.values()]

    def _add(self, chips: dict[str, Chip], kind: str, name: str) -> Chip:
        chip = Chip(name, kind if kind != "single" else "", self)
        chip.set_colours(self._palette)
        chip.setToolTip(f"Show or hide: {name}")
        switched = self.kind_switched if chips is self._chips else self.row_filter_switched
        chip.clicked.connect(lambda on, kind=kind: switched.emit(kind, on))
        before = [*self.views.values(), *self._every_chip()]
        self._flow.addWidget(chip)
        QWidget.setTabOrder(before[-1], chip)
        QWidget.setTabOrder(chip, self.find_field)
        chips[kind] = chip
        return chip


def _full_width(place: QLayoutItem) -> int:
    chip = place.widget()
    return chip.full_width() if isinstance(chip, Chip) else place.sizeHint().width()


class FindField(QLineEdit):
    """Where words are typed; Enter goes to the next place, Shift+Enter to the one before.

    Signals:
        stepped(int): 1 or -1.
        left(): Escape was pressed.
    """

    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Find in all documents  Ctrl+F")
        self.setAccessibleName("Find in all documents")
        self.setFixedWidth(_FIND)
        self._says = QLabel(self)
        self._says.setObjectName("hint")
        self._says.setFont(label_font(11.5))
        self._says.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._says.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str) -> None:
        """Show how many places there are, at the right end of the field."""
        self._says.setText(words)
        self._says.adjustSize()
        self.setTextMargins(0, 0, self._says.width() + 4 if words else 0, 0)
        self._says.move(self.width() - self._says.width() - 9, (self.height() - self._says.height()) // 2)
        self.setAccessibleDescription(words)

    def event(self, event: QEvent) -> bool:
        """Escape belongs to the field while it has the keyboard."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
