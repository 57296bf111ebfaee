"""Quotations, names, certainty and hidden characters in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from crossread.ui.window import MainWindow
from ui.windows import REPORTS, opened, write

SEEDS = Path(__file__).parents[2] / "seeds"
TAMPERED = REPORTS[0].replace("warehouse", "ware\u200bhouse")


def list_of(window: MainWindow, action: str) -> QTextBrowser:
    window.actions_[action].trigger()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    (text,) = dialog.findChildren(QTextBrowser)
    return text


@pytest.fixture
def seeds(qtbot: QtBot) -> MainWindow:
    return opened(qtbot, [SEEDS])


def test_each_kind_has_a_filter_and_a_tab(seeds: MainWindow) -> None:
    for kind, count in (("quotations", 3), ("names", 1)):
        assert len(seeds.session.findings.of(kind)) == count  # type: ignore[arg-type]
        chip = seeds.top.chip(kind)
        assert chip is not None
        assert chip.isVisible()
        seeds.findings.set_kind(kind)  # type: ignore[arg-type]
        assert seeds.findings.kind == kind
    assert seeds.top.chip("characters") is None


def test_the_filter_of_certainty_hides_its_marks_and_findings(seeds: MainWindow) -> None:
    chip = seeds.top.chip("certainty")
    assert chip is not None
    assert "hedge" in seeds.page.grid.sheet.look.kinds
    chip.click()
    assert "hedge" not in seeds.page.grid.sheet.look.kinds
    assert seeds.session.findings.of("certainty") == ()


def test_names_are_listed_by_document_and_lead_to_the_text(seeds: MainWindow) -> None:
    text = list_of(seeds, "names")
    assert "Elizabeth Warren" in text.toPlainText()
    name = next(name for name in seeds.session.comparison.names if name.label == "Tim Scott")  # type: ignore[union-attr]
    place = name.mentions[0]
    text.anchorClicked.emit(QUrl(f"place:{place.document}:{place.span.start}:{place.span.end}"))
    row = next(row for row in seeds.session.rows if row.id == seeds.session.row)
    assert place.passage in {passage for cell in row.cells for passage in cell.passages}


def test_every_link_of_both_lists_is_a_place_in_an_open_document(seeds: MainWindow) -> None:
    for action in ("names", "quotations"):
        text = list_of(seeds, action)
        html = text.toHtml()
        assert html.count('href="place:') > 5
        window = text.window()
        assert isinstance(window, QDialog)
        window.hide()


def test_why_shows_how_firmly_each_passage_claims_it(seeds: MainWindow) -> None:
    finding = seeds.session.findings.of("certainty")[0]
    seeds.session.go_to_finding(finding.id)
    shown = list_of(seeds, "why").toPlainText()
    assert "○○○○●" in shown
    assert "asserted" in shown


def test_hidden_characters_are_told_and_left_out_of_what_is_copied(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path, (TAMPERED, *REPORTS[1:])))
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
