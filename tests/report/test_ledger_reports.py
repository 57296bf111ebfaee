"""The ledger as a table and as a section of the report."""

import csv
import io
from pathlib import Path

import pytest

import comparisons
from crossread.present.trainer import Lesson, Swap, lesson
from crossread.report.ledger_csv import COLUMNS, ledger_csv, safe, write_ledger
from crossread.report.spin_section import spin_section
from crossread.report.writing import WriteError
from crossread.text.span import Span

TEXT = ("=1+1 was the answer.", "<b>Bold</b> & shiny, he said.", "Twice: shiny.")


def made() -> Lesson:
    document = comparisons.document(1, TEXT)
    shiny = [Span(at, at + 5) for at in (document.text.index("shiny"), document.text.rindex("shiny"))]
    swaps = [
        Swap(Span(0, 4), ("=HYPERLINK(1)", "+2"), "@why", "rules"),
        Swap(shiny[0], ("bright",), "It is a rule.", "rules", in_quotation=True),
        Swap(shiny[1], ("bright", "sunny"), "It is a rule.", "rules"),
    ]
    return lesson(document, swaps)


def test_the_table_has_a_line_for_each_swap_with_all_its_places() -> None:
    rows = list(csv.reader(io.StringIO(ledger_csv([made()]))))
    assert tuple(rows[0]) == COLUMNS
    line = dict(zip(COLUMNS, rows[2], strict=True))
    assert line["likely original"] == "bright"
    assert line["times"] == "2"
    assert line["other originals"] == "sunny"
    assert line["in quotation"] == "1"
    text = comparisons.document(1, TEXT).text
    places = [tuple(map(int, place.split("-"))) for place in line["places"].split()]
    assert [text[start:end] for start, end in places] == ["shiny", "shiny"]


def test_no_cell_is_taken_for_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(ledger_csv([made()]))))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    assert rows[1][1] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "\n@x", "\u200e=1"])
def test_formulas_behind_white_space_and_marks_are_caught_too(cell: str) -> None:
    assert safe(cell).startswith("'")


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    write_ledger([made()], path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdocument,")
    with pytest.raises(WriteError, match="no folder"):
        write_ledger([], tmp_path / "none" / "ledger.csv")


def test_the_section_shows_the_ledger_and_escapes_what_stands_in_it() -> None:
    html = spin_section([made()])
    assert "=HYPERLINK(1)" in html
    assert "<b>" not in html.replace("<bdi>", "")
    assert "2 different swaps in 3 places." in html
    assert "It stands inside quotation marks." in html
    assert spin_section([]) == ""
