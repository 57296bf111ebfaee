"""Reports as files: the suffix decides what is written, and a file is written whole or not at all."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from crossread.comparison import Comparison
from crossread.errors import CrossreadError
from crossread.report.markup import one_line

SUFFIXES = (".html", ".htm", ".json", ".csv")
"""What a report's name may end in."""


class WriteError(CrossreadError):
    """A report could not be written; nothing of it was left behind."""


def write(comparison: Comparison, path: str | Path, *, base: str | None = None, force: bool = False) -> None:
    """Write a comparison to a file as its suffix says.

    Args:
        comparison: what to write.
        path: a name that ends in one of ``SUFFIXES``.
        base: id of the document along which an HTML report is read; the first by default.
        force: replace a file that exists.

    Raises:
        WriteError: the suffix is unknown, the file exists, or it could not be written.
    """
    path = Path(path)
    check(path, force=force)
    if path.suffix.lower() == ".json":
        from crossread.report.json_report import to_json

        _replace(path, to_json(comparison), force=force)
    elif path.suffix.lower() == ".csv":
        from crossread.report.facts_csv import to_csv

        _replace(path, to_csv(comparison), force=force)
    else:
        from crossread.report.html_report import to_html

        _replace(path, to_html(comparison, base), force=force)


def check(path: Path, *, force: bool = False) -> None:
    """Say what stands in the way of a report before any work is done.

    Raises:
        WriteError: as ``write`` does.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise WriteError(
            f"{_quoted(path)} is no kind of report: give a name that ends in .html, .json or .csv."
        )
    if path.is_dir():
        raise WriteError(f"{_quoted(path)} is a folder: give the name of a file.")
    if not path.parent.is_dir():
        raise WriteError(f"There is no folder {_quoted(path.parent)}: make it first, or choose another one.")
    if not force and os.path.lexists(path):
        raise WriteError(_exists(path))


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text to a file, whole or not at all.

    Raises:
        WriteError: the file exists and may not be replaced, or it could not be written.
    """
    if path.is_dir():
        raise WriteError(f"{_quoted(path)} is a folder: give the name of a file.")
    if not path.parent.is_dir():
        raise WriteError(f"There is no folder {_quoted(path.parent)}: make it first, or choose another one.")
    _replace(path, text, force=force)


def _replace(path: Path, text: str, *, force: bool) -> None:
    """Write beside the file, then put it in its place, so that nobody ever sees half of it."""
    target = path.resolve() if path.is_symlink() else path
    made = target.with_name(f".crossread-{secrets.token_hex(8)}.part")
    try:
        with made.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            made.chmod(stat.S_IMODE(target.stat().st_mode))
        _put(made, target, force=force)
    except FileExistsError:
        raise WriteError(_exists(path)) from None
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".")
        raise WriteError(f"{_quoted(path)} could not be written: {reason[:1].lower()}{reason[1:]}.") from None
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)


def _put(made: Path, target: Path, *, force: bool) -> None:
    """Give the file its name; without ``force`` also where another program took that name in the meantime.

    Raises:
        FileExistsError: the name is taken.
        OSError: it cannot be given.
    """
    if force:
        made.replace(target)
    elif os.name == "nt":
        made.rename(target)  # refuses a name that is taken
    else:
        try:
            target.hardlink_to(made)  # refuses it too, as rename does not here
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            made.replace(target)


def _exists(path: Path) -> str:
    return f"{_quoted(path)} exists already: choose another name, or replace it with --force."


def _quoted(path: Path) -> str:
    return f"\u201c{one_line(str(path))}\u201d"
