"""The five sample documents: which facts they share, and where they contradict each other."""

from dataclasses import replace
from itertools import permutations

import pytest

from crossread import paths
from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.quantities.fact import Fact
from crossread.read import read_file
from crossread.text.document import letter


def _compared(order: tuple[int, ...] = (0, 1, 2, 3, 4)) -> Comparison:
    files = sorted(paths.seeds().glob("*.txt"))
    return compare([replace(read_file(files[i], letter(n)), date="2026-06-25") for n, i in enumerate(order)])


@pytest.fixture(scope="module")
def seeds() -> Comparison:
    return _compared()


def _said(comparison: Comparison, fact: Fact) -> set[tuple[str, str]]:
    return {(m.document, m.quantity.span.of(comparison.document[m.document].text)) for m in fact.mentions}


def _fact(comparison: Comparison, document: str, words: str) -> Fact:
    found = [fact for fact in comparison.facts if (document, words) in _said(comparison, fact)]
    assert found, f"no fact holds {words!r} of {document}"
    return found[0]


def test_accounts_of_this_campaign_and_of_earlier_ones_are_two_facts(seeds: Comparison) -> None:
    this, earlier = _fact(seeds, "A", "nearly 25,000"), _fact(seeds, "D", "about 24,000")
    assert this is not earlier
    assert {m.document for m in this.mentions} == set("ABCDE")
    assert ("B", "nearly twenty-five thousand") in _said(seeds, this)
    assert ("C", "tens of 1000’s") in _said(seeds, this)
    assert {("A", "thousands"), ("C", "roughly 24,000"), ("D", "about 24,000")} <= _said(seeds, earlier)


def test_exchanges_round_to_29_million(seeds: Comparison) -> None:
    fact = _fact(seeds, "A", "about 29 million")
    assert fact.verdict == "rounding"
    assert {m.document for m in fact.mentions} == set("ABCDE")
    assert "28.8 million rounds to 29 million." in {pair.why for pair in fact.pairs}
    earlier = _fact(seeds, "C", "greater than 16 million")
    assert earlier is not fact
    assert {("D", "over 16 million"), ("E", "more than 16 million")} <= _said(seeds, earlier)


def test_the_only_contradictions_are_those_of_the_three_months(seeds: Comparison) -> None:
    contradictions = {
        frozenset(
            (m.document, m.quantity.span.of(seeds.document[m.document].text))
            for m in (fact.mentions[pair.a], fact.mentions[pair.b])
        )
        for fact in seeds.facts
        for pair in fact.pairs
        if pair.verdict == "contradiction"
    }
    three = ("D", "three-month")
    assert contradictions == {
        frozenset((three, ("B", "about six weeks"))),
        frozenset((three, ("C", "simply six weeks"))),
        frozenset((three, ("C", "roughly six-week"))),
        frozenset((three, ("C", "between April 22 and June 5, 2026"))),
    }
    settled = _fact(seeds, "D", "three-month")
    assert any("45 days" in pair.why for pair in settled.pairs)


def test_the_period_the_share_price_the_letter_and_the_multiple(seeds: Comparison) -> None:
    period = _fact(seeds, "A", "between late April and June")
    assert {
        ("B", "this spring"),
        ("C", "between April 22 and June 5, 2026"),
        ("D", "between April and June"),
    } <= _said(seeds, period)
    fall = _fact(seeds, "B", "about three percent")
    assert ("D", "more than 3 percent") in _said(seeds, fall)
    assert fall.verdict == "rounding"
    accused = _fact(seeds, "C", "Earlier this yr")
    assert {("D", "February"), ("E", "February")} <= _said(seeds, accused)
    letter_date = _fact(seeds, "E", "June 10")
    assert {m.document for m in letter_date.mentions} == {"E"}
    multiple = _fact(seeds, "C", "almost twice as many")
    assert any("1.8" in pair.why for pair in multiple.pairs)


def test_every_verdict_has_a_sentence_and_the_gravest_comes_first(seeds: Comparison) -> None:
    gravity = {"contradiction": 3, "vaguer": 2, "rounding": 1, "same": 0}
    order = [gravity[fact.verdict] for fact in seeds.facts]
    assert order == sorted(order, reverse=True)
    for fact in seeds.facts:
        for pair in fact.pairs:
            assert pair.why.endswith(".")
            assert fact.mentions[pair.a].document != fact.mentions[pair.b].document


def test_the_order_of_the_documents_changes_nothing() -> None:
    def told(comparison: Comparison) -> list[tuple[str, str, frozenset[tuple[str, int]]]]:
        names = {document.id: document.digest for document in comparison.documents}
        return [
            (
                fact.label,
                fact.verdict,
                frozenset((names[m.document], m.quantity.span.start) for m in fact.mentions),
            )
            for fact in comparison.facts
        ]

    expected = told(_compared())
    for order in list(permutations(range(5)))[7::41]:
        assert told(_compared(order)) == expected
