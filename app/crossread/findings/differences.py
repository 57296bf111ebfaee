"""Where documents differ in numbers, wording, what they leave out and where they say it; what is spun."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crossread.align.link import Row
from crossread.comparison import Comparison, Place, Severity
from crossread.findings import handed_over
from crossread.findings.draft import Draft, listed, opening, row_of_most, words_at
from crossread.progress import IsCancelled, never_cancelled, watched
from crossread.quantities.fact import BADGES, Fact, FactPair, Verdict
from crossread.quantities.quantity import Quantity
from crossread.text.span import Span
from crossread.wording.variants import variants

_OF_VERDICT: dict[Verdict, Severity] = {
    "contradiction": "high",
    "vaguer": "medium",
    "rounding": "medium",
    "same": "low",
}
_NEAR_COPY = 0.6  # share of linked passages from which on a passage without a counterpart was left out


# ------------------------------------------------------------------------------------------------- numbers


def numbers(comparison: Comparison) -> Iterator[Draft]:
    """What several documents state of one thing, alike or not."""
    for fact in comparison.facts:
        if len({mention.document for mention in fact.mentions}) < 2:
            continue
        places = tuple(Place(mention.document, mention.quantity.span) for mention in fact.mentions)
        yield Draft(
            "numbers",
            _OF_VERDICT[fact.verdict],
            fact.label[:1].upper() + fact.label[1:],
            _explained(comparison, fact),
            places,
            BADGES[fact.verdict],
            row_of_most(comparison, places),
        )


def _explained(comparison: Comparison, fact: Fact) -> str:
    """Who differs from whom in the gravest way, and why; or that all agree."""
    gravest = [pair for pair in fact.pairs if pair.verdict == fact.verdict]
    if fact.verdict == "same" or not gravest:
        first = fact.mentions[0]
        words = first.quantity.span.line_of(comparison.document[first.document].text)
        return f"{_sources(fact, range(len(fact.mentions)))} agree: “{words}”."
    told, *others = _opposed(fact, gravest)
    likewise = f" Likewise {'; '.join(others)}." if others else ""
    return f"{told}: {gravest[0].why}{likewise}"


def _opposed(fact: Fact, pairs: Sequence[FactPair]) -> list[str]:
    """The pairs as "A and B against C": what states the same value stands on the same side."""
    sides: dict[frozenset[str], tuple[set[int], set[int]]] = {}
    for pair in pairs:
        a, b = (_value(fact.mentions[index].quantity) for index in (pair.a, pair.b))
        left, right = sides.setdefault(frozenset((a, b)), (set(), set()))
        if left and _value(fact.mentions[min(left)].quantity) != a:
            left, right = right, left
        left.add(pair.a)
        right.add(pair.b)
    return list(
        dict.fromkeys(
            f"{_sources(fact, left)} against {_sources(fact, right)}" for left, right in sides.values()
        )
    )


def _value(quantity: Quantity) -> str:
    """What a quantity states, however it is written; a hedge does not change it."""
    bounds = () if quantity.value is not None else (quantity.low, quantity.high)
    return repr((quantity.value, bounds, quantity.start_date, quantity.end_date))


def _sources(fact: Fact, indices: Iterable[int]) -> str:
    return listed(list(dict.fromkeys(fact.mentions[index].document for index in sorted(indices))))


# ------------------------------------------------------------------------------------------------- wording


def wording(comparison: Comparison, cancelled: IsCancelled = never_cancelled) -> Iterator[Draft]:
    """One finding for each set of words that stand for one another, however many links show it.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    figures: dict[str, list[Span]] = defaultdict(list)
    for mention in comparison.quantities:
        figures[mention.document].append(mention.quantity.span)
    groups: dict[frozenset[str], set[Place]] = defaultdict(set)
    found = variants(comparison.documents, comparison.edits, figures, cancelled)
    for sides in watched(found, cancelled, 500):
        places_of_set = [Place(comparison.passage[side.passage][0].id, side.span) for side in sides]
        words = frozenset(words_at(comparison, place).casefold() for place in places_of_set)
        if len(words) > 1:
            groups[words].update(places_of_set)
    for group in groups.values():
        places = tuple(sorted(group, key=lambda place: (place.document, place.span)))
        said: dict[str, list[str]] = defaultdict(list)
        spelt: dict[str, str] = {}
        for place in places:
            words_here = words_at(comparison, place)
            words_here = spelt.setdefault(words_here.casefold(), words_here)
            if place.document not in said[words_here]:
                said[words_here].append(place.document)
        title = " / ".join(f"“{words}”" for words in list(said)[:4])
        detail = "; ".join(f"{listed(documents)} “{words}”" for words, documents in said.items()) + "."
        severity: Severity = "medium" if len({place.document for place in places}) > 2 else "low"
        yield Draft("wording", severity, title, detail, places, "", row_of_most(comparison, places))


# ---------------------------------------------------------------------------------------------------- spun


def spun(comparison: Comparison) -> Iterator[Draft]:
    """Each document that was found spun, then each of its swaps, however many places it has."""
    places: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    others = {(swap.document, swap.span) for swap in comparison.spin.swaps if swap.label in handed_over.KINDS}
    for span in comparison.spin.spans:
        if (
            span.document,
            span.span,
        ) in others:  # a figure, a name or quoted words: findings of their own kinds
            continue
        original = span.original[0] if span.original else ""
        words = " ".join(span.text.split())
        places[span.document, words.casefold(), original].append(Place(span.document, span.span))
    for verdict in comparison.spin.verdicts:
        if verdict.band == "none":
            continue
        own = [
            place
            for (document, *_), found in places.items()
            if document == verdict.document
            for place in found
        ]
        name = comparison.document[verdict.document]
        yield Draft(
            "spun",
            "high",
            f"{verdict.document} is spun text: {verdict.band} signs",
            " ".join(verdict.evidence) or "Its words are not those that people use together.",
            tuple(own) or (Place(verdict.document, Span(0, len(name.text))),),
        )
    for (document, _, original), found in places.items():
        words = words_at(comparison, found[0])
        times = f" {len(found)} times." if len(found) > 1 else "."
        yield Draft(
            "spun",
            "medium" if len(found) > 1 else "low",
            f"“{words}” for “{original}”" if original else f"“{words}”",
            f"{document} says “{words}” where “{original}” is expected{times}"
            if original
            else f"{document} says “{words}”, which does not suit its place{times}",
            tuple(found),
            "",
            row_of_most(comparison, found),
        )


# ---------------------------------------------------------------------------------------- missing and moved


def missing(comparison: Comparison) -> Iterator[Draft]:
    """What most documents say and some do not."""
    names = [document.id for document in comparison.documents]
    for row in comparison.rows:
        silent = [name for name in names if name not in row.documents]
        if silent and len(row.documents) > len(silent):
            speaking = [name for name in names if name in row.documents]
            places = _places_of(comparison, row)
            verb = "does" if len(silent) == 1 else "do"
            yield Draft(
                "missing",
                "medium" if len(silent) == 1 else "low",
                opening(comparison, places[0]),
                f"{listed(silent)} {verb} not say this; {listed(speaking)} do.",
                places,
                "",
                row.id,
            )
    if len(names) == 2:
        yield from _left_out(comparison)


def _left_out(comparison: Comparison) -> Iterator[Draft]:
    """Of two documents of which one follows the other: what the one has and the other has not."""
    linked = set(comparison.row_of)
    for document, other in (comparison.documents, comparison.documents[::-1]):
        told = [p for p in document.passages if p.kind in ("sentence", "quotation", "list item")]
        counterparts = [p for p in other.passages if p.kind in ("sentence", "quotation", "list item")]
        share = max(
            sum(p.id in linked for p in passages) / max(1, len(passages)) for passages in (told, counterparts)
        )
        if share < _NEAR_COPY:
            continue
        for passage in told:
            if passage.id not in linked:
                place = Place(document.id, passage.span)
                yield Draft(
                    "missing",
                    "low",
                    opening(comparison, place),
                    f"{document.id} says this; {other.id} does not.",
                    (place,),
                )


def moved(comparison: Comparison) -> Iterator[Draft]:
    """What documents say at different points of their texts."""
    rows: dict[str, dict[str, None]] = defaultdict(dict)
    for link in comparison.links:
        row = comparison.row_of.get(link.a)
        if link.moved and row is not None and row == comparison.row_of.get(link.b):
            rows[row.id].update({link.a: None, link.b: None})
    for row_id, passages in rows.items():
        found = [comparison.passage[passage] for passage in passages]
        places = tuple(
            Place(document.id, passage.span)
            for document, passage in sorted(found, key=lambda pair: (pair[0].id, pair[1].span))
        )
        documents = list(dict.fromkeys(place.document for place in places))
        yield Draft(
            "moved",
            "low",
            opening(comparison, places[0]),
            f"{listed(documents)} say this at different points of their texts.",
            places,
            "",
            row_id,
        )


def _places_of(comparison: Comparison, row: Row) -> tuple[Place, ...]:
    return tuple(
        Place(name, comparison.passage[passage][1].span)
        for name, passages in sorted(row.passages)
        for passage in passages
    )
