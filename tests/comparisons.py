"""Small comparisons made by hand, for tests of what is done with one."""

from collections.abc import Sequence

from crossread.align.link import Link, Row
from crossread.text.document import Document, Passage, PassageKind, letter
from crossread.text.span import Span

PREFIXES: dict[str, PassageKind] = {"# ": "heading", "~ ": "boilerplate"}


def document(number: int, lines: Sequence[str]) -> Document:
    """A document of one passage a line; "# " before it makes a heading, "~ " boilerplate."""
    name = letter(number)
    text = ""
    passages = []
    for index, line in enumerate(lines):
        kind = PREFIXES.get(line[:2], "sentence")
        words = line[2:] if line[:2] in PREFIXES else line
        passages.append(Passage(f"{name}{index + 1}", Span(len(text), len(text) + len(words)), kind, index))
        text += words + "\n"
    return Document(name, f"{name}.txt", lines[0] if lines else "", "", None, "en", text, tuple(passages))


def documents(*texts: Sequence[str]) -> tuple[Document, ...]:
    """Documents A, B, ... of the lines given."""
    return tuple(document(number, lines) for number, lines in enumerate(texts))


def row(row_id: str, *passages: str) -> Row:
    """A row of passages such as A1, B2, B3."""
    by_document: dict[str, list[str]] = {}
    for passage in passages:
        by_document.setdefault(passage.rstrip("0123456789"), []).append(passage)
    return Row(row_id, tuple((name, tuple(found)) for name, found in sorted(by_document.items())))


def link(a: str, b: str) -> Link:
    """A link between two passages such as A1 and B2."""
    return Link(a, b, 1.0, ())
