"""The words of a document that a spinner could have put there, each measured against its thesaurus neighbours.

The sign needs no list of substitutions: where a word was swapped, one of its neighbours fits the words around it far
better than it does itself, and belongs better to what is spoken of. What is measured goes to
``crossread.spin.forest``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from crossread.align.closed_class import FUNCTION_WORDS, NUMBER_WORDS
from crossread.progress import IsCancelled, check, never_cancelled, watched
from crossread.spin.company import Places, Surroundings, company, surroundings
from crossread.spin.neighbours import Neighbours
from crossread.spin.usage import Logarithms, Numbers, usage
from crossread.text.token import Token

_SHORTEST = 3
_KEPT = 6
_AT_ONCE = 500  # words measured at once: some 15,000 neighbours, a few MiB in all arrays
# Weights by which likely originals are put in order, fitted on made-up swaps.
_CLOSENESS, _RARITY, _BELONGING = 3.0, 0.6, 9.0


class Candidate(NamedTuple):  # made by the thousand, in a third of the time of a dataclass
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
        candidates: what fits best here, best first; empty for a word without neighbours.
        features: what the forest judges by, in the order of ``FEATURES``.
    """

    token: Token
    candidates: tuple[Candidate, ...]
    features: tuple[float, ...]


FEATURES = (
    "gain", "gain before", "gain after", "share of better neighbours", "better neighbours",
    "attested before", "attested after", "neighbour attested before", "neighbour attested after",
    "frequency", "neighbour's frequency", "attraction", "closeness",
    "company", "company in the text", "best neighbour's company", "mean company of neighbours", "neighbour's company",
    "share of neighbours in better company", "repeated", "has neighbours", "has company",
)  # fmt: skip
"""What is measured of a word and its best neighbour: natural logarithms, shares, and cosines (see ``company``).

The company of neighbours is given as its difference to the word's own.
"""

_LONE = (
    -5.0,
    -5.0,
    -5.0,
    0.0,
    0.0,
)  # for a word without neighbours, in the place of what it would gain by them


def measure(
    spoken: Iterable[Sequence[Token]],
    cancelled: IsCancelled = never_cancelled,
    put_in: Collection[Token] = (),
    by_the_book: bool = False,
) -> list[Measured]:
    """The open-class words of a text, beside the best of their neighbours.

    Args:
        spoken: its sentences, token by token.
        cancelled: asked between some hundred words.
        put_in: those of the tokens that stand there for others to be measured beside, and are not measured.
        by_the_book: what the spinbook's rules put in the place of a word counts among its neighbours, too.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    asked: list[Asked] = []
    told: list[str] = []
    for sentence in watched(spoken, cancelled, 200):
        for word, row in _asked(sentence):
            if row is not None and word not in put_in:
                asked.append((word, row, len(told)))
            told.append(word.normal)
    around = surroundings(told, cancelled)
    found: list[Measured] = []
    for at in range(0, len(asked), _AT_ONCE):
        check(cancelled)
        found += _measured(asked[at : at + _AT_ONCE], around, by_the_book)
    return found


Row = tuple[int, int, int, int, int]
"""The numbers of two words before a word, of itself and of two after it."""

Asked = tuple[Token, Row, int]
"""A word, its row, and its place among all words of the text that carry meaning."""


def _asked(sentence: Sequence[Token]) -> Iterator[tuple[Token, Row | None]]:
    """The words of a sentence that carry meaning, each with its row if it is measured: names are not."""
    table = usage()
    spoken = [token for token in sentence if token.kind != "mark"]
    numbers = [table.find(token.normal) if token.kind == "word" else -1 for token in spoken]
    edge, end = table.find("<s>"), table.find("</s>")
    row = [edge, edge, *numbers, end, end]
    for at, token in enumerate(spoken):
        if token.kind != "word" or not is_open(token.normal):
            continue
        is_name = (at and token.text[0].isupper()) or not token.normal.isalpha()
        yield token, None if is_name else (row[at], row[at + 1], row[at + 2], row[at + 3], row[at + 4])


def is_open(word: str) -> bool:
    """Whether a word carries meaning of its own and is long enough to be judged."""
    return len(word) >= _SHORTEST and word not in FUNCTION_WORDS and word not in NUMBER_WORDS


def _measured(asked: Sequence[Asked], whole: Surroundings, by_the_book: bool) -> list[Measured]:
    """These words beside their neighbours, all of them at once."""
    around = np.array([row for _, row, _ in asked], np.int64).T
    place = np.array([place for _, _, place in asked], np.intp)
    words = [token.normal for token, _, _ in asked]
    features = _alone(words, around, place, whole)
    near = Neighbours.of(words, by_the_book)
    candidates: list[tuple[Candidate, ...]] = [()] * len(asked)
    if len(near.rich):
        rich = near.rich
        features[rich], found = _beside(near, features[rich], around[:, rich], place[rich], whole)
        for k, some in zip(rich.tolist(), found, strict=True):
            candidates[k] = some
    return [
        Measured(token, some, tuple(row))
        for (token, _, _), some, row in zip(asked, candidates, features.tolist(), strict=True)
    ]


def _alone(words: Sequence[str], around: Numbers, place: Places, whole: Surroundings) -> Logarithms:
    """The features of words by themselves, as if they had no neighbours."""
    mine, single = _Fit.of(around, around[2], None), usage().singles(around[2])
    rows = company().places(words)
    vectors = company().vectors(rows)
    features = np.zeros((len(words), len(FEATURES)))
    features[:, :5] = _LONE
    features[:, 5], features[:, 6] = mine.seen_before, mine.seen_after
    features[:, 7:9] = -1
    features[:, 9], features[:, 11] = single, mine.left - single
    features[:, 13] = (vectors * whole.near[place]).sum(1)
    features[:, 14] = (vectors * whole.whole[place]).sum(1)
    features[:, 18] = -1
    features[:, 19] = whole.repeated[place]
    features[:, 21] = rows != company().unlisted
    return features


def _beside(
    near: Neighbours, alone: Logarithms, around: Numbers, place: Places, whole: Surroundings
) -> tuple[Logarithms, list[tuple[Candidate, ...]]]:
    """The features of words that have neighbours, and what may have stood in their places."""
    own, start, number = near.own, near.start, near.number
    mine, theirs = _Fit.of(around, around[2], None), _Fit.of(around, number, own)
    total = theirs.left + theirs.right + near.closeness
    as_it_is = mine.left + mine.right
    best = _greatest(total, own, start)
    better = np.add.reduceat(total > as_it_is[own], start)
    single = usage().singles(number)
    vectors = company().vectors(near.row)
    kept = (vectors * whole.near[place[own]]).sum(1, dtype=np.float64)
    in_text = (vectors * whole.whole[place[own]]).sum(1, dtype=np.float64)
    unlikely = _RARITY * single - total - (_CLOSENESS - 1) * near.closeness
    first = _greatest(-unlikely, own, start)  # what the forest was grown on: without regard to company
    features = alone.copy()
    features[:, :5] = np.column_stack(
        (
            total[best] - as_it_is,
            theirs.left[best] - mine.left,
            theirs.right[best] - mine.right,
            better / near.lengths,
            better,
        )
    )
    features[:, 7], features[:, 8] = theirs.seen_before[best], theirs.seen_after[best]
    features[:, 10], features[:, 12] = single[best], near.closeness[best]
    features[:, 15] = np.maximum.reduceat(kept, start) - alone[:, 13]
    features[:, 16] = np.add.reduceat(kept, start) / near.lengths - alone[:, 13]
    features[:, 17] = kept[first] - alone[:, 13]
    features[:, 18] = np.add.reduceat(in_text > alone[own, 14], start) / near.lengths
    features[:, 20] = 1
    lacking = alone[:, 21] == 0
    features[np.ix_(lacking, [15, 16, 17])] = 0
    features[lacking, 18] = -1
    likely = _likeliest(unlikely - _BELONGING * kept, own, start)
    at = np.minimum(start[:, None] + likely, len(own) - 1)
    gain, word = (total[at] - as_it_is[:, None]).tolist(), usage().words
    candidates = [
        tuple(map(Candidate._make, zip([word[n] for n in numbers[:count]], worths, strict=False)))
        for numbers, worths, count in zip(number[at].tolist(), gain, near.lengths.tolist(), strict=True)
    ]
    return features, candidates


def _greatest(value: Logarithms, own: Numbers, start: Numbers) -> Numbers:
    """Where the greatest value of each stretch is, the first of equals."""
    at = np.flatnonzero(value == np.maximum.reduceat(value, start)[own])
    found: Numbers = at[np.searchsorted(own[at], np.arange(len(start)))]
    return found


def _likeliest(unlikely: Logarithms, own: Numbers, start: Numbers) -> Numbers:
    """For each stretch where in it its least values are, least first; past its end where it holds too few."""
    within = np.arange(len(own)) - start[own]
    rows = np.full((len(start), int(within.max()) + 1), np.inf)
    rows[own, within] = unlikely
    found: Numbers = rows.argsort(1, kind="stable")[:, :_KEPT]
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
