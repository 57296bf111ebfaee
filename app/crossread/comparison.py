"""What a comparison is: the only thing that exporters and windows receive."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from crossread.align.link import Link, Row
from crossread.claims.certainty import Certainty, Superlative
from crossread.claims.character import CharacterNote
from crossread.claims.name import Name
from crossread.claims.quotation import Quotation
from crossread.quantities.fact import Fact, Mention
from crossread.spin.verdict import Spin
from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.wording.edit import Edit

FindingKind = Literal[
    "numbers", "quotations", "names", "certainty", "characters", "wording", "spun", "missing", "moved"
]
"""In the order of stepping."""
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Anything a reader steps through.

    Attributes:
        number: from 1, in the order of stepping within the comparison.
        id: the same whenever the same texts are compared, in whatever order.
        kind: which of the findings panel's tabs it stands in.
        severity: high for what a fact-checker must not miss.
        title: a few words ("How long it lasted").
        detail: one plain sentence that says what differs.
        badge: the sign beside it: = ≈ ⊂ ≠ for numbers, otherwise empty.
        row: id of the row it belongs to, or empty.
        places: where it is seen, document by document.
        in_spun_text: it is about a figure, a name or a quotation that stands in spun text, which may have altered it.
    """

    number: int
    id: str
    kind: FindingKind
    severity: Severity
    title: str
    detail: str
    badge: str
    row: str
    places: tuple[Place, ...]
    in_spun_text: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents it is seen in, each once."""
        return tuple(dict.fromkeys(place.document for place in self.places))


@dataclass(frozen=True)
class Comparison:
    """Documents and everything that was found between them; frozen, and the same in whatever order they came.

    Attributes:
        documents: in the order given.
        links: between passages of two documents.
        rows: the passages on one topic.
        edits: differences in wording of linked passages.
        quantities: every quantity of every document, in the order of documents and text.
        facts: quantities that speak of the same thing, gravest first.
        spin: which documents are spun copies, and what was swapped in them.
        quotations: what the documents quote, in the order of first mention.
        names: whom and what they name, likewise.
        certainty: how firmly each passage claims what it says, in the order of documents and text.
        superlatives: what they call the largest, the first ..., likewise.
        characters: hidden and deceptive characters, likewise.
        findings: what a reader steps through.
        unfinished: what was not fully compared and why, each one plain sentence; empty as a rule.
    """

    documents: tuple[Document, ...]
    links: tuple[Link, ...] = ()
    rows: tuple[Row, ...] = ()
    edits: tuple[Edit, ...] = ()
    quantities: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    spin: Spin = field(default_factory=Spin)
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    superlatives: tuple[Superlative, ...] = ()
    characters: tuple[CharacterNote, ...] = ()
    findings: tuple[Finding, ...] = ()
    unfinished: tuple[str, ...] = ()

    @cached_property
    def document(self) -> dict[str, Document]:
        """The documents by their ids."""
        return {document.id: document for document in self.documents}

    @cached_property
    def passage(self) -> dict[str, tuple[Document, Passage]]:
        """Every passage with its document, by the passage's id."""
        return {
            passage.id: (document, passage) for document in self.documents for passage in document.passages
        }

    @cached_property
    def spun_stretches(self) -> dict[str, tuple[Span, ...]]:
        """What was found spun, by document: the whole of it, or paragraphs that strongly look so."""
        return spun_stretches(self.documents, self.spin)

    def is_spun(self, place: Place) -> bool:
        """Whether a place lies in spun text."""
        return any(stretch.contains(place.span) for stretch in self.spun_stretches.get(place.document, ()))

    @cached_property
    def row_of(self) -> dict[str, Row]:
        """The row in which a passage stands, by the passage's id."""
        return {passage: row for row in self.rows for _, passages in row.passages for passage in passages}


def spun_stretches(documents: Iterable[Document], spin: Spin) -> dict[str, tuple[Span, ...]]:
    """What of each document was found spun: the whole of it, or paragraphs of others that strongly look so."""
    length = {document.id: len(document.text) for document in documents}
    found: dict[str, tuple[Span, ...]] = {}
    for verdict in spin.verdicts:
        if verdict.band != "none":
            found[verdict.document] = (Span(0, length[verdict.document]),)
        elif strong := tuple(p.span for p in verdict.paragraphs if p.band == "strong"):
            found[verdict.document] = strong
    return found
