"""What a session file holds is read as data from a stranger: checked, bounded, and rescued where it is damaged."""

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from crossread.review.action import Action, Entry
from crossread.review.codec import UnknownKindError, UnreadableError, action_from, document_from
from crossread.review.lock import Holder
from crossread.review.schema import FORMAT, strangers
from crossread.text.document import Document
from crossread.text.shown import one_line

_LARGEST_VALUE = 64_000_000  # bytes of one text or record
_LARGEST = 1_000_000_000  # bytes of all of them
_MOST_ENTRIES, _MOST_DOCUMENTS, _MOST_VIEWS = 1_000_000, 2_000, 100
_LONGEST_NAME = 300  # characters of ids and names
_SECONDS = 30.0  # a database made to send its reader round in circles is left after this
_PROBED = 100_000  # rows of a damaged stretch that are looked up one by one
_GAP = 1_000  # of them missing one after the other after which there are no more

UNREADABLE = (sqlite3.Error, UnicodeError)
"""What reading a damaged database raises; SQLite's own messages quote from it and need not be UTF-8."""


@dataclass
class Loaded:
    """What could be read of a session.

    Attributes:
        entries: the log.
        documents: every text, by digest.
        views: JSON by name.
        holder: who has it open, as the file says.
        problems: what is wrong with the file, each one plain sentence; with any, it must not be written to.
    """

    entries: list[Entry[Action]] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    views: dict[str, str] = field(default_factory=dict)
    holder: Holder | None = None
    problems: list[str] = field(default_factory=list)


def harden(connection: sqlite3.Connection) -> None:
    """Keep a database from doing anything but holding data; before anything else is asked of it."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")
    # What is no UTF-8 is told from what is when it is checked, not by an error in the middle of a row.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")


def application_of(connection: sqlite3.Connection) -> tuple[int, int]:
    """The database's application id and the number of its format.

    Raises:
        sqlite3.DatabaseError: it is no database, or damaged beyond reading.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def load(connection: sqlite3.Connection) -> Loaded:
    """Read everything that can be read; never raises for what the database holds.

    Args:
        connection: hardened; its application id is ours.
    """
    loaded = Loaded()
    end = time.monotonic() + _SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    try:
        _load(connection, loaded)
    except UNREADABLE as error:
        loaded.problems.append(f"The session is damaged beyond what could be read ({_reason(error)}).")
    finally:
        connection.set_progress_handler(None, 0)
    return loaded


def _load(connection: sqlite3.Connection, loaded: Loaded) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except UNREADABLE:
        # One definition that makes no sense, or that was made to run functions, hides no other then.
        connection.execute("PRAGMA writable_schema = ON")
    missing = _checked(connection, loaded)
    budget = _Budget()
    if "document" not in missing:
        _documents(connection, loaded, budget)
    if "entry" not in missing:
        _entries(connection, loaded, budget)
    if "view" not in missing:
        for row in _rows(connection, "view", ("rowid", "name", "data"), loaded, _MOST_VIEWS):
            if _are(row[1:], str, str) and budget.takes(row[2]):
                loaded.views[row[1]] = row[2]
    if "holder" not in missing:
        loaded.holder = holder_in(connection)


def _checked(connection: sqlite3.Connection, loaded: Loaded) -> set[str]:
    """What is wrong with the database as a whole is told; the tables that are not to be read."""
    _, version = application_of(connection)
    missing, others = strangers(connection)
    if version > FORMAT:
        loaded.problems.append(
            f"The session was made by a newer Crossread (format {version}, this one knows {FORMAT}); "
            "what this one understands of it is shown. Install the newer one to go on with it."
        )
    else:
        if others:
            names = ", ".join(one_line(name, 40) for name in sorted(others)[:3])
            loaded.problems.append(
                f"The session holds what Crossread does not put there ({names}); none of it was used."
            )
        for table in sorted(missing):
            loaded.problems.append(
                f"The session’s list “{table}” is missing or was altered, and was not read."
            )
    if not _is_whole(connection):
        loaded.problems.append("The session file is damaged; what could be rescued of it is shown.")
    return missing


def holder_in(connection: sqlite3.Connection) -> Holder | None:
    """Who has a session open, as the session says."""
    row = connection.execute("SELECT person, host, process, since FROM holder LIMIT 1").fetchone()
    return Holder(*row) if row is not None and _are(row, str, str, int, str) else None


class _Budget:
    """How much may still be read."""

    def __init__(self) -> None:
        self._left = _LARGEST

    def takes(self, value: str | bytes) -> bool:
        """Whether a value still fits; it is counted."""
        self._left -= len(value)
        return self._left >= 0


def _is_whole(connection: sqlite3.Connection) -> bool:
    try:
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except UNREADABLE:
        return False
    return bool(answer == "ok")


def _documents(connection: sqlite3.Connection, loaded: Loaded, budget: _Budget) -> None:
    columns = ("number", "digest", "text", "data")
    for row in _rows(connection, "document", columns, loaded, _MOST_DOCUMENTS):
        if not _are(row[1:], str, bytes, str) or not budget.takes(row[2]) or not budget.takes(row[3]):
            loaded.problems.append("A document of the session could not be read and is missing.")
            continue
        try:
            text = row[2].decode("utf-8", "surrogatepass")
            document, damaged = document_from(text, row[3], row[1])
        except ValueError:  # UnreadableError is one
            loaded.problems.append("The text of a document was damaged, and it is missing.")
            continue
        loaded.documents[document.digest] = document
        if damaged:
            loaded.problems.append(
                f"What was known of “{one_line(document.name, 60)}” besides its text was damaged; its passages were "
                "found anew."
            )


def _entries(connection: sqlite3.Connection, loaded: Loaded, budget: _Budget) -> None:
    columns = ("number", "id", "at", "person", "kind", "data")
    lost = unknown = 0
    ids = set[str]()
    last = 0
    for row in _rows(connection, "entry", columns, loaded, _MOST_ENTRIES):
        if row[0] > last:
            lost += row[0] - last - 1
            last = row[0]
        sound = _are(row[1:], str, str, str, str, str) and budget.takes(row[5])
        if not sound or row[1] in ids or any(len(name) > _LONGEST_NAME for name in row[1:5]):
            lost += 1
            continue
        try:
            action = action_from(row[4], row[5])
        except UnknownKindError:
            unknown += 1
            continue
        except UnreadableError:
            lost += 1
            continue
        ids.add(row[1])
        loaded.entries.append(Entry(row[1], action, row[3], row[2]))
    if lost:
        steps = "One step" if lost == 1 else f"{lost:,} steps"
        loaded.problems.append(f"{steps} of the history could not be read; all others are there.")
    if unknown:
        steps = "One step of the history is" if unknown == 1 else f"{unknown:,} steps of the history are"
        loaded.problems.append(f"{steps} of a kind that this Crossread does not know.")


def _are(values: tuple[Any, ...], *kinds: type) -> bool:
    return all(type(value) is kind for value, kind in zip(values, kinds, strict=True))


def _rows(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], loaded: Loaded, most: int
) -> Iterator[tuple[Any, ...]]:
    """The rows of a table by their numbers, around damage where there is any: a damaged page hides no other.

    Args:
        table, columns: of ours, the number first.
        most: rows after which reading ends, and says so.
    """
    read = 0
    damage: list[str] = []
    for row in _around_damage(connection, f"SELECT {', '.join(columns)} FROM {table}", columns[0], damage):
        if type(row[0]) is not int:
            continue
        read += 1
        if read > most:
            loaded.problems.append(
                f"The session holds more than {most:,} {table} records; the rest was not read."
            )
            return
        yield row
    if damage:
        loaded.problems.append(f"Part of the session’s list “{table}” could not be read ({damage[0]}).")


def _around_damage(
    connection: sqlite3.Connection, query: str, number: str, damage: list[str]
) -> Iterator[tuple[Any, ...]]:
    """The rows before the first damage, those after the last, and between them those that can be looked up."""
    last = -(2**63)
    try:
        for row in connection.execute(f"{query} ORDER BY {number}"):
            yield row
            last = row[0] if type(row[0]) is int else last
        return
    except UNREADABLE as error:
        damage.append(_reason(error))
    later: list[tuple[Any, ...]] = []
    try:
        for row in connection.execute(f"{query} WHERE {number} > ? ORDER BY {number} DESC", (last,)):
            later.append(row)
    except UNREADABLE as error:
        damage.append(_reason(error))
    first = max(last + 1, 1)
    until = later[-1][0] if later and type(later[-1][0]) is int else first + _PROBED
    beyond = 0
    for wanted in range(first, min(until, first + _PROBED)):
        try:
            found = connection.execute(f"{query} WHERE {number} = ?", (wanted,)).fetchall()
        except UNREADABLE as error:
            if _reason(error) == "interrupted":
                break
            continue
        beyond = 0 if found else beyond + 1
        if beyond > _GAP:  # nothing, and no damage either: the table has come to its end
            break
        yield from found
    yield from reversed(later)


def _reason(error: Exception) -> str:
    return "its text is no text" if isinstance(error, UnicodeError) else one_line(str(error), 100)
