"""What a document tells, read into tokens once, and what in it is quoted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.text.token import Token

_QUOTES = re.compile('[“”"]')


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What a document tells, read into tokens once.

    Attributes:
        document: any.
        passages: those that are not boilerplate, or a sample of them.
        sentences: the tokens of each.
    """

    document: Document
    passages: tuple[Passage, ...]
    sentences: tuple[tuple[Token, ...], ...]

    @property
    def is_sample(self) -> bool:
        """Whether some of what the document tells was left out."""
        return len(self.passages) < len(telling(self.document))

    @staticmethod
    def of(document: Document, passages: Sequence[Passage] | None = None) -> "Told":
        """All of a document, or these passages of it."""
        chosen = tuple(telling(document)) if passages is None else tuple(passages)
        return Told(document, chosen, tuple(map(document.tokens, chosen)))


def telling(document: Document) -> list[Passage]:
    """The passages that are not boilerplate."""
    return [passage for passage in document.passages if passage.kind != "boilerplate"]


def quoted(document: Document) -> tuple[Span, ...]:
    """The stretches between quotation marks, paragraph by paragraph."""
    found = []
    open_at = -1
    paragraph = -1
    for passage in document.passages:
        if passage.paragraph != paragraph:
            open_at, paragraph = -1, passage.paragraph
        for found_mark in _QUOTES.finditer(document.text, passage.span.start, passage.span.end):
            at, mark = found_mark.start(), found_mark.group()
            if mark == "“" or (mark == '"' and open_at < 0):
                open_at = at
            elif mark in '”"' and open_at >= 0:
                found.append(Span(open_at, at + 1))
                open_at = -1
    return tuple(found)
