"""The words of a document that a spinner could have put there, each measured against its thesaurus neighbours.

The sign needs no list of substitutions: where a word was swapped, one of its neighbours fits the words around it far
better than it does itself. What is measured goes to ``crossread.spin.forest``.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.align.closed_class import FUNCTION_WORDS, NUMBER_WORDS
from crossread.spin.usage import usage
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.text.thesaurus import thesaurus
from crossread.text.token import Token
from crossread.text.words import tokens

WORSE = -1e9
_SHORTEST = 3
_CLOSEST = 0.25  # neighbours less close than this are not tried
_KEPT = 6
_CLOSENESS, _RARITY = 3.0, 0.6  # weights by which likely originals are put in order, fitted on made-up swaps


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may have stood here.

    Attributes:
        word: in lower case.
        gain: by how much it fits better than the word that stands there, in natural logarithms.
    """

    word: str
    gain: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A word beside its best neighbours.

    Attributes:
        token: the word.
        candidates: what fits best here, best first; never empty.
        features: what the forest judges by, in the order of ``FEATURES``.
    """

    token: Token
    candidates: tuple[Candidate, ...]
    features: tuple[float, ...]


FEATURES = (
    "gain", "gain before", "gain after", "share of better neighbours", "better neighbours",
    "attested before", "attested after", "neighbour attested before", "neighbour attested after",
    "frequency", "neighbour's frequency", "attraction", "closeness",
)  # fmt: skip
"""What is measured of a word and its best neighbour, in natural logarithms or as shares."""


def sentences(document: Document) -> Iterator[tuple[Token, ...]]:
    """The tokens of each passage that is not boilerplate."""
    for passage in document.passages:
        if passage.kind != "boilerplate":
            yield tokens(document.text, passage.span)


def measure(sentence: Sequence[Token]) -> list[Measured]:
    """The open-class words of a sentence that have neighbours, beside the best of them."""
    table = usage()
    spoken = [token for token in sentence if token.kind != "mark"]
    numbers = [table.find(token.normal) if token.kind == "word" else -1 for token in spoken]
    edge, end = table.find("<s>"), table.find("</s>")
    row = [edge, edge, *numbers, end, end]
    found = []
    for at, token in enumerate(spoken):
        if (at and token.text[0].isupper()) or token.kind != "word" or not is_open(token.normal):
            continue
        tried = _tried(token.normal)
        if tried:
            found.append(
                _measured(token, tried, (row[at], row[at + 1], row[at + 2], row[at + 3], row[at + 4]))
            )
    return found


def is_open(word: str) -> bool:
    """Whether a word carries meaning of its own and is long enough to be judged."""
    return len(word) >= _SHORTEST and word not in FUNCTION_WORDS and word not in NUMBER_WORDS


@lru_cache(maxsize=50_000)
def _tried(word: str) -> tuple[tuple[str, int, float], ...]:
    """The neighbours that are tried: word, number in the table of usage, logarithm of closeness."""
    table = usage()
    numbered = ((near, table.find(near), close) for near, close in thesaurus().neighbours(word))
    return tuple((near, n, math.log(close)) for near, n, close in numbered if n >= 0 and close >= _CLOSEST)


def _measured(
    token: Token, tried: tuple[tuple[str, int, float], ...], around: tuple[int, int, int, int, int]
) -> Measured:
    table = usage()
    far, before, word, after, beyond = around

    def fit(number: int) -> tuple[float, float]:
        right = table.triple(before, number, after)
        if after >= 0 and beyond >= 0:
            right += table.triple(number, after, beyond)
        return table.triple(far, before, number), right

    left, right = fit(word)
    scored = []
    for near, number, closeness in tried:
        theirs = fit(number)
        total = theirs[0] + theirs[1] + closeness
        scored.append((total, near, number, theirs[0] - left, theirs[1] - right, closeness))
    scored.sort(key=lambda one: (-one[0], one[1]))
    better = sum(one[0] > left + right for one in scored)
    total, _, number, gain_before, gain_after, closeness = scored[0]
    single = table.single(word)
    features = (
        total - left - right, gain_before, gain_after, better / len(scored), float(better),
        float(table.attested(before, word)), float(table.attested(word, after)),
        float(table.attested(before, number)), float(table.attested(number, after)),
        single, table.single(number), left - single, closeness,
    )  # fmt: skip
    likely = sorted(
        scored, key=lambda one: (_RARITY * table.single(one[2]) - one[0] - (_CLOSENESS - 1) * one[5], one[1])
    )
    best = tuple(Candidate(one[1], one[0] - left - right) for one in likely[:_KEPT])
    return Measured(token, best, features)


def quoted(document: Document) -> tuple[Span, ...]:
    """The stretches between quotation marks, paragraph by paragraph."""
    found = []
    open_at = -1
    paragraph = -1
    for passage in document.passages:
        if passage.paragraph != paragraph:
            open_at, paragraph = -1, passage.paragraph
        for at in range(passage.span.start, passage.span.end):
            mark = document.text[at]
            if mark == "“" or (mark == '"' and open_at < 0):
                open_at = at
            elif mark in '”"' and open_at >= 0:
                found.append(Span(open_at, at + 1))
                open_at = -1
    return tuple(found)
