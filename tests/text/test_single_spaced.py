import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.text.single_spaced import SingleSpaced
from crossread.text.span import Span

TEXTS = st.lists(
    st.sampled_from(["a", "bc", ".", " ", " ", "\n", "\t", "\u2028", "\xa0", "😀"]), max_size=20
).map("".join)


@given(TEXTS)
def test_its_text_is_the_words_with_single_spaces(text: str) -> None:
    assert SingleSpaced(text).text == " ".join(text.split())


@given(TEXTS)
def test_every_word_is_found_there_and_back(text: str) -> None:
    flat = SingleSpaced(text)
    for original, here in zip(re.finditer(r"\S+", text), re.finditer(r"\S+", flat.text), strict=True):
        assert (flat.offset(original.start()), flat.offset(original.end())) == here.span()
        assert flat.span(Span(*here.span())) == Span(*original.span())


@given(TEXTS)
def test_offsets_never_go_back(text: str) -> None:
    flat = SingleSpaced(text)
    offsets = [flat.offset(at) for at in range(len(text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[0] == 0
    assert offsets[-1] == len(flat.text)


@pytest.mark.parametrize(("text", "words"), [("a b", "a b"), (" the\n largest  yet ", "largest  yet")])
def test_a_stretch_of_words_is_the_stretch_of_the_original(text: str, words: str) -> None:
    flat = SingleSpaced(text)
    at = flat.text.index(" ".join(words.split()))
    assert flat.span(Span(at, at + len(" ".join(words.split())))).of(text) == words
