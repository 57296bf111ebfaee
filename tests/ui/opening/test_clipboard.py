"""Texts from the clipboard and texts dragged from a browser become documents."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from crossread.ui.opening.clipboard import EMPTY, LINK
from crossread.ui.opening.paste_dialog import PasteDialog
from crossread.ui.window import MainWindow
from ui.windows import REPORTS, WAIT, drop_data, letters, make_window, opened, settle, write


def copy(plain: str = "", html: str = "", urls: tuple[str, ...] = ()) -> None:
    QGuiApplication.clipboard().setMimeData(mime(plain, html, urls))


def mime(plain: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    data = QMimeData()
    if plain:
        data.setText(plain)
    if html:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data


def asked(qtbot: QtBot, window: MainWindow) -> PasteDialog:
    """The dialog that Ctrl+Shift+V opens."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    qtbot.keyClick(
        window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: window.findChild(PasteDialog) is not None, timeout=WAIT)
    dialog = window.findChild(PasteDialog)
    assert isinstance(dialog, PasteDialog)
    with qtbot.waitExposed(dialog):
        pass
    return dialog


def test_a_pasted_text_is_called_by_its_heading_unless_the_person_says_otherwise(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    copy(REPORTS[0])
    dialog = asked(qtbot, window)
    assert dialog.title.text() == "Harbour fire"
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    settle(qtbot, window)
    (document,) = window.session.documents
    assert (document.title, document.name, document.source) == ("Harbour fire", "Harbour fire", "")
    assert document.text == REPORTS[0]
    assert document.provenance.reader.startswith("Clipboard")
    assert document.provenance.read_at.endswith("Z")
    copy(REPORTS[1])
    dialog = asked(qtbot, window)
    dialog.title.clear()
    qtbot.keyClicks(dialog.title, "The Port  Post")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert [document.title for document in window.session.documents] == ["Harbour fire", "The Port Post"]
    assert window.session.comparison is not None
    assert window.session.comparison.documents[1].title == "The Port Post"


def test_pasted_html_keeps_its_form(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    head, body = REPORTS[0].split("\n\n")
    copy(REPORTS[0], f"<h2>{head}</h2><p>{body.replace('14 engines', '<b>14 engines</b>')}</p>")
    dialog = asked(qtbot, window)
    assert dialog.title.text() == "Harbour fire"
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    settle(qtbot, window)
    (document,) = window.session.documents
    assert [styled.span.of(document.text) for styled in document.form.styles] == ["14 engines"]
    assert [heading.level for heading in document.form.headings] == [2]
    assert document.provenance.reader == "Clipboard, web page"


def test_an_empty_title_is_the_suggested_one(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    copy(REPORTS[0])
    dialog = asked(qtbot, window)
    dialog.title.clear()
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.session.documents[0].title == "Harbour fire"


def test_pasting_is_called_off(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    copy(REPORTS[0])
    dialog = asked(qtbot, window)
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    settle(qtbot, window)
    assert not window.session.documents


def test_the_same_text_pasted_twice_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    before = window.session.comparison
    copy(REPORTS[0])
    qtbot.keyClick(asked(qtbot, window).title, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert window.session.comparison is before
    assert any("holds the same text" in sentence for sentence in window.notices.sentences)


@pytest.mark.parametrize("plain", ["", " \n ", "…"])
def test_a_clipboard_without_words_is_told(qtbot: QtBot, plain: str) -> None:
    window = make_window(qtbot)
    copy(plain)
    window.actions_["paste"].trigger()
    assert window.notices.sentences == (EMPTY,)
    assert not window.session.busy


def test_a_clipboard_that_holds_nothing_at_all_is_told(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    QGuiApplication.clipboard().clear()
    window.actions_["paste"].trigger()
    assert window.notices.sentences == (EMPTY,)


def test_files_on_the_clipboard_are_opened(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(qtbot)
    copy(urls=tuple(QUrl.fromLocalFile(str(path)).toString() for path in write(tmp_path)))
    window.actions_["paste"].trigger()
    settle(qtbot, window)
    assert letters(window) == "ABC"


def test_text_dragged_from_a_browser_becomes_a_document(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path)[:1])
    assert drop_data(window, mime(REPORTS[1], f"<p>{REPORTS[1]}</p>"))
    settle(qtbot, window)
    assert letters(window) == "AB"
    assert window.session.documents[1].provenance.reader.startswith("Clipboard")
    assert window.session.comparison is not None


@pytest.mark.parametrize("html", ["", '<a href="https://example.org/fire">https://example.org/fire</a>'])
def test_a_link_is_not_followed(qtbot: QtBot, html: str) -> None:
    window = make_window(qtbot)
    link = "https://example.org/fire"
    assert drop_data(window, mime(link, html, (link,)))
    assert window.notices.sentences == (LINK,)
    assert not window.session.busy


def test_what_holds_no_text_is_not_accepted(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    data = QMimeData()
    data.setData("image/png", b"...")
    assert not drop_data(window, data)
