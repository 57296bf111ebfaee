"""Quotations, names, certainty and hidden characters in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.ui.table.view import TableView
from crossread.ui.window import MainWindow
from ui.windows import REPORTS, opened, write

SEEDS = Path(__file__).parents[3] / "seeds"
TAMPERED = REPORTS[0].replace("warehouse", "ware\u200bhouse")


def dialog_of(window: MainWindow, action: str) -> QTextBrowser:
    window.actions_[action].trigger()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    (text,) = dialog.findChildren(QTextBrowser)
    return text


def table_of(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> TableView:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    view = window.views.current
    assert isinstance(view, TableView)
    assert view.isVisible()
    assert view.hasFocus()
    return view


def row_of(view: TableView, label: str) -> int:
    return next(item for item, row in enumerate(view.table.rows) if row.label == label)


def tampered(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return opened(qtbot, write(tmp_path, (TAMPERED, *REPORTS[1:])))


@pytest.fixture
def seeds(qtbot: QtBot) -> MainWindow:
    return opened(qtbot, [SEEDS])


def test_each_kind_has_a_filter_and_a_tab(seeds: MainWindow) -> None:
    for kind, count in (("quotations", 3), ("names", 1)):
        assert len(seeds.session.findings.of(kind)) == count
        chip = seeds.top.chip(kind)
        assert chip is not None
        assert chip.isVisible()
        seeds.findings.set_kind(kind)
        assert seeds.findings.kind == kind
    assert seeds.top.chip("characters") is None


def test_the_filter_of_certainty_hides_its_marks_and_findings(seeds: MainWindow) -> None:
    chip = seeds.top.chip("certainty")
    assert chip is not None
    assert "hedge" in seeds.page.grid.sheet.look.kinds
    chip.click()
    assert "hedge" not in seeds.page.grid.sheet.look.kinds
    assert seeds.session.findings.of("certainty") == ()


def test_names_stand_in_a_grid_that_leads_to_the_text(qtbot: QtBot, seeds: MainWindow) -> None:
    view = table_of(qtbot, seeds, Qt.Key.Key_4)
    table = view.table
    item = row_of(view, "Tim Scott")
    assert table.verdict_words(item) == "Other in the role"
    assert table.number(item) == seeds.session.findings.of("names")[0].number
    assert table.silence(item, 3) == "instead: Bill Hagerty, Andy Kim"
    assert table.cell_words(item, 4) == "E: “Tim Scott”"
    view.select(item, 4)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert seeds.views.name == "grid"
    name = next(name for name in seeds.session.comparison.names if name.label == "Tim Scott")
    row = next(row for row in seeds.session.rows if row.id == seeds.session.row)
    assert name.mentions[0].passage in {passage for cell in row.cells for passage in cell.passages}


def test_spellings_are_told_apart_in_the_names(qtbot: QtBot, seeds: MainWindow) -> None:
    view = table_of(qtbot, seeds, Qt.Key.Key_4)
    item = row_of(view, "Defense Department")
    words = [table_entry.words for cell in view.table.rows[item].cells for table_entry in cell.entries]
    assert words == ["U.S. Defense Department", "Pentagon"]
    kinds = [mark.kind for entry in view.table.entries(item) for mark in view.table.marks(entry)]
    assert kinds == ["wording"]


def test_filters_of_names_and_quotations_hide_rows_and_keep_their_counts(
    qtbot: QtBot, seeds: MainWindow
) -> None:
    view = table_of(qtbot, seeds, Qt.Key.Key_4)
    before = len(view.table.rows)
    chip = seeds.top.chip("place")
    assert chip is not None
    assert chip.isVisible()
    chip.click()
    assert len(view.table.rows) == before - view.table.counts["place"]
    assert not any(row.label == "China" for row in view.table.rows)
    view = table_of(qtbot, seeds, Qt.Key.Key_5)
    assert not chip.isVisible()
    words = seeds.top.chip("words")
    assert words is not None
    before = len(view.table.rows)
    words.click()
    assert len(view.table.rows) == before - view.table.counts["words"]


def test_quotations_inside_spun_text_stand_first_and_stand_out(qtbot: QtBot, seeds: MainWindow) -> None:
    view = table_of(qtbot, seeds, Qt.Key.Key_5)
    table = view.table
    assert [row.label for row in table.rows[:3]] == ["Francesco Pili", "Francesco Pili", "Anthropic"]
    assert table.tint(0, 2) == "spun"
    assert "inside spun text" in table.below(0, 2)
    seeds.actions_["next_finding"].trigger()
    assert view.shown.item == 1
    seeds.actions_["why"].trigger()
    assert "no other source has it" in seeds.views.quotations.card.in_words()


def test_a_long_quotation_of_one_source_runs_over_the_silent_columns(qtbot: QtBot, seeds: MainWindow) -> None:
    view = table_of(qtbot, seeds, Qt.Key.Key_5)
    seeds.resize(1280, 800)
    qtbot.waitUntil(lambda: len(view.sheet.columns.shown) == 5)
    sheet = view.sheet
    long, short = 0, 2
    assert sheet.row(long).spread == range(2, 5)
    assert sheet.row(short).spread is None
    box, letter = sheet.box(long, 2), sheet.letter(long)
    assert letter is not None
    assert box.contains(letter)
    places = sheet.rects(view.table.entries(long)[0])
    assert all(box.contains(place) and place.left() > letter.right() for place in places)
    assert max(place.right() for place in places) > sheet.columns.edges[4]
    # What is pointed at belongs to the document that speaks, in whichever column it stands.
    there = places[0].center()
    spot = sheet.spot(sheet.columns.edges[4] + 5, there.y())
    assert spot is not None
    assert (spot.column, spot.number) == (2, 0)
    assert sheet.spot(sheet.columns.edges[1] - 5, there.y()).column == 0


def test_a_long_quotation_of_the_last_source_runs_over_those_before_it(qtbot: QtBot, tmp_path: Path) -> None:
    said = "The reef is dying, and nobody in the capital has been listening to us for the last thirty years"
    texts = ("The reef is dying.", "The reef is large.", f"“{said},” said Lin Wei of the reef.")
    window = opened(qtbot, write(tmp_path, texts))
    view = table_of(qtbot, window, Qt.Key.Key_5)
    (row,) = [item for item, row in enumerate(view.table.rows) if view.table.cell(item, 2).entries]
    spread = view.sheet.row(row).spread
    assert spread is not None
    assert spread.stop == 3
    assert spread.start < 2


def test_altered_quotations_are_marked_word_by_word(qtbot: QtBot, tmp_path: Path) -> None:
    texts = (
        "“The reef is dying and nobody in the capital is listening to us,” said Lin Wei.",
        "“The reef is withering and no one in the capital is hearing us,” said Lin Wei.",
    )
    window = opened(qtbot, write(tmp_path, texts))
    view = table_of(qtbot, window, Qt.Key.Key_5)
    assert view.table.verdict_words(0) == "Altered"
    (first, second) = view.table.entries(0)
    marked = [
        [view.table.shown_words(entry)[mark.span.start : mark.span.end] for mark in view.table.marks(entry)]
        for entry in (first, second)
    ]
    assert "dying" in marked[0]
    assert "withering" in marked[1]
    window.actions_["why"].trigger()
    assert "A “dying”, B “withering”." in window.views.quotations.card.in_words()


def test_words_are_found_in_the_names(qtbot: QtBot, seeds: MainWindow) -> None:
    view = table_of(qtbot, seeds, Qt.Key.Key_4)
    seeds.actions_["find"].trigger()
    qtbot.keyClicks(seeds.top.find_field, "hagerty")
    qtbot.keyClick(seeds.top.find_field, Qt.Key.Key_Return)
    assert view.shown.item == row_of(view, "Bill Hagerty")


def test_hidden_characters_are_listed_and_lead_to_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    window = tampered(qtbot, tmp_path)
    window.actions_["go_characters"].trigger()
    panel = window.views.quotations.characters
    assert panel.list.hasFocus()
    assert "1 that speak of tampering" in panel.summary
    assert panel.list.topLevelItemCount() == 1
    panel.list.setCurrentItem(panel.list.topLevelItem(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.views.name == "grid"


def test_nothing_is_listed_where_no_character_is_hidden(qtbot: QtBot, seeds: MainWindow) -> None:
    table_of(qtbot, seeds, Qt.Key.Key_5)
    assert seeds.views.quotations.characters.summary == "No hidden characters were found."


def test_why_shows_how_firmly_each_passage_claims_it(seeds: MainWindow) -> None:
    finding = seeds.session.findings.of("certainty")[0]
    seeds.session.go_to_finding(finding.id)
    shown = dialog_of(seeds, "why").toPlainText()
    assert "○○○○●" in shown
    assert "asserted" in shown


def test_hidden_characters_are_told_and_left_out_of_what_is_copied(qtbot: QtBot, tmp_path: Path) -> None:
    window = tampered(qtbot, tmp_path)
    assert len(window.session.findings.of("characters")) == 1
    view = window.left.documents.view
    tip = view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "1 × U+200B Zero width space" in tip
    assert "U+200B" not in view.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    window.page.grid.select_all_of("A")
    clipboard = QApplication.clipboard()
    window.actions_["copy"].trigger()
    assert "ware\u200bhouse" in clipboard.text()
    assert any("Copy cleaned" in sentence for sentence in window.notices.sentences)
    window.actions_["copy_cleaned"].trigger()
    assert "\u200b" not in clipboard.text()
    assert "warehouse" in clipboard.text()


def test_there_is_nothing_to_clean_where_nothing_is_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    assert not window.actions_["copy_cleaned"].isEnabled()
    assert window.actions_["copy"].isEnabled()


def test_a_scale_beside_each_hedged_passage_tells_how_firm_it_is(qtbot: QtBot, seeds: MainWindow) -> None:
    grid = seeds.page.grid
    assert grid.page.firmness["A6"].step == "alleged"
    assert "A8" not in grid.page.firmness  # all sources assert what distillation is
    seeds.session.select_row(seeds.session.row_of(Place("A", seeds.session.documents[0].by_id["A6"].span)))
    assert "A: (alleged, Anthropic) Anthropic has accused" in grid.accessibleDescription()
    chip = seeds.top.chip("certainty")
    assert chip is not None

    def left_edge() -> QImage:
        grid.verticalScrollBar().setValue(0)
        edge = QRect(round(grid.columns.edges[0]), 0, 9, grid.viewport().height())
        return grid.viewport().grab(edge).toImage()

    with_scale = left_edge()
    chip.click()
    assert left_edge() != with_scale
    chip.click()
    assert left_edge() == with_scale


def test_the_readings_show_the_scale_only_where_the_row_is_not_of_one_mind(seeds: MainWindow) -> None:
    document = seeds.session.documents[1]
    seeds.session.select_row(seeds.session.row_of(Place("B", document.by_id["B12"].span)))
    assert {"asserted", "reported", "alleged"} <= set(seeds.page.readings.firmness)
    seeds.session.select_row(seeds.session.row_of(Place("A", seeds.session.documents[0].by_id["A8"].span)))
    assert set(seeds.page.readings.firmness) == {""}
