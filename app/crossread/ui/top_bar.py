"""The line above the page: which view, which kinds of differences, and the words sought."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.ui.chips import Chip
from crossread.ui.flow import FlowLayout
from crossread.ui.fonts import label_font

VIEWS = {"grid": ("Grid", "Ctrl+1"), "ribbon": ("Ribbon", "Ctrl+2"), "facts": ("Facts", "Ctrl+3")}
"""The views by name, with what they are called and their keys."""


class TopBar(QWidget):
    """View switcher, filters by kind or by verdict, find field.

    Attributes:
        find_field: where words are typed.
        views: the buttons of the views, by name.

    Signals:
        view_chosen(str): this view is to be shown.
        verdict_switched(str, bool): facts with this verdict are to be shown, or not.
        kind_switched(str, bool): this kind is to be shown, or not.
        sought(str): look for these words in all documents.
        stepped(int): go to the next (1) or previous (-1) place where they occur.
        left(): the reader wants back to the page.
    """

    view_chosen = Signal(str)
    verdict_switched = Signal(str, bool)
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
        self._verdicts: dict[str, Chip] = {}
        self.views = {name: self._view_button(name) for name in VIEWS}
        self._flow = FlowLayout(spacing=6)
        self._filters_shown = True
        self.find_field = FindField(self)
        self.find_field.textEdited.connect(self.sought)
        self.find_field.stepped.connect(self.stepped)
        self.find_field.left.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.setSpacing(10)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        for button in self.views.values():
            switch.addWidget(button)
        layout.addLayout(switch)
        layout.setAlignment(switch, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._flow, 1)
        layout.addWidget(self.find_field, 0, Qt.AlignmentFlag.AlignTop)

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
        for chips in (self._chips, self._verdicts):
            for chip in chips.values():
                chip.setVisible(self._in_view(chips) and chip.isEnabled())
        where = "facts" if name == "facts" else "all documents"
        self.find_field.setPlaceholderText(f"Find in {where}  Ctrl+F")
        self.find_field.setAccessibleName(f"Find in {where}")

    def add_tools(self, widgets: Sequence[QWidget]) -> None:
        """Take the tools of a view; whoever gives them shows and hides them."""
        before: QWidget = self.views["facts"]
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

    def set_verdicts(self, verdicts: Mapping[str, tuple[str, int, bool]]) -> None:
        """Show a filter for each verdict on facts: its name, how many there are, whether it is on."""
        self._set(self._verdicts, verdicts)

    def _set(self, chips: dict[str, Chip], entries: Mapping[str, tuple[str, int, bool]]) -> None:
        for kind, chip in chips.items():
            chip.setEnabled(kind in entries)
            chip.setVisible(kind in entries and self._in_view(chips))
        for kind, (name, count, on) in entries.items():
            chip = chips.get(kind) or self._add(chips, kind, name)
            chip.set_count(count)
            chip.setChecked(on)
            chip.setVisible(self._in_view(chips))

    def _in_view(self, chips: dict[str, Chip]) -> bool:
        """Verdicts filter facts, kinds filter the documents in either view of them."""
        return self._filters_shown and (chips is self._verdicts) == (self._view == "facts")

    def chip(self, kind: str) -> Chip | None:
        """The filter of this kind or verdict."""
        return self._chips.get(kind) or self._verdicts.get(kind)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        for chip in (*self._chips.values(), *self._verdicts.values()):
            chip.set_colours(palette)

    def _add(self, chips: dict[str, Chip], kind: str, name: str) -> Chip:
        chip = Chip(name, kind if kind != "single" else "", self)
        chip.set_colours(self._palette)
        chip.setToolTip(f"Show or hide: {name}")
        switched = self.kind_switched if chips is self._chips else self.verdict_switched
        chip.clicked.connect(lambda on, kind=kind: switched.emit(kind, on))
        before = [*self.views.values(), *self._chips.values(), *self._verdicts.values()]
        self._flow.addWidget(chip)
        QWidget.setTabOrder(before[-1], chip)
        QWidget.setTabOrder(chip, self.find_field)
        chips[kind] = chip
        return chip


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
        self.setFixedWidth(224)
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
