"""A report on the pages of a device: its text, running heads, page numbers."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
)

from crossread.present.palette import LIGHT
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress
from crossread.report.paper.model import Paper
from crossread.ui.printing import looks
from crossread.ui.printing.flow import Flow, Page
from crossread.ui.printing.lines import Setter

_HEAD, _FOOT, _SMALL = 22.0, 20.0, 7.5  # points
_BOXES = "boxes stand for characters that no font on this machine has"
_MARGINS = QMarginsF(12, 9, 12, 9)  # millimetres


class Pages:
    """A report laid out for a device: a PDF, a printer or a preview.

    Args:
        paper: what is printed.
        device: what it is printed on; its page layout decides the size.
        cancelled: asked now and then while it is laid out.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """

    def __init__(
        self, paper: Paper, device: QPagedPaintDevice, cancelled: IsCancelled = never_cancelled
    ) -> None:
        self._title = paper.title
        self._point = device.logicalDpiY() / 72
        self._whole = QRectF(0, 0, device.width(), device.height())
        self._body = self._whole.adjusted(0, _HEAD * self._point, 0, -_FOOT * self._point)
        size = self._body.size()
        setter = Setter(device, self._point)
        flow = Flow(setter, size.width(), size.height(), pause=lambda: check(cancelled))
        flow.fill(paper)
        self._pages = flow.pages
        self._sections = tuple(flow.contents)
        self._foot = f"Crossread · {_BOXES}" if setter.lacks_glyphs else "Crossread"

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def sections(self) -> tuple[tuple[str, int], ...]:
        """The title of each section and the page on which it begins, counted from 1."""
        return self._sections

    def print_on(
        self,
        device: QPagedPaintDevice,
        first: int = 1,
        last: int | None = None,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
    ) -> None:
        """Print pages, counted from 1, on the device that this was laid out for.

        Raises:
            Cancelled: ``cancelled`` answered True.
        """
        last = min(self.count, last or self.count)
        painter = QPainter(device)
        try:
            for number in range(first, last + 1):
                check(cancelled)
                progress("Printing", (number - first) / max(1, last + 1 - first))
                if number > first:
                    device.newPage()
                self._text(painter, self._pages[number - 1])
                self._around(painter, number)
        finally:
            painter.end()

    def _text(self, painter: QPainter, page: Page) -> None:
        painter.save()
        painter.translate(self._body.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, ground in page.grounds:
            looks.paint_ground(painter, rect, ground, self._point)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LIGHT.faint), 0.4 * self._point))
        for rect in page.frames:
            painter.drawRect(rect)
        for at, line in page.lines:
            painter.setPen(QColor(LIGHT.ink))
            line.draw(painter, at, self._point)
        for at, drawing in page.drawings:
            drawing.draw(painter, at)
        painter.restore()

    def _around(self, painter: QPainter, number: int) -> None:
        """The running head with the section that the page begins in, and the page's number."""
        font = looks.sans(_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.dim))
        whole, point = self._whole, self._point
        head = QRectF(whole.left(), whole.top(), whole.width(), _HEAD * point)
        foot = QRectF(whole.left(), whole.bottom() - _FOOT * point, whole.width(), _FOOT * point)
        metrics = QFontMetricsF(font, painter.device())
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, head.width() * 0.7)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.drawText(head, left | Qt.AlignmentFlag.AlignTop, title if number > 1 else "Crossread")
        painter.drawText(head, right | Qt.AlignmentFlag.AlignTop, self._pages[number - 1].section)
        painter.drawText(foot, left | Qt.AlignmentFlag.AlignBottom, self._foot)
        painter.drawText(foot, right | Qt.AlignmentFlag.AlignBottom, f"{number} / {self.count}")
        painter.setPen(QPen(QColor(LIGHT.faint), 0.4 * point))
        y = whole.top() + 13 * point
        painter.drawLine(QPointF(head.left(), y), QPointF(head.right(), y))


def a4(device: QPagedPaintDevice) -> None:
    """Set a device to landscape A4 with our margins."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Landscape, _MARGINS, QPageLayout.Unit.Millimeter)
    )
