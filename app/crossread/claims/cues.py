"""Finds the words that tell how firmly something is claimed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from crossread.claims import lexicon
from crossread.claims.certainty import Step
from crossread.claims.inflection import inflected
from crossread.claims.sentence import Sentence
from crossread.text.token import Token

PartOfSpeech = Literal["verb", "noun", "phrase"]
_GAP = 3  # words that three full stops of a cue may stand for
_NEGATIONS = frozenset(
    "not n't never without cannot neither nor didn't doesn't don't hasn't haven't hadn't wasn't won't".split()
)
_DECLINES = frozenset("declined refused refuses declines unwilling unable failed".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: its tokens, half-open, the step it tells and its part of speech."""

    start: int
    end: int
    step: Step
    part: PartOfSpeech


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    step: Step | None  # None for a trap
    part: PartOfSpeech


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    found: dict[str, set[_Pattern]] = {}
    for line in lexicon.lines("certainty.tsv"):
        step, part, cue, _example = line.split("\t")
        for form in cue.split("|"):
            first, *rest = form.replace("-", " - ").split()
            firsts = (
                inflected(first) if part == "verb" else {first, first + "s"} if part == "noun" else {first}
            )
            if part == "noun" and first.endswith(("y", "ss")):
                firsts |= {first[:-1] + "ies", first + "es"}
            for word in firsts:
                found.setdefault(word, set()).add(_Pattern((word, *rest), step, part))  # type: ignore[arg-type]
    for line in lexicon.lines("cue_traps.txt"):
        words = tuple(line.split())
        firsts = inflected(words[0].removesuffix("ed")) | inflected(words[0].removesuffix("d")) | {words[0]}
        for word in firsts:
            found.setdefault(word, set()).add(_Pattern((word, *words[1:]), None, "phrase"))
    return {word: tuple(sorted(entries, key=_rank)) for word, entries in found.items()}


def _rank(pattern: _Pattern) -> tuple[int, bool, int, tuple[str, ...], str]:
    """The longest first; among equals traps, then verbs."""
    return (
        -len(pattern.words),
        pattern.step is not None,
        ("verb", "noun", "phrase").index(pattern.part),
        pattern.words,
        str(pattern.step),
    )


def cues(sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence from left to right; the longest wins, and phrases that claim nothing are passed over."""
    tokens, at = sentence.tokens, 0
    patterns = _patterns()
    while at < len(tokens):
        end, hit = at + 1, None
        for pattern in patterns.get(tokens[at].normal, ()):
            matched = _matched(tokens, at, pattern.words)
            if matched:
                end, hit = matched, pattern
                break
        if hit is not None and hit.step is not None and not _is_cancelled(tokens, at, hit):
            yield Cue(at, end, hit.step, hit.part)
        at = end


def _matched(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> int:
    """The token after the last of ``words``, or 0."""
    number = at + 1
    for position in range(1, len(words)):
        word = words[position]
        if word == "...":
            continue
        reach = _GAP + 1 if words[position - 1] == "..." else 1
        for ahead in range(number, min(number + reach, len(tokens))):
            if tokens[ahead].normal == word:
                number = ahead + 1
                break
            if tokens[ahead].kind == "mark" and tokens[ahead].text not in "-'":
                return 0
        else:
            return 0
    return number


def _is_cancelled(tokens: Sequence[Token], at: int, pattern: _Pattern) -> bool:
    """Whether a verb is negated, so that nothing is said: "declined to say", "did not announce"."""
    if pattern.part != "verb":
        return False
    if at and tokens[at - 1].normal == "to" and not tokens[at].normal.endswith(("ed", "ing")):
        return tokens[max(0, at - 2)].normal not in ("continues", "continued", "went", "goes", "continue")
    if pattern.step in ("denied", "doubted"):
        return False
    before = [token.normal for token in tokens[max(0, at - 3) : at]]
    if any(word in _NEGATIONS for word in before) and "," not in before:
        return True
    return any(word in _DECLINES for word in before) and before[-1:] == ["to"]
