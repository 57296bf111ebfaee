from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from crossread.comparison import Comparison, Finding, FindingKind, Place
from crossread.text.span import Span
from crossread.ui.findings.cards import _letters
from crossread.ui.findings.panel import FindingsPanel
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session
from crossread.ui.working.tasks import Compared
from ui.grid_samples import document


def finding(number: int, kind: FindingKind, detail: str = "A “12” against B “14”.") -> Finding:
    places = (Place("A", Span(0, 3)), Place("B", Span(0, 3)))
    return Finding(number, f"id{number}", kind, "high", f"Title {number}", detail, "≠", "", places)


def panel_with(qtbot: QtBot, findings: tuple[Finding, ...]) -> tuple[FindingsPanel, Session]:
    """A panel over a session that was given these findings as its comparison's."""
    session = Session()
    panel = FindingsPanel(session, Desk("Ada"))
    qtbot.addWidget(panel)
    session.setParent(panel)
    documents = (document("A", "One two three."), document("B", "One two four."))
    session._open.put(documents)
    session._take_result(Compared(Comparison(documents, findings=findings), {}, 0.1))
    panel.resize(300, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel, session


def test_a_tab_for_each_kind_that_there_is(qtbot: QtBot) -> None:
    panel, _ = panel_with(qtbot, (finding(1, "numbers"), finding(2, "numbers"), finding(3, "missing")))
    shown = [tab.accessibleName() for tab in panel.tabs if tab.isVisible()]
    assert shown == ["Numbers: 2", "Missing: 1"]
    assert panel.kind == "numbers"
    missing = next(tab for tab in panel.tabs if tab.text() == "Missing")
    qtbot.mouseClick(missing, Qt.MouseButton.LeftButton)
    assert panel.kind == "missing"
    assert panel.view.model().rowCount() == 1


def test_a_card_is_chosen_by_click_and_by_enter(qtbot: QtBot) -> None:
    panel, _ = panel_with(qtbot, (finding(1, "numbers"), finding(2, "numbers")))
    chosen = QSignalSpy(panel.activated)
    second = panel.view.visualRect(panel.view.model().index(1, 0))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert chosen.at(0) == ["id2"]
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.view.model().index(0, 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert chosen.at(chosen.count() - 1) == ["id1"]


def test_stepping_opens_the_tab_and_counts(qtbot: QtBot) -> None:
    panel, session = panel_with(qtbot, (finding(1, "numbers"), finding(2, "missing"), finding(3, "missing")))
    session.step_finding(-1)
    assert panel.kind == "missing"
    assert panel.view.currentIndex().data().startswith("2 of 2: Title 3")
    session.step_finding(-1)
    assert panel.view.currentIndex().data().startswith("1 of 2: Title 2")


def test_a_thousand_findings_have_their_place_and_the_current_one_is_in_sight(qtbot: QtBot) -> None:
    panel, session = panel_with(qtbot, tuple(finding(number, "wording") for number in range(1, 1001)))
    session.step_finding(-1)
    index = panel.view.currentIndex()
    assert index.row() == 999
    qtbot.waitUntil(lambda: panel.view.viewport().rect().intersects(panel.view.visualRect(index)))


def test_cards_grow_with_their_words_and_shrink_with_room(qtbot: QtBot) -> None:
    long = " ".join(["A says one thing and B says another."] * 8)
    panel, _ = panel_with(qtbot, (finding(1, "numbers"), finding(2, "numbers", long)))
    model, view = panel.view.model(), panel.view
    short, tall = (view.visualRect(model.index(row, 0)).height() for row in range(2))
    assert tall > short
    panel.resize(600, 600)
    qtbot.waitUntil(lambda: view.visualRect(model.index(1, 0)).height() < tall)


def test_the_current_card_looks_different(qtbot: QtBot) -> None:
    panel, session = panel_with(qtbot, (finding(1, "numbers"), finding(2, "numbers")))
    before = panel.view.viewport().grab().toImage()
    session.go_to_finding("id2")
    assert panel.view.viewport().grab().toImage() != before


def test_it_says_that_there_is_nothing_and_why(qtbot: QtBot, tmp_path: Path) -> None:
    panel, session = panel_with(qtbot, (finding(1, "numbers"),))
    assert panel.view.isVisible()
    session.set_filters(hidden_kinds=frozenset({"numbers"}))
    assert not panel.view.isVisible()
    assert "switched off" in panel.nothing.text()
    panel, session = panel_with(qtbot, ())
    assert "Nothing was found" in panel.nothing.text()


def test_letters_of_documents_are_bold_outside_quotations_only() -> None:
    detail = "B and C against D: “A week B” is C’s."
    found = [detail[start : start + length] for start, length in _letters(finding(1, "numbers", detail))]
    assert found == ["B", "C", "D", "C"]


def test_letters_typed_over_the_cards_do_not_move_the_selection(qtbot: QtBot) -> None:
    panel, _ = panel_with(qtbot, (finding(1, "numbers"), finding(2, "numbers")))
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.view.model().index(0, 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_2)
    assert panel.view.currentIndex().row() == 0
    assert panel.view.indexAt(QPoint(20, 20)).row() == 0
