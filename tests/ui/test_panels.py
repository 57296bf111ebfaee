"""How the panels around the page share the room."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from crossread.paths import seeds
from crossread.ui.window import MainWindow
from ui.windows import opened, write


def window_of(qtbot: QtBot, paths: list[Path], height: int = 800) -> MainWindow:
    window = opened(qtbot, paths)
    window.resize(1280, height)
    qtbot.waitUntil(lambda: window.page.grid.viewport().width() > 500)
    return window


def test_the_readings_take_no_more_than_they_need_and_grow_again(qtbot: QtBot) -> None:
    window = window_of(qtbot, [seeds()])
    strip, session = window.page.readings, window.session
    most = strip.height()
    assert strip.needed_height > most  # the row of the gravest finding
    low = next(row for row in session.rows if row.kind == "topic" and row.speaking == 2)
    session.select_row(low.id)
    assert most / 2 <= strip.height() < most
    assert strip.height() >= min(strip.needed_height, most)
    item = window.page.grid.page.item_of_row[low.id]
    top = window.page.grid.sheet.stack(0).top(item) - window.page.grid.verticalScrollBar().value()
    assert 0 <= top < window.page.grid.viewport().height()
    session.go_to_finding(session.findings.shown[0].id)
    assert strip.height() == most


def test_the_height_that_is_kept_is_the_one_the_reader_chose(qtbot: QtBot) -> None:
    window = window_of(qtbot, [seeds()])
    panels = window._panels
    panels.moveSplitter(panels.height() - 260, 1)
    assert abs(panels.sizes()[1] - 260) <= 1
    window.session.select_row(next(row.id for row in window.session.rows if row.speaking == 2))
    assert panels.sizes()[1] < 260
    assert abs(panels.bands[1] - 260) <= 1


def test_a_row_of_one_document_says_why_nothing_is_read_beside_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_of(qtbot, write(tmp_path))
    strip, session = window.page.readings, window.session
    alone = next(row for row in session.rows if row.speaking == 1)
    speaking = next(cell.document for cell in alone.cells if cell.passages)
    session.select_row(alone.id)
    assert strip.accessibleDescription() == (
        f"Only {speaking} says this; no other document has words to put beside it."
    )


def test_findings_are_as_wide_as_before_once_the_details_are_closed(qtbot: QtBot) -> None:
    window = window_of(qtbot, [seeds()])
    before = window.findings.width()
    for _ in range(2):
        window.actions_["details"].trigger()
    assert window.findings.isVisible()
    assert abs(window.findings.width() - before) <= 1


def test_titles_are_shorter_where_more_documents_are_seen_for_it(qtbot: QtBot) -> None:
    low = window_of(qtbot, [seeds()])
    view = low.left.documents.view
    heights = [view.sizeHintForRow(row) for row in range(5)]
    low.resize(1280, 1400)
    qtbot.waitUntil(lambda: view.sizeHintForRow(0) > heights[0])
    assert sum(view.sizeHintForRow(row) for row in range(5)) <= view.viewport().height()
