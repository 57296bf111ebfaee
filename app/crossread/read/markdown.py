"""Markdown: its marks are taken off, and what they say of headings, lists and quotations is kept."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from crossread.read.builder import PLAIN, Run, TextBuilder
from crossread.read.decode import decoded
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.limits import Limits
from crossread.read.repair import repaired
from crossread.text.blocks import BlockKind
from crossread.text.form import Style

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<lines>(?:[\w-]+[ \t]*:.*\n|[ \t]+.*\n|- .*\n)*)---[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>.*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_DEEPEST = 100  # levels of lists and quotations; the parser drops what lies deeper, without a word


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a Markdown file.

    Raises:
        ReadError: it is no text.
    """
    found = decoded(source.data, source.options.encoding)
    text, mojibake = repaired(found.text, wanted=source.options.repair_encoding)
    extract = extract_of_markdown(text, source.limits)
    return (
        replace(
            extract, encoding=found.encoding, left_out=(*found.notes, *extract.left_out), mojibake=mojibake
        ),
    )


def extract_of_markdown(source: str, limits: Limits) -> Extract:
    """The text that Markdown stands for, and its blocks.

    Emphasis, link targets and the marks of headings are taken off and kept as the form of the text; a list item
    keeps a bullet or its number, a picture its description, a row of a table becomes a line. Fields before the text
    (front matter) are kept as furniture, the title among them as a heading.

    Args:
        source: Markdown with ``\\n`` as line ends.
        limits: what is longer than they allow is taken as plain text.
    """
    if len(source) > limits.markdown:
        note = (
            f"The marks of Markdown were left in, for the file has more than {limits.markdown:,} characters."
        )
        return Extract("Plain text", source, left_out=(note,))
    # Late, for it takes 44 ms to import. An own parser would be smaller and wrong in more places: nested
    # lists, links over lines, emphasis inside words; markdown-it-py reads 10 MB a second and passes the
    # CommonMark tests.
    from markdown_it import MarkdownIt

    builder = TextBuilder(limits.text)
    front = _FRONT_MATTER.match(source)
    if front:
        _add_fields(builder, front["lines"])
    marked = source[front.end() :] if front else source
    _Walk(builder).over(
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).parse(marked)
    )
    if not builder.blocks:  # nothing is left of some oddities, such as thousands of quotation marks in a row
        return Extract("Plain text", source)
    return Extract("Markdown", builder.text(), tuple(builder.blocks), builder.form())


def _add_fields(builder: TextBuilder, lines: str) -> None:
    for line in lines.splitlines():
        field = _FIELD.match(line)
        value = field["value"].strip().strip("\"'") if field else ""
        if field and field["key"].lower() == "title" and value:
            builder.add(value, "heading", 1)
        else:
            builder.add(line, "boilerplate")


class _Walk:
    """Tokens of markdown-it, one after the other, into a text."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._lists: list[int | None] = []  # the number of the next item; None in a list with bullets
        self._marker = ""
        self._quotes = 0
        self._heading = 0
        self._cells: list[list[Run]] | None = None

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
            elif kind in ("tr_open", "tr_close"):
                self._row(opened=kind == "tr_open")
            elif kind == "table_close":
                self._builder.end_table()
            else:
                self._leaf(token)

    def _leaf(self, token: "Token") -> None:
        if token.type == "inline":
            self._inline(token)
        elif token.type in ("fence", "code_block"):
            self._paragraph([(token.content, frozenset[Style]({"code"}))])
        elif token.type == "html_block":
            for part in unescape(_TAG.sub("", _COMMENT.sub("", token.content))).split("\n\n"):
                self._paragraph([(part, PLAIN)])

    def _begin_item(self) -> None:
        number = self._lists[-1]
        self._marker = "• " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _row(self, *, opened: bool) -> None:
        if not opened:
            self._builder.row(self._cells or [])
        self._cells = [] if opened else None

    def _inline(self, token: "Token") -> None:
        runs = _runs(token.children or [])
        if self._cells is not None:
            self._cells.append(runs)
        elif token.children and all(
            child.type == "image" or (child.type in ("softbreak", "text") and not child.content.strip())
            for child in token.children
        ):
            self._builder.add(runs, "caption")
        else:
            self._paragraph(runs)

    def _paragraph(self, runs: list[Run]) -> None:
        kind: BlockKind = "text"
        level = 0
        if self._heading:
            kind, level = "heading", self._heading
        elif self._quotes:
            kind = "quotation"
        elif self._lists:
            kind, level = "list item", len(self._lists)
        self._builder.add(runs, kind, level, self._marker)
        self._marker = ""


_STYLES: dict[str, Style] = {"strong": "strong", "em": "emphasis", "s": "strike", "link": "link"}


def _runs(children: Iterable["Token"]) -> list[Run]:
    runs: list[Run] = []
    styles: list[Style] = []
    for child in children:
        name = child.type.removesuffix("_open").removesuffix("_close")
        if name in _STYLES:
            if child.nesting > 0:
                styles.append(_STYLES[name])
            else:
                styles.pop()
        elif child.type == "text":
            runs.append((child.content, frozenset(styles)))
        elif child.type == "code_inline":
            runs.append((child.content, frozenset((*styles, "code"))))
        elif child.type in ("softbreak", "hardbreak"):
            runs.append((" ", PLAIN))
        elif child.type == "image":
            runs.extend(_runs(child.children or []))
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            runs.append((" ", PLAIN))
    return runs
