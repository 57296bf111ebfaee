"""The company words keep, and how a text flows."""

import numpy as np
import pytest

from crossread.read import read_text
from crossread.spin.company import Company, company, surroundings
from crossread.spin.flow import flow
from crossread.spin.told import Told
from crossread.spin.words import FEATURES, measure


def test_words_of_a_subject_keep_each_others_company() -> None:
    river = "river water flood bank bridge boat".split()
    there = surroundings([*river, "stream"]).whole[-1]
    vectors = company().vectors(company().places(["stream", "lawsuit", "notlistedatall"]))
    stream, lawsuit, unknown = (vectors @ there).tolist()
    assert stream > lawsuit and unknown == 0


def test_a_word_is_not_its_own_company() -> None:
    around = surroundings(["river", "rivers", "river"])
    assert not around.near.any() and not around.whole.any()
    assert around.repeated.tolist() == [3, 3, 3]


def test_company_reaches_ten_words_and_no_further() -> None:
    far = surroundings(["river", *["notlistedatall"] * 10, "boat"])
    assert not far.near[0].any() and far.whole[0].any()
    near = surroundings(["river", *["notlistedatall"] * 9, "boat"])
    assert np.linalg.norm(near.near[0]) == pytest.approx(1, abs=1e-3)


def test_no_words_have_no_company() -> None:
    assert len(surroundings([]).near) == 0
    assert measure([]) == []


def test_a_damaged_table_is_refused() -> None:
    with pytest.raises(ValueError, match="damaged"):
        Company(b"something else")


def test_words_without_neighbours_are_measured_too() -> None:
    told = Told.of(read_text("The xylotribe walked along the river to the old mill.", "text", "A"))
    found = {one.token.text: one for one in measure(told.sentences)}
    features = dict(zip(FEATURES, found["xylotribe"].features, strict=True))
    assert found["xylotribe"].candidates == ()
    assert features["has neighbours"] == features["has company"] == 0
    assert found["river"].candidates


def test_flow_counts_doubled_loose_and_strange_words() -> None:
    told = Told.of(
        read_text("He said that the the dog runned of with it. Very very him than the of, Ann.", "text", "A")
    )
    counted = flow(told.sentences)
    assert counted.doubled == 2
    assert counted.strange == 1
    assert 0 < counted.loose < counted.common
    assert counted.words == 17
