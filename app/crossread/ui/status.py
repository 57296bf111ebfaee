"""The line at the bottom: what is open and what was found, or what is being done and how far it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from crossread.ui.session import Session


class StatusLine(QStatusBar):
    """The status bar.

    Signals:
        cancelled(): the reader wants the work to stop.
    """

    cancelled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self._stage = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName("Progress")
        self.stop = QPushButton("Cancel", self)
        self.stop.setObjectName("quiet")
        self.stop.setToolTip("Stop (Esc)")
        self.stop.setAccessibleName("Stop reading and comparing")
        self.stop.clicked.connect(self.cancelled)
        self._work = QWidget(self)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(6, 0, 0, 0)
        for widget in (self._stage, self.bar, self.stop):
            row.addWidget(widget)
        self.addWidget(self.summary)
        self.addWidget(self._work)
        self.saved = QLabel(self)
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.addPermanentWidget(self.saved)
        offline = QLabel("offline · nothing leaves this machine", self)
        self.addPermanentWidget(offline)
        self._work.hide()
        session.working.connect(self._working)
        session.rested.connect(self._rested)
        session.documents_changed.connect(self.refresh)
        session.compared.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is open and what was found."""
        documents, comparison = self._session.documents, self._session.comparison
        if not documents:
            self.summary.setText("no documents")
            return
        parts = [f"{_counted(len(documents), 'document')} · {_counted(self._session.words, 'word')}"]
        if comparison:
            topics, links = len(comparison.rows), len(comparison.links)
            parts += [
                f"{_counted(topics, 'topic')} · {_counted(links, 'link')}",
                f"{_counted(len(comparison.facts), 'fact')} · "
                + (
                    f"{len(comparison.quantities):,} quantities"
                    if len(comparison.quantities) != 1
                    else "1 quantity"
                ),
                _took(self._session.seconds),
            ]
        elif len(documents) > 1 and not self._session.busy:
            parts.append("not compared")
        self.summary.setText("     ".join(parts))

    def set_saved(self, words: str) -> None:
        """Say whether what was done is saved."""
        self.saved.setText(words)
        self.saved.setVisible(bool(words))

    def _working(self, stage: str, share: float) -> None:
        self._stage.setText(f"{stage}…")
        self.bar.setValue(round(share * 1000))
        self._work.show()

    def _rested(self) -> None:
        self._work.hide()
        self.refresh()


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _took(seconds: float) -> str:
    return f"compared in {max(0.1, seconds):.1f} s" if seconds < 60 else f"compared in {seconds / 60:.1f} min"
