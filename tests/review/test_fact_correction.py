"""Facts set right by hand: joined, parted, revalued, taken out, undone, and kept over a new comparison."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons import documents
from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.quantities.fact import Fact
from crossread.review.action import FactCorrection
from crossread.review.correction import UnreadableValueError, corrected, read_value
from crossread.text.anchor import Anchor
from fire_texts import A, B, C, fire


def fact_with(comparison: Comparison, words: str) -> Fact:
    """The fact in which some document writes these words."""
    return next(
        fact
        for fact in comparison.facts
        if any(m.quantity.span.of(comparison.document[m.document].text) == words for m in fact.mentions)
    )


def anchor(comparison: Comparison, document: str, words: str) -> Anchor:
    """The mention that a document writes so."""
    text = comparison.document[document]
    found = (
        m for m in comparison.quantities if m.document == document and m.quantity.span.of(text.text) == words
    )
    return Anchor(text.digest, next(found).quantity.span)


def written(comparison: Comparison, fact: Fact) -> list[tuple[str, str]]:
    """Who writes what."""
    return [(m.document, m.quantity.span.of(comparison.document[m.document].text)) for m in fact.mentions]


def test_without_corrections_nothing_changes() -> None:
    assert corrected(fire(), ()) is fire()


def test_a_value_set_right_is_judged_anew_and_so_are_its_findings() -> None:
    assert fact_with(fire(), "40").verdict == "contradiction"
    value = FactCorrection("value", (anchor(fire(), "B", "40"),), "about 14")
    after = corrected(fire(), [value])
    fact = fact_with(after, "40")
    assert fact.verdict == "same"
    assert [pair.verdict for pair in fact.pairs] == ["same"] * 3
    assert all(finding.badge != "≠" for finding in after.findings)
    assert [finding.number for finding in after.findings] == list(range(1, len(after.findings) + 1))


def test_a_value_keeps_its_place_and_what_it_counts() -> None:
    before = next(m.quantity for m in fact_with(fire(), "40").mentions if m.document == "B")
    after = read_value("four dozen", None, before)
    assert (after.span, after.core, after.counted) == (before.span, before.core, before.counted)
    assert after.value == 48


@pytest.mark.parametrize("words", ["", "many happy returns", "3 cats and 4 dogs"])
def test_what_is_no_single_value_is_refused_in_a_sentence(words: str) -> None:
    quantity = fact_with(fire(), "40").mentions[0].quantity
    with pytest.raises(
        UnreadableValueError, match=r"^(No value could be read|More than one value stands) in “"
    ):
        read_value(words, None, quantity)


def test_values_told_apart_no_longer_contradict() -> None:
    after = corrected(fire(), [FactCorrection("different facts", (anchor(fire(), "B", "40"),))])
    alone = fact_with(after, "40")
    assert written(after, alone) == [("B", "40")]
    assert not alone.pairs
    assert written(after, fact_with(after, "14")) == [("A", "14"), ("C", "14")]
    assert fact_with(after, "14").verdict == "same"
    labels = [fact.label for fact in after.facts]
    assert len(labels) == len(set(labels))


def test_all_values_of_a_fact_told_apart_stand_alone() -> None:
    anchors = tuple(anchor(fire(), document, "About 120") for document in "AB")
    after = corrected(fire(), [FactCorrection("different facts", anchors)])
    assert sorted(
        written(after, fact)[0][0] for fact in after.facts if "About 120" in str(written(after, fact))
    ) == [
        "A",
        "B",
    ]


def test_values_of_two_facts_become_one_under_the_first_ones_name() -> None:
    anchors = (anchor(fire(), "A", "14"), anchor(fire(), "B", "9"))
    after = corrected(fire(), [FactCorrection("same fact", anchors)])
    fact = fact_with(after, "9")
    assert ("A", "14") in written(after, fact)
    assert fact.label == fact_with(fire(), "14").label
    assert fact.verdict == "contradiction"
    assert not [fact for fact in after.facts if written(after, fact) == [("B", "9")]]


def test_what_cannot_be_compared_is_one_fact_without_a_verdict_between_them() -> None:
    anchors = (anchor(fire(), "A", "14"), anchor(fire(), "B", "two days"))
    after = corrected(fire(), [FactCorrection("same fact", anchors)])
    fact = fact_with(after, "14")
    place = written(after, fact).index(("B", "two days"))
    assert all(place not in (pair.a, pair.b) for pair in fact.pairs)


def test_no_quantity_is_out_of_every_fact_and_list() -> None:
    after = corrected(fire(), [FactCorrection("no quantity", (anchor(fire(), "B", "40"),))])
    assert len(after.quantities) == len(fire().quantities) - 1
    assert all(("B", "40") not in written(after, fact) for fact in after.facts)
    assert fact_with(after, "14").verdict == "same"


def test_corrections_hold_for_the_same_texts_under_other_letters_and_beside_others() -> None:
    corrections = [
        FactCorrection("value", (anchor(fire(), "B", "40"),), "14"),
        FactCorrection("different facts", (anchor(fire(), "A", "14"),)),
    ]
    anew = compare(documents(("A third", "Nothing was said of engines."), C, A, B))
    after = corrected(anew, corrections)
    assert written(after, fact_with(after, "40")) == [("B", "14"), ("D", "40")]
    assert fact_with(after, "40").verdict == "same"


def test_a_correction_of_a_text_that_is_gone_is_passed_over() -> None:
    gone = Anchor("0" * 64, anchor(fire(), "B", "40").span)
    after = corrected(
        fire(), [FactCorrection("no quantity", (gone,)), FactCorrection("same fact", (gone, gone))]
    )
    assert after.facts == fire().facts


def test_a_value_can_be_corrected_after_it_was_corrected() -> None:
    at = (anchor(fire(), "B", "40"),)
    after = corrected(fire(), [FactCorrection("value", at, "50"), FactCorrection("value", at, "14")])
    assert fact_with(after, "40").verdict == "same"
    assert sum(m.quantity.span == at[0].span and m.document == "B" for m in after.quantities) == 1


def test_a_value_of_two_facts_is_taken_out_of_the_one_that_is_meant() -> None:
    at = anchor(fire(), "B", "40")
    both = corrected(fire(), [FactCorrection("same fact", (anchor(fire(), "A", "About 120"), at))])
    assert ("B", "40") in written(both, fact_with(both, "About 120"))
    here, elsewhere = (anchor(fire(), "A", "About 120"),), (anchor(fire(), "C", "14"),)
    apart = corrected(both, [FactCorrection("different facts", (at,), apart_from=elsewhere)])
    assert apart.facts == both.facts
    apart = corrected(both, [FactCorrection("different facts", (at,), apart_from=here)])
    assert written(apart, fact_with(apart, "40")) == [("B", "40")]


ANCHORS = [Anchor(fire().document[m.document].digest, m.quantity.span) for m in fire().quantities]


@given(
    st.lists(
        st.builds(
            FactCorrection,
            st.sampled_from(["same fact", "different facts", "value", "no quantity"]),
            st.lists(st.sampled_from(ANCHORS), max_size=4, unique=True).map(tuple),
            st.sampled_from(["", "14", "about six weeks", "nonsense"]),
        ),
        max_size=6,
    )
)
def test_whatever_is_corrected_every_fact_is_sound(corrections: list[FactCorrection]) -> None:
    after = corrected(fire(), corrections)
    known = set(after.quantities)
    for fact in after.facts:
        assert fact.mentions
        assert len(set(fact.mentions)) == len(fact.mentions)
        assert known >= set(fact.mentions)
        assert all(0 <= pair.a < pair.b < len(fact.mentions) for pair in fact.pairs)
        assert len({(pair.a, pair.b) for pair in fact.pairs}) == len(fact.pairs)
    assert corrected(fire(), corrections) == after
    assert replace(after, findings=()).documents == fire().documents
