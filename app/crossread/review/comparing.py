"""A review and its documents become a comparison in which everything that was settled holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.memory import Memory
from crossread.progress import IsCancelled, Progress, never_cancelled, no_progress
from crossread.review.carrying import Carried, Look
from crossread.review.correction import corrected
from crossread.review.matching import matched
from crossread.review.review import Review
from crossread.text.document import Document


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A comparison with a review of it.

    Attributes:
        comparison: with pins, choices and corrected facts in force.
        found: the same before its facts were corrected.
        review: with decisions and tags by the ids of the comparison's findings, and every place in the present texts.
        looks: what should be looked at again.
    """

    comparison: Comparison
    found: Comparison
    review: Review
    looks: tuple[Look, ...] = ()


def reviewed(
    documents: Sequence[Document],
    carried_over: Carried,
    progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
    memory: Memory | None = None,
) -> Reviewed:
    """Compare documents as a person wants it.

    Args:
        documents: as they were read, under their letters.
        carried_over: the review, carried over to these texts.
        progress, cancelled, memory: as for ``compare``.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    found = compare(documents, progress, cancelled, carried_over.review.choices, memory)
    comparison = corrected(found, carried_over.review.fact_corrections)
    final = matched(carried_over, comparison)
    return Reviewed(comparison, found, final.review, final.looks)
