import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossread.text.shown import one_line, plain_line

ISOLATE, END = "\u2068", "\u2069"
TURNING = ("R", "AL", "AN")
STEERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067"
ANY = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from(f"{STEERING}{ISOLATE}{END}אب٣ a"))
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\tand  more", "two lines and more"),
        ("\u202egpj.exe", "gpj.exe"),
        ("a\u202eb\n\u2066c\t d", "ab c d"),
        ('a "quoted" name', 'a "quoted" name'),
        ("bell\x07", "bell"),
        ("تقرير", "\u2068تقرير\u2069"),
        ("\u2068\u2069", ""),
        ("٣ - ٤", "\u2068٣ - ٤\u2069"),
        ("می\u200cخواهم", "\u2068می\u200cخواهم\u2069"),
        ("\udcff\uffff", "\ufffd\ufffd"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown
    assert plain_line(text) == shown.strip(ISOLATE + END)


@given(ANY, st.integers(2, 30))
def test_a_line_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    for line in (one_line(text, limit), plain_line(text, limit)):
        assert len(line.splitlines()) <= 1
        assert len(line.strip(ISOLATE + END)) <= limit


@given(ANY, st.sampled_from([0, 5, 12]))
@example("\u2067\u2069ب", 0)
@example("\u2068\u2068ب\u2069", 0)
@example("\u2069ب\u2068", 0)
def test_no_text_turns_what_stands_around_it(text: str, limit: int) -> None:
    depth = 0
    for character in one_line(text, limit):
        depth += (character == ISOLATE) - (character == END)
        assert depth >= 0, "ends an isolate that is not its own"
        assert character not in STEERING
        assert depth or unicodedata.bidirectional(character) not in TURNING
    assert depth == 0, "leaves an isolate open"
    assert not {*plain_line(text, limit)} & {*STEERING, ISOLATE, END}


@given(ANY, ANY)
def test_a_sentence_keeps_the_names_in_it_apart(one: str, other: str) -> None:
    sentence = f"Neither “{one_line(one)}” nor “{one_line(other)}” is open."
    assert one_line(sentence) == " ".join(sentence.split())


def test_every_character_that_turns_is_isolated() -> None:
    turning = [
        c for c in map(chr, range(0x110000)) if unicodedata.bidirectional(c) in TURNING and c != "\u200f"
    ]
    assert len(turning) > 1000
    assert [
        c for c in turning if unicodedata.category(c)[0] != "C" and one_line(c) != f"{ISOLATE}{c}{END}"
    ] == []
