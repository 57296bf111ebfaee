"""The documents that are open: their columns, their letters, and what they are called at present. No Qt."""

from collections.abc import Iterable

from crossread.choices import Choices
from crossread.present.masking import source_names
from crossread.text.document import Document, letter
from crossread.text.shown import one_line
from crossread.ui import names


class OpenDocuments:
    """Documents by their letters, in the order of their columns.

    Attributes:
        masked: whether sources go by numbers, so that nobody can tell who wrote what.
        hidden: ids of those that have no column at present.
        base_wanted: id of the one whose order the page is to follow, or empty.
    """

    def __init__(self) -> None:
        self.masked = False
        self.hidden: set[str] = set()
        self.base_wanted = ""
        self._documents: dict[str, Document] = {}
        self._choices = Choices()
        self._set_right: dict[str, tuple[Document, Document]] = {}
        self._masked: dict[str, tuple[Document, tuple[str, ...], Document]] = {}

    def __contains__(self, document_id: str) -> bool:
        return document_id in self._documents

    def __len__(self) -> int:
        return len(self._documents)

    @property
    def as_read(self) -> tuple[Document, ...]:
        """As they were read, whatever a person said of them since."""
        return tuple(self._documents.values())

    @property
    def all(self) -> tuple[Document, ...]:
        """As a person set them right, and as they are called at present; hidden ones too."""
        documents = tuple(map(self._applied, self._documents.values()))
        if not self.masked:
            return documents
        sources = source_names(documents)
        return tuple(self._covered(document, sources) for document in documents)

    @property
    def shown(self) -> tuple[Document, ...]:
        """Those that have a column."""
        return tuple(document for document in self.all if document.id not in self.hidden)

    @property
    def base(self) -> str:
        """Id of the document whose order the page follows; empty without documents."""
        order = [name for name in self._documents if name not in self.hidden]
        return self.base_wanted if self.base_wanted in order else order[0] if order else ""

    def get(self, document_id: str) -> Document | None:
        """The document of this letter, as it was read."""
        return self._documents.get(document_id)

    def with_digest(self, digest: str) -> Document | None:
        """The document with this text, as it is called at present."""
        return next((document for document in self.all if document.digest == digest), None)

    def set_choices(self, choices: Choices) -> None:
        """Let this hold of what a person said of the documents."""
        self._choices = choices
        self._set_right.clear()

    def clear(self) -> None:
        """Close all."""
        self._documents.clear()
        self.hidden.clear()
        self.base_wanted = ""

    def add(self, document: Document) -> None:
        """Open one more, under the first letter that is free."""
        number = 0
        while letter(number) in self._documents:
            number += 1
        self._documents[letter(number)] = document.labelled(letter(number))

    def put(self, documents: Iterable[Document]) -> bool:
        """Let exactly these be open, under the letters they have; those that stay keep their columns.

        Returns:
            whether nothing but closing was needed.
        """
        before, there = self._documents, {document.id: document for document in documents}
        stay = [name for name in before if name in there]
        self._documents = {name: there[name] for name in (*stay, *(n for n in there if n not in stay))}
        self.hidden &= set(there)
        return all(name in before and before[name].digest == there[name].digest for name in there)

    def move(self, document_id: str, place: int) -> bool:
        """Give a document the column at this place, from 0; whether that changes anything."""
        order = [name for name in self._documents if name != document_id]
        order.insert(max(0, min(place, len(order))), document_id)
        if order == list(self._documents):
            return False
        self._documents = {name: self._documents[name] for name in order}
        return True

    def _applied(self, document: Document) -> Document:
        """The document as a person set it right."""
        known = self._set_right.get(document.id)
        if known is None or known[0] is not document:
            known = self._set_right[document.id] = (document, self._choices.applied([document])[0])
        return known[1]

    def _covered(self, document: Document, sources: tuple[str, ...]) -> Document:
        """The document without what tells its source or one of the others."""
        known = self._masked.get(document.id)
        if known is None or known[0] is not document or known[1] != sources:
            known = self._masked[document.id] = (document, sources, names.masked(document, sources))
        return known[2]


def said_of_twin(document: Document, twin: Document) -> str:
    """Why a document is not opened: one with the same text is."""
    name = one_line(document.name, 60)
    if document.source == twin.source and document.source:
        return f"“{name}” is already open as {twin.id}; it was not opened a second time."
    return (
        f"“{name}” holds the same text as “{one_line(twin.name, 60)}” ({twin.id}) and was left out; "
        f"choose another {'file' if document.source else 'text'} to compare with."
    )
