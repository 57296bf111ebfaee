"""Files and folders as a person names them become the files to read."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crossread.read.kinds import HTML, SUFFIXES
from crossread.read.limits import DEFAULT, Limits
from crossread.read.names import quoted

_FIGURES = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files to read.

    Attributes:
        files: in the order named, those of a folder in natural order.
        problems: what could not be taken, each one plain sentence.
        notes: what was passed over on purpose, each one plain sentence.
    """

    files: tuple[Path, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def gather(paths: Iterable[Path | str], limits: Limits = DEFAULT) -> Gathered:
    """Replace each folder by the documents in it and below it, in natural order (2 before 10).

    Hidden files, files of other formats and the folders beside saved pages are passed over; links that lead back into
    a folder already seen do no harm. A path that is no folder is taken as it is: whether it can be read shows when
    it is read.
    """
    files: list[Path] = []
    problems: list[str] = []
    notes: list[str] = []
    for path in map(Path, paths):
        if not _is_folder(path):
            files.append(path)
            continue
        known = len(problems)
        found = list(_below(path, problems, set(), limits.folder_depth))
        texts = [file for file in found if file.suffix.lower() in SUFFIXES]
        if not texts and len(problems) == known:
            problems.append(
                f"The folder {quoted(path.absolute())} holds no documents that can be read; choose another one."
            )
        elif texts and len(found) > len(texts):
            notes.append(_left_out(path, len(found) - len(texts)))
        if len(texts) > limits.files:
            problems.append(
                f"The folder {quoted(path.absolute())} holds {len(texts)} files; only the first "
                f"{limits.files} were taken, so move what belongs together to a folder of its own."
            )
        files.extend(texts[: limits.files])
    return Gathered(tuple(files), tuple(problems), tuple(notes))


def _left_out(folder: Path, count: int) -> str:
    files = "1 file that is" if count == 1 else f"{count} files that are"
    return (
        f"In the folder {quoted(folder.absolute())} {files} of no kind that is read, by name, "
        "was left out; open a file by itself to read it all the same."
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _below(folder: Path, problems: list[str], seen: set[str], depth: int) -> Iterator[Path]:
    """Regular files in a folder, then those in its folders."""
    place = os.path.realpath(folder)
    if place in seen or depth < 0:
        return
    seen.add(place)
    try:
        entries = sorted(
            (entry for entry in folder.iterdir() if not entry.name.startswith(".")), key=_natural
        )
    except OSError:
        problems.append(
            f"The folder {quoted(folder)} may not be looked into by you; change its permissions or copy it."
        )
        return
    for entry in entries:
        if entry.is_file():
            yield entry
    pages = {entry.stem for entry in entries if entry.suffix.lower() in HTML.suffixes}
    for entry in entries:
        if _is_folder(entry) and not _belongs_to_page(entry.name, pages):
            yield from _below(entry, problems, seen, depth - 1)


def _belongs_to_page(folder: str, pages: set[str]) -> bool:
    """Whether a browser made the folder beside a page that it saved: "Page_files", "Page-Dateien", "Page.files"."""
    stem = re.sub(r"[_.-][^\W\d_]+\Z", "", folder)
    return stem != folder and stem in pages


def _natural(path: Path) -> tuple[list[tuple[int, int, str]], str]:
    parts = _FIGURES.split(path.name.casefold())
    return [
        (0, int(part[:18]), "") if part.isdecimal() else (1, 0, part) for part in parts if part
    ], path.name
