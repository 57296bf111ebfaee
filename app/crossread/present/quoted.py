"""The quotations of a comparison as lines to read, with the words in which they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.claims.quotation import Quotation, QuotationVerdict
from crossread.comparison import Comparison
from crossread.text.span import Span

_ORDER: tuple[QuotationVerdict, ...] = ("altered", "shortened", "punctuation", "exact", "one source")
VERDICT_WORDS: dict[QuotationVerdict, str] = {
    "altered": "in different words",
    "shortened": "shortened",
    "punctuation": "alike but for punctuation",
    "exact": "word for word",
    "one source": "one source only",
}


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """What one document quotes.

    Attributes:
        document: its id.
        span: what is quoted, in code points of its text.
        speaker: who is quoted as far as the document says; empty otherwise.
        changed: the words that differ from another document's.
        indirect: the document reports the words without quotation marks.
    """

    document: str
    span: Span
    speaker: str
    changed: tuple[Span, ...]
    indirect: bool


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """One quotation: who, how it fared, and each document's words."""

    id: str
    speaker: str
    verdict: QuotationVerdict
    in_spun_text: bool
    lines: tuple[QuotedLine, ...]

    @property
    def is_grave(self) -> bool:
        """Whether its words cannot be trusted."""
        return self.verdict == "altered" or self.in_spun_text


def quoted(comparison: Comparison, order: Sequence[str] | None = None) -> tuple[QuotedRow, ...]:
    """What documents quote, the quotations that cannot be trusted first; mere quoted words last.

    Args:
        comparison: what is shown.
        order: ids of the documents to show; all by default.
    """
    shown = set(order) if order is not None else {document.id for document in comparison.documents}
    rows = [(_weight(quotation), _row(quotation, shown)) for quotation in comparison.quotations]
    kept = [entry for entry in rows if entry[1].lines]
    kept.sort(key=lambda entry: entry[0])
    return tuple(row for _, row in kept)


def _weight(quotation: Quotation) -> tuple[int, bool, int]:
    speech = any(mention.kind == "speech" for mention in quotation.mentions)
    grave = quotation.verdict == "altered" or quotation.in_spun_text
    return (0 if grave else 1, not speech, _ORDER.index(quotation.verdict))


def _row(quotation: Quotation, shown: set[str]) -> QuotedRow:
    lines = tuple(
        QuotedLine(
            mention.document,
            mention.span,
            mention.speaker or "",
            tuple(sorted(set(_changed(quotation, index)))),
            mention.kind == "indirect",
        )
        for index, mention in enumerate(quotation.mentions)
        if mention.document in shown
    )
    return QuotedRow(quotation.id, quotation.speaker or "", quotation.verdict, quotation.in_spun_text, lines)


def _changed(quotation: Quotation, index: int) -> Iterator[Span]:
    for edit in quotation.edits:
        if edit.a == index and edit.a_span:
            yield edit.a_span
        if edit.b == index and edit.b_span:
            yield edit.b_span
