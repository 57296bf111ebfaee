"""The text of a cell as blocks: stretches of a document that are set as one paragraph each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.text.document import Document, Passage, PassageKind
from crossread.text.span import Span

# A longer paragraph is set in parts, so that a single line of 10 MB is laid out only where one looks.
LONGEST_BLOCK = 6_000

_SPACES = re.compile(r"\s{2,}")
_MARKER = re.compile(r"(?:[-*+•‣◦·–—]|\d{1,3}[.)]|[A-Za-z][.)])\s+\u200b*")
_UNPRINTABLE = dict.fromkeys([*range(32), *range(127, 160), 0x2028, 0x2029], " ")
_HASHES = re.compile(r"#{1,6}\s+\u200b*")
_BULLETS = "-*+"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that is set as one paragraph.

    Attributes:
        span: in code points of the document's text.
        kind: kind of its passages.
        apart: it begins a new paragraph, so that a little space belongs before it.
    """

    span: Span
    kind: PassageKind = "sentence"
    apart: bool = False

    def shown(self, text: str) -> tuple[str, int]:
        """What is shown of the document's text: as many code points as the span is long.

        Returns:
            the characters, and how many of them stand before the hanging edge of a list item.
        """
        shown = self.span.of(text).translate(_UNPRINTABLE)
        # Surplus white space takes no room, but every character keeps its place.
        shown = _SPACES.sub(lambda run: " " + "\u200b" * (len(run.group()) - 1), shown)
        if self.kind == "list item" and (marker := _MARKER.match(shown)):
            return ("•" + shown[1:] if shown[0] in _BULLETS else shown), marker.end()
        if self.kind == "heading" and (marker := _HASHES.match(shown)):
            return "\u200b" * marker.end() + shown[marker.end() :], 0
        return shown, 0


def blocks(document: Document, passage_ids: Sequence[str]) -> tuple[Block, ...]:
    """The blocks that show these passages, in the order given.

    Args:
        document: the document they belong to.
        passage_ids: ids of the passages; sentences of one paragraph that follow each other share a block.
    """
    found: list[Block] = []
    paragraph = -1
    for group in _groups(document, passage_ids):
        apart = bool(found) and group[0].paragraph != paragraph
        paragraph = group[-1].paragraph
        for span in _parts(document.text, Span(group[0].span.start, group[-1].span.end)):
            found.append(Block(span, group[0].kind, apart))
            apart = False
    return tuple(found)


def _groups(document: Document, passage_ids: Sequence[str]) -> Iterator[list[Passage]]:
    """Runs of passages that are set as one paragraph."""
    run: list[Passage] = []
    for passage_id in passage_ids:
        passage = document.by_id[passage_id]
        if run and _continues(document.text, run[-1], passage):
            run.append(passage)
            continue
        if run:
            yield run
        run = [passage]
    if run:
        yield run


def _continues(text: str, before: Passage, passage: Passage) -> bool:
    return (
        passage.paragraph == before.paragraph
        and passage.kind == before.kind
        and passage.kind not in ("heading", "list item")
        and before.span.end <= passage.span.start
        and not text[before.span.end : passage.span.start].strip()
    )


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The span cut behind white space where it is too long to be set at once."""
    start = span.start
    while span.end - start > LONGEST_BLOCK:
        cut = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK) + 1
        cut = cut or start + LONGEST_BLOCK
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)
