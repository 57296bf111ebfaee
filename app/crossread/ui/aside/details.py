"""The details of a document: where it comes from, and what a person may set right."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crossread.present.palette import LIGHT, Palette
from crossread.read.kinds import CSV, HTML, JSON, MHTML
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.report.provenance import provenance
from crossread.text.choice import DetailField
from crossread.text.dates import first_date
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui.aside.colour_row import ColourRow
from crossread.ui.grid.header import plain_date
from crossread.ui.styling.fonts import label_font, source_font
from crossread.ui.widgets.labels import caption, hint

SURE = {
    "": "Not known. Days such as “last Monday” cannot be reckoned without it.",
    "text": "As the text says.",
    "metadata": "As the file's or the page's own data say; the text does not.",
    "person": "Set by hand.",
}
NO_DAY = "This is no day; write one, such as 2026-06-25 or 25 June 2026."
_FIELDS: tuple[tuple[DetailField, str], ...] = (
    ("title", "Title"),
    ("name", "Name"),
    ("publisher", "Publisher"),
    ("date", "Date"),
)
_TABLES = (CSV.label, JSON.label)
_PAGES = (HTML.label, MHTML.label)


@dataclass(frozen=True, slots=True)
class Detailed:
    """What is to be told of a document.

    Attributes:
        document: as a person set it right.
        as_read: as it was read.
        colour: chosen for it as #rrggbb, or empty.
        options: that it was read with, as far as that is known.
        words: how many it has.
    """

    document: Document
    as_read: Document
    colour: str = ""
    options: ReadOptions = NO_OPTIONS
    words: int = 0


class DetailsPanel(QScrollArea):
    """Tells where a document comes from; title, name, publisher, date and colour can be set right.

    Attributes:
        fields: to write in, by the detail they hold.
        colours: the colours to choose from.
        rereads: buttons that ask for the file to be read otherwise, by the action they stand for.

    Signals:
        set_right(str, str): this detail (a DetailField) is to have this value; empty for what was read.
        reread(str): the action ("whole_page", "repair" or "column") that a button stands for.
    """

    set_right = Signal(str, str)
    reread = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Detailed | None = None
        self._palette: Palette = LIGHT
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Document details")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = self._content = QWidget(self)
        content.setObjectName("side")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 6, 16, 16)
        layout.setSpacing(6)
        layout.addLayout(self._form(content))
        layout.addSpacing(10)
        layout.addWidget(caption("ORIGIN", content))
        self._origin = QFormLayout()
        self._origin.setHorizontalSpacing(12)
        self._origin.setVerticalSpacing(5)
        self._origin.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addLayout(self._origin)
        layout.addSpacing(10)
        self._left_caption = caption("LEFT OUT OR REPAIRED", content)
        self._left_out = _words("", content)
        layout.addWidget(self._left_caption)
        layout.addWidget(self._left_out)
        layout.addSpacing(10)
        layout.addLayout(self._again(content))
        layout.addStretch(1)
        self.setWidget(content)
        self.setEnabled(False)

    def _form(self, content: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        self.fields: dict[str, QLineEdit] = {}
        for name, words in _FIELDS:
            field = QLineEdit(content)
            field.setClearButtonEnabled(True)
            field.setAccessibleName(words)
            field.editingFinished.connect(lambda name=name: self._take(name))
            label = QLabel(words, content)
            label.setBuddy(field)
            label.setFont(label_font(12))
            self.fields[name] = field
            column.addWidget(label)
            column.addWidget(field)
            if name != "date":
                column.addSpacing(5)
        self._sure = _words("", content)
        self._sure.setObjectName("hint")
        column.addWidget(self._sure)
        column.addSpacing(6)
        label = QLabel("Colour", content)
        label.setFont(label_font(12))
        self.colours = ColourRow(content)
        self.colours.chosen.connect(lambda value: self.set_right.emit("colour", value))
        column.addWidget(label)
        column.addWidget(self.colours)
        return column

    def _again(self, content: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._again_caption = caption("READ THE FILE AGAIN", content)
        column.addWidget(self._again_caption)
        self.rereads: dict[str, QPushButton] = {}
        for name in ("whole_page", "repair", "column"):
            button = QPushButton(content)
            button.clicked.connect(lambda _=False, name=name: self.reread.emit(name))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self.rereads[name] = button
            column.addLayout(row)
        return column

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.colours.set_colours(palette)

    def show_document(self, shown: Detailed | None) -> None:
        """Tell of this document; None where there is none."""
        self._shown = shown
        self.setEnabled(shown is not None)
        if shown is None:
            self._forget()
            return
        document, as_read = shown.document, shown.as_read
        for name, _ in _FIELDS:
            field, value, read = self.fields[name], _value(document, name), _value(as_read, name)
            field.setPlaceholderText(one_line(read, 200) or "not known")
            field.setText(value)
            field.setCursorPosition(0)
            field.setToolTip(f"As read: {one_line(read, 200)}" if value != read else "")
        self._sure.setText(SURE.get(document.provenance.date_basis, ""))
        self.colours.show_document(document.id, shown.colour)
        self._tell_origin(shown)
        left_out = as_read.provenance.left_out
        self._left_out.setText("\n".join(f"• {sentence}" for sentence in left_out) or "Nothing.")
        self._offer(shown)

    def _forget(self) -> None:
        """Leave nothing of what was told before."""
        for field in self.fields.values():
            field.clear()
            field.setPlaceholderText("")
            field.setToolTip("")
        for words in (self._sure, self._left_out):
            words.setText("")
        while self._origin.rowCount():
            self._origin.removeRow(0)
        self.colours.show_document("", "")
        self._again_caption.hide()
        for button in self.rereads.values():
            button.hide()

    def _tell_origin(self, shown: Detailed) -> None:
        while self._origin.rowCount():
            self._origin.removeRow(0)
        for what, told in provenance(shown.as_read):
            if what in ("Date", "Left out"):
                continue
            words = _words(_language(told) if what == "Language" else told, self._content)
            if "SHA" in what:
                words.setFont(source_font(11.5))
                words.setText(_parted(told))
            words.setAccessibleName(what)
            label = QLabel(what, self._content)
            label.setObjectName("hint")
            label.setFont(label_font(12))
            self._origin.addRow(label, words)
        length = QLabel("Length", self._content)
        length.setObjectName("hint")
        length.setFont(label_font(12))
        pages = len(shown.as_read.form.pages)
        counted = f"{shown.words:,} words" + (f" on {pages:,} pages" if pages > 1 else "")
        self._origin.addRow(length, _words(counted, self._content))

    def _offer(self, shown: Detailed) -> None:
        """Offer to read the file in another way where there is one."""
        origin, options = shown.as_read.provenance, shown.options
        offered = offers(shown.as_read)
        words = {
            "whole_page": "Only the article" if options.whole_page else "Whole page",
            "repair": "As it is in the file" if origin.mojibake == "repaired" else "Repair encoding",
            "column": "Choose the column…",
        }
        for name, button in self.rereads.items():
            button.setText(words[name])
            button.setAccessibleName(words[name])
            button.setVisible(name in offered)
        self._again_caption.setVisible(bool(offered))

    def _take(self, name: str) -> None:
        """A field has been left: what it says holds, if it says anything else than before."""
        if self._shown is None:
            return
        shown = self._shown
        text = " ".join(self.fields[name].text().split())
        if name == "date" and text:
            day = first_date(text)
            if day is None:
                self._sure.setText(NO_DAY)
                return
            text = day
        before = (shown.document.date or "") if name == "date" else str(getattr(shown.document, name))
        read = (shown.as_read.date or "") if name == "date" else str(getattr(shown.as_read, name))
        if text != before:
            self.set_right.emit(name, "" if text == read else text)
        self.fields[name].setText(_value(self._shown.document, name))  # as it is by now


def offers(document: Document) -> frozenset[str]:
    """In which other ways a document's file could be read: "whole_page", "repair", "column"."""
    origin = document.provenance
    if not origin.source:
        return frozenset()
    found = {"whole_page"} if origin.reader in _PAGES else set()
    if origin.mojibake:
        found.add("repair")
    if origin.reader in _TABLES:
        found.add("column")
    return frozenset(found)


def _value(document: Document, name: str) -> str:
    return plain_date(document.date) if name == "date" else str(getattr(document, name))


def _language(code: str) -> str:
    language = QLocale(code).language() if len(code) == 2 else QLocale.Language.C
    return code if language == QLocale.Language.C else QLocale.languageToString(language)


def _parted(digest: str) -> str:
    """A digest in groups of eight, so that it breaks into lines and can be read aloud."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _words(text: str, parent: QWidget) -> QLabel:
    """Words that can be selected and copied, broken into lines wherever they must be."""
    label = hint(text, parent)
    label.setObjectName("")
    label.setWordWrap(True)
    label.setFont(label_font(12.5))
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)  # else the form gives short words the height of a narrow column
    label.setSizePolicy(policy)
    return label
