"""Where sentences end, and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.text.sentences import sentences
from crossread.text.span import Span
from patience import processor_seconds


def parts(text: str, language: str | None = None) -> list[str]:
    return [span.of(text) for span in sentences(text, language=language)]


@pytest.mark.parametrize(
    "whole",
    [
        "A letter to U.S. senators and White House officials.",
        "Claude’s outputs and Anthropic's own were copied.",
        "Mr. John F. Kennedy Jr. met Sen. Jones and Lt. Gov. Doe.",
        "J. K. Rowling wrote to Apple Inc. about it.",
        "At 9 a.m. he left, e.g. for No. 10 in Washington, D.C. at once.",
        "It cost approx. 5 dollars, see Fig. 3 on p. 7.",
        "The show Jeopardy! is fun.",
        "He asked: “Why?” she replied.",
        "Well... maybe.",
        "Dr. Smith saw vol. 3.",
        "1. First thing.",
    ],
)
def test_no_end_inside(whole: str) -> None:
    assert parts(whole) == [whole]
    assert parts(f"It began. {whole} It ended.")[-1] == "It ended."


@pytest.mark.parametrize(
    "expected",
    [
        ["It rose to 28.8 million.", "Then it fell."],
        ["He moved to the U.S.", "He liked it."],
        ["He spoke of a “huge subsidy for our opponents.”", "The US and China race."],
        ["“The lines are blurred.", "They’re also testing,” he said."],
        ['He said "no."', "She left."],
        ["She left (he was tired.)", "Then he slept."],
        ["He left at 9 a.m.", "She stayed."],
        ["What?!", "Really...", "Yes."],
        ["He came to Apple Inc.", "It was late."],
        ["这是一句话。", "这是另一句！", "真的吗？", "“是的。”"],
        ["هل هذا صحيح؟", "نعم.", "هذا هو."],
    ],
)
def test_ends_that_are_found(expected: list[str]) -> None:
    text = "".join(expected) if expected[0].endswith("。") else " ".join(expected)
    assert parts(text) == expected


def test_the_language_decides() -> None:
    text = "Er kam am 5. Mai. Danach ging er."
    assert parts(text, "de") == ["Er kam am 5. Mai.", "Danach ging er."]


def test_a_stretch_keeps_offsets_of_the_whole_text() -> None:
    text = "😀 No. Yes it is. He left. End."
    assert sentences(text, Span(6, 25)) == (Span(6, 16), Span(17, 25))


@given(st.text(alphabet=st.sampled_from('aB .!?…“”"()1。话،؟\n')) | st.text())
def test_sentences_tile_any_text(text: str) -> None:
    position = 0
    for span in sentences(text):
        assert span.start >= position
        assert not text[position : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        position = span.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("This is one sentence of some words, and it ends here. " * 20_000, 20_000),
        ("这是一句话。" * 20_000, 20_000),
    ],
)
def test_long_texts(text: str, count: int) -> None:
    with processor_seconds(20):
        assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text", ["word " * 200_000, "x" * 500_000, "话" * 100_000, "“a. " * 50_000, '"' * 100_000]
)
def test_texts_without_ends_are_cut_in_reasonable_pieces(text: str) -> None:
    with processor_seconds(20):
        found = sentences(text)
    assert max(map(len, found)) <= 4000
