"""What is marked in the text, the same in the window and in every report."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from crossread.claims.certainty import Certainty
from crossread.comparison import Comparison, Finding, FindingKind
from crossread.quantities.fact import BADGES, GRAVITY, Fact, Verdict
from crossread.text.shown import percent
from crossread.text.span import Span

MarkKind = Literal["number", "contradiction", "wording", "hedge", "spun", "moved", "character"]
MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
_SOURCES = {
    "rule": "by a rule",
    "document": "as the other documents say",
    "original": "as the original says",
    "model": "by common usage",
}
_MARK_OF_FINDING: dict[str, MarkKind] = {"wording": "wording", "moved": "moved"}
_STEPS = {
    "denied": "Denied",
    "doubted": "Doubted",
    "alleged": "Told as alleged",
    "reported": "Told as the word of others",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a document.

    Attributes:
        span: in code points of the document's text.
        kind: decides colour and shape.
        badge: a raised sign after the last character: = ≈ ⊂ ≠, ! for hidden characters, or empty.
        note: one plain sentence for a tool tip.
        finding: id of the finding it belongs to, or empty.
    """

    span: Span
    kind: MarkKind
    badge: str = ""
    note: str = ""
    finding: str = ""


def marks(comparison: Comparison) -> dict[str, tuple[Mark, ...]]:
    """The marks of every document by its id, in the order of the text; only ``moved`` lies around others."""
    found: dict[str, list[Mark]] = {document.id: [] for document in comparison.documents}
    taken: dict[str, set[int]] = defaultdict(set)
    for document, mark in (
        *_number_marks(comparison),
        *_spun_marks(comparison),
        *_finding_marks(comparison),
        *_character_marks(comparison),
        *_hedge_marks(comparison),
    ):
        covered = range(mark.span.start, mark.span.end)
        if mark.kind != "moved":
            if any(offset in taken[document] for offset in covered):
                continue
            taken[document].update(covered)
        found[document].append(mark)
    return {
        document: tuple(sorted(list_, key=lambda mark: (mark.span.start, -mark.span.end)))
        for document, list_ in found.items()
    }


def _number_marks(comparison: Comparison) -> Iterator[tuple[str, Mark]]:
    findings = {
        (place.document, place.span): finding
        for finding in comparison.findings
        if finding.kind == "numbers"
        for place in finding.places
    }
    for fact in comparison.facts:
        for index, mention in enumerate(fact.mentions):
            verdict, note = standing(comparison, fact, index)
            finding: Finding | None = findings.get((mention.document, mention.quantity.span))
            yield (
                mention.document,
                Mark(
                    mention.quantity.span,
                    "contradiction" if verdict == "contradiction" else "number",
                    BADGES[verdict] if verdict else "",
                    note,
                    finding.id if finding else "",
                ),
            )


def standing(comparison: Comparison, fact: Fact, index: int) -> tuple[Verdict | None, str]:
    """How one mention stands among the others, and the sentence that says so.

    Of mentions that contradict each other the odd one out is marked: the one that contradicts at least as
    many documents as agree with it, its own among them.
    """
    own = fact.mentions[index].document
    by_document: dict[str, Verdict] = {}
    reason: dict[Verdict, str] = {}
    for pair in fact.pairs:
        if index not in (pair.a, pair.b):
            continue
        other = fact.mentions[pair.b if pair.a == index else pair.a]
        if other.document == own:
            continue
        gravest = by_document.get(other.document)
        if gravest is None or GRAVITY[pair.verdict] > GRAVITY[gravest]:
            by_document[other.document] = pair.verdict
        words = other.quantity.span.line_of(comparison.document[other.document].text)
        reason.setdefault(pair.verdict, f"{other.document} says “{words}”: {pair.why}")
    if not by_document:
        return None, ""
    contradicting = sum(verdict == "contradiction" for verdict in by_document.values())
    agreeing = len(by_document) - contradicting + 1
    if contradicting >= agreeing:
        return "contradiction", reason["contradiction"]
    milder = [verdict for verdict in by_document.values() if verdict != "contradiction"]
    verdict = max(milder, key=GRAVITY.__getitem__)
    return verdict, reason.get("contradiction", reason[verdict])


def odd_spans(comparison: Comparison, fact: Fact, document: str) -> frozenset[Span]:
    """Where a document states a fact as the odd one out, see ``standing``."""
    return frozenset(
        mention.quantity.span
        for index, mention in enumerate(fact.mentions)
        if mention.document == document and standing(comparison, fact, index)[0] == "contradiction"
    )


def _spun_marks(comparison: Comparison) -> Iterator[tuple[str, Mark]]:
    findings = {
        (place.document, place.span): finding.id
        for finding in reversed(comparison.findings)
        if finding.kind == "spun" and finding.severity != "high"
        for place in finding.places
    }
    for span in comparison.spin.spans:
        likely = " or ".join(f"“{words}”" for words in span.original[:3])
        note = (
            f"Likely {likely} ({_SOURCES[span.source]}, {percent(min(span.score, 0.99))} sure)."
            if likely
            else "Does not fit here."
        )
        yield span.document, Mark(span.span, "spun", "", note, findings.get((span.document, span.span), ""))


def _finding_marks(comparison: Comparison) -> Iterator[tuple[str, Mark]]:
    for finding in comparison.findings:
        kind = _MARK_OF_FINDING.get(finding.kind)
        if kind:
            for place in finding.places:
                yield place.document, Mark(place.span, kind, "", finding.detail, finding.id)


def _character_marks(comparison: Comparison) -> Iterator[tuple[str, Mark]]:
    """The words that hold hidden or deceptive characters, since many of these cannot be seen themselves."""
    findings = _finding_at(comparison, "characters")
    last = ("", 0)
    for note in comparison.characters:
        if not note.tampering or (note.document == last[0] and note.span.start < last[1]):
            continue
        word = _word_around(comparison.document[note.document].text, note.span)
        last = (note.document, word.end)
        said = f"{note.codepoint} {note.name.capitalize()}: it {note.why}."
        yield note.document, Mark(word, "character", "!", said, findings.get((note.document, note.span), ""))


def _finding_at(comparison: Comparison, kind: FindingKind) -> dict[tuple[str, Span], str]:
    """Ids of the findings of one kind, by each place of theirs."""
    return {
        (place.document, place.span): finding.id
        for finding in comparison.findings
        if finding.kind == kind
        for place in finding.places
    }


def _word_around(text: str, span: Span, most: int = 40) -> Span:
    """A stretch with what stands beside it up to the next space, at most so many characters to either side."""
    start, end = span.start, span.end
    while start > max(0, span.start - most) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), span.end + most) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _hedge_marks(comparison: Comparison) -> Iterator[tuple[str, Mark]]:
    """The words that tell that something is reported, alleged, doubted or denied rather than asserted."""
    findings = _finding_at(comparison, "certainty")
    for certainty in comparison.certainty:
        if certainty.step == "asserted":
            continue
        for cue in certainty.cues:
            finding = findings.get((certainty.document, cue), "")
            yield certainty.document, Mark(cue, "hedge", "", _attributed(certainty), finding)


def _attributed(certainty: Certainty) -> str:
    """How firmly a passage claims what it says, and on whose word."""
    by = {"itself": "", "unnamed": f" (“{certainty.source}”)" if certainty.source else ""}
    named = by.get(certainty.source_kind, f" by {certainty.source}" if certainty.source else "")
    if certainty.step == "reported" and certainty.source_kind in ("named", "medium") and certainty.source:
        return f"Told as the word of {certainty.source}."
    return f"{_STEPS[certainty.step]}{named}."
