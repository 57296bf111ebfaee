"""The fact grid for spreadsheets: complete, readable by any of them, and never run as a formula."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons import documents
from crossread.comparison import Comparison
from crossread.report.facts_csv import safe, to_csv
from crossread.report.writing import write
from fire_texts import fire


def rows_of(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_fact_has_a_row_gravest_first_with_what_each_document_says() -> None:
    rows = rows_of(to_csv(fire()))
    assert len(rows) == len(fire().facts)
    first = rows[0]
    assert (first["Number"], first["Verdict"], first["Sources"]) == ("1", "contradiction", "3")
    assert [first[f"{letter}: value"] for letter in "ABC"] == ["14", "40", "14"]
    assert "40" in first["Why"]
    last = rows[-1]
    assert (last["Number"], last["Verdict"], last["Why"]) == ("", "one source", "")
    assert {len(row) for row in rows} == {6 + 2 * 3}


def test_values_of_one_document_stand_beside_each_other() -> None:
    row = next(
        row for row in rows_of(to_csv(fire())) if row["Verdict"] == "same" and row["Kind"] == "duration"
    )
    assert row["C: value"] == "2 days"
    assert "48 hours" in row.values()


def test_without_facts_there_is_a_head() -> None:
    assert to_csv(Comparison(documents(["Nothing."], ["Nothing."]))).count("\r\n") == 1


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-3", "@SUM(A1)", "\tx", "\rx", " =1", "＝1", "\n=1"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@given(st.text())
def test_cells_come_back_as_they_were_and_none_is_a_formula(cell: str) -> None:
    assert safe(cell).removeprefix("'") == cell.removeprefix("'") or safe(cell) == cell
    assert not safe(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_it_is_written_as_utf_8_with_a_mark_and_line_ends_of_its_own(tmp_path: Path) -> None:
    write(fire(), tmp_path / "facts.csv")
    data = (tmp_path / "facts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(fire().facts) + 1
