"""Passages as tokens, seen through hidden characters."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from crossread.claims.tampering import see_through
from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import tokens


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage that is no boilerplate, with its tokens; their spans count in the document's own text."""

    document: str
    passage: Passage
    tokens: tuple[Token, ...]

    def written(self, start: int, end: int) -> str:
        """The texts of tokens ``start`` to ``end``, parted by spaces."""
        return " ".join(token.text for token in self.tokens[start:end])


@lru_cache(maxsize=32)
def sentences(document: Document) -> tuple[Sentence, ...]:
    """The passages of a document that speak, boilerplate left out.

    Look-alike letters are read as what they pass for and invisible ones not at all, so that a tampered name is
    found like any other.
    """
    seen = see_through(document.text)
    tampered = seen.text != document.text
    found = []
    for passage in document.passages:
        if passage.kind == "boilerplate":
            continue
        read = None
        if tampered:
            span = Span(
                bisect_left(seen.origin, passage.span.start), bisect_left(seen.origin, passage.span.end)
            )
            if span.of(seen.text) != document.of(passage):
                read = tuple(
                    replace(token, span=seen.original(token.span)) for token in tokens(seen.text, span)
                )
        found.append(Sentence(document.id, passage, document.tokens(passage) if read is None else read))
    return tuple(found)
