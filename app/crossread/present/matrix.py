"""How much of each two documents is linked, copied and reworded: who took from whom, at a glance."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from crossread.comparison import Comparison
from crossread.text.shown import percent

COPIED_LEVEL = 3  # nearly verbatim; from here on a passage counts as copied
REWORDED_LEVEL = 1  # below that two passages share a topic, and no wording to speak of


@dataclass(frozen=True, slots=True)
class PairShares:
    """Shares of the text of two documents together, boilerplate apart, 0 to 1.

    Attributes:
        a, b: ids of the documents.
        linked: in passages that are linked with one of the other document.
        copied: in passages that have a nearly verbatim or verbatim counterpart there.
        reworded: in passages whose nearest counterpart there is reworded.
    """

    a: str
    b: str
    linked: float
    copied: float
    reworded: float

    @property
    def sentence(self) -> str:
        """The shares in plain words."""
        return (
            f"{self.a} and {self.b}: {percent(self.linked)} of their text is linked, "
            f"{percent(self.copied)} copied, {percent(self.reworded)} reworded."
        )


def matrix(comparison: Comparison, order: Sequence[str]) -> tuple[PairShares, ...]:
    """The shares of each two of the documents asked for, in the order of the pairs.

    Args:
        comparison: what is shown.
        order: ids of the documents to show.
    """
    nearest: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for link in comparison.links:
        documents = comparison.passage[link.a][0].id, comparison.passage[link.b][0].id
        levels = nearest[min(documents), max(documents)]
        for passage in (link.a, link.b):
            levels[passage] = max(link.level, levels.get(passage, 0))
    length = {
        passage.id: len(passage.span.line_of(document.text))
        for document in comparison.documents
        for passage in document.passages
        if passage.kind != "boilerplate"
    }
    whole = {
        document.id: sum(length.get(passage.id, 0) for passage in document.passages)
        for document in comparison.documents
    }
    found = []
    for a, b in combinations(order, 2):
        levels = nearest[min(a, b), max(a, b)]
        text = max(1, whole[a] + whole[b])
        copied = sum(length[passage] for passage, level in levels.items() if level >= COPIED_LEVEL)
        reworded = sum(
            length[passage] for passage, level in levels.items() if REWORDED_LEVEL <= level < COPIED_LEVEL
        )
        linked = sum(length[passage] for passage in levels)
        found.append(PairShares(a, b, linked / text, copied / text, reworded / text))
    return tuple(found)
