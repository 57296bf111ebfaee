"""Markdown: its marks are taken off, and what they say of the form of the text is kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from crossread.text.blocks import Block, BlockKind
from crossread.text.form import Form, Heading, ListItem, Style, Styled, Table
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
_STYLES: dict[str, Style] = {"em": "emphasis", "strong": "strong", "s": "strike", "link": "link"}
_BETWEEN_CELLS = " | "


@dataclass(slots=True)
class _Line:
    """A line in the making: its text, and from where to where it has which style."""

    text: str = ""
    styles: list[tuple[int, int, Style]] = field(default_factory=list)

    def add(self, other: "_Line") -> None:
        """Put another line behind this one."""
        by = len(self.text)
        self.text += other.text
        self.styles += [(start + by, end + by, style) for start, end, style in other.styles]

    def stripped(self) -> "_Line":
        """Without white space at its ends."""
        text = self.text.strip()
        by = len(self.text) - len(self.text.lstrip())
        cut = ((max(a - by, 0), min(b - by, len(text)), style) for a, b, style in self.styles)
        return _Line(text, [(start, end, style) for start, end, style in cut if start < end])


class _Page:
    """The text as it grows, its blocks and their form."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self._styles: list[Styled] = []
        self._headings: list[Heading] = []
        self._items: list[ListItem] = []
        self._tables: list[list[tuple[Span, ...]]] = []

    def add(self, line: _Line, kind: BlockKind) -> Span | None:
        """Add a block; where it stands, or None where the line is empty."""
        line = line.stripped()
        if not line.text:
            return None
        if self.blocks:
            tight = kind == "list item" and self.blocks[-1].kind == "list item"
            gap = "\n" if tight else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        start = self._length
        span = Span(start, start + len(line.text))
        self.blocks.append(Block(span, kind))
        self._styles += [Styled(Span(start + a, start + b), style) for a, b, style in line.styles]
        self._parts.append(line.text)
        self._length = span.end
        return span

    def add_heading(self, line: _Line, level: int) -> None:
        """Add a heading of this level, from 1."""
        if span := self.add(line, "heading"):
            self._headings.append(Heading(span, level))

    def add_item(self, line: _Line, level: int) -> None:
        """Add a paragraph of a list that lies in ``level`` lists, itself counted."""
        if span := self.add(line, "list item"):
            self._items.append(ListItem(span, level))

    def begin_table(self) -> None:
        """The rows that follow belong to another table."""
        self._tables.append([])

    def add_row(self, cells: Sequence[_Line]) -> None:
        """Add a row of a table: a line of the cells that hold something."""
        row, places = _Line(), []
        for cell in map(_Line.stripped, cells):
            if cell.text and row.text:
                row.text += _BETWEEN_CELLS
            places.append((len(row.text), len(row.text) + len(cell.text)))
            row.add(cell)
        if (span := self.add(row, "list item")) and self._tables:
            self._tables[-1].append(tuple(Span(span.start + a, span.start + b) for a, b in places))

    def text(self) -> str:
        """The whole text."""
        return "".join([*self._parts, "\n"]) if self._parts else ""

    def form(self) -> Form:
        """What the marks said of it."""
        return Form(
            styles=tuple(sorted(self._styles, key=lambda styled: styled.span)),
            headings=tuple(self._headings),
            tables=tuple(Table(tuple(rows)) for rows in self._tables if rows),
            items=tuple(self._items),
        )


def parse(source: str) -> tuple[str, tuple[Block, ...], Form]:
    """The text that Markdown stands for, its blocks and its form.

    Emphasis, link targets and the marks of headings are taken off and kept as form; a list item keeps a bullet
    or its number, a picture its description, a row of a table becomes a line. Fields before the text (front
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
    _Walk(page).over(
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).parse(source)
    )
    return page.text(), tuple(page.blocks), page.form()


def _add_fields(page: _Page, lines: str) -> None:
    for line in lines.splitlines():
        field = _FIELD.match(line)
        value = field["value"].strip().strip("\"'") if field else ""
        if field and field["key"].lower() == "title" and value:
            page.add_heading(_Line(value), 1)
        else:
            page.add(_Line(line), "boilerplate")


class _Walk:
    """Tokens of markdown-it, one after the other, onto a page."""

    def __init__(self, page: _Page) -> None:
        self._page = page
        self._lists: list[int | None] = []  # the number of the next item; None in a list with bullets
        self._marker = ""
        self._quotes = 0
        self._heading = 0
        self._cells: list[_Line] | None = None

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
                self._heading = int(token.tag[1:]) if kind == "heading_open" else 0
            elif kind == "table_open":
                self._page.begin_table()
            elif kind in ("tr_open", "tr_close"):
                self._row(opened=kind == "tr_open")
            else:
                self._leaf(token)

    def _leaf(self, token: "Token") -> None:
        if token.type == "inline":
            self._inline(token)
        elif token.type in ("fence", "code_block"):
            self._paragraph(_Line(token.content, [(0, len(token.content), "code")]))
        elif token.type == "html_block":
            for part in unescape(_TAG.sub("", _COMMENT.sub("", token.content))).split("\n\n"):
                self._paragraph(_Line(" ".join(part.split())))

    def _begin_item(self) -> None:
        number = self._lists[-1]
        self._marker = "• " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _row(self, *, opened: bool) -> None:
        if not opened:
            self._page.add_row(self._cells or [])
        self._cells = [] if opened else None

    def _inline(self, token: "Token") -> None:
        line = _plain(token.children or [])
        if self._cells is not None:
            self._cells.append(line)
        elif token.children and all(
            child.type == "image" or (child.type in ("softbreak", "text") and not child.content.strip())
            for child in token.children
        ):
            self._page.add(line, "caption")
        else:
            self._paragraph(line)

    def _paragraph(self, line: _Line) -> None:
        line = line.stripped()
        if self._marker and line.text:
            marked = _Line(self._marker)
            marked.add(line)
            line = marked
        self._marker = ""
        if self._heading:
            self._page.add_heading(line, self._heading)
        elif self._quotes:
            self._page.add(line, "quotation")
        elif self._lists:
            self._page.add_item(line, len(self._lists))
        else:
            self._page.add(line, "text")


def _plain(children: Iterable["Token"]) -> _Line:
    """What stands between the marks inside a line, and the styles that these gave it."""
    line = _Line()
    open_: list[tuple[Style, int]] = []
    for child in children:
        if child.type == "text":
            line.text += child.content
        elif child.type == "code_inline":
            line.add(_Line(child.content, [(0, len(child.content), "code")]))
        elif child.type in ("softbreak", "hardbreak"):
            line.text += " "
        elif child.type == "image":
            line.add(_plain(child.children or []))
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            line.text += " "
        elif child.type.endswith("_open") and (style := _STYLES.get(child.type.removesuffix("_open"))):
            open_.append((style, len(line.text)))
        elif child.type.endswith("_close") and open_ and child.type.removesuffix("_close") in _STYLES:
            style, start = open_.pop()
            line.styles.append((start, len(line.text), style))
    return line
