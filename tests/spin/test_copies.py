"""A spun copy beside its original."""

import pytest

from crossread.spin import Swap, judge
from crossread.spin.labels import label_of
from crossread.text.words import tokens
from spin.spun_samples import GENUINE, OTHER, SPUN, documents


def found() -> list[tuple[str, str, str]]:
    held = documents(GENUINE, SPUN, OTHER)
    return [(swap.label, *both(swap)) for swap in judge(held).swaps]


def both(swap: Swap) -> tuple[str, str]:
    return swap.other_span.of(GENUINE), swap.span.of(SPUN)


def test_replacements_are_labelled() -> None:
    labels = {(original, written): label for label, original, written in found()}
    assert labels["city", "town"] == "synonym"
    assert labels["nine", "9"] == "number"
    assert labels["lost", "misplaced"] == "artefact"
    assert labels["difficult", "troublesome"] == "quotation"


def test_nothing_between_quotation_marks_is_just_a_synonym() -> None:
    quotation = SPUN[SPUN.index('"We all') : SPUN.index('summer time."')]
    swaps = [swap for swap in judge(documents(GENUINE, SPUN)).swaps if swap.span.of(SPUN) in quotation]
    start = SPUN.index('"We all')
    inside = [
        swap
        for swap in swaps
        if start <= swap.span.start < start + len(quotation) and swap.span.start < SPUN.index('," mentioned')
    ]
    assert inside and {swap.label for swap in inside} == {"quotation"}


def test_a_genuine_near_copy_has_no_swaps() -> None:
    edited = GENUINE.replace("nine months", "almost a year").replace("grateful for", "thankful for")
    assert not judge(documents(GENUINE, edited)).swaps


def label(original: str, written: str, names: tuple[bool, bool] = (False, False)) -> str:
    return label_of(tokens(written), tokens(original), names, False)


@pytest.mark.parametrize(
    ("original", "written", "expected"),
    [
        ("bought", "purchased", "synonym"),
        ("study", "studies", "inflection"),
        ("bought", "buying", "inflection"),
        ("without", "with out", "artefact"),
        ("of", "from", "function"),
        ("12", "13", "number"),
        ("five", "six", "number"),
        ("enable", "disable", "meaning"),
        ("increases", "decreased", "meaning"),
        ("is", "is not", "meaning"),
        ("bridge", "sandwich", "other"),
        ("south", "southern", "inflection"),
        ("lenders", "loan providers", "synonym"),
        ("will", "would make", "function"),
        ("just", "in order", "function"),
    ],
)
def test_labels(original: str, written: str, expected: str) -> None:
    assert label(original, written) == expected


def test_numbers_names_and_antonyms_are_never_just_synonyms() -> None:
    assert label("Paris", "City", (True, True)) == "name"
    assert label("Smith", "blacksmith", (False, True)) == "name"
    assert label("buy", "sell") == "meaning"
    assert label("two", "couple") == "number"


def test_a_word_that_suits_its_place_far_worse_than_the_original_is_an_artefact() -> None:
    written, original = tokens("nurseries"), tokens("gardens")
    assert label_of(written, original, (False, False), False, ("botanical", "in")) == "artefact"
    assert label_of(written, original, (False, False), False) == "other"
    assert label_of(tokens("sell"), tokens("buy"), (False, False), False, ("to", "a")) == "meaning"


def test_a_phrase_turned_round_is_one_artefact() -> None:
    original = GENUINE.replace("a routine inspection", "hidden damage")
    copy = SPUN.replace("a routine inspection", "damage that is hidden")
    swaps = judge(documents(original, copy)).swaps
    labels = {
        (swap.other_span.of(original), swap.span.of(copy)): swap.label
        for swap in swaps
        if swap.document == "B"
    }
    assert labels["hidden damage", "damage that is hidden"] == "artefact"


def test_half_a_compound_that_became_a_phrase_is_an_artefact() -> None:
    original = GENUINE.replace("two of its steel beams", "a 42-acre park")
    copy = SPUN.replace("two of its metal beams", "a 42-section of land park")
    swaps = judge(documents(original, copy)).swaps
    labels = {(swap.other_span.of(original), swap.span.of(copy)): swap.label for swap in swaps}
    assert labels["acre", "section of land"] == "artefact"
