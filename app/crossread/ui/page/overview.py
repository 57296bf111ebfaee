"""The whole comparison at a glance: a lane for each document, coloured where something is marked."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from crossread.present.arrangement import GridRow
from crossread.present.marks import Mark, MarkKind
from crossread.present.palette import LIGHT, Palette
from crossread.text.document import Document
from crossread.ui.grid.look import ALL_KINDS, between, colour, faintly
from crossread.ui.grid.mark_index import MarkIndex

_MARGIN = 6.0
_WIDEST = 56.0
_CROWDED = (
    2_000  # so many rows have less than a pixel each: the gravest mark of a row is all that can be seen
)
# What is seen where several things fall on one pixel; 0 is silence, 1 unmarked text.
_RANKS: tuple[MarkKind, ...] = (
    "moved", "hedge", "wording", "spun", "number", "contradiction", "character",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_RANKS, 2)}


class OverviewLanes(QWidget):
    """A lane for each document from its first row to its last, with a frame around what is in sight.

    Signals:
        jumped(float): the share of the whole, 0 to 1, that the reader wants to see.
    """

    jumped = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._kinds = ALL_KINDS
        self._documents: tuple[Document, ...] = ()
        self._speaks: list[list[int]] = []  # for each lane, numbers of the rows in which it speaks
        self._marked: list[list[tuple[int, float, float, int]]] = []  # row, from and to within it, rank
        self._edges: list[float] = []
        self._painted_edges: list[float] = []
        self._picture: QPixmap | None = None
        self._seen = (0.0, 1.0)
        self.setAccessibleName("Overview of the comparison, a lane for each document")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    # What is shown

    def set_content(
        self,
        documents: Sequence[Document],
        rows: Sequence[GridRow],
        marks: Mapping[str, Sequence[Mark]],
        edges: Sequence[float],
    ) -> None:
        """Show a page.

        Args:
            documents: a lane each, from left to right.
            rows: their cells are in the same order as the documents.
            marks: by document id.
            edges: the top of each row and the bottom of the last one, as shares of the whole.
        """
        self._documents = tuple(documents)
        self._speaks = [
            [i for i, row in enumerate(rows) if row.cells[lane].passages] for lane in range(len(documents))
        ]
        crowded = len(rows) > _CROWDED
        self._marked = [
            _gravest(document, lane, rows, marks.get(document.id, ()))
            if crowded
            else list(_marked(document, lane, rows, MarkIndex(marks.get(document.id, ()))))
            for lane, document in enumerate(documents)
        ]
        self._edges = list(edges) if len(edges) == len(rows) + 1 else []
        self._picture = None
        self.updateGeometry()
        self.update()

    def set_edges(self, edges: Sequence[float]) -> None:
        """The rows stand elsewhere within the whole, or were found to be taller than thought."""
        self._edges = list(edges)
        same = len(edges) == len(self._painted_edges)
        if not same or any(
            abs(new - old) * self.height() > 1 for new, old in zip(edges, self._painted_edges, strict=True)
        ):
            self._picture = None
            self.update()

    def set_viewport(self, top: float, bottom: float) -> None:
        """Frame what is in sight, from ``top`` to ``bottom`` as shares of the whole."""
        if (top, bottom) != self._seen:
            self._seen = (top, bottom)
            self.setAccessibleDescription(f"{top:.0%} to {bottom:.0%} is in sight")
            self.update()

    def set_colours(self, palette: Palette) -> None:
        """Paint in these colours."""
        self._palette = palette
        self._picture = None
        self.update()

    def set_visible_marks(self, kinds: frozenset[MarkKind]) -> None:
        """Show marks of these kinds only."""
        self._kinds = kinds
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for its lanes."""
        return QSize(round(2 * _MARGIN + self._pitch() * max(len(self._documents), 1)), 200)

    def minimumSizeHint(self) -> QSize:
        """As wide as it wants to be, as low as one likes."""
        return QSize(self.sizeHint().width(), 40)

    def _pitch(self) -> float:
        return max(3.0, min(8.0, _WIDEST / max(len(self._documents), 1)))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lanes, kept as a picture, and the frame."""
        ratio = self.devicePixelRatioF()
        size = (self.size() * ratio).expandedTo(QSize(1, 1))
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._paint_lanes(self._picture)
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_frame(painter)
        finally:  # a painter left active would bring Qt down
            painter.end()

    def _paint_lanes(self, picture: QPixmap) -> None:
        picture.fill(colour(self._palette.ground))
        self._painted_edges = self._edges
        painter = QPainter(picture)
        pitch = self._pitch()
        said = faintly(self._palette.ground, self._palette.line, 0.22)
        shades = [QColor(), said, *map(self._shade, _RANKS)]
        for lane in range(len(self._documents)):
            left, y = _MARGIN + lane * pitch, 0
            for rank, run in groupby(self._ranks(lane)):
                length = sum(1 for _ in run)
                if rank:
                    painter.fillRect(QRectF(left, y, max(pitch - 3, 2.0), length), shades[rank])
                y += length
        painter.end()

    def _shade(self, kind: MarkKind) -> QColor:
        """The kind's colour, paler the less it matters, so that the lanes do not shout."""
        strength = {"contradiction": 1.0, "character": 1.0, "number": 0.65, "spun": 0.6}.get(kind, 0.5)
        return between(self._palette.ground, getattr(self._palette, kind).line, strength)

    def _ranks(self, lane: int) -> bytearray:
        """For each pixel from top to bottom what is to be seen there."""
        height = max(self.height(), 1)
        ranks = bytearray(height)
        if not self._edges:
            return ranks
        for row in self._speaks[lane]:
            top, bottom = int(self._edges[row] * height), int(self._edges[row + 1] * height)
            # A hair between rows, where there is room for one.
            bottom = bottom - 1 if bottom - top > 3 else max(bottom, top + 1)
            ranks[top:bottom] = b"\1" * (min(bottom, height) - min(top, height))
        shown = {_RANK[kind] for kind in self._kinds}
        for row, start, end, rank in self._marked[lane]:
            if rank in shown:
                above, tall = self._edges[row], self._edges[row + 1] - self._edges[row]
                first = int((above + start * tall) * height)
                last = max(int((above + end * tall) * height), first + 2)
                for y in range(first, min(last, height)):
                    ranks[y] = max(ranks[y], rank)
        return ranks

    def _paint_frame(self, painter: QPainter) -> None:
        top, bottom = self._seen
        if not self._documents or bottom - top >= 1:
            return
        frame = QRectF(
            1.5, top * self.height() + 1, self.width() - 3, max((bottom - top) * self.height() - 2, 6.0)
        )
        ground = QColor(self._palette.ink)
        ground.setAlphaF(0.07)
        painter.setBrush(ground)
        painter.setPen(colour(self._palette.selection_bar if self.hasFocus() else self._palette.dim))
        painter.drawRoundedRect(frame, 3, 3)

    # Events

    def _jump(self, at: QPointF) -> None:
        self.jumped.emit(min(max(at.y() / max(self.height(), 1), 0.0), 1.0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._jump(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down by what is in sight, or to the ends."""
        top, bottom = self._seen
        middle, step = (top + bottom) / 2, bottom - top
        target = {
            Qt.Key.Key_Up: middle - step / 2,
            Qt.Key.Key_Down: middle + step / 2,
            Qt.Key.Key_PageUp: middle - step,
            Qt.Key.Key_PageDown: middle + step,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: 1.0,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.jumped.emit(min(max(target, 0.0), 1.0))

    def event(self, event: QEvent) -> bool:
        """Tell which document a lane is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lane = int((event.pos().x() - _MARGIN) // self._pitch())
            if 0 <= lane < len(self._documents):
                document = self._documents[lane]
                QToolTip.showText(event.globalPos(), f"{document.id} · {document.title}", self)
            return True
        return super().event(event)


def _marked(
    document: Document, lane: int, rows: Sequence[GridRow], marks: MarkIndex
) -> Iterator[tuple[int, float, float, int]]:
    """Where each mark of a document stands: its row, from and to as shares of the cell, and its rank."""
    for number, row in enumerate(rows):
        passages = [document.by_id[passage] for passage in row.cells[lane].passages]
        whole = sum(len(passage.span) for passage in passages)
        before = 0
        for passage in passages:
            for mark in marks.overlapping(passage.span):
                start = max(mark.span.start - passage.span.start, 0) + before
                end = min(mark.span.end, passage.span.end) - passage.span.start + before
                yield number, start / whole, end / whole, _RANK[mark.kind]
            before += len(passage.span)


def _gravest(
    document: Document, lane: int, rows: Sequence[GridRow], marks: Sequence[Mark]
) -> list[tuple[int, float, float, int]]:
    """The same for the gravest mark of each row only, quickly."""
    row_of = {passage: number for number, row in enumerate(rows) for passage in row.cells[lane].passages}
    starts = [passage.span.start for passage in document.passages]
    ranks: dict[int, int] = {}
    for mark in marks:
        row = row_of.get(document.passages[bisect_right(starts, mark.span.start) - 1].id)
        if row is not None and _RANK[mark.kind] > ranks.get(row, 0):
            ranks[row] = _RANK[mark.kind]
    return [(row, 0.0, 1.0, rank) for row, rank in ranks.items()]
