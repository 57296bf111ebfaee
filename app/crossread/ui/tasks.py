"""What the window has done in the background: reading and comparing, each a pure function of its input."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.comparison import Comparison
from crossread.present.marks import Mark
from crossread.progress import IsCancelled, Progress, check
from crossread.text.document import Document
from crossread.ui.search import Folded, fold
from crossread.ui.work import Work


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of some files, and what the window will want to know of their texts at once.

    Attributes:
        documents: those that could be read.
        problems: one plain sentence for each that could not.
        words: how many words each text has, by its digest.
        folded: each text as it is searched, by its digest.
    """

    documents: tuple[Document, ...]
    problems: tuple[str, ...]
    words: Mapping[str, int]
    folded: Mapping[str, Folded]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with its marks, and how many seconds it took."""

    comparison: Comparison
    marks: Mapping[str, Sequence[Mark]]
    seconds: float


def reading(paths: Sequence[Path]) -> Work:
    """The work of reading these files and folders; returns an Arrived."""

    def work(progress: Progress, cancelled: IsCancelled) -> Arrived:
        from crossread.read import read_all

        read = read_all(paths, progress=progress, cancelled=cancelled)
        check(cancelled)
        words = {document.digest: len(document.text.split()) for document in read.documents}
        folded = {document.digest: fold(document.text) for document in read.documents}
        return Arrived(read.documents, read.problems, words, folded)

    return work


def comparing(documents: Sequence[Document]) -> Work:
    """The work of comparing these documents; returns a Compared."""

    def work(progress: Progress, cancelled: IsCancelled) -> Compared:
        from crossread.compare import compare
        from crossread.present.marks import marks

        start = time.perf_counter()
        comparison = compare(documents, progress, cancelled)
        return Compared(comparison, marks(comparison), time.perf_counter() - start)

    return work
