"""What cards say: all reasons of a fact, and of a value only what others say."""

from crossread.comparison import Place
from crossread.present.fact_card import fact_card, value_card
from crossread.present.fact_order import finding_of_facts, in_order
from crossread.present.factgrid import fact_grid
from crossread.quantities.fact import Fact
from fire_texts import fire


def engines() -> Fact:
    return next(fact for fact in fire().facts if fact.verdict == "contradiction")


def place(words: str, document: str) -> Place:
    text = fire().document[document].text
    start = next(
        m.quantity.span
        for m in fire().quantities
        if m.document == document and m.quantity.span.of(text) == words
    )
    return Place(document, start)


def test_a_fact_says_every_reason_once_gravest_first_with_whom_it_concerns() -> None:
    card = fact_card(fire(), engines(), "ABC")
    assert [(line.badge, line.documents) for line in card.lines] == [
        ("≠", ("A", "B", "C")),
        ("=", ("A", "C")),
    ]
    assert len({line.sentence for line in card.lines}) == len(card.lines)


def test_hidden_documents_give_no_reasons() -> None:
    card = fact_card(fire(), engines(), "AC")
    assert [line.documents for line in card.lines] == [("A", "C")]


def test_a_fact_of_one_source_says_so() -> None:
    boats = next(fact for fact in fire().facts if len(fact.mentions) == 1)
    (line,) = fact_card(fire(), boats, "ABC").lines
    assert line.documents == ("B",)
    assert "No other source" in line.sentence


def test_a_value_is_told_what_the_others_say_and_not_what_it_says_itself() -> None:
    card = value_card(fire(), place("40", "B"), "ABC")
    assert card is not None
    assert [(line.badge, line.documents, line.words) for line in card.lines] == [("≠", ("A", "C"), "14")]
    assert card.lines[0].sentence
    agreeing = value_card(fire(), place("two days", "A"), "ABC")
    assert agreeing is not None
    assert {(line.documents, line.words) for line in agreeing.lines} == {
        (("B",), "two days"),
        (("C",), "48 hours"),
    }


def test_where_nobody_else_speaks_there_is_no_card() -> None:
    assert value_card(fire(), place("9", "B"), "ABC") is None
    assert value_card(fire(), place("40", "B"), "B") is None


def test_facts_run_on_in_the_numbers_of_their_findings() -> None:
    findings = finding_of_facts(fire())
    rows = in_order(fact_grid(fire()).rows, findings)
    numbers = [findings[row.fact].number for row in rows]
    assert numbers == sorted(numbers)
    assert len(numbers) == len([finding for finding in fire().findings if finding.kind == "numbers"])
    assert rows[0].verdict == "contradiction"
