"""What the window shows before anything is open: what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crossread.paths import resource
from crossread.present.palette import LIGHT, Palette
from crossread.ui.styling.fonts import label_font, reading_font


class EmptyState(QWidget):
    """An invitation to open documents.

    Signals:
        open_files(), open_folder(), open_samples(): what the reader chose.
    """

    open_files = Signal()
    open_folder = Signal()
    open_samples = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._inviting = False
        icon = QLabel(self)
        icon.setPixmap(QIcon(str(resource("icons", "crossread.svg"))).pixmap(72, 72, QIcon.Mode.Normal))
        title = QLabel("Lay several reports of one event side by side", self)
        title.setFont(reading_font(24))
        words = QLabel(
            "Drop files or a folder here, or paste a text (Ctrl+Shift+V). Crossread puts what they say on the\n"
            "same topic on one line and marks where their numbers and their words differ.",
            self,
        )
        words.setObjectName("hint")
        words.setFont(label_font(13.5))
        formats = QLabel(
            "Web pages, PDF, Word, OpenDocument, e-books, e-mail, subtitles, tables, Markdown and plain text.\n"
            "Nothing leaves this machine.",
            self,
        )
        formats.setObjectName("hint")
        formats.setFont(label_font(12))
        self.buttons = (
            QPushButton("Open files…"),
            QPushButton("Open folder…"),
            QPushButton("Open the five sample documents"),
        )
        self.buttons[0].setObjectName("primary")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for button, signal in zip(
            self.buttons, (self.open_files, self.open_folder, self.open_samples), strict=True
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch(4)
        for label in (icon, title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
            layout.addSpacing(12)
        layout.addSpacing(8)
        layout.addLayout(row)
        layout.addSpacing(18)
        formats.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(formats)
        layout.addStretch(5)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.update()

    def set_inviting(self, inviting: bool) -> None:
        """Show that files dragged over the window can be dropped."""
        self._inviting = inviting
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet of paper with a broken line around it, where files can be dropped."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._palette.ground))
        colours = self._palette
        pen = QPen(QColor(colours.selection_bar if self._inviting else colours.faint), 1.2)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.selection if self._inviting else colours.pane))
        painter.drawRoundedRect(self.rect().adjusted(24, 24, -24, -24), 14, 14)
