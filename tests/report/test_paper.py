"""What goes on paper: the same findings, rows and numbers as in the window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reviews
from crossread.present.arrangement import arrange
from crossread.present.marks import Mark
from crossread.report.additions import additions
from crossread.report.paper import Wanted, paper
from crossread.report.paper.model import Cell, Paper, Table
from crossread.report.paper.texts import marked
from crossread.text.span import Span
from fire_texts import fire
from worked_comparison import worked


def laid_out(wanted: Wanted | None = None) -> Paper:
    found = worked()
    review = additions(found, reviews.review(found, "The hull was torn open"))
    return paper(found, None, review, wanted or Wanted())


def tables(shown: Paper, key: str) -> list[Table]:
    section = next(section for section in shown.sections if section.key == key)
    return [block for block in section.blocks if isinstance(block, Table)]


def text(cell: Cell) -> str:
    return "\n".join(paragraph.text for paragraph in cell.paragraphs)


def test_findings_have_their_numbers_signs_and_decisions():
    lines = [row for table in tables(laid_out(), "findings") for row in table.rows]
    assert [text(row[0]) for row in lines] == [str(finding.number) for finding in worked().findings]
    assert text(lines[0][1]).startswith("≠")
    assert "✓ confirmed" in text(lines[0][3]) and "because of 1" in text(lines[0][3])
    assert "✗ disputed" in text(lines[1][3])


def test_every_row_of_the_page_stands_side_by_side_with_every_word():
    (grid,) = tables(laid_out(), "grid")
    found = worked()
    rows = arrange(found, [document.id for document in found.documents], "A")
    assert len([row for row in grid.rows if row[-1].ground != "band"]) == len(rows)
    shown = "".join(text(cell) for row in grid.rows for cell in row)
    for _document, passage in found.passage.values():
        words = [word for word in _document.of(passage).split() if word.isalpha()]
        assert all(word in shown for word in words)


def test_a_remark_holds_on_to_its_words_and_is_listed():
    shown = laid_out()
    (grid,) = tables(shown, "grid")
    held = [
        run
        for row in grid.rows
        for cell in row
        for p in cell.paragraphs
        for run in p.runs
        if run.remarks == (1,)
    ]
    assert "".join(run.text for run in held).replace(" ", "") == "Thehullwastornopen"
    assert [note.text for note in shown.notes] == ["The ministry says otherwise."]
    (notes,) = tables(shown, "notes")
    assert "The hull was torn open" in text(notes.rows[0][1])


def test_only_what_is_wanted_is_laid_out():
    found = worked()
    finding = found.findings[2]
    shown = laid_out(Wanted(frozenset({"grid", "findings"}), frozenset({"r-hull"}), frozenset({finding.id})))
    assert [section.key for section in shown.sections] == ["findings", "grid"]
    assert [text(row[0]) for row in tables(shown, "findings")[0].rows] == ["3"]
    assert len(tables(shown, "grid")[0].rows) == 1


def test_columns_fill_the_page_and_rows_fill_their_columns():
    for shown in (laid_out(), paper(fire())):
        for section in shown.sections:
            for block in section.blocks:
                table = block if isinstance(block, Table) else getattr(block, "table", None)
                if table:
                    assert sum(table.shares) == pytest.approx(1)
                    assert {sum(cell.columns for cell in row) for row in (table.head, *table.rows)} == {
                        len(table.shares)
                    }


@given(st.text(alphabet="ab 1\n\t", min_size=1, max_size=40), st.data())
def test_runs_hold_every_character_once_however_marks_lie(words, data):
    places = st.tuples(st.integers(0, len(words)), st.integers(0, len(words))).filter(
        lambda pair: pair[0] < pair[1]
    )
    marks = [Mark(Span(*pair), "wording") for pair in data.draw(st.lists(places, max_size=4))]
    remarks = [
        (Span(*pair), number) for number, pair in enumerate(data.draw(st.lists(places, max_size=3)), 1)
    ]
    runs = marked(words, Span(0, len(words)), marks, remarks)
    assert "".join(run.text for run in runs).split() == words.split()
    assert {number for run in runs for number in run.remarks} == {number for _, number in remarks}
