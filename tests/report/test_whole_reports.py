"""One small comparison with a review of it as a whole page and a whole Word file, to the letter."""

import io
import re

import docx

import reviews
from crossread.report.additions import Additions, additions
from crossread.report.docx_report import to_docx
from crossread.report.html_report import to_html
from crossread.report.paper import paper
from expected_files import assert_expected
from worked_comparison import worked


def added() -> Additions:
    return additions(worked(), reviews.review(worked(), "The hull was torn open"))


def test_the_page():
    page = to_html(worked(), None, added())
    body = page.partition("<body>")[2].partition("<script>")[0]
    # One element a line, so that a difference can be read.
    assert_expected("worked_report.html", re.sub(r"(?<=>)(?=<(?!/))", "\n", body))


def test_the_word_file():
    word = docx.Document(io.BytesIO(to_docx(paper(worked(), None, added()))))
    lines = []
    for block in word.iter_inner_content():
        if isinstance(block, docx.table.Table):
            for row in block.rows:
                lines.append(
                    "| " + " | ".join(" / ".join(p.text for p in cell.paragraphs) for cell in row.cells)
                )
        else:
            lines.append(f"{block.style.name}: {block.text}")
    said = re.sub(r"Crossread \d\S*", "Crossread", "\n".join(lines))
    assert_expected("worked_report_word.txt", said + "\n")
