"""Which passages of different documents say the same thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different documents that say the same thing.

    Attributes:
        a, b: ids of the passages.
        score: 0 to 1.
        why: what they share, in plain words, most telling first.
        moved: they stand in another order than the links around them.
    """

    a: str
    b: str
    score: float
    why: tuple[str, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The passages of all documents on one topic.

    Attributes:
        id: the same whenever the same texts are compared, in whatever order.
        passages: for each document that speaks, its id and the ids of its passages in the order of its text;
            silent documents are left out.
    """

    id: str
    passages: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that speak."""
        return tuple(document for document, _ in self.passages)

    def of(self, document_id: str) -> tuple[str, ...]:
        """Ids of this document's passages in the row; empty where it is silent."""
        return next((passages for document, passages in self.passages if document == document_id), ())
