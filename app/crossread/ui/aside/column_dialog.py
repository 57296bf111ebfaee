"""A small window in which a person says which column of a table, or which key of records, holds the text."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossread.read import Column, ReadOptions
from crossread.read.options import Records
from crossread.text.shown import one_line
from crossread.ui.widgets.buttons import add_primary
from crossread.ui.widgets.labels import hint

_RECORDS: tuple[tuple[Records, str], ...] = (
    ("auto", "Each a document where they are as long as articles"),
    ("each", "Each a document of its own"),
    ("one", "All together one document"),
)


class ColumnDialog(QDialog):
    """Lists the columns with how wordy they are and how they begin.

    Attributes:
        columns: the list of columns.
        records: what becomes of the rows.

    Signals:
        decided(object): the ReadOptions to read the file with.
    """

    decided = Signal(object)

    def __init__(self, parent: QWidget, name: str, columns: Sequence[Column], options: ReadOptions) -> None:
        super().__init__(parent)
        self._options, self._names = options, [column.name for column in columns]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Choose the column – Crossread")
        self.setModal(True)
        self.resize(640, 420)
        self.columns = self._list(columns, options)
        label = QLabel(f"Which &column of “{one_line(name, 60)}” holds the text?".replace("&&", "&"), self)
        label.setBuddy(self.columns)
        self.records = QComboBox(self)
        for records, words in _RECORDS:
            self.records.addItem(words, records)
        self.records.setCurrentIndex([records for records, _ in _RECORDS].index(options.records))
        self.records.setAccessibleName("What becomes of the rows")
        rows = QLabel("The &rows are", self)
        rows.setBuddy(self.records)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add_primary(buttons, "R&ead again", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(8)
        note = hint("The wordiest one is taken unless another is chosen.", self)
        for widget in (label, self.columns, note, rows, self.records, buttons):
            layout.addWidget(widget)
        self.columns.setFocus()

    def _list(self, columns: Sequence[Column], options: ReadOptions) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setHeaderLabels(["Column", "Words in a row", "Begins"])
        made.setRootIsDecorated(False)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAccessibleName("Columns")
        chosen = options.column or max(columns, key=lambda column: column.words).name
        for column in columns:
            item = QTreeWidgetItem(
                [one_line(column.name, 60), f"{column.words:,.1f}", one_line(column.sample, 120)]
            )
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            made.addTopLevelItem(item)
            if column.name.casefold() == chosen.casefold():
                made.setCurrentItem(item)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.itemActivated.connect(lambda *_: self._decide())
        return made

    def _decide(self) -> None:
        if item := self.columns.currentItem():
            number = self.columns.indexOfTopLevelItem(item)
            column, records = self._names[number], self.records.currentData()
            self.decided.emit(replace(self._options, column=column, records=records))
            self.accept()
