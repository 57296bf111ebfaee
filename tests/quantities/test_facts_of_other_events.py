"""Facts of documents made up for the purpose: what joins and what must stay apart."""

from comparisons import documents
from crossread.compare import compare
from crossread.comparison import Comparison


def _verdicts(comparison: Comparison) -> dict[frozenset[str], str]:
    found = {}
    for fact in comparison.facts:
        for pair in fact.pairs:
            words = frozenset(
                f"{m.document}:{m.quantity.span.of(comparison.document[m.document].text)}"
                for m in (fact.mentions[pair.a], fact.mentions[pair.b])
            )
            found[words] = pair.verdict
    return found


def test_two_counts_of_the_dead_contradict() -> None:
    compared = compare(documents(
        ["A ferry with 310 passengers sank off the northern coast on Sunday.",
         "Rescuers said 41 people drowned when the ferry sank."],
        ["A ferry carrying 310 passengers sank on Sunday off the northern coast.",
         "Officials said 67 people drowned when the ferry with 310 passengers sank."],
    ))  # fmt: skip
    found = _verdicts(compared)
    assert found.get(frozenset(("A:310", "B:310"))) == "same"
    assert found[frozenset(("A:41", "B:67"))] == "contradiction"


def test_different_things_with_different_figures_do_not_contradict() -> None:
    compared = compare(documents(
        ["The bakery sold 400 loaves on Monday.", "Its owner employs 12 people in Leeds."],
        ["The bakery sold 400 loaves on Monday.", "A rival in York employs 30 people and plans two shops."],
    ))  # fmt: skip
    assert "contradiction" not in _verdicts(compared).values()


def test_stocks_that_move_by_different_shares_stay_apart() -> None:
    compared = compare(documents(
        ["Shares of Norvik rose 5.75% while Halden gained 6.75% on the news."],
        ["On the news Halden rose 6.75% and Norvik advanced 5.75%."],
    ))  # fmt: skip
    assert _verdicts(compared) == {
        frozenset(("A:5.75%", "B:5.75%")): "same",
        frozenset(("A:6.75%", "B:6.75%")): "same",
    }


def test_units_are_converted_before_they_are_compared() -> None:
    compared = compare(documents(
        ["The new tunnel under the bay is 10 miles long and cost 3 billion euros."],
        ["The new tunnel under the bay, 16 km long, cost 3 billion euros."],
    ))  # fmt: skip
    assert _verdicts(compared)[frozenset(("A:10 miles", "B:16 km"))] == "rounding"


def test_a_single_document_has_facts_without_pairs() -> None:
    compared = compare(documents(["The tunnel cost 3 billion euros."], ["Nothing was said of any figure."]))
    assert [(len(fact.mentions), fact.pairs) for fact in compared.facts] == [(1, ())]


def test_one_event_on_two_days_or_in_two_years_contradicts() -> None:
    compared = compare(documents(
        ["A fire destroyed the Harbour warehouse on 3 May 2026.", "The museum was founded in 1998 in Oslo."],
        ["A fire destroyed the Harbour warehouse on 4 May 2026.", "The museum was founded in Oslo in 1999."],
    ))  # fmt: skip
    found = _verdicts(compared)
    assert found[frozenset(("A:3 May 2026", "B:4 May 2026"))] == "contradiction"
    assert found[frozenset(("A:1998", "B:1999"))] == "contradiction"
    said = {pair.why for fact in compared.facts for pair in fact.pairs if pair.verdict == "contradiction"}
    assert "“3 May 2026” and “4 May 2026” are different days." in said
    assert "“1998” and “1999” are different years." in said


def test_days_of_different_things_do_not_contradict() -> None:
    compared = compare(documents(
        ["The fire broke out on 3 May in the warehouse.", "The hearing on the fire opens on 7 June in Turku."],
        ["The hearing on the warehouse fire was put off until the autumn.", "Police opened the warehouse on 4 May."],
        ["Of the years 2019 and 2020 the museum remembers the first best.", "In 2021 the museum closed."],
    ))  # fmt: skip
    assert "contradiction" not in _verdicts(compared).values()


def test_a_day_that_hangs_on_the_date_of_the_text_contradicts_nothing() -> None:
    compared = compare(documents(
        ["The ministry said on Tuesday that exports of grain to Egypt rose."],
        ["The ministry said on Wednesday that exports of grain to Egypt rose."],
    ))  # fmt: skip
    assert "contradiction" not in _verdicts(compared).values()


def test_a_year_that_was_guessed_makes_no_other_day() -> None:
    compared = compare(documents(
        ["The election of the new parliament is planned for December 15."],
        ["The election of the new parliament is planned for December 15, 2013."],
        ["The election of the new parliament is planned for December 16, 2013."],
    ))  # fmt: skip
    found = _verdicts(compared)
    assert found.get(frozenset(("A:December 15", "B:December 15, 2013"))) != "contradiction"
    assert found[frozenset(("B:December 15, 2013", "C:December 16, 2013"))] == "contradiction"
