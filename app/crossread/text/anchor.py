"""A place in a text that holds whatever letter its document goes by, and is found again in a new version."""

from dataclasses import dataclass

from crossread.text.span import Span

CONTEXT = 40
"""Code points before and after that are kept with quoted words."""
QUOTED_MOST = 8_000
"""Code points of quoted words that are kept; of longer stretches the beginning."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of a text by the text itself.

    Attributes:
        digest: SHA-256 of the document's text, in hexadecimal.
        span: in code points.
    """

    digest: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of a text with its words, as the Web Annotation Data Model's TextQuoteSelector has them.

    Attributes:
        anchor: where it stood when it was quoted.
        exact: its words, of a long stretch the first ``QUOTED_MOST`` code points.
        before, after: up to ``CONTEXT`` code points around it.
    """

    anchor: Anchor
    exact: str
    before: str = ""
    after: str = ""


def quote(text: str, digest: str, span: Span) -> Quoted:
    """Quote a stretch of a text.

    Args:
        text: the whole text.
        digest: SHA-256 of it, in hexadecimal.
        span: what is quoted, within the text.
    """
    return Quoted(
        Anchor(digest, span),
        text[span.start : min(span.end, span.start + QUOTED_MOST)],
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )
