"""Indirect speech: what one document quotes, another reports in its own words."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from crossread.claims.attribution import Attribution
from crossread.claims.capitals import FUNCTION_WORDS
from crossread.claims.cues import cues
from crossread.claims.persons import WhoIsWhere
from crossread.claims.quotation import QuotationMention
from crossread.claims.requoted import Said
from crossread.claims.sentence import Sentence, sentences
from crossread.text.document import Document
from crossread.text.words import stem

_FEWEST_SHARED = 3  # content words
_SHARE, _SHARE_LINKED = 0.6, 0.34
_TOO_COMMON = 0.25  # words in so large a share of all sentences tell nothing


def indirect_speech(
    documents: Sequence[Document],
    groups: Sequence[Sequence[Said]],
    linked: set[frozenset[str]],
    who: WhoIsWhere,
) -> list[list[QuotationMention]]:
    """For each quotation the sentences of documents without it that report the same statement without marks."""
    attribution = Attribution(who)
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    every: list[Sentence] = []
    for document in documents:
        for sentence in sentences(document):
            for word in _content(sentence):
                by_stem[word].append(len(every))
            every.append(sentence)
    most = max(4, int(_TOO_COMMON * len(every)))
    found = []
    for group in groups:
        quoted_in = {said.document.id for said in group}
        longest = max(group, key=lambda said: (len(said.content), said.written))
        shared: Counter[int] = Counter()
        if len(longest.content) >= _FEWEST_SHARED:
            for word in longest.content:
                if len(by_stem[word]) <= most:
                    shared.update(by_stem[word])
        here: dict[str, tuple[int, QuotationMention]] = {}
        for at, count in sorted(shared.items()):
            sentence = every[at]
            near = any(frozenset((passage, sentence.passage.id)) in linked for passage in longest.passages)
            enough = count >= (_SHARE_LINKED if near else _SHARE) * len(longest.content)
            if sentence.document in quoted_in or count < _FEWEST_SHARED - near or not enough:
                continue
            speaker = _reporter(sentence, attribution)
            if speaker is not None and (sentence.document not in here or here[sentence.document][0] < count):
                span = sentence.passage.span
                here[sentence.document] = (count, QuotationMention(sentence.document, span, (span,), speaker, "indirect"))
        found.append([mention for _, mention in here.values()])
    return found


def _content(sentence: Sentence) -> set[str]:
    return {
        stem(token.normal) for token in sentence.tokens if token.kind == "word" and token.normal not in FUNCTION_WORDS
    }


def _reporter(sentence: Sentence, attribution: Attribution) -> str | None:
    """Whose words a sentence reports; None where it reports nobody's."""
    for cue in cues(sentence):
        if cue.part == "verb" and cue.step in ("reported", "alleged"):
            source = attribution.subject(sentence, cue.start)
            return source.label or source.text or "?"
        if sentence.tokens[cue.start].normal == "according":
            source = attribution.after(sentence, cue.end)
            return source.label or source.text or "?"
    return None
