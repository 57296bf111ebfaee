"""The table of common usage."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.spin.usage import UNKNOWN, Usage, usage


def triple(*numbers: int) -> float:
    (found,) = usage().triples(*(np.array([number]) for number in numbers))
    return float(found)


def probability(text: str) -> float:
    numbers = [usage().find(word) for word in text.split()]
    padded = np.array([UNKNOWN, UNKNOWN, *numbers])
    return float(usage().triples(padded[:-2], padded[1:-1], padded[2:]).sum())


@pytest.mark.parametrize(
    ("expected", "odd"),
    [
        ("the united states", "the united countries"),
        ("according to", "according at"),
        ("had a heart attack", "had a heart assault"),
        ("the stock market", "the inventory market"),
        ("as a result", "as a outcome"),
    ],
)
def test_the_usual_word_is_likelier(expected: str, odd: str) -> None:
    assert probability(expected) > probability(odd) + 1


def test_what_was_never_seen_together_is_not_attested() -> None:
    find = usage().find
    assert usage().attested(find("united"), find("states"))
    assert not usage().attested(find("states"), find("mozzarella"))


def test_a_word_that_is_not_listed_is_unknown_and_rare() -> None:
    assert usage().find("zzyzxq") == UNKNOWN
    unknown, listed = usage().singles(np.array([UNKNOWN, usage().find("zulu")]))
    assert unknown < listed
    assert triple(UNKNOWN, UNKNOWN, UNKNOWN) == usage().floor


@given(st.lists(st.integers(min_value=-1, max_value=70_000), min_size=3, max_size=3))
def test_every_three_words_have_a_finite_logarithm(numbers: list[int]) -> None:
    value = triple(*numbers)
    assert math.isfinite(value) and value < 1


def test_a_damaged_file_is_told_from_a_table() -> None:
    with pytest.raises(ValueError, match="install Crossread again"):
        Usage(b"something else entirely, and long enough")
