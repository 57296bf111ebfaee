"""Details and boilerplate set by hand."""

from dataclasses import replace

from comparisons import documents
from crossread.choices import Choices
from crossread.compare import compare
from crossread.text.anchor import Anchor
from crossread.text.choice import BoilerplateChoice, DocumentDetail, chosen
from crossread.text.span import Span

ONE, TWO = documents(
    ["# The fire", "Some 12 people were hurt.", "~ Share this with 500 friends."],
    ["# A fire", "About 14 people were hurt.", "Call 110 now."],
)


def place(document, number: int) -> Anchor:
    return Anchor(document.digest, document.passages[number].span)


def test_details_hold_for_their_document_alone_and_the_last_one_holds() -> None:
    details = [
        DocumentDetail(ONE.digest, "title", "First"),
        DocumentDetail(ONE.digest, "title", "The blaze"),
        DocumentDetail(ONE.digest, "date", "2026-06-25"),
        DocumentDetail(ONE.digest, "colour", "#123456"),
        DocumentDetail(TWO.digest, "name", "Wire"),
    ]
    one, two = Choices(details=tuple(details)).applied((ONE, TWO))
    assert (one.title, one.date, one.name, one.provenance.date_basis) == (
        "The blaze",
        "2026-06-25",
        ONE.name,
        "person",
    )
    assert two == replace(TWO, name="Wire")
    assert (one.text, one.digest) == (ONE.text, ONE.digest)


def test_an_empty_detail_is_what_was_read_and_a_day_that_does_not_exist_is_passed_over() -> None:
    back = [DocumentDetail(ONE.digest, "title", "x"), DocumentDetail(ONE.digest, "title", "")]
    assert chosen(ONE, back) == ONE
    for value in ("2026-02-30", "20260201", "yesterday"):
        assert chosen(ONE, [DocumentDetail(ONE.digest, "date", value)]) == ONE


def test_what_is_part_of_the_article_is_compared_and_what_is_none_is_not() -> None:
    into, out = BoilerplateChoice(place(ONE, 2), True), BoilerplateChoice(place(TWO, 2), False)
    found = compare((ONE, TWO), choices=Choices(boilerplate=(into, out)))
    assert [p.kind for p in found.documents[0].passages] == ["heading", "sentence", "sentence"]
    assert [p.kind for p in found.documents[1].passages] == ["heading", "sentence", "boilerplate"]
    values = {(m.document, m.quantity.value) for m in found.quantities}
    assert ("A", 500) in values and ("B", 110) not in values
    back = (into, out, BoilerplateChoice(place(ONE, 2), False), BoilerplateChoice(place(TWO, 2), True))
    assert compare((ONE, TWO), choices=Choices(boilerplate=back)) == compare((ONE, TWO))


def test_a_stretch_touches_every_passage_it_reaches_into_and_no_other_document() -> None:
    reach = Span(ONE.passages[1].span.end - 1, ONE.passages[2].span.end)
    kinds = [p.kind for p in chosen(ONE, (), [BoilerplateChoice(Anchor(ONE.digest, reach), False)]).passages]
    assert kinds == ["heading", "boilerplate", "boilerplate"]
    assert chosen(TWO, (), [BoilerplateChoice(Anchor(ONE.digest, reach), False)]) is TWO
