"""What the window has done in the background: reading and comparing, each a pure function of its input."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.choices import Choices
from crossread.comparison import Comparison
from crossread.memory import Memory
from crossread.present.marks import Mark
from crossread.progress import IsCancelled, Progress, check
from crossread.read.limits import DEFAULT, Limits
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.text.counting import count_words
from crossread.text.document import Document
from crossread.ui.opening.clipboard import Copied
from crossread.ui.search import Folded, fold
from crossread.ui.working.work import Work

if TYPE_CHECKING:
    from crossread.present.factgrid import FactGrid
    from crossread.present.timeline import Timeline
    from crossread.review.action import FactCorrection


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
    """A comparison with its marks.

    Attributes:
        comparison: with the corrections applied.
        marks: of each document.
        seconds: how long comparing took.
        found: the comparison as it was found, where corrections were applied to it; else None.
        corrections: those that were applied.
        facts: the fact grid of all documents.
        dates: their timeline.
    """

    comparison: Comparison
    marks: Mapping[str, Sequence[Mark]]
    seconds: float
    found: Comparison | None = None
    corrections: tuple[FactCorrection, ...] = ()
    facts: FactGrid | None = None
    dates: Timeline | None = None

    @property
    def as_found(self) -> Comparison:
        """The comparison before any correction."""
        return self.found or self.comparison


def reading(paths: Sequence[Path], limits: Limits = DEFAULT, options: ReadOptions = NO_OPTIONS) -> Work:
    """The work of reading these files and folders; yields an Arrived as soon as there is something to show.

    Args:
        paths: files and folders.
        limits: what is refused.
        options: what the person asked for, of all files.
    """

    def work(progress: Progress, cancelled: IsCancelled) -> Iterator[Arrived]:
        from crossread.read import read_each

        for read in read_each(paths, progress, cancelled, options, limits):
            yield arrived(read.documents, read.problems)
        check(cancelled)

    return work


def pasting(copied: Copied, limits: Limits = DEFAULT) -> Work:
    """The work of making a document of what was copied or dropped; returns an Arrived."""

    def work(_progress: Progress, cancelled: IsCancelled) -> Arrived:
        from crossread.read import Reading, read_clipboard

        reading = Reading(limits=limits, cancelled=cancelled)
        return arrived((read_clipboard(copied.plain, copied.html, reading=reading),))

    return work


def arrived(documents: tuple[Document, ...], problems: tuple[str, ...] = ()) -> Arrived:
    """Documents with what the window will want to know of their texts at once."""
    words = {document.digest: count_words(document.text) for document in documents}
    return Arrived(documents, problems, words, {d.digest: fold(d.text) for d in documents})


def preparing(documents: Sequence[Document]) -> Work:
    """The work of making ready documents that have been read before; returns an Arrived."""

    def work(_progress: Progress, _cancelled: IsCancelled) -> Arrived:
        return arrived(tuple(documents))

    return work


def comparing(
    documents: Sequence[Document],
    corrections: tuple[FactCorrection, ...] = (),
    choices: Choices = Choices(),  # noqa: B008 - frozen
    memory: Memory | None = None,
) -> Work:
    """The work of comparing these documents and setting right what a person set right; returns a Compared.

    Args:
        documents: as they were read.
        corrections: of facts.
        choices: what else a person settled.
        memory: of earlier comparisons, so that a pin does not have everything worked out again.
    """

    def work(progress: Progress, cancelled: IsCancelled) -> Compared:
        from crossread.compare import compare

        start = time.perf_counter()
        found = compare(documents, progress, cancelled, choices, memory)
        return _corrected(found, corrections, time.perf_counter() - start)

    return work


def correcting(result: Compared, corrections: tuple[FactCorrection, ...]) -> Work:
    """The work of setting facts right in a comparison that is known; returns a Compared."""

    def work(progress: Progress, _cancelled: IsCancelled) -> Compared:
        progress("Judging the facts anew", 0.0)
        return _corrected(result.as_found, corrections, result.seconds)

    return work


def _corrected(found: Comparison, corrections: tuple[FactCorrection, ...], seconds: float) -> Compared:
    from crossread.present.factgrid import fact_grid
    from crossread.present.marks import marks
    from crossread.present.timeline import timeline
    from crossread.review.correction import corrected

    comparison = corrected(found, corrections)
    dates = timeline(comparison)
    return Compared(comparison, marks(comparison), seconds, found, corrections, fact_grid(comparison), dates)
