"""Indirect speech: what one document quotes, another reports in its own words."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from crossread.claims.attribution import Attribution
from crossread.claims.capitals import FUNCTION_WORDS
from crossread.claims.cues import cues
from crossread.claims.inflection import inflected
from crossread.claims.persons import WhoIsWhere
from crossread.claims.quotation import QuotationMention
from crossread.claims.requoted import Said, may_be_one
from crossread.claims.sentence import Sentence, sentences
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.document import Document
from crossread.text.words import stem

_FEWEST_SHARED = 3  # content words
_SHARE, _SHARE_LINKED = 0.6, 0.34
_SUING = inflected("sue")
_TOO_COMMON = 0.25  # words in so large a share of all sentences tell nothing
_SENTENCES = 2_000  # read between two times of asking whether to stop


def indirect_speech(
    documents: Sequence[Document],
    groups: Sequence[Sequence[Said]],
    linked: set[frozenset[str]],
    who: WhoIsWhere,
    cancelled: IsCancelled = never_cancelled,
) -> list[list[QuotationMention]]:
    """For each quotation the sentences of documents without it that report the same statement without marks.

    Args:
        documents: on one event.
        groups: the mentions of each quotation.
        linked: ids of passages that say the same thing, in pairs.
        who: whom each passage names.
        cancelled: asked between some quotations.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    quoted = {
        passage
        for group in groups
        for said in group
        if said.mention.kind == "speech"
        for passage in said.passages
    }
    every = [
        sentence
        for document in documents
        for sentence in sentences(document)
        if sentence.passage.id not in quoted
    ]
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for at, sentence in enumerate(every):
        if at % _SENTENCES == 0:
            check(cancelled)
        for word in _content(sentence):
            by_stem[word].append(at)
    search = _Search(every, by_stem, linked, Attribution(who))
    found = []
    for group in groups:
        check(cancelled)
        found.append(search.reports_of(group))
    return found


class _Search:
    """Finds sentences by the words they share with a quotation."""

    def __init__(
        self,
        every: list[Sentence],
        by_stem: dict[str, list[int]],
        linked: set[frozenset[str]],
        attribution: Attribution,
    ) -> None:
        self._every, self._by_stem, self._linked, self._attribution = every, by_stem, linked, attribution
        self._most = max(4, int(_TOO_COMMON * len(every)))

    def reports_of(self, group: Sequence[Said]) -> list[QuotationMention]:
        """For each document without the quotation the sentence that best reports it."""
        quoted_in = {said.document.id for said in group}
        longest = max(group, key=lambda said: (len(said.content), said.written))
        shared: Counter[int] = Counter()
        if len(longest.content) >= _FEWEST_SHARED:
            for word in longest.content:
                found_in = self._by_stem.get(word, [])
                shared.update(found_in if len(found_in) <= self._most else ())
        best: dict[str, tuple[int, QuotationMention]] = {}
        for at, count in sorted(shared.items()):
            sentence = self._every[at]
            if sentence.document in quoted_in or not self._is_enough(count, sentence, longest):
                continue
            speaker = _reporter(sentence, self._attribution)
            if (
                speaker
                and not self._near(sentence, longest)
                and not any(may_be_one(speaker, said.mention.speaker) for said in group)
            ):
                continue  # another person says something like it
            if speaker is not None and best.get(sentence.document, (0,))[0] < count:
                span = sentence.passage.span
                mention = QuotationMention(sentence.document, span, (span,), speaker or None, "indirect")
                best[sentence.document] = (count, mention)
        return [mention for _, mention in best.values()]

    def _near(self, sentence: Sentence, quoted: Said) -> bool:
        """Whether a sentence was found to say the same as a passage of the quotation."""
        return any(frozenset((passage, sentence.passage.id)) in self._linked for passage in quoted.passages)

    def _is_enough(self, count: int, sentence: Sentence, quoted: Said) -> bool:
        near = self._near(sentence, quoted)
        needed = (_SHARE_LINKED if near else _SHARE) * len(quoted.content)
        return count >= needed and count >= _FEWEST_SHARED - near


def _content(sentence: Sentence) -> set[str]:
    return {
        stem(token.normal)
        for token in sentence.tokens
        if token.kind == "word" and token.normal not in FUNCTION_WORDS
    }


def _reporter(sentence: Sentence, attribution: Attribution) -> str | None:
    """Whose words a sentence reports, empty where it does not say; None where it reports nobody's."""
    for cue in cues(sentence):
        sues = sentence.tokens[cue.start].normal in _SUING
        if cue.part == "verb" and cue.step in ("reported", "alleged") and not sues:
            source = attribution.subject(sentence, cue.start)
            return source.label or source.text
        if sentence.tokens[cue.start].normal == "according":
            source = attribution.after(sentence, cue.end)
            return source.label or source.text
    return None
