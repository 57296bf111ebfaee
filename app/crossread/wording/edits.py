"""The differences in wording of linked passages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from crossread.align.link import Link
from crossread.memory import Forgetful, Memory
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import composed
from crossread.wording.closed_class import FUNCTION_WORDS
from crossread.wording.edit import Edit, EditKind, EditSide
from crossread.wording.kinds import kind_of
from crossread.wording.pairing import Pairs, align_words, rising

_WORDS = 5_000  # words of a passage that are compared
_COPIED = 0.75  # share of equal words from which on the words follow one another
_MOST = 50_000  # links whose words are compared
_WEIGHED = 2_000  # links up to which every pair of words is weighed
_COMPARABLE = 0.3  # share of equal words below which passages use words of their own: all would be marked

_TURNED: dict[EditKind, EditKind] = {"insertion": "deletion", "deletion": "insertion"}


@dataclass(frozen=True, slots=True)
class Edited:
    """What the comparison of words found.

    Attributes:
        edits: in the order of the links and of the first passage's text.
        unfinished: what was not fully compared and why, each one plain sentence; empty as a rule.
    """

    edits: tuple[Edit, ...]
    unfinished: tuple[str, ...] = ()


def edits(
    documents: Sequence[Document],
    links: Sequence[Link],
    cancelled: IsCancelled = never_cancelled,
    memory: Memory | None = None,
) -> Edited:
    """Find the words in which linked passages differ.

    Args:
        documents: the documents compared.
        links: their links.
        cancelled: asked between links.
        memory: where the edits of each link are kept for the next time.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    places = {passage.id: (document, passage) for document in documents for passage in document.passages}
    known = memory or Forgetful()
    found: list[Edit] = []
    unfinished = []
    many = len(links) > _WEIGHED
    least = _least_score(links)
    if least > 0:
        unfinished.append(
            f"There are more than {_MOST:,} links; words were compared in the strongest of them only. "
            "Compare fewer or shorter documents to see the rest."
        )
    if many and any(_COMPARABLE <= link.equal < _COPIED for link in links):
        unfinished.append(
            f"There are more than {_WEIGHED:,} links; where their wording differs much, words were paired between "
            "equal words only, and not each with each. Compare fewer or shorter documents to see more of them."
        )
    for link in links:
        check(cancelled)
        if link.score < least or (
            link.equal < _COMPARABLE and link.run
        ):  # a link made by hand carries no figures and is compared
            continue
        (document, passage), (other, counterpart) = places[link.a], places[link.b]
        a, b = document.tokens(passage), other.tokens(counterpart)
        if max(len(a), len(b)) > _WORDS:
            unfinished.append(
                f"Of passages {link.a} and {link.b} only the first {_WORDS:,} words were compared "
                "word by word: they are too long; break them into paragraphs to compare the rest."
            )
            a, b = a[:_WORDS], b[:_WORDS]
        quickly = many or link.equal >= _COPIED
        # Words are paired in an order of their own: which document came first must not matter.
        if [token.text for token in a] <= [token.text for token in b]:
            work, turned = partial(differences, passage, a, counterpart, b, quickly), False
        else:
            work, turned = partial(differences, counterpart, b, passage, a, quickly), True
        sides = (document.digest, passage, other.digest, counterpart)
        differing = known.recall("edits", (*sides, quickly), work)
        found += sorted(map(_turned, differing), key=_in_text) if turned else differing
    return Edited(tuple(found), tuple(unfinished))


def _least_score(links: Sequence[Link]) -> float:
    """The score from which on links are compared word by word; 0 if all are."""
    if len(links) <= _MOST:
        return 0.0
    return sorted((link.score for link in links), reverse=True)[_MOST]


def _composed(token: Token) -> Token:
    """The token with its letters in the form that texts mostly have: the other one is no difference."""
    text = composed(token.text)
    return token if text == token.text else replace(token, text=text)


def differences(
    mine: Passage, a: Sequence[Token], theirs: Passage, b: Sequence[Token], quickly: bool = False
) -> list[Edit]:
    """The edits between two passages, in the order of the first.

    Args:
        mine, theirs: the passages.
        a, b: their tokens, with spans in their documents' texts.
        quickly: pair words by equal runs first, which is all that near copies need.
    """
    a, b = [_composed(token) for token in a], [_composed(token) for token in b]
    pairs = align_words([token.text for token in a], [token.text for token in b], quickly)
    found: list[Edit] = []
    for left, right in _clusters(pairs):
        if len(left) == len(right) == 1 and a[left[0]].text == b[right[0]].text:
            continue
        one, other = a[left[0] : left[-1] + 1], b[right[0] : right[-1] + 1]
        if [token.text for token in one] != [token.text for token in other]:
            found.append(_edit(mine, _span(one), theirs, _span(other), one, other))
    straight = rising(pairs, a, b)
    kept = set(straight)
    for i, j in pairs:
        if (i, j) not in kept and a[i].normal == b[j].normal and _weighty(a[i]):
            found.append(Edit(EditSide(mine.id, a[i].span), EditSide(theirs.id, b[j].span), "move"))
    found += _unpaired(mine, a, theirs, b, pairs, straight)
    return sorted(set(found), key=_in_text)


def _in_text(edit: Edit) -> tuple[Span, Span, EditKind]:
    return edit.a.span, edit.b.span, edit.kind


def _turned(edit: Edit) -> Edit:
    """The same edit seen from the other side."""
    return Edit(edit.b, edit.a, _TURNED.get(edit.kind, edit.kind))


def _weighty(token: Token) -> bool:
    """Whether a word elsewhere is worth telling: marks and function words stand everywhere."""
    return token.kind != "mark" and token.normal not in FUNCTION_WORDS


def _clusters(pairs: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    """Words that stand for one another, several for one where they are neighbours."""
    by_a: defaultdict[int, list[int]] = defaultdict(list)
    by_b: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        by_a[i].append(j)
        by_b[j].append(i)
    seen: set[int] = set()
    for i in sorted(by_a):
        if i in seen:
            continue
        if len(by_a[i]) == len(by_b[by_a[i][0]]) == 1:
            yield [i], by_a[i]
            continue
        left, right = {i}, set(by_a[i])
        grown = True
        while grown:
            more = {x for j in right for x in by_b[j]}
            wider = {y for x in more for y in by_a[x]}
            grown = more != left or wider != right
            left, right = more, wider
        seen |= left
        if _neighbours(left) and _neighbours(right):
            yield sorted(left), sorted(right)


def _neighbours(positions: set[int]) -> bool:
    return max(positions) - min(positions) == len(positions) - 1


def _unpaired(
    mine: Passage, a: Sequence[Token], theirs: Passage, b: Sequence[Token], pairs: Pairs, straight: Pairs
) -> Iterator[Edit]:
    """Words without a partner: left out, put in, or both between the same neighbours."""
    paired_a, paired_b = {i for i, _ in pairs}, {j for _, j in pairs}
    last_a = last_b = -1
    for i, j in [*straight, (len(a), len(b))]:
        if i == last_a + 1 and j == last_b + 1:
            last_a, last_b = i, j
            continue
        gone = list(_runs([x for x in range(last_a + 1, i) if x not in paired_a]))
        come = list(_runs([y for y in range(last_b + 1, j) if y not in paired_b]))
        here, there = _after(mine, a, last_a), _after(theirs, b, last_b)
        if len(gone) == len(come) == 1:
            one, other = a[gone[0][0] : gone[0][1]], b[come[0][0] : come[0][1]]
            yield _edit(mine, _span(one), theirs, _span(other), one, other)
        else:
            for start, end in gone:
                yield _edit(mine, _span(a[start:end]), theirs, there, a[start:end], ())
            for start, end in come:
                yield _edit(mine, here, theirs, _span(b[start:end]), (), b[start:end])
        last_a, last_b = i, j


def _runs(positions: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring positions, half-open."""
    start = 0
    for at in range(1, len(positions) + 1):
        if at == len(positions) or positions[at] != positions[at - 1] + 1:
            yield positions[start], positions[at - 1] + 1
            start = at


def _edit(
    mine: Passage, here: Span, theirs: Passage, there: Span, one: Sequence[Token], other: Sequence[Token]
) -> Edit:
    return Edit(EditSide(mine.id, here), EditSide(theirs.id, there), kind_of(one, other))


def _span(found: Sequence[Token]) -> Span:
    return Span(found[0].span.start, found[-1].span.end)


def _after(passage: Passage, found: Sequence[Token], position: int) -> Span:
    """The empty place behind a token; the passage's beginning before the first."""
    end = found[position].span.end if position >= 0 else passage.span.start
    return Span(end, end)
