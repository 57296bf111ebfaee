"""Reports as files: the suffix decides what is written, and a file is written whole or not at all."""

import contextlib
import os
import secrets
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.comparison import Comparison
from crossread.errors import CrossreadError
from crossread.text.shown import one_line

if TYPE_CHECKING:
    from crossread.report.additions import Additions
    from crossread.report.paper import Paper, Wanted
    from crossread.report.tables_csv import CsvTable
    from crossread.review.carrying import Look
    from crossread.review.review import Review

SUFFIXES = (".html", ".htm", ".pdf", ".docx", ".md", ".csv", ".json", ".jsonld")
"""What a report's name may end in."""
_NAMED = ", ".join(suffix for suffix in SUFFIXES[:-1] if suffix != ".htm") + f" or {SUFFIXES[-1]}"
ToPdf = Callable[["Paper"], bytes]
"""Draws a report as a PDF. Only the window's part of the program can, so whoever writes a PDF brings it along."""


class WriteError(CrossreadError):
    """A report could not be written; nothing of it was left behind."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is made.

    Attributes:
        base: id of the document along which the rows are read; the first where it is None.
        review: what people added; None for a report of the comparison alone.
        looks: what of it should be looked at again.
        private: show private notes too.
        table: what a CSV file holds.
        wanted: what goes into a PDF, Word or Markdown file; everything where it is None.
    """

    base: str | None = None
    review: "Review | None" = None
    looks: "Sequence[Look]" = ()
    private: bool = False
    table: "CsvTable" = "facts"
    wanted: "Wanted | None" = None


def write(
    comparison: Comparison,
    path: str | Path,
    options: Options | None = None,
    *,
    force: bool = False,
    to_pdf: ToPdf | None = None,
) -> None:
    """Write a comparison to a file as its suffix says.

    Args:
        comparison: what to write.
        path: a name that ends in one of ``SUFFIXES``.
        options: how it is made.
        force: replace a file that exists.
        to_pdf: draws a PDF; needed for names that end in .pdf only.

    Raises:
        WriteError: the suffix is unknown, the file exists, or it could not be written.
    """
    path, options = Path(path), options or Options()
    check(path, force=force)
    from crossread.report.additions import additions

    shown = additions(comparison, options.review, options.looks, private=options.private)
    suffix = path.suffix.lower()
    if suffix in (".pdf", ".docx", ".md"):
        data = _on_paper(comparison, suffix, options, shown, to_pdf)
    else:
        data = _text(comparison, suffix, options, shown).encode("utf-8")
    _replace(path, data, force=force)


def _on_paper(
    comparison: Comparison, suffix: str, options: Options, shown: "Additions", to_pdf: ToPdf | None
) -> bytes:
    from crossread.report.paper import EVERYTHING, paper

    laid_out = paper(comparison, options.base, shown, options.wanted or EVERYTHING)
    if suffix == ".docx":
        from crossread.report.docx_report import to_docx

        return to_docx(laid_out)
    if suffix == ".md":
        from crossread.report.markdown_report import to_markdown

        return to_markdown(laid_out).encode("utf-8")
    if to_pdf is None:
        raise WriteError("A PDF cannot be made here: write an HTML report, and print it from a browser.")
    return to_pdf(laid_out)


def _text(comparison: Comparison, suffix: str, options: Options, shown: "Additions") -> str:
    if suffix == ".json":
        from crossread.report.json_report import to_json

        return to_json(comparison, shown)
    if suffix == ".jsonld":
        from crossread.report.annotations import to_annotations

        return to_annotations(comparison, shown)
    if suffix == ".csv":
        from crossread.report.tables_csv import table_csv

        return table_csv(comparison, options.table, shown)
    from crossread.report.html_report import to_html

    return to_html(comparison, options.base, shown)


def check(path: Path, *, force: bool = False) -> None:
    """Say what stands in the way of a report before any work is done.

    Raises:
        WriteError: as ``write`` does.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise WriteError(f"{_quoted(path)} is no kind of report: give a name that ends in {_NAMED}.")
    _check_place(path)
    if not force and os.path.lexists(path):
        raise WriteError(_exists(path))


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text to a file, whole or not at all.

    Raises:
        WriteError: the file exists and may not be replaced, or it could not be written.
    """
    _check_place(path)
    _replace(path, text.encode("utf-8"), force=force)


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise WriteError(f"{_quoted(path)} is a folder: give the name of a file.")
    if not path.parent.is_dir():
        raise WriteError(f"There is no folder {_quoted(path.parent)}: make it first, or choose another one.")


def _replace(path: Path, data: bytes, *, force: bool) -> None:
    """Write beside the file, then put it in its place, so that nobody ever sees half of it."""
    target = path.resolve() if path.is_symlink() else path
    made = target.with_name(f".crossread-{secrets.token_hex(8)}.part")
    try:
        with made.open("xb") as file:
            file.write(data)
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
