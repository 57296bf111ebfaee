"""The bytes of a file, safely: no pipe is waited for, no file is read past its limit however it grows."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from crossread.errors import ReadError
from crossread.read.kinds import may_be_large
from crossread.read.limits import Limits
from crossread.read.names import quoted

Found = TypeVar("Found")
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """The bytes of a file, and what was odd about reading them, each one plain sentence."""

    data: bytes
    notes: tuple[str, ...]


def opened(path: Path, limits: Limits) -> Opened:
    """Read a file whole.

    Raises:
        ReadError: it is no regular file, empty, too large or cannot be read.
    """
    return _asked(path, lambda: _read(path, limits))


def _read(path: Path, limits: Limits) -> Opened:
    name = quoted(path)
    if stat.S_ISDIR(path.stat().st_mode):  # before it is opened: some systems do not open folders at all
        raise ReadError(f"{name} is a folder; choose a file, or open the folder as a whole.")
    # Without O_NONBLOCK, opening a pipe would wait for ever; it changes nothing for files.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise ReadError(f"{name} is a device or a pipe, not a file; choose a text file.")
        head = stream.read(4_096)
        most = limits.packed_file if may_be_large(head) else limits.text_file
        if before.st_size > most:
            raise ReadError(
                f"{name} is {before.st_size / _MB:.0f} MB, more than the {most // _MB} MB that Crossread reads; "
                "cut out the part to compare and open that."
            )
        data = head + stream.read(most + 1 - len(head))
        after = os.fstat(handle)
    if not data:
        raise ReadError(f"{name} is empty; choose a file with text in it.")
    if len(data) > most:
        raise ReadError(f"{name} grew past {most // _MB} MB while it was read; wait until it is complete.")
    changed = len(data) != before.st_size or (before.st_size, before.st_mtime_ns) != (
        after.st_size,
        after.st_mtime_ns,
    )
    note = "The file changed while it was read; open it again when it is complete."
    return Opened(data, (note,) if changed else ())


def _asked(path: Path, ask: Callable[[], Found]) -> Found:
    """What the file system answers, its errors put into plain words."""
    try:
        return ask()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError(f"{quoted(path)} does not exist; check its name and place.") from error
    except PermissionError as error:
        raise ReadError(
            f"{quoted(path)} may not be read by you; change its permissions or copy it."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise ReadError(
            f"{quoted(path)} cannot be read ({reason}); copy it to another place and try again."
        ) from error
