"""What is marked in the text, the same in the window and in every report."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

MarkKind = Literal["number", "contradiction", "wording", "hedge", "spun", "moved"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a document.

    Attributes:
        span: in code points of the document's text.
        kind: decides colour and shape.
        badge: a raised sign after the last character: = ≈ ⊂ ≠, or empty.
        note: one plain sentence for a tool tip.
        finding: id of the finding it belongs to, or empty.
    """

    span: Span
    kind: MarkKind
    badge: str = ""
    note: str = ""
    finding: str = ""
