"""What a reader steps through."""

from dataclasses import replace

from comparisons import documents, row
from crossread.align.link import Link
from crossread.comparison import Comparison
from crossread.findings import findings
from crossread.text.span import Span
from crossread.wording.edit import Edit, EditSide


def replaced(a: str, b: str, at: int, length: int, other_at: int, other_length: int) -> Edit:
    return Edit(
        EditSide(a, Span(at, at + length)), EditSide(b, Span(other_at, other_at + other_length)), "other"
    )


def test_words_that_stand_for_one_another_in_several_documents_are_one_finding() -> None:
    made = documents(["The fake man of Rome."], ["The false man of Rome."], ["The sham man of Rome."])
    comparison = Comparison(made, edits=(replaced("A1", "B1", 4, 4, 4, 5), replaced("B1", "C1", 4, 5, 4, 4)))
    (only,) = findings(comparison)
    assert (only.kind, only.title) == ("wording", "“fake” / “false” / “sham”")
    assert only.detail == "A “fake”; B “false”; C “sham”."
    assert only.documents == ("A", "B", "C")
    assert only.number == 1


def test_a_topic_that_most_have_and_one_has_not_is_missing_there() -> None:
    comparison = Comparison(documents(["Said."], ["Said too."], ["Other."]), rows=(row("r", "A1", "B1"),))
    (only,) = findings(comparison)
    assert (only.kind, only.row, only.detail) == ("missing", "r", "C does not say this; A and B do.")


def test_of_two_documents_that_follow_each_other_what_one_left_out_is_missing() -> None:
    comparison = Comparison(
        documents(["One.", "Two.", "Three."], ["One.", "Three."]),
        rows=(row("r1", "A1", "B1"), row("r3", "A3", "B2")),
    )
    (only,) = findings(comparison)
    assert (only.title, only.detail) == ("Two.", "A says this; B does not.")


def test_of_two_documents_that_have_little_in_common_nothing_is_missing() -> None:
    comparison = Comparison(
        documents(["One.", "Two.", "Three.", "Four."], ["One.", "Five.", "Six.", "Seven."]),
        rows=(row("r1", "A1", "B1"),),
    )
    assert findings(comparison) == ()


def test_moved_passages_of_a_row_are_one_finding() -> None:
    comparison = Comparison(
        documents(["One.", "Two."], ["Two.", "One."]),
        links=(Link("A1", "B2", 1.0, ("same words",), moved=True), Link("A2", "B1", 1.0, ("same words",))),
        rows=(row("r1", "A1", "B2"), row("r2", "A2", "B1")),
    )
    (only,) = findings(comparison)
    assert (only.kind, only.row, only.detail) == (
        "moved",
        "r1",
        "A and B say this at different points of their texts.",
    )


def test_ids_stay_when_the_documents_come_in_another_order() -> None:
    a, b, c = documents(["The fake man.", "Same."], ["The false man.", "Same too."], ["Nothing."])
    forward = Comparison((a, b, c), edits=(replaced("A1", "B1", 4, 4, 4, 5),), rows=(row("r", "A2", "B2"),))
    x, y, z = c.labelled("A"), b.labelled("B"), a.labelled("C")
    backward = Comparison((x, y, z), edits=(replaced("B1", "C1", 4, 5, 4, 4),), rows=(row("r", "B2", "C2"),))
    assert [f.id for f in findings(forward)] == [f.id for f in findings(backward)]
    assert len({f.id for f in findings(forward)}) == 2


def test_a_replacement_without_equal_company_is_a_rewriting_and_no_finding() -> None:
    made = documents(["The fake man came."], ["Some false woman left."])
    assert findings(Comparison(made, edits=(replaced("A1", "B1", 4, 4, 5, 5),))) == ()


def test_function_words_and_long_rewritings_are_no_findings() -> None:
    made = documents(["The man of the old house here."], ["A man in some new home there now."])
    edits = (
        replace(replaced("A1", "B1", 0, 3, 0, 1), kind="function"),
        replaced("A1", "B1", 8, 16, 6, 16),
    )
    assert findings(Comparison(made, edits=edits)) == ()
