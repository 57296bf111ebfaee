"""The table of facts, on documents made up for the purpose."""

import pytest

from comparisons import documents
from crossread.compare import compare
from crossread.present.factgrid import FactGrid, fact_grid


@pytest.fixture(scope="module")
def grid() -> FactGrid:
    compared = compare(documents(
        ["The flood destroyed about 1,200 homes and closed 75 schools in the valley.", "Norvik lent 14 pumps."],
        ["The flood closed 75 schools in the valley and destroyed nearly 1,200 homes."],
        ["In the valley the flood destroyed around 2,100 homes and closed 75 schools."],
    ))  # fmt: skip
    return fact_grid(compared)


def test_contradictions_come_first_and_the_odd_one_out_is_marked(grid: FactGrid) -> None:
    first = grid.rows[0]
    assert (first.label, first.badge, first.sources) == ("homes", "≠", 3)
    assert [cell.odd for cell in first.cells] == [False, False, True]
    assert [entry.words for entry in first.cells[2].entries] == ["around 2,100"]
    assert first.cells[2].entries[0].understood == "2,100, ±5 %"
    assert first.explanation.startswith("C against A")


def test_what_agrees_has_the_sign_of_equality(grid: FactGrid) -> None:
    schools = next(row for row in grid.rows if row.label == "schools")
    assert (schools.badge, schools.explanation) == ("=", "A, B and C agree: “75”.")
    assert grid.counts["contradiction"] == 1


def test_facts_of_one_source_stand_apart(grid: FactGrid) -> None:
    pumps = next(row for row in grid.single if row.label == "pumps")
    assert (pumps.badge, pumps.sources) == ("", 1)
    assert [bool(cell.entries) for cell in pumps.cells] == [True, False, False]


def test_hidden_documents_are_left_out() -> None:
    compared = compare(documents(["It closed 75 schools."], ["It closed 75 schools."], ["Nothing else."]))
    shown = fact_grid(compared, ["B", "C"])
    assert shown.documents == ("B", "C")
    assert [row.sources for row in (*shown.rows, *shown.single)] == [1]


def test_a_rows_id_does_not_hang_on_the_order_of_the_documents() -> None:
    lines = [["The flood closed 75 schools in the valley."], ["In the valley the flood closed 75 schools."]]
    one, other = (fact_grid(compare(documents(*order))) for order in (lines, lines[::-1]))
    assert {row.id for row in one.rows} == {row.id for row in other.rows}
