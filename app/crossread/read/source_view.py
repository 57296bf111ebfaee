"""The source of a file as text, and a passage found in it."""

import re
from collections.abc import Callable
from typing import Final

from crossread.errors import ReadError
from crossread.read import kinds
from crossread.read.decode import decoded
from crossread.read.html import page_text
from crossread.read.kinds import Kind, Source, kind_of
from crossread.read.packed import Packed

_WORD = re.compile(r"\w+")
# What may stand between two words of a passage in its source: spaces and marks, tags, entities, words of RTF.
_BETWEEN: Final = (
    r"(?:[^\w<&\\]|<[^<>]{0,3000}>|&#?\w{1,10};|\\'[0-9a-f]{2}|\\[a-z]{1,20}-?\d{0,6} ?|\\.|&|<){0,200}+"
)
_MOST_WORDS = 40  # of a passage that are looked for; so many tell its place
_PARAGRAPH = re.compile(r"(?<=>)(?=<(?:w:p|w:tbl|text:p|text:h|text:list|table:table)[ >])")


def view(source: Source) -> tuple[str, str]:
    """What the source of a file is called, and its text.

    Raises:
        ReadError: there is none that a person could read.
    """
    kind = kind_of(source.data, source.name)
    if kind in (kinds.PDF, kinds.ZIP, kinds.MSG):
        raise ReadError("has no source that could be shown as text")
    return _VIEWS.get(kind, _as_text)(source, kind)


def place_of(passage: str, text: str, before: int = 0) -> tuple[int, int] | None:
    """Where a passage stands in the source.

    Args:
        passage: as it was read.
        text: the source.
        before: how many times the same words stand before it.
    """
    words = _WORD.findall(passage)[:_MOST_WORDS]
    for count in (len(words), 12, 5):
        if not words or count > len(words):
            continue
        pattern = re.compile(_BETWEEN.join(map(re.escape, words[:count])))
        found = None
        for number, match in enumerate(pattern.finditer(text)):
            found = match
            if number == before:
                break
        if found:
            return found.span()
    return None


def _as_text(source: Source, kind: Kind) -> tuple[str, str]:
    return kind.label, decoded(source.data, source.options.encoding).text


def _page(source: Source, kind: Kind) -> tuple[str, str]:
    return kind.label, page_text(source.data, source.options.encoding)[0]


def _archive(source: Source, kind: Kind) -> tuple[str, str]:
    from crossread.read.mhtml import page_in

    return kind.label, page_in(source)[0]


def _part(name: str) -> Callable[[Source, Kind], tuple[str, str]]:
    def shown(source: Source, kind: Kind) -> tuple[str, str]:
        if not source.data.startswith(b"PK"):
            return _as_text(source, kind)
        with Packed(source.data, source.limits) as packed:
            return name, _PARAGRAPH.sub("\n", decoded(packed.read(name), "utf-8").text)

    return shown


def _book(source: Source, kind: Kind) -> tuple[str, str]:
    from crossread.read.epub import chapters

    with Packed(source.data, source.limits) as packed:
        return kind.label, "\n\n".join(text for _, text in chapters(packed))


_VIEWS: Final[dict[Kind, Callable[[Source, Kind], tuple[str, str]]]] = {
    kinds.HTML: _page,
    kinds.MHTML: _archive,
    kinds.DOCX: _part("word/document.xml"),
    kinds.ODT: _part("content.xml"),
    kinds.EPUB: _book,
}
