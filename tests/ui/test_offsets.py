"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.ui.offsets import Offsets

TEXTS = st.text(st.sampled_from("ab é中\U0001f600\U00020000\u0301"), max_size=30)


@given(TEXTS)
def test_units_agree_with_the_encoder(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        assert offsets.to_units(point) == len(text[:point].encode("utf-16-le")) // 2
    assert offsets.units == len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_there_and_back_is_the_same_place(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.to_points(offsets.to_units(point)) for point in range(len(text) + 1)] == [
        *range(len(text) + 1)
    ]


def test_the_middle_of_a_pair_is_its_character() -> None:
    assert Offsets("a\U0001f600b").to_points(2) == 1


def test_offsets_beyond_the_ends_are_the_ends() -> None:
    offsets = Offsets("a\U0001f600")
    assert (offsets.to_units(-3), offsets.to_units(9), offsets.to_points(9)) == (0, 3, 2)
