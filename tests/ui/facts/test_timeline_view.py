"""The timeline as a person uses it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.ui.facts.view import FactsView
from crossread.ui.window import MainWindow

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_a_click_on_a_date_leads_to_the_text(qtbot: QtBot, window: MainWindow) -> None:
    timeline = window.views.facts.timeline
    shape = next(s for s in timeline.drawing.shapes if s.bar.label == "4 May 2026")
    at = timeline.rect_of(shape).center().toPoint()
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.page.isVisible()
    assert window.page.grid.shown.places == (Place("A", shape.bar.span),)


def test_the_timeline_is_walked_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    timeline = window.views.facts.timeline
    qtbot.keyClick(window, KEY.Key_T, CTRL)
    assert timeline.hasFocus()
    qtbot.keyClick(timeline, KEY.Key_Home)
    seen = [timeline.current]
    for _ in range(len(timeline.drawing.shapes) - 1):
        qtbot.keyClick(timeline, KEY.Key_Right)
        seen.append(timeline.current)
    assert seen == [shape.bar for shape in timeline.drawing.shapes]
    assert timeline.current is not None
    assert timeline.current.label in timeline.accessibleDescription()
    qtbot.keyClick(timeline, KEY.Key_Up)
    assert timeline.current == seen[0]
    qtbot.keyClick(timeline, KEY.Key_Return)
    assert window.page.isVisible()


def test_a_row_rings_its_dates_on_the_timeline(view: FactsView, window: MainWindow) -> None:
    timeline = window.views.facts.timeline
    item = next(i for i, row in enumerate(view.table.rows) if row.kind in ("daterange", "date"))
    plain = timeline.viewport().grab().toImage()
    view.select(item)
    assert timeline.viewport().grab().toImage() != plain
