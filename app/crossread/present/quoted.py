"""The quotations of a comparison as a grid: a row for each, a column for each document, and what differs in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.claims.quotation import Quotation, QuotationMention, QuotationVerdict
from crossread.comparison import Comparison
from crossread.text.span import Span

ORDER: tuple[QuotationVerdict, ...] = ("altered", "shortened", "punctuation", "exact", "one source")
"""The verdicts, the gravest first."""
VERDICT_WORDS: dict[QuotationVerdict, str] = {
    "altered": "in different words",
    "shortened": "shortened",
    "punctuation": "alike but for punctuation",
    "exact": "word for word",
    "one source": "one source only",
}
BADGES: dict[QuotationVerdict, str] = {
    "altered": "≠", "shortened": "⊂", "punctuation": "≈", "exact": "=", "one source": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """What one document quotes.

    Attributes:
        document: its id.
        span: what is quoted, in code points of its text.
        parts: the quoted stretches in it; several where "he said" parts them.
        words: the same on one line, without what parts them.
        speaker: who is quoted as far as the document says; empty otherwise.
        changed: the words that differ from another document's, in code points of the document's text.
        marked: the same in characters of ``words``.
        indirect: the document reports the words without quotation marks.
        in_spun_text: it stands in text found to be spun.
    """

    document: str
    span: Span
    parts: tuple[Span, ...]
    words: str
    speaker: str
    changed: tuple[Span, ...]
    marked: tuple[Span, ...]
    indirect: bool
    in_spun_text: bool


@dataclass(frozen=True, slots=True)
class QuotedCell:
    """What one document quotes of a quotation; nothing where it has none of it."""

    document: str
    entries: tuple[QuotedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """One quotation: who, how it fared, and each document's words.

    Attributes:
        id: the quotation's own.
        speaker: the first that any document names; empty where none does.
        verdict: among all documents.
        in_spun_text: a document quotes it inside text found to be spun.
        is_speech: more than a few quoted words ('theft').
        differences: the words in which two documents differ, for altered ones: ids and words of both.
        cells: one for each document, in the order asked for.
    """

    id: str
    speaker: str
    verdict: QuotationVerdict
    in_spun_text: bool
    is_speech: bool
    differences: tuple[tuple[str, str, str, str], ...]
    cells: tuple[QuotedCell, ...]

    @property
    def lines(self) -> tuple[QuotedLine, ...]:
        """What all documents quote, one after the other."""
        return tuple(line for cell in self.cells for line in cell.entries)

    @property
    def label(self) -> str:
        """Who is quoted."""
        return self.speaker or "speaker not named"

    @property
    def badge(self) -> str:
        """The sign of the verdict."""
        return BADGES[self.verdict]

    @property
    def sources(self) -> int:
        """How many of the documents have it."""
        return sum(bool(cell.entries) for cell in self.cells)

    @property
    def is_grave(self) -> bool:
        """Whether its words cannot be trusted."""
        return self.verdict == "altered" or self.in_spun_text

    @property
    def explanation(self) -> str:
        """What there is to say of it, in plain sentences."""
        told = []
        spun = list(dict.fromkeys(line.document for line in self.lines if line.in_spun_text))
        if self.verdict == "altered":
            told.append("In different words.")
        elif self.verdict in ("shortened", "punctuation"):
            told.append(f"{VERDICT_WORDS[self.verdict].capitalize()}.")
        if spun:
            only = "; no other source has it" if self.verdict == "one source" else ""
            told.append(f"{' and '.join(spun)} {'is' if len(spun) == 1 else 'are'} spun{only}.")
        if len({line.speaker for line in self.lines if line.speaker}) > 1:
            said = dict.fromkeys(f"{line.document} {line.speaker}" for line in self.lines if line.speaker)
            told.append(f"Said by: {', '.join(said)}.")
        return " ".join(told)


def quoted(comparison: Comparison, order: Sequence[str] | None = None) -> tuple[QuotedRow, ...]:
    """What documents quote, the quotations that cannot be trusted first; mere quoted words last.

    Args:
        comparison: what is shown.
        order: ids of the documents to show, from left to right; all by default.
    """
    shown = tuple(order) if order is not None else tuple(document.id for document in comparison.documents)
    rows = [_row(comparison, quotation, shown) for quotation in comparison.quotations]
    return tuple(sorted((row for row in rows if row.sources), key=_rank))


def _rank(row: QuotedRow) -> tuple[bool, bool, bool, int]:
    return (not row.is_grave, not row.is_speech, row.sources < 2, ORDER.index(row.verdict))


def _row(comparison: Comparison, quotation: Quotation, shown: Sequence[str]) -> QuotedRow:
    cells = tuple(
        QuotedCell(
            document,
            tuple(
                _entry(comparison, quotation, index, mention)
                for index, mention in enumerate(quotation.mentions)
                if mention.document == document
            ),
        )
        for document in shown
    )
    return QuotedRow(
        quotation.id, quotation.speaker or "", quotation.verdict, quotation.in_spun_text,
        any(mention.kind == "speech" for mention in quotation.mentions),
        tuple(_differences(comparison, quotation)), cells,
    )  # fmt: skip


def _entry(comparison: Comparison, quotation: Quotation, index: int, mention: QuotationMention) -> QuotedLine:
    text = comparison.document[mention.document].text
    changed = tuple(sorted(set(_changed(quotation, index))))
    words, marked = "", list[Span]()
    for part in mention.parts:
        before = f"{words} … " if words else ""
        marked += [
            _on_one_line(text, part, change, len(before)) for change in changed if part.contains(change)
        ]
        words = before + part.line_of(text)
    return QuotedLine(
        mention.document, mention.span, mention.parts, words, mention.speaker or "", changed, tuple(marked),
        mention.kind == "indirect", mention.in_spun_text,
    )  # fmt: skip


def _on_one_line(text: str, whole: Span, part: Span, shift: int) -> Span:
    """Where a part of a stretch stands once white space is evened out, ``shift`` characters further on."""
    before = text[whole.start : part.start]
    start = len(" ".join(before.split())) + (1 if before.strip() and before[-1:].isspace() else 0)
    return Span(shift + start, shift + start + len(part.line_of(text)))


def _changed(quotation: Quotation, index: int) -> Iterator[Span]:
    for edit in quotation.edits:
        if edit.a == index and edit.a_span:
            yield edit.a_span
        if edit.b == index and edit.b_span:
            yield edit.b_span


def _differences(comparison: Comparison, quotation: Quotation) -> Iterator[tuple[str, str, str, str]]:
    for edit in quotation.edits:
        a, b = (quotation.mentions[number].document for number in (edit.a, edit.b))
        words = (
            span.line_of(comparison.document[document].text)
            for document, span in ((a, edit.a_span), (b, edit.b_span))
        )
        yield (a, next(words), b, next(words))
