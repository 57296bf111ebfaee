"""Many files become documents A, B, C ..."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crossread.errors import ReadError
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress
from crossread.read.file import Reading, read_documents
from crossread.read.gather import gather
from crossread.read.isolation import Isolation
from crossread.read.limits import DEFAULT, Limits
from crossread.read.names import quoted, shown_name
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.text.document import Document, letter


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What became of files.

    Attributes:
        documents: what could be read, labelled A, B, C ...
        problems: what could not, and what else is to be told, each one plain sentence.
        complete: whether every file that was named could be read.
    """

    documents: tuple[Document, ...]
    problems: tuple[str, ...]
    complete: bool = True


def read_each(
    paths: Iterable[Path | str],
    progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
    options: ReadOptions = NO_OPTIONS,
    limits: Limits = DEFAULT,
) -> Iterator[ReadResult]:
    """Read files and the files in folders, each handed out as soon as it has been read.

    What cannot be read is told and does not stop the others. The same text twice is taken once.

    Args:
        paths: files and folders.
        progress: told which file is read.
        cancelled: asked now and then.
        options: what the person asked for, of all files.
        limits: what is refused.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    gathered = gather(paths, limits)
    if gathered.problems:
        yield ReadResult((), gathered.problems, complete=False)
    for result, notes in _read(gathered.files, cancelled, progress, options, limits):
        yield replace(result, problems=(*result.problems, *notes))
    if gathered.notes:
        yield ReadResult((), gathered.notes)


def read_all(
    paths: Iterable[Path | str],
    progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
    options: ReadOptions = NO_OPTIONS,
    limits: Limits = DEFAULT,
) -> ReadResult:
    """The same as ``read_each``, all at once.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    results = list(read_each(paths, progress, cancelled, options, limits))
    return ReadResult(
        tuple(document for result in results for document in result.documents),
        tuple(problem for result in results for problem in result.problems),
        all(result.complete for result in results),
    )


def read(
    *paths: Path | str, options: ReadOptions = NO_OPTIONS, limits: Limits = DEFAULT
) -> tuple[Document, ...]:
    """Read files and folders into documents labelled A, B, C ...; files of kinds that are not read are passed over
    in folders.

    Args:
        paths: files and folders.
        options: what the person asked for, of all files.
        limits: what is refused.

    Raises:
        ReadError: one of them cannot be read, or holds the same text as another.
    """
    gathered = gather(paths, limits)
    results = [result for result, _ in _read(gathered.files, never_cancelled, no_progress, options, limits)]
    problems = [*gathered.problems, *(problem for result in results for problem in result.problems)]
    if problems:
        raise ReadError(" ".join(problems))
    return tuple(document for result in results for document in result.documents)


def _read(
    files: Sequence[Path], cancelled: IsCancelled, progress: Progress, options: ReadOptions, limits: Limits
) -> Iterator[tuple[ReadResult, tuple[str, ...]]]:
    """What became of each file, and what was left out of it though it could be read."""
    documents: dict[str, Document] = {}
    with Isolation() as isolation:
        for number, path in enumerate(files):
            check(cancelled)
            tell = _telling(progress, path, number, len(files))
            tell(0.0)
            try:
                reading = Reading(options, limits, isolation, tell, cancelled)
                found = read_documents(path, len(documents), reading)
            except ReadError as error:
                yield ReadResult((), (str(error),), complete=False), ()
                continue
            new, problems = _new(found.documents, documents)
            yield ReadResult(new, problems, not problems), found.notes


def _new(
    found: Iterable[Document], known: dict[str, Document]
) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """Those whose texts were not read before, labelled to follow them, and one sentence for each of the others."""
    new: list[Document] = []
    problems: list[str] = []
    for document in found:
        first = known.get(document.digest)
        if first is None:
            new.append(document.labelled(letter(len(known))))
            known[document.digest] = new[-1]
        else:
            problems.append(
                f"{_called(document)} holds the same text as {_called(first)} and was left out; "
                "choose another file to compare with."
            )
    return tuple(new), tuple(problems)


def _telling(progress: Progress, path: Path, number: int, count: int) -> Callable[[float], None]:
    stage = f"Reading {shown_name(path)}"
    return lambda share: progress(stage, (number + share) / count)


def _called(document: Document) -> str:
    return quoted(document.provenance.part or document.source)
