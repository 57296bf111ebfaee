"""Passages with their marks as HTML: marks that overlap are nested or split, never lost."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from crossread.report.markup import Html, element, escape
from crossread.text.document import Document, Passage
from crossread.text.shown import one_line
from crossread.text.span import Span


class Shown(Protocol):
    """What is marked in a text: a ``Mark`` of the comparison, or one that a person made."""

    @property
    def span(self) -> Span:
        """In code points of the document's text."""

    @property
    def kind(self) -> str:
        """The class by which it looks."""

    @property
    def badge(self) -> str:
        """A raised sign behind it, or empty."""

    @property
    def note(self) -> str:
        """A tool tip."""

    @property
    def finding(self) -> str:
        """What its address is looked up by."""


Anchor = Callable[[str], str]
"""Turns a finding's id into the address of its place in the list of findings; empty where it has none."""

M = TypeVar("M", bound=Shown)


def by_passage(document: Document, marks: Iterable[M]) -> dict[str, list[M]]:
    """The marks of a document by the passages in which they show, outer marks before the inner ones."""
    found: dict[str, list[M]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind)):
        for passage in passages_under(document, mark.span):
            found.setdefault(passage.id, []).append(mark)
    return found


def passages_under(document: Document, span: Span) -> Iterator[Passage]:
    """The passages of a document in which a stretch of it stands, in the order of the text."""
    at = bisect_right(document.passages, span.start, key=lambda passage: passage.span.start)
    for passage in document.passages[max(0, at - 1) :] if len(span) else ():
        if passage.span.start >= span.end:
            break
        if passage.span.overlaps(span):
            yield passage


def marked(text: str, span: Span, marks: Sequence[Shown], anchor: Anchor) -> Html:
    """A stretch of a document with its marks.

    Args:
        text: the whole document.
        span: the stretch, in code points of ``text``.
        marks: those that show in it, by start, outer marks before the inner ones.
        anchor: where the finding of a mark is listed.
    """
    return _stretch(text, span, marks, anchor)


def _stretch(text: str, span: Span, marks: Sequence[Shown], anchor: Anchor) -> Html:
    written: list[str] = []
    waiting = list(reversed(marks))
    at = span.start
    while waiting:
        mark = waiting.pop()
        piece = Span(max(at, mark.span.start), max(at, min(span.end, mark.span.end)))
        if not len(piece):
            continue
        within: list[Shown] = []
        while waiting and waiting[-1].span.start < piece.end:
            within.append(waiting.pop())
        # What runs on beyond this mark is met again after it, where it goes on as a piece of its own.
        waiting.extend(other for other in reversed(within) if other.span.end > piece.end)
        written.append(escape(text[at : piece.start]))
        inner = _stretch(text, piece, within, anchor)
        written.append(_piece(mark, piece, inner, anchor(mark.finding)))
        at = piece.end
    written.append(escape(text[at : span.end]))
    return Html("".join(written))


def _piece(mark: Shown, piece: Span, inner: Html, address: str) -> Html:
    classes = ["m", mark.kind]
    if piece.start > mark.span.start:
        classes.append("on")  # goes on from before: no left edge
    ends = piece.end == mark.span.end
    if not ends:
        classes.append("off")  # goes on behind: no right edge, no badge yet
    if "<a " in inner:  # a link cannot hold another: the inner one says more
        address = ""
    badge = element("sup", mark.badge) if mark.badge and ends else ""
    return element(
        "a" if address else "span",
        inner,
        badge,
        class_=" ".join(classes),
        href=f"#{address}" if address else None,
        title=one_line(mark.note) or None,
    )


def passages(
    document: Document, ids: Sequence[str], marks: Mapping[str, Sequence[Shown]], anchor: Anchor
) -> Html:
    """The passages of one document that stand in one cell, each paragraph's as one block.

    Args:
        document: whose passages they are.
        ids: of the passages, in the order of the text.
        marks: as ``by_passage`` gives them.
        anchor: where the finding of a mark is listed.
    """
    return Html("".join(_block(document, block, marks, anchor) for block in blocks(document, ids)))


def blocks(document: Document, ids: Sequence[str]) -> list[list[Passage]]:
    """Passages of a document by the paragraphs that they make up."""
    found: list[list[Passage]] = []
    for passage in (document.by_id[passage_id] for passage_id in ids):
        if found and _runs_on(document, found[-1][-1], passage):
            found[-1].append(passage)
        else:
            found.append([passage])
    return found


def _runs_on(document: Document, before: Passage, passage: Passage) -> bool:
    between = document.text[before.span.end : passage.span.start]
    return not between.strip() and passage.paragraph == before.paragraph and passage.kind == before.kind


def _block(
    document: Document, block: Sequence[Passage], marks: Mapping[str, Sequence[Shown]], anchor: Anchor
) -> Html:
    written = []
    for passage in block:
        shown = marked(document.text, passage.span, marks.get(passage.id, ()), anchor)
        written.append(element("span", shown, id=f"p{passage.id}"))
    kind = block[0].kind.replace(" ", "-")
    return element("p", Html(" ".join(written)), class_=None if kind == "sentence" else kind, dir="auto")
