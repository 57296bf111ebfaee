"""How firmly each passage claims what it says, and on whose word."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crossread.claims.attribution import NOBODY, Attribution, Source
from crossread.claims.candidate import is_possessive
from crossread.claims.certainty import STEPS, Certainty
from crossread.claims.cues import Cue, cues, governs
from crossread.claims.persons import who_is_where
from crossread.claims.quotation import Quotation, QuotationMention
from crossread.claims.sentence import Sentence, sentences
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.document import Document
from crossread.text.span import Span

_MARKS = 2  # characters by which quotation marks and a comma let a sentence stand out of its quotation
_BEFORE_NOUNS = frozenset(
    "the a an this that these those his her their its our any some no such earlier".split()
)
_SENTENCES = 200  # judged between two times of asking whether to stop


def certainties(
    documents: Sequence[Document],
    quotations: Sequence[Quotation] = (),
    cancelled: IsCancelled = never_cancelled,
) -> tuple[Certainty, ...]:
    """The step and the source of every passage that is no boilerplate, in the order of documents and text.

    Args:
        documents: on one event, so that who speaks in one is known in all.
        quotations: of these documents; a sentence that stands wholly in one is its speaker's word.
        cancelled: asked between some sentences.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    attribution = Attribution(who_is_where(documents, cancelled))
    quoted: defaultdict[str, list[QuotationMention]] = defaultdict(list)
    for quotation in quotations:
        for mention in quotation.mentions:
            if mention.kind == "speech":
                quoted[mention.document].append(mention)
    found = []
    for document in documents:
        before: Certainty | None = None
        inside = _WithinQuotations(quoted[document.id])
        for number, sentence in enumerate(sentences(document)):
            if number % _SENTENCES == 0:
                check(cancelled)
            before = _carried_on(_judged(sentence, attribution), before)
            found.append(inside.told(before, sentence))
    return tuple(found)


class _WithinQuotations:
    """Tells whose word a sentence is that stands wholly in a quotation."""

    def __init__(self, mentions: Sequence[QuotationMention]) -> None:
        self._parts = sorted((part, mention.speaker or "") for mention in mentions for part in mention.parts)
        self._starts = [part.start for part, _ in self._parts]

    def told(self, judged: Certainty, sentence: Sentence) -> Certainty:
        """The same, or reported where the document itself does not say it."""
        if judged.step != "asserted":
            return judged
        span = sentence.passage.span
        at = bisect_right(self._starts, span.start + _MARKS) - 1
        if at < 0 or span.end - _MARKS > self._parts[at][0].end:
            return judged
        speaker = self._parts[at][1]
        return replace(judged, step="reported", source=speaker, source_kind="named" if speaker else "unnamed")


def _carried_on(here: Certainty, before: Certainty | None) -> Certainty:
    """ "It said" and "the company said" speak of the source of the sentence before, where that is named."""
    plain = here.source.casefold() in (
        "it",
        "they",
        "he",
        "she",
        "the company",
        "the group",
        "the firm",
        "the agency",
        "the ministry",
    )
    if here.source_kind == "unnamed" and plain and before is not None and before.source_kind == "named":
        return replace(here, source=before.source, source_kind="named")
    return here


def _judged(sentence: Sentence, attribution: Attribution) -> Certainty:
    found = [cue for cue in cues(sentence) if _is_meant(sentence, cue, attribution)]
    spans = tuple(
        Span(sentence.tokens[cue.start].span.start, sentence.tokens[cue.end - 1].span.end) for cue in found
    )
    if not found:
        return Certainty(sentence.document, sentence.passage.id, "asserted", "", "itself", ())
    step = min((cue.step for cue in found), key=STEPS.index)
    source = NOBODY
    for cue in sorted(found, key=lambda cue: (STEPS.index(cue.step), cue.start)):
        told = _source(sentence, cue, attribution)
        if told.kind in ("named", "medium"):
            source = told
            break
        source = source if source.text else told
    if source.kind == "unnamed" and (not source.text or step == "asserted"):
        first = next(cue for cue in found if cue.step == step)
        if step == "asserted" or (step in ("doubted", "denied") and first.part == "phrase"):
            return Certainty(sentence.document, sentence.passage.id, step, "", "itself", spans)
        source = Source(sentence.written(first.start, first.end), "unnamed")
    governing = any(governs(sentence, cue) for cue in found if cue.step == step)
    return Certainty(sentence.document, sentence.passage.id, step, source.text, source.kind, spans, governing)


def _is_meant(sentence: Sentence, cue: Cue, attribution: Attribution) -> bool:
    """False for "in keeping with tradition": spinners put that for "according to", but then a name follows."""
    spun = sentence.tokens[cue.start].normal == "in" and sentence.tokens[cue.end - 2].normal == "keeping"
    return not spun or _source(sentence, cue, attribution).kind in ("named", "medium")


def _source(sentence: Sentence, cue: Cue, attribution: Attribution) -> Source:
    first = sentence.tokens[cue.start].normal
    if first in ("according", "citing", "in"):
        return attribution.after(sentence, cue.end)
    if cue.part == "verb":
        before = sentence.tokens[cue.start - 1] if cue.start else None
        if before is not None and (before.normal in _BEFORE_NOUNS or is_possessive(before.text)):
            return attribution.owner(sentence, cue.start)
        return attribution.subject(sentence, cue.start)
    if cue.part == "noun":
        return attribution.owner(sentence, cue.start)
    return NOBODY
