"""A spun copy beside its original: which document it copies, and what became of every word."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.spin.labels import label_of, related
from crossread.spin.places import Places
from crossread.spin.spinbook import Hit
from crossread.spin.told import Told, quoted
from crossread.spin.usage import usage
from crossread.spin.verdict import SOME, Swap, SwapLabel
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.wording import align_words

_ALIKE = 0.4  # share of equal words from which two passages are one and its rewording
_COVERED = 0.5  # share of a document's words in such passages from which it is called a copy
_LONGEST = 4  # tokens of the longest replacement that is labelled
_TITLE = 0.6  # share of words with a capital from which a passage is a headline


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """A copy beside what may be its original.

    Attributes:
        copy, other: what both tell.
        pairs: for each passage of the copy that has one the passage of the other that shares most of its words, as
            numbers among those told, and how many they share, 0 to 1.
    """

    copy: Told
    other: Told
    pairs: tuple[tuple[int, int, float], ...]

    @property
    def covered(self) -> float:
        """The share of the copy's words that stand in passages of the other, much as they stand there."""
        total = sum(_count(sentence) for sentence in self.copy.sentences)
        return sum(_count(self.copy.sentences[mine]) for mine, _, _ in self.pairs) / max(1, total)

    @property
    def closeness(self) -> float:
        """How many words the copy's passages share with those of the other."""
        return sum(share * _count(self.copy.sentences[mine]) for mine, _, share in self.pairs)


def originals(
    documents: Sequence[Document],
    scores: Mapping[str, float],
    told: Callable[[Document], Told],
    cancelled: IsCancelled = never_cancelled,
) -> dict[str, Beside]:
    """For each spun document itself beside the one it copies, where that is at hand.

    Args:
        documents: on one event.
        scores: how surely each document that was judged is spun.
        told: what a document tells, all of it.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    found = {}
    for copy in documents:
        if scores.get(copy.id, 0.0) < SOME:
            continue
        rivals = [
            beside(told(copy), told(other), cancelled)
            for other in documents
            if other.words_digest != copy.words_digest and scores.get(other.id, 0.0) < SOME
        ]
        rivals = [rival for rival in rivals if rival.covered >= _COVERED]
        if rivals:
            found[copy.id] = max(
                rivals, key=lambda rival: (rival.closeness, rival.other.document.words_digest)
            )
    return found


def _count(sentence: Sequence[Token]) -> int:
    return sum(token.kind != "mark" for token in sentence)


def _words(sentence: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.normal for token in sentence if token.kind != "mark")


def beside(copy: Told, other: Told, cancelled: IsCancelled = never_cancelled) -> Beside:
    """A document beside another, passage by passage.

    The words in common are counted by way of an index of the other's words, not passage against passage.

    Args:
        copy: what the spun document tells.
        other: what the other one tells, all of it.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    theirs = [_words(sentence) for sentence in other.sentences]
    index: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(theirs):
        for word in held:
            index[word].append(number)
    places = {word: np.array(numbers, np.intp) for word, numbers in index.items()}
    sizes = np.array([len(held) for held in theirs])
    pairs = []
    for mine, sentence in enumerate(copy.sentences):
        if mine % 200 == 0:
            check(cancelled)
        words = _words(sentence)
        common = [places[word] for word in words if word in places]
        if not common:
            continue
        shared = np.bincount(np.concatenate(common), minlength=len(theirs))
        alike = 2 * shared / (len(words) + sizes)
        best = int(alike.argmax())
        if alike[best] >= _ALIKE:
            pairs.append((mine, best, float(alike[best])))
    return Beside(copy, other, tuple(pairs))


def swaps(both: Beside, hits: Sequence[Hit], cancelled: IsCancelled = never_cancelled) -> tuple[Swap, ...]:
    """What stands in the place of what, in the order of the copy.

    Args:
        both: the spun document and its original.
        hits: where rules fire in the copy, in the order of its text.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    copy, source = both.copy.document, both.other.document
    quotations, fires = Places(quoted(copy), lambda span: span), Places(hits, lambda hit: hit.span)
    found = []
    for number, (mine, theirs, _) in enumerate(both.pairs):
        if number % 20 == 0:
            check(cancelled)
        a, b = both.copy.sentences[mine], both.other.sentences[theirs]
        turned = _turned(a, b)
        pairs = [(left, right, True) for left, right in turned]
        taken = (
            {id(token) for left, _ in turned for token in left},
            {id(token) for _, right in turned for token in right},
        )
        rest_a, rest_b = (
            [t for t in side if id(t) not in gone] for side, gone in zip((a, b), taken, strict=True)
        )
        pairs += [(left, right, _broken(left, right, copy.text)) for left, right in _replaced(rest_a, rest_b)]
        for left, right, is_slip in pairs:
            span = Span(left[0].span.start, left[-1].span.end)
            other = Span(right[0].span.start, right[-1].span.end)
            inside = any(quotation.contains(span) for quotation in quotations.at(span))
            names, here = (_capitals(left, a), _capitals(right, b)), fires.at(span)
            fired = is_slip or any(hit.rule.strength != "weak" for hit in here)
            label: SwapLabel = (
                "quotation" if inside else label_of(left, right, names, fired, _around(right, b))
            )
            if label == "other" and _listed(here, span, other.of(source.text)):
                label = "synonym"
            found.append(Swap(copy.id, span, source.id, other, label))
    return tuple(sorted(found, key=lambda swap: (swap.span, swap.other_span)))


def _turned(a: Sequence[Token], b: Sequence[Token]) -> list[tuple[list[Token], list[Token]]]:
    """Phrases that were turned round: "expenses that are unexpected" where the original has "unexpected expenses"."""
    words = [token for token in a if token.kind != "mark"]
    beside = [token for token in b if token.kind != "mark"]
    original = {(x.normal, y.normal): [x, y] for x, y in pairwise(beside)}
    found = []
    for noun, that, be, quality in zip(words, words[1:], words[2:], words[3:], strict=False):
        if that.normal == "that" and be.normal in ("is", "are") and (quality.normal, noun.normal) in original:
            found.append(([noun, that, be, quality], original[quality.normal, noun.normal]))
    return found


def _broken(left: Sequence[Token], right: Sequence[Token], text: str) -> bool:
    """Whether a phrase was put in the place of one half of a compound: "42-section of land" for "42-acre"."""
    start = left[0].span.start
    return (
        len(right) == 1
        and len(left) > 1
        and text[start - 1 : start] == "-"
        and text[start - 2 : start - 1].isalnum()
    )


def _around(found: Sequence[Token], passage: Sequence[Token]) -> tuple[str, str]:
    """The words before and after these in their passage."""
    at, end = passage.index(found[0]), passage.index(found[-1])
    before = passage[at - 1].normal if at else "<s>"
    return before, passage[end + 1].normal if end + 1 < len(passage) else "</s>"


def _listed(here: Sequence[Hit], span: Span, original: str) -> bool:
    """Whether the spinbook gives just these words as what stood there."""
    return any(hit.span == span and original.casefold() in map(str.casefold, hit.originals) for hit in here)


def _capitals(found: Sequence[Token], passage: Sequence[Token]) -> bool:
    """Whether these words are written as a name: with capitals that their place does not call for."""
    if not all(token.text[:1].isupper() for token in found):
        return False
    words = [token for token in passage if token.kind == "word"]
    title = sum(token.text[0].isupper() for token in words) > _TITLE * len(words)
    first = found[0] is words[0] or passage[passage.index(found[0]) - 1].normal in '":'
    return not (title or first) or any(token.normal not in usage().number for token in found)


def _replaced(a: Sequence[Token], b: Sequence[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    """Stretches of the copy and of the original between words that both have."""
    pairs = align_words([t.normal for t in a], [t.normal for t in b])
    equal: list[tuple[int, int]] = []
    near: dict[int, int] = {}
    for i, j in sorted(pairs):
        if a[i].normal == b[j].normal:
            if not equal or (i > equal[-1][0] and j > equal[-1][1]):
                equal.append((i, j))
        else:
            near[i] = j
    at, to = -1, -1
    for i, j in [*equal, (len(a), len(b))]:
        yield from _gap(a[at + 1 : i], b[to + 1 : j])
        at, to = i, j


def _gap(a: Sequence[Token], b: Sequence[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    left = [token for token in a if token.kind != "mark"]
    right = [token for token in b if token.kind != "mark"]
    if not left or not right:
        return
    if len(left) == len(right):
        yield from (([x], [y]) for x, y in zip(left, right, strict=True) if x.normal != y.normal)
    elif len(left) <= _LONGEST and len(right) <= _LONGEST:
        yield from _uneven(left, right)
    else:
        for x, y in _likeliest(left, right):
            yield [x], [y]


def _uneven(left: list[Token], right: list[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    """Words that plainly stand for each other, and what is left over as one phrase for another."""
    sure = _likeliest(left, right)
    yield from (([x], [y]) for x, y in sure)
    rest_a = [x for x in left if all(x is not one for one, _ in sure)]
    rest_b = [y for y in right if all(y is not one for _, one in sure)]
    if rest_a and rest_b and (len(rest_a) == len(left) or len(rest_a) + len(rest_b) <= _LONGEST):
        yield rest_a, rest_b


def _likeliest(left: Sequence[Token], right: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Pairs in the same order whose words are related."""
    found, low = [], 0
    for x in left:
        for k in range(low, len(right)):
            if related(x.normal, right[k].normal) and x.normal != right[k].normal:
                found.append((x, right[k]))
                low = k + 1
                break
    return found
