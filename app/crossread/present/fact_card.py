"""What a card says of a fact or of one value: who states what, and how it stands to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison, Place
from crossread.quantities.fact import BADGES, GRAVITY, Fact, Mention, Verdict
from crossread.quantities.wording import understood


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card.

    Attributes:
        documents: whose letters stand before it.
        words: as written, on one line; empty where the line is about a pair.
        understood: the value that was read.
        badge: = ≈ ⊂ ≠, or empty.
        sentence: why, one plain sentence, or empty.
    """

    documents: tuple[str, ...]
    words: str
    understood: str
    badge: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Card:
    """A heading and its lines, the gravest first."""

    title: str
    lines: tuple[CardLine, ...]


def fact_card(comparison: Comparison, fact: Fact, documents: Sequence[str]) -> Card:
    """Why a fact got its verdict: every sentence on its pairs, with the documents it holds for.

    Args:
        comparison: whose fact.
        fact: what is asked about.
        documents: ids of those that are shown; pairs with others are left out.
    """
    named: dict[tuple[Verdict, str], dict[str, None]] = {}
    for pair in fact.pairs:
        ids = [fact.mentions[index].document for index in (pair.a, pair.b)]
        if set(ids) <= set(documents):
            named.setdefault((pair.verdict, pair.why), {}).update(dict.fromkeys(ids))
    lines = [
        CardLine(tuple(sorted(ids)), "", "", BADGES[verdict], _of_all(why, len(ids)))
        for (verdict, why), ids in named.items()
    ]
    if not lines:
        lines = [
            CardLine(
                (m.document,), _words(comparison, m), understood(m.quantity), "", "No other source states it."
            )
            for m in fact.mentions
            if m.document in documents
        ]
    spun = _spun(comparison, [m for m in fact.mentions if m.document in documents])
    return Card(_title(fact), (*_gravest_first(lines), *spun))


def value_card(comparison: Comparison, place: Place, documents: Sequence[str]) -> Card | None:
    """What the other sources say where one states the quantity at ``place``; None where nobody else does.

    Args:
        comparison: in which it was found.
        place: the whole mention.
        documents: ids of those that are shown.
    """
    for fact in comparison.facts:
        at = next(
            (
                i
                for i, m in enumerate(fact.mentions)
                if (m.document, m.quantity.span) == (place.document, place.span)
            ),
            -1,
        )
        if at < 0:
            continue
        found: dict[tuple[str, str, str, str], dict[str, None]] = {}
        for pair in fact.pairs:
            if at not in (pair.a, pair.b):
                continue
            other = fact.mentions[pair.b if pair.a == at else pair.a]
            if other.document in documents and other.document != place.document:
                # That the same is the same, the sign says already.
                why = "" if pair.verdict == "same" else pair.why
                key = (_words(comparison, other), understood(other.quantity), BADGES[pair.verdict], why)
                found.setdefault(key, {})[other.document] = None
        if found:
            lines = [CardLine(tuple(ids), *key) for key, ids in found.items()]
            spun = _spun(comparison, [m for m in fact.mentions if m.document in {*documents, place.document}])
            return Card(_title(fact), (*_gravest_first(lines), *spun))
    return None


def _spun(comparison: Comparison, mentions: Sequence[Mention]) -> list[CardLine]:
    """A last line for what stands in spun text."""
    spun = sorted({m.document for m in mentions if comparison.is_spun(Place(m.document, m.quantity.span))})
    sentence = "The text around it is spun: its figures may have been altered."
    return [CardLine(tuple(spun), "", "", "", sentence)] if spun else []


def _title(fact: Fact) -> str:
    return fact.label[:1].upper() + fact.label[1:]


def _words(comparison: Comparison, mention: Mention) -> str:
    return mention.quantity.span.line_of(comparison.document[mention.document].text)


def _of_all(why: str, documents: int) -> str:
    """A sentence on two that holds for more of them."""
    return why.replace("Both say", "All say", 1) if documents > 2 and why.startswith("Both say") else why


def _gravest_first(lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    gravity = {BADGES[verdict]: weight for verdict, weight in GRAVITY.items()}
    return tuple(sorted(lines, key=lambda line: -gravity.get(line.badge, -1)))
