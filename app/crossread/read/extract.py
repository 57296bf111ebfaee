"""What a reader gets out of a file, and how that travels from the process that read it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, get_args

from crossread.text.blocks import Block, BlockKind
from crossread.text.form import Cue, Form, Heading, ListItem, Page, Place, Style, Styled, Table
from crossread.text.provenance import Mojibake
from crossread.text.span import Span


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file, or of one part of it, with what its format says of it.

    Attributes:
        reader: what it was read as, in words for a person ("Web page").
        text: line ends made ``\\n``.
        blocks: the pieces of the text in its order, covering all but its white space; None where the format has
            none and they are to be found in the text itself.
        form: emphasis, headings, tables, pages.
        part: which part of the file it is, where that holds several, or empty.
        title: as the file's own data say, or empty.
        date: when it was written, ISO 8601, where the format says so in a place made for it, or None.
        file_date: when the file was made, which says little of when the text was written, or None.
        author: or empty.
        site: who published it, or empty.
        address: where it was saved from, or empty.
        encoding: of the text in the file as its standard name, or empty where the format settles it.
        left_out: what reading left out or repaired, each one plain sentence.
        mojibake: whether the text looks once decoded wrongly.
    """

    reader: str
    text: str
    blocks: tuple[Block, ...] | None = None
    form: Form = field(default_factory=Form)
    part: str = ""
    title: str = ""
    date: str | None = None
    file_date: str | None = None
    author: str = ""
    site: str = ""
    address: str = ""
    encoding: str = ""
    left_out: tuple[str, ...] = ()
    mojibake: Mojibake = ""


_TEXTS = ("reader", "text", "part", "title", "author", "site", "address", "encoding")


def plain_of(extract: Extract) -> dict[str, Any]:
    """The extract as lists, texts and numbers, for JSON."""
    form = extract.form
    plain: dict[str, Any] = {name: getattr(extract, name) for name in _TEXTS}
    plain |= {
        "date": extract.date,
        "file_date": extract.file_date,
        "left_out": list(extract.left_out),
        "mojibake": extract.mojibake,
        "blocks": None
        if extract.blocks is None
        else [[*_pair(block.span), block.kind] for block in extract.blocks],
        "styles": [[*_pair(styled.span), styled.style] for styled in form.styles],
        "headings": [[*_pair(heading.span), heading.level] for heading in form.headings],
        "items": [[*_pair(item.span), item.level] for item in form.items],
        "tables": [[[_pair(cell) for cell in row] for row in table.rows] for table in form.tables],
        "pages": [[*_pair(page.span), page.label] for page in form.pages],
        "places": [[*_pair(p.span), p.page, p.left, p.bottom, p.right, p.top] for p in form.places],
        "cues": [[*_pair(cue.span), cue.begins, cue.ends] for cue in form.cues],
    }
    return plain


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def extract_of(plain: Any) -> Extract:
    """The extract that ``plain_of`` made plain.

    What comes from a process that read a foreign file is not trusted: every offset is checked.

    Raises:
        ValueError: it is none, or its offsets lie outside its text or overlap.
    """
    try:
        texts = {name: _text(plain[name]) for name in _TEXTS}
        size = len(texts["text"])
        form = Form(
            styles=tuple(Styled(_span(a, b, size), _one_of(style, Style)) for a, b, style in plain["styles"]),
            headings=tuple(Heading(_span(a, b, size), _number(n, 1, 6)) for a, b, n in plain["headings"]),
            items=tuple(ListItem(_span(a, b, size), _number(n, 1, 10**6)) for a, b, n in plain["items"]),
            tables=tuple(
                Table(tuple(tuple(_span(a, b, size) for a, b in row) for row in rows))
                for rows in plain["tables"]
            ),
            pages=tuple(Page(_text(label), _span(a, b, size)) for a, b, label in plain["pages"]),
            places=tuple(
                Place(_span(a, b, size), _number(page, 0, 10**6), *map(float, box))
                for a, b, page, *box in plain["places"]
            ),
            cues=tuple(
                Cue(_span(a, b, size), _number(begins, 0, 10**12), _number(ends, 0, 10**12))
                for a, b, begins, ends in plain["cues"]
            ),
        )
        blocks = plain["blocks"]
        return Extract(
            **texts,
            date=None if plain["date"] is None else _text(plain["date"]),
            file_date=None if plain["file_date"] is None else _text(plain["file_date"]),
            left_out=tuple(map(_text, plain["left_out"])),
            mojibake=_one_of(plain["mojibake"], Mojibake),
            blocks=None if blocks is None else _blocks(blocks, texts["text"]),
            form=form,
        )
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError("no extract") from error


def _blocks(plain: Iterable[tuple[int, int, str]], text: str) -> tuple[Block, ...]:
    blocks = []
    end = 0
    for start, stop, kind in plain:
        span = _span(start, stop, len(text))
        if span.start < end or text[end : span.start].strip():
            raise ValueError("blocks overlap or leave text out")
        blocks.append(Block(span, _one_of(kind, BlockKind)))
        end = span.end
    if text[end:].strip():
        raise ValueError("blocks leave text out")
    return tuple(blocks)


def _span(start: Any, end: Any, size: int) -> Span:
    if type(start) is not int or type(end) is not int or end > size:
        raise ValueError("a span outside the text")
    return Span(start, end)


def _number(value: Any, low: int, high: int) -> int:
    if type(value) is not int or not low <= value <= high:
        raise ValueError("a number out of range")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _one_of(value: Any, choices: Any) -> Any:
    if value not in get_args(choices):
        raise ValueError("no such choice")
    return value
