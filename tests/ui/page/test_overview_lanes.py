"""The overview at the right edge."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.present.palette import DARK, LIGHT
from crossread.ui.page.overview import OverviewLanes
from ui.grid_samples import sample_page

EDGES = [0.0, 0.4, 0.5, 0.9, 1.0]


@pytest.fixture
def lanes(qtbot: QtBot) -> OverviewLanes:
    widget = OverviewLanes()
    qtbot.addWidget(widget)
    widget.set_content(*sample_page(), EDGES)
    widget.resize(widget.sizeHint().width(), 400)
    widget.show()
    return widget


def lane_colours(lanes: OverviewLanes, lane: int, top: int, bottom: int) -> set[str]:
    picture = lanes.grab().toImage()
    x = round(6 + lane * 8) + 2
    return {picture.pixelColor(x, y).name() for y in range(top, bottom)}


def test_silent_documents_leave_a_gap(lanes: OverviewLanes) -> None:
    assert lane_colours(lanes, 2, 5, 195) == {LIGHT.ground}
    assert LIGHT.line in lane_colours(lanes, 0, 5, 155)


def test_a_contradiction_is_seen_in_its_full_colour(lanes: OverviewLanes) -> None:
    assert LIGHT.contradiction.line in lane_colours(lanes, 1, 200, 360)
    lanes.set_visible_marks(frozenset({"number"}))
    assert LIGHT.contradiction.line not in lane_colours(lanes, 1, 200, 360)


def test_clicking_and_dragging_jump(lanes: OverviewLanes) -> None:
    told: list[float] = []
    lanes.jumped.connect(told.append)
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 100))
    QTest.mousePress(lanes, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 200))
    assert told == [0.25, 0.5]


def test_keys_go_up_and_down(lanes: OverviewLanes) -> None:
    told: list[float] = []
    lanes.jumped.connect(told.append)
    lanes.set_viewport(0.4, 0.6)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(lanes, key)
    assert told == pytest.approx([0.7, 0.4, 0.0, 1.0])


def test_the_frame_shows_what_is_in_sight(lanes: OverviewLanes) -> None:
    before = lanes.grab().toImage()
    lanes.set_viewport(0.5, 0.75)
    after = lanes.grab().toImage()
    changed = {y for y in range(400) if before.pixelColor(1, y) != after.pixelColor(1, y)}
    assert changed and min(changed) >= 199 and max(changed) <= 301


def test_rows_found_to_be_taller_move_the_lanes(lanes: OverviewLanes) -> None:
    before = lanes.grab().toImage()
    lanes.set_edges([edge + 0.0001 for edge in EDGES[:-1]] + [1.0])
    assert lanes.grab().toImage() == before
    lanes.set_edges([0.0, 0.2, 0.3, 0.9, 1.0])
    assert lanes.grab().toImage() != before


def test_of_very_many_rows_the_gravest_mark_is_seen(
    lanes: OverviewLanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossread.ui.page.overview._CROWDED", 1)
    lanes.set_content(*sample_page(), EDGES)
    assert LIGHT.contradiction.line in lane_colours(lanes, 1, 200, 360)
    assert LIGHT.contradiction.line not in lane_colours(lanes, 1, 0, 199)
    assert lane_colours(lanes, 2, 5, 195) == {LIGHT.ground}


def test_it_is_painted_in_other_colours_and_without_any_content(lanes: OverviewLanes) -> None:
    lanes.set_colours(DARK)
    assert lane_colours(lanes, 2, 5, 195) == {DARK.ground}
    lanes.set_content((), (), {}, [])
    assert lanes.grab().toImage().pixelColor(3, 3).name() == DARK.ground
