"""Many files become documents A, B, C ..."""

from collections.abc import Iterable, Iterator, Sequence
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


def read_each(
    paths: Iterable[Path | str], progress: Progress = no_progress, cancelled: IsCancelled = never_cancelled
) -> Iterator[ReadResult]:
    """Read files and the text files in folders, each handed out as soon as it has been read.

    What cannot be read is told and does not stop the others. The same text twice is taken once.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    gathered = gather(paths)
    if gathered.problems:
        yield ReadResult((), gathered.problems)
    yield from _read(gathered.files, cancelled, progress)
    if gathered.notes:
        yield ReadResult((), gathered.notes)


def read_all(
    paths: Iterable[Path | str], progress: Progress = no_progress, cancelled: IsCancelled = never_cancelled
) -> ReadResult:
    """The same as ``read_each``, all at once.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    return _together(read_each(paths, progress, cancelled))


def _read(files: Sequence[Path], cancelled: IsCancelled, progress: Progress) -> Iterator[ReadResult]:
    documents: dict[str, Document] = {}
    for number, path in enumerate(files):
        check(cancelled)
        progress(f"Reading {shown_name(path)}", number / len(files))
        try:
            document = read_file(path, letter(len(documents)), cancelled)
        except ReadError as error:
            yield ReadResult((), (str(error),))
            continue
        first = documents.setdefault(document.digest, document)
        if first is document:
            yield ReadResult((document,), ())
        else:
            told = (
                f"{quoted(path)} holds the same text as {quoted(first.source)} and was left out; "
                "choose another file to compare with."
            )
            yield ReadResult((), (told,))


def _together(results: Iterable[ReadResult]) -> ReadResult:
    documents: list[Document] = []
    problems: list[str] = []
    for result in results:
        documents += result.documents
        problems += result.problems
    return ReadResult(tuple(documents), tuple(problems))


def read(*paths: Path | str) -> tuple[Document, ...]:
    """Read files and folders into documents labelled A, B, C ...; files of other formats in folders are
    passed over.

    Raises:
        ReadError: one of them cannot be read, or holds the same text as another.
    """
    gathered = gather(paths)
    result = _together(_read(gathered.files, never_cancelled, no_progress))
    if gathered.problems or result.problems:
        raise ReadError(" ".join((*gathered.problems, *result.problems)))
    return result.documents
