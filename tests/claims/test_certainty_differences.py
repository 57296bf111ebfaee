"""What one document asserts and another only alleges; superlatives that stand for one another."""

from itertools import combinations

import pytest

from claims.sentence_sets import document
from comparisons import link, row
from crossread import claims


def test_a_difference_says_who_asserts_what_others_allege() -> None:
    documents = [
        document("Prosecutors allege that the mill poured waste into the river.", "A"),
        document("The mill is accused of pouring waste into the river.", "B"),
        document("The mill poured waste into the river.", "C"),
    ]
    found = claims.certainties(documents)
    links = [link("A1", "C1"), link("B1", "C1")]
    (difference,) = claims.certainty_differences(documents, found, [row("r", "A1", "B1", "C1")], links)
    assert difference.sentence == "C asserts what A and B report as alleged."
    assert dict(difference.steps) == {"A": "alleged", "B": "alleged", "C": "asserted"}


def test_rows_of_one_mind_give_no_difference() -> None:
    documents = [document("The mill poured waste.", "A"), document("Waste was poured by the mill.", "B")]
    found = claims.certainties(documents)
    rows, links = [row("r", "A1", "B1")], [link("A1", "B1")]
    assert claims.certainty_differences(documents, found, rows, links) == ()


def test_superlatives_of_one_row_form_a_group() -> None:
    documents = [
        document("It was the largest flood ever recorded in the valley.", "A"),
        document("It was the valley's biggest known flood.", "B"),
        document("It was the coldest day of the year.", "C"),
    ]
    found = claims.superlatives(documents, [row("r", "A1", "B1", "C1")])
    groups = {each.document: each.group for each in found}
    assert groups["A"] == groups["B"] != ""
    assert groups["C"] == ""


def test_it_said_speaks_of_the_source_before() -> None:
    read = document("Harrow Bank said the error was small. It said no money was lost.")
    assert [each.source for each in claims.certainties([read])] == ["Harrow Bank", "Harrow Bank"]


def judged(*texts: str) -> list[str]:
    """What differs between documents of one passage each, all on one topic and linked."""
    documents = [document(text, "ABCD"[number]) for number, text in enumerate(texts)]
    names = [f"{each.id}1" for each in documents]
    links = [link(a, b) for a, b in combinations(names, 2)]
    found = claims.certainties(documents)
    rows = [row("r", *names)]
    return [each.sentence for each in claims.certainty_differences(documents, found, rows, links)]


ALLEGED = "Prosecutors allege that the mill poured waste into the river at night."


@pytest.mark.parametrize(
    "other",
    [
        "Did the mill pour waste into the river at night?",
        "If the mill poured waste into the river at night, it must pay.",
        "The river Torrin is the longest in the county and freezes in winter.",
        "The allegations on the mill, the river and the waste come at a bad time.",
        "Firms accused of pouring waste into the river at night should pay.",
    ],
)
def test_what_states_nothing_of_the_kind_asserts_nothing(other: str) -> None:
    assert judged(ALLEGED, other) == []


def test_a_document_that_hedges_the_statement_elsewhere_is_not_called_firm() -> None:
    documents = [
        document(ALLEGED, "A"),
        document(
            "The mill poured waste into the river at night. Police suspect that the mill poured the waste.",
            "B",
        ),
    ]
    found = claims.certainties(documents)
    rows, links = [row("r", "A1", "B1", "B2")], [link("A1", "B1"), link("A1", "B2")]
    assert claims.certainty_differences(documents, found, rows, links) == ()


def test_what_one_doubts_and_another_reports_differs() -> None:
    told = judged(
        "Police said that the seal on the vault was broken on Friday.",
        "There is no evidence that the seal on the vault was broken on Friday.",
    )
    assert told == ["A reports as the word of others what B doubts."]


def test_a_sentence_inside_a_quotation_is_its_speakers_word() -> None:
    read = document("“The wall was weak. It fell in minutes,” said Ana Ruiz.")
    found = claims.certainties([read], claims.quotations([read]))
    assert {(each.step, each.source) for each in found} == {("reported", "Ana Ruiz")}


def test_superlatives_of_other_things_form_no_group() -> None:
    documents = [
        document("It was the largest bank in the country.", "A"),
        document("It was the largest flood in the country.", "B"),
    ]
    found = claims.superlatives(documents, [row("r", "A1", "B1")])
    assert [each.group for each in found] == ["", ""]
