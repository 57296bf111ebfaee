"""Tokens: what is one, where it stands, and in what form it is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.text.span import Span
from crossread.text.words import fold, stem, tokens, words_as_written
from patience import processor_seconds


def written(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2026 300 people", ["In", "2026", "300", "people"]),
        ("12 345 678 and 12 34", ["12 345 678", "and", "12", "34"]),
        ("10\u202f000,5 km", ["10\u202f000,5", "km"]),
        ("25,000 or 12,34,567.89", ["25,000", "or", "12,34,567.89"]),
        ("1,2,3", ["1", ",", "2", ",", "3"]),
        ("3,5 and 28.8.", ["3,5", "and", "28.8", "."]),
        ("192.168.1.1, v1.2.3", ["192.168.1.1", ",", "v1", ".", "2.3"]),
        ("1000's", ["1000", "'", "s"]),
        (
            "the U.S.-China row, e.g. J.Smith",
            ["the", "U.S.", "-", "China", "row", ",", "e.g.", "J", ".", "Smith"],
        ),
        ("three-month", ["three", "-", "month"]),
        ("don't rock’n’roll dogs'", ["don't", "rock’n’roll", "dogs", "'"]),
        ("cafe\u0301 हिन्दी", ["cafe\u0301", "हिन्दी"]),
        ("日本語、中", ["日", "本", "語", "、", "中"]),
        ("👩‍👩‍👧 👍🏽!", ["👩‍👩‍👧", "👍🏽", "!"]),
        ("2½ m²", ["2½", "m²"]),
        ("", []),
    ],
)
def test_what_is_one_token(text: str, expected: list[str]) -> None:
    assert written(text) == expected


def test_spans_count_code_points_beyond_the_basic_plane() -> None:
    found = tokens("😀 a 𝔘𝔫𝔦 b")
    assert [(token.text, token.span) for token in found[1:]] == [
        ("a", Span(2, 3)),
        ("𝔘𝔫𝔦", Span(4, 7)),
        ("b", Span(8, 9)),
    ]


def test_a_stretch_keeps_offsets_of_the_whole_text() -> None:
    assert [token.span for token in tokens("one two three", Span(4, 7))] == [Span(4, 7)]


@given(st.text())
def test_tokens_cover_all_but_white_space(text: str) -> None:
    position = 0
    for token in tokens(text):
        assert not text[position : token.span.start].strip()
        assert token.text == token.span.of(text) != ""
        position = token.span.end
    assert not text[position:].strip()


@given(st.text(alphabet=st.sampled_from("aB1.,’'_ -½²x٫“é£\n") | st.characters(max_codepoint=0x2BFF)))
def test_text_is_read_the_same_beside_unusual_letters(text: str) -> None:
    beside = f"{text} 々"  # which takes another, slower pattern
    assert tokens(beside)[:-1] == tokens(text)
    assert words_as_written(beside)[:-1] == words_as_written(text)


@given(st.text(alphabet="0123456789,. '’٫٬½x", max_size=60))
def test_digits_in_any_company_are_covered(text: str) -> None:
    assert "".join(written(text)).replace(" ", "") == text.replace(" ", "")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("written", ["ŉ", "︱", "︲", "﹘"])
def test_compatibility_forms_of_typography_fold_at_once(written: str) -> None:
    assert fold(fold(written)) == fold(written)


def test_forms_that_are_compared() -> None:
    assert fold("Claude’s") == fold("CLAUDE'S") == "claude's"
    assert fold("co\xadoperate\u200b") == "cooperate"
    assert fold("ﬁne Ｕ") == "fine u"
    assert fold("٣٫٥") == "3٫5"
    assert stem("accused") == stem("accuses")
    assert stem("anthropic's") == stem("anthropic")
    assert stem("half\ud800's") == "half\ud800"


@pytest.mark.parametrize(
    "text", ["a " * 100_000, "a." * 100_000, "1" * 10_000, "1,23," * 50_000, "a'" * 100_000]
)
def test_degenerate_texts_come_to_an_end(text: str) -> None:
    with processor_seconds(20):
        assert "".join(written(text)) == text.replace(" ", "")
