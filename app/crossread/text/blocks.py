"""Texts into blocks: paragraphs, headings, list items as they stand on lines of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Literal

from crossread.text.span import Span

BlockKind = Literal["text", "heading", "list item", "quotation", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text that a reader sees as one piece.

    Attributes:
        span: in code points of the text, without the white space around it.
        kind: what its form says; ``text`` where it says nothing.
    """

    span: Span
    kind: BlockKind = "text"


_LINE = re.compile(r"[^\n\f\v\x85\u2028\u2029]+")
_LIST_MARKER = re.compile(r"(?:[•‣◦▪●∙·*+–-]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\xa0]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]]*$")
_WIDEST_COLUMN = 140  # lines longer than this were not broken to fit a page


def plain_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text: each line one, but lines that were broken only to fit a page are joined."""
    lines = [Span(*_stripped(match.group(), match.start())) for match in _LINE.finditer(text)]
    lines = [line for line in lines if len(line)]
    width = _wrap_width(text, lines)
    blocks: list[Block] = []
    last: Span | None = None
    for line in lines:
        if last is not None and blocks[-1].kind != "heading" and _continues(text, last, line, width):
            blocks[-1] = Block(Span(blocks[-1].span.start, line.end), blocks[-1].kind)
        else:
            blocks.append(
                Block(line, "list item" if _LIST_MARKER.match(text, line.start, line.end) else "text")
            )
        last = line
    return tuple(_underlined(text, blocks))


def begins_item(text: str) -> bool:
    """Whether a text begins with a bullet or number as items of lists do."""
    return bool(_LIST_MARKER.match(text))


def ends_sentence(text: str) -> bool:
    """Whether the last character, closing quotation marks and brackets apart, ends a sentence or a clause."""
    return bool(_SENTENCE_END.search(text[-12:]))


def _stripped(line: str, start: int) -> tuple[int, int]:
    kept = line.strip()
    begin = start + len(line) - len(line.lstrip())
    return begin, begin + len(kept)


def _adjacent(text: str, first: Span, second: Span) -> bool:
    gap = text[first.end : second.start]
    return gap.count("\n") == 1 and not any(c in gap for c in "\f\v\x85\u2028\u2029")


def _wrap_width(text: str, lines: list[Span]) -> int:
    """The column at which the lines of the text were broken, or 0 where they were not.

    A line that was broken to fit has no room for the first word of the next. Where that holds for nearly
    all lines that follow each other without a blank line, the breaks mean nothing.
    """
    if len(lines) < 4:
        return 0
    width = max(map(len, lines))
    if width > _WIDEST_COLUMN or width < 30:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    full = sum(_is_full(text, a, b, width) for a, b in pairs)
    return width if len(pairs) >= 3 and full >= 0.6 * len(pairs) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    first_word = text[following.start : following.start + 40].split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width - 2


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    if not _adjacent(text, line, following) or _LIST_MARKER.match(text, following.start, following.end):
        return False
    if width and _is_full(text, line, following, width):
        return True
    return text[following.start].islower() and not ends_sentence(line.of(text)) and len(line) > 20


def _underlined(text: str, blocks: list[Block]) -> Iterator[Block]:
    """The blocks, a line over a rule of = signs made a heading; the rule itself is an ornament as any."""
    for block, following in zip_longest(blocks, blocks[1:]):
        rule = following.span.of(text) if following and len(following.span) >= 3 else ""
        if rule and not rule.strip("=") and block.kind == "text":
            yield Block(block.span, "heading")
        else:
            yield block
