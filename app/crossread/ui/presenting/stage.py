"""What a room sees: one finding with all its readings, or two columns; its number, the time, and notes."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crossread.comparison import Finding, Place
from crossread.present.palette import LIGHT, Palette
from crossread.present.stacked import stacked
from crossread.text.shown import one_line
from crossread.text.span import Span
from crossread.ui.findings.stepping import KIND_NAMES
from crossread.ui.grid.hand_painting import ByHand
from crossread.ui.grid.look import READING_PIXELS
from crossread.ui.page.area import visible_marks
from crossread.ui.presenting.note_field import NoteField
from crossread.ui.presenting.readings import SIDE, Readings, Remark, Shown
from crossread.ui.ribbon.area import RibbonArea
from crossread.ui.session import Session
from crossread.ui.styling.fonts import label_font

_KEY = Qt.Key
_FACTORS = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6)
_COLUMNS_OF_HEIGHT = 1 / 34  # a letter of the columns; they hold more than one finding does
_DIGITS_KEPT = 2500  # milliseconds until a number typed half is forgotten
_LONGEST = 320  # characters of a finding's sentence; more would leave no room for the text
_HINT = "← → step · t two columns · m note · b blank · Esc leaves"

Notes = Callable[[Finding, Sequence[Place], bool], tuple[Remark, ...]]
"""The notes on a finding and on these stretches of text; with True the private ones too."""
Noted = Callable[[bool], Mapping[str, Sequence[Span]]]
"""Where notes stand on text, by document; with True private ones too."""


class Stage(QWidget):
    """The presentation.

    Attributes:
        readings: one finding at a time.
        columns: two documents side by side.
        note: where notes are typed.
        private: the button that lets private notes be seen; off whenever a presentation begins.

    Signals:
        left(): the presenter wants the window back.
        noted(str, str, bool): a note on the finding with this id, its words, and whether it is private.
        decided(str): "confirmed" or "disputed" is to hold of the current finding.
        undone(), redone(): the last thing done is to be taken back, or done again.
    """

    left = Signal()
    noted = Signal(str, str, bool)
    decided = Signal(str)
    undone = Signal()
    redone = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Presentation")
        self._session = session
        self._palette: Palette = LIGHT
        self._notes: Notes = lambda _finding, _places, _private: ()
        self._noted: Noted = lambda _private: {}
        self._signs: Callable[[Finding], str] = lambda _finding: ""
        self._factor = _FACTORS.index(1.0)
        self._digits = ""
        self._blank = False
        self._since = monotonic()
        self.readings = Readings(self)
        self.columns = RibbonArea(session, self)
        self.note = NoteField(self)
        self.private = QPushButton("private notes hidden", self)
        self._number, self._time, self._sign = QLabel(self), QLabel(self), QLabel(self)
        self._title, self._detail, self._hint = QLabel(self), QLabel(self), QLabel(_HINT, self)
        self._build()
        self._keys = self._key_table()
        self._clock = QTimer(self, interval=500)
        self._clock.timeout.connect(self._tick)
        self._forget = QTimer(self, singleShot=True, interval=_DIGITS_KEPT)
        self._forget.timeout.connect(self._forget_digits)
        self.private.toggled.connect(lambda _on: self.refresh())
        self.note.written.connect(self._take_note)
        self.note.left.connect(self.setFocus)
        self.columns.view.installEventFilter(self)
        for changed in (session.finding_selected, session.findings_changed, session.compared):
            changed.connect(lambda *_: self.refresh() if self.isVisible() else None)

    def _build(self) -> None:
        for label in (self._number, self._title, self._detail, self._sign):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._title, self._detail, self._hint):
            label.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._time.setAccessibleName("Time since the presentation began")
        self._time.setToolTip("Time since the presentation began (R begins anew)")
        for label in (self._number, self._time, self._sign, self._hint):
            label.setObjectName("hint")
        self.private.setObjectName("pill")
        self.private.setCheckable(True)
        self.private.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.private.setToolTip("Show private notes to the room (Ctrl+Shift+M)")
        self._body = QStackedWidget(self)
        self._body.addWidget(self.readings)
        self._body.addWidget(self.columns)
        self._cover = QFrame(self)
        self._cover.setObjectName("blank")
        self._cover.setAccessibleName("The screen is blank; any key shows it again")
        self._cover.hide()
        self._top, self._heads, self._foot = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._top.addWidget(self._number)
        self._top.addWidget(self._sign)
        self._top.addStretch(1)
        self._top.addWidget(self._time)
        self._heads.addWidget(self._title)
        self._heads.addWidget(self._detail)
        self._foot.addWidget(self._hint, 1)
        self._foot.addWidget(self.private)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._top, self._heads):
            layout.addLayout(part)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.note)
        layout.addLayout(self._foot)
        self.note.hide()

    def _key_table(self) -> dict[int, Callable[[], object]]:
        forth, back = lambda: self.step(1), lambda: self.step(-1)
        return {
            **dict.fromkeys((_KEY.Key_Right, _KEY.Key_N, _KEY.Key_MediaNext, _KEY.Key_Forward), forth),
            **dict.fromkeys(
                (_KEY.Key_Left, _KEY.Key_P, _KEY.Key_Backspace, _KEY.Key_MediaPrevious, _KEY.Key_Back), back
            ),
            **dict.fromkeys((_KEY.Key_PageDown, _KEY.Key_Space, _KEY.Key_Down), lambda: self.go_on(1)),
            **dict.fromkeys((_KEY.Key_PageUp, _KEY.Key_Up), lambda: self.go_on(-1)),
            _KEY.Key_Home: lambda: self._go(0), _KEY.Key_End: lambda: self._go(-1),
            _KEY.Key_T: lambda: self.set_columns(self._body.currentIndex() == 0),
            _KEY.Key_M: self.write_note, _KEY.Key_R: self.restart,
            _KEY.Key_A: lambda: self.decided.emit("confirmed"),
            _KEY.Key_D: lambda: self.decided.emit("disputed"),
            **dict.fromkeys((_KEY.Key_B, _KEY.Key_Period), lambda: self.set_blank(True)),
            **dict.fromkeys((_KEY.Key_Plus, _KEY.Key_Equal), lambda: self.zoom(1)),
            _KEY.Key_Minus: lambda: self.zoom(-1), _KEY.Key_0: lambda: self.zoom(0),
            **dict.fromkeys((_KEY.Key_Escape, _KEY.Key_F5), self.left.emit),
        }  # fmt: skip

    # What is shown

    @property
    def says(self) -> str:
        """Where the presentation is: "Numbers 3 of 31"."""
        finding = self._session.findings.current
        if finding is None:
            return ""
        index = self._session.findings
        return f"{KIND_NAMES[finding.kind]} {index.number(finding):,} of {index.count(finding.kind):,}"

    @property
    def time(self) -> str:
        """How long the presentation has been going on, minutes and seconds."""
        seconds = int(monotonic() - self._since)
        hours, rest = divmod(seconds, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"

    def set_review(self, notes: Notes, noted: Noted, signs: Callable[[Finding], str]) -> None:
        """Take what is asked for notes, for where they stand, and for what was decided on a finding, in a word."""
        self._notes, self._noted, self._signs = notes, noted, signs

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._palette = palette
        self.columns.set_colours(palette)
        self.note.set_colours(palette)
        self.readings.set_look(palette, visible_marks(self._session.filters))

    def begin(self) -> None:
        """Start anew: the clock at nought, private notes hidden, at the current finding or the first."""
        self.private.setChecked(False)
        self.note.put_away()
        self.set_blank(False)
        self.restart()
        if self._session.findings.current is None:
            self._session.step_finding(1)
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the current finding."""
        session = self._session
        finding, comparison = session.findings.current, session.comparison
        self._number.setText(self.says)
        self._sign.setText(self._signs(finding) if finding else "")
        self._title.setText(one_line(finding.title, 200) if finding else "There is no finding to show.")
        self._detail.setText(one_line(finding.detail, _LONGEST) if finding else "")
        shown = Shown()
        if finding and comparison:
            documents = {document.id: document for document in session.shown}
            stack, private = stacked(comparison, finding, [*documents]), self.private.isChecked()
            seen = [
                Place(name, documents[name].by_id[passage].span)
                for name, passages in stack.readings
                for passage in passages
            ]
            shown = Shown(
                documents,
                stack,
                session.marks,
                finding.places,
                self._notes(finding, seen, private),
                ByHand(self._noted(private)),
            )
        self._size_heads()
        self.columns.set_visible_marks(visible_marks(session.filters))
        self.readings.set_look(self._palette, visible_marks(session.filters))
        self.readings.set_shown(shown)
        self.private.setText("private notes shown" if self.private.isChecked() else "private notes hidden")

    def set_columns(self, on: bool) -> None:
        """Show two columns, or one finding at a time."""
        self._body.setCurrentIndex(int(on))
        self._hint.setText(_HINT.replace("two columns", "one finding") if on else _HINT)
        self._size()

    def set_blank(self, blank: bool) -> None:
        """Cover the screen, so that the room looks at the presenter, or uncover it."""
        self._blank = blank
        self._cover.setVisible(blank)
        self._cover.setGeometry(self.rect())
        self._cover.raise_()

    def restart(self) -> None:
        """Set the clock to nought."""
        self._since = monotonic()
        self._tick()

    def _tick(self) -> None:
        self._time.setText(f"→ {self._digits}    {self.time}" if self._digits else self.time)

    # Going on

    def go_on(self, by: int) -> None:
        """Show more of the same finding if not all is in sight; else step."""
        if self._body.currentIndex() == 1 or not self.readings.turn_page(by):
            self.step(by)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) finding."""
        self._session.step_finding(by)

    def _go(self, number: int) -> None:
        """Go to a finding by its place among all that are shown."""
        shown = self._session.findings.shown
        if shown:
            self._session.go_to_finding(shown[number].id)

    def _go_typed(self) -> None:
        """Go to the finding of the current kind that has the number typed."""
        index, typed = self._session.findings, int(self._digits or 0)
        self._forget_digits()
        kind = index.current.kind if index.current else None
        target = next((f for f in index.shown if f.kind == kind and index.number(f) == typed), None)
        if target:
            self._session.go_to_finding(target.id)

    def _forget_digits(self) -> None:
        self._digits = ""
        self._forget.stop()
        self._tick()

    def zoom(self, by: int) -> None:
        """Larger (1), smaller (-1) or as designed (0)."""
        self._factor = min(max(self._factor + by, 0), len(_FACTORS) - 1) if by else _FACTORS.index(1.0)
        self._size()

    # Notes

    def write_note(self) -> None:
        """Let a note on the current finding be typed."""
        if self._session.findings.current:
            self.note.open()

    def _take_note(self, words: str, private: bool) -> None:
        finding = self._session.findings.current
        if finding and words.strip():
            self.noted.emit(finding.id, words.strip(), private)
        self.setFocus()
        self.refresh()

    # Sizes

    def _size(self) -> None:
        """Fit everything to the window: the same share of a small screen and of a large one."""
        height = max(self.height(), 1)
        unit = height / 100
        for label in (self._number, self._time, self._sign):
            label.setFont(label_font(max(13.0, 2.1 * unit)))
        self._hint.setFont(label_font(max(11.5, 1.5 * unit)))
        self.private.setFont(label_font(max(11.5, 1.5 * unit)))
        self.note.set_size(max(14.0, 2.2 * unit))
        side = round(max(18, self.width() * SIDE))
        self._top.setContentsMargins(side, round(1.6 * unit), side, 0)
        self._top.setSpacing(round(2.5 * unit))
        self._foot.setContentsMargins(side, round(0.7 * unit), side, round(0.9 * unit))
        factor = _FACTORS[self._factor]
        self.columns.view.set_zoom(round(height * _COLUMNS_OF_HEIGHT * factor / READING_PIXELS * 100))
        self._size_heads()
        self.readings.set_factor(factor)
        self._cover.setGeometry(self.rect())

    def _size_heads(self) -> None:
        """Title and detail, smaller where they are long and where columns need the room."""
        unit = max(self.height(), 1) / 100
        columns = self._body.currentIndex() == 1
        side = round(max(18, self.width() * SIDE))
        title, detail = (2.6, 1.9) if columns else (3.6, 2.3)
        heading = label_font(title * unit, QFont.Weight.DemiBold)
        room = max(self.width() - 2 * side, 1)
        if QFontMetricsF(heading).horizontalAdvance(self._title.text()) > 2 * room:
            heading = label_font(title * unit * 0.75, QFont.Weight.DemiBold)
        self._title.setFont(heading)
        self._detail.setFont(label_font(max(12.0, detail * unit)))
        self._heads.setContentsMargins(side, round(0.6 * unit), side, round(1.2 * unit))
        self._heads.setSpacing(round(0.5 * unit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to another screen."""
        super().resizeEvent(event)
        self._size()

    def showEvent(self, event: QShowEvent) -> None:
        """The clock runs while the room looks."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._clock.stop()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, and whatever else a presenter's keys and clickers ask for."""
        if not self._pressed(event):
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if self._blank:  # any key brings the room back; none is taken for something else
            self.set_blank(False)
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if modifiers == control | shift and event.key() == _KEY.Key_M:
            self.private.toggle()
            return True
        if modifiers == shift and event.key() == _KEY.Key_Space:
            self.go_on(-1)
            return True
        if modifiers & control and event.key() == _KEY.Key_Z:
            (self.redone if modifiers & shift else self.undone).emit()
            return True
        if modifiers not in (Qt.KeyboardModifier.NoModifier, shift):
            return False
        if event.key() in (_KEY.Key_Return, _KEY.Key_Enter):
            self._go_typed() if self._digits else self.go_on(1)
            return True
        if event.text().isdecimal() and event.text().isascii() and (self._digits or event.text() != "0"):
            self._digits = (self._digits + event.text())[-5:]
            self._forget.start()
            self._tick()
            return True
        action = self._keys.get(event.key())
        if action is None:
            return False
        action()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys mean the same while the columns have the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a blank screen shows it again; any click brings the keys back here."""
        if self._blank:
            self.set_blank(False)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()
