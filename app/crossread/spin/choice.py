"""What a person says of spun text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crossread.spin.verdict import SOME, SpinVerdict, band_of
from crossread.text.document import Document


@dataclass(frozen=True, slots=True)
class SpinChoice:
    """One statement on a document; the last one on a document holds.

    Attributes:
        kind: "not spun": it is nobody's garbled copy. "original": it is a copy of ``original``.
            "as found": whatever the program finds.
        digest: SHA-256 of the document's text, in hexadecimal.
        original: that of the document it copies, for kind "original".
    """

    kind: Literal["not spun", "original", "as found"]
    digest: str
    original: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of documents that are at hand.

    Attributes:
        not_spun: ids of those that are no copies.
        original: by the id of a copy its original.
    """

    not_spun: frozenset[str]
    original: Mapping[str, Document]

    @staticmethod
    def of(choices: Sequence[SpinChoice], documents: Sequence[Document]) -> "Said":
        """The last word on each document; an original that is not at hand, or the copy itself, is passed over."""
        at_hand = {document.digest: document for document in documents}
        last = {choice.digest: choice for choice in choices if choice.digest in at_hand}
        return Said(
            frozenset(at_hand[digest].id for digest, choice in last.items() if choice.kind == "not spun"),
            {
                at_hand[digest].id: at_hand[choice.original]
                for digest, choice in last.items()
                if choice.kind == "original" and choice.original in at_hand and choice.original != digest
            },
        )

    def score(self, document_id: str, found: float) -> float:
        """How sure we are that a document is spun when a person has spoken: a named copy is one at least somewhat."""
        if document_id in self.not_spun:
            return 0.0
        return max(found, SOME) if document_id in self.original else found

    def verdict(self, found: SpinVerdict) -> SpinVerdict:
        """The verdict on a document as the person has it."""
        if found.document in self.not_spun:
            return SpinVerdict(found.document, 0.0, "none", (), ("A person said that it is not spun.",))
        source = self.original.get(found.document)
        if source is None:
            return found
        score = self.score(found.document, found.score)
        named = f"A person named document {source.id} as its original."
        return replace(
            found, score=score, band=band_of(score), evidence=(named, *found.evidence), original=source.id
        )
