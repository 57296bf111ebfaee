"""What a person prefers: look, name, and what reading refuses."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from crossread.read.limits import HIGHEST, LOWEST, Limits
from crossread.settings import Settings, ThemeChoice
from crossread.ui.widgets.buttons import add_primary
from crossread.ui.widgets.labels import caption, hint
from crossread.ui.widgets.painted_area import ZOOMS

_THEMES: tuple[tuple[ThemeChoice, str], ...] = (
    ("system", "Like the desktop"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
)
_LONGEST_NAME = 80
_FIELD, _LABEL, _TALL = 220, 210, 26  # pixels


@dataclass(frozen=True, slots=True)
class LimitField:
    """How a limit is asked for.

    Attributes:
        name: of the field of Limits.
        label: before the field.
        unit: behind the figure.
        size: how many of what Limits counts make one unit.
        tip: what the limit is for.
    """

    name: str
    label: str
    unit: str
    size: int = 1
    tip: str = ""


LIMIT_FIELDS = (
    LimitField(
        "text_file", "Text and web pages up to", " MB", 10**6, "Also tables, JSON, e-mails and subtitles."
    ),
    LimitField(
        "packed_file", "PDF, Word, e-books and ZIP up to", " MB", 10**6, "Files that may hold pictures too."
    ),
    LimitField(
        "text", "Text of one file up to", " million characters", 10**6, "However small it was packed."
    ),
    LimitField("markdown", "Markdown up to", " million characters", 10**6, "More is read as plain text."),
    LimitField(
        "pages", "Pages of a PDF", " pages", tip="What stands on later ones is left out, and said so."
    ),
    LimitField(
        "parts", "Parts of a packed file", " parts", tip="Also records of a table and messages of a mailbox."
    ),
    LimitField("nesting", "Packed files inside one another", " levels"),
    LimitField(
        "depth", "Elements inside one another", " levels", tip="Of web pages and of office documents."
    ),
    LimitField(
        "unpack_ratio", "Unpacks to at most", " times its size", tip="More is a sign of a file made to harm."
    ),
    LimitField("seconds", "Time for one file", " seconds"),
    LimitField("memory", "Memory of the process that reads", " MB", 10**6),
    LimitField("files", "Files of a folder", " files"),
    LimitField("folder_depth", "Folders inside folders", " levels"),
)


class PreferencesDialog(QDialog):
    """Asks for everything a person can prefer, with the values as designed at hand.

    Attributes:
        theme, zoom, reviewer: the fields above.
        limits: the fields below, by the names of the limits.

    Signals:
        decided(object): the Settings as they are to be from now on.
    """

    decided = Signal(object)

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Preferences – Crossread")
        self.setModal(True)
        self.limits: dict[str, QSpinBox | QDoubleSpinBox] = {}
        self.reset = QPushButton("Restore &defaults", self)
        self.reset.setAutoDefault(False)
        self.reset.setToolTip("Everything as designed; your name stays")
        self.reset.clicked.connect(self._restore)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add_primary(self.buttons, "&OK", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.accepted.connect(self._decide)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(caption("GENERAL", self))
        layout.addLayout(self._general())
        layout.addSpacing(8)
        layout.addWidget(caption("LIMITS OF READING", self))
        layout.addWidget(
            hint("What is over a limit is named when it is read. For files read from now on.", self)
        )
        layout.addLayout(self._reading())
        layout.addSpacing(6)
        layout.addWidget(self.buttons)
        self._show(settings)

    def _general(self) -> QFormLayout:
        form = _form()
        self.theme = QComboBox(self)
        for choice, words in _THEMES:
            self.theme.addItem(words, choice)
        self.theme.setAccessibleName("Theme")
        self.zoom = QSpinBox(self)
        self.zoom.setRange(ZOOMS[0], ZOOMS[-1])
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(" %")
        self.zoom.setAccessibleName("Size of the text")
        self.reviewer = QLineEdit(self)
        self.reviewer.setMaxLength(_LONGEST_NAME)
        self.reviewer.setPlaceholderText("beside decisions and notes")
        self.reviewer.setAccessibleName("Your name, beside decisions and notes")
        for label, widget in (
            ("&Theme", self.theme),
            ("&Size of the text", self.zoom),
            ("Your &name", self.reviewer),
        ):
            widget.setFixedWidth(_FIELD)
            widget.setMinimumHeight(_TALL)
            form.addRow(_label(label, widget), widget)
        return form

    def _reading(self) -> QFormLayout:
        form = _form()
        for field in LIMIT_FIELDS:
            box = self.limits[field.name] = _box(field, self)
            form.addRow(_label(field.label, box), box)
        return form

    def _show(self, settings: Settings) -> None:
        self.theme.setCurrentIndex([choice for choice, _ in _THEMES].index(settings.theme))
        self.zoom.setValue(settings.zoom)
        self.reviewer.setText(settings.reviewer)
        for field in LIMIT_FIELDS:
            value = getattr(settings.limits, field.name)
            box = self.limits[field.name]
            box.setValue(value / field.size if isinstance(box, QDoubleSpinBox) else value)

    def _restore(self) -> None:
        self._show(replace(Settings(), reviewer=self.reviewer.text()))

    def _decide(self) -> None:
        for box in (self.zoom, *self.limits.values()):
            box.interpretText()
        limits = {field.name: round(self.limits[field.name].value() * field.size) for field in LIMIT_FIELDS}
        settings = replace(
            self._settings,
            theme=self.theme.currentData(),
            zoom=self.zoom.value(),
            reviewer=" ".join(self.reviewer.text().split()),
            limits=Limits(**limits),
        )
        self.decided.emit(settings)
        self.accept()


class _Amount(QDoubleSpinBox):
    """A figure without zeros at its end."""

    def textFromValue(self, value: float) -> str:
        """As few decimals as the figure needs."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words, buddy.parentWidget())
    label.setMinimumWidth(_LABEL)
    label.setBuddy(buddy)
    return label


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(5)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    form.setFormAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return form


def _box(field: LimitField, parent: QWidget) -> QSpinBox | QDoubleSpinBox:
    lowest, highest = getattr(LOWEST, field.name), getattr(HIGHEST, field.name)
    box: QSpinBox | QDoubleSpinBox
    if field.size > 1:
        box = _Amount(parent)
        box.setDecimals(2)
        box.setRange(lowest / field.size, highest / field.size)
        box.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
    else:
        box = QSpinBox(parent)
        box.setRange(lowest, highest)
        box.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
    box.setFixedSize(_FIELD, _TALL)
    box.setGroupSeparatorShown(True)
    box.setSuffix(field.unit)
    box.setAccessibleName(field.label)
    box.setToolTip(field.tip)
    box.setAccessibleDescription(field.tip)
    return box
