"""Hidden characters: cleaned for copying, seen through for comparing."""

from hypothesis import given
from hypothesis import strategies as st

from crossread import claims
from crossread.claims.tampering import see_through
from crossread.text.span import Span

SUSPECT = "ab c.1А\u0430\u043e\u0456\u03b1\u200b\u200c\u200d\u2060\ufeff\xad\xa0\u2009\u202e\u202c\u200e"
SUSPECT += "\u0301\u0336\ufe0f\U000e0041ｂ東👩é\n"


@given(st.text(alphabet=SUSPECT, max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = claims.cleaned(text)
    assert claims.cleaned(once) == once


@given(st.text(max_size=80))
def test_the_way_back_is_whole(text: str) -> None:
    seen = see_through(text)
    assert len(seen.origin) == len(seen.text) + 1
    assert seen.origin[-1] == len(text)
    assert all(a <= b for a, b in zip(seen.origin, seen.origin[1:], strict=False))


def test_a_stretch_of_the_cleaned_text_is_found_in_the_original() -> None:
    text = "The mi\u200bnister of Har\xadrow"
    seen = see_through(text)
    at = seen.text.index("minister")
    assert seen.original(Span(at, at + 8)).of(text) == "mi\u200bnister"


def test_what_another_language_needs_is_kept() -> None:
    for text in ("می\u200cخواهم", "👩\u200d👩\u200d👧", "ілюстрація «ШІ»", "❤\ufe0f", "Erdoğan"):
        assert claims.cleaned(text) == text


def test_tampered_words_come_back() -> None:
    assert claims.cleaned("р\u0430yp\u200bal Аl\xadibaba 25,00О") == "paypal Alibaba 25,000"
