"""Things a person should know, one line each, in a quiet bar that can be dismissed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

MAX_NOTICES = 4


class NoticeBar(QWidget):
    """Sentences above the page, newest below; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines: dict[str, QWidget] = {}
        self._waiting: list[str] = []
        self._more = QLabel(self)
        self._more.setObjectName("hint")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 3, 8, 3)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._more)
        self._refresh()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said at present, also what waits for room."""
        return (*self._lines, *self._waiting)

    def tell(self, sentence: str) -> None:
        """Say this, unless it is being said already."""
        if sentence in self.sentences:
            return
        if len(self._lines) < MAX_NOTICES:
            self._add(sentence)
        else:
            self._waiting.append(sentence)
        self._refresh()

    def dismiss(self, sentence: str) -> None:
        """Say this no more."""
        line = self._lines.pop(sentence, None)
        if line:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
            if self._waiting:
                self._add(self._waiting.pop(0))
        self._refresh()

    def clear(self) -> None:
        """Say nothing more."""
        self._waiting.clear()
        for sentence in list(self._lines):
            self.dismiss(sentence)

    def _add(self, sentence: str) -> None:
        line = QWidget(self)
        words = QLabel(sentence, line)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = QPushButton("×", line)
        close.setObjectName("quiet")
        close.setToolTip("Dismiss")
        close.setAccessibleName(f"Dismiss: {sentence}")
        close.clicked.connect(lambda: self.dismiss(sentence))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.addWidget(words, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.insertWidget(len(self._lines), line)
        self._lines[sentence] = line

    def _refresh(self) -> None:
        self._more.setText(f"and {len(self._waiting)} more" if self._waiting else "")
        self._more.setVisible(bool(self._waiting))
        self.setVisible(bool(self._lines))
