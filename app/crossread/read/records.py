"""Tables and records: which column holds the text, and what becomes of the rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from crossread.errors import ReadError
from crossread.read.builder import TextBuilder
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.repair import Repair
from crossread.text.dates import first_date
from crossread.text.shown import one_line

_ARTICLE = 60  # words of a record from which it is a document of its own, where all are about as long
_MOST_ARTICLES = 50  # records; more are a collection, and read as one
_SAMPLE = 200  # records in which columns are looked at
_TITLES = (
    "title",
    "headline",
    "heading",
    "subject",
    "name",
    "titel",
    "überschrift",
    "titre",
    "titulo",
    "título",
)
_DATES = ("date", "published", "publish date", "published at", "publication date", "created at", "created", "time",
          "timestamp", "datum", "fecha", "data")  # fmt: skip
_AUTHORS = ("author", "authors", "byline", "by", "creator", "user", "username", "autor", "auteur", "autore")
_SITES = ("site", "source", "publisher", "outlet", "publication", "newspaper", "medium", "channel", "quelle")
_ADDRESSES = ("url", "link", "address", "permalink", "href", "uri")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a key of records.

    Attributes:
        name: as it stands over the column; of keys inside keys, with dots ("article.body").
        words: how many words its fields hold on the average.
        sample: the beginning of its first field that holds any.
    """

    name: str
    words: float
    sample: str


@dataclass(frozen=True, slots=True)
class Table:
    """Records with the same fields.

    Attributes:
        names: of the columns, each different.
        rows: as many fields as there are columns in each.
        notes: what was left out so far, each one plain sentence.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table, in its order."""
    found = []
    for index, name in enumerate(table.names):
        fields = [row[index] for row in table.rows[:_SAMPLE]]
        words = sum(len(_words(field)) for field in fields) / max(1, len(fields))
        sample = next((" ".join(field.split()) for field in fields if field.strip()), "")
        found.append(Column(name, round(words, 1), sample[:120]))
    return tuple(found)


def text_column(table: Table, wanted: str = "") -> int:
    """Index of the column that holds the text: the one that is wanted, else the wordiest.

    Raises:
        ReadError: there is no such column, or none that holds words; the message is a predicate.
    """
    columns = columns_of(table)
    if wanted:
        for index, column in enumerate(columns):
            if column.name.casefold() == wanted.casefold():
                return index
        names = ", ".join(one_line(column.name, 60) for column in columns[:20])
        raise ReadError(f"has no column “{one_line(wanted)}”; choose one of {names}")
    best = max(range(len(columns)), key=lambda index: columns[index].words, default=None)
    if best is None or not columns[best].words:
        raise ReadError("has no column with words in it; choose a file with text in it")
    return best


def extracts_of(table: Table, source: Source, label: str, encoding: str) -> tuple[Extract, ...]:
    """The documents in a table: one of all records, or one of each where they are articles.

    Raises:
        ReadError: there is no text; the message is a predicate.
    """
    column = text_column(table, source.options.column)
    notes = list(table.notes)
    rows = [row for row in table.rows if row[column].strip()]
    if not rows:
        raise ReadError(f"has no words in its column “{table.names[column]}”; choose another column")
    alone = len(rows) == 1
    each = source.options.records == "each" or (
        source.options.records == "auto" and _are_articles(rows, column)
    )
    others = [name for index, name in enumerate(table.names) if index != column]
    if others:
        notes.append(
            f"Of the columns, “{table.names[column]}” was taken for the text; not {_listed(others)}. "
            "Another one can be chosen."
        )
    if each:
        return tuple(
            _article(table, row, column, source, label, encoding, tuple(notes), 0 if alone else number)
            for number, row in enumerate(rows, 1)
        )
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    for row in rows:
        _add(builder, row[column])
    return (
        Extract(
            label, builder.text(), tuple(builder.blocks), builder.form(), encoding=encoding, left_out=tuple(notes),
            mojibake=repair.met,
        ),
    )  # fmt: skip


def _article(
    table: Table, row: tuple[str, ...], column: int, source: Source, label: str, encoding: str,
    notes: tuple[str, ...], number: int,
) -> Extract:  # fmt: skip
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    title = _said(table, row, column, _TITLES)
    if title and not row[column].lstrip().startswith(title):
        builder.add(title, "heading", 1)
    _add(builder, row[column])
    date = first_date(_said(table, row, column, _DATES))
    part = (title or f"Record {number}") if number else ""
    return Extract(
        label, builder.text(), tuple(builder.blocks), builder.form(), part=part, title=title,
        date=date, author=_said(table, row, column, _AUTHORS), site=_said(table, row, column, _SITES),
        address=_said(table, row, column, _ADDRESSES), encoding=encoding, left_out=notes, mojibake=repair.met,
    )  # fmt: skip


def _add(builder: TextBuilder, field: str) -> None:
    for line in re.split(r"\n+|\r\n?", field):
        builder.add(line)


def _said(table: Table, row: Sequence[str], column: int, names: tuple[str, ...]) -> str:
    """What the record says under one of these names, the likeliest first."""
    plain = [re.sub(r"[\W_]+", " ", name.rpartition(".")[2]).strip().casefold() for name in table.names]
    for name in names:
        if name in plain and (index := plain.index(name)) != column and row[index].strip():
            return " ".join(row[index].split())[:500]
    return ""


def _are_articles(rows: Sequence[tuple[str, ...]], column: int) -> bool:
    lengths = [len(_words(row[column])) for row in rows]
    return len(rows) == 1 or (len(rows) <= _MOST_ARTICLES and median(lengths) >= _ARTICLE)


def _words(field: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", field[:5_000])


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{one_line(name)}”" for name in names[:6])
    return shown if len(names) <= 6 else f"{shown} and {len(names) - 6} more"
