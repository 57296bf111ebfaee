"""The session file: opened for writing by one process at a time, everything written in the moment it is done."""

import contextlib
import os
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from crossread.errors import CrossreadError
from crossread.read.names import quoted
from crossread.review.action import Action, Entry
from crossread.review.codec import NAMES, document_to_json, to_json
from crossread.review.history import now
from crossread.review.loading import UNREADABLE, Loaded, application_of, harden, load
from crossread.review.lock import Holder, Lock
from crossread.review.schema import APPLICATION, FORMAT, UPGRADES, create
from crossread.text.document import Document
from crossread.text.shown import one_line

_MAGIC = b"SQLite format 3\0"
_ONLY_IF = "What you do here is kept only if you save it under another name."


class SessionError(CrossreadError):
    """A session could not be opened or written; what was done is still there in the program."""


class Store:
    """A session file that is ours to write."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock, entries: int) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        self._entries = entries

    def write(
        self,
        entries: Sequence[Entry[Action]] = (),
        documents: Iterable[Document] = (),
        views: Mapping[str, str] | None = None,
    ) -> None:
        """Write all of this or nothing of it; when this returns it is on the disk.

        Raises:
            SessionError: it could not be written.
        """
        with telling(self.path, "written"), _transaction(self._connection):
            _insert(self._connection, self._entries, entries, documents, views or {})
        self._entries += len(entries)

    def close(self) -> None:
        """Make one file of it and let others have it. Never raises: what could not be tidied is next time."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("DELETE FROM holder")
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA journal_mode = DELETE")
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._lock.release()


@dataclass(frozen=True, slots=True)
class Opened:
    """A session file that was opened.

    Attributes:
        loaded: what it holds.
        store: where to write; None if it is read-only.
        read_only: why it is, one plain sentence; else empty.
        notices: what else a person should know, each one plain sentence.
    """

    loaded: Loaded
    store: Store | None
    read_only: str = ""
    notices: tuple[str, ...] = ()


def open_file(path: Path, person: str = "", *, reading: bool = False) -> Opened:
    """Open a session as far as it can be: for writing, else read-only, else what can be rescued of it.

    Args:
        path: of the file.
        person: the reviewer's name, told to whoever wants to open it meanwhile.
        reading: it is only to be read: nobody is kept from it, and nothing of it is touched.

    Raises:
        SessionError: there is no session to be opened.
    """
    path = path.resolve()
    _probe(path)
    if reading:
        return replace(_opened(path, None, person), read_only="The session was opened for reading only.")
    lock = Lock(path)
    try:
        ours, why = lock.take(), ""
    except OSError as error:
        ours, why = False, _unlocked(path, lock, error)
    if ours and not os.access(path, os.W_OK):
        lock.release()
        ours, why = False, f"{quoted(path)} is read-only"
    try:
        opened = _opened(path, lock if ours else None, person)
    except BaseException:
        lock.release()
        raise
    if opened.store is None:
        lock.release()
    if ours:
        return opened
    why = why or _held(path, opened.loaded.holder)
    return Opened(opened.loaded, None, f"{why}; it was opened read-only. {_ONLY_IF}", opened.notices)


def _unlocked(path: Path, lock: Lock, error: OSError) -> str:
    """Why a session could not be locked, which another one might be writing to."""
    if not os.access(path.parent, os.W_OK):
        return f"The folder of {quoted(path)} is read-only"
    if lock.path.exists():
        left = f"delete {quoted(lock.path)} beside it if nobody has it open"
        return f"The lock of {quoted(path)} cannot be used ({_why(error)}): {left}"
    return f"{quoted(path)} cannot be locked ({_why(error)})"


def _held(path: Path, holder: Holder | None) -> str:
    if holder is None:
        return f"Another window has {quoted(path)} open"
    return f"{holder} has {quoted(path)} open since {one_line(holder.since[:16].replace('T', ' '))} UTC"


def _opened(path: Path, lock: Lock | None, person: str) -> Opened:
    """Open a file for writing if the lock is ours and nothing is wrong with it, else for reading."""
    notices: list[str] = []
    with _reading(path) as connection:
        _, version = application_of(connection)
        if version < FORMAT:
            if lock is not None:
                try:
                    notices.append(_upgrade(path, connection, version))
                    return _for_writing(path, lock, person, notices)
                except (*UNREADABLE, OSError, KeyError) as error:
                    why = f"{quoted(path)} could not be brought to the present format ({_why(error)})"
                    return Opened(
                        load(_upgraded_copy(connection, version)), None, f"{why}; it was opened read-only."
                    )
            return Opened(load(_upgraded_copy(connection, version)), None)
        if lock is None:
            return Opened(load(connection), None)
    return _for_writing(path, lock, person, notices)


def _for_writing(path: Path, lock: Lock, person: str, notices: Sequence[str]) -> Opened:
    with _reading(path) as connection:
        loaded = load(connection)
    if loaded.problems:
        rest = "It was opened read-only, so that nothing more is lost: save it under another name to go on."
        return Opened(loaded, None, rest, tuple(notices))
    try:
        connection = _writable(path)
        with _transaction(connection):
            holder = Holder.me(person, now())
            values = (1, holder.person, holder.host, holder.process, holder.since)
            connection.execute("INSERT OR REPLACE INTO holder VALUES (?, ?, ?, ?, ?)", values)
    except sqlite3.Error as error:
        rest = "What you do here is kept only if you save it under another name."
        return Opened(
            loaded, None, f"{quoted(path)} cannot be written to: {_why(error)}. {rest}", tuple(notices)
        )
    return Opened(loaded, Store(path, connection, lock, len(loaded.entries)), "", tuple(notices))


def write_file(
    path: Path,
    entries: Sequence[Entry[Action]],
    documents: Iterable[Document],
    views: Mapping[str, str],
    *,
    force: bool = False,
) -> None:
    """Write a whole session as a new file, whole or not at all.

    Args:
        path: its name; a link is followed.
        entries, documents, views: what it holds.
        force: replace a file that exists.

    Raises:
        SessionError: it exists, is open, or could not be written.
    """
    path = path.resolve()
    if path.is_dir():
        raise SessionError(f"{quoted(path)} is a folder: give the name of a file.")
    if not path.parent.is_dir():
        raise SessionError(f"There is no folder {quoted(path.parent)}: make it first, or choose another one.")
    if path.exists() and not force:
        raise SessionError(f"{quoted(path)} is there already and was left as it is; choose another name.")
    made = path.with_name(f".crossread-{secrets.token_hex(8)}.part")
    lock = Lock(path)
    try:
        with telling(path, "written"):
            if not lock.take():
                raise SessionError(
                    f"{quoted(path)} is open elsewhere and was left as it is; choose another name."
                )
            with contextlib.closing(sqlite3.connect(made, isolation_level=None)) as connection:
                # Half a file is thrown away: it needs no journal, which would be left behind.
                connection.execute("PRAGMA journal_mode = MEMORY")
                connection.execute("PRAGMA synchronous = FULL")
                create(connection)
                with _transaction(connection):
                    _insert(connection, 0, entries, documents, views)
            for left in ("-wal", "-shm", "-journal"):  # of a file in whose place this one comes
                path.with_name(path.name + left).unlink(missing_ok=True)
            _put(made, path, force=force)
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)
        lock.release()


def _put(made: Path, path: Path, *, force: bool) -> None:
    if force:
        made.replace(path)
        return
    try:
        os.link(made, path)  # fails where a file has come up meanwhile, as renaming would not
    except FileExistsError:
        raise SessionError(f"{quoted(path)} is there already; choose another name.") from None
    except OSError:  # a file system without links
        made.replace(path)


def _insert(
    connection: sqlite3.Connection,
    known: int,
    entries: Sequence[Entry[Action]],
    documents: Iterable[Document],
    views: Mapping[str, str],
) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO document (digest, text, data) VALUES (?, ?, ?)",
        ((d.digest, d.text.encode("utf-8", "surrogatepass"), document_to_json(d)) for d in documents),
    )
    connection.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                known + number,
                entry.id,
                entry.at,
                _clean(entry.by),
                NAMES[type(entry.action)],
                to_json(entry.action),
            )
            for number, entry in enumerate(entries, 1)
        ),
    )
    connection.executemany("INSERT OR REPLACE INTO view VALUES (?, ?)", views.items())


def _clean(name: str) -> str:
    """A name as SQLite can hold it."""
    return name[:300].encode("utf-8", "replace").decode()


# ---- files and connections


def _probe(path: Path) -> None:
    """Say in plain words why something is no session, before SQLite says it in its own.

    Raises:
        SessionError: it is none.
    """
    try:
        if path.is_dir():
            raise SessionError(f"{quoted(path)} is a folder: name the session file itself.")
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise SessionError(f"{quoted(path)} could not be opened: {_why(error)}.") from None
    if not head:
        raise SessionError(f"{quoted(path)} is empty: it holds no session.")
    if head[:16] != _MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION:
        raise SessionError(f"{quoted(path)} is no session of Crossread, or its beginning is damaged.")


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot change the file.

    Where SQLite cannot keep its own files beside it (a session whose program died, in a folder that is read-only), it
    is read from a copy.
    """
    with contextlib.ExitStack() as stack:
        try:
            connection = stack.enter_context(contextlib.closing(_read_only(path)))
            application_of(connection)
        except sqlite3.OperationalError:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="crossread-")))
            try:
                for name in (path.name, f"{path.name}-wal"):
                    if (source := path.with_name(name)).exists():
                        shutil.copyfile(source, folder / name)
                connection = stack.enter_context(contextlib.closing(_read_only(folder / path.name)))
                application_of(connection)
            except (OSError, *UNREADABLE) as error:
                raise SessionError(f"{quoted(path)} could not be read: {_why(error)}.") from None
        except UNREADABLE as error:
            raise SessionError(
                f"{quoted(path)} is damaged so that nothing of it can be read ({_why(error)})."
            ) from None
        yield connection


def _read_only(path: Path) -> sqlite3.Connection:
    return _connected(path, "ro")


def _writable(path: Path) -> sqlite3.Connection:
    # With NORMAL a power cut could take the last decisions; people decide seldom enough to wait for the disk.
    return _connected(path, "rw", "query_only = OFF", "journal_mode = WAL", "synchronous = FULL")


def _connected(path: Path, mode: Literal["ro", "rw"], *pragmas: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5, check_same_thread=False
    )
    try:
        harden(connection)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # SQLite may have taken it back itself
            connection.execute("ROLLBACK")
        raise


# ---- older formats


def _upgrade(path: Path, connection: sqlite3.Connection, version: int) -> str:
    """Bring a session of an older format to the present one after a copy was made; a sentence that says so."""
    copy = _free_name(path, version)
    with contextlib.closing(sqlite3.connect(copy)) as kept:
        connection.backup(kept)
    with contextlib.closing(_writable(path)) as writable:
        _bring_up(writable, version)
    return f"{quoted(path)} was brought to the present format; as it was it is kept as {quoted(copy)}."


def _upgraded_copy(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    """A copy in memory, of the present format if there is a way to it."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    harden(copy)
    with contextlib.suppress(*UNREADABLE, KeyError):
        copy.execute("PRAGMA query_only = OFF")
        _bring_up(copy, version)
    copy.execute("PRAGMA query_only = ON")
    return copy


def _bring_up(connection: sqlite3.Connection, version: int) -> None:
    with _transaction(connection):
        for step in range(version, FORMAT):
            UPGRADES[step](connection)
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _free_name(path: Path, version: int) -> Path:
    number = 1
    while True:
        more = f" {number}" if number > 1 else ""
        name = path.with_name(f"{path.stem} (format {version}{more}){path.suffix}")
        if not name.exists():
            return name
        number += 1


# ---- what went wrong, in words


@contextlib.contextmanager
def telling(path: Path, what: str) -> Iterator[None]:
    """Turn what the system says into a sentence.

    Raises:
        SessionError: in place of an OSError or an error of SQLite.
    """
    try:
        yield
    except (OSError, *UNREADABLE) as error:
        raise SessionError(f"{quoted(path)} could not be {what}: {_why(error)}.") from None


def _why(error: BaseException) -> str:
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
    elif isinstance(error, KeyError):
        reason = "there is no way from its format"
    else:
        reason = str(error)
    full = "full" in reason or "File too large" in reason or "No space" in reason
    if full:
        return "the disk is full; free some space on it"
    if "disk I/O error" in reason:
        return "the disk fails or is full; free some space on it"
    if "readonly" in reason:
        return "it is read-only"
    return f"{reason[:1].lower()}{reason[1:]}".rstrip(".") or "for a reason unknown"
