"""The words of a spun document weighed again, by what its verdict teaches.

Swapped words stand beside swapped words, so that nothing fits: with what the spinbook restores put in, the words around
it are measured beside what once stood there. Where its rules fire often, the book knows this spinner; then a word or
phrase that it replaces in other company is likely of the spinner's dictionary here, too. Neither may accuse a
document, as both take for granted that it is spun.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crossread.progress import IsCancelled, never_cancelled
from crossread.spin.evidence import Signs, Suspect, weighed
from crossread.spin.places import Places
from crossread.spin.spinbook import Hit, spinbook
from crossread.spin.told import Told
from crossread.spin.usage import UNKNOWN, usage
from crossread.spin.words import measure
from crossread.text.token import Token
from crossread.text.words import tokens

FOND = 1.5  # rules in a hundred words from which the book is taken to know the spinner
_BOOKED = 2.0  # what that adds to the log odds of a word that the book replaces elsewhere
_RARE = -11.0  # log probability below which a phrase is not met once in some 60,000 words


def reread(
    told: Told, found: Signs, others: Sequence[frozenset[str]], cancelled: IsCancelled = never_cancelled
) -> Signs:
    """The signs of a document that was found spun, for its marks.

    Args:
        told: what the document tells, as ``found`` was read from.
        found: what speaks for its being spun.
        others: the words of the other documents on the event.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    restored = {hit.span.start: hit for hit in found.hits if hit.rule.strength != "weak" and hit.originals}
    put_in: set[Token] = set()
    sentences = [tuple(_restored(sentence, restored, put_in)) for sentence in told.sentences]
    again = weighed(measure(sentences, cancelled, put_in, by_the_book=True), others, cancelled)
    if found.rate < FOND:
        return replace(found, suspects=again)
    hits = Places(found.hits, lambda hit: hit.span)
    for sentence in told.sentences:
        for near in _near_hits(sentence):
            hits.add(near, near.span)
    return replace(found, suspects=tuple(map(_by_the_book, again)), hits=tuple(hits.all()))


def _near_hits(sentence: Sequence[Token]) -> Iterator[Hit]:
    """Phrases of the book in other company, as far as they are rare in genuine text; they count as weak rules do."""
    table = usage()
    for hit in spinbook().near_hits(sentence):
        words = [table.find(token.normal) for token in sentence if hit.span.contains(token.span)]
        if UNKNOWN in words:
            continue
        chance = table.single(words[0]) + sum(table.pair(*two) for two in pairwise(words))
        if chance < _RARE:
            yield replace(hit, rule=replace(hit.rule, strength="weak"))


def _restored(sentence: Sequence[Token], hits: dict[int, Hit], put_in: set[Token]) -> Iterator[Token]:
    """The sentence with the originals of the rules in the place of what they mark."""
    end = -1
    for token in sentence:
        if token.span.start < end:
            continue
        hit = hits.get(token.span.start)
        if hit is None:
            yield token
            continue
        end = hit.span.end
        for original in tokens(hit.originals[0]):
            stands_in = replace(original, span=hit.span)
            put_in.add(stands_in)
            yield stands_in


def _by_the_book(suspect: Suspect) -> Suspect:
    if suspect.token.normal not in spinbook().restored:
        return suspect
    return replace(suspect, log_odds=suspect.log_odds + _BOOKED)
