"""Which words of a spun document are marked, each with what it likely said."""

import math
from collections.abc import Callable, Iterator, Sequence

from crossread.spin.evidence import Signs, Suspect
from crossread.spin.places import Places
from crossread.spin.rereading import FOND
from crossread.spin.spinbook import cased_like
from crossread.spin.told import quoted
from crossread.spin.verdict import Source, SpunSpan, Swap
from crossread.text.document import Document
from crossread.text.span import Span

_FIRM = -0.75  # log odds from which a word is marked in a document that was found spun
_RULE_CONFIDENCE = {"strong": 0.98, "likely": 0.9, "weak": 0.7}
_SHOWN = 5


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
    marks: Places[SpunSpan] = Places((), lambda mark: mark.span)
    quotations = Places(quoted(document), lambda quotation: quotation)
    for span, originals, origin, score in _claims(found, swaps, source):
        inside = any(quotation.contains(span) for quotation in quotations.at(span))
        text = span.of(document.text)
        told = tuple(original for original in map(_apostrophes(text), originals) if original != text)[:_SHOWN]
        marks.add(SpunSpan(document.id, span, text, told, origin, round(score, 4), inside), span)
    return tuple(marks.all())


def _apostrophes(text: str) -> Callable[[str], str]:
    """Writes the apostrophes of an original as the spun words do."""
    return (lambda original: original.replace("'", "’")) if "’" in text else str


Claim = tuple[Span, Sequence[str], Source, float]


def _claims(found: Signs, swaps: Sequence[Swap], source: Document | None) -> Iterator[Claim]:
    """What may be marked, what is known best first: the original, the spinbook, common usage."""
    if source:
        for swap in swaps:
            if swap.label != "function":
                yield swap.span, [swap.other_span.of(source.text)], "original", 0.99
    fond = found.rate >= FOND
    for hit in found.hits:
        if hit.rule.strength != "weak" or (fond and not source):
            yield hit.span, hit.originals, "rule", _RULE_CONFIDENCE[hit.rule.strength]
    if not source:
        for suspect in found.suspects:
            if suspect.log_odds >= _FIRM and suspect.candidates:
                words = [cased_like(candidate.word, suspect.token.text) for candidate in suspect.candidates]
                yield (
                    suspect.token.span,
                    words,
                    "document" if suspect.elsewhere else "model",
                    _confidence(suspect),
                )


def _confidence(suspect: Suspect) -> float:
    # A mark stands only in a document found spun: there a swap is some ten times as likely as in the training texts.
    return 1 / (1 + math.exp(-(suspect.log_odds + 2.0)))
