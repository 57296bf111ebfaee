"""Names of several documents: joined across spellings, told apart, and set against one another."""

import pytest

from claims.sentence_sets import document
from crossread import align, claims
from crossread.claims.name import Name


def named(*texts: str) -> dict[str, Name]:
    documents = [document(text, "ABCDE"[number]) for number, text in enumerate(texts)]
    linked = align.link(documents)
    return {name.label: name for name in claims.names(documents, linked.links)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Pentagon opened an inquiry.", "An inquiry was opened by the Defense Department."),
        ("The U.S. left the talks.", "The United States left the talks."),
        ("Shares in Brightleaf rose.", "Shares in Brightleaf AI rose."),
        ("The Wall Street Journal broke the story.", "The story was broken by the WSJ."),
        ("Police in Kyiv found the van.", "Police in Kiev found the van."),
        ("They met Tomás Ruiz in June.", "They met Tomas Ruiz in June."),
        ("They met William Ashe in June.", "They met Bill Ashe in June."),
        ("They met J. Ashe in June.", "They met John Ashe in June."),
        ("A grant from the Northern Wool Board arrived.", "A grant from the NWB arrived. It was small."),
        ("They met Dr. Lena Hall.", "They met Lena Hall."),
        ("They climbed Mt Kessel.", "They climbed Mount Kessel."),
        ("The Turin Falcons lost.", "Fans of the Falcons left early. The Falcons lost."),
        ("She studied at Harlow University.", "She studied at the University of Harlow."),
        ("The Academy of Science and Letters met.", "The Academy of Sciences and Letters met."),
        ("Shares in Brannock Pharma fell.", "Brannock Pharmaceuticals denied it. Brannock is small."),
        ("Hale, the chief executive, left.", "They met Martin Hale in June."),
        ("Englishman Robert Ashe fell.", "The doctor Robert Ashe fell."),
    ],
)
def test_spellings_of_one_name_are_joined(one: str, other: str) -> None:
    shared = [name for name in named(one, other).values() if len(name.documents) == 2]
    assert shared, "nothing was joined"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Troops crossed into Iran.", "Troops crossed into Iraq."),
        ("He flew to Austria.", "He flew to Australia."),
        ("They met Tim Hale.", "They met Jim Hale."),
        ("She lives in New York.", "She reads the New York Times."),
        ("They bought a Kestrel-4.", "They bought a Kestrel-5."),
        ("The mayor of Westhaven spoke.", "Westhaven University closed."),
    ],
)
def test_different_names_are_not_joined(one: str, other: str) -> None:
    assert all(len(name.documents) == 1 for name in named(one, other).values())


def test_an_abbreviation_in_brackets_is_the_name_before_it() -> None:
    found = named("The union Nordbanen (NBN) struck.", "NBN shares fell. The strike at NBN went on.")
    assert set(found) == {"Nordbanen"}
    assert found["Nordbanen"].documents == ("A", "B")


def test_a_surname_alone_goes_to_whoever_more_documents_name() -> None:
    found = named("Maurice Cole left.", "Maurice Cole left.", "Mo Cole left.", "Cole was fired, fans say.")
    assert "D" in found["Maurice Cole"].documents


def test_two_holders_of_one_office_in_linked_passages_are_set_against_each_other() -> None:
    found = named(
        "Mayor Lucia Ferri called it the worst storm that the harbour of Westhaven had seen in forty years.",
        "Mayor Paola Conti called it the worst storm that the harbour of Westhaven had ever seen.",
    )
    assert found["Lucia Ferri"].verdict == "other name"
    assert found["Lucia Ferri"].others == (found["Paola Conti"].id,)


def test_a_letter_swapped_in_a_surname_is_a_finding() -> None:
    found = named(
        "Senator Bill Hagerty spoke. Hagerty left early.",
        "Senator Bill Hagerty spoke.",
        "Senator Bill Hagarty spoke.",
    )
    (name,) = found.values()
    assert name.verdict == "spelling"
    assert name.misspelt == ("Bill Hagarty",)


def test_other_names_in_the_same_office() -> None:
    found = named(
        "Senators Bill Lowe and Ann Cho wrote a bill.", "Senators Tim Hart and Eva Winn wrote a bill."
    )
    assert {name.verdict for name in found.values()} == {"other name"}
    assert len(found["Bill Lowe"].others) == 2


def test_the_same_office_with_a_common_holder_is_no_difference() -> None:
    found = named(
        "Senators Bill Lowe and Ann Cho wrote a bill.", "Senators Bill Lowe and Eva Winn spoke in Turku."
    )
    assert found["Bill Lowe"].verdict == "same"
    assert found["Ann Cho"].verdict == "one source"


def test_a_lone_surname_belongs_to_the_person_named_before() -> None:
    found = named("Ana Ruiz met Tom Hale. Ruiz was late and Hale was not.")
    assert found["Ana Ruiz"].forms == ("Ana Ruiz", "Ruiz")
    assert found["Tom Hale"].forms == ("Hale", "Tom Hale")


def test_the_company_stands_for_the_only_one_spoken_of() -> None:
    found = named("Tessaro Foods makes pasta. The company was founded in 1901.")
    assert [mention.text for mention in found["Tessaro Foods"].mentions if mention.refers] == ["The company"]
    two = named("Tessaro Foods sued Harrow Bank. The company was founded in 1901.")
    assert not any(mention.refers for name in two.values() for mention in name.mentions)


def test_a_look_alike_letter_hides_no_name() -> None:
    found = named("They met Ana Ruiz.", "They met \u0410na Ru\u200biz.")
    assert found["Ana Ruiz"].documents == ("A", "B")


def test_the_order_of_documents_changes_nothing_but_the_order() -> None:
    texts = (
        "The Pentagon paid Tom Hale.",
        "Hale was paid by the Defense Department.",
        "Jim Hale was not paid.",
    )
    documents = [document(text, "ABC"[number]) for number, text in enumerate(texts)]
    one = {(name.id, name.verdict, name.forms) for name in claims.names(documents)}
    other = {(name.id, name.verdict, name.forms) for name in claims.names(documents[::-1])}
    assert one == other
