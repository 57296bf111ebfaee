"""How far a review has come: what is reviewed, what comes next, what is in which state."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from crossread.comparison import Finding
from crossread.review.action import DecisionState
from crossread.review.review import Review

STATES: tuple[DecisionState, ...] = get_args(DecisionState)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many findings are in which state.

    Attributes:
        counts: for each of ``STATES``, in their order.
        total: of all findings.
    """

    counts: tuple[tuple[DecisionState, int], ...]
    total: int

    @property
    def reviewed(self) -> int:
        """How many were decided on; what was put off was not."""
        return sum(count for state, count in self.counts if state not in ("open", "put off"))

    def __str__(self) -> str:
        return f"{self.reviewed:,} of {self.total:,} reviewed"


def standing(review: Review, findings: Iterable[Finding]) -> Standing:
    """How far a review of these findings has come."""
    counted = Counter(review.state(finding.id) for finding in findings)
    return Standing(tuple((state, counted[state]) for state in STATES), counted.total())


def next_unreviewed(
    review: Review, findings: Sequence[Finding], after: str = "", by: int = 1
) -> Finding | None:
    """The next finding that is open, round the end of the list; where none is, the next that was put off.

    Args:
        review: the decisions.
        findings: in the order of stepping.
        after: id of the finding from which to go on; empty for the first.
        by: 1 forwards, -1 backwards.
    """
    order = list(findings)[:: -1 if by < 0 else 1]
    start = next((number for number, finding in enumerate(order, 1) if finding.id == after), 0)
    around = order[start:] + order[: max(0, start - 1)]
    wanted: tuple[DecisionState, ...] = ("open", "put off")
    for state in wanted:
        found = next((finding for finding in around if review.state(finding.id) == state), None)
        if found:
            return found
    return None
