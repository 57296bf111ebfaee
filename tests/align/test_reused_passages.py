import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.align.batch import answer
from crossread.align.reuse import reused
from crossread.align.stretch import Side

SYLLABLES = ("ban", "den", "fin", "gul", "kor", "lam", "mev", "nir", "pos", "rut")
WORDS = [first + vowel + last for first in "bdfgklmnprstvz" for vowel in "aeiou" for last in SYLLABLES]


def prose(seed: int, words: int) -> str:
    """Text of made-up words in sentences of twelve."""
    chosen = random.Random(seed).choices(WORDS, k=words)
    return " ".join(word + ("." if at % 12 == 11 else "") for at, word in enumerate(chosen))


PASSAGE = prose(1, 72)


def test_a_copied_passage_is_found_to_the_character() -> None:
    a, b = f"{prose(2, 240)} {PASSAGE} {prose(3, 240)}", f"{prose(4, 120)} {PASSAGE} {prose(5, 120)}"
    (found,) = reused(a, b)
    assert a[slice(*found.a)] == b[slice(*found.b)] == PASSAGE.rstrip(".")
    assert found.verbatim


def test_a_shuffled_passage_is_found_to_the_sentence() -> None:
    words = PASSAGE.replace(".", "").split()
    random.Random(7).shuffle(words)
    shuffled = " ".join(words) + "."
    a, b = f"{prose(2, 240)} {shuffled} {prose(3, 240)}", f"{prose(4, 120)} {PASSAGE} {prose(5, 120)}"
    (found,) = reused(a, b)
    assert a[slice(*found.a)] == shuffled.rstrip(".")
    assert b[slice(*found.b)] == PASSAGE.rstrip(".")
    assert not found.verbatim


def test_unrelated_texts_share_nothing() -> None:
    assert reused(prose(2, 400), prose(3, 400)) == []


@pytest.mark.parametrize("text", ["", "。", "a", "word " * 5000, "\n" * 100, "字" * 3000])
def test_degenerate_texts(text: str) -> None:
    assert isinstance(reused(text, PASSAGE), list)
    assert isinstance(reused(text, text), list)


def test_batch_answers_with_offsets_of_the_text() -> None:
    a, b = f"{prose(2, 240)} {PASSAGE}", f"{PASSAGE} {prose(5, 120)}"
    said = answer({"id": 1, "unit": "span", "docs": [{"id": "a", "text": a}, {"id": "b", "text": b}]})
    ((i, start, end, j, begin, stop, score),) = said["alignments"]
    assert (i, j) == (0, 1)
    assert a[start:end] == b[begin:stop] == PASSAGE.rstrip(".")
    assert 0.5 < score <= 1.0


@given(st.text(st.characters(max_codepoint=0x303F, exclude_categories=["Cs"]), max_size=60))
def test_words_are_the_same_whether_or_not_the_text_holds_a_word_sign(text: str) -> None:
    alone, beside = (Side(written, {}) for written in (text, f"{text} 火"))
    assert beside.starts.tolist()[:-1] == alone.starts.tolist()
    assert beside.ends.tolist()[:-1] == alone.ends.tolist()
