"""What is part of an article is said by hand, seen at once, compared anew, and taken back."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from crossread.read import read_text
from crossread.settings import Settings
from crossread.text.span import Span
from crossread.ui.aside.article import choices, touched, whole_paragraphs
from crossread.ui.window import MainWindow
from ui.windows import REPORTS, opened, settle, write

NAMED = Settings(theme="light", reviewer="Ada")
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def kinds(window: MainWindow, document: int = 0) -> list[str]:
    return [passage.kind for passage in window.session.documents[document].passages]


def at_row(window: MainWindow, words: str) -> None:
    """Go to the row in which document A says these words."""
    document = window.session.documents[0]
    passage = document.passage_at(document.text.index(words))
    assert passage is not None
    row = next(r for r in window.session.rows if any(passage.id in cell.passages for cell in r.cells))
    window.page.grid.setFocus()
    window.page.grid.shown.column = 0
    window.page.grid.select_row(row.id)


def test_a_paragraph_is_taken_out_of_the_article_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    before, comparison = kinds(window), window.session.comparison
    assert comparison is not None
    at_row(window, "About 120")
    qtbot.keyClick(window.page.grid, Qt.Key.Key_X, CONTROL_SHIFT)
    assert kinds(window) == ["heading", *["boilerplate"] * 3]  # the heading stands in another row
    assert window.session.busy
    settle(qtbot, window)
    compared = window.session.comparison
    assert compared is not None
    assert compared is not comparison
    assert [passage.kind for passage in compared.documents[0].passages] == kinds(window)
    taken = {passage.id for passage in compared.documents[0].passages if passage.kind == "boilerplate"}
    assert not any(passage in taken for link in compared.links for passage in (link.a, link.b))
    shown = [passage for row in window.session.rows for passage in row.cells[0].passages]
    assert set(shown) == {passage.id for passage in window.session.documents[0].passages}  # grey, and there
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert kinds(window) == before
    window.actions_["redo"].trigger()
    settle(qtbot, window)
    at_row(window, "About 120")
    qtbot.keyClick(window.page.grid, Qt.Key.Key_A, CONTROL_SHIFT)
    settle(qtbot, window)
    assert kinds(window) == before


def test_selected_text_means_its_passages_only(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    at_row(window, "The fire service")
    qtbot.keyClick(window.page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.page.grid.selected_text()
    wanted = [
        p
        for p in window.session.documents[0].passages
        if p.span.of(REPORTS[0]) in window.page.grid.selected_text()
    ]
    window.actions_["not_article"].trigger()
    settle(qtbot, window)
    grey = [p.id for p in window.session.documents[0].passages if p.kind == "boilerplate"]
    assert grey == [p.id for p in wanted]
    assert len(grey) < len(window.session.documents[0].passages) - 1


def test_in_the_ribbon_it_is_the_selected_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    window.views.show("ribbon")
    view = window.page.ribbon.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    place = view.shown.place
    assert place is not None
    window.actions_["not_article"].trigger()
    settle(qtbot, window)
    document = next(d for d in window.session.documents if d.id == place.document)
    passage = document.passage_at(place.span.start)
    assert passage is not None
    assert passage.kind == "boilerplate"


def test_saying_it_twice_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    at_row(window, "About 120")
    window.actions_["article"].trigger()
    assert any("already" in sentence for sentence in window.notices.sentences)
    window.page.grid.select_item(None)
    window.actions_["article"].trigger()
    assert any("passage first" in sentence for sentence in window.notices.sentences)


def test_the_menu_of_a_passage_offers_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    window.page.grid.passage_context.emit("A2", QPoint(100, 100))
    menus = [menu for menu in window.findChildren(QMenu) if window.actions_["not_article"] in menu.actions()]
    assert len(menus) == 2  # the one in the menu bar too
    menus[-1].close()


def test_choices_join_what_follows_and_pass_over_what_is_so_already() -> None:
    document = read_text(REPORTS[0], "a.txt", "A")
    sentences = document.passages[1:]
    (choice,) = choices(document, sentences, article=False)
    assert choice.anchor.span == Span(sentences[0].span.start, sentences[-1].span.end)
    assert choice.anchor.digest == document.digest
    apart = choices(document, [sentences[0], sentences[-1]], article=False)
    assert [c.anchor.span for c in apart] == [sentences[0].span, sentences[-1].span]
    assert choices(document, document.passages, article=True) == []
    assert touched(document, [Span(0, 1)]) == [document.passages[0]]
    assert whole_paragraphs(document, [sentences[1]]) == list(sentences)
