"""One source as read."""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from crossread.text.form import Form
from crossread.text.form_index import FormIndex
from crossread.text.provenance import Provenance
from crossread.text.single_spaced import SingleSpaced
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import tokens

PassageKind = Literal["sentence", "heading", "quotation", "caption", "list item", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading, quotation, caption, list item or piece of boilerplate of a document.

    Attributes:
        id: the document's id and the passage's number in it, from 1: ``A1``.
        span: in code points of the document's text.
        kind: what it is; boilerplate is shown greyed and left out of the alignment.
        paragraph: number of the paragraph it stands in, from 0.
    """

    id: str
    span: Span
    kind: PassageKind
    paragraph: int


@dataclass(frozen=True)
class Document:
    """One source. Its text never changes after reading; passages tile it, white space between them apart.

    Attributes:
        id: a letter, ``A`` to ``Z``, then ``AA``...
        name: the file's name, or what the person called it.
        title: the headline, or the opening words where there is none.
        publisher: who published it, as far as the text says ("AI News"); empty if it does not.
        date: when it was written, ISO 8601 (``2026-06-25``), or None.
        language: ISO 639-1 code of the main language, or None where it is not known.
        digest: SHA-256 of the text in UTF-8, in hexadecimal: the same text has the same digest.
        text: as decoded, line ends made ``\\n``.
        passages: in the order of the text.
        form: what the file's format says of emphasis, headings, tables and pages.
        provenance: where the text came from; two documents of the same text are equal wherever they came from.
    """

    id: str
    name: str
    title: str
    publisher: str
    date: str | None
    language: str | None
    text: str
    passages: tuple[Passage, ...]
    form: Form = field(default_factory=Form)
    provenance: Provenance = field(default_factory=Provenance, compare=False)

    @property
    def source(self) -> str:
        """Path of the file it was read from, or empty."""
        return self.provenance.source

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words_digest(self) -> str:
        """SHA-256 of the article's words with single spaces: the same in whatever format the article came."""
        words = (" ".join(self.of(p).split()) for p in self.passages if p.kind != "boilerplate")
        return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def single_spaced(self) -> SingleSpaced:
        """The text on one line: what is told of its words whatever white space parts them."""
        return SingleSpaced(self.text)

    def __hash__(self) -> int:
        # The passages follow from the text; hashing them all would cost more than it tells apart.
        return hash((self.id, self.name, self.text))

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """The passages by their ids."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def formed(self) -> FormIndex:
        """The form by place."""
        return FormIndex(self.form, self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.span.start for passage in self.passages]

    def of(self, passage: Passage) -> str:
        """The characters of a passage of this document."""
        return passage.span.of(self.text)

    def tokens(self, passage: Passage) -> tuple[Token, ...]:
        """The tokens of a passage of this document, with spans in its text.

        They are read once and kept: every stage of a comparison asks for the same ones.
        """
        found = self._tokens.get(passage.span)
        if found is None:
            found = self._tokens[passage.span] = tokens(self.text, passage.span)
        return found

    @cached_property
    def _tokens(self) -> dict[Span, tuple[Token, ...]]:
        return {}

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the character at ``offset`` (code points); None in white space between."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.passages[index].span.end:
            return None
        return self.passages[index]

    def labelled(self, document_id: str) -> "Document":
        """The same document under another letter."""
        if document_id == self.id:
            return self
        passages = tuple(
            replace(passage, id=f"{document_id}{number}") for number, passage in enumerate(self.passages, 1)
        )
        return replace(self, id=document_id, passages=passages)


def letter(number: int) -> str:
    """The id of the document with this number, from 0: A to Z, then AA, AB ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
