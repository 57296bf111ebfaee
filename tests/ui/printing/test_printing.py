"""Reports on pages: every word, whole rows, heads and numbers, and nothing that comes alive."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

import comparisons
import hostile
import reviews
from crossread.comparison import Comparison
from crossread.errors import Cancelled
from crossread.present.marks import Mark
from crossread.report.additions import additions
from crossread.report.paper import Paper, Wanted, paper
from crossread.report.paper.model import Paragraph, Run
from crossread.report.paper.texts import marked
from crossread.text.span import Span
from crossread.ui.printing import Pages, a4, pdf, print_report
from crossread.ui.printing.flow import Flow
from crossread.ui.printing.lines import Setter
from crossread.ui.styling.fonts import load_fonts
from fire_texts import fire
from worked_comparison import worked


@pytest.fixture(autouse=True)
def _fonts(qapp):
    load_fonts()


def texts(data: bytes) -> list[str]:
    """The words of each page."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def laid_out(found: Comparison | None = None) -> Paper:
    found = found or worked()
    return paper(found, None, additions(found, reviews.review(found, "The hull was torn open")))


def flow_of(shown: Paper) -> Flow:
    """The pages of a report before they are drawn."""
    writer = QPdfWriter(QBuffer())
    a4(writer)
    point = writer.logicalDpiY() / 72
    flow = Flow(Setter(writer, point), writer.width(), writer.height() - 42 * point)
    flow.fill(shown)
    flow.writer = writer  # lines are measured by it as long as they live
    return flow


def test_every_page_has_its_number_and_running_head():
    pages = texts(pdf(paper(fire())))
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text
        assert number == 1 or paper(fire()).title[:30] in text


def test_every_word_of_every_document_is_there():
    said = squeezed("".join(texts(pdf(laid_out()))))
    for document in worked().documents:
        for passage in document.passages:
            words = [squeezed(word) for word in document.of(passage).split()]
            assert all(word in said for word in words)


def test_the_contents_lead_to_the_pages_of_the_sections():
    shown = paper(fire())
    pages = texts(pdf(shown))
    contents = " ".join(pages[0].split())
    for section in shown.sections:
        found = re.search(rf"{re.escape(section.title)} (\d+)", contents)
        assert found, section.title
        assert section.title in pages[int(found[1]) - 1]


def test_bookmarks_lead_to_the_sections():
    shown = paper(fire())
    with pypdfium2.PdfDocument(pdf(shown)) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
        assert [title for title, _ in marks] == [section.title for section in shown.sections]
        for title, page in marks:
            assert title in document[page].get_textpage().get_text_range()
        assert document.get_metadata_dict()["Title"] == shown.title


def test_decisions_and_notes_are_told():
    said = " ".join("".join(texts(pdf(laid_out()))).split())
    assert "✓ confirmed" in said and "✗ disputed" in said
    assert "The ministry says otherwise." in said
    assert "[1]" in said
    assert reviews.SECRET not in said


def long_cell(words: Sequence[str]) -> Comparison:
    a, b = comparisons.documents([" ".join(words)], ["Short."])
    return Comparison((replace(a, title="A long one"), b))


def test_a_row_that_is_taller_than_a_page_goes_on_without_losing_a_word():
    words = [f"word{number}" for number in range(4000)]
    pages = texts(pdf(paper(long_cell(words), wanted=Wanted(frozenset({"grid"})))))
    assert len(pages) > 3
    assert re.findall(r"word\d+", " ".join(pages)) == words
    assert all("A long one" in page for page in pages)  # the head stands on each


def test_rows_stay_whole_and_nothing_leaves_the_page(qapp):
    flow = flow_of(paper(fire()))
    for page in flow.pages:
        for rect in page.frames:
            assert rect.bottom() <= flow._height + 1
        for at, line in page.lines:
            assert at.y() + line.height <= flow._height + 1


def test_a_heading_is_never_left_alone_at_the_foot():
    flow = flow_of(paper(fire()))
    for title, number in flow.contents:
        page = flow.pages[number - 1]
        below = [at.y() for at, line in page.lines if line.layout.text() == title]
        assert any(at.y() > below[0] for at, _ in page.lines) or page.drawings


def test_a_part_can_be_printed():
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    a4(writer)
    pages = Pages(paper(fire()), writer)
    pages.print_on(writer, 2, 3)
    del writer
    found = texts(bytes(buffer.data().data()))
    assert len(found) == 2
    assert f"2 / {pages.count}" in found[0] and f"3 / {pages.count}" in found[1]


def test_a_printer_gets_the_pages_that_were_chosen_on_its_own_paper(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFromTo(2, 3)
    print_report(paper(fire()), printer)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == 2
        assert document[0].get_size() == pytest.approx((792, 612), abs=1)
        assert "2 / " in document[0].get_textpage().get_text_range()


def test_printing_can_be_cancelled():
    with pytest.raises(Cancelled):
        pdf(paper(fire()), cancelled=lambda: True)


def test_nothing_of_an_attack_is_alive_in_a_pdf():
    found = hostile.comparison()
    data = pdf(paper(found, None, additions(found, hostile.review(found), private=True)))
    for name in (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/AA "):
        assert name not in data, name
    with pypdfium2.PdfDocument(data) as document:
        assert sum(pypdfium2.raw.FPDFPage_GetAnnotCount(page) for page in document) == 0
    said = squeezed("".join(texts(data)))
    assert squeezed("<script>window.pwned=1;alert(1)</script>") in said


def test_marks_hold_on_to_their_words_behind_characters_of_two_units():
    """Qt counts an emoji as two; a box must not slip because of it."""
    emoji = comparisons.document(0, ["\U0001f642\U0001f642 The ferry had 312 people aboard."])
    start = emoji.text.index("312 people")
    mark = Mark(Span(start, start + 10), "number")
    runs = marked(emoji.text, Span(0, len(emoji.text)), [mark])
    (line,) = Setter(QPdfWriter(QBuffer()), 1.0).paragraph(Paragraph(runs, "document"), 1e6)
    (drawn,) = line.drawn
    units = line.layout.text().encode("utf-16-le")
    assert units[2 * drawn.start : 2 * drawn.end].decode("utf-16-le") == "312 people"


def test_shapes_tell_what_colours_tell():
    lines = [line for page in flow_of(laid_out()).pages for _, line in page.lines]
    looks = {drawn.look for line in lines for drawn in line.drawn}
    assert {"number", "contradiction", "wording"} <= looks


def test_lines_from_right_to_left_begin_at_the_right():
    setter = Setter(QPdfWriter(QBuffer()), 1.0)
    (line,) = setter.paragraph(Paragraph((Run("אמר השר"),), "document"), 1000)
    assert line.layout.lineAt(0).naturalTextRect().right() > 990
    (line,) = setter.paragraph(Paragraph((Run("said"),), "document"), 1000)
    assert line.layout.lineAt(0).naturalTextRect().left() < 10


def test_characters_without_a_font_are_told_of():
    odd = Comparison(comparisons.documents(["\U0010fffd said so."], ["The minister said so."]))
    assert "boxes stand for characters" in texts(pdf(paper(odd)))[0]
    assert "boxes stand for characters" not in texts(pdf(paper(worked())))[0]
