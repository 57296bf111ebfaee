"""The smallest thing that is compared."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

TokenKind = Literal["word", "number", "mark"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of a text.

    Attributes:
        span: where it stands, in code points of the text that was tokenised.
        text: as written.
        normal: the form that is compared: case folded, typographic variants and compatibility forms made one.
        kind: word, number (written with digits) or mark (punctuation, symbols).
    """

    span: Span
    text: str
    normal: str
    kind: TokenKind
