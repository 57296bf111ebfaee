"""Letters of documents are legible whatever colour was chosen, in every theme."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.present.document_colours import (
    CHOICES,
    LEAST_CONTRAST,
    contrast,
    letter_colours,
    shown,
)
from crossread.present.palette import PALETTES, Theme

THEMES = get_args(Theme)


@pytest.mark.parametrize("theme", THEMES)
def test_letters_of_documents_are_legible_and_differ(theme: Theme) -> None:
    palette = PALETTES[theme]
    for document in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        assert contrast(*letter_colours(palette, document)) >= LEAST_CONTRAST, document
    if theme != "contrast":
        assert len({letter_colours(palette, document)[0] for document in "ABCDEFGHIJ"}) == 10


@pytest.mark.parametrize("theme", THEMES)
def test_chosen_colours_are_legible_differ_and_stand_out_from_the_ground(theme: Theme) -> None:
    palette = PALETTES[theme]
    grounds = []
    for choice in CHOICES:
        ground, ink = letter_colours(replace(palette, letters=(("B", choice.value),)), "B")
        assert contrast(ground, ink) >= LEAST_CONTRAST, choice.name
        assert contrast(ground, palette.ground) >= 3, choice.name
        grounds.append(ground)
    assert len(set(grounds)) == len(CHOICES)


def test_a_colour_is_of_its_document_only() -> None:
    palette = PALETTES["light"]
    chosen = replace(palette, letters=(("B", "#1f5fa8"),))
    assert letter_colours(chosen, "B")[0] == "#1f5fa8"
    assert letter_colours(chosen, "A") == letter_colours(palette, "A")
    assert letter_colours(chosen, "") == letter_colours(palette, "")


@given(st.integers(0, 0xFFFFFF), st.sampled_from(THEMES))
def test_any_colour_is_made_legible(number: int, theme: Theme) -> None:
    palette = PALETTES[theme]
    assert contrast(shown(palette, f"#{number:06x}"), palette.chip_ink) >= LEAST_CONTRAST


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
