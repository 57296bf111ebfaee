"""Who has a session open for writing: one process at a time, known by name; a dead one holds nothing."""

import contextlib
import getpass
import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.text.shown import one_line

if TYPE_CHECKING:
    from filelock import BaseFileLock


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever has a session open.

    Attributes:
        person: the reviewer's name, or that of the account.
        host: the machine.
        process: number of the process.
        since: ISO 8601 in UTC.
    """

    person: str
    host: str
    process: int
    since: str

    @staticmethod
    def me(person: str, since: str) -> "Holder":
        """This process, on behalf of a person."""
        name = person.strip()
        if not name:
            with contextlib.suppress(OSError, KeyError, ImportError):  # an account need not have a name
                name = getpass.getuser()
        return Holder(name, socket.gethostname(), os.getpid(), since)

    def __str__(self) -> str:
        named = one_line(self.person, 60) or "somebody"
        return f"{named} (on {one_line(self.host, 60)}, process {self.process})"


class Lock:
    """The lock of one session file, a file beside it that the system unlocks when its process dies.

    The lock says whether, the session's table ``holder`` says who: a copy of a session that is open is not locked,
    whatever its table says. SQLite's own locks would not do: they are let go between transactions.

    Attributes:
        path: of the file beside it, which is there only while it is locked or after a process died.
    """

    def __init__(self, session: Path) -> None:
        self.path = session.with_name(f".{session.name}.lock")
        self._lock: BaseFileLock | None = None

    def take(self) -> bool:
        """Whether the lock is ours now; False if another process, or another window of this one, has it.

        Raises:
            OSError: there can be no lock here, for instance in a folder that is read-only.
        """
        # Late: 30 ms that a report does not need.
        from filelock import FileLock, Timeout

        if not os.access(self.path.parent, os.W_OK):
            raise PermissionError(f"{self.path.parent} is read-only")
        lock = FileLock(self.path, timeout=0, mode=0o666)  # as far as the umask lets others lock it after us
        try:
            lock.acquire()
        except Timeout:
            return False
        except NotImplementedError:
            raise OSError("the file system has no locks") from None
        self._lock = lock
        return True

    def release(self) -> None:
        """Let go; nothing happens if it was not ours."""
        if self._lock is not None:
            # Unlinked while it is held: whoever had it open meanwhile sees that it has no name, and makes another.
            with contextlib.suppress(OSError):
                self.path.unlink()
            self._lock.release()
            self._lock = None
