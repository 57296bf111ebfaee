"""Which quantities of several documents speak of the same thing, and whether they agree."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from crossread.align.link import Link, Row
from crossread.progress import IsCancelled, check, never_cancelled, watched
from crossread.quantities.context import Place, closeness, places
from crossread.quantities.fact import GRAVITY, Fact, FactPair, Mention, Verdict
from crossread.quantities.interval import Interval, Judged, judge
from crossread.quantities.label import labels
from crossread.quantities.relations import relate
from crossread.quantities.wording import because
from crossread.text.document import Document, Passage

_ENOUGH = 0.5  # affinity from which two agreeing quantities are one fact
_ENOUGH_VAGUE = 0.45  # the same for one that is vaguer than the other
_MOST_NEXT = 40  # in a larger group, how many that share a figure, a noun or a row each is compared with
_BESIDE = 30  # code points between the beginnings of two figures that stand side by side
_MOST_TOLD = 60  # places of one fact up to which each is compared with each
_NAMED = 10  # passages that are named where figures were left out
_MOST_PAIRS = 120  # places of one scale that are still compared each with each


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two places that may speak of the same thing: how likely, and what they are to each other."""

    a: Place
    b: Place
    affinity: float
    judged: Judged


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the comparison of quantities found.

    Attributes:
        facts: the gravest first.
        unfinished: what was not compared and why, each one plain sentence; empty as a rule.
    """

    facts: tuple[Fact, ...]
    unfinished: tuple[str, ...] = ()


def gather(
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    rows: Sequence[Row],
    links: Sequence[Link],
    cancelled: IsCancelled = never_cancelled,
) -> Gathered:
    """Group quantities that speak of the same thing and compare them.

    Args:
        documents: the documents compared.
        mentions: their quantities.
        rows, links: what the alignment found; without them only the words around the quantities tell.
        cancelled: asked between small pieces of work.

    Returns:
        The gravest first; facts that a single document states have no pairs. The same for the same texts in
        whatever order they come.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    found, tables = places(documents, mentions, rows, cancelled)
    linked = {(link.a, link.b): link.score for link in links} | {
        (link.b, link.a): link.score for link in links
    }
    pairings = _pairings(found, linked, cancelled)
    groups = _grouped(found, pairings, cancelled)
    check(cancelled)
    relate(groups)
    check(cancelled)
    texts = {document.id: document for document in documents}
    position = {document.id: number for number, document in enumerate(documents)}
    named = labels([group.places for group in groups], texts, cancelled)
    built = []
    for group, label in zip(groups, named, strict=True):
        check(cancelled)
        built.append(_fact(group.places, group.across, label, texts, position))
    order = {id(fact): _place_in_text(group.places, texts) for fact, group in zip(built, groups, strict=True)}
    built.sort(
        key=lambda fact: (-GRAVITY[fact.verdict], -len({m.document for m in fact.mentions}), order[id(fact)])
    )
    return Gathered(tuple(built), _not_compared(tables))


def _not_compared(tables: Sequence[Passage]) -> tuple[str, ...]:
    if not tables:
        return ()
    names = ", ".join(passage.id for passage in tables[:_NAMED]) + (" ..." if len(tables) > _NAMED else "")
    noun = "a passage" if len(tables) == 1 else f"{len(tables):,} passages"
    return (
        f"The figures of {noun} were not compared ({names}): there are too many for one sentence. "
        "Break them into lines or paragraphs to compare them.",
    )


def _place_in_text(group: Sequence[Place], texts: dict[str, Document]) -> tuple[float, tuple[str, int]]:
    """How early the fact is told, and its first place in an order that does not hang on the letters."""
    shares = [
        place.order[1] / max(1, len(texts[place.mention.document].single_spaced.text)) for place in group
    ]
    return sum(shares) / len(shares), min(place.order for place in group)


# ---------------------------------------------------------------- pairs


def _pairings(
    found: list[Place], linked: dict[tuple[str, str], float], cancelled: IsCancelled
) -> list[Pairing]:
    """Every pair of places of different documents that could speak of the same thing, likeliest first."""
    by_scale: dict[str, list[Place]] = defaultdict(list)
    for place in found:
        by_scale[place.span.scale].append(place)
    pairs: list[Pairing] = []
    for group in by_scale.values():
        for a, b in watched(_candidates(group), cancelled, 500):
            if a.span.per != b.span.per and a.span.per and b.span.per:
                continue
            judged = judge(a.span, b.span)
            affinity = _affinity(a, b, judged, linked)
            if affinity >= 0.3 or (judged.verdict == "contradiction" and _tied(a, b)):
                pairs.append(Pairing(a, b, affinity, judged))
    pairs.sort(key=lambda pair: (-pair.affinity, pair.a.order, pair.b.order))
    return pairs


def _candidates(group: list[Place]) -> Iterable[tuple[Place, Place]]:
    """Pairs to look at: all of a small group; of a large one those that share a figure, a noun or a row."""
    if len(group) <= _MOST_PAIRS:
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                yield a, b
        return
    keyed: dict[object, list[Place]] = defaultdict(list)
    for place in group:
        for key in {place.span.value, place.row or None, place.heads[:1] or None} - {None}:
            keyed[key].append(place)
    seen = set()
    for members in keyed.values():
        for i, a in enumerate(members):
            for b in members[i + 1 : i + _MOST_NEXT]:
                if (id(a), id(b)) not in seen:
                    seen.add((id(a), id(b)))
                    yield (a, b) if a.order < b.order else (b, a)


def _affinity(a: Place, b: Place, judged: Judged, linked: dict[tuple[str, str], float]) -> float:
    """How likely two quantities speak of the same thing, 0 to 1."""
    context = closeness(a, b)
    same_text = a.mention.document == b.mention.document
    if context < 0.02 and (judged.verdict in ("vaguer", "contradiction") or same_text) and a.row != b.row:
        return 0.0
    counts = _counts_alike(a, b)
    if same_text:
        if a.passage.id == b.passage.id and judged.reason != "equal":
            return 0.0
        agrees = 1.0 if judged.reason == "equal" else 0.6 if judged.verdict == "rounding" else 0.2
        if judged.verdict == "contradiction":
            return 0.0
        return 0.45 * agrees + 0.4 * min(1.0, 2 * context) + 0.15 * counts
    together = 1.0 if a.row and a.row == b.row else linked.get((a.passage.id, b.passage.id), 0.0)
    anchors = _anchors(a, b)
    agreement = {"same": 1.0, "rounding": 0.9, "vaguer": 0.45, "contradiction": 0.0}[judged.verdict]
    if judged.reason in ("overlaps", "near", "touches"):
        agreement = {"overlaps": 0.35, "near": 0.5, "touches": 0.8}[judged.reason]
    agreeing = agreement >= 0.8
    if agreement >= 0.9:
        agreement *= min(
            1.0, 0.45 + 0.2 * max(1, min(a.specific, b.specific)) if a.span.scale != "date" else 1.0
        )
    near = len(a.near & b.near)
    alone = 0.1 * (agreeing and judged.reason == "equal" and _is_telling(a, b))
    alone += 0.15 if agreeing and a.lone and b.lone and a.span.scale not in ("count", "date") else 0.0
    return min(
        1.0,
        alone
        + 0.3 * agreement
        + 0.25 * counts
        + 0.35 * min(1.0, 2.2 * context)
        + 0.12 * together
        + 0.12 * min(anchors, 2)
        + 0.03 * min(near, 4),
    )


def _is_telling(a: Place, b: Place) -> bool:
    """Whether it is no chance that two figures are equal: many digits, or one day of the calendar."""
    return min(a.specific, b.specific) >= (1 if a.span.scale == "date" else 3)


def _counts_alike(a: Place, b: Place) -> float:
    """Whether the two count the same: the same noun, another with a word in common, nothing told, or others."""
    if not a.heads and not b.heads:
        return 0.5
    if not a.heads or not b.heads:
        return 0.4
    if a.heads[0] == b.heads[0]:
        return 1.0
    return 0.6 if set(a.heads) & set(b.heads) else 0.1


def _anchors(a: Place, b: Place) -> int:
    """How many other figures the two passages have in common: figures that agree and are told by few."""
    count = 0
    for one in a.siblings:
        if one.specific < 2:
            continue
        for other in b.siblings:
            if (
                other.span.scale == one.span.scale
                and other.specific >= 2
                and judge(one.span, other.span).verdict in ("same", "rounding")
            ):
                count += 1
                break
    return count


def _is_certain(pair: Pairing) -> bool:
    """Whether two quantities that exclude each other surely speak of the same thing."""
    a, b = pair.a, pair.b
    if a.mention.document == b.mention.document or a.span.per != b.span.per:
        return False
    anchored = _anchors(a, b)
    context = closeness(a, b)
    shared = len(a.near & b.near)
    together = bool(a.row) and a.row == b.row
    match a.span.scale:
        case "duration":
            return (anchored >= 1 and shared >= 1 and context >= 0.12) or (shared >= 3 and context >= 0.25)
        case "count":
            alike = _counts_alike(a, b) == 1.0 and shared >= 1
            return alike and (anchored >= 1 or context >= (0.4 if together else 0.5))
        case "date":
            one_day = a.span.value is not None and b.span.value is not None
            return (one_day and anchored >= 1 and shared >= 3 and context >= 0.35) or (
                together and _dated_apart(a, b, context, shared)
            )
    if a.lone and b.lone and shared >= 3 and context >= 0.45 and together:
        return True
    return _tied(a, b) or (anchored >= 1 and shared >= 2 and context >= 0.3)


def _dated_apart(a: Place, b: Place, context: float, shared: int) -> bool:
    """Whether two passages on one topic name different days, or years, of the same.

    A day must be the only date of its passage, or much the same must be said around both. The same day of a year that
    one of them does not name is no other day: that year was only guessed.
    """
    if not a.calendar or not b.calendar or (a.calendar == "year") != (b.calendar == "year"):
        return False
    if "day" in (a.calendar, b.calendar) and _day_of_year(a) == _day_of_year(b):
        return False
    if shared >= 3 and context >= 0.6:
        return True
    alone = not any(other.span.scale == "date" for place in (a, b) for other in place.siblings)
    return a.calendar != "year" and alone and shared >= 2 and context >= 0.5


def _day_of_year(place: Place) -> str:
    return (place.mention.quantity.timex or "")[len("2026-") :]


def _tied(a: Place, b: Place) -> bool:
    """Whether both stand right beside the same telling figure ("fell 3.4 % to $41.50"), on the same side of it."""
    for one in a.siblings:
        for other in b.siblings:
            if (
                one.specific < 2
                or one.span.scale != other.span.scale
                or judge(one.span, other.span).reason != "equal"
            ):
                continue
            gap, far = one.order[1] - a.order[1], other.order[1] - b.order[1]
            if 0 < abs(gap) <= _BESIDE and 0 < abs(far) <= _BESIDE and (gap > 0) == (far > 0):
                return True
    return False


# ---------------------------------------------------------------- groups


@dataclass(eq=False)
class Group:
    """Places of one fact; ``across`` holds pairs of different kinds with verdict and sentence."""

    places: list[Place]
    across: list[tuple[Place, Place, Judged, str]]

    @property
    def scale(self) -> str:
        """On what its quantities are compared."""
        return self.places[0].span.scale


def _grouped(found: list[Place], pairings: list[Pairing], cancelled: IsCancelled) -> list[Group]:
    """Join the likeliest first: figures that agree, then what is vaguer, then what surely contradicts."""
    group_of = {id(place): [place] for place in found}

    def join(one: list[Place], other: list[Place]) -> None:
        merged = one + other
        for place in merged:
            group_of[id(place)] = merged

    for number, pair in enumerate(pairings):
        if number % 200 == 0:
            check(cancelled)
        if pair.judged.verdict in ("same", "rounding") and pair.affinity >= _ENOUGH:
            one, other = group_of[id(pair.a)], group_of[id(pair.b)]
            if one is not other and _may_join(one, other):
                join(one, other)
    _join_vague(
        group_of, [pair for pair in pairings if pair.judged.verdict == "vaguer"], pairings, join, cancelled
    )
    for pair in watched(pairings, cancelled, 200):
        if pair.judged.verdict == "contradiction" and _is_certain(pair):
            one, other = group_of[id(pair.a)], group_of[id(pair.b)]
            if one is not other and _may_contradict(one, other):
                join(one, other)
    unique = {id(members): members for members in group_of.values()}
    return [Group(sorted(members, key=lambda place: place.order), []) for members in unique.values()]


def _join_vague(
    group_of: dict[int, list[Place]],
    vague: list[Pairing],
    pairings: list[Pairing],
    join: Callable[[list[Place], list[Place]], None],
    cancelled: IsCancelled,
) -> None:
    """Join what contains other figures with the group it stands nearest to, measured over all their pairs."""
    affinity = {frozenset((id(pair.a), id(pair.b))): pair.affinity for pair in pairings}

    def weight(one: list[Place], other: list[Place]) -> float:
        return _mean(one, other, affinity) + 0.12 * _told_beside(one, other, group_of)

    candidates: dict[frozenset[int], tuple[float, Pairing]] = {}
    for number, pair in enumerate(vague):
        if number % 50 == 0:
            check(cancelled)
        one, other = group_of[id(pair.a)], group_of[id(pair.b)]
        key = frozenset((id(one), id(other)))
        if one is not other and key not in candidates:
            candidates[key] = weight(one, other), pair
    again = True
    while again:
        check(cancelled)
        again = False
        for _, pair in sorted(
            candidates.values(), key=lambda entry: (-entry[0], entry[1].a.order, entry[1].b.order)
        ):
            check(cancelled)
            one, other = group_of[id(pair.a)], group_of[id(pair.b)]
            if one is not other and weight(one, other) >= _ENOUGH_VAGUE and _may_join(one, other):
                join(one, other)
                again = len(candidates) <= _MOST_PAIRS


def _told_beside(one: list[Place], other: list[Place], group_of: dict[int, list[Place]]) -> bool:
    """Whether other figures of the same passages are one fact already."""
    beside = {
        id(group_of[id(sibling)])
        for place in one
        for sibling in place.siblings
        if sibling.span.scale != "date"
    }
    own = {id(one), id(other)}
    return any(
        id(group_of[id(sibling)]) in beside - own
        for place in other
        for sibling in place.siblings
        if sibling.span.scale != "date"
    )


def _mean(one: list[Place], other: list[Place], affinity: dict[frozenset[int], float]) -> float:
    one, other = _few(one), _few(other)
    across = [affinity.get(frozenset((id(a), id(b))), 0.2) for a in one for b in other]
    if one[0].span.scale == "count" and max(_counts_alike(a, b) for a in one for b in other) < 0.4:
        return sum(across) / len(across) - 0.05
    return sum(across) / len(across)


def _few(group: list[Place]) -> list[Place]:
    """All of a small group, evenly chosen ones of a large one."""
    return group[:: -(-len(group) // _MOST_TOLD)]


def _may_join(one: list[Place], other: list[Place]) -> bool:
    """Whether no two places of the two groups exclude each other; a document's own figures must not differ at all."""
    loose = set()
    for mine, theirs in product(_distinct(one), _distinct(other)):
        judged = judge(mine, theirs)
        if judged.verdict == "contradiction":
            return False
        if judged.reason not in ("equal", "rounds"):
            loose.add((id(mine), id(theirs)))
    if not loose:
        return True
    of_document: dict[str, list[Place]] = defaultdict(list)
    for b in other:
        of_document[b.mention.document].append(b)
    return not any(
        (id(a.span), id(b.span)) in loose
        and (a.passage.id == b.passage.id or (a.span.value is not None and b.span.value is not None))
        for a in one
        for b in of_document[a.mention.document]
    )


def _distinct(group: list[Place]) -> list[Interval]:
    return list({id(place.span): place.span for place in group}.values())


def _may_contradict(one: list[Place], other: list[Place]) -> bool:
    """A document that agrees with one side and tells the other as well speaks of two things."""
    return not ({place.mention.document for place in one} & {place.mention.document for place in other})


# ---------------------------------------------------------------- facts


def _fact(
    group: list[Place], across: list[tuple[Place, Place, Judged, str]], label: str, texts: dict[str, Document],
    position: dict[str, int],
) -> Fact:  # fmt: skip
    extra = [place for a, b, _, _ in across for place in (a, b)]
    members = sorted(
        {id(p): p for p in (*group, *extra)}.values(),
        key=lambda p: (position[p.mention.document], p.mention.quantity.span.start),
    )
    index = {id(place): number for number, place in enumerate(members)}
    own = {id(place) for place in group}
    pairs = []
    compared = [(i, place) for i, place in enumerate(members) if id(place) in own]
    if len(compared) > _MOST_TOLD:
        compared = _first_told(compared)
    for number, (i, a) in enumerate(compared):
        for j, b in compared[number + 1 :]:
            if a.mention.document != b.mention.document:
                judged = judge(a.span, b.span)
                pairs.append(FactPair(i, j, judged.verdict, _why(a, b, judged, texts)))
    for a, b, judged, why in across:
        i, j = sorted((index[id(a)], index[id(b)]))
        pairs.append(FactPair(i, j, judged.verdict, why))
    verdict: Verdict = max((pair.verdict for pair in pairs), key=GRAVITY.__getitem__, default="same")
    return Fact(
        label,
        group[0].mention.quantity.kind,
        tuple(place.mention for place in members),
        tuple(sorted(pairs, key=lambda p: (p.a, p.b))),
        verdict,
    )


def _first_told(members: list[tuple[int, Place]]) -> list[tuple[int, Place]]:
    """Of a fact told over and over, the first time each document states each figure: the rest says no more."""
    first: dict[tuple[str, int], tuple[int, Place]] = {}
    for number, place in members:
        first.setdefault((place.mention.document, id(place.span)), (number, place))
    return list(first.values())


def _why(a: Place, b: Place, judged: Judged, texts: dict[str, Document]) -> str:
    words = [p.mention.quantity.span.line_of(texts[p.mention.document].text) for p in (a, b)]
    return because(a.mention.quantity, b.mention.quantity, judged, words[0], words[1])
