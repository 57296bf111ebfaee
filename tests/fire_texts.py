"""Three reports of one fire: what they count differs, agrees, rounds or stands alone. For tests of facts."""

from functools import cache

from comparisons import documents
from crossread.compare import compare
from crossread.comparison import Comparison

A = (
    "Harbour fire",
    "A fire broke out in the harbour of Lund on 4 May 2026.",
    "About 120 workers fled the warehouse of the harbour.",
    "The fire service sent 14 engines to the quay of the harbour.",
    "The quay stayed closed for two days after the fire.",
)
B = (
    "Blaze at the port",
    "About 120 workers fled the warehouse of the harbour when fire broke out.",
    "The fire service sent 40 engines to the quay of the harbour.",
    "The quay stayed closed for two days after the fire.",
    "The mayor counted 9 boats.",
)
C = (
    "Lund: warehouse burns",
    "A fire broke out in the harbour of Lund in May 2026.",
    "The fire service sent 14 engines to the quay of the harbour.",
    "The quay stayed closed for 48 hours after the fire.",
)


@cache
def fire() -> Comparison:
    """The three compared: engines contradict, days are vaguer, lengths and workers agree, boats stand alone."""
    return compare(documents(A, B, C))
