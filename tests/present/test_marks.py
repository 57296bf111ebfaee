"""What is marked, and how one of several values stands among the others."""

from dataclasses import replace
from fractions import Fraction

from comparisons import documents
from crossread.comparison import Comparison
from crossread.findings import findings
from crossread.present.marks import marks
from crossread.quantities.fact import Fact, FactPair, Mention, Verdict
from crossread.quantities.quantity import Quantity
from crossread.text.span import Span
from crossread.wording.edit import Edit, EditSide


def weeks(document: str, text: str, words: str, value: int) -> Mention:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Mention(document, Quantity(span, span, "duration", Fraction(value)))


def comparison_of(values: list[tuple[str, int]], pairs: list[tuple[int, int, Verdict]]) -> Comparison:
    made = documents(*[[f"It took {words}."] for words, _ in values])
    mentions = tuple(
        weeks(d.id, d.text, words, value) for d, (words, value) in zip(made, values, strict=True)
    )
    facts = (
        Fact(
            "how long it took",
            "duration",
            mentions,
            tuple(FactPair(a, b, verdict, f"{a} against {b}.") for a, b, verdict in pairs),
            "contradiction",
        ),
    )
    bare = Comparison(made, quantities=mentions, facts=facts)
    return replace(bare, findings=findings(bare))


def test_of_three_the_odd_one_out_is_marked_as_contradiction() -> None:
    made = comparison_of(
        [("six weeks", 6), ("about six weeks", 6), ("three months", 13)],
        [(0, 1, "same"), (0, 2, "contradiction"), (1, 2, "contradiction")],
    )
    found = marks(made)
    assert [(found[d][0].kind, found[d][0].badge) for d in "ABC"] == [
        ("number", "="),
        ("number", "="),
        ("contradiction", "≠"),
    ]
    assert found["A"][0].note == "C says “three months”: 0 against 2."
    assert {mark.finding for d in "ABC" for mark in found[d]} == {made.findings[0].id}


def test_of_two_that_contradict_each_other_both_are_marked() -> None:
    found = marks(comparison_of([("six weeks", 6), ("three months", 13)], [(0, 1, "contradiction")]))
    assert [found[d][0].badge for d in "AB"] == ["≠", "≠"]


def test_a_replaced_word_is_marked_in_both_documents_but_never_inside_a_number() -> None:
    made = documents(["The fake accounts of six weeks."], ["The false accounts of 6 weeks."])
    word = (EditSide("A1", Span(4, 8)), EditSide("B1", Span(4, 9)))
    figure = (EditSide("A1", Span(22, 25)), EditSide("B1", Span(23, 24)))
    mentions = (
        weeks("A", made[0].text, "six weeks", 6),
        weeks("B", made[1].text, "6 weeks", 6),
    )
    fact = Fact("how long", "duration", mentions, (FactPair(0, 1, "same", "Both are 6 weeks."),), "same")
    bare = Comparison(
        made,
        edits=(Edit(*word, "other"), Edit(*figure, "other")),
        quantities=mentions,
        facts=(fact,),
    )
    found = marks(replace(bare, findings=findings(bare)))
    assert [(m.kind, m.span.of(made[0].text)) for m in found["A"]] == [
        ("wording", "fake"),
        ("number", "six weeks"),
    ]
    assert [(m.kind, m.span.of(made[1].text)) for m in found["B"]] == [
        ("wording", "false"),
        ("number", "6 weeks"),
    ]
