"""Which of the candidate pairs become links."""

import numpy as np

from crossread.align.field import Integers
from crossread.align.likeness import Likeness, ranks

_ENOUGH = 0.2


def decide(found: Likeness) -> Integers:
    """The numbers of the candidate pairs that a reader is shown as links."""
    mine, theirs = ranks(found.left, found.right, found.score, found.group)
    return np.flatnonzero((mine == 0) & (theirs == 0) & (found.score >= _ENOUGH))
