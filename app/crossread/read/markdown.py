"""Markdown: its marks are taken off, and what they say of headings, lists and quotations is kept."""

import re
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING

from crossread.text.blocks import Block, BlockKind
from crossread.text.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<lines>(?:[\w-]+[ \t]*:.*\n|[ \t]+.*\n|- .*\n)*)---[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>.*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_DEEPEST = 100  # levels of lists and quotations; the parser drops what lies deeper, without a word


class _Page:
    """The text as it grows, and its blocks."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    def add(self, text: str, kind: BlockKind) -> None:
        text = text.strip()
        if not text:
            return
        if self.blocks:
            tight = kind == "list item" and self.blocks[-1].kind == "list item"
            gap = "\n" if tight else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        self.blocks.append(Block(Span(self._length, self._length + len(text)), kind))
        self._parts.append(text)
        self._length += len(text)

    def text(self) -> str:
        return "".join([*self._parts, "\n"]) if self._parts else ""


def parse(source: str) -> tuple[str, tuple[Block, ...]]:
    """The text that Markdown stands for, and its blocks.

    Emphasis, link targets and the marks of headings are taken off; a list item keeps a bullet or its
    number, a picture its description, a row of a table becomes a line. Fields before the text (front
    matter) are kept as furniture, the title among them as a heading.

    Args:
        source: Markdown with ``\\n`` as line ends.
    """
    # Late, for it takes 44 ms to import. An own parser would be smaller and wrong in more places: nested
    # lists, links over lines, emphasis inside words; markdown-it-py reads 10 MB a second and passes the
    # CommonMark tests.
    from markdown_it import MarkdownIt

    page = _Page()
    front = _FRONT_MATTER.match(source)
    if front:
        _add_fields(page, front["lines"])
        source = source[front.end() :]
    _Walk(page).over(MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(source))
    return page.text(), tuple(page.blocks)


def _add_fields(page: _Page, lines: str) -> None:
    for line in lines.splitlines():
        field = _FIELD.match(line)
        value = field["value"].strip().strip("\"'") if field else ""
        if field and field["key"].lower() == "title" and value:
            page.add(value, "heading")
        else:
            page.add(line, "boilerplate")


class _Walk:
    """Tokens of markdown-it, one after the other, onto a page."""

    def __init__(self, page: _Page) -> None:
        self._page = page
        self._lists: list[int | None] = []  # the number of the next item; None in a list with bullets
        self._marker = ""
        self._quotes = 0
        self._heading = False
        self._cells: list[str] | None = None

    def over(self, stream: Iterable["Token"]) -> None:
        for token in stream:
            kind = token.type
            if kind in ("bullet_list_open", "ordered_list_open"):
                self._lists.append(int(token.attrGet("start") or 1) if kind == "ordered_list_open" else None)
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self._lists.pop()
            elif kind == "list_item_open":
                self._begin_item()
            elif kind in ("blockquote_open", "blockquote_close"):
                self._quotes += 1 if kind == "blockquote_open" else -1
            elif kind in ("heading_open", "heading_close"):
                self._heading = kind == "heading_open"
            elif kind in ("tr_open", "tr_close"):
                self._row(opened=kind == "tr_open")
            else:
                self._leaf(token)

    def _leaf(self, token: "Token") -> None:
        if token.type == "inline":
            self._inline(token)
        elif token.type in ("fence", "code_block"):
            self._paragraph(token.content)
        elif token.type == "html_block":
            for part in unescape(_TAG.sub("", _COMMENT.sub("", token.content))).split("\n\n"):
                self._paragraph(" ".join(part.split()))

    def _begin_item(self) -> None:
        number = self._lists[-1]
        self._marker = "• " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _row(self, *, opened: bool) -> None:
        if not opened:
            self._page.add(" | ".join(filter(None, self._cells or [])), "list item")
        self._cells = [] if opened else None

    def _inline(self, token: "Token") -> None:
        text = _plain(token.children or [])
        if self._cells is not None:
            self._cells.append(text.strip())
        elif token.children and all(
            child.type == "image" or (child.type in ("softbreak", "text") and not child.content.strip())
            for child in token.children
        ):
            self._page.add(text, "caption")
        else:
            self._paragraph(text)

    def _paragraph(self, text: str) -> None:
        kind: BlockKind = "text"
        if self._heading:
            kind = "heading"
        elif self._quotes:
            kind = "quotation"
        elif self._lists:
            kind = "list item"
        self._page.add(self._marker + text.strip() if text.strip() else "", kind)
        self._marker = ""


def _plain(children: Iterable["Token"]) -> str:
    parts = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(_plain(child.children or []))
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            parts.append(" ")
    return "".join(parts)
