"""What a session file is: one SQLite database whose name ends in ``.crossread``.

While it is open it is in WAL mode, with ``-wal`` and ``-shm`` beside it; when it is closed it is one file. Its
``application_id`` is ``APPLICATION`` and its ``user_version`` the number of its format. The tables:

document
    Every text that was ever open in the session, earlier versions too: SHA-256 of the text in hexadecimal, the text in
    UTF-8 (a lone surrogate as the three bytes of WTF-8), and as JSON the rest: name, title, publisher, date, language,
    passages, form and provenance (``StoredDocument`` in crossread.review.codec).
entry
    The log, numbered from 1 without gaps, only ever added to: an id, when (ISO 8601 in UTC), by whom, the kind of
    action (``KINDS`` in crossread.review.codec) and its fields as JSON. What is in force is what replaying it comes to.
view
    What was looked at, and words being typed, as JSON by name; not part of the log and not undone.
holder
    Who has the file open for writing, at most one row: name, host, process, since when. It is believed only while the
    lock file beside it is locked, so that a process that died holds nothing.

Nothing newer than SQLite 3.31 is asked for: there are systems with Python 3.11 whose SQLite has no STRICT tables. Every
value is checked when it is read.

A format is never changed in place: a new one gets the next number and a step in ``UPGRADES``.
"""

import re
import sqlite3
from collections.abc import Callable, Mapping

APPLICATION = 0x43525344  # "CRSD", as file(1) and others tell sessions from other databases
FORMAT = 1
TABLES = {
    "document": """CREATE TABLE document (
        number INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        text BLOB NOT NULL,
        data TEXT NOT NULL
    )""",
    "entry": """CREATE TABLE entry (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        kind TEXT NOT NULL,
        data TEXT NOT NULL
    )""",
    "view": """CREATE TABLE view (
        name TEXT PRIMARY KEY,
        data TEXT NOT NULL
    )""",
    "holder": """CREATE TABLE holder (
        number INTEGER PRIMARY KEY CHECK (number = 1),
        person TEXT NOT NULL,
        host TEXT NOT NULL,
        process INTEGER NOT NULL,
        since TEXT NOT NULL
    )""",
}
"""The tables of the present format, as SQLite keeps their definitions."""

Upgrade = Callable[[sqlite3.Connection], None]
UPGRADES: Mapping[int, Upgrade] = {}
"""By the number of an older format what brings a database one format on; runs within a transaction."""


def create(connection: sqlite3.Connection) -> None:
    """Make an empty database a session."""
    for definition in TABLES.values():
        connection.execute(definition)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def strangers(connection: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """What stands in a database that is not as Crossread makes it.

    Returns:
        The tables of ours that are missing or defined otherwise, and the names of everything else: triggers, views,
        indexes, other tables.
    """
    missing, others = set(TABLES), set[str]()
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
        if kind == "table" and name in TABLES and _same(sql, TABLES[name]):
            missing.discard(name)
        elif not (kind == "index" and sql is None and table in TABLES):  # SQLite's own, for UNIQUE
            others.add(str(name))
    return missing, others


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and re.sub(r"\s+", " ", one) == re.sub(r"\s+", " ", other)
