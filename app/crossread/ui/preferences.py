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
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from crossread.read.limits import HIGHEST, LOWEST, Limits
from crossread.settings import Settings, ThemeChoice
from crossread.ui.grid.view import ZOOMS

_THEMES: tuple[tuple[ThemeChoice, str], ...] = (
    ("system", "Like the desktop"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
)
_LONGEST_NAME = 80


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
        theme, zoom, reviewer: the fields of the first page.
        limits: the fields of the second page by the names of the limits.

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
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName("Preferences")
        self.tabs.addTab(self._general(), "&General")
        self.tabs.addTab(self._reading(), "&Reading")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setObjectName("primary")
        ok.setDefault(True)
        self.reset = QPushButton("Restore &defaults", self)
        self.reset.setAutoDefault(False)
        self.reset.setToolTip("Puts back what this page showed before anything was changed in it")
        buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.clicked.connect(self._restore)
        buttons.accepted.connect(self._decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(14)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self._show(settings)
        self._show_limits(settings.limits)

    def _general(self) -> QWidget:
        page, form = _page(self)
        self.theme = QComboBox(page)
        for choice, words in _THEMES:
            self.theme.addItem(words, choice)
        self.theme.setAccessibleName("Theme")
        self.zoom = QSpinBox(page)
        self.zoom.setRange(ZOOMS[0], ZOOMS[-1])
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(" %")
        self.zoom.setAccessibleName("Size of the text")
        self.reviewer = QLineEdit(page)
        self.reviewer.setMaxLength(_LONGEST_NAME)
        self.reviewer.setPlaceholderText("Your name")
        self.reviewer.setAccessibleName("Reviewer's name")
        form.addRow("&Theme", self.theme)
        form.addRow("Size of the te&xt", self.zoom)
        form.addRow("Reviewer's &name", self.reviewer)
        form.addRow(_hint("The name stands beside decisions and notes, in the session and in reports.", page))
        return page

    def _reading(self) -> QWidget:
        page, form = _page(self)
        for field in LIMIT_FIELDS:
            box = self.limits[field.name] = _box(field, page)
            form.addRow(field.label, box)
        form.addRow(
            _hint(
                "What is over a limit is named when it is read. They hold for files read from now on.", page
            )
        )
        return page

    def _show(self, settings: Settings) -> None:
        self.theme.setCurrentIndex([choice for choice, _ in _THEMES].index(settings.theme))
        self.zoom.setValue(settings.zoom)
        self.reviewer.setText(settings.reviewer)

    def _show_limits(self, limits: Limits) -> None:
        for field in LIMIT_FIELDS:
            value = getattr(limits, field.name)
            box = self.limits[field.name]
            box.setValue(value / field.size if isinstance(box, QDoubleSpinBox) else value)

    def _restore(self) -> None:
        """Put the page that is shown back as designed; a name is nobody's default, so it stays."""
        if self.tabs.currentIndex():
            self._show_limits(Limits())
        else:
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


def _page(parent: QWidget) -> tuple[QWidget, QFormLayout]:
    page = QWidget(parent)
    form = QFormLayout(page)
    form.setContentsMargins(18, 18, 18, 14)
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(9)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return page, form


def _box(field: LimitField, parent: QWidget) -> QSpinBox | QDoubleSpinBox:
    lowest, highest = getattr(LOWEST, field.name), getattr(HIGHEST, field.name)
    box: QSpinBox | QDoubleSpinBox
    if field.size > 1:
        box = QDoubleSpinBox(parent)
        box.setDecimals(2)
        box.setRange(lowest / field.size, highest / field.size)
        box.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
    else:
        box = QSpinBox(parent)
        box.setRange(lowest, highest)
        box.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
    box.setGroupSeparatorShown(True)
    box.setSuffix(field.unit)
    box.setAccessibleName(field.label)
    box.setToolTip(field.tip)
    box.setAccessibleDescription(field.tip)
    return box


def _hint(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName("hint")
    label.setWordWrap(True)
    return label
