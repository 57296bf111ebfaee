"""Neighbours, base forms and antonyms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.text.thesaurus import Thesaurus, thesaurus


@pytest.mark.parametrize(
    ("written", "original"),
    [
        ("purchased", "bought"),
        ("utilizing", "using"),
        ("physicians", "doctors"),
        ("swifter", "faster"),
        ("tempo", "pace"),
    ],
)
def test_a_neighbour_keeps_the_inflection(written: str, original: str) -> None:
    assert original in dict(thesaurus().neighbours(written))


def test_closest_neighbours_come_first() -> None:
    closeness = [close for _, close in thesaurus().neighbours("assault")]
    assert closeness == sorted(closeness, reverse=True) and closeness[0] > 1


@pytest.mark.parametrize(
    ("one", "other"), [("buy", "sell"), ("increasing", "decreased"), ("enabled", "disable")]
)
def test_opposites_are_no_synonyms(one: str, other: str) -> None:
    assert thesaurus().antonyms(one, other) and thesaurus().antonyms(other, one)
    assert not thesaurus().synonyms(one, other)
    assert other not in dict(thesaurus().neighbours(one))


@pytest.mark.parametrize("word", ["monday", "three", "the", "march", "because", "her"])
def test_closed_classes_have_no_neighbours(word: str) -> None:
    assert thesaurus().neighbours(word) == []


def test_synonyms_hold_both_ways_and_in_any_form() -> None:
    assert thesaurus().synonyms("said", "stated") and thesaurus().synonyms("stating", "said")


@pytest.mark.parametrize(
    ("form", "base"), [("bought", "buy"), ("children", "child"), ("companies", "company"), ("house", "house")]
)
def test_base_forms(form: str, base: str) -> None:
    assert thesaurus().base(form) == base


@given(st.sampled_from(sorted(thesaurus().number)[::97]))
def test_no_word_is_its_own_neighbour(word: str) -> None:
    near = [other for other, _ in thesaurus().neighbours(word)]
    assert word not in near and len(set(near)) == len(near)
    assert all(thesaurus().number[other] < 65_536 for other in near)


def test_parts_of_speech() -> None:
    assert thesaurus().is_a("companies", "noun") and not thesaurus().is_a("companies", "adverb")
    assert thesaurus().is_a("powerful", "adjective") and not thesaurus().is_a("xqzt", "noun")


def test_a_damaged_file_is_told_from_a_thesaurus() -> None:
    with pytest.raises(ValueError, match="install Crossread again"):
        Thesaurus(b"CRTHES99" + bytes(64))
