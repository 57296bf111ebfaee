"""Who says it: the subject of a verb of saying, the owner of a claim, the name after "according to"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from crossread.claims import lexicon
from crossread.claims.candidate import bare, is_possessive
from crossread.claims.certainty import SourceKind
from crossread.claims.persons import Named, WhoIsWhere
from crossread.claims.sentence import Sentence
from crossread.text.token import Token

_SKIPPED = frozenset(
    "has have had also later then once again not never been being is was were are be will would could may "
    "might can just  "
    "further first now still already both all since did does do repeatedly to"
    " monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
_BE = frozenset("is was were are be been being".split())
_PREPOSITIONS = frozenset(
    "of at in for from with by on to about against over under near into as than between".split()
)
_CLAUSE_STARTS = frozenset(
    "what who how why where that and but while when because although though if after before as which "
    "whether since so or".split()
)
_DETERMINERS = frozenset(
    "the a an this that these those his her their its our some many several one two three both".split()
)
_PRONOUNS = frozenset("he she they it we i who".split())
_MEDIA_NOUNS = frozenset(
    "newspaper magazine broadcaster outlet outlets website media report reports reporting agency daily "
    "tabloid press".split()
)
_QUOTATION_MARKS = frozenset("\"”’'»“")
_UNNAMED = frozenset(
    "police officials witnesses experts people sources reporting researchers spokesman spokeswoman spokesperson".split()
)
_NO_SUBJECT = _CLAUSE_STARTS | _PREPOSITIONS
_HYPHENS = frozenset("-‐‑")
_LONGEST_SUBJECT = 7
_LONGEST_BODY = 6  # words behind "a spokesman for"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: a name or the words of the text, and what sort of source that is.

    Attributes:
        text: the name, or the words as they stand.
        kind: whether it is the document itself, somebody named, a medium, or somebody without a name.
        label: the name by which it is known elsewhere in the text; empty without one.
    """

    text: str
    kind: SourceKind
    label: str = ""


NOBODY = Source("", "unnamed")


class Attribution:
    """Finds who says what in the sentences of documents."""

    def __init__(self, who: WhoIsWhere) -> None:
        self._who = who

    def subject(self, sentence: Sentence, verb: int) -> Source:
        """The subject of the verb at a token, before it or, as in "said Ana Lee", behind it."""
        tokens = sentence.tokens
        if verb + 1 < len(tokens) and tokens[verb + 1].normal == "by":
            return self._by_agent(sentence, verb + 1)
        participle = tokens[verb].normal.endswith("ing")
        at = verb - 1
        if participle and at >= 0 and tokens[at].normal not in _BE and tokens[at].text != ",":
            return self._first(sentence, verb)
        passive = False
        while at >= 0 and (tokens[at].normal in _SKIPPED or tokens[at].normal.endswith("ly")):
            passive |= tokens[at].normal in _BE
            at -= 1
        if at > 0 and tokens[at].text == ")":  # "the Harrow Rail Union (HRU) said"
            opened = next((back for back in range(at, max(-1, at - 6), -1) if tokens[back].text == "("), at)
            at = opened - 1 if opened < at else at
        if passive and tokens[verb].normal.endswith(("ed", "told", "said")):
            return self._by_agent(sentence, verb + 1)
        if at < 0 or tokens[at].text in _QUOTATION_MARKS:
            behind = self._phrase_from(sentence, verb + 1, spread=2)
            if behind is not NOBODY:
                return behind
        if at < 0:
            return self._first(sentence, len(tokens)) if participle else NOBODY
        if tokens[at].text == ",":
            return self._across_comma(sentence, at, verb, participle)
        return self._phrase_to(sentence, at)

    def _across_comma(self, sentence: Sentence, comma: int, verb: int, participle: bool) -> Source:
        """The subject where a comma stands before the verb: "Ana Lee, the mayor, said", "it is so, said Ana Lee"."""
        tokens = sentence.tokens
        opening = next(
            (at for at in range(comma - 1, max(-1, comma - 18), -1) if tokens[at].text in ",("), -1
        )
        if opening > 0:
            apposed = self._who.starting(sentence.passage.id, opening + 1, opening + 3)
            if apposed and apposed[0].end == comma and apposed[0].kind == "person":
                return _of(apposed[0])
            if not participle:
                return self._phrase_to(sentence, opening - 1)
        behind = self._phrase_from(sentence, verb + 1, spread=2) if opening < 0 else NOBODY
        return behind if behind.kind == "named" else self._first(sentence, verb)

    def named_at(self, sentence: Sentence, token: int) -> Source | None:
        """The name that a token belongs to, or None."""
        named = self._who.at(sentence.passage.id, token)
        return _of(named) if named else None

    def first_named(self, sentence: Sentence) -> Source | None:
        """The first name of a sentence, or None."""
        found = self._first(sentence, len(sentence.tokens))
        return None if found is NOBODY else found

    def _earlier_subject(self, sentence: Sentence, conjunction: int) -> Source | None:
        """The subject of the verb of saying before "and": "Ana Lee called it a fraud and said ..."."""
        forms = lexicon.speech_forms()
        for at in range(conjunction - 1, 0, -1):
            token = sentence.tokens[at]
            noun = sentence.tokens[at - 1].normal in _DETERMINERS
            if token.normal in forms and not noun and token.text[0].islower():
                return self.subject(sentence, at)
        return None

    def owner(self, sentence: Sentence, noun: int) -> Source:
        """Whose claim a noun is: "Acme's allegation", "the claims by Acme"."""
        tokens = sentence.tokens
        for at in range(noun - 1, max(-1, noun - 5), -1):
            if is_possessive(tokens[at].text) or (tokens[at].text in "'’" and at):
                return self._phrase_to(sentence, at if is_possessive(tokens[at].text) else at - 1)
            if tokens[at].normal in ("the", "a", ",", "that", "and"):
                break
        for at in range(noun + 1, min(noun + 4, len(tokens))):
            if tokens[at].normal in ("by", "from", "of") and at + 1 < len(tokens):
                found = self._phrase_from(sentence, at + 1, spread=2)
                if found.kind in ("named", "medium"):
                    return found
        return NOBODY

    def after(self, sentence: Sentence, at: int) -> Source:
        """The source that follows "according to"."""
        return self._phrase_from(sentence, at, spread=4)

    def _by_agent(self, sentence: Sentence, start: int) -> Source:
        for at in range(start, min(start + 12, len(sentence.tokens) - 1)):
            if sentence.tokens[at].normal == "by":
                return self._phrase_from(sentence, at + 1, spread=2)
        return NOBODY

    def _first(self, sentence: Sentence, before: int) -> Source:
        named = self._who.first(sentence.passage.id, before)
        return _of(named) if named else NOBODY

    def _phrase_to(self, sentence: Sentence, last: int) -> Source:
        """The noun phrase that ends at a token."""
        tokens = sentence.tokens
        named = self._who.at(sentence.passage.id, last)
        if named is not None:
            start = named.start
            while start > 0 and tokens[start - 1].normal in _DETERMINERS:
                start -= 1
            if start and tokens[start - 1].normal in _PREPOSITIONS - {"as", "than"}:
                return self._head_of(sentence, start - 1) or _of(named)
            return _of(named)
        if tokens[last].normal in _PRONOUNS:
            return self._pronoun(sentence, last)
        if tokens[last].kind != "word" or tokens[last].normal in _NO_SUBJECT:
            earlier = self._earlier_subject(sentence, last) if tokens[last].normal in ("and", "but") else None
            return earlier or self._first(sentence, last)
        start = last
        while start > 0 and last - start < _LONGEST_SUBJECT and tokens[start].normal not in _DETERMINERS:
            if start > 1 and tokens[start - 1].text in _HYPHENS:  # "the 52-year-old victim"
                start -= 2
            elif _continues(tokens[start - 1]):
                start -= 1
            else:
                break
        return self._common(sentence, self._with_head(sentence, start), last + 1)

    def _with_head(self, sentence: Sentence, start: int) -> int:
        """The token at which "a spokesman for the port" begins, where ``start`` is that of "the port"."""
        tokens = sentence.tokens
        at = start
        if not (start > 1 and tokens[start - 1].normal in _PREPOSITIONS - {"as", "than", "by"}):
            return start
        at = start - 1
        while at > 0 and start - at < _LONGEST_SUBJECT and tokens[at - 1].kind != "mark" and (
            tokens[at - 1].normal not in _CLAUSE_STARTS
        ):  # fmt: skip
            at -= 1
            if tokens[at].normal in _DETERMINERS:
                break
        speaking = any(
            token.normal in lexicon.words("person_nouns.txt") or token.normal in _UNNAMED
            or token.normal.removesuffix("s") in lexicon.words("person_nouns.txt")
            for token in tokens[at : start - 1]
        )  # fmt: skip
        return at if speaking else start

    def _head_of(self, sentence: Sentence, preposition: int) -> Source | None:
        """The phrase before a preposition: "the mayor" of "the mayor of Bath"."""
        tokens = sentence.tokens
        start = preposition
        while start > 0 and preposition - start < _LONGEST_SUBJECT and tokens[start - 1].kind == "word" and (
            tokens[start - 1].normal not in _CLAUSE_STARTS
        ):  # fmt: skip
            start -= 1
        end = next(
            (at for at in range(start, preposition + 1) if tokens[at].normal in _PREPOSITIONS), preposition
        )
        first = next(
            (each for each in self._who.starting(sentence.passage.id, start, end) if each.end == end), None
        )
        if first is not None:
            return _of(first)
        return self._common(sentence, start, self._with_body(sentence, end)) if end > start else None

    def _phrase_from(self, sentence: Sentence, start: int, spread: int) -> Source:
        """The noun phrase that begins at a token; a name may stand a few words on, behind a title."""
        tokens = sentence.tokens
        if start >= len(tokens):
            return NOBODY
        if tokens[start].normal in _PRONOUNS:
            return self._pronoun(sentence, start)
        near = [
            each
            for each in self._who.starting(sentence.passage.id, start, start + spread + 4)
            if all(
                (token.kind == "word" or token.text == ".") and token.normal not in _NO_SUBJECT
                for token in tokens[start : each.start]
            )
        ]
        if near:
            return _of(next((each for each in near if each.kind == "person"), near[0]))
        end = start
        while end < len(tokens) and end - start < _LONGEST_SUBJECT and tokens[end].kind == "word" and (
            tokens[end].normal not in _CLAUSE_STARTS and tokens[end].normal not in _SKIPPED
        ):  # fmt: skip
            end += 1
        if end == start or tokens[start].normal in _PREPOSITIONS:
            return NOBODY
        first = tokens[start]
        heads = first.normal in _DETERMINERS or first.text[0].isupper() or first.normal in _UNNAMED
        if heads or first.normal in lexicon.words("person_nouns.txt"):
            return self._common(sentence, start, self._with_body(sentence, end))
        return NOBODY

    def _with_body(self, sentence: Sentence, end: int) -> int:
        """The token after "a spokesman for the Harrow Bank", where the phrase up to ``end`` names a person's office."""
        tokens = sentence.tokens
        office = tokens[end - 1].normal in lexicon.words("person_nouns.txt")
        if not office or end >= len(tokens) or tokens[end].normal not in ("for", "of", "at", "from", "with"):
            return end
        named = self._who.starting(sentence.passage.id, end + 1, end + 2)
        return named[0].end if named and named[0].end - end <= _LONGEST_BODY else end

    def _common(self, sentence: Sentence, start: int, end: int) -> Source:
        text = bare(_as_written(sentence.tokens[start:end]))
        stands_for = self._who.stands_for(sentence.document, sentence.tokens[start].span.start)
        if stands_for is not None:
            return _of(stands_for)
        if not _may_speak(sentence.tokens[start:end]):
            return NOBODY
        words = {token.normal for token in sentence.tokens[start:end]}
        return Source(text, "medium" if words & _MEDIA_NOUNS else "unnamed", text)

    def _pronoun(self, sentence: Sentence, at: int) -> Source:
        token = sentence.tokens[at]
        if token.normal in ("he", "she", "who"):
            person = self._who.last_person(sentence.document, token.span.start)
            if person is not None:
                return Source(person.label, "named", person.label)
        return Source(token.text, "unnamed")


def _may_speak(tokens: Sequence[Token]) -> bool:
    """Whether a phrase without a name can be who says something: "the study", "two people", not "morning someone"."""
    first = tokens[0]
    if first.normal in _DETERMINERS or first.kind == "number" or first.text[0].isupper():
        return True
    return any(_names_speaker(token.normal) for token in tokens)


@cache
def _names_speaker(word: str) -> bool:
    nouns = lexicon.words("person_nouns.txt") | lexicon.words("group_nouns.txt") | _UNNAMED | _MEDIA_NOUNS
    single = word.removesuffix("s")
    return word in nouns or single in nouns or (word.endswith("ies") and word[:-3] + "y" in nouns)


def _as_written(tokens: Sequence[Token]) -> str:
    """The texts of tokens with a space wherever the document has any."""
    pieces = [tokens[0].text] if tokens else []
    for before, token in pairwise(tokens):
        pieces.append(" " * (token.span.start > before.span.end) + token.text)
    return "".join(pieces)


def _continues(token: Token) -> bool:
    """Whether a word before a noun belongs to its phrase."""
    return bare(token.text).isalpha() and token.normal not in _NO_SUBJECT and token.normal not in _SKIPPED


def _of(named: Named) -> Source:
    return Source(named.label, "medium" if named.medium else "named", named.label)
