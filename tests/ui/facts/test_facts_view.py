"""The Facts view as a person uses it: rows, values, filters, cards, finding; by mouse and by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.paths import seeds
from crossread.settings import Settings, ThemeChoice
from crossread.ui.facts.view import FactsView
from crossread.ui.table.sheet import HEAD
from crossread.ui.window import MainWindow
from ui.facts.values import FIRE, find, point
from ui.windows import WAIT, Saved, make_window, opened, settle, write

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_facts_stand_gravest_first_and_those_of_one_source_apart(view: FactsView) -> None:
    table = view.table
    assert len(table.rows) == 5
    assert table.rows[0].verdict == "contradiction"
    assert table.first_single == 4
    assert table.is_single(4)
    assert [table.number(item) for item in range(5)] == [1, 2, 3, 4, None]
    assert table.cell(0, 1).odd
    assert view.sheet.band_of(4) > 0 == view.sheet.band_of(0)


def test_views_are_switched_by_button_menu_and_key(qtbot: QtBot, window: MainWindow) -> None:
    assert window.views.facts.isVisible()
    assert not window.page.isVisible()
    assert window.top.views["facts"].isChecked()
    assert window.actions_["facts"].isChecked()
    qtbot.mouseClick(window.top.views["grid"], Qt.MouseButton.LeftButton)
    assert window.page.isVisible()
    assert window.actions_["grid"].isChecked()
    assert window.page.grid.hasFocus()
    window.actions_["facts"].trigger()
    assert window.views.facts.view.hasFocus()


def test_the_view_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    saved = Saved()
    window = make_window(qtbot, saved=saved)
    qtbot.keyClick(window, KEY.Key_3, CTRL)
    window.close()
    assert saved[-1].view == "facts"
    again = make_window(qtbot, saved[-1])
    again.session.open(write(tmp_path, FIRE))
    settle(qtbot, again)
    assert again.views.facts.isVisible()
    assert again.views.facts.view.hasFocus()


def test_a_click_on_a_value_leads_to_its_place_in_the_text(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    entry = find(view, "B", "40")
    place = view.table.place(entry)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, entry))
    assert window.page.isVisible()
    assert window.page.grid.shown.places == (place,)
    assert window.session.row == window.session.row_of(place)


def test_a_value_in_a_row_that_is_filtered_out_says_so(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    entry = find(view, "B", "9")
    window.session.set_filters(three_or_more=True)
    view.select(entry.item, entry.column)
    qtbot.keyClick(view, KEY.Key_Return)
    assert "row that is not shown" in window.notices.sentences[-1]


def test_arrows_go_through_rows_documents_and_values(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    qtbot.keyClick(window, KEY.Key_3, CTRL)
    view = window.views.facts.view
    item = next(
        i for i, row in enumerate(view.table.rows) if any(len(cell.entries) > 1 for cell in row.cells)
    )
    column = next(c for c, cell in enumerate(view.table.rows[item].cells) if len(cell.entries) > 1)
    for _ in range(item):
        qtbot.keyClick(view, KEY.Key_Down)
    assert view.shown.item == item
    seen = []
    for _ in range(40):
        qtbot.keyClick(view, KEY.Key_Right)
        seen.append((view.shown.column, view.shown.number))
    assert (column, 1) in seen
    assert sorted(seen) == seen
    assert seen[-1][0] == 4
    for _ in range(40):
        qtbot.keyClick(view, KEY.Key_Left)
    assert view.shown.column == HEAD
    qtbot.keyClick(view, KEY.Key_End)
    assert view.shown.item == len(view.table.rows) - 1
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.shown.item == 0


def test_n_and_p_step_through_the_findings_on_numbers_and_the_grid_is_at_the_same_one(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    numbers = []
    for _ in range(5):
        current = window.session.findings.current
        assert current is not None
        assert view.table.item_of_finding[current.id] == view.shown.item
        numbers.append(current.number)
        qtbot.keyClick(view, KEY.Key_N)
    assert numbers == [1, 2, 3, 4, 1]
    qtbot.keyClick(view, KEY.Key_P)
    current = window.session.findings.current
    assert current is not None
    qtbot.keyClick(window, KEY.Key_1, CTRL)
    assert window.page.grid.shown.places == current.places
    qtbot.keyClick(window.page.grid, KEY.Key_N)
    qtbot.keyClick(window, KEY.Key_3, CTRL)
    chosen = window.session.findings.current
    assert chosen is not None
    assert view.table.item_of_finding.get(chosen.id, view.shown.item) == view.shown.item


def test_filters_take_rows_away_here_and_findings_in_both_views(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    before = len(window.session.findings.of("numbers"))
    chip = window.top.chip("contradiction")
    assert chip is not None
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert all(row.verdict != "contradiction" for row in view.table.rows)
    assert len(view.table.rows) == 4
    assert len(window.session.findings.of("numbers")) == before - 1
    assert "not shown" in chip.accessibleName()
    single = window.top.chip("single")
    assert single is not None
    qtbot.mouseClick(single, Qt.MouseButton.LeftButton)
    assert len(view.table.rows) == 3
    verdicts = window.actions_.submenus["verdicts"]
    while off := [action for action in verdicts.actions() if not action.isChecked()]:
        off[0].trigger()
    assert len(view.table.rows) == 5


def test_hidden_documents_have_no_column_and_judge_nothing(window: MainWindow, view: FactsView) -> None:
    window.session.set_hidden("B", True)
    assert [document.id for document in view.table.documents] == ["A", "C"]
    assert all(row.verdict != "contradiction" for row in view.table.rows)
    assert not any(cell.odd for row in view.table.rows for cell in row.cells)


def test_a_card_says_why_and_goes_away(qtbot: QtBot, window: MainWindow, view: FactsView) -> None:
    card = window.views.facts.card
    view.select(0, HEAD)
    qtbot.keyClick(view, KEY.Key_W)
    assert card.isVisible()
    assert card.in_words().startswith(view.table.rows[0].label.capitalize())
    assert [line.badge for line in card.card.lines] == ["≠", "="]
    assert view.rect().contains(card.geometry())
    qtbot.keyClick(view, KEY.Key_Escape)
    assert not card.isVisible()
    head = QPoint(20, round(view.sheet.box(0, HEAD).top()) + 8)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert card.isVisible()
    qtbot.keyClick(view, KEY.Key_Down)
    assert not card.isVisible()


def test_find_in_facts_counts_steps_and_goes_back(qtbot: QtBot, window: MainWindow, view: FactsView) -> None:
    qtbot.keyClick(window, KEY.Key_F, CTRL)
    field = window.top.find_field
    assert field.hasFocus()
    assert "facts" in field.placeholderText()
    qtbot.keyClicks(field, "TWO DAYS")
    hits = view.finder.found
    assert {(hit.part) for hit in hits} >= {"words", "explanation"}
    assert field.accessibleDescription() == str(len(hits))
    qtbot.keyClick(field, KEY.Key_Return)
    assert field.accessibleDescription() == f"1 of {len(hits)}"
    assert view.shown.item == hits[0].item
    qtbot.keyClick(window, KEY.Key_1, CTRL)
    assert field.accessibleDescription() == str(len(window.session.finder.places))
    qtbot.keyClick(window, KEY.Key_3, CTRL)
    qtbot.keyClick(field, KEY.Key_Escape)
    assert view.hasFocus()
    assert not view.finder.found


def test_copy_takes_the_value_the_cell_or_the_whole_fact(qtbot: QtBot, view: FactsView) -> None:
    entry = find(view, "B", "40")
    view.select(entry.item, entry.column)
    qtbot.keyClick(view, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "40"
    view.select(entry.item, HEAD)
    qtbot.keyClick(view, KEY.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert "B: “40” (40)" in text
    assert text.startswith("Contradict: ")
    boats = find(view, "B", "9")
    view.select(boats.item, 0)
    qtbot.keyClick(view, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "A: says nothing"


def test_those_who_listen_hear_where_they_are(qtbot: QtBot, view: FactsView) -> None:
    assert view.accessibleName()
    view.select(0, HEAD)
    assert view.accessibleDescription().startswith("Fact 1 of 5. Contradict: ")
    entry = find(view, "B", "40")
    view.select(entry.item, entry.column)
    assert "“40”" in view.accessibleDescription()
    qtbot.keyClick(view, KEY.Key_Space)
    assert view.accessibleDescription().startswith("B: “40”") or "Picked" in view.accessibleDescription()


def test_zoom_is_one_for_both_views(qtbot: QtBot, window: MainWindow, view: FactsView) -> None:
    height = view.sheet.height
    qtbot.keyClick(window, KEY.Key_Plus, CTRL)
    assert window.page.grid.zoom > 100
    assert view.sheet.height > height
    qtbot.keyClick(window, KEY.Key_0, CTRL)
    assert view.sheet.height == height


def test_not_all_columns_have_room_and_all_can_be_seen(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()], Settings(theme="light", view="facts"))
    view = window.views.facts.view
    window.resize(720, 480)
    assert len(view.columns.shown) < 5
    view.select(0, 4)
    assert 4 in view.columns.shown
    qtbot.keyClick(view, KEY.Key_BracketLeft)
    assert 4 not in view.columns.shown


def test_without_a_comparison_there_is_nothing_to_show_and_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path, FIRE[:1]), Settings(theme="light", view="facts"))
    view = window.views.facts.view
    assert view.isVisible()
    assert not view.table.rows
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Return, KEY.Key_N, KEY.Key_W, KEY.Key_Space):
        qtbot.keyClick(view, key)
    assert not window.views.facts.timeline.drawing.shapes


def hover(window: MainWindow, place: Place) -> None:
    grid = window.page.grid
    grid.show_place(place)
    middle = grid.sheet.rects(place)[0].center() - QPointF(0, grid.verticalScrollBar().value())
    at = middle.toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, grid.viewport().mapToGlobal(at))
    QApplication.sendEvent(grid.viewport(), event)


def test_resting_on_a_quantity_in_the_text_shows_what_others_say(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    place = view.table.place(find(view, "B", "40"))
    qtbot.keyClick(window, KEY.Key_1, CTRL)
    hover(window, place)
    card = window.page.card
    assert card.isVisible()
    assert [(line.documents, line.words, line.badge) for line in card.card.lines] == [(("A", "C"), "14", "≠")]
    over = window.page.grid.sheet.rects(place)[0].toAlignedRect()
    assert not card.geometry().contains(over)
    qtbot.mouseMove(window.page.grid.viewport(), QPoint(5, 5))
    qtbot.waitUntil(lambda: not card.isVisible(), timeout=WAIT)


def test_resting_on_a_quantity_of_one_source_shows_nothing(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    place = view.table.place(find(view, "B", "9"))
    qtbot.keyClick(window, KEY.Key_1, CTRL)
    hover(window, place)
    assert not window.page.card.isVisible()


def test_the_menu_of_a_value_offers_what_can_be_done_with_it(
    qtbot: QtBot, window: MainWindow, view: FactsView
) -> None:
    entry = find(view, "B", "40")
    at = point(view, entry)
    shown: list[QPoint] = []
    view.menu_asked.connect(shown.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert shown
    words = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert words[:3] == ["Go to the text", "Why?", "Copy"]
    assert {"Same fact", "Different facts", "Wrong value…", "Undo"} <= set(words)
    menu.close()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_part_is_painted_in_every_theme(qtbot: QtBot, tmp_path: Path, theme: ThemeChoice) -> None:
    window = opened(qtbot, write(tmp_path, FIRE), Settings(theme=theme, view="facts"))
    facts = window.views.facts
    facts.explain()
    for part in (facts.view.viewport(), facts.timeline.viewport(), facts.card):
        image = part.grab().toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        }
        assert len(colours) > 10


def test_a_thousand_facts_are_set_only_where_one_looks(qtbot: QtBot, tmp_path: Path) -> None:
    lines = [
        f"The guild of harbour {number} counted {number * 7 + 3} boats in town {number}."
        for number in range(400)
    ]
    window = opened(
        qtbot,
        write(tmp_path, [" ".join(lines), " ".join(lines[1:])]),
        Settings(theme="light", view="facts"),
    )
    view = window.views.facts.view
    assert len(view.table.rows) > 300
    assert len(view.sheet._rows) < 60
    qtbot.keyClick(view, KEY.Key_End)
    item = len(view.table.rows) - 1
    bottom = view.sheet.stack.bottom(item) - view.verticalScrollBar().value()
    assert 0 < bottom <= view.viewport().height() + 1
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_an_empty_table_says_why_and_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path)[:1])
    for name in ("facts", "names", "quotations"):
        window.actions_[name].trigger()
        view = window.views.tables[name].view
        assert "two documents or more" in view.empty and "Ctrl+Shift+O" in view.accessibleDescription()
    window.session.add(write(tmp_path, ["Nobody spoke of it.", "Nothing was heard of it again."], "mute"))
    window.session.remove("A")
    settle(qtbot, window)
    window.actions_["quotations"].trigger()
    assert window.views.quotations.view.empty == "None of the documents quotes anybody."


def test_rows_switched_off_are_told_from_none_at_all(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.actions_["facts"].trigger()
    assert window.views.facts.view.table.rows and not window.views.facts.view.empty.startswith("None")
    window.session.set_filters(hidden_verdicts=frozenset(window.views.facts.filters))
    assert not window.views.facts.view.table.rows
    assert "switched off" in window.views.facts.view.empty
