"""What the process that reads is asked to do, each a function of a source and what was asked."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from crossread.read.extract import plain_of
from crossread.read.kinds import CSV, JSON, Source, kind_of, read_source

Answer = tuple[dict[str, Any], bytes]
"""Plain data for JSON, and bytes that go with them."""


def _read(source: Source, _request: Mapping[str, Any]) -> Answer:
    extracts = read_source(source)
    return {"extracts": [plain_of(extract) for extract in extracts], "problems": source.problems}, b""


def _read_piece(source: Source, _request: Mapping[str, Any]) -> Answer:
    """What a program put on the clipboard as HTML, which may be a piece of it without any beginning."""
    from crossread.read.html import extract_of_page, page_text

    text, _, notes = page_text(source.data, source.options.encoding)
    return {
        "extracts": [plain_of(extract_of_page(text, source, notes=notes, piece=True))],
        "problems": [],
    }, b""


def _columns(source: Source, _request: Mapping[str, Any]) -> Answer:
    kind = kind_of(source.data, source.name)
    if kind not in (CSV, JSON):
        return {"columns": []}, b""
    from crossread.read import csv_table, json_records
    from crossread.read.records import columns_of

    table, _ = (csv_table if kind == CSV else json_records).table_of(source)
    return {"columns": [[column.name, column.words, column.sample] for column in columns_of(table)]}, b""


def _page(source: Source, request: Mapping[str, Any]) -> Answer:
    from crossread.read.pdf_picture import picture

    return picture(_part(source, request).data, request["page"], request["dpi"], request["lines"])


def _source(source: Source, request: Mapping[str, Any]) -> Answer:
    from crossread.read.source_view import place_of, view

    options = replace(source.options, encoding=source.options.encoding or request["encoding"])
    label, text = view(replace(_part(source, request), options=options))
    passage, offset = request["passage"], request["offset"]
    if text.startswith(passage, offset):  # plain text, which was taken as it is
        where = (offset, offset + len(passage)) if passage else None
    else:
        where = place_of(passage, text, request["before"])
    return {"label": label, "text": text, "span": where}, b""


def _part(source: Source, request: Mapping[str, Any]) -> Source:
    """The file inside a packed file that a document was read from; the file itself where that holds no others."""
    from crossread.read.zipped import part_of

    return part_of(source, request["part"])


TASKS: Final[Mapping[str, Callable[[Source, Mapping[str, Any]], Answer]]] = {
    "read": _read,
    "read_piece": _read_piece,
    "columns": _columns,
    "page": _page,
    "source": _source,
}
