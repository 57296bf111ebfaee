"""The trainer's tools in the line above the page: on and off, stepping, guessing, masking, projector."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from crossread.ui.ribbon.trainer import Trainer
from crossread.ui.styling.fonts import label_font

_SWITCHES = {
    "trainer": ("trainer", "Show how a copy was spun, swap by swap (Ctrl+R)"),
    "guess": ("guess first", "Hide the likely originals until they are revealed (Ctrl+Alt+G; Space reveals)"),
    "mask": (
        "names masked",
        "Call the sources Document 1, Document 2 ... and cover their names in the texts (Ctrl+Alt+M)",
    ),
    "projector": ("projector", "Put the panels away and set the text larger (F11)"),
}


class TrainerTools(QObject):
    """Switches and a stepper, each a widget of its own so that they wrap like words.

    Attributes:
        widgets: all of them, in their order.

    Signals:
        switched(str, bool): "trainer", "guess", "mask" or "projector" is to be on or off.
        stepped(int): to the next (1) or previous (-1) swap.
    """

    switched = Signal(str, bool)
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pills = {name: self._pill(parent, name) for name in _SWITCHES}
        self._stepper = QFrame(parent)
        self._stepper.setObjectName("pill")
        self._says = QLabel(self._stepper)
        self._says.setFont(label_font(12.5))
        self._says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self._stepper)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(2)
        self.back = self._arrow(Qt.ArrowType.LeftArrow, "Previous swap (P, Page up)", -1)
        self.forth = self._arrow(Qt.ArrowType.RightArrow, "Next swap (N, Page down)", 1)
        for part in (self.back, self._says, self.forth):
            row.addWidget(part)
        rest = (self._pills[name] for name in ("guess", "mask", "projector"))
        self.widgets: tuple[QWidget, ...] = (self._pills["trainer"], self._stepper, *rest)
        for widget in self.widgets:
            widget.hide()

    def _pill(self, parent: QWidget, name: str) -> QPushButton:
        words, tip = _SWITCHES[name]
        pill = QPushButton(f"{words}: off", parent)
        pill.setObjectName("pill")
        pill.setCheckable(True)
        pill.setToolTip(tip)
        pill.setFont(label_font(12.5))
        pill.clicked.connect(lambda on: self.switched.emit(name, on))
        return pill

    def _arrow(self, arrow: Qt.ArrowType, tip: str, by: int) -> QToolButton:
        button = QToolButton(self._stepper)
        button.setArrowType(arrow)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFixedSize(22, 22)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def pill(self, name: str) -> QPushButton:
        """The switch of this name."""
        return self._pills[name]

    @property
    def says(self) -> str:
        """What the stepper says."""
        return self._says.text()

    def show_state(self, trainer: Trainer, *, seen: bool, training: bool, masked: bool) -> None:
        """Say what is on and where the reader is.

        Args:
            trainer: whose state it is.
            seen: the Ribbon is the view that is shown.
            training: the trainer's side of it is.
            masked: names of sources are masked.
        """
        states = {
            "trainer": training,
            "guess": trainer.guessing,
            "mask": masked,
            "projector": trainer.projecting,
        }
        for name, on in states.items():
            pill = self._pills[name]
            pill.setText(f"{_SWITCHES[name][0]}: {'on' if on else 'off'}")
            pill.setChecked(on)
            pill.setVisible(seen and (training or (name == "trainer" and bool(trainer.lessons))))
        self._stepper.setVisible(training)
        several = len(trainer.ledger.rows) > 1
        self.back.setEnabled(several)
        self.forth.setEnabled(several)
        self._says.setText(trainer.says)
