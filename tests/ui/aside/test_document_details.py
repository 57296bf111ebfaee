"""The details of a document: told in full, set right by hand, undone, and seen everywhere."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crossread.present.document_colours import CHOICES, letter_colours
from crossread.settings import Settings
from crossread.ui.aside.details import NO_DAY, SURE, DetailsPanel
from crossread.ui.aside.document_tools import MASKED
from crossread.ui.window import MainWindow
from ui.windows import WAIT, make_window, opened, settle, write

NAMED = Settings(theme="light", reviewer="Ada")


def with_details(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = opened(qtbot, write(tmp_path), NAMED)
    window.left.documents.view.setFocus()
    qtbot.keyClick(window.left.documents.view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert window.tools.open == "details"
    return window


def told(panel: DetailsPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def write_in(qtbot: QtBot, window: MainWindow, name: str, text: str) -> None:
    field = window.tools.details.fields[name]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text) if text else qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_the_origin_of_a_document_is_told_in_full(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    document = window.session.documents[0]
    qtbot.waitUntil(lambda: "report01.txt" in told(window.tools.details), timeout=WAIT)
    words = told(window.tools.details)
    data = Path(document.source).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    for expected in (
        "report01.txt",
        f"{len(data):,} bytes",
        "English",
        "Plain text",
        "utf-8",
        "UTC",
        "Nothing.",
    ):
        assert expected in words, expected
    assert digest in words.replace(" ", "")
    assert document.digest in words.replace(" ", "")
    assert SURE[""] in words


def test_another_current_document_is_told_of(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    window.left.documents.set_current("B")
    assert window.tools.details.fields["title"].text() == "Blaze at the port"
    window.session.remove("B")
    settle(qtbot, window)
    assert window.tools.details.fields["title"].text() == "Lund: warehouse burns"


def test_title_name_publisher_and_date_are_set_right_and_undone(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    for name, text in (
        ("title", "A great fire"),
        ("name", "wire"),
        ("publisher", "The Post"),
        ("date", "5 June 2026"),
    ):
        write_in(qtbot, window, name, text)
    document = window.session.documents[0]
    assert (document.title, document.name, document.publisher) == ("A great fire", "wire", "The Post")
    assert document.date == "2026-06-05"
    assert window.tools.details.fields["date"].text() == "5 June 2026"
    assert SURE["person"] in told(window.tools.details)
    assert window.session.comparison is not None
    assert window.session.comparison.documents[0].date == "2026-06-05"
    assert window.session.as_read[0].title == "Harbour fire"
    write_in(qtbot, window, "title", "")  # an emptied field takes back what was read
    assert window.session.documents[0].title == "Harbour fire"
    for _ in range(5):
        window.actions_["undo"].trigger()
        settle(qtbot, window)
    assert window.session.documents[0] == window.session.as_read[0]
    assert window.tools.details.fields["publisher"].text() == ""


def test_what_is_no_day_is_told_and_not_taken(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    write_in(qtbot, window, "date", "some Monday")
    assert NO_DAY in told(window.tools.details)
    assert window.session.documents[0].date is None


def test_leaving_a_field_as_it_was_does_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    before = window.desk.history.entries
    for field in window.tools.details.fields.values():
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.history.entries == before


def test_a_colour_is_shown_everywhere_without_comparing_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    comparison = window.session.comparison
    row = window.tools.details.colours
    choice = CHOICES[5]
    qtbot.mouseClick(next(b for b in row.buttons if b.value == choice.value), Qt.MouseButton.LeftButton)
    assert not window.session.busy
    assert window.session.comparison is comparison
    palette = window.page.grid.sheet.look.palette
    assert letter_colours(palette, "A")[0] == choice.value
    assert letter_colours(palette, "B") == letter_colours(window._themes.palette, "B")
    window.actions_["theme_dark"].trigger()
    assert letter_colours(window.page.grid.sheet.look.palette, "A") != letter_colours(
        window._themes.palette, "A"
    )
    window.actions_["undo"].trigger()
    assert window.page.grid.sheet.look.palette is window._themes.palette
    assert row.buttons[0].isChecked()


def test_colours_can_be_chosen_by_keys_and_have_names(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    row = window.tools.details.colours
    assert len({button.accessibleName() for button in row.buttons}) == len(CHOICES) + 1
    row.buttons[0].setFocus()
    qtbot.keyClick(row.buttons[0], Qt.Key.Key_Right)
    assert row.buttons[1].hasFocus()
    qtbot.keyClick(row.buttons[1], Qt.Key.Key_Space)
    assert window.desk.review.colour(window.session.documents[0].digest) == CHOICES[0].value


def test_the_details_close_by_key_and_the_page_gets_the_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    assert window.actions_["details"].isChecked()
    qtbot.keyClick(window.tools.aside.tabs["details"], Qt.Key.Key_Escape)
    assert not window.tools.open
    assert not window.actions_["details"].isChecked()
    assert window.page.grid.hasFocus()
    assert window.findings.isVisible()


def test_a_window_without_documents_has_no_details(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    window.actions_["details"].trigger()
    assert not window.tools.details.isEnabled()


def test_masked_sources_tell_nothing_of_their_origin(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_details(qtbot, tmp_path)
    qtbot.waitUntil(lambda: "report01.txt" in told(window.tools.details), timeout=WAIT)
    window.session.set_masked(True)
    assert not window.tools.details.isEnabled()
    words = "\n".join(label.text() for label in window.tools.aside.findChildren(QLabel))
    assert MASKED in words
    assert "report01" not in words
    assert all(not field.text() for field in window.tools.details.fields.values())
    window.session.set_masked(False)
    assert window.tools.details.fields["title"].text() == "Harbour fire"


@pytest.mark.parametrize("width", [1280, 1800])
def test_beside_the_page_there_is_room(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    window.resize(width, 800)
    window.actions_["details"].trigger()
    qtbot.waitUntil(lambda: window.tools.aside.width() >= 300)
    assert window.page.width() >= 500
    assert window.findings.isVisible() == (width > 1500)
    window.actions_["go_findings"].trigger()
    assert window.findings.isVisible()
