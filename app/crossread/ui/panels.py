"""The page with its panels around it: how wide and how high each is, and which of them are open."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from crossread.ui.page.area import PageArea

_LOWEST, _HIGHEST = 160, 340  # pixels of the readings, before the reader has chosen
_ROOM_FOR_ALL = 1500  # pixels of a window that has room for the findings besides what stands beside the page


class Panels(QSplitter):
    """Documents at the left, findings at the right, readings below; at times something beside the page.

    Attributes:
        columns: what parts the page from the panels beside it.
        names: the panels that can be closed, by name.

    Args:
        left, right: the documents and the findings.
        page: between them, with the readings, which are set below.
        aside: what stands beside the page at times.
    """

    def __init__(self, left: QWidget, page: PageArea, aside: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.names: dict[str, QWidget] = {"documents": left, "findings": right, "readings": page.readings}
        self._legend, self._aside, self._right = page.legend, aside, right
        self._readings = page.readings
        self._most = _LOWEST  # pixels that the readings may take
        self._findings_width = 0  # before they gave way to what stands beside the page
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (left, page, aside, right):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        upper = QWidget()
        layout = QVBoxLayout(upper)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.columns, 1)
        layout.addWidget(page.legend)
        self.addWidget(upper)
        self.addWidget(page.readings)
        self.setStretchFactor(0, 1)
        for splitter in (self.columns, self):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        left.setMinimumWidth(160)
        right.setMinimumWidth(220)
        page.readings.resized.connect(self._fit_readings)
        self.splitterMoved.connect(lambda *_: self._keep_bands())

    def part(self, columns: Sequence[int], bands: Sequence[int], width: int, height: int) -> None:
        """Part the room of a window as it was, or as it suits a window of this size."""
        # In a window 1600 wide this leaves room for five columns of text.
        left, right = min(250, max(204, width // 9)), min(350, max(280, width // 6))
        left, middle, right = columns if len(columns) == 3 else (left, width - left - right, right)
        self.columns.setSizes([left, middle, 0, right])
        self._most = bands[1] if len(bands) == 2 else min(max(height // 4, _LOWEST), _HIGHEST)
        self.setSizes(list(bands) if len(bands) == 2 else [height - 100 - self._most, self._most])

    @property
    def bands(self) -> tuple[int, int]:
        """Heights of the page and of the readings, as high as they may get."""
        return sum(self.sizes()) - self._most, self._most

    def _keep_bands(self) -> None:
        self._most = self.sizes()[1]

    def _fit_readings(self) -> None:
        """Let the readings take no more than they need, but not jump with every row."""
        whole = sum(self.sizes())
        if self._readings.isVisible() and whole:
            high = max(min(self._most, self._readings.needed_height), self._most // 2)
            if high != self.sizes()[1]:
                self.setSizes([whole - high, high])

    def place(self, closed: Collection[str], *, several: bool, away: bool, aside: bool) -> None:
        """Show the panels that are open and have something to say.

        Args:
            closed: names of those that are closed.
            several: more than one document is open.
            away: none is to be seen, because the page is projected.
            aside: something stands beside the page.
        """
        crowded = aside and self.window().width() < _ROOM_FOR_ALL
        if crowded and not self._right.isHidden():
            self._findings_width = self.columns.sizes()[3]
        for name, panel in self.names.items():
            there = (several or name == "documents") and not (crowded and name == "findings")
            panel.setVisible(there and not away and name not in closed)
        self._legend.setVisible(not away)
        self._fit_readings()
        left, middle, beside, right = self.columns.sizes()
        if self._findings_width and not self._right.isHidden():
            wanted, self._findings_width = self._findings_width, 0
            self.columns.setSizes([left, middle + right - wanted, beside, wanted])

    def make_room(self) -> None:
        """Give what has come to stand beside the page the width it needs."""
        left, page, beside, right = self.columns.sizes()
        wanted = min(self._aside.sizeHint().width(), (page + beside) // 2)
        if not self._aside.isHidden() and beside < wanted:
            self.columns.setSizes([left, page + beside - wanted, wanted, right])

    def widths(self, before: Sequence[int]) -> tuple[int, ...]:
        """Of documents, page and findings as they are when nothing stands beside the page.

        Args:
            before: what they were when the window was opened, or nothing.
        """
        left, page, beside, right = self.columns.sizes()
        if self._right.isHidden() and len(before) == 3:
            right = before[2]
            beside = max(beside - right, 0)
        return left, page + beside, right
