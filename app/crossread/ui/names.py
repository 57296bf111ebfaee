"""Names and titles from anywhere, made safe to show on one line among our own words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from crossread.present.masking import masked_text
from crossread.text.document import Document, letter
from crossread.text.provenance import Provenance
from crossread.text.shown import one_line


def window_title(documents: Sequence[Document], session: str = "") -> str:
    """What is open, for the title of the window; ``session`` is the name of the session file, without its suffix."""
    many = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
    if session:
        return f"{session}: {many} – Crossread"
    if not documents:
        return "Crossread"
    names: list[str] = []
    length = 0
    for document in documents:
        name = one_line(document.name, 40)
        length += len(name) + 2
        if names and length > 90:
            names.append("…")
            break
        names.append(name)
    return f"{many}: {', '.join(names)} – Crossread"


def of_document(document: Document) -> str:
    """Who or what a document is, in a few words: its publisher, else its date, else its name."""
    return one_line(document.publisher or document.date or document.name, 40)


def masked(document: Document, sources: Sequence[str] = ()) -> Document:
    """The same document without anything that tells who wrote it: A becomes Document 1.

    Args:
        document: any.
        sources: names of publishers, authors and files that are covered inside the text, which keeps its places.
    """
    number = next(number for number in count() if letter(number) == document.id)
    name = f"Document {number + 1}"
    made = replace(
        document,
        name=name,
        title="",
        publisher=name,
        provenance=Provenance(),
        text=masked_text(document.text, sources),
    )
    # It is still the same source: what a person said of it is found by its digest.
    made.__dict__["digest"] = document.digest
    return made
