"""Quoted words are found again in a new version of their text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.read import read_text
from crossread.review.anchoring import Found, Shift, find
from crossread.text.anchor import quote
from crossread.text.document import Document
from crossread.text.span import Span

OLD = """The bridge reopens

The old bridge over the harbour reopened on Monday. It was closed for nine months. Repairs cost 4.2 million dollars.

The mayor, Anna Lindqvist, thanked the shops. She promised that it would stay open. It was closed in June.

About 18,000 vehicles use it a day. It was built in 1931. A new bridge is planned.
"""


def document(text: str) -> Document:
    return read_text(text, "a.txt", "A")


def quoted(words: str, text: str = OLD, nth: int = 0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return quote(text, document(text).digest, Span(start, start + len(words)))


def found(words: str, new: str, nth: int = 0) -> tuple[str, str] | None:
    result = Shift(document(OLD), document(new)).find(quoted(words, OLD, nth))
    return (result.span.of(new), result.how) if result else None


def test_what_stands_in_a_passage_that_is_the_same_moves_with_it() -> None:
    new = "A line before.\n\n" + OLD.replace("reopened on Monday", "was reopened for traffic on Tuesday")
    assert found("4.2 million dollars", new) == ("4.2 million dollars", "same")
    assert found("stay open. It was closed", new) == ("stay open. It was closed", "same")


def test_the_same_words_are_found_in_a_passage_that_changed() -> None:
    new = OLD.replace(
        "Repairs cost 4.2 million dollars", "All the repairs cost 4.2 million dollars, it is said"
    )
    assert found("cost 4.2 million dollars", new) == ("cost 4.2 million dollars", "words")


def test_of_the_same_words_in_two_places_the_right_one_is_found() -> None:
    new = OLD.replace("It was closed for nine months", "It was closed for nearly ten months").replace(
        "It was closed in June", "It was closed in late June"
    )
    for nth in (0, 1):
        result = Shift(document(OLD), document(new)).find(quoted("It was closed", OLD, nth))
        start = -1
        for _ in range(nth + 1):
            start = new.index("It was closed", start + 1)
        assert result == Found(Span(start, start + 13), "words")


def test_words_that_were_changed_are_found_by_likeness() -> None:
    new = OLD.replace(
        "She promised that it would stay open", "She has promised that it will always stay open"
    )
    assert found("She promised that it would stay open", new) == (
        "She has promised that it will always stay open",
        "like",
    )
    assert found("promised that it would", new) == ("promised that it will", "like")


def test_a_figure_that_was_changed_is_found_by_what_stands_around_it() -> None:
    new = OLD.replace("18,000 vehicles", "19,500 vehicles")
    assert found("18,000", new) == ("19,500", "like")


@pytest.mark.parametrize("words", ["The mayor, Anna Lindqvist, thanked the shops.", "18,000"])
def test_what_is_gone_is_not_found(words: str) -> None:
    paragraph = next(line for line in OLD.split("\n\n") if words in line)
    assert (
        found(words, OLD.replace(paragraph, "Nothing else is known of the matter at present, they say."))
        is None
    )


def test_a_short_word_is_not_taken_for_itself_in_another_place() -> None:
    lone = quote("We saw 12 of them here.", "0" * 64, Span(7, 9))
    assert find(lone, "On page 12 there is a list of things that were bought.", 0) is None


def test_nothing_is_found_for_white_space_or_in_an_empty_text() -> None:
    assert find(quote("a  b", "0" * 64, Span(1, 3)), "a  b", 0) is None
    assert find(quote("words", "0" * 64, Span(0, 5)), "", 0) is None


def test_a_very_long_selection_is_found_by_its_beginning() -> None:
    text = " ".join(f"word{number}" for number in range(4_000))
    long = quote(text, "0" * 64, Span(10, len(text) - 10))
    new = "New. " + text
    assert find(long, new, 10) == Found(Span(15, len(new) - 10), "words")


WORDS = st.lists(
    st.sampled_from("river bridge mayor dam flood town of the a 12 1,500 said".split()),
    min_size=3,
    max_size=8,
)
SENTENCES = st.lists(WORDS.map(lambda words: " ".join(words).capitalize() + "."), min_size=2, max_size=8)


@given(SENTENCES, SENTENCES, SENTENCES, st.data())
def test_what_is_found_as_the_same_says_the_same(
    before: list, kept: list, after: list, data: st.DataObject
) -> None:
    old = " ".join((*before, *kept, *after))
    new = " ".join((*after, *kept, *before))
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    mine = quoted(old[start:end], old)
    result = Shift(document(old), document(new)).find(mine)
    if result:
        assert 0 <= result.span.start < result.span.end <= len(new)
        if result.how != "like":
            assert result.span.of(new) == mine.exact


@given(SENTENCES, SENTENCES, st.data())
def test_a_text_that_only_grew_keeps_every_place(old_lines: list, more: list, data: st.DataObject) -> None:
    old = "\n".join(line[:-1] + f" {number}." for number, line in enumerate(old_lines))
    added = "\n".join(line[:-1] + f" new {number}." for number, line in enumerate(more))
    new = f"{added}\n{old}"
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    if not old[start:end].strip():
        return
    result = Shift(document(old), document(new)).find(quote(old, document(old).digest, Span(start, end)))
    assert result is not None
    shift = len(new) - len(old)
    assert result.span == Span(start + shift, end + shift)
