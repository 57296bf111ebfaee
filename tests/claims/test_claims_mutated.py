"""Ten thousand damaged texts: nothing is raised and every span lies in its text."""

import random

import pytest

from comparisons import document
from crossread import claims
from crossread.text.document import Document

MARKS = "\"'“”‘’«»„…[]-1\u200b\u202e\ufe0f\U000e0041\x00\x1bА\ud800"
WORDS = (
    " said | Ana Ruiz | the largest ever | allegedly | of |, |. |U.S.| Bank of | the company | according to |'s | and |"
    "Senators "
)
PIECES = (*MARKS, "\u0301" * 5, *WORDS.split("|"))
SEED = 20260625


def mutated(chance: random.Random) -> str:
    text = "Ana Ruiz, a baker, said: “The wall gave way,” and the Harrow Bank denied it."
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        cut = chance.choice((0, 0, 1, 5))
        text = text[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 3)) + text[at + cut :]
    return text


def check(documents: tuple[Document, ...]) -> None:
    length = {each.id: len(each.text) for each in documents}
    for quotation in claims.quotations(documents):
        for mention in quotation.mentions:
            assert 0 <= mention.span.start <= mention.span.end <= length[mention.document]
    for name in claims.names(documents):
        for named in name.mentions:
            assert named.span.end <= length[named.document]
    for note in claims.characters(documents):
        assert note.span.start < note.span.end <= length[note.document]
    for judged in claims.certainties(documents):
        assert all(cue.end <= length[judged.document] for cue in judged.cues)
    claims.superlatives(documents)


@pytest.mark.parametrize("number", range(20))
def test_mutated_strings_raise_nothing(number: int) -> None:
    chance = random.Random(SEED + number)
    for letter in range(10):
        check((document(letter, [mutated(chance).replace("\n", " ") for _ in range(50)]),))


@pytest.mark.parametrize(
    "line",
    ["“" * 10_000, "“a " * 10_000, "“" * 5_000 + "a" + "”" * 5_000, "“‘" * 5_000 + "a" + "’”" * 5_000, '"a ' * 10_000,
     "\x00" * 10_000, "\u202e" * 10_000, "a" + "\u0301" * 10_000, "\u200b" * 10_000, "Bank of " * 5_000, "A." * 5_000,
     "he said “a” " * 2_000, "Ana Ruiz said " * 2_000, "the largest ever " * 2_000],
    ids=lambda line: repr(line[:8]),
)  # fmt: skip
def test_damage_without_end_raises_nothing(line: str) -> None:
    check((document(0, [line]),))
