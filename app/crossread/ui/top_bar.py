"""The line above the page: which view, which kinds of differences, and the words sought."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.ui.chips import Chip
from crossread.ui.flow import FlowLayout
from crossread.ui.fonts import label_font


class TopBar(QWidget):
    """View switcher, filters by kind, find field.

    Attributes:
        find_field: where words are typed.

    Signals:
        kind_switched(str, bool): this kind is to be shown, or not.
        sought(str): look for these words in all documents.
        stepped(int): go to the next (1) or previous (-1) place where they occur.
        left(): the reader wants back to the page.
    """

    kind_switched = Signal(str, bool)
    sought = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._palette: Palette = LIGHT
        self._chips: dict[str, Chip] = {}
        self.view = QPushButton("Grid", self)
        self.view.setObjectName("view")
        self.view.setCheckable(True)
        self.view.setChecked(True)
        self.view.setAccessibleName("View: Grid")
        self.view.clicked.connect(lambda: self.view.setChecked(True))
        self._flow = FlowLayout(spacing=8)
        self.find_field = FindField(self)
        self.find_field.textEdited.connect(self.sought)
        self.find_field.stepped.connect(self.stepped)
        self.find_field.left.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.setSpacing(10)
        layout.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._flow, 1)
        layout.addWidget(self.find_field, 0, Qt.AlignmentFlag.AlignTop)

    def set_kinds(self, kinds: Mapping[str, tuple[str, int, bool]]) -> None:
        """Show a filter for each kind: its name, how many there are, whether it is on."""
        for kind, chip in self._chips.items():
            chip.setVisible(kind in kinds)
        for kind, (name, count, on) in kinds.items():
            chip = self._chips.get(kind) or self._add(kind, name)
            chip.set_count(count)
            chip.setChecked(on)
            chip.setVisible(True)

    def chip(self, kind: str) -> Chip | None:
        """The filter of this kind."""
        return self._chips.get(kind)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        for chip in self._chips.values():
            chip.set_colours(palette)

    def _add(self, kind: str, name: str) -> Chip:
        chip = Chip(name, kind, self)
        chip.set_colours(self._palette)
        chip.setToolTip(f"Show or hide: {name}")
        chip.clicked.connect(lambda on, kind=kind: self.kind_switched.emit(kind, on))
        before = list(self._chips.values())
        self._flow.addWidget(chip)
        QWidget.setTabOrder(before[-1] if before else self.view, chip)
        QWidget.setTabOrder(chip, self.find_field)
        self._chips[kind] = chip
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
