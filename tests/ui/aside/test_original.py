"""The original beside the text: pages of a PDF with the passage framed, or the source with it highlighted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crossread.read.original import SourceText
from crossread.settings import Settings
from crossread.text.span import Span
from crossread.ui.aside.original import NOT_FOUND, OriginalPanel
from crossread.ui.aside.source_view import AROUND, SourceView
from crossread.ui.window import MainWindow
from crossread.ui.working import work
from ui.printed import print_pdf
from ui.windows import REPORTS, WAIT, letters, make_window, opened, settle, write

NAMED = Settings(theme="light", reviewer="Ada")
FILLING = "".join(
    f"<p>On day {n} the mayor of the town spoke to {n * 7 + 3} people in the square of the winter and its roads.</p>"
    for n in range(45)
)
LAST = "At last the quay was opened again for all ships that had waited outside the harbour of Lund."
PAGE = (
    "<html><head><title>Blaze</title></head><body><h1>Blaze at the <em>port</em></h1><p>About <b>120 workers</b> fled "
    "the warehouse when a fire broke out in the harbour of Lund.</p><p>The fire service sent 40 engines &amp; closed "
    "the quay for two days. Nobody was hurt, said the mayor of the town.</p></body></html>"
)


def looking(qtbot: QtBot, window: MainWindow) -> OriginalPanel:
    """The panel once it shows something, with the reader at the beginning."""
    panel = window.tools.original
    if window.session.rows:
        window.session.select_row(window.session.rows[0].id)
    with qtbot.waitSignal(panel.came, timeout=WAIT):
        qtbot.keyClick(window.page.grid, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    return panel


def go(qtbot: QtBot, window: MainWindow, document: str, words: str) -> None:
    """Click on a passage, and wait until its original is shown."""
    found = next(d for d in window.session.documents if d.id == document)
    passage = found.passage_at(found.text.index(words))
    assert passage is not None
    grid = window.page.grid
    row = next(r for r in window.session.rows if any(passage.id in cell.passages for cell in r.cells))
    column = [d.id for d in window.session.shown].index(document)
    if (grid.selected_row(), grid.shown.column) == (row.id, column):
        return  # where reading began: the panel shows it since it was opened
    with qtbot.waitSignal(window.tools.original.came, timeout=WAIT):
        grid.shown.column = column
        grid.select_text(None)
        grid.select_row(row.id)
        grid.cell_selected.emit()  # as a click does, also on another column of the same row


def test_a_pdf_shows_the_page_with_the_passage_framed_and_follows(qtbot: QtBot, tmp_path: Path) -> None:
    head, body = REPORTS[0].split("\n\n")
    pdf = print_pdf(tmp_path / "a.pdf", f"<h1>{head}</h1><p>{body}</p>{FILLING}<p>{LAST}</p>")
    window = opened(qtbot, [pdf, *write(tmp_path, REPORTS[1:])], NAMED)
    panel = looking(qtbot, window)
    go(qtbot, window, "A", "14 engines")
    picture = panel.pages.picture
    assert picture is not None
    assert (picture.page, picture.pages > 2) == (0, True)
    assert picture.boxes
    assert panel.number.value() == 1
    assert panel.bar.isVisible()
    assert not panel.home.isVisible()
    frames = panel.pages.frames()
    shot = panel.pages.viewport().grab().toImage()
    inside = [
        shot.pixelColor(x, int(frames[0].center().y()))
        for x in range(int(frames[0].left()) + 3, int(frames[0].right()) - 3)
    ]
    assert any(colour.lightness() < 100 for colour in inside)  # its words
    assert all(frame.intersects(panel.pages.viewport().rect().toRectF()) for frame in frames)
    go(qtbot, window, "A", "At last the quay")
    last = panel.pages.picture
    assert last is not None
    assert last.page == last.pages - 1
    titles = [label.text() for label in window.tools.aside.findChildren(QLabel)]
    assert any(title.endswith(f" · page {last.pages}") for title in titles)
    assert last.boxes
    assert panel.pages.frames()[0].intersects(panel.pages.viewport().rect().toRectF())


def test_pages_are_stepped_through_and_back_to_the_passage(qtbot: QtBot, tmp_path: Path) -> None:
    head, body = REPORTS[0].split("\n\n")
    pdf = print_pdf(tmp_path / "a.pdf", f"<h1>{head}</h1><p>{body}</p>{FILLING}")
    window = opened(qtbot, [pdf], NAMED)
    panel = looking(qtbot, window)
    assert panel.pages.picture is not None
    for act, page in (
        (panel.forth.click, 1),
        (lambda: qtbot.keyClick(panel.pages, Qt.Key.Key_Right), 2),
        (lambda: qtbot.keyClick(panel.pages, Qt.Key.Key_Left), 1),
        (lambda: panel.number.setValue(3), 2),
        (panel.back.click, 1),
    ):
        with qtbot.waitSignal(panel.came, timeout=WAIT):
            act()
        assert panel.pages.picture.page == page
        assert panel.number.value() == page + 1
    assert panel.pages.accessibleDescription().startswith("Page 2 of")


def test_a_page_is_enlarged_with_a_finer_picture(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = print_pdf(tmp_path / "a.pdf", f"<h1>Harbour fire</h1>{FILLING}")
    window = opened(qtbot, [pdf], NAMED)
    panel = looking(qtbot, window)
    before = panel.pages.picture
    assert before is not None
    with qtbot.waitSignal(panel.came, timeout=WAIT):
        for _ in range(4):
            qtbot.keyClick(panel.pages, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: not panel.pages.too_coarse, timeout=WAIT)
    after = panel.pages.picture
    assert after is not None
    assert after.width > 1.5 * before.width
    assert panel.pages.horizontalScrollBar().maximum() > 0


def test_a_web_page_shows_its_source_with_the_passage_highlighted(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    page.write_text(PAGE, encoding="utf-8")
    window = opened(qtbot, [*write(tmp_path, REPORTS[:1]), page], NAMED)
    panel = looking(qtbot, window)
    assert panel.source.toPlainText() == REPORTS[0]
    go(qtbot, window, "B", "40 engines")
    assert panel.source.isVisible()
    assert panel.source.toPlainText() == PAGE
    assert panel.source.highlighted.startswith("The fire service sent 40 engines &amp; closed")
    assert panel.said.text() == "Web page"
    assert panel.source.font().family() == "Source Code Pro"


def test_why_there_is_no_original_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    paths = write(tmp_path, REPORTS[:1])
    window = opened(qtbot, paths, NAMED)
    paths[0].write_text("Another text altogether, written later.", encoding="utf-8")
    panel = looking(qtbot, window)
    assert "has changed since it was read" in panel.nothing.text()
    assert panel.nothing.isVisible()
    window.actions_["original"].trigger()
    paths[0].unlink()
    panel = looking(qtbot, window)
    assert "does not exist" in panel.nothing.text()


def test_the_panel_switches_and_rests_when_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), NAMED)
    panel = looking(qtbot, window)
    assert window.tools.open == "original"
    assert not window.actions_["details"].isChecked()
    window.tools.aside.tabs["details"].click()
    assert window.tools.open == "details"
    assert window.actions_["details"].isChecked()
    assert not window.actions_["original"].isChecked()
    with qtbot.waitSignal(panel.came, timeout=WAIT):
        window.tools.aside.tabs["original"].click()
    window.actions_["original"].trigger()
    assert not window.tools.open


def test_the_window_opens_and_paints_while_a_long_pdf_is_still_being_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        work, "_BETWEEN_REPORTS", 0.0
    )  # a fast machine would be done before the next one is due
    sentences = "".join(
        f"<p>On day {n} the mayor spoke to {n * 7 + 3} people in the square of the winter, and of the roads to the "
        "harbour, which had to be closed for some days because of the ice that had come.</p>"
        for n in range(420)
    )
    pdf = print_pdf(tmp_path / "long.pdf", f"<h1>Winter</h1>{sentences}")
    window = make_window(qtbot)
    told: list[tuple[str, float]] = []
    window.session.working.connect(lambda stage, share: told.append((stage, share)))
    window.session.open([*write(tmp_path)[:2], pdf])
    qtbot.waitUntil(lambda: letters(window) == "AB", timeout=WAIT)
    assert window.session.reading
    assert window.page.grid.isVisible()
    assert not window.page.grid.page.aligned
    window.page.grid.viewport().grab()
    assert window.session.reading  # painting did not wait for it
    settle(qtbot, window)
    assert letters(window) == "ABC"
    assert window.session.comparison is not None
    assert len(window.session.documents[2].form.pages) > 20  # progress is told of every tenth
    assert len({share for stage, share in told if "long.pdf" in stage}) > 2


@pytest.mark.parametrize("before", [0, 10, 3 * AROUND])
def test_of_a_long_source_the_part_around_the_passage_is_shown(qtbot: QtBot, before: int) -> None:
    view = SourceView()
    qtbot.addWidget(view)
    text = "\U0001f525" * before + "the very words" + "y" * (3 * AROUND)
    whole = view.show_source(SourceText("Web page", text, Span(before, before + 14)))
    assert not whole
    assert view.highlighted == "the very words"
    assert view.extraSelections()[0].cursor.selectedText() == "the very words"
    assert len(view.toPlainText()) < 3 * AROUND
    assert view.show_source(SourceText("Web page", "short", None))
    assert not view.extraSelections()


def test_a_passage_that_is_not_found_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path, REPORTS[:1]), NAMED)
    panel = looking(qtbot, window)
    document = window.session.as_read[0]
    panel.show_passage(document, document.passages[0].span)
    panel._show_source(SourceText("Web page", "other words", None))
    assert NOT_FOUND in panel.said.text()
