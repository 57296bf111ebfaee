"""Characters a reader cannot see or cannot tell apart."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from crossread.text.span import Span

CharacterKind = Literal[
    "zero width", "soft hyphen", "direction", "variation", "tag", "space", "control", "filler", "look-alike", "marks",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CharacterNote:
    """A hidden or deceptive character of a document.

    Attributes:
        document: id of the document.
        span: in code points of the document's text; one character, or a run of stacked marks.
        codepoint: as Unicode writes it, ``U+200B``; several parted by spaces.
        name: Unicode's name of it ("ZERO WIDTH SPACE").
        kind: what sort of thing it is.
        tampering: False for uses that typesetting, emoji or another language explain.
        why: one plain sentence on what it does there.
        clean: what stands in its place in cleaned text; None where it is left as it is.
    """

    document: str
    span: Span
    codepoint: str
    name: str
    kind: CharacterKind
    tampering: bool
    why: str
    clean: str | None


@dataclass(frozen=True)
class SeenThrough:
    """A text without its hidden and deceptive characters, and where each character came from.

    Attributes:
        text: what a reader sees.
        origin: for each character of ``text`` its offset in the original, and the original's length at the end.
    """

    text: str
    origin: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Where a stretch of the cleaned text stands in the original; hidden characters inside it are covered."""
        if not span:
            return Span(self.origin[span.start], self.origin[span.start])
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)

    @cached_property
    def changed(self) -> bool:
        """Whether any character was taken out or moved."""
        return any(after - before != 1 for before, after in pairwise(self.origin))
