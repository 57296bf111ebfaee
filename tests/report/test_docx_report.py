"""Word files for those who must edit: real headings, tables whose heads repeat, styles, notes as comments."""

import io

import docx
import pytest

import comparisons
import reviews
from crossread.comparison import Comparison
from crossread.report.additions import additions
from crossread.report.docx_report import to_docx
from crossread.report.paper import paper
from worked_comparison import worked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def word():
    found = worked()
    review = additions(found, reviews.review(found, "The hull was torn open"))
    return docx.Document(io.BytesIO(to_docx(paper(found, None, review))))


def test_headings_are_headings(word):
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert headings[:4] == ["Documents", "Findings", "Notes", "Side by side"]
    assert any(p.style.name == "Heading 2" and p.text.startswith("Numbers") for p in word.paragraphs)
    assert word.paragraphs[0].style.name == "Title"


def test_the_head_of_every_table_repeats(word):
    assert len(word.tables) > 5
    for table in word.tables:
        first, *rest = table.rows
        assert first._tr.trPr.find(f"{W}tblHeader") is not None
        assert all(row._tr.trPr.find(f"{W}tblHeader") is None for row in rest)


def test_marks_are_styles_that_can_be_changed_in_one_place(word):
    used = {
        run.style.name
        for table in word.tables for row in table.rows for cell in row.cells
        for paragraph in cell.paragraphs for run in paragraph.runs
    }  # fmt: skip
    assert {
        "Crossread Figure",
        "Crossread Contradiction",
        "Crossread Other Wording",
        "Crossread Letter",
    } <= used
    border = word.styles["Crossread Contradiction"].element.rPr.find(f"{W}bdr")
    assert int(border.get(f"{W}sz")) > int(
        word.styles["Crossread Figure"].element.rPr.find(f"{W}bdr").get(f"{W}sz")
    )


def test_notes_are_comments_by_their_authors_where_they_hold_on(word):
    (comment,) = word.comments
    assert (comment.text, comment.author, comment.initials) == (
        "The ministry says otherwise.",
        "Ada Adler",
        "AA",
    )
    body = word.element.body
    start = next(body.iter(f"{W}commentRangeStart"))
    held = []
    for node in start.itersiblings():
        if node.tag == f"{W}commentRangeEnd":
            break
        held += [text.text for text in node.iter(f"{W}t")]
    assert "".join(held).startswith("The hull was torn open")


def test_pages_are_numbered_and_lie_on_their_side(word):
    section = word.sections[0]
    assert section.page_width > section.page_height
    fields = [node.text.strip() for node in section.footer._element.iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == word.core_properties.title


def test_texts_from_right_to_left_stay_so():
    arabic = comparisons.document(0, ["قال الوزير إن 300 شخص وصلوا."])
    data = to_docx(paper(Comparison((arabic, comparisons.document(1, ["The minister said so."])))))
    word = docx.Document(io.BytesIO(data))
    flagged = [p for p in word.element.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert flagged and all("الوزير" in "".join(t.text or "" for t in p.iter(f"{W}t")) for p in flagged)
