"""JSON and JSON Lines: records with a key that holds the text."""

import json
from collections.abc import Iterator
from typing import Any

from crossread.errors import ReadError
from crossread.read.decode import decoded
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.records import Table, extracts_of

_DEEPEST = 6  # levels of keys inside keys that become columns
_MOST_KEYS = 200


def read(source: Source) -> tuple[Extract, ...]:
    """The documents in a JSON file.

    Raises:
        ReadError: it is no JSON, or holds no text.
    """
    table, encoding = table_of(source)
    return extracts_of(table, source, "JSON", encoding)


def table_of(source: Source) -> tuple[Table, str]:
    """The records of a file as a table, and its encoding.

    Raises:
        ReadError: it is no JSON, or there are no records in it.
    """
    found = decoded(source.data, source.options.encoding)
    notes = list(found.notes)
    records = list(_records(_value(found.text)))
    if len(records) > source.limits.parts:
        records = records[: source.limits.parts]
        notes.append(f"Only the first {source.limits.parts:,} records were taken.")
    flat = [dict(_flat(record, "", 0)) for record in records]
    names = tuple(dict.fromkeys(name for record in flat for name in record))[:_MOST_KEYS]
    if not names:
        raise ReadError("holds no records with text in them; choose a file with text in it")
    rows = tuple(tuple(record.get(name, "") for name in names) for record in flat)
    return Table(names, rows, tuple(notes)), found.encoding


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [json.loads(line) for line in lines]
        except ValueError:
            raise ReadError(
                f"is no complete JSON ({error}); it is damaged or cut off, so save it anew and open that"
            ) from error


def _records(value: Any) -> Iterator[Any]:
    """The records of a file: the items of a list, of the longest list in an object, or the one object that it is."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        lists = [inner for inner in _lists(value, 0) if any(isinstance(item, dict) for item in inner)]
        yield from max(lists, key=len) if lists else [value]
    else:
        yield value


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    inner = value.values() if isinstance(value, dict) else ()
    for item in inner:
        if isinstance(item, list):
            yield item
        elif depth < _DEEPEST:
            yield from _lists(item, depth + 1)


def _flat(value: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    """The texts in a record with their keys, keys inside keys joined by dots."""
    if isinstance(value, dict) and depth < _DEEPEST:
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield path or "text", "\n".join(value)
    elif isinstance(value, str):
        yield path or "text", value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path or "number", str(value)
