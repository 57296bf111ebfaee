"""What the window has done in the background: reading and comparing, each a pure function of its input."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.comparison import Comparison
from crossread.present.marks import Mark
from crossread.progress import IsCancelled, Progress
from crossread.text.document import Document
from crossread.ui.work import Work

if TYPE_CHECKING:
    from crossread.read import ReadResult


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with its marks, and how many seconds it took."""

    comparison: Comparison
    marks: Mapping[str, Sequence[Mark]]
    seconds: float


def reading(paths: Sequence[Path]) -> Work:
    """The work of reading these files and folders; returns a ReadResult."""

    def work(progress: Progress, cancelled: IsCancelled) -> "ReadResult":
        from crossread.read import read_all  # noqa: PLC0415 - the window is up before the readers are loaded

        return read_all(paths, progress=progress, cancelled=cancelled)

    return work


def comparing(documents: Sequence[Document]) -> Work:
    """The work of comparing these documents; returns a Compared."""

    def work(progress: Progress, cancelled: IsCancelled) -> Compared:
        from crossread.compare import compare  # noqa: PLC0415
        from crossread.present.marks import marks  # noqa: PLC0415

        start = time.perf_counter()
        comparison = compare(documents, progress, cancelled)
        return Compared(comparison, marks(comparison), time.perf_counter() - start)

    return work
