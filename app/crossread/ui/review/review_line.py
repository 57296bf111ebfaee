"""How much of the findings has been reviewed, and which of them are shown."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.review.standing import Standing
from crossread.ui.styling.fonts import label_font


class ReviewLine(QWidget):
    """ "17 of 40 reviewed", with a bar, and the button that filters by what was decided.

    Attributes:
        label: the words.
        button: opens the filters.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setObjectName("hint")
        self.label.setFont(label_font(12))
        self.button = QToolButton(self)
        self.button.setObjectName("filter")
        self.button.setFont(label_font(12))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_filtered("")
        self._bar = _Bar(self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._bar)

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._bar.palette_ = palette
        self._bar.update()

    def set_menu(self, menu: QMenu) -> None:
        """Take the menu with the filters."""
        self.button.setMenu(menu)

    def set_progress(self, standing: Standing) -> None:
        """Show how many of all findings have been reviewed."""
        self.label.setText(str(standing))
        self._bar.share = standing.reviewed / standing.total if standing.total else 0.0
        self._bar.setAccessibleName(self.label.text())
        self._bar.update()

    def set_filtered(self, shown: str) -> None:
        """Say which are shown; empty for all."""
        self.button.setText(f"{shown or 'all'} ▾")
        self.button.setAccessibleName(f"Shown findings: {shown or 'all'}")
        self.button.setToolTip("Which findings are shown, by what was decided and by tag")


class _Bar(QWidget):
    """A thin line, filled as far as things are done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_: Palette = LIGHT
        self.share = 0.0
        self.setFixedHeight(3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, self.palette_.line), (self.share, self.palette_.selection_bar)):
            if share > 0:
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(0, 0, self.width() * share, 3), 1.5, 1.5)
        painter.end()
