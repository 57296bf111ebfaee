"""Finds the words that tell how firmly something is claimed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from crossread.claims import lexicon
from crossread.claims.candidate import is_possessive
from crossread.claims.capitals import is_headline
from crossread.claims.certainty import STEPS, Step
from crossread.claims.inflection import inflected
from crossread.claims.sentence import Sentence
from crossread.text.token import Token

PartOfSpeech = Literal["verb", "noun", "phrase"]
_PARTS: tuple[PartOfSpeech, ...] = get_args(PartOfSpeech)
_GAP = 3  # words that three full stops of a cue may stand for
_NEGATIONS = frozenset(
    "not n't never without cannot neither nor nobody none didn't doesn't don't hasn't haven't hadn't wasn't "
    "won't".split()
)
_DETERMINERS = frozenset("the a an this that these those his her its their our my your no any some".split())
_BEFORE_NOUNS = frozenset("with of for without under".split())
_SUBJECTS = frozenset("he she it they who which we".split())
_NOUNS_TOO = frozenset(
    "reports claims charges estimates comments quotes promises forecasts notes states".split()
)
_SUING = inflected("sue")  # that somebody sues is no allegation, what he alleges is
_AUXILIARIES = frozenset("is are was were be been being has have had stand stands stood not also".split())
_CONTENT_FOLLOWS = frozenset("that of against by from about over : whether".split())
_PREDICATES = frozenset("is are was were be remain remains remained as mere merely only still just".split())
_PREDICATE_REACH = 3  # words between "remains" and "allegation"
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
        written_step, written_part, cue, _example = line.split("\t")
        step = next(step for step in STEPS if step == written_step)
        part = next(part for part in _PARTS if part == written_part)
        for form in cue.split("|"):
            first, *rest = form.replace("-", " - ").split()
            firsts = (
                inflected(first) if part == "verb" else {first, first + "s"} if part == "noun" else {first}
            )
            if part == "noun" and first.endswith(("y", "ss")):
                firsts |= {first[:-1] + "ies", first + "es"}
            for word in firsts:
                found.setdefault(word, set()).add(_Pattern((word, *rest), step, part))
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
            if matched and not (pattern.part == "verb" and _is_no_verb(sentence, at)):
                end, hit = matched, pattern
                break
        if hit is not None and hit.step is not None and not _is_cancelled(tokens, at, hit):
            yield Cue(at, end, hit.step, hit.part)
        at = end


def _is_no_verb(sentence: Sentence, at: int) -> bool:
    """Whether a verb's form is a noun, an adjective or part of a name: "a saying", "no announced date", "Post"."""
    tokens = sentence.tokens
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    if before.normal in _DETERMINERS or is_possessive(before.text):
        return True
    word = tokens[at]
    if before.normal in _BEFORE_NOUNS and not word.normal.endswith(("ing", "ed")):
        return True
    if word.text[0].isupper() and not word.text.isupper() and not is_headline(sentence):
        return before.kind == "word" and before.text[0].isupper()
    if word.normal in _NOUNS_TOO:  # "the BBC reports", but "news reports", "floods of claims"
        ends = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
        named = before.text[0].isupper() or before.normal in _SUBJECTS
        return not (
            named or (ends and before.kind == "word" and at > 1 and tokens[at - 2].normal in _DETERMINERS)
        )
    return False


def governs(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue speaks of what its sentence says; not where the sentence merely speaks of an allegation.

    "The claim that it leaked" and "it remains an allegation" tell how firm the statement is; "the allegations come
    at a bad time" and "firms accused of dumping should pay" are statements on other things.
    """
    tokens = sentence.tokens
    before = tokens[cue.start - 1].normal if cue.start else ""
    after = tokens[cue.end].normal if cue.end < len(tokens) else ""
    if cue.part == "phrase" and tokens[cue.start].normal == "accused":
        return before in _AUXILIARIES or before in ("", ",")
    if tokens[cue.start].normal in _SUING:
        return False
    if cue.part != "noun":
        return True
    near = {token.normal for token in tokens[max(0, cue.start - _PREDICATE_REACH) : cue.start]}
    return after in _CONTENT_FOLLOWS or bool(near & _PREDICATES)


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
