"""Things a person should know, one line each, in a quiet bar that can be dismissed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
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
        self._held = False
        self._more = QLabel(self)
        self._more.setObjectName("hint")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 3, 8, 3)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._more)
        self._refresh()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What waits for room, which is older, and what is said at present."""
        return (*self._waiting, *self._lines)

    def tell(self, sentence: str) -> None:
        """Say this, unless it is being said already."""
        if sentence in self.sentences:
            return
        if len(self._lines) == MAX_NOTICES:  # what was just done is answered in sight; the oldest waits
            oldest = next(iter(self._lines))
            self._take_away(oldest)
            self._waiting.append(oldest)
        self._add(sentence)
        self._refresh()

    def dismiss(self, sentence: str) -> None:
        """Say this no more."""
        if sentence in self._waiting:
            self._waiting.remove(sentence)
        elif sentence in self._lines:
            self._take_away(sentence)
            if self._waiting:
                self._add(self._waiting.pop(0))
        self._refresh()

    def _take_away(self, sentence: str) -> None:
        line = self._lines.pop(sentence)
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()

    def clear(self) -> None:
        """Say nothing more."""
        self._waiting.clear()
        for sentence in list(self._lines):
            self.dismiss(sentence)

    def set_held(self, held: bool) -> None:
        """Keep what there is to say to oneself for as long as a room looks on, or say it."""
        self._held = held
        self._refresh()

    def _add(self, sentence: str) -> None:
        line = QWidget(self)
        words = _Sentence(sentence, line)
        close = QPushButton("×", line)
        close.setObjectName("quiet")
        close.setToolTip("Dismiss")
        close.setAccessibleName(f"Dismiss: {sentence}")
        close.clicked.connect(lambda: self.dismiss(sentence))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.insertWidget(len(self._lines), line)
        self._lines[sentence] = line

    def _refresh(self) -> None:
        self._more.setText(f"and {len(self._waiting)} more" if self._waiting else "")
        self._more.setVisible(bool(self._waiting))
        self.setVisible(bool(self._lines) and not self._held)


class _Sentence(QLabel):
    """A sentence that takes as many lines as it needs at its width, and not one more."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(sentence, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Layouts ask before they know the width, and QLabel then guesses a narrow one."""
        return QSize(200, max(24, self.heightForWidth(max(200, self.width()))))

    def minimumSizeHint(self) -> QSize:
        """As high as at the present width."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
