"""Printing with a preview: the whole, a row, a finding; to a file in the place of a printer."""

from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from crossread.ui.printing.preview import EXTENTS, Extent, Printing
from crossread.ui.window import MainWindow
from ui.windows import WAIT, make_window, opened, write


def previewed(qtbot: QtBot, window: MainWindow) -> Printing:
    """The window's printing with its preview open."""
    window.actions_["print"].trigger()
    qtbot.waitUntil(lambda: window.printing.preview is not None, timeout=WAIT)
    return window.printing


def printed(printing: Printing, path: Path) -> str:
    """What stands on the pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printing.print_on(printer)
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def choose(qtbot: QtBot, printing: Printing, extent: Extent) -> None:
    """Print this much."""
    field = printing.extent
    assert field is not None
    field.setCurrentIndex(field.findData(extent))
    qtbot.waitUntil(lambda: not printing.busy, timeout=WAIT)


def test_the_whole_is_shown_before_it_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    printing = previewed(qtbot, window)
    assert printing.preview is not None
    shown = printing.preview.findChild(QPrintPreviewWidget)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pageCount() >= 1, timeout=WAIT)
    text = printed(printing, tmp_path / "whole.pdf")
    for finding in window.session.findings.shown:
        assert finding.title.split()[0] in text
    printing.preview.reject()
    qtbot.waitUntil(lambda: printing.preview is None, timeout=WAIT)


def test_a_row_or_a_finding_is_printed_alone_and_private_notes_never(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    first, second = window.session.findings.shown[:2]
    window.session.go_to_finding(first.id)
    window.reviewing.deciding.add_note(first.id, "For my own eyes.", True)
    window.session.go_to_finding(second.id)
    window.reviewing.deciding.add_note(second.id, "For all to see.", False)
    printing = previewed(qtbot, window)
    whole = printed(printing, tmp_path / "whole.pdf")
    assert "own eyes" not in whole
    choose(qtbot, printing, "finding")
    alone = printed(printing, tmp_path / "finding.pdf")
    assert second.title.split()[0] in alone
    assert len(alone) < len(whole)
    choose(qtbot, printing, "row")
    row = printed(printing, tmp_path / "row.pdf")
    assert len(row) < len(whole)
    assert {printing.extent.itemData(n) for n in range(printing.extent.count())} == set(EXTENTS)
    assert printing.preview is not None
    printing.preview.reject()


def test_without_a_comparison_there_is_nothing_to_print(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    assert not window.actions_["print"].isEnabled()
    window.printing.ask()
    assert any("nothing to print" in sentence for sentence in window.notices.sentences)
