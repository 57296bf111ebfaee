"""A file is read again in another way: the whole page, another column, the encoding repaired; and back."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crossread.settings import Settings
from crossread.ui.aside.column_dialog import ColumnDialog
from crossread.ui.aside.rereading import SAME
from crossread.ui.window import MainWindow
from ui.windows import REPORTS, WAIT, letters, opened, settle, write

NAMED = Settings(theme="light", reviewer="Ada")
HEAD, BODY = REPORTS[1].split("\n\n")
MORE = "".join(
    f"<p>On day {n} after the fire the mayor of the town told some {n + 20} people in the square that the quay would "
    "open again, and that nobody who had worked in the warehouse would be without pay.</p>"
    for n in range(12)
)
PAGE = (
    "<html><head><title>Blaze</title></head><body><div class='teasers'><p>The ferry to the island sails again from the "
    "first of May on, and costs ten crowns.</p><p>A prize for the painter of the town hall, who is eighty this "
    f"week.</p></div><div class='article-body'><article><h1>{HEAD}</h1><p>{BODY}</p>{MORE}</article></div><div "
    "class='more'><p>In other news the bakery of the square has won a prize for its bread once again.</p></div>"
    "</body></html>"
)
RECORDS = [
    {
        "id": n,
        "headline": f"Day {n}",
        "summary": f"Short words of day {n}.",
        "body": f"{BODY} That was day {n}.",
    }
    for n in range(1, 4)
]


def about(window: MainWindow, letter: str) -> None:
    """Let the actions be about this document."""
    window.left.documents.set_current(letter)
    window.actions_["details"].trigger()


def greyed(window: MainWindow) -> list[str]:
    """How what is no part of the article begins in document A."""
    document = window.session.documents[0]
    return [document.of(p)[:10].strip() for p in document.passages if p.kind == "boilerplate"]


def test_the_whole_page_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    page.write_text(PAGE, encoding="utf-8")
    window = opened(qtbot, [page], NAMED)
    about(window, "A")
    button = window.tools.details.rereads["whole_page"]
    assert button.isVisibleTo(window.tools.details)
    assert not window.tools.details.rereads["column"].isVisibleTo(window.tools.details)
    assert greyed(window) == ["The ferry", "A prize fo", "In other n"]
    button.click()
    settle(qtbot, window)
    assert letters(window) == "A"
    assert greyed(window) == []
    assert button.text() == "Only the article"
    assert len(window.desk.review.boilerplate) > 1
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert len(greyed(window)) == 3
    assert not window.desk.can_undo
    assert button.text() == "Whole page"
    window.actions_["redo"].trigger()
    settle(qtbot, window)
    assert greyed(window) == []
    assert not window.desk.can_redo
    assert button.text() == "Only the article"
    window.actions_["whole_page"].trigger()
    settle(qtbot, window)
    assert len(greyed(window)) == 3


def test_an_encoding_gone_wrong_is_repaired_on_demand(qtbot: QtBot, tmp_path: Path) -> None:
    wrong = "The café was closed, said the mayor’s office. Zoë and Jürgen were there.".encode().decode(
        "cp1252"
    )
    paths = write(tmp_path, [*REPORTS[:1], f"At the café\n\n{wrong} {BODY}"])
    window = opened(qtbot, paths, NAMED)
    about(window, "B")
    assert window.session.documents[1].provenance.mojibake == "suspected"
    window.tools.details.rereads["repair"].click()
    settle(qtbot, window)
    mended = window.session.documents[1]
    assert "mayor’s office. Zoë and Jürgen" in mended.text
    assert mended.provenance.mojibake == "repaired"
    assert letters(window) == "AB"
    assert window.session.comparison is not None
    assert window.session.comparison.documents[1].digest == mended.digest
    assert window.tools.details.rereads["repair"].text() == "As it is in the file"
    window.actions_["repair"].trigger()
    settle(qtbot, window)
    assert "JÃ¼rgen" in window.session.documents[1].text


def test_another_column_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    records = tmp_path / "b.json"
    records.write_text(json.dumps(RECORDS), encoding="utf-8")
    window = opened(qtbot, [records], NAMED)
    assert any("“body” was taken for the text" in s and "Ctrl+Alt+C" in s for s in window.notices.sentences)
    assert "That was day 2." in window.session.documents[0].text
    about(window, "A")
    window.tools.details.rereads["column"].click()
    qtbot.waitUntil(lambda: window.findChild(ColumnDialog) is not None, timeout=WAIT)
    dialog = window.findChild(ColumnDialog)
    assert isinstance(dialog, ColumnDialog)
    shown = [dialog.columns.topLevelItem(n) for n in range(dialog.columns.topLevelItemCount())]
    assert [item.text(0) for item in shown if item] == ["id", "headline", "summary", "body"]
    assert dialog.columns.currentItem() is shown[3]
    dialog.columns.setCurrentItem(shown[2])
    dialog._decide()
    settle(qtbot, window)
    assert letters(window) == "A"
    assert "Short words of day 2." in window.session.documents[0].text
    assert "That was day 2." not in window.session.documents[0].text


def test_records_become_documents_of_their_own_and_one_again(qtbot: QtBot, tmp_path: Path) -> None:
    records = tmp_path / "b.json"
    records.write_text(json.dumps(RECORDS), encoding="utf-8")
    window = opened(qtbot, [records], NAMED)
    about(window, "A")
    for choice, expected in (("each", "ABC"), ("one", "A")):
        window.actions_["column"].trigger()
        qtbot.waitUntil(lambda: window.findChild(ColumnDialog) is not None, timeout=WAIT)
        dialog = window.findChild(ColumnDialog)
        assert isinstance(dialog, ColumnDialog)
        dialog.records.setCurrentIndex(dialog.records.findData(choice))
        dialog._decide()
        qtbot.waitUntil(lambda expected=expected: letters(window) == expected, timeout=WAIT)
        settle(qtbot, window)
        qtbot.waitUntil(lambda: window.findChild(ColumnDialog) is None, timeout=WAIT)
    assert all(f"That was day {n}." in window.session.documents[0].text for n in (1, 2, 3))


def test_what_cannot_be_read_in_another_way_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    about(window, "A")
    assert not any(window.actions_[name].isEnabled() for name in ("whole_page", "repair", "column"))
    for name in ("whole_page", "repair", "column"):
        window.tools.rereading.ask(name, window.session.as_read[0])
    assert len([s for s in window.notices.sentences if "report01.txt" in s]) == 3


def test_a_file_that_is_gone_costs_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    page.write_text(PAGE, encoding="utf-8")
    window = opened(qtbot, [page], NAMED)
    about(window, "A")
    page.unlink()
    before = window.session.documents
    window.actions_["whole_page"].trigger()
    settle(qtbot, window)
    assert window.session.documents == before
    assert any("does not exist" in sentence for sentence in window.notices.sentences)


def test_a_file_that_has_changed_is_not_taken_for_the_one_that_was_read(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    page.write_text(PAGE, encoding="utf-8")
    window = opened(qtbot, [page], NAMED)
    about(window, "A")
    page.write_text(PAGE.replace("40", "45"), encoding="utf-8")
    before = window.session.documents
    window.actions_["whole_page"].trigger()
    settle(qtbot, window)
    assert window.session.documents == before
    assert any("has changed since it was read" in sentence for sentence in window.notices.sentences)


@pytest.mark.parametrize("plain", ["<html><body><p>{}</p></body></html>"])
def test_the_same_text_read_another_way_is_told(qtbot: QtBot, tmp_path: Path, plain: str) -> None:
    page = tmp_path / "b.html"
    page.write_text(plain.format(BODY), encoding="utf-8")
    window = opened(qtbot, [page], NAMED)
    about(window, "A")
    window.actions_["whole_page"].trigger()
    settle(qtbot, window)
    assert SAME in window.notices.sentences
