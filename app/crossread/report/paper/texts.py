"""Stretches of documents as runs with the looks of their marks."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from crossread.comparison import Comparison
from crossread.present.marks import Mark, marks
from crossread.report.additions import Remark
from crossread.report.paper.model import Paragraph, Run
from crossread.report.passages import blocks, by_passage, passages_under
from crossread.text.document import Document, Passage
from crossread.text.shown import one_line
from crossread.text.span import Span

_SPACE = re.compile(r"\s+")
Showing = Callable[[Document, Passage], tuple[Run, ...]]
"""Gives a passage of a document with its marks and remarks."""


def flat(text: str) -> str:
    """The text on one line; white space at its ends stays, as one space."""
    return _SPACE.sub(" ", text)


def short(text: str, most: int = 160) -> str:
    """A title from outside as a label that cannot fill a page: cut at so many characters."""
    return one_line(text[: 4 * most], most)


def showing(comparison: Comparison, remarks: Sequence[Remark]) -> Showing:
    """What gives passages with their marks.

    Args:
        comparison: whose passages they are.
        remarks: notes; those on documents are shown where they hold on.
    """
    found = marks(comparison)
    marks_of = {d.id: by_passage(d, found.get(d.id, ())) for d in comparison.documents}
    held: dict[str, list[tuple[Span, int]]] = {}
    for remark in remarks:
        if remark.document and remark.span:
            for passage in passages_under(comparison.document[remark.document], remark.span):
                held.setdefault(passage.id, []).append((remark.span, remark.number))

    def show(document: Document, passage: Passage) -> tuple[Run, ...]:
        here = marks_of[document.id].get(passage.id, ())
        return marked(document.text, passage.span, here, held.get(passage.id, ()))

    return show


def marked(
    text: str, span: Span, over: Sequence[Mark], remarks: Iterable[tuple[Span, int]] = ()
) -> tuple[Run, ...]:
    """A stretch of a text as runs, each cut where a mark or a remark begins or ends.

    Args:
        text: the whole document.
        span: the stretch, in code points of ``text``.
        over: the marks that show in it.
        remarks: the places that remarks hold on to, with their numbers.
    """
    remarks = list(remarks)
    cuts = {span.start, span.end}
    for held in (*(mark.span for mark in over), *(place for place, _ in remarks)):
        cuts |= {at for at in (held.start, held.end) if span.start < at < span.end}
    ordered = sorted(cuts)
    runs: list[Run] = []
    for start, end in pairwise(ordered):
        here = [mark for mark in over if mark.span.start <= start and end <= mark.span.end]
        numbers = tuple(n for place, n in remarks if place.start <= start and end <= place.end)
        runs += [Run("↕", ("sign", "moved")) for m in here if m.kind == "moved" and m.span.start == start]
        runs.append(Run(flat(text[start:end]), tuple(mark.kind for mark in here), numbers))
        runs += [Run(mark.badge, ("sign", mark.kind)) for mark in here if mark.badge and mark.span.end == end]
    return tuple(runs)


def paragraphs(document: Document, ids: Sequence[str], show: Showing) -> list[Paragraph]:
    """The passages of a document that stand in one cell, each paragraph's as one."""
    made = []
    for block in blocks(document, ids):
        runs: list[Run] = []
        for passage in block:
            runs += [*([Run(" ")] if runs else []), *show(document, passage)]
        kind = block[0].kind
        made.append(Paragraph(tuple(runs), "document" if kind == "sentence" else kind))
    return made
