"""Many files become documents A, B, C ..."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.errors import ReadError
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress
from crossread.read.file import read_file
from crossread.read.gather import gather
from crossread.read.names import quoted, shown_name
from crossread.text.document import Document, letter


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What could be read, labelled A, B, C ..., and what could not, each one plain sentence."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]


def read_all(
    paths: Iterable[Path | str], progress: Progress = no_progress, cancelled: IsCancelled = never_cancelled
) -> ReadResult:
    """Read files and the text files in folders; what cannot be read is told and does not stop the others.

    The same text twice is taken once.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    gathered = gather(paths)
    result = _read(gathered.files, cancelled, progress)
    return ReadResult(result.documents, (*gathered.problems, *result.problems, *gathered.notes))


def _read(files: Sequence[Path], cancelled: IsCancelled, progress: Progress) -> ReadResult:
    documents: dict[str, Document] = {}
    problems: list[str] = []
    for number, path in enumerate(files):
        check(cancelled)
        progress(f"Reading {shown_name(path)}", number / len(files))
        try:
            document = read_file(path, letter(len(documents)), cancelled)
        except ReadError as error:
            problems.append(str(error))
            continue
        first = documents.setdefault(document.digest, document)
        if first is not document:
            problems.append(
                f"{quoted(path)} holds the same text as {quoted(first.source)} and was left out; "
                "choose another file to compare with."
            )
    return ReadResult(tuple(documents.values()), tuple(problems))


def read(*paths: Path | str) -> tuple[Document, ...]:
    """Read files and folders into documents labelled A, B, C ...; files of other formats in folders are
    passed over.

    Raises:
        ReadError: one of them cannot be read, or holds the same text as another.
    """
    gathered = gather(paths)
    result = _read(gathered.files, never_cancelled, no_progress)
    if gathered.problems or result.problems:
        raise ReadError(" ".join((*gathered.problems, *result.problems)))
    return result.documents
