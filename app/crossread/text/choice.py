"""What a person says of a document itself: its details, and what of it is no part of the article."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from crossread.text.anchor import Anchor
from crossread.text.document import Document, Passage

DetailField = Literal["name", "title", "publisher", "date", "colour"]


@dataclass(frozen=True, slots=True)
class BoilerplateChoice:
    """Whether passages belong to the article.

    Attributes:
        anchor: the stretch that is meant, as a rule a paragraph; every passage that it touches is.
        article: True: part of the article. False: boilerplate, shown greyed and left out of the comparison.
    """

    anchor: Anchor
    article: bool


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A detail of a document set by hand.

    Attributes:
        digest: SHA-256 of the document's text, in hexadecimal.
        field: which detail.
        value: a date as ISO 8601 (``2026-06-25``), a colour as ``#rrggbb``; empty is what was read of the file.
    """

    digest: str
    field: DetailField
    value: str


def chosen(
    document: Document, details: Iterable[DocumentDetail] = (), boilerplate: Iterable[BoilerplateChoice] = ()
) -> Document:
    """The document as a person wants it read; its text stays as it is.

    Args:
        document: as read.
        details: of this and of other documents, the last word last. Colours are no part of a document.
        boilerplate: likewise.
    """
    changed: dict[DetailField, str] = {}
    for detail in details:
        if detail.digest == document.digest and detail.field != "colour":
            changed.pop(detail.field, None)
            if detail.value and (detail.field != "date" or is_date(detail.value)):
                changed[detail.field] = detail.value
    if "date" in changed:
        document = replace(document, provenance=replace(document.provenance, date_basis="person"))
    own = [choice for choice in boilerplate if choice.anchor.digest == document.digest]
    if own:
        document = replace(document, passages=tuple(_settled(passage, own) for passage in document.passages))
    if not changed:
        return document
    return replace(
        document,
        name=changed.get("name", document.name),
        title=changed.get("title", document.title),
        publisher=changed.get("publisher", document.publisher),
        date=changed.get("date", document.date),
    )


def is_date(value: str) -> bool:
    """Whether this is a day of the calendar in ISO 8601."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _settled(passage: Passage, choices: list[BoilerplateChoice]) -> Passage:
    own = "sentence" if passage.kind == "boilerplate" else passage.kind
    last = next((c for c in reversed(choices) if c.anchor.span.overlaps(passage.span)), None)
    if last is None or last.article == (passage.kind != "boilerplate"):
        return passage
    return replace(passage, kind=own if last.article else "boilerplate")
