"""What a reader steps through: the differences of a comparison, numbered, gravest first."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from crossread.align.link import Row
from crossread.comparison import Comparison, Finding, FindingKind, Place, Severity
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.quantities.fact import BADGES, Fact, FactPair, Verdict
from crossread.quantities.quantity import Quantity
from crossread.text.span import Span
from crossread.wording.variants import variants

_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
_OF_VERDICT: dict[Verdict, Severity] = {
    "contradiction": "high",
    "vaguer": "medium",
    "rounding": "medium",
    "same": "low",
}
_NEAR_COPY = 0.6  # share of linked passages from which on a passage without a counterpart was left out


@dataclass(slots=True)
class _Draft:
    """A finding before it has its number."""

    kind: FindingKind
    severity: Severity
    title: str
    detail: str
    places: tuple[Place, ...]
    badge: str = ""
    row: str = ""


def findings(comparison: Comparison, cancelled: IsCancelled = never_cancelled) -> tuple[Finding, ...]:
    """Everything a reader steps through, in the order of stepping: by kind, then by severity, then by place.

    Args:
        comparison: all but its findings.
        cancelled: asked between findings.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    drafts: list[_Draft] = []
    for kind in (_numbers, _wording, _spun, _missing, _moved):
        check(cancelled)
        for draft in kind(comparison):
            check(cancelled)
            drafts.append(draft)
    ids = {id(draft): _stable_id(comparison, draft) for draft in drafts}
    check(cancelled)
    drafts.sort(key=lambda draft: (*_order(comparison, draft), ids[id(draft)]))
    return tuple(
        Finding(
            number=number,
            id=ids[id(draft)],
            kind=draft.kind,
            severity=draft.severity,
            title=draft.title,
            detail=draft.detail,
            badge=draft.badge,
            row=draft.row,
            places=draft.places,
        )
        for number, draft in enumerate(drafts, 1)
    )


def _order(comparison: Comparison, draft: _Draft) -> tuple[int, int, int, float]:
    earliest = min(
        (place.span.start / max(1, len(comparison.document[place.document].text)) for place in draft.places),
        default=1.0,
    )
    documents = len({place.document for place in draft.places})
    return (
        _KINDS.index(draft.kind),
        _SEVERITIES.index(draft.severity),
        -documents,
        earliest,
    )


def _stable_id(comparison: Comparison, draft: _Draft) -> str:
    """The same for the same difference of the same texts, under whatever letters they are open."""
    places = sorted(
        (comparison.document[place.document].digest, place.span.start, place.span.end)
        for place in draft.places
    )
    return hashlib.sha256(repr((draft.kind, places)).encode()).hexdigest()[:12]


# ------------------------------------------------------------------------------------------------- numbers


def _numbers(comparison: Comparison) -> Iterator[_Draft]:
    for fact in comparison.facts:
        if len({mention.document for mention in fact.mentions}) < 2:
            continue
        places = tuple(Place(mention.document, mention.quantity.span) for mention in fact.mentions)
        yield _Draft(
            "numbers",
            _OF_VERDICT[fact.verdict],
            fact.label[:1].upper() + fact.label[1:],
            _explained(comparison, fact),
            places,
            BADGES[fact.verdict],
            _row_of_most(comparison, places),
        )


def _explained(comparison: Comparison, fact: Fact) -> str:
    """Who differs from whom in the gravest way, and why; or that all agree."""
    gravest = [pair for pair in fact.pairs if pair.verdict == fact.verdict]
    if fact.verdict == "same" or not gravest:
        first = fact.mentions[0]
        words = " ".join(first.quantity.span.of(comparison.document[first.document].text).split())
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
    return _listed(list(dict.fromkeys(fact.mentions[index].document for index in sorted(indices))))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _row_of_most(comparison: Comparison, places: Iterable[Place]) -> str:
    """Id of the row in which most of the places stand; empty where none stands in one."""
    counts: dict[str, int] = defaultdict(int)
    for place in places:
        passage = comparison.document[place.document].passage_at(place.span.start)
        row = comparison.row_of.get(passage.id) if passage else None
        if row:
            counts[row.id] += 1
    return max(counts, key=lambda row: (counts[row], row)) if counts else ""


# ------------------------------------------------------------------------------------------------- wording


def _wording(comparison: Comparison) -> Iterator[_Draft]:
    """One finding for each set of words that stand for one another, however many links show it."""
    figures: dict[str, list[Span]] = defaultdict(list)
    for mention in comparison.quantities:
        figures[mention.document].append(mention.quantity.span)
    groups: dict[frozenset[str], set[Place]] = defaultdict(set)
    for sides in variants(comparison.documents, comparison.edits, figures):
        places_of_set = [Place(comparison.passage[side.passage][0].id, side.span) for side in sides]
        words = frozenset(_words_at(comparison, place).casefold() for place in places_of_set)
        if len(words) > 1:
            groups[words].update(places_of_set)
    for group in groups.values():
        places = tuple(sorted(group, key=lambda place: (place.document, place.span)))
        said: dict[str, list[str]] = defaultdict(list)
        spelt: dict[str, str] = {}
        for place in places:
            words_here = _words_at(comparison, place)
            words_here = spelt.setdefault(words_here.casefold(), words_here)
            if place.document not in said[words_here]:
                said[words_here].append(place.document)
        title = " / ".join(f"“{words}”" for words in list(said)[:4])
        detail = "; ".join(f"{_listed(documents)} “{words}”" for words, documents in said.items()) + "."
        severity: Severity = "medium" if len({place.document for place in places}) > 2 else "low"
        yield _Draft("wording", severity, title, detail, places, "", _row_of_most(comparison, places))


def _words_at(comparison: Comparison, place: Place) -> str:
    return " ".join(place.span.of(comparison.document[place.document].text).split())


# ---------------------------------------------------------------------------------------------------- spun


def _spun(comparison: Comparison) -> Iterator[_Draft]:
    """Each document that was found spun, then each of its swaps, however many places it has."""
    places: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for span in comparison.spin.spans:
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
        yield _Draft(
            "spun",
            "high",
            f"{verdict.document} is spun text: {verdict.band} signs",
            " ".join(verdict.evidence) or "Its words are not those that people use together.",
            tuple(own) or (Place(verdict.document, Span(0, len(name.text))),),
        )
    for (document, _, original), found in places.items():
        words = _words_at(comparison, found[0])
        times = f" {len(found)} times." if len(found) > 1 else "."
        yield _Draft(
            "spun",
            "medium" if len(found) > 1 else "low",
            f"“{words}” for “{original}”" if original else f"“{words}”",
            f"{document} says “{words}” where “{original}” is expected{times}"
            if original
            else f"{document} says “{words}”, which does not suit its place{times}",
            tuple(found),
            "",
            _row_of_most(comparison, found),
        )


# ---------------------------------------------------------------------------------------- missing and moved


def _missing(comparison: Comparison) -> Iterator[_Draft]:
    names = [document.id for document in comparison.documents]
    for row in comparison.rows:
        silent = [name for name in names if name not in row.documents]
        if silent and len(row.documents) > len(silent):
            speaking = [name for name in names if name in row.documents]
            places = _places_of(comparison, row)
            verb = "does" if len(silent) == 1 else "do"
            yield _Draft(
                "missing",
                "medium" if len(silent) == 1 else "low",
                _opening(comparison, places[0]),
                f"{_listed(silent)} {verb} not say this; {_listed(speaking)} do.",
                places,
                "",
                row.id,
            )
    if len(names) == 2:
        yield from _left_out(comparison)


def _left_out(comparison: Comparison) -> Iterator[_Draft]:
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
                yield _Draft(
                    "missing",
                    "low",
                    _opening(comparison, place),
                    f"{document.id} says this; {other.id} does not.",
                    (place,),
                )


def _moved(comparison: Comparison) -> Iterator[_Draft]:
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
        yield _Draft(
            "moved",
            "low",
            _opening(comparison, places[0]),
            f"{_listed(documents)} say this at different points of their texts.",
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


def _opening(comparison: Comparison, place: Place, words: int = 8) -> str:
    said = place.span.of(comparison.document[place.document].text).split()
    return " ".join(said[:words]) + ("…" if len(said) > words else "")
