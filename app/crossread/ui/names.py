"""Names and titles from anywhere, made safe to show on one line among our own words."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from crossread.text.document import Document, letter
from crossread.text.provenance import Provenance

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def one_line(text: str, limit: int = 0) -> str:
    """``text`` on one line, without control and direction characters, cut with … at ``limit`` characters.

    A text with right-to-left letters is isolated, so that it cannot turn the words around it.
    """
    visible = "".join(_shown(character) for character in text)
    line = " ".join(visible.split())
    if limit and len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in line):
        line = f"{_ISOLATE}{line}{_END_ISOLATE}"
    return line


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cf" and character != "\u200d" else character


def window_title(documents: Sequence[Document]) -> str:
    """What is open, for the title of the window."""
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
    count = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
    return f"{count}: {', '.join(names)} – Crossread"


def of_document(document: Document) -> str:
    """Who or what a document is, in a few words: its publisher, else its date, else its name."""
    return one_line(document.publisher or document.date or document.name, 40)


def masked(document: Document) -> Document:
    """The same document without anything that tells who wrote it: A becomes Document 1."""
    number = next(number for number in count() if letter(number) == document.id)
    name = f"Document {number + 1}"
    return replace(document, name=name, title="", publisher=name, provenance=Provenance())
