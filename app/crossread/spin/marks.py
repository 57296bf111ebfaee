"""Which words of a spun document are marked, each with what it likely said."""

import math
from collections.abc import Sequence

from crossread.spin.evidence import Signs, Suspect
from crossread.spin.spinbook import Hit, cased_like
from crossread.spin.verdict import Source, SpunSpan, Swap
from crossread.spin.words import quoted
from crossread.text.document import Document
from crossread.text.span import Span

_FIRM = -1.0  # log odds from which a word is marked in a document that was found spun
_RULE_CONFIDENCE = {"strong": 0.98, "likely": 0.9, "weak": 0.7}
_FOND = 1.5  # rules in a hundred words from which weak ones are marked too
_SHOWN = 5
_TOLD = frozenset(("synonym", "inflection", "artefact", "meaning", "number", "name", "quotation", "other"))


def spans(
    document: Document, found: Signs, swaps: Sequence[Swap], source: Document | None
) -> tuple[SpunSpan, ...]:
    """The marks of a document that was found spun, in the order of its text.

    Args:
        document: the spun one.
        found: what speaks for it.
        swaps: the replacements, where the original is at hand.
        source: the original, where it is at hand.
    """
    taken: list[Span] = []
    marks: list[SpunSpan] = []
    quotations = quoted(document)

    def add(span: Span, originals: Sequence[str], origin: Source, score: float) -> None:
        if any(span.overlaps(other) for other in taken):
            return
        taken.append(span)
        inside = any(quotation.contains(span) for quotation in quotations)
        text = span.of(document.text)
        marks.append(
            SpunSpan(document.id, span, text, tuple(originals)[:_SHOWN], origin, round(score, 4), inside)
        )

    if source:
        for swap in swaps:
            if swap.label in _TOLD:
                add(swap.span, [swap.other_span.of(source.text)], "original", 0.99)
    fond = found.rate >= _FOND
    for hit in found.hits:
        if hit.rule.strength != "weak" or fond:
            add(hit.span, _of_rule(hit, document), "rule", _RULE_CONFIDENCE[hit.rule.strength])
    if not source:
        for suspect in found.suspects:
            if suspect.log_odds >= _FIRM:
                origin: Source = "document" if suspect.elsewhere else "model"
                add(suspect.token.span, _of_usage(suspect), origin, _confidence(suspect))
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _of_rule(hit: Hit, document: Document) -> list[str]:
    return [original for original in hit.originals if original != hit.span.of(document.text)]


def _of_usage(suspect: Suspect) -> list[str]:
    return [cased_like(candidate.word, suspect.token.text) for candidate in suspect.candidates]


def _confidence(suspect: Suspect) -> float:
    # A mark stands only in a document found spun: there a swap is some ten times as likely as in the training texts.
    return 1 / (1 + math.exp(-(suspect.log_odds + 2.0)))
