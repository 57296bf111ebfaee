"""Sessions that nobody has named yet: kept all the same, and found again after the program died."""

import contextlib
import os
import secrets
import sys
from pathlib import Path

from crossread.review import SUFFIX

_PREFIX = "unnamed-"


def data_folder() -> Path:
    """Where programs keep what they were given on this platform; it need not exist yet."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "crossread" / "sessions"


def new_unnamed() -> Path:
    """A name for a session without one; the folder is made.

    Raises:
        OSError: it cannot be.
    """
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{_PREFIX}{secrets.token_hex(6)}{SUFFIX}"


def is_unnamed(path: Path | None) -> bool:
    """Whether a session has no name of its own."""
    return path is None or (path.parent == data_folder() and path.name.startswith(_PREFIX))


def left_behind() -> tuple[Path, ...]:
    """Sessions without a name that are still there, the newest first; never raises."""
    with contextlib.suppress(OSError):
        found = data_folder().glob(f"{_PREFIX}*{SUFFIX}")
        return tuple(sorted(found, key=lambda path: path.stat().st_mtime, reverse=True))
    return ()


def discard(path: Path) -> None:
    """Delete a session without a name; any other is left alone. Never raises."""
    if is_unnamed(path):
        for tail in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                path.with_name(path.name + tail).unlink(missing_ok=True)
