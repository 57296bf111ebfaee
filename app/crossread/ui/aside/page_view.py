"""A page of a document as it was printed, the passage framed on it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from crossread.present.palette import LIGHT, Palette
from crossread.read.original import PagePicture
from crossread.ui.styling.paint import paint_focus

_MARGIN = 12.0
_ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)  # times the width there is
_ROUND = 2.0  # pixels that a frame keeps from its words


class PageView(QAbstractScrollArea):
    """Shows a page as wide as the view, or wider; it scrolls to what is framed.

    Signals:
        stepped(int): the next (1) or the previous (-1) page is wanted.
        enlarged(): the page is shown larger than its picture allows; a finer one is wanted.
    """

    stepped = Signal(int)
    enlarged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._picture: PagePicture | None = None
        self._image = QImage()
        self._zoom = 0
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Page of the original")

    @property
    def picture(self) -> PagePicture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: PagePicture | None) -> None:
        """Show this page, and what is framed on it in the middle where it was not in sight."""
        before, self._picture = self._picture, picture
        if picture is None:
            self._image = QImage()
        else:
            # Copied, for the bytes belong to the picture.
            self._image = QImage(
                picture.pixels, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888
            ).copy()
            lines = f", {len(picture.boxes)} lines of the passage framed" if picture.boxes else ""
            self.setAccessibleDescription(f"Page {picture.page + 1} of {picture.pages}{lines}")
        self._set_ranges()
        if picture and (before is None or before.page != picture.page):
            self.verticalScrollBar().setValue(0)
        self._reveal()
        self.viewport().update()

    def set_colours(self, palette: Palette) -> None:
        """Take another look; paper stays white."""
        self._palette = palette
        self.viewport().update()

    @property
    def scale(self) -> float:
        """Pixels of the view for one of the picture."""
        if self._image.isNull():
            return 1.0
        width = max(self.viewport().width() - 2 * _MARGIN, 40.0) * _ZOOMS[self._zoom]
        return width / self._image.width()

    @property
    def too_coarse(self) -> bool:
        """Whether the picture has too few pixels for its size."""
        return self.scale * self.devicePixelRatioF() > 1.15

    def frames(self) -> list[QRectF]:
        """Where the lines of the passage stand in the view."""
        if self._picture is None:
            return []
        scale, left, top = self.scale, self._left(), self._top()
        return [
            QRectF(
                left + box.left * scale, top + box.top * scale,
                (box.right - box.left) * scale, (box.bottom - box.top) * scale,
            ).adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND)
            for box in self._picture.boxes
        ]  # fmt: skip

    def _left(self) -> float:
        return _MARGIN - self.horizontalScrollBar().value()

    def _top(self) -> float:
        return _MARGIN - self.verticalScrollBar().value()

    def _set_ranges(self) -> None:
        view = self.viewport().size()
        wide = self._image.width() * self.scale + 2 * _MARGIN
        tall = self._image.height() * self.scale + 2 * _MARGIN
        for bar, whole, seen in (
            (self.horizontalScrollBar(), wide, view.width()),
            (self.verticalScrollBar(), tall, view.height()),
        ):
            bar.setRange(0, max(0, round(whole - seen)))
            bar.setPageStep(seen)
            bar.setSingleStep(30)

    def _reveal(self) -> None:
        frames = self.frames()
        if not frames:
            return
        top, bottom = min(f.top() for f in frames), max(f.bottom() for f in frames)
        height, bar = self.viewport().height(), self.verticalScrollBar()
        if top < 0 or bottom > height:
            bar.setValue(round(bar.value() + top - max((height - (bottom - top)) / 2, 20)))
        left = min(f.left() for f in frames)
        if left < 0 or left > self.viewport().width() * 0.8:
            across = self.horizontalScrollBar()
            across.setValue(round(across.value() + left - 40))

    def zoom(self, by: int) -> None:
        """Go to a larger (1) or a smaller (-1) size."""
        zoom = min(max(self._zoom + by, 0), len(_ZOOMS) - 1)
        if zoom != self._zoom:
            self._zoom = zoom
            self._set_ranges()
            self._reveal()
            self.viewport().update()
            if self.too_coarse:
                self.enlarged.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, its edge, and the frames."""
        palette = self._palette
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(self.viewport().rect(), QColor(palette.ground))
            if not self._image.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                scale = self.scale
                page = QRectF(
                    self._left(), self._top(), self._image.width() * scale, self._image.height() * scale
                )
                painter.drawImage(page, self._image)
                painter.setPen(QPen(QColor(palette.line), 1))
                painter.drawRect(page)
                self._paint_frames(painter)
            if self.hasFocus():
                paint_focus(painter, QRectF(self.viewport().rect()), palette, 3)
        finally:  # a painter left active would bring Qt down
            painter.end()

    def _paint_frames(self, painter: QPainter) -> None:
        tint = QColor("#ffd84d")  # on white paper, whatever the theme
        tint.setAlpha(70)
        painter.setPen(QPen(QColor("#9a3b00"), 2))
        painter.setBrush(tint)
        for frame in self.frames():
            painter.drawRoundedRect(frame, 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as the view."""
        super().resizeEvent(event)
        self._set_ranges()
        self._reveal()
        if self._picture and self.too_coarse:
            self.enlarged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys scroll and turn pages; + and - change the size."""
        key, bar = event.key(), self.verticalScrollBar()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not self.horizontalScrollBar().maximum():
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.stepped.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.stepped.emit(-1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(1 if key == Qt.Key.Key_Plus else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or change the size with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint the ring when keys come and go."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)
