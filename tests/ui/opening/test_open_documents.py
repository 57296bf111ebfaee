"""The documents that are open: added, hidden, reordered and removed, each once; what cannot be opened is named."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossread.paths import seeds
from crossread.settings import Settings
from ui.windows import REPORTS, Saved, letters, make_window, opened, settle, write


def test_a_document_is_hidden_and_shown_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    view = window.left.documents.view
    window.left.documents.set_current("B")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_H)
    assert letters(window) == "AC"
    assert [d.id for d in window.page.grid.page.documents] == ["A", "C"]
    assert window.left.documents.current == "B"
    qtbot.keyClick(view, Qt.Key.Key_H)
    assert letters(window) == "ABC"


def test_the_last_document_shown_cannot_be_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    for name in "ABC":
        window.session.set_hidden(name, True)
    assert letters(window) == "C"
    assert any("cannot be hidden" in sentence for sentence in window.notices.sentences)


def test_another_base_reorders_the_rows(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    before = [row.id for row in window.session.rows]
    view = window.left.documents.view
    window.left.documents.set_current("B")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert window.session.base == "B"
    after = [row.id for row in window.session.rows]
    assert after != before
    assert window.actions_["base"].isChecked()


def test_documents_are_reordered_by_keyboard_and_by_dragging(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    view = window.left.documents.view
    window.left.documents.set_current("C")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert letters(window) == "ACB"
    assert window.left.documents.current == "C"
    model = view.model()
    data = model.mimeData([model.index(2, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index(-1, -1))
    assert letters(window) == "BAC"


def test_a_sixth_document_joins_and_the_others_keep_their_letters(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, [seeds()])
    window.session.add(write(tmp_path)[:1])
    settle(qtbot, window)
    assert letters(window) == "ABCDEF"
    assert window.session.documents[5].title == "Harbour fire"
    comparison = window.session.comparison
    assert comparison is not None
    assert len(comparison.documents) == 6


def test_a_removed_document_gives_its_letter_back_and_others_keep_theirs(
    qtbot: QtBot, tmp_path: Path
) -> None:
    paths = write(tmp_path)
    window = opened(qtbot, paths)
    view = window.left.documents.view
    window.left.documents.set_current("B")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert letters(window) == "AC"
    assert window.session.comparison is not None
    assert {d.id for d in window.session.comparison.documents} == {"A", "C"}
    window.session.add([paths[1]])
    settle(qtbot, window)
    assert letters(window) == "ACB"


def test_removing_all_but_one_leaves_it_for_reading(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path)[:2])
    window.session.remove("A")
    settle(qtbot, window)
    assert letters(window) == "B"
    assert window.session.comparison is None
    assert any("comparing needs two" in sentence for sentence in window.notices.sentences)
    window.session.remove("B")
    assert not window.notices.sentences
    assert window.windowTitle() == "Crossread"
    assert window.empty.isVisible()


def test_one_document_is_shown_with_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path)[:1])
    assert len(window.page.grid.page.documents) == 1
    assert any("add another one" in sentence for sentence in window.notices.sentences)
    assert not window.findings.isVisible()
    window.session.add(write(tmp_path)[1:])
    settle(qtbot, window)
    assert not window.notices.sentences
    assert window.findings.isVisible()


def test_twenty_documents(qtbot: QtBot, tmp_path: Path) -> None:
    texts = [f"{REPORTS[number % 3]} The report is number {number}." for number in range(20)]
    window = opened(qtbot, write(tmp_path, texts))
    assert letters(window) == "ABCDEFGHIJKLMNOPQRST"
    assert window.session.comparison is not None
    assert window.windowTitle().startswith("20 documents: report01.txt, ")
    window.page.jump_to_document("T")
    assert 19 in window.page.grid.columns.shown


def test_the_same_file_or_text_is_open_once(qtbot: QtBot, tmp_path: Path) -> None:
    paths = write(tmp_path)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(paths[0].read_bytes())
    window = opened(qtbot, paths)
    window.session.add([paths[0]])
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert any("already open as A" in sentence for sentence in window.notices.sentences)
    window.session.add([copy])
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert any("holds the same text as" in sentence for sentence in window.notices.sentences)


def test_unreadable_files_are_named_and_the_others_stay_open(qtbot: QtBot, tmp_path: Path) -> None:
    paths = write(tmp_path)
    empty, binary, missing = tmp_path / "empty.txt", tmp_path / "picture.txt", tmp_path / "gone.txt"
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 40)
    window = opened(qtbot, paths)
    window.session.add([empty, binary, missing])
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert window.session.comparison is not None
    for name in ("empty.txt", "picture.txt", "gone.txt"):
        said = [sentence for sentence in window.notices.sentences if name in sentence]
        assert len(said) == 1, name
        assert "\n" not in said[0]


def test_opening_only_what_cannot_be_read_keeps_what_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.session.open([tmp_path / "gone.txt"])
    settle(qtbot, window)
    assert letters(window) == "ABC"


@pytest.mark.parametrize(
    "name", ['a "quoted" name.txt', " spaces .txt", "two\nlines.txt", "\u202egnp.txt", "تقرير.txt"]
)
def test_names_with_odd_characters(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    paths = write(tmp_path)
    odd = tmp_path / name
    odd.write_text(REPORTS[0] + " More.", encoding="utf-8")
    window = opened(qtbot, [odd, *paths[:2]])
    assert letters(window) == "ABC"
    title = window.windowTitle()
    assert "\n" not in title
    assert "\u202e" not in title
    assert title.endswith("– Crossread")


def test_a_growing_set_of_files_is_one_recent_entry(qtbot: QtBot, tmp_path: Path) -> None:
    saved = Saved()
    window = make_window(qtbot, Settings(theme="light", recent=(("/elsewhere/a.txt",),)), saved)
    paths = write(tmp_path)
    window.session.open(paths[:2])
    settle(qtbot, window)
    window.session.add(paths[2:])
    settle(qtbot, window)
    assert saved[-1].recent == (tuple(str(path) for path in paths), ("/elsewhere/a.txt",))
