import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.ui.search import MAX_HITS, Finder, fold
from ui.grid_samples import document


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Anthropic’s own words", "anthropic's", "Anthropic’s"),
        ("the “quiet” way", '"quiet"', "“quiet”"),
        ("naïve Zoë", "zoe", "Zoë"),
        ("nai\u0308ve", "naive", "nai\u0308ve"),
        ("Straße", "strasse", "Straße"),
        ("Straße", "ras", "raß"),
        ("2024–25", "2024-25", "2024–25"),
        ("co\u00adoperate", "cooperate", "co\u00adoperate"),
        ("one\ntwo", "one two", "one\ntwo"),
        ("wait… what", "wait...", "wait…"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("𝔸 and 😀 b", "b", "b"),
        ("ﬁre", "fire", "ﬁre"),
    ],
)
def test_finds_whatever_the_case_accents_and_quotation_marks(text: str, words: str, found: str) -> None:
    finder = Finder()
    source = document("A", text)
    finder.find(words, [source])
    assert [place.span.of(source.text) for place in finder.places] == [found]


@given(st.text(max_size=60), st.data())
def test_what_is_cut_out_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : start + data.draw(st.integers(1, 8))]
    needle = fold(words).text
    spans = fold(text).spans(needle, 1000)
    assert bool(spans) == (needle != "" and needle in fold(text).text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_steps_round_and_round_in_the_order_of_documents() -> None:
    finder = Finder()
    finder.find("a", [document("B", "a a"), document("A", "a")])
    assert [place.document for place in finder.places] == ["B", "B", "A"]
    assert finder.says == "3"
    assert finder.step(-1) == finder.places[2]
    assert finder.step(1) == finder.places[0]
    assert finder.says == "1 of 3"


def test_the_hit_that_is_shown_stays_shown() -> None:
    finder = Finder()
    sources = [document("A", "tea team"), document("B", "tea")]
    finder.find("tea", sources)
    finder.step(1)
    finder.step(1)
    shown = finder.place
    finder.find("tea", sources[::-1])
    assert finder.place == shown


def test_says_that_there_is_nothing_and_that_there_is_more() -> None:
    finder = Finder()
    finder.find("zebra", [document("A", "no such animal")])
    assert finder.says == "not found"
    assert finder.step(1) is None
    finder.find("o", [document("A", "o" * (MAX_HITS + 5))])
    assert finder.more
    assert finder.says == f"{MAX_HITS:,}+"
    finder.find("  ", [document("A", "words")])
    assert finder.says == ""
