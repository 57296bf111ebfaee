"""How much of each document another tells too: the matrix of the documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from crossread.align.link import Link
from crossread.text.document import Document

_COPIED = 3  # level from which on a passage counts as copied: nearly verbatim
_REWORDED = 1  # level from which on it counts as reworded


@dataclass(frozen=True, slots=True)
class Overlap:
    """What one document shares with another, as shares of its own characters that are no boilerplate.

    Attributes:
        document, other: their ids.
        linked: share that stands in passages linked with the other.
        copied: share in passages whose best link is verbatim or nearly so.
        reworded: share in passages whose best link is reworded, loosely or closely.
    """

    document: str
    other: str
    linked: float
    copied: float
    reworded: float


def overlaps(documents: Sequence[Document], links: Sequence[Link]) -> tuple[Overlap, ...]:
    """The matrix of the documents, a row for each ordered pair, in their order."""
    owner = {passage.id: document.id for document in documents for passage in document.passages}
    best: dict[tuple[str, str], int] = {}
    for link in links:
        for mine, theirs in ((link.a, link.b), (link.b, link.a)):
            key = mine, owner[theirs]
            best[key] = max(link.level, best.get(key, 0))
    found = []
    for document, other in permutations(documents, 2):
        passages = [passage for passage in document.passages if passage.kind != "boilerplate"]
        whole = sum(len(passage.span) for passage in passages) or 1
        levels = [(best.get((passage.id, other.id), -1), len(passage.span)) for passage in passages]
        linked, copied, worded = (
            sum(length for level, length in levels if level >= least) / whole
            for least in (0, _COPIED, _REWORDED)
        )
        found.append(
            Overlap(document.id, other.id, round(linked, 4), round(copied, 4), round(worded - copied, 4))
        )
    return tuple(found)
