"""Documents in, everything about spun text out."""

from collections.abc import Sequence

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.spin.copies import originals, swaps
from crossread.spin.evidence import Signs, signs, vocabulary
from crossread.spin.marks import spans
from crossread.spin.spinbook import Hit
from crossread.spin.usage import usage
from crossread.spin.verdict import ParagraphVerdict, Spin, SpinVerdict, SpunSpan, Swap, band_of
from crossread.spin.words import sentences
from crossread.text.document import Document
from crossread.text.span import Span

_KNOWN = 0.5  # share of words in the table of usage below which a text is not English, whatever was guessed
_NEARBY = 0.2  # how much less caution a paragraph of a spun document needs
_FIRM_RULES = 3  # broken expressions that accuse a paragraph of a document that is not spun
_FEWEST = 25  # words below which nothing is said


def judge(documents: Sequence[Document], cancelled: IsCancelled = never_cancelled) -> Spin:
    """Find out which documents were run through a synonym spinner, and which words were swapped.

    Every document is judged by its own words, by the spinbook's rules and by what the other documents on the event
    call the same things. The result depends neither on the order of the documents nor on their ids.

    Args:
        documents: on one event; any of them may be spun, its original may be among them.
        cancelled: asked between sentences.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    words = {document.id: vocabulary(document) for document in documents}
    seen: dict[str, Signs] = {}
    for document in documents:
        check(cancelled)
        if not _refusal(document):
            others = sorted(
                (words[other.id] for other in documents if other.digest != document.digest), key=sorted
            )
            seen[document.id] = signs(document, others, cancelled)
    scores = {name: found.score for name, found in seen.items()}
    check(cancelled)
    copied = originals(documents, scores)
    verdicts: list[SpinVerdict] = []
    marked: list[SpunSpan] = []
    swapped: list[Swap] = []
    for document in documents:
        check(cancelled)
        own = seen.get(document.id)
        if own is None:
            verdicts.append(SpinVerdict(document.id, 0.0, "none", (), (_refusal(document),)))
            continue
        source = copied.get(document.id)
        found: tuple[Swap, ...] = swaps(document, source, own.hits) if source else ()
        verdicts.append(_verdict(document, own, source))
        if band_of(own.score) != "none":
            marked += spans(document, own, found, source)
            swapped += found
    return Spin(tuple(verdicts), tuple(marked), tuple(swapped))


def _refusal(document: Document) -> str:
    """Why a document is not judged, or nothing."""
    if document.language not in (None, "en"):
        return "Not judged: spun text is only recognised in English."
    found = [token.normal for sentence in sentences(document) for token in sentence if token.kind == "word"]
    known = sum(word in usage().number for word in found)
    if found and known < _KNOWN * len(found):
        return "Not judged: spun text is only recognised in English."
    if len(found) < _FEWEST:
        return "Not judged: the text is too short to tell."
    return ""


def _verdict(document: Document, found: Signs, source: Document | None) -> SpinVerdict:
    score = round(found.score, 6)
    paragraphs = tuple(_paragraphs(document, found))
    evidence = tuple(_sentences(document, found, source)) if band_of(score) != "none" else ()
    return SpinVerdict(document.id, score, band_of(score), paragraphs, evidence, source.id if source else "")


def _paragraphs(document: Document, found: Signs) -> list[ParagraphVerdict]:
    reach: dict[int, Span] = {}
    for passage in document.passages:
        if passage.kind != "boilerplate":
            known = reach.get(passage.paragraph, passage.span)
            reach[passage.paragraph] = Span(known.start, max(known.end, passage.span.end))
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
            f"“{_first(hit.originals)}” as “{hit.span.of(document.text)}”" for hit in _varied(rules)
        )
        noun = "expression is" if len(rules) == 1 else "expressions are"
        told.append(f"{len(rules)} common {noun} broken the way spinners do, such as {shown}.")
    here = [s for s in found.suspects if s.elsewhere and s.weight > 0]
    if here:
        shown = ", ".join(sorted({f"“{s.token.text}” for “{s.candidates[0].word}”" for s in here})[:3])
        told.append(
            f"{len(here)} words stand here alone where the other documents use a neighbour, such as {shown}."
        )
    odd = sorted((s for s in found.suspects if s.weight > 0 and not s.elsewhere), key=lambda s: -s.log_odds)
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


def _varied(hits: Sequence[Hit]) -> list[Hit]:
    kept: dict[int, Hit] = {}
    for hit in hits:
        kept.setdefault(hit.rule.line, hit)
    return sorted(kept.values(), key=lambda hit: (-len(hit.span), hit.span))[:3]
