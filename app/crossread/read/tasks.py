"""What the process that reads is asked to do, each a function of a source and what was asked."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from crossread.read.extract import plain_of
from crossread.read.kinds import CSV, JSON, Source, kind_of, read_source

Answer = tuple[dict[str, Any], bytes]
"""Plain data for JSON, and bytes that go with them."""


def _read(source: Source, _request: Mapping[str, Any]) -> Answer:
    extracts = read_source(source)
    return {"extracts": [plain_of(extract) for extract in extracts], "problems": source.problems}, b""


def _read_html(source: Source, _request: Mapping[str, Any]) -> Answer:
    """What a program put on the clipboard as HTML, which may be a piece of it without any beginning."""
    from crossread.read.html import read

    return {"extracts": [plain_of(extract) for extract in read(source)], "problems": source.problems}, b""


def _columns(source: Source, _request: Mapping[str, Any]) -> Answer:
    kind = kind_of(source.data, source.name)
    if kind not in (CSV, JSON):
        return {"columns": []}, b""
    from crossread.read import csv_table, json_records
    from crossread.read.records import columns_of

    table, _ = (csv_table if kind == CSV else json_records).table_of(source)
    return {"columns": [[column.name, column.words, column.sample] for column in columns_of(table)]}, b""


TASKS: Final[Mapping[str, Callable[[Source, Mapping[str, Any]], Answer]]] = {
    "read": _read,
    "read_html": _read_html,
    "columns": _columns,
}
