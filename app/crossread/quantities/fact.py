"""The quantities of several documents that speak of the same thing."""

from dataclasses import dataclass
from typing import Literal

from crossread.quantities.quantity import Quantity, QuantityKind

Verdict = Literal["same", "rounding", "vaguer", "contradiction"]
GRAVITY: dict[Verdict, int] = {"same": 0, "rounding": 1, "vaguer": 2, "contradiction": 3}
BADGES: dict[Verdict, str] = {"same": "=", "rounding": "≈", "vaguer": "⊂", "contradiction": "≠"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in one document."""

    document: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class FactPair:
    """What two mentions of one fact are to each other.

    Attributes:
        a, b: indices into the fact's mentions.
        verdict: same, rounding, vaguer or contradiction.
        why: one plain sentence ("28.8 million rounds to 29 million").
    """

    a: int
    b: int
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Fact:
    """The quantities of several documents that speak of the same thing.

    Attributes:
        label: what the fact is about, in plain words ("fraudulent accounts").
        kind: the kind of its quantities.
        mentions: in the order of documents and text.
        pairs: every pair of mentions of different documents that was judged.
        verdict: the gravest of its pairs.
    """

    label: str
    kind: QuantityKind
    mentions: tuple[Mention, ...]
    pairs: tuple[FactPair, ...]
    verdict: Verdict
