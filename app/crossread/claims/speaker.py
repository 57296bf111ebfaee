"""Who is quoted."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crossread.claims import lexicon
from crossread.claims.attribution import NOBODY, Attribution, Source
from crossread.claims.inflection import inflected
from crossread.claims.persons import WhoIsWhere
from crossread.claims.quoted import Stretch
from crossread.claims.sentence import Sentence, sentences
from crossread.text.document import Document

_LONGEST_NAMING, _LONGEST_SPEAKER = (
    9,
    5,
)  # tokens of a sentence that only names a speaker, and before its verb
_WRITTEN = frozenset(
    "statement letter email post tweet message memo note report lawsuit suit complaint".split()
)
_NEAR = 40  # characters beside a quotation in which "he said" may stand
_PRONOUN_BEFORE = re.compile(r"\b(?:he|she)\s+(?:\w+\s+){0,2}\w+[:,]?\s*$", re.IGNORECASE)
_PRONOUN_BEHIND = re.compile(r",?\s*(?:he|she)\s+(?:\w+\s+)?\w+", re.IGNORECASE)
_WIDER = 2  # times as long may such a sentence be behind a quotation that is set off
_FARTHEST = 25  # tokens between a quotation and the verb that introduces it
_BEFORE_NOUNS = frozenset(
    "the a an this that these those his her its their our my no any some of in for earlier recent".split()
)


@cache
def _labelling_verbs() -> frozenset[str]:
    return frozenset(
        form
        for verb in "call describe dub brand label term denounce hail slam".split()
        for form in inflected(verb)
    )


class Speakers:
    """Finds the speakers of the quotations of one document."""

    def __init__(self, document: Document, who: WhoIsWhere, quoted: Sequence[Stretch]) -> None:
        self._text = document.text
        self._attribution = Attribution(who)
        self._tokens = [
            (token.span.start, sentence, number)
            for sentence in sentences(document)
            for number, token in enumerate(sentence.tokens)
        ]
        self._starts = [start for start, _, _ in self._tokens]
        self._paragraph = {
            sentence.passage.id: sentence.passage.paragraph for sentence in sentences(document)
        }
        self._quoted = sorted(
            (stretch.outer for stretch in quoted if stretch.depth == 0), key=lambda span: span.start
        )
        self._quoted_starts = [span.start for span in self._quoted]

    def behind(self, stretch: Stretch) -> Source | None:
        """The speaker whom the text right behind a quotation names ("..., said Ana Lee"), or None."""
        return self._behind(stretch)

    def of(self, stretch: Stretch) -> Source:
        """The speaker whom the text beside a quotation names, or nobody."""
        found = self._behind(stretch) or self._before(stretch) or NOBODY
        inner = stretch.depth > 0 and found.kind not in ("named", "medium")
        return NOBODY if inner else found

    def is_by_pronoun(self, stretch: Stretch) -> bool:
        """Whether "he said" stands beside a quotation: whoever spoke last goes on."""
        before = self._text[max(0, stretch.outer.start - _NEAR) : stretch.outer.start]
        behind = self._text[stretch.outer.end : stretch.outer.end + _NEAR]
        return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_BEHIND.match(behind))

    def _is_quoted(self, offset: int) -> bool:
        at = bisect_right(self._quoted_starts, offset) - 1
        return at >= 0 and offset < self._quoted[at].end

    def _verb_at(self, index: int) -> tuple[Sentence, int] | None:
        """The verb of saying at a token outside all quotations."""
        start, sentence, number = self._tokens[index]
        before = sentence.tokens[number - 1].normal if number else ""
        noun = before in _BEFORE_NOUNS or before.endswith(("'s", "-"))
        word = sentence.tokens[number].normal
        following = sentence.tokens[number + 1].normal if number + 1 < len(sentence.tokens) else ""
        pleads = word.startswith("ple") and following in ("guilty", "not")  # in court, and no words of his
        says = (
            (word in lexicon.speech_forms() and not pleads)
            or word == "states"
            or (word in ("put", "puts") and following == "it")
            or (word in ("read", "reads") and before in _WRITTEN)
        )
        small = number == 0 or sentence.tokens[number].text[0].islower()  # no verb: "The Washington Post"
        return (sentence, number) if says and small and not noun and not self._is_quoted(start) else None

    def _behind(self, stretch: Stretch) -> Source | None:
        """ "...," he said. / "...," said Ana Lee, who ... / "...", according to Acme."""
        first = bisect_right(self._starts, stretch.outer.end - 1)
        last = self._text[: stretch.parts[-1].end].rstrip()[-1:]
        ended = last == "."
        if not ended and last not in ",?!…—–-" and not _goes_on(self._text, stretch.outer.end):
            return None
        block = (
            stretch.outer == stretch.span
        )  # set off without marks: who is quoted may stand in the paragraph behind
        paragraph = self._paragraph_of(first if block else first - 1)
        for index in range(first, min(first + 14, len(self._tokens))):
            start, sentence, number = self._tokens[index]
            token = sentence.tokens[number]
            if sentence.passage.paragraph != paragraph or self._is_quoted(start):
                return None
            if token.normal == "according" and not ended:
                return _known(self._attribution.after(sentence, number + 2))
            if token.text in ".;?!:" or (ended and index == first and token.text[0].isupper() is False):
                return None
            verb = self._verb_at(index)
            if verb and ended and not _only_names(sentence, number, _WIDER if block else 1):
                return None
            if verb:
                if token.normal in _labelling_verbs():
                    return None
                return self._named_near(verb, first_in_clause=index - first)
        return None

    def _named_near(self, verb: tuple[Sentence, int], first_in_clause: int) -> Source | None:
        sentence, number = verb
        if first_in_clause == 0 or sentence.tokens[number - 1].text in "\"”’'»,“":
            behind = self._attribution.after(sentence, number + 1)
            if behind is not NOBODY:
                return behind
        return _known(self._attribution.subject(sentence, number))

    def _before(self, stretch: Stretch) -> Source | None:
        """Ana Lee said: "..." / Acme argues that it is a "..." / According to Acme, "..."."""
        last = bisect_right(self._starts, stretch.outer.start - 1) - 1
        owner = self._name_before_colon(last)
        if owner is not None:
            return owner
        paragraph = self._paragraph_of(bisect_right(self._starts, stretch.parts[0].start) - 1)
        for index in range(last, max(-1, last - _FARTHEST), -1):
            start, sentence, number = self._tokens[index]
            token = sentence.tokens[number]
            introduces = index == last and token.text == ":"
            if sentence.passage.paragraph != paragraph and not introduces and index == last:
                return None
            if self._is_quoted(start):  # "no doubt" that they had "acted in concert": one verb for both
                if self._sentence_ended(start):
                    return None
                continue
            if index < last and token.text in ".;?!" and number == len(sentence.tokens) - 1:
                return None
            if token.normal == "according":
                return _known(self._attribution.after(sentence, number + 2))
            verb = self._verb_at(index)
            if verb:
                return _known(self._attribution.subject(*verb))
        return self._owner_before_colon(last)

    def _name_before_colon(self, last: int) -> Source | None:
        """The name that alone stands before a colon: Berg: "..." """
        if last < 1 or self._tokens[last][1].tokens[self._tokens[last][2]].text != ":":
            return None
        _, sentence, number = self._tokens[last]
        found = self._attribution.named_at(sentence, number - 1) if number else None
        before = [token for token in sentence.tokens[: number - 1] if token.kind == "word"]
        if found is None and {token.normal for token in before} & _WRITTEN:
            return self._attribution.first_named(sentence)  # "Harrow Bank issued a statement:"
        alone = not before or self._is_quoted(before[-1].span.start) or number <= _LONGEST_SPEAKER
        return found if alone else None

    def _owner_before_colon(self, last: int) -> Source | None:
        """Ana Lee: "..." """
        if last < 0 or self._tokens[last][1].tokens[self._tokens[last][2]].text != ":":
            return None
        _, sentence, number = self._tokens[last]
        found = self._attribution.after(sentence, 0) if number <= 6 else NOBODY
        return found if found.kind == "named" else None

    def _sentence_ended(self, offset: int) -> bool:
        """Whether the quotation at an offset ends a sentence, so that a verb before it does not speak of the next."""
        end = self._quoted[bisect_right(self._quoted_starts, offset) - 1].end
        return self._text[end - 2 : end - 1] in ".?!,"

    def _paragraph_of(self, index: int) -> int:
        if not 0 <= index < len(self._tokens):
            return -1
        return self._tokens[index][1].passage.paragraph


def _only_names(sentence: Sentence, verb: int, times: int) -> bool:
    """Whether a sentence does nothing but name the speaker of the quotation before it: "Ana Lee said on Friday." """
    following = [token.normal for token in sentence.tokens[verb + 1 : verb + 2]]
    short = len(sentence.tokens) <= times * _LONGEST_NAMING and verb <= times * _LONGEST_SPEAKER
    return short and following[:1] not in (["that"], ["the"], ["it"], ["he"], ["she"], ["they"], [":"], [","])


_GOES_ON = re.compile(r"\s*(?:,|[—–]|according to\b|(?:as )?\w+ put it\b)")


def _goes_on(text: str, end: int) -> bool:
    """Whether a comma or a dash behind a quotation lets "he said" follow."""
    return _GOES_ON.match(text, end) is not None


def _known(source: Source) -> Source | None:
    unnamed = not source.text or (source.kind == "unnamed" and source.text.casefold() in _PRONOUNS)
    return None if unnamed else source


_PRONOUNS = frozenset("he she it they we i who you".split())


_ATTRIBUTION_ENDS = re.compile(r"[,.;–—-]\s*$")
_INITIAL = re.compile(r"\b[A-Z]\w{0,3}$")


def parts_are_one(text: str, first: Stretch, second: Stretch) -> bool:
    """Whether only a short "he said" parts two stretches of one paragraph.

    It ends with a comma or a full stop; what has neither introduces another quotation ("She called it ...").
    """
    between = text[first.outer.end : second.outer.start]
    if first.paragraph != second.paragraph or len(between) > 140 or not _ATTRIBUTION_ENDS.search(between):
        return False
    last = text[first.parts[-1].end - 1]
    if not (last in ",.?!—–…-" or between.startswith(",")) or (
        last == "." and between.lstrip()[:1].isupper()
    ):
        return False
    words = re.findall(r"[^\W\d_]+", between)
    verbs = sum(
        word.casefold() in lexicon.speech_forms() and before.casefold() not in _BEFORE_NOUNS
        for before, word in pairwise(("", *words))
    )
    inside = between.strip().rstrip(".:,")
    stops = [stop for stop in re.finditer(r"[.!?]\s", inside) if not _INITIAL.search(inside[: stop.start()])]
    if words and words[0] in ("and", "but", "or"):
        return False
    return 0 < len(words) <= 16 and verbs == 1 and not stops
