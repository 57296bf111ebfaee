"""A comparison as a page."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from comparisons import documents, row
from crossread.comparison import Comparison, Finding, Place
from crossread.present.arrangement import GridRow, arrange

TWO = Comparison(
    documents(
        ["~ Tags: x", "# Title of A", "One.", "# Section", "Two.", "Three."],
        ["# Title of B", "Three too.", "Two too.", "Something else."],
    ),
    rows=(row("rt", "A2", "B1"), row("r2", "A5", "B3"), row("r3", "A6", "B2")),
)


def shape(rows: tuple[GridRow, ...]) -> list[tuple[str, list[tuple[str, ...]]]]:
    return [(r.section, [cell.passages for cell in r.cells]) for r in rows]


def test_rows_follow_the_base_and_others_go_behind_what_they_say_before() -> None:
    assert shape(arrange(TWO, ["A", "B"], "A")) == [
        ("", [("A1",), ()]),
        ("", [("A2",), ("B1",)]),
        ("", [("A3",), ()]),
        ("Section", [("A5",), ("B3",)]),
        ("", [(), ("B4",)]),
        ("", [("A6",), ("B2",)]),
    ]


def test_another_base_gives_its_own_order() -> None:
    rows = arrange(TWO, ["A", "B"], "B")
    assert [r.cells[1].passages for r in rows if r.cells[1].passages] == [("B1",), ("B2",), ("B3",), ("B4",)]


def test_a_passage_out_of_order_leaves_a_ghost_that_knows_where_it_went() -> None:
    rows = arrange(
        Comparison(
            documents(["One.", "Two.", "Three."], ["Three.", "One.", "Two."], ["One.", "Two.", "Three."]),
            rows=(row("r1", "A1", "B2", "C1"), row("r2", "A2", "B3", "C2"), row("r3", "A3", "B1", "C3")),
        ),
        ["A", "B", "C"],
        "A",
    )
    ghosts = [(r.id, cell.ghost) for r in rows for cell in r.cells if cell.ghost]
    assert ghosts == []  # no row in which B is silent: there is no place for one
    silent_first = Comparison(
        documents(["Zero.", "One.", "Two.", "Three."], ["Three.", "One.", "Two."], ["Zero.", "One."]),
        rows=(
            row("r0", "A1", "C1"),
            row("r1", "A2", "B2", "C2"),
            row("r2", "A3", "B3"),
            row("r3", "A4", "B1"),
        ),
    )
    ghosts = [
        (r.id, cell.ghost.row, cell.ghost.direction)
        for r in arrange(silent_first, ["A", "B", "C"], "A")
        for cell in r.cells
        if cell.ghost
    ]
    assert ghosts == [("r0", "r3", "below")]


def test_filters_leave_out_rows_and_hand_the_heading_on() -> None:
    assert [r.id for r in arrange(TWO, ["A", "B"], "A", at_least=2)] == ["rt", "r2", "r3"]
    found = replace(
        TWO,
        findings=(
            Finding(
                1,
                "f",
                "numbers",
                "high",
                "t",
                "d",
                "≠",
                "r3",
                (Place("A", TWO.documents[0].passages[5].span),),
            ),
        ),
    )
    rows = arrange(found, ["A", "B"], "A", only_findings=True)
    assert [(r.id, r.section) for r in rows] == [("r3", "Section")]


def test_boilerplate_can_be_hidden() -> None:
    assert all(
        "A1" not in cell.passages
        for r in arrange(TWO, ["A", "B"], "A", boilerplate=False)
        for cell in r.cells
    )


def test_no_documents_no_rows() -> None:
    assert arrange(TWO, [], "A") == ()


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    lines = st.lists(st.sampled_from(["Word.", "# Head", "~ Ad"]), max_size=7)
    made = documents(*draw(st.lists(lines, min_size=1, max_size=4)))
    free = [p.id for d in made for p in d.passages if p.kind != "boilerplate"]
    rows = []
    while len(free) > 1 and draw(st.booleans()):
        chosen = draw(st.lists(st.sampled_from(free), min_size=2, max_size=4, unique=True))
        if len({c[0] for c in chosen}) > 1:
            rows.append(row(f"r{len(rows)}", *sorted(chosen, key=lambda c: (c[0], int(c[1:])))))
            free = [p for p in free if p not in chosen]
    return Comparison(made, rows=tuple(rows))


@given(comparisons(), st.data())
def test_every_passage_stands_in_exactly_one_place(comparison: Comparison, data: st.DataObject) -> None:
    names = [d.id for d in comparison.documents]
    order = data.draw(st.permutations(names))
    base = data.draw(st.sampled_from(names))
    rows = arrange(comparison, order, base)
    shown = [p for r in rows for cell in r.cells for p in cell.passages] + [
        r.section_passage for r in rows if r.section_passage
    ]
    assert sorted(shown) == sorted(p.id for d in comparison.documents for p in d.passages)
    assert len({r.id for r in rows}) == len(rows)


def test_what_stands_alone_keeps_the_order_of_its_document() -> None:
    comparison = Comparison(
        documents(["x", "y"], ["1", "2", "3", "4"]), rows=(row("r", "A1", "A2", "B1", "B3"),)
    )
    assert [r.id for r in arrange(comparison, ["A", "B"], "B")] == ["r", "B2", "B4"]
    assert [r.id for r in arrange(comparison, ["A", "B"], "A")] == ["r", "B2", "B4"]
