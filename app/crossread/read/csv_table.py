"""Tables as comma-separated values, also with semicolons, tabs or bars between."""

import csv
import io
from collections import Counter

from crossread.errors import ReadError
from crossread.read.decode import decoded
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.records import Table, extracts_of

_DELIMITERS = ",;\t|"
_SAMPLE = 20_000  # characters in which the delimiter is looked for


def read(source: Source) -> tuple[Extract, ...]:
    """The documents in a table.

    Raises:
        ReadError: it is no table, or holds no text.
    """
    table, encoding = table_of(source)
    return extracts_of(table, source, "Table", encoding)


def table_of(source: Source) -> tuple[Table, str]:
    """The table in a file, and its encoding.

    Raises:
        ReadError: it is no table.
    """
    found = decoded(source.data, source.options.encoding)
    delimiter = _delimiter(found.text[:_SAMPLE]) or ","
    csv.field_size_limit(source.limits.text)
    rows: list[list[str]] = []
    notes = list(found.notes)
    try:
        for row in csv.reader(io.StringIO(found.text, newline=""), delimiter=delimiter):
            if len(rows) > source.limits.parts:
                notes.append(f"Only the first {source.limits.parts:,} records were taken.")
                break
            if any(field.strip() for field in row):
                rows.append(row)
    except csv.Error as error:
        raise ReadError(
            "is not made as tables are (CSV); open it in a spreadsheet program, save it anew and open that"
        ) from error
    if not rows:
        raise ReadError("holds no rows; choose a file with text in it")
    width = max(map(len, rows[:1_000]))
    names = _names(rows[0], width) if len(rows) > 1 else None
    if names:
        rows = rows[1:]
    rows = rows or [[""] * width]
    names = names or [f"Column {number}" for number in range(1, width + 1)]
    cut = tuple(tuple((row + [""] * width)[:width]) for row in rows)
    return Table(tuple(names), cut, tuple(notes)), found.encoding


def looks_like_table(text: str) -> bool:
    """Whether a text is a table: three rows or more, all of as many fields, as prose with commas hardly ever is."""
    return _delimiter(text) is not None


def _delimiter(text: str) -> str | None:
    best: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        try:
            rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
        except csv.Error:
            continue
        rows = rows[:-1] if len(rows) > 3 and len(text) >= _SAMPLE else rows  # the last may be cut off
        width, times = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        if len(rows) >= 3 and width > 1 and times >= 0.95 * len(rows) and (best is None or width > best[0]):
            best = (width, delimiter)
    return best[1] if best else None


def _names(first: list[str], width: int) -> list[str] | None:
    """The names of the columns, where the first row holds names: short, each different, none a figure."""
    names = [" ".join(field.split()) for field in first]
    names += [f"Column {number}" for number in range(len(names) + 1, width + 1)]
    headed = all(0 < len(name) <= 60 and not name[0].isdigit() for name in names)
    return names if headed and len({name.casefold() for name in names}) == len(names) else None
