"""Documents in, everything about spun text out."""

from collections.abc import Sequence

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.spin.choice import Said, SpinChoice
from crossread.spin.copies import beside, originals, swaps
from crossread.spin.evidence import Signs, signs, vocabulary
from crossread.spin.marks import spans
from crossread.spin.rereading import reread
from crossread.spin.spinbook import Hit
from crossread.spin.told import Told, telling
from crossread.spin.usage import usage
from crossread.spin.verdict import ParagraphVerdict, Spin, SpinVerdict, SpunSpan, Swap, band_of
from crossread.text.document import Document, Passage
from crossread.text.span import Span

_KNOWN = 0.5  # share of words in the table of usage below which a text is not English, whatever was guessed
_NEARBY = 0.2  # how much less caution a paragraph of a spun document needs
_FIRM_RULES = 3  # broken expressions that accuse a paragraph of a document that is not spun
_SAMPLE = 6_000  # words of a long text that are judged first; all of it only if these are suspicious
_LONG = 2  # times as many make a text long: a sample of most of it would spare little and cost much
_STRETCH = 300  # words from which a paragraph of a long text is taken in stretches
_FEWEST = 25  # words below which nothing is said


def judge(
    documents: Sequence[Document],
    cancelled: IsCancelled = never_cancelled,
    choices: Sequence[SpinChoice] = (),
) -> Spin:
    """Find out which documents were run through a synonym spinner, and which words were swapped.

    Every document is judged by its own words, by the spinbook's rules and by what the other documents on the event
    call the same things; of a long one an even sample is judged first, and all of it only where that is suspicious.
    The result depends neither on the order of the documents nor on their ids.

    Args:
        documents: on one event; any of them may be spun, its original may be among them.
        cancelled: asked between small pieces of work.
        choices: what a person said of them, which holds whatever is found.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    read = _Reading(documents, cancelled)
    said = Said.of(choices, documents)
    seen: dict[str, Signs] = {}
    for document in documents:
        check(cancelled)
        if not read.refusal[document.id]:
            seen[document.id] = read.signs(document, cancelled)
    judged_on = dict(read.told)
    scores = {name: said.score(name, found.score) for name, found in seen.items()}
    copied = originals(documents, scores, read.whole, cancelled)
    for document in documents:
        if document.id in said.original:
            original = said.original[document.id]
            copied[document.id] = beside(read.whole(document), read.whole(original), cancelled)
    verdicts: list[SpinVerdict] = []
    marked: list[SpunSpan] = []
    swapped: list[Swap] = []
    for document in documents:
        check(cancelled)
        judged = seen.get(document.id)
        both = copied.get(document.id)
        found = swaps(both, judged.hits if judged else (), cancelled) if both else ()
        if judged is None:
            verdict = SpinVerdict(document.id, 0.0, "none", (), (read.refusal[document.id],))
            verdicts.append(said.verdict(verdict))
            swapped += found
            continue
        source = both.other.document if both else None
        verdicts.append(said.verdict(_verdict(judged_on[document.id], judged, source)))
        if verdicts[-1].band != "none":
            if source is None:
                judged = reread(judged_on[document.id], judged, read.others(document), cancelled)
            marked += spans(document, judged, found, source)
            swapped += found
    return Spin(tuple(verdicts), tuple(marked), tuple(swapped))


class _Reading:
    """Documents as far as they were read.

    Attributes:
        told: by their ids, what each tells, or a sample of it.
        refusal: by their ids, why they are not judged, or nothing.
    """

    def __init__(self, documents: Sequence[Document], cancelled: IsCancelled) -> None:
        self._documents = documents
        self.told: dict[str, Told] = {}
        self.refusal: dict[str, str] = {}
        self._words: dict[str, frozenset[str]] = {}
        for document in documents:
            check(cancelled)
            self.told[document.id] = told = Told.of(document, sample(document))
            self.refusal[document.id] = _refusal(told)
            self._words[document.id] = vocabulary(document)

    def whole(self, document: Document) -> Told:
        """All that a document tells."""
        if self.told[document.id].is_sample:
            self.told[document.id] = Told.of(document)
        return self.told[document.id]

    def others(self, document: Document) -> list[frozenset[str]]:
        """The words of each of the other documents; a second copy of the same words is none."""
        return [
            self._words[other.id] for other in self._documents if other.words_digest != document.words_digest
        ]

    def signs(self, document: Document, cancelled: IsCancelled) -> Signs:
        """What speaks for a document being spun; of a long one all of it is asked only where a sample is suspicious."""
        others = self.others(document)
        found = signs(self.told[document.id], others, cancelled)
        if self.told[document.id].is_sample and band_of(found.score) != "none":
            # From the start: what a word is held against reaches beyond the passages that were left out.
            found = signs(self.whole(document), others, cancelled)
        return found


def sample(document: Document) -> list[Passage]:
    """What is read of a document first: all that it tells, or of a long one whole paragraphs, evenly spread.

    Of a paragraph that is long itself, stretches of some hundred words are taken.
    """
    passages = telling(document)
    words = [len(document.of(passage).split()) for passage in passages]
    total = sum(words)
    if total <= _LONG * _SAMPLE:
        return passages
    chosen: list[Passage] = []
    at = reached = taken = 0
    while at < len(passages):
        end, size = at, 0
        while end < len(passages) and passages[end].paragraph == passages[at].paragraph and size < _STRETCH:
            size += words[end]
            end += 1
        reached += size
        if taken * total < reached * _SAMPLE:
            chosen += passages[at:end]
            taken += size
        at = end
    return chosen


def _refusal(told: Told) -> str:
    """Why a document is not judged, or nothing."""
    if told.document.language not in (None, "en"):
        return "Not judged: spun text is only recognised in English."
    found = [token.normal for sentence in told.sentences for token in sentence if token.kind == "word"]
    known = sum(word in usage().number for word in found)
    if found and known < _KNOWN * len(found):
        return "Not judged: spun text is only recognised in English."
    if len(found) < _FEWEST:
        return "Not judged: the text is too short to tell."
    return ""


def _verdict(told: Told, found: Signs, source: Document | None) -> SpinVerdict:
    score = round(found.score, 6)
    document = told.document
    evidence: tuple[str, ...] = ()
    if band_of(score) != "none":
        evidence = tuple(_sentences(document, found, source))
    elif told.is_sample:
        read, all_of_it = (
            sum(len(document.of(passage).split()) for passage in some)
            for some in (told.passages, telling(document))
        )
        evidence = (f"Judged by an even sample of {read:,} of its {all_of_it:,} words.",)
    paragraphs = tuple(_paragraphs(told, found))
    return SpinVerdict(document.id, score, band_of(score), paragraphs, evidence, source.id if source else "")


def _paragraphs(told: Told, found: Signs) -> list[ParagraphVerdict]:
    """Of every paragraph that was read whole."""
    reach: dict[int, Span] = {}
    for passage in telling(told.document):
        known = reach.get(passage.paragraph, passage.span)
        reach[passage.paragraph] = Span(known.start, max(known.end, passage.span.end))
    if told.is_sample:
        read = set(told.passages)
        left = {passage.paragraph for passage in telling(told.document) if passage not in read}
        reach = {number: span for number, span in reach.items() if number not in left}
    is_spun = band_of(found.score) != "none"
    verdicts = []
    for number, span in sorted(reach.items()):
        # In a document that is spun a paragraph needs little more; in one that is not, it needs broken expressions.
        own = found.within(span, _NEARBY if is_spun else 1.0)
        firm = sum(hit.rule.strength == "strong" for hit in own.hits)
        score = own.score if is_spun or firm >= _FIRM_RULES else min(own.score, found.score)
        verdicts.append(ParagraphVerdict(number, span, round(score, 6), band_of(score)))
    return verdicts


def _sentences(document: Document, found: Signs, source: Document | None) -> list[str]:
    told = []
    if source:
        told.append(f"It follows document {source.id} sentence by sentence with other words.")
    rules = [hit for hit in found.hits if hit.rule.strength != "weak"]
    if rules:
        shown = ", ".join(
            f"“{_first(hit.originals)}” as “{words}”" for hit, words in _varied(rules, document)
        )
        noun = "expression is" if len(rules) == 1 else "expressions are"
        told.append(f"{len(rules)} common {noun} broken the way spinners do, such as {shown}.")
    here = [s for s in found.suspects if s.elsewhere and s.weight > 0]
    if here:
        shown = ", ".join(sorted({f"“{s.token.text}” for “{s.candidates[0].word}”" for s in here})[:3])
        told.append(
            f"{len(here)} words stand here alone where the other documents use a neighbour, such as {shown}."
        )
    odd = sorted(
        (s for s in found.suspects if s.weight > 0 and s.candidates and not s.elsewhere),
        key=lambda s: -s.log_odds,
    )
    if odd:
        shown = ", ".join(dict.fromkeys(f"“{s.token.text}” for “{s.candidates[0].word}”" for s in odd[:4]))
        told.append(
            f"{len(odd)} words suit their place far worse than a word of like meaning, such as {shown}."
        )
    if found.articles:
        told.append(
            f"{len(found.articles)} articles do not suit the word after them, as when words were swapped."
        )
    return told


def _first(originals: Sequence[str]) -> str:
    return originals[0] if originals else "?"


def _varied(hits: Sequence[Hit], document: Document) -> list[tuple[Hit, str]]:
    """The longest hits of unlike rules, with their words."""
    kept: dict[int, Hit] = {}
    for hit in hits:
        kept.setdefault(hit.rule.line, hit)
    worded = [(hit, hit.span.line_of(document.text)) for hit in kept.values()]
    return sorted(worded, key=lambda entry: (-len(entry[1]), entry[0].span))[:3]
