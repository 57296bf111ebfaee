"""What is found out about spun text: the types that travel."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

Band = Literal["none", "some", "strong"]
Source = Literal["rule", "document", "original", "model"]
SwapLabel = Literal[
    "synonym", "inflection", "artefact", "function", "number", "name", "meaning", "quotation", "other"
]
SOME, STRONG = 0.5, 0.97


def band_of(score: float) -> Band:
    """The band in which a score lies."""
    return "strong" if score >= STRONG else "some" if score >= SOME else "none"


@dataclass(frozen=True, slots=True)
class ParagraphVerdict:
    """How sure we are that a paragraph is spun.

    Attributes:
        number: the paragraph's number in the document, from 0.
        span: from its first passage to its last.
        score: 0 to 1.
        band: what the score amounts to.
    """

    number: int
    span: Span
    score: float
    band: Band


@dataclass(frozen=True, slots=True)
class SpinVerdict:
    """How sure we are that a document is spun.

    Attributes:
        document: its id.
        score: 0 to 1.
        band: none, some or strong.
        paragraphs: in the order of the text.
        evidence: plain sentences, most telling first; says so where a document was not judged.
        original: id of the document it copies, or empty where that is not at hand.
    """

    document: str
    score: float
    band: Band
    paragraphs: tuple[ParagraphVerdict, ...]
    evidence: tuple[str, ...]
    original: str = ""


@dataclass(frozen=True, slots=True)
class SpunSpan:
    """A word or phrase that was put in another's place.

    Attributes:
        document: id.
        span: in code points of its text.
        text: as it stands.
        original: what it likely said, likeliest first; empty where nothing is known.
        source: how that is known: a rule, another document on the event, the original itself, or common usage.
        score: confidence, 0 to 1.
        in_quotation: it stands between quotation marks.
    """

    document: str
    span: Span
    text: str
    original: tuple[str, ...]
    source: Source
    score: float
    in_quotation: bool


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of a spun copy and those of its original in whose place they stand.

    Attributes:
        document, span: in the copy.
        other, other_span: in the original.
        label: what sort of replacement.
    """

    document: str
    span: Span
    other: str
    other_span: Span
    label: SwapLabel


@dataclass(frozen=True, slots=True)
class Spin:
    """Everything about spun text in a set of documents, each in the order of documents and text.

    Attributes:
        verdicts: one a document.
        spans: only in documents that were found spun.
        swaps: only where a spun document was found to copy another.
    """

    verdicts: tuple[SpinVerdict, ...] = ()
    spans: tuple[SpunSpan, ...] = ()
    swaps: tuple[Swap, ...] = ()
