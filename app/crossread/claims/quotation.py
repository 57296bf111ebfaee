"""Quotations and what becomes of them from document to document."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

QuotationVerdict = Literal["exact", "punctuation", "shortened", "altered", "one source"]
QuotationKind = Literal["speech", "words", "indirect"]


@dataclass(frozen=True, slots=True)
class QuotationMention:
    """A quotation as one document gives it.

    Attributes:
        document: id of the document.
        span: from the first quoted character to the last, without quotation marks, in code points of its text.
        parts: the quoted stretches inside ``span``; several where "he said" or a new paragraph parts them.
        speaker: who is quoted, as far as the text names one; None otherwise.
        kind: speech, a few quoted words ('theft'), or indirect speech without quotation marks.
        in_spun_text: it stands in text found to be spun.
    """

    document: str
    span: Span
    parts: tuple[Span, ...]
    speaker: str | None
    kind: QuotationKind
    in_spun_text: bool = False


@dataclass(frozen=True, slots=True)
class QuotedEdit:
    """Words in which two mentions of a quotation differ.

    Attributes:
        a, b: indices into the quotation's mentions.
        a_span, b_span: the words on either side, in code points of each document's text; one may be empty.
    """

    a: int
    b: int
    a_span: Span
    b_span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is one quotation, in however many documents.

    Attributes:
        id: the same whenever the same texts are compared, in whatever order.
        mentions: in the order of documents and text; indirect speech of the same statement among them.
        verdict: the gravest difference between its mentions in quotation marks.
        edits: the words that differ, for altered quotations.
    """

    id: str
    mentions: tuple[QuotationMention, ...]
    verdict: QuotationVerdict
    edits: tuple[QuotedEdit, ...] = ()

    @property
    def in_spun_text(self) -> bool:
        """Whether a mention stands in text found to be spun, so that its words cannot be trusted."""
        return any(mention.in_spun_text for mention in self.mentions)

    @property
    def speaker(self) -> str | None:
        """The first speaker that any document names."""
        return next((mention.speaker for mention in self.mentions if mention.speaker), None)

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that have it, each once."""
        return tuple(dict.fromkeys(mention.document for mention in self.mentions))
