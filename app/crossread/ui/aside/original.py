"""The original of a document: its pages as printed, or its source, following the passage the reader is at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from crossread.present.palette import Palette
from crossread.read.limits import Limits
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.read.original import PagePicture, SourceText, has_pages, page_of
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.text.span import Span
from crossread.ui.aside.fetching import Originals, Wanted
from crossread.ui.aside.page_view import PageView
from crossread.ui.aside.source_view import SourceView
from crossread.ui.widgets.labels import hint

_DPI, _FINER, _FINEST = 110, 1.6, 400
NOT_FOUND = "The passage could not be found in the source; its beginning is shown."


class OriginalPanel(QWidget):
    """Shows the original of a document.

    Attributes:
        pages: the page that is shown, where the format has pages.
        source: the source, where it has none.
        number: the field with the number of the page.
        said: what is said of it below.
        nothing: what is said in its place where there is none.

    Signals:
        came(): what was wanted is shown, or it was said why not.
    """

    came = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._originals = Originals(self)
        self._originals.page_come.connect(self._show_page)
        self._originals.source_come.connect(self._show_source)
        self._originals.failed.connect(self._fail)
        self._wanted: Wanted | None = None
        self.pages, self.source = PageView(self), SourceView(self)
        self._stack = QStackedWidget(self)
        self.nothing = hint("", self)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        for view in (self.nothing, self.pages, self.source):
            self._stack.addWidget(view)
        self.said = hint("", self)
        self.said.setWordWrap(True)
        self.said.setContentsMargins(16, 2, 16, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._bar())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.said)
        self.pages.stepped.connect(self.step)
        self.pages.enlarged.connect(self._refine)

    def _bar(self) -> QWidget:
        self.bar = QWidget(self)
        self.number = QSpinBox(self.bar)
        self.number.setAccessibleName("Page")
        self.number.setPrefix("Page ")
        self.number.setKeyboardTracking(False)
        self.number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.number.setFixedSize(90, 26)
        self.number.valueChanged.connect(lambda value: self._go(value - 1))
        self._count = QLabel(self.bar)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(4)
        self.back = self._button("‹", "Previous page", lambda: self.step(-1))
        self.forth = self._button("›", "Next page", lambda: self.step(1))
        self.home = self._button("To the passage", "To the page with the passage", self._home)
        for widget in (self.back, self.number, self._count, self.forth):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.home)
        self.bar.hide()
        return self.bar

    def _button(self, words: str, name: str, act: object) -> QToolButton:
        button = QToolButton(self.bar)
        button.setText(words)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self.pages.set_colours(palette)
        self.source.set_colours(palette)

    def set_limits(self, limits: Limits) -> None:
        """What reading refuses from now on."""
        self._originals.limits = limits

    # What is wanted

    def show_passage(
        self, document: Document | None, span: Span | None, options: ReadOptions = NO_OPTIONS
    ) -> None:
        """Show the original of a document where a passage stands in it.

        Args:
            document: as it was read; None where none is open.
            span: the passage, in the document's text; None for the beginning.
            options: that it was read with.
        """
        if document is None:
            self._wanted = None
            self._originals.stop()
            self._show_nothing("")
            return
        page = (page_of(document, span) or 0 if span else 0) if has_pages(document) else None
        self._want(Wanted(document, span, page, _DPI, options))

    def _want(self, wanted: Wanted) -> None:
        if wanted == self._wanted:
            return
        if self._wanted is None or wanted.document.digest != self._wanted.document.digest:
            self._show_nothing("Opening the original…")
        self._wanted = wanted
        self._originals.fetch(wanted)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) page."""
        picture = self.pages.picture
        if picture:
            self._go(min(max(picture.page + by, 0), picture.pages - 1))

    def _go(self, page: int) -> None:
        wanted = self._wanted
        if wanted and wanted.page is not None and page != wanted.page:
            self._want(Wanted(wanted.document, wanted.span, page, wanted.dpi, wanted.options))

    def _home(self) -> None:
        if self._wanted:
            self.show_passage(self._wanted.document, self._wanted.span, self._wanted.options)

    def _refine(self) -> None:
        """Fetch the page once more with as many pixels as it is shown with."""
        wanted, picture = self._wanted, self.pages.picture
        if wanted and picture and wanted.page == picture.page:
            needed = wanted.dpi * self.pages.scale * self.pages.devicePixelRatioF()
            dpi = min(max(round(needed), round(wanted.dpi * _FINER)), _FINEST)
            if dpi > wanted.dpi:
                self._want(Wanted(wanted.document, wanted.span, wanted.page, dpi, wanted.options))

    def rest(self) -> None:
        """Nobody looks any more."""
        self._wanted = None
        self._originals.rest()

    def shut_down(self, milliseconds: int) -> None:
        """End what is under way before the program ends."""
        self._originals.shut_down(milliseconds)

    # What has come

    def _show_page(self, picture: PagePicture) -> None:
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_picture(picture)
        self.bar.show()
        self.number.blockSignals(True)
        self.number.setRange(1, picture.pages)
        self.number.setValue(picture.page + 1)
        self.number.blockSignals(False)
        self._count.setText(f"of {picture.pages:,}{self._printed(picture.page)}")
        self.back.setEnabled(picture.page > 0)
        self.forth.setEnabled(picture.page + 1 < picture.pages)
        wanted = self._wanted
        home = page_of(wanted.document, wanted.span) if wanted and wanted.span else None
        self.home.setVisible(home is not None and home != picture.page)
        self._say("")
        if self.pages.too_coarse:
            self._refine()
        self.came.emit()

    def _printed(self, page: int) -> str:
        """What is printed on a page for its number, where that is another."""
        pages = self._wanted.document.form.pages if self._wanted else ()
        label = one_line(pages[page].label, 12) if page < len(pages) else ""
        return f" (“{label}”)" if label not in ("", str(page + 1)) else ""

    def _show_source(self, source: SourceText) -> None:
        self.bar.hide()
        self._stack.setCurrentWidget(self.source)
        whole = self.source.show_source(source)
        said = source.label
        if not whole:
            said += f" · only the part around the passage is shown of {len(source.text):,} characters"
        if source.span is None and self._wanted and self._wanted.span:
            said += f" · {NOT_FOUND}"
        self._say(said)
        self.came.emit()

    def _fail(self, sentence: str) -> None:
        self._show_nothing(sentence)
        self.came.emit()

    def _show_nothing(self, words: str) -> None:
        self.nothing.setText(words)
        self._stack.setCurrentWidget(self.nothing)
        self.bar.hide()
        self._say("")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
