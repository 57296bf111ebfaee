"""What one document asserts and another only alleges; superlatives that stand for one another."""

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
