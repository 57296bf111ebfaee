"""The facts of a comparison as a table: one row a fact, one column a document."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison
from crossread.quantities.fact import BADGES, GRAVITY, Fact, FactPair, Verdict
from crossread.quantities.quantity import QuantityKind
from crossread.quantities.wording import understood
from crossread.text.span import Span


@dataclass(frozen=True, slots=True)
class FactEntry:
    """One mention in a cell.

    Attributes:
        span: of the mention, in code points of the document's text.
        words: as written, white space evened out.
        understood: the value as understood, with its leeway ("42 days, ±10 %").
        note: how it stands to the other documents, one plain sentence; empty where it stands alone.
        aside: of another kind than the fact, and brought in because it settles it (a dated range).
    """

    span: Span
    words: str
    understood: str
    note: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class FactCell:
    """What one document says of a fact; no entries where it is silent.

    Attributes:
        document: its id.
        entries: in the order of its text.
        odd: it is the odd one out: it contradicts at least as many documents as agree with it.
    """

    document: str
    entries: tuple[FactEntry, ...] = ()
    odd: bool = False


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact.

    Attributes:
        id: the same whenever the same texts are compared, in whatever order.
        fact: index into the comparison's facts.
        label: what it is about.
        kind: of its quantities.
        verdict, badge: the gravest of its pairs, and its sign = ≈ ⊂ ≠; empty badge where a single document tells it.
        explanation: one plain sentence.
        sources: how many documents tell it.
        cells: one for each document, in the order asked for.
    """

    id: str
    fact: int
    label: str
    kind: QuantityKind
    verdict: Verdict
    badge: str
    explanation: str
    sources: int
    cells: tuple[FactCell, ...]


@dataclass(frozen=True, slots=True)
class FactGrid:
    """All facts: those told by several documents, gravest first, and those told by one.

    Attributes:
        documents: ids in the order of the columns.
        rows: facts of two documents or more.
        single: facts of one document.
        counts: how many rows have each verdict.
    """

    documents: tuple[str, ...]
    rows: tuple[FactRow, ...]
    single: tuple[FactRow, ...]
    counts: dict[Verdict, int]


def fact_grid(comparison: Comparison, order: Sequence[str] | None = None) -> FactGrid:
    """Lay the facts out as a table.

    Args:
        comparison: what is shown.
        order: ids of the documents that are shown, from left to right; all of them by default. Facts told by
            none of them are left out.
    """
    documents = tuple(order if order is not None else (document.id for document in comparison.documents))
    rows: list[FactRow] = []
    single: list[FactRow] = []
    for number, fact in enumerate(comparison.facts):
        row = _row(comparison, number, fact, documents)
        if row.sources:
            (rows if row.sources > 1 else single).append(row)
    rows.sort(key=lambda row: (-GRAVITY[row.verdict], row.fact))
    counts = Counter(row.verdict for row in rows)
    return FactGrid(documents, tuple(rows), tuple(single), {verdict: counts[verdict] for verdict in GRAVITY})


def _row(comparison: Comparison, number: int, fact: Fact, documents: tuple[str, ...]) -> FactRow:
    shown = {index for index, mention in enumerate(fact.mentions) if mention.document in documents}
    pairs = [pair for pair in fact.pairs if pair.a in shown and pair.b in shown]
    verdict: Verdict = max((pair.verdict for pair in pairs), key=GRAVITY.__getitem__, default="same")
    telling = {fact.mentions[index].document for index in shown}
    odd = odd_ones(fact, pairs)
    cells = tuple(_cell(comparison, fact, pairs, document, document in odd) for document in documents)
    return FactRow(
        _stable_id(comparison, fact), number, fact.label, fact.kind, verdict,
        BADGES[verdict] if len(telling) > 1 else "", _explained(comparison, fact, pairs, verdict, odd),
        len(telling), cells,
    )  # fmt: skip


def _stable_id(comparison: Comparison, fact: Fact) -> str:
    places = sorted(
        (comparison.document[m.document].digest, m.quantity.span.start, m.quantity.span.end)
        for m in fact.mentions
    )
    return hashlib.sha256(repr(("fact", places)).encode()).hexdigest()[:12]


def odd_ones(fact: Fact, pairs: Sequence[FactPair]) -> frozenset[str]:
    """The documents that contradict more of the others than agree with them; none where sides are equal.

    Args:
        fact: whose mentions are meant.
        pairs: those of its pairs that count.
    """
    against: dict[str, set[str]] = {}
    agreeing: dict[str, set[str]] = {}
    for pair in pairs:
        a, b = fact.mentions[pair.a].document, fact.mentions[pair.b].document
        table = against if pair.verdict == "contradiction" else agreeing
        table.setdefault(a, set()).add(b)
        table.setdefault(b, set()).add(a)
    return frozenset(
        document
        for document, others in against.items()
        if len(others) > len(agreeing.get(document, set()) - others) + 1
        or (len(others) > 1 and not agreeing.get(document, set()) - others)
    )


def _cell(
    comparison: Comparison, fact: Fact, pairs: Sequence[FactPair], document: str, odd: bool
) -> FactCell:
    text = comparison.document[document].text
    entries = []
    for index, mention in enumerate(fact.mentions):
        if mention.document != document:
            continue
        quantity = mention.quantity
        aside = (quantity.kind in _DATES) != (fact.kind in _DATES)
        words = quantity.span.line_of(text)
        entries.append(
            FactEntry(quantity.span, words, understood(quantity), _note(fact, pairs, index), aside)
        )
    return FactCell(document, tuple(entries), odd)


_DATES = frozenset({"date", "daterange", "datetime"})


def _note(fact: Fact, pairs: Sequence[FactPair], index: int) -> str:
    """The gravest of a mention's pairs, in a sentence."""
    own = [pair for pair in pairs if index in (pair.a, pair.b)]
    if not own:
        return ""
    gravest = max(own, key=lambda pair: GRAVITY[pair.verdict])
    other = fact.mentions[gravest.b if gravest.a == index else gravest.a].document
    return f"{other}: {gravest.why}"


def _explained(
    comparison: Comparison, fact: Fact, pairs: Sequence[FactPair], verdict: Verdict, odd: frozenset[str]
) -> str:
    if not pairs:
        return ""
    if verdict == "same":
        telling = list(
            dict.fromkeys(fact.mentions[index].document for pair in pairs for index in (pair.a, pair.b))
        )
        words = " ".join(
            fact.mentions[pairs[0].a].quantity.span.of(comparison.document[telling[0]].text).split()
        )
        return f"{_listed(sorted(telling))} agree: “{words}”."
    gravest = [pair for pair in pairs if pair.verdict == verdict]
    # A sentence that settles the matter (another kind of quantity) says more than two figures side by side.
    gravest.sort(
        key=lambda pair: (
            not any(
                (fact.mentions[i].quantity.kind in _DATES) != (fact.kind in _DATES) for i in (pair.a, pair.b)
            )
        )
    )
    first = gravest[0]
    sides = sorted(
        {fact.mentions[first.a].document, fact.mentions[first.b].document}, key=lambda d: (d not in odd, d)
    )
    if verdict == "contradiction":
        return f"{sides[0]} against {sides[1]}: {first.why}"
    return f"{_listed(sorted(sides))}: {first.why}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
