"""The Reading view: the base with cards in its margin; in the real window over real files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.present.palette import LIGHT
from crossread.ui.reading.area import ReadingArea
from crossread.ui.reading.view import ReadingView
from crossread.ui.window import MainWindow
from ui.windows import opened, settle, write

KEY = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = opened(qtbot, write(tmp_path))
    window.resize(1280, 800)
    window.actions_["reading"].trigger()
    return window


@pytest.fixture
def area(window: MainWindow) -> ReadingArea:
    return window.page.reading


def card_point(view: ReadingView, number: int, below: float = 8) -> QPoint:
    """A point of a card, in the viewport."""
    top, _ = view.spread.extent_of(number)
    return QPoint(round(view.spread.card_left + 40), round(top - view.tops()[0] + below))


def entry_point(view: ReadingView, number: int, finding: str) -> QPoint:
    """A point on a finding of a card."""
    top, bottom = view.spread.extent_of(number)
    heights = range(round(top), round(bottom))
    found = next(y for y in heights if (e := view.spread.entry_at(number, y)) and e.finding.id == finding)
    return QPoint(round(view.spread.card_left + 60), round(found + 4 - view.tops()[0]))


def test_the_base_is_read_with_the_others_in_its_margin(window: MainWindow, area: ReadingArea) -> None:
    assert area.isVisible() and not window.page.grid.isVisible()
    assert [document.id for document in area.view.leaves.documents] == ["A"]
    shown = [entry.finding.id for card in area.view.cards for entry in card.entries]
    assert sorted(shown) == sorted(finding.id for finding in window.session.findings.shown)
    for entry in (entry for card in area.view.cards for entry in card.entries):
        assert entry.number == window.session.findings.number(entry.finding)


def test_stepping_unfolds_the_card_of_the_finding_beside_its_line(
    window: MainWindow, area: ReadingArea
) -> None:
    finding = window.session.step_finding(1)
    assert finding is not None
    card, view = area.view.chosen, area.view
    assert card is not None and finding.id in [entry.finding.id for entry in card.entries]
    number = card.number - 1
    assert view.spread.chosen == number
    assert view.spread.card(number).unfolded
    assert view.spread.placed[number][0] >= view.spread.wanted[number]
    assert view.shown.place is not None and view.shown.place.span in card.spans
    top = view.spread.placed[number][0]
    on_top = next(entry for y in range(200) if (entry := view.spread.entry_at(number, top + y)))
    assert on_top.finding == finding
    assert f"Card {card.number}" in view.accessibleDescription()
    other = window.session.step_finding(1)
    assert other is not None and other.id in [e.finding.id for e in view.chosen.entries]  # type: ignore[union-attr]


def test_a_kind_that_is_switched_off_is_on_no_card(window: MainWindow, area: ReadingArea) -> None:
    kinds = {entry.finding.kind for card in area.view.cards for entry in card.entries}
    assert "numbers" in kinds
    window.session.set_filters(hidden_kinds=frozenset({"numbers"}))
    assert {e.finding.kind for card in area.view.cards for e in card.entries} == kinds - {"numbers"}


def test_a_click_chooses_a_card_and_a_finding_on_it(
    qtbot: QtBot, window: MainWindow, area: ReadingArea
) -> None:
    view = area.view
    number, card = next((n, c) for n, c in enumerate(view.cards) if c.entries)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=card_point(view, number))
    assert window.session.row == card.rows[0]
    assert view.chosen == view.cards[number]
    last = card.entries[-1].finding
    view.bring(Place("A", card.spans[0]))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=entry_point(view, number, last.id))
    assert window.session.findings.current == last


def test_a_click_on_the_text_chooses_its_card_and_leaves_the_text_where_it_is(
    qtbot: QtBot, window: MainWindow, area: ReadingArea
) -> None:
    view = area.view
    number, card = next((n, c) for n, c in enumerate(view.cards) if c.spans and n != view.spread.chosen)
    rect = view.spread.rects(0, card.spans[0])[0].translated(0, -view.tops()[0])
    before = view.tops()
    qtbot.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(round(rect.left() + 12), round(rect.center().y())),
    )
    assert view.chosen == card and view.spread.chosen == number
    assert view.tops() == before
    assert window.session.row == card.rows[0]


def test_keys_go_through_the_passages_and_enter_to_the_first_finding(
    qtbot: QtBot, window: MainWindow, area: ReadingArea
) -> None:
    view = area.view
    assert view.hasFocus()
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.shown.place == Place("A", window.session.documents[0].passages[0].span)
    while not (view.chosen and view.chosen.entries):
        qtbot.keyClick(view, KEY.Key_Down)
    first = view.chosen.entries[0].finding
    qtbot.keyClick(view, KEY.Key_Return)
    assert window.session.findings.current == first
    qtbot.keyClick(view, KEY.Key_A)
    assert window.desk.review.state(first.id) == "confirmed"


def test_another_base_is_read_and_other_documents_places_lead_to_their_card(
    qtbot: QtBot, window: MainWindow, area: ReadingArea
) -> None:
    menu = area.menu()
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    menu.actions()[1].trigger()
    settle(qtbot, window)
    assert window.session.base == "B"
    assert [document.id for document in area.view.leaves.documents] == ["B"]
    third = window.session.documents[2]
    place = Place("C", third.passages[-1].span)  # the mayor's thanks, which only C has
    window.page.show_place(place)
    assert area.view.chosen is not None and area.view.chosen.silent
    assert "C" in dict(area.view.chosen.readings)


def test_text_is_found_selected_and_copied(window: MainWindow, area: ReadingArea) -> None:
    window.top.find_field.setText("quay")
    window.views.seek("quay")
    assert area.view.shown.found["A"]
    window.actions_["select_all"].trigger()
    window.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text() == window.session.documents[0].text


def test_passages_are_shaded_by_how_grave_their_differences_are(
    window: MainWindow, area: ReadingArea
) -> None:
    view, session = area.view, window.session
    session.select_row(view.cards[0].rows[0])
    grave = next(card for card in view.cards if card.level == 3)
    picture = view.viewport().grab().toImage()
    left = view.spread.text_left(0)
    rect = view.spread.rects(0, grave.spans[0])[0].translated(0, -view.tops()[0])
    ratio = picture.devicePixelRatio()
    bar = picture.pixelColor(round((left - 12) * ratio), round(rect.center().y() * ratio))
    assert bar.name() == LIGHT.contradiction.ink


def test_it_is_remembered_and_holds_without_a_comparison(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path)[:1])
    window.actions_["reading"].trigger()
    view = window.page.reading.view
    assert view.cards == () and [document.id for document in view.leaves.documents] == ["A"]
    qtbot.keyClick(view, KEY.Key_Down)
    qtbot.keyClick(view, KEY.Key_Return)
    assert window._remembered().view == "reading"


@pytest.mark.parametrize("width", [230, 420, 700, 1500])
@pytest.mark.parametrize("zoom", [50, 100, 300])
def test_text_and_cards_share_whatever_width_there_is(window: MainWindow, width: int, zoom: int) -> None:
    view = window.page.reading.view
    view.set_zoom(zoom)
    spread = view._set_columns(float(width))
    assert spread.card_left + spread.card_width <= width
    assert spread.text_left(0) + spread.text_width < spread.card_left
    assert spread.text_left(0) >= 0
