"""The words of a document that a spinner could have put there, each measured against its thesaurus neighbours.

The sign needs no list of substitutions: where a word was swapped, one of its neighbours fits the words around it far
better than it does itself. What is measured goes to ``crossread.spin.forest``.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from crossread.align.closed_class import FUNCTION_WORDS, NUMBER_WORDS
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.spin.usage import Logarithms, Numbers, usage
from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.text.thesaurus import thesaurus
from crossread.text.token import Token

_SHORTEST = 3
_QUOTES = re.compile('[“”"]')
_CLOSEST = 0.25  # neighbours less close than this are not tried
_KEPT = 6
_AT_ONCE = 2_000  # words measured at once: some 60,000 neighbours, a few MiB an array
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


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What a document tells, read into tokens once.

    Attributes:
        document: any.
        passages: those that are not boilerplate, or a sample of them.
        sentences: the tokens of each.
    """

    document: Document
    passages: tuple[Passage, ...]
    sentences: tuple[tuple[Token, ...], ...]

    @property
    def is_sample(self) -> bool:
        """Whether some of what the document tells was left out."""
        return len(self.passages) < len(telling(self.document))

    @staticmethod
    def of(document: Document, passages: Sequence[Passage] | None = None) -> "Told":
        """All of a document, or these passages of it."""
        chosen = tuple(telling(document)) if passages is None else tuple(passages)
        return Told(document, chosen, tuple(map(document.tokens, chosen)))


def telling(document: Document) -> list[Passage]:
    """The passages that are not boilerplate."""
    return [passage for passage in document.passages if passage.kind != "boilerplate"]


def measure(spoken: Iterable[Sequence[Token]], cancelled: IsCancelled = never_cancelled) -> list[Measured]:
    """The open-class words of sentences that have neighbours, beside the best of them.

    Args:
        spoken: sentences, token by token.
        cancelled: asked between some thousands of words.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    asked = [one for sentence in spoken for one in _asked(sentence)]
    found: list[Measured] = []
    for at in range(0, len(asked), _AT_ONCE):
        check(cancelled)
        found += _measured(asked[at : at + _AT_ONCE])
    return found


Asked = tuple[Token, tuple[int, int, int, int, int]]
"""A word, and the numbers of two words before it, of itself and of two after it."""


def _asked(sentence: Sequence[Token]) -> Iterator[Asked]:
    """The words of a sentence that are measured."""
    table = usage()
    spoken = [token for token in sentence if token.kind != "mark"]
    numbers = [table.find(token.normal) if token.kind == "word" else -1 for token in spoken]
    edge, end = table.find("<s>"), table.find("</s>")
    row = [edge, edge, *numbers, end, end]
    for at, token in enumerate(spoken):
        if (at and token.text[0].isupper()) or token.kind != "word" or not is_open(token.normal):
            continue
        if _tried(token.normal).words:
            yield token, (row[at], row[at + 1], row[at + 2], row[at + 3], row[at + 4])


def is_open(word: str) -> bool:
    """Whether a word carries meaning of its own and is long enough to be judged."""
    return len(word) >= _SHORTEST and word not in FUNCTION_WORDS and word not in NUMBER_WORDS


@dataclass(frozen=True, slots=True)
class _Tried:
    """The neighbours of a word that are tried, by the alphabet: words, their numbers, logarithms of closeness."""

    words: tuple[str, ...]
    numbers: Numbers
    closeness: Logarithms


@lru_cache(maxsize=50_000)
def _tried(word: str) -> _Tried:
    table = usage()
    near = sorted((near, close) for near, close in thesaurus().neighbours(word) if close >= _CLOSEST)
    listed = [(near, number, close) for near, close in near if (number := table.find(near)) >= 0]
    return _Tried(
        tuple(near for near, _, _ in listed),
        np.array([number for _, number, _ in listed], np.int64),
        np.array([math.log(close) for _, _, close in listed], np.float64),
    )


def _measured(asked: Sequence[Asked]) -> list[Measured]:
    """These words beside their neighbours, all of them at once.

    The arrays below hold every neighbour of every word; ``own`` says whose neighbour each is, and the neighbours of a
    word stand in one stretch from its ``start``.
    """
    table = usage()
    tried = [_tried(token.normal) for token, _ in asked]
    lengths = np.array([len(some.words) for some in tried])
    start = np.cumsum(lengths) - lengths
    own = np.repeat(np.arange(len(asked)), lengths)
    number = np.concatenate([some.numbers for some in tried])
    closeness = np.concatenate([some.closeness for some in tried])
    around = np.array([row for _, row in asked], np.int64).T
    word = around[2]
    mine, theirs = _Fit.of(around, word, None), _Fit.of(around, number, own)
    total = theirs.left + theirs.right + closeness
    as_it_is = mine.left + mine.right
    order = np.lexsort((-total, own))
    best = order[start]
    better = np.add.reduceat(total > as_it_is[own], start)
    single = table.singles(word)
    features = np.column_stack(
        (
            total[best] - mine.left - mine.right,
            theirs.left[best] - mine.left,
            theirs.right[best] - mine.right,
            better / lengths,
            better,
            mine.seen_before,
            mine.seen_after,
            theirs.seen_before[best],
            theirs.seen_after[best],
            single,
            table.singles(number[best]),
            mine.left - single,
            closeness[best],
        )
    ).tolist()
    likely = np.lexsort((_RARITY * table.singles(number) - total - (_CLOSENESS - 1) * closeness, own))
    gain = (total - mine.left[own] - mine.right[own])[likely].tolist()
    within = (likely - start[own]).tolist()
    found = []
    for (token, _), some, first, count, row in zip(
        asked, tried, start.tolist(), lengths.tolist(), features, strict=True
    ):
        kept = range(first, first + min(count, _KEPT))
        candidates = tuple(Candidate(some.words[within[k]], gain[k]) for k in kept)
        found.append(Measured(token, candidates, tuple(row)))
    return found


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well words fit their places: with what stands before and after, and whether both were ever seen."""

    left: Logarithms
    right: Logarithms
    seen_before: npt.NDArray[np.bool_]
    seen_after: npt.NDArray[np.bool_]

    @staticmethod
    def of(around: Numbers, word: Numbers, own: Numbers | None) -> "_Fit":
        """Of these words; ``own`` says in which place each is put, by default each in its own."""
        table = usage()
        outer = table.bigrams(around[0], around[1]), table.bigrams(around[3], around[4])
        if own is not None:
            around, outer = around[:, own], (outer[0][own], outer[1][own])
        far, before, _, after, beyond = around
        joins, goes_on = table.bigrams(before, word), table.bigrams(word, after)
        left = table.triples(far, before, word, outer[0], joins)
        right = table.triples(before, word, after, joins, goes_on)
        rest = table.triples(word, after, beyond, goes_on, outer[1])
        right = np.where((after >= 0) & (beyond >= 0), right + rest, right)
        return _Fit(left, right, joins > 0, goes_on > 0)


def quoted(document: Document) -> tuple[Span, ...]:
    """The stretches between quotation marks, paragraph by paragraph."""
    found = []
    open_at = -1
    paragraph = -1
    for passage in document.passages:
        if passage.paragraph != paragraph:
            open_at, paragraph = -1, passage.paragraph
        for found_mark in _QUOTES.finditer(document.text, passage.span.start, passage.span.end):
            at, mark = found_mark.start(), found_mark.group()
            if mark == "“" or (mark == '"' and open_at < 0):
                open_at = at
            elif mark in '”"' and open_at >= 0:
                found.append(Span(open_at, at + 1))
                open_at = -1
    return tuple(found)
