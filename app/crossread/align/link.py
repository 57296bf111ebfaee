"""Which passages of different documents say the same thing."""

from dataclasses import dataclass
from typing import Literal

Degree = Literal["on the topic", "loosely reworded", "reworded", "nearly verbatim", "verbatim"]
_DEGREES: tuple[Degree, ...] = ("on the topic", "loosely reworded", "reworded", "nearly verbatim", "verbatim")
_LEAST = (0.0, 0.3, 0.5, 0.75, 0.95)  # share of equal words
# What is nearly or wholly verbatim has a stretch of equal words too: so large a part of the shorter passage, or so
# many words. Equal words in another order are reworded.
_STRETCH = {3: (0.25, 8), 4: (0.5, 12)}
# A stretch that is copied counts whatever stands beside it: so large a part of the shorter passage, and so many words.
_COPIED = ((0.9, 3), (0.5, 2))
_LONG = 8


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different documents that say the same thing.

    Attributes:
        a, b: ids of the passages.
        score: 0 to 1.
        why: what they share, in plain words, most telling first.
        moved: they stand in another order than the links around them.
        equal: share of their words that are equal, wherever they stand, 0 to 1.
        run: number of words in the longest stretch that is equal word for word; 0 if it was not looked for.
        run_share: its share of the words of the shorter passage, 0 to 1.
        shared: the rare words, names and numbers both have, as written in ``a``, most telling first.
        pinned: a person aligned them.
    """

    a: str
    b: str
    score: float
    why: tuple[str, ...]
    moved: bool = False
    equal: float = 0.0
    run: int = 0
    shared: tuple[str, ...] = ()
    pinned: bool = False
    run_share: float = 0.0

    @property
    def level(self) -> int:
        """How near the wording is, in five steps: 0 merely on the topic, 4 verbatim."""
        level = max(step for step, least in enumerate(_LEAST) if self.equal >= least)
        if not self.run:
            return level
        while level in _STRETCH and self.run_share < _STRETCH[level][0] and self.run < _STRETCH[level][1]:
            level -= 1
        copied = next((step for least, step in _COPIED if self.run_share >= least and self.run >= _LONG), 0)
        return max(level, copied)

    @property
    def degree(self) -> Degree:
        """The level in words."""
        return _DEGREES[self.level]


@dataclass(frozen=True, slots=True)
class Row:
    """The passages of all documents on one topic.

    Attributes:
        id: the same whenever the same texts are compared, in whatever order.
        passages: for each document that speaks, its id and the ids of its passages in the order of its text;
            silent documents are left out.
    """

    id: str
    passages: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that speak."""
        return tuple(document for document, _ in self.passages)

    def of(self, document_id: str) -> tuple[str, ...]:
        """Ids of this document's passages in the row; empty where it is silent."""
        return next((passages for document, passages in self.passages if document == document_id), ())


@dataclass(frozen=True, slots=True)
class Linked:
    """What the alignment found.

    Attributes:
        links: ordered by the documents' and passages' places; ``a`` is of the earlier document.
        unfinished: what was not fully compared and why, each one plain sentence; empty as a rule.
    """

    links: tuple[Link, ...]
    unfinished: tuple[str, ...] = ()
