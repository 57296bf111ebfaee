"""What was compared, on paper: the documents, and where each comes from."""

from collections.abc import Iterator

from crossread.comparison import Comparison
from crossread.report.paper.model import (
    Block,
    Cell,
    Heading,
    Look,
    Paragraph,
    Run,
    Section,
    cell,
    plain,
    table,
)
from crossread.report.paper.texts import short
from crossread.report.provenance import provenance
from crossread.report.words import counted, day, words_of
from crossread.text.document import Document
from crossread.text.shown import one_line


def documents(comparison: Comparison, base: str, progress: str) -> Section:
    """The documents by their letters, how far the review has come, and what was not fully compared."""
    lines: list[list[Cell | str]] = []
    for document in comparison.documents:
        known = [
            one_line(document.publisher),
            day(document.date) or "no date",
            "base" * (document.id == base),
        ]
        lines.append([
            cell(Run(document.id, ("letter",))),
            cell(Paragraph((Run(short(document.title)),), "document")),
            " · ".join(part for part in known if part),
            counted(words_of(document), "word"),
            one_line(document.name),
        ])  # fmt: skip
    heads = ("", "title", "published", "length", "file")
    blocks: list[Block] = [table(heads, lines, (0.05, 0.42, 0.21, 0.1, 0.22))]
    if progress:
        blocks.append(plain(Run(progress, ("strong",))))
    if comparison.unfinished:
        blocks.append(Heading("Not fully compared"))
        blocks += [Paragraph((Run(one_line(reason)),), "list item") for reason in comparison.unfinished]
    return Section("documents", "Documents", tuple(blocks))


def sources(comparison: Comparison) -> Section:
    """Where each document comes from, what reading made of it, and its digests."""
    lines: list[list[Cell | str]] = [
        [
            cell(Run(document.id, ("letter",))),
            cell(
                *(
                    plain(Run(f"{what}: ", ("quiet",)), Run(told, looks))
                    for what, told, looks in _known(document)
                )
            ),
        ]
        for document in comparison.documents
    ]
    return Section("sources", "Sources", (table(("", "origin and digests"), lines, (0.05, 0.95)),))


def _known(document: Document) -> Iterator[tuple[str, str, tuple[Look, ...]]]:
    for what, told in provenance(document):
        yield what, told, ("code",) if "SHA" in what else ()
