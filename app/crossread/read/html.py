"""Web pages: the article in them, and what stands around it told apart."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.errors import ReadError
from crossread.read.builder import TextBuilder
from crossread.read.decode import decoded, standard_name
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.repair import Repair

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from crossread.read.pieces import Piece, Pieces

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset\s*=\s*["']?\s*|\?xml\b[^>]{0,100}?encoding\s*=\s*["'])([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000}?)\s*-->")
_LARGE = 1_000_000  # characters
_LONGEST_ATTRIBUTE = 1_000
_MOST_ATTRIBUTES = 50
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a web page.

    Raises:
        ReadError: there is no text in it.
    """
    text, encoding, notes = page_text(source.data, source.options.encoding)
    return (extract_of_page(text, source, encoding=encoding, notes=notes),)


def page_text(data: bytes, encoding: str = "") -> tuple[str, str, tuple[str, ...]]:
    """The source of a page, its encoding and what did not go smoothly: as the page itself says, where that fits.

    Raises:
        ReadError: it is no text.
    """
    said = _CHARSET.search(data[:4_096])
    if not encoding and said and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        # Browsers take the older names for the code pages that extend them.
        name = standard_name(said[1].decode("ascii"))
        name = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(
            name, name
        )
        try:
            found = decoded(data, name)
        except ReadError:
            found = None
        if found and "\ufffd" not in found.text and not name.startswith(("utf-16", "utf-32")):
            return found.text, found.encoding, found.notes
    found = decoded(data, encoding)
    return found.text, found.encoding, found.notes


def tree_of(text: str, depth: int) -> "HtmlElement":
    """The page as a tree.

    Raises:
        ReadError: it holds no elements, or they lie too deep in each other.
    """
    from lxml import etree, html

    text = _DECLARATION.sub("", text)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, recover=True)
    try:
        tree = html.document_fromstring(
            text.encode("utf-8", "replace"), parser=parser, ensure_head_body=False
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        if len(text) > _LARGE:  # it recovers from any error but want of memory, which it does not call so
            raise MemoryError from error
        raise ReadError("holds no page that can be read; save it again and open that") from error
    if (deepest := _depth(tree, depth)) > depth:
        raise ReadError(
            f"has elements nested more than {deepest - 1:,} deep, which no page needs; it may be made to do harm, "
            "so copy its text in a browser and paste that"
        )
    _trim(tree)
    return tree


def _trim(tree: "HtmlElement") -> None:
    """Take out attributes longer than any that tells something: pictures inside the page, and what is there to harm."""
    for element in tree.iter("*"):
        attributes = element.attrib
        for name in list(attributes)[_MOST_ATTRIBUTES:]:
            del attributes[name]
        for name, value in list(attributes.items()):
            if len(value) > _LONGEST_ATTRIBUTE:
                del attributes[name]


def _depth(tree: "HtmlElement", most: int) -> int:
    from lxml.etree import iterwalk

    depth = deepest = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > deepest:
            deepest = depth
            if deepest > most:
                break
    return deepest


def extract_of_page(
    text: str,
    source: Source,
    *,
    encoding: str = "",
    notes: tuple[str, ...] = (),
    label: str = "Web page",
    piece: bool = False,
) -> Extract:
    """The article of a page, or all of it where that was asked for.

    Args:
        text: the source of the page.
        source: what it came from, for the options and limits.
        encoding: of the source.
        notes: what did not go smoothly so far.
        label: what it is read as.
        piece: whether it is only a piece of a page, which says nothing of the whole.

    Raises:
        ReadError: there is no text in it.
    """
    from crossread.read.article import PageFacts, choose, facts_of
    from crossread.read.pieces import classes_in, pieces_of

    tree = tree_of(text, source.limits.depth)
    found = pieces_of(tree, classes_in("\n".join(sheet.text or "" for sheet in tree.iter("style"))))
    facts = PageFacts() if piece else facts_of(tree, text)
    title = facts.title if source.options.whole_page else choose(found.pieces, tree, facts.title)
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    write(found.pieces, builder)
    if not builder.blocks and next(tree.iter("script"), None) is not None:
        raise ReadError(
            "shows its text by scripts, which are never run; save the page from a browser when it is shown there, or "
            "copy its text and paste that"
        )
    saved = _SAVED_FROM.search(text[:4_096])
    return Extract(
        label,
        builder.text(),
        tuple(builder.blocks),
        builder.form(),
        title=title,
        date=facts.date,
        author=facts.author,
        site=facts.site,
        address=saved[1] if saved else facts.address,
        encoding=encoding,
        left_out=(*notes, *_left_out(found, tree)),
        mojibake=repair.met,
    )


def _left_out(found: "Pieces", tree: "HtmlElement") -> Iterator[str]:
    if found.hidden:
        parts = "1 part was" if found.hidden == 1 else f"{found.hidden} parts were"
        yield f"{parts} left out that the page hides from a person who looks at it."
    if frames := len(tree.findall(".//iframe")) + len(tree.findall(".//frame")):
        yield "1 frame was left out." if frames == 1 else f"{frames} frames were left out."


def write(pieces: "list[Piece]", builder: TextBuilder) -> None:
    """Write the pieces of a page into a text."""
    table = 0
    for piece in pieces:
        if piece.table != table:
            builder.end_table()
            table = piece.table
        if piece.cells:
            builder.row(piece.cells, piece.kind)
        else:
            builder.add(piece.runs, piece.kind, piece.level, piece.lead)
    builder.end_table()
