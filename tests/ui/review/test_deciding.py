"""Decisions, notes, tags, progress and filters in the real window, by keys and by mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from crossread.review.action import Note
from crossread.review.history import new_id
from crossread.settings import Settings
from crossread.text.span import Span
from crossread.ui.review.name_dialog import NameDialog
from crossread.ui.review.note_dialog import NoteDialog
from crossread.ui.review.words import quoted
from crossread.ui.ribbon.painting import TextSelection
from crossread.ui.window import MainWindow
from ui.review.test_aligning import select
from ui.windows import WAIT, Saved, make_window, opened, settle, write

KEY = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = opened(qtbot, write(tmp_path))
    window.page.grid.setFocus()
    window.session.step_finding(1)
    return window


def dialog_of(qtbot: QtBot, window: MainWindow) -> NoteDialog:
    """The note that is being written."""
    found = [dialog for dialog in window.findChildren(NoteDialog) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def card(window: MainWindow) -> str:
    """What the current finding's card says."""
    return str(window.findings.view.currentIndex().data())


def test_keys_decide_and_the_card_and_the_progress_tell(qtbot: QtBot, window: MainWindow) -> None:
    total = len(window.session.findings.shown)
    assert window.findings.line.label.text() == f"0 of {total} reviewed"
    for key, state, reviewed in (
        (KEY.Key_A, "confirmed", 1),
        (KEY.Key_D, "disputed", 1),
        (KEY.Key_X, "dismissed", 1),
        (KEY.Key_L, "put off", 0),
        (KEY.Key_L, "", 0),  # said once more it is taken back
        (KEY.Key_A, "confirmed", 1),
        (KEY.Key_O, "", 0),
    ):
        qtbot.keyClick(window.page.grid, key)
        assert (f"{state} by Ada" in card(window)) if state else (" by Ada" not in card(window))
        assert window.findings.line.label.text() == f"{reviewed} of {total} reviewed"


def test_the_next_unreviewed_is_found_round_the_end(qtbot: QtBot, window: MainWindow) -> None:
    findings = window.session.findings.shown
    for finding in findings[1:]:
        window.session.go_to_finding(finding.id)
        qtbot.keyClick(window.page.grid, KEY.Key_A)
    qtbot.keyClick(window.page.grid, KEY.Key_U)
    assert window.session.findings.current == findings[0]
    qtbot.keyClick(window.page.grid, KEY.Key_A)
    qtbot.keyClick(window.page.grid, KEY.Key_U)
    assert any("has been reviewed" in sentence for sentence in window.notices.sentences)


def test_a_note_with_tags_stands_on_the_card_and_in_the_notes(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.page.grid, KEY.Key_M)
    dialog = dialog_of(qtbot, window)
    qtbot.keyClicks(dialog.field, "Ask the fire service.")
    qtbot.keyClicks(dialog.tags, "ask, #Figures, ask")
    qtbot.keyClick(dialog.field, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    finding = window.session.findings.current
    assert finding is not None
    assert "noted by Ada" in card(window) and "Ask the fire service. #ask #Figures" in card(window)
    assert window.desk.review.state(finding.id) == "open"
    window.findings.notes_tab.click()
    assert window.findings.notes.isVisible() and not window.findings.view.isVisible()
    assert "Ask the fire service." in str(window.findings.notes.notes.index(0).data())
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert not window.findings.notes_tab.isVisible() and window.findings.view.isVisible()


def test_selected_text_is_noted_on_marked_found_again_changed_and_removed(
    qtbot: QtBot, window: MainWindow
) -> None:
    select(window, "B", "Nobody was hurt")
    qtbot.keyClick(window.page.grid, KEY.Key_M)
    qtbot.keyClicks(dialog_of(qtbot, window).field, "Who says so?")
    dialog_of(qtbot, window).keep.click()
    spans = window.page.grid.shown.by_hand.noted["B"]
    text = window.session.documents[1].text
    assert [span.of(text) for span in spans] == ["Nobody was hurt"]
    assert window.page.ribbon.view.shown.by_hand.noted == window.page.grid.shown.by_hand.noted
    notes = window.findings.notes
    window.findings.notes_tab.click()
    qtbot.waitUntil(notes.isVisible)
    window.session.select_row(window.session.rows[0].id)
    at = notes.visualRect(notes.notes.index(0)).center()
    qtbot.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.page.grid.shown.places[0].span == spans[0]
    notes.setFocus()
    notes.setCurrentIndex(notes.notes.index(0))
    qtbot.keyClick(notes, KEY.Key_F2)
    dialog = dialog_of(qtbot, window)
    assert dialog.field.toPlainText() == "Who says so?" and dialog.remove.isVisible()
    dialog.field.setPlainText("Says who?")
    dialog.private.setChecked(True)
    dialog.keep.click()
    assert "Says who?, private" in str(notes.notes.index(0).data())
    notes.setCurrentIndex(notes.notes.index(0))
    qtbot.keyClick(notes, KEY.Key_Delete)
    assert not window.desk.review.notes and not window.page.grid.shown.by_hand.noted


def test_findings_are_filtered_by_state_and_by_tag(qtbot: QtBot, window: MainWindow) -> None:
    findings = window.session.findings.shown
    qtbot.keyClick(window.page.grid, KEY.Key_A)
    window.reviewing.deciding._keep(findings[1], "", ("ask",), False)
    menu = window.actions_.submenus["states"]
    menu.aboutToShow.emit()
    words = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert words[:2] == [f"Not reviewed ({len(findings) - 1})", "Confirmed (1)"]
    assert "#ask (1)" in words
    menu.actions()[0].trigger()
    assert findings[0] in window.session.findings.shown
    assert len(window.session.findings.shown) == 1
    assert window.findings.line.button.text().startswith("some")
    window.session.set_filters(hidden_states=frozenset(), tag="ask")
    window.session.go_to_finding(findings[1].id)
    window.session.filter_findings()
    assert window.session.findings.shown == (findings[1],)
    assert window.findings.line.button.text().startswith("#ask")


def test_what_is_decided_stays_in_sight_until_one_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    findings = window.session.findings.shown
    window.session.set_filters(hidden_states=frozenset({"confirmed"}))
    qtbot.keyClick(window.page.grid, KEY.Key_A)
    assert window.session.findings.current == findings[0]
    qtbot.keyClick(window.page.grid, KEY.Key_N)
    window.session.filter_findings()
    assert findings[0] not in window.session.findings.shown


def test_the_name_is_asked_once_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    saved = Saved()
    window = make_window(qtbot, Settings(theme="light"), saved)
    window.session.open(write(tmp_path))
    settle(qtbot, window)
    window.session.step_finding(1)
    window.actions_["dispute"].trigger()
    dialog = window.findChild(NameDialog)
    assert dialog is not None and not window.desk.review.decisions
    qtbot.keyClicks(dialog.field, "  Ada   Adler ")
    qtbot.keyClick(dialog.field, KEY.Key_Return)
    assert next(iter(window.desk.review.decisions.values())).by == "Ada Adler"
    assert saved[-1].reviewer == "Ada Adler"
    window.session.step_finding(1)
    window.actions_["dispute"].trigger()
    assert not any(d.isVisible() for d in window.findChildren(QDialog))


def test_a_menu_on_a_card_offers_what_can_be_done(qtbot: QtBot, window: MainWindow) -> None:
    index = window.findings.view.model().index(1, 0)
    window.findings.view.scrollTo(index)
    asked: list[tuple[str, QPoint]] = []
    window.findings.view.menu_asked.connect(lambda finding, at: asked.append((finding, at)))
    at = window.findings.view.visualRect(index).center()
    window.findings.view.customContextMenuRequested.emit(at)
    assert asked[0][0] == window.session.findings.shown[1].id
    assert window.session.findings.current == window.session.findings.shown[1]


def test_a_room_sees_the_notes_on_the_text_that_were_meant_for_it(qtbot: QtBot, window: MainWindow) -> None:
    finding = window.session.findings.current
    assert finding is not None
    place = finding.places[0]
    document = next(d for d in window.session.as_read if d.id == place.document)
    for words, private in (("Ask the fire brigade.", False), ("Between us.", True)):
        window.desk.do(Note(new_id(), quoted(document, place.span), words, (), private))
    window.desk.do(Note(new_id(), quoted(document, Span(0, 3)), "On the heading."))
    window.presenting.begin()
    stage = window.presenting.stage
    exact = place.span.of(document.text)
    assert [str(remark) for remark in stage.readings.shown.remarks] == [
        f"Ada on {place.document}, “{exact}”: Ask the fire brigade."
    ]
    assert place.span in stage.readings.shown.by_hand.noted[place.document]
    assert "Ask the fire brigade." in stage.readings.accessibleDescription()
    assert stage.columns.view.shown.by_hand.noted[place.document]
    stage.private.toggle()
    assert [remark.words for remark in stage.readings.shown.remarks] == [
        "Ask the fire brigade.",
        "Between us.",
    ]


def test_private_notes_are_shown_to_no_room_unasked(qtbot: QtBot, window: MainWindow) -> None:
    finding = window.session.findings.current
    assert finding is not None
    window.reviewing.deciding.add_note(finding.id, "For my own eyes.", True)
    select(window, "B", "Nobody was hurt")
    window.presenting.begin()
    stage = window.presenting.stage
    assert not stage.readings.shown.remarks
    assert not stage.columns.view.shown.by_hand.noted
    qtbot.keyClick(stage, KEY.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [remark.words for remark in stage.readings.shown.remarks] == ["For my own eyes."]
    stage.left.emit()
    window.presenting.begin()
    assert not stage.readings.shown.remarks
    stage.noted.emit(finding.id, "And this too.", False)
    stage.refresh()
    assert not stage.readings.shown.remarks  # joined to a private note it stays private
    qtbot.keyClick(stage, KEY.Key_D)
    assert window.desk.review.state(finding.id) == "disputed"
    qtbot.waitUntil(lambda: "disputed" in stage._sign.text(), timeout=WAIT)
    qtbot.keyClick(stage, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.review.state(finding.id) == "open"
    qtbot.keyClick(stage, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.desk.review.state(finding.id) == "disputed"


def test_text_in_the_ribbon_is_noted_on_from_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.views.show("ribbon")
    view = window.page.ribbon.view
    view.select_text(TextSelection(0, 0, 12))
    view.customContextMenuRequested.emit(QPoint(40, 80))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    note = next(action for action in menu.actions() if action.objectName() == "note")
    menu.close()
    note.trigger()
    dialog = dialog_of(qtbot, window)
    qtbot.keyClicks(dialog.field, "The headline.")
    dialog.keep.click()
    (kept,) = window.desk.review.notes.values()
    assert kept.note.quoted.exact == window.page.ribbon.columns[0].text[:12]
