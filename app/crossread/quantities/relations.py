"""Facts of different kinds that bear on one another: a dated range on a duration, a multiple on two counts."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from crossread.quantities.context import Place
from crossread.quantities.interval import HEDGED_DURATION, Interval, Judged, judge
from crossread.quantities.wording import day_words, figure, figure_with_unit

if TYPE_CHECKING:
    from crossread.quantities.facts import Group

_SMALLEST_SUM = 10  # below it too many sums come out by chance
_MOST_PARTS = 8  # of one sentence that are tried as parts of a sum


def relate(groups: list[Group]) -> None:
    """Add to each group what quantities of other kinds say about it, in its ``across``."""
    _durations_against_ranges(groups)
    _multiples_against_counts(groups)
    _sums_against_parts(groups)
    _shares_against_counts(groups)


# ---------------------------------------------------------------- durations and dated ranges


def _durations_against_ranges(groups: list[Group]) -> None:
    """A range given to the day settles how long something took, where one text tells both in one sentence."""
    ranges = [
        place for group in groups if group.scale == "date" for place in group.places if _to_the_day(place)
    ]
    for group in groups:
        if group.scale != "duration":
            continue
        for dated in ranges:
            days = _length(dated)
            if not any(_beside(place, dated, days) for place in group.places):
                continue
            judged = [(place, _judged_length(place, days)) for place in group.places]
            if not any(found is not None and found.verdict == "contradiction" for _, found in judged):
                continue
            for place, found in judged:
                if found is not None and place.mention.document != dated.mention.document:
                    group.across.append((place, dated, found, _why_length(place, dated, days, found)))


def _to_the_day(place: Place) -> bool:
    quantity = place.mention.quantity
    start, end = quantity.start_date, quantity.end_date
    return (quantity.timex or "").endswith("D)") and start is not None and end is not None and end > start


def _beside(place: Place, dated: Place, days: int) -> bool:
    if place.passage.id != dated.passage.id:
        return False
    judged = _judged_length(place, days)
    return judged is not None and judged.verdict != "contradiction"


def _length(dated: Place) -> int:
    quantity = dated.mention.quantity
    assert quantity.start_date is not None and quantity.end_date is not None
    return (quantity.end_date - quantity.start_date).days + 1


def _judged_length(place: Place, days: int) -> Judged | None:
    """A range, counted with or without its last day, against a duration with its leeway."""
    span = place.span
    if span.vague:
        return None
    found = judge(span, Interval("duration", Fraction(days), Fraction(days - 1), Fraction(days), Fraction(1)))
    if (
        found.verdict == "contradiction"
        and span.value is not None
        and abs(span.value - days) <= span.value * HEDGED_DURATION
    ):
        return Judged("rounding", "near")
    return found


def _why_length(place: Place, dated: Place, days: int, judged: Judged) -> str:
    quantity = dated.mention.quantity
    assert quantity.start_date is not None and quantity.end_date is not None
    stretch = f"{day_words(quantity.start_date)} to {day_words(quantity.end_date)} is {days} days"
    own = figure_with_unit(place.mention.quantity)
    return f"{stretch}, which {'is not' if judged.verdict == 'contradiction' else 'fits'} {own}."


# ---------------------------------------------------------------- multiples, sums, shares


def _figure_of(group: Group) -> Place | None:
    """The most exact plain figure of a group of counts or sums of money."""
    exact = [place for place in group.places if place.span.value is not None and place.span.value > 0]
    return min(exact, key=lambda place: (place.span.step, place.span.bound, place.order), default=None)


def _multiples_against_counts(groups: list[Group]) -> None:
    """``almost twice as many exchanges``: two facts that count exchanges, one of them about twice the other."""
    counts = [
        (group, found)
        for group in groups
        if group.scale == "count" and (found := _figure_of(group)) is not None
    ]
    for group in groups:
        if group.scale != "multiple" or not group.places[0].heads:
            continue
        place = group.places[0]
        related = [
            (other, found)
            for other, found in counts
            if any(p.heads[:1] == place.heads[:1] for p in other.places)
        ]
        for (one, above), (other, below) in combinations(related, 2):
            big, small = (above, below) if above.amount > below.amount else (below, above)
            ratio = big.amount / small.amount
            if place.span.value is None or not _fits(place.span, ratio):
                continue
            sources = {p.mention.document for p in (*one.places, *other.places)} - {place.mention.document}
            if not sources or not _shares_document(place, one, other):
                continue
            other_big = _elsewhere(one if big is above else other, place)
            other_small = _elsewhere(other if big is above else one, place)
            why = (
                f"{figure(big.amount)} / {figure(small.amount)} = {figure(round(ratio, 1))}, "
                f"which fits “{_times(place)}”."
            )
            for found in (other_big, other_small):
                if found is not None:
                    group.across.append((place, found, Judged("rounding", "near"), why))


def _times(place: Place) -> str:
    value = place.span.value or Fraction(0)
    words = {Fraction(2): "twice", Fraction(3): "three times", Fraction(1, 2): "half"}.get(
        value, f"{figure(value)} times"
    )
    return {"just_under": "almost ", "about": "about ", "more_than": "more than "}.get(
        place.mention.quantity.approx, ""
    ) + words


def _fits(span: Interval, ratio: Fraction) -> bool:
    value = span.value or Fraction(0)
    if span.bound:
        return (
            (span.low is None or ratio >= span.low)
            and (span.high is None or ratio <= span.high)
            and ratio <= 2 * value
        )
    return abs(ratio - value) <= value * Fraction(12 if span.hedged else 5, 100)


def _shares_document(place: Place, *groups: Group) -> bool:
    """Whether the document of the multiple tells of both facts itself."""
    return all(any(p.mention.document == place.mention.document for p in group.places) for group in groups)


def _elsewhere(group: Group, place: Place) -> Place | None:
    """The most exact figure of a group in another document than the place's."""
    found = [
        p for p in group.places if p.mention.document != place.mention.document and p.span.value is not None
    ]
    return min(found, key=lambda p: (p.span.step, p.order), default=None)


def _sums_against_parts(groups: list[Group]) -> None:
    """A count in one document that is the sum of two or three counts of one sentence of another."""
    totals: dict[Fraction, list[tuple[Group, Place]]] = defaultdict(list)
    exact = [place for group in groups if group.scale == "count" for place in group.places if _exact(place)]
    for group in groups:
        total = _figure_of(group) if group.scale == "count" else None
        if total is not None and total.amount >= _SMALLEST_SUM and _exact(total):
            totals[total.amount].append((group, total))
    for first in exact:
        later = [p for p in first.siblings if p.order > first.order and p.span.scale == "count" and _exact(p)]
        for more in (*combinations(later[:_MOST_PARTS], 1), *combinations(later[:_MOST_PARTS], 2)):
            parts = (first, *more)
            for group, total in totals.get(sum((p.amount for p in parts), Fraction(0)), ()):
                if total.mention.document != first.mention.document and _shared_noun(total, parts):
                    why = f"{' + '.join(figure(p.amount) for p in parts)} = {figure(total.amount)}."
                    group.across.append((total, first, Judged("same", "equal"), why))


def _exact(place: Place) -> bool:
    return (
        place.span.value is not None
        and place.span.value > 0
        and not place.span.hedged
        and not place.span.bound
    )


def _shared_noun(total: Place, parts: tuple[Place, ...]) -> bool:
    """Whether the sum and at least one part count the same, and the sentences have words in common."""
    heads = {place.heads[0] for place in parts if place.heads}
    return bool(total.heads) and total.heads[0] in heads and bool(total.near & parts[0].near)


def _shares_against_counts(groups: list[Group]) -> None:
    """A percentage in one document that two counts of one sentence of another make ("12 of 48" and "25 %")."""
    shares: dict[int, list[tuple[Group, Place]]] = defaultdict(list)
    for group in groups:
        for place in group.places if group.scale == "share" else ():
            shares[round(place.amount)].append((group, place))
    if not shares:
        return
    for part in (
        place for group in groups if group.scale == "count" for place in group.places if _exact(place)
    ):
        for whole in part.siblings:
            fits = whole.span.scale == "count" and _exact(whole) and whole.amount >= _SMALLEST_SUM
            if not fits or part.amount >= whole.amount:
                continue
            percent = part.amount / whole.amount * 100
            for near in (round(percent) - 1, round(percent), round(percent) + 1):
                for group, share in shares.get(near, ()):
                    if _makes_share(share, part, whole, percent):
                        of = f"{figure(part.amount)} of {figure(whole.amount)}"
                        why = f"{of} is {figure(round(percent, 1))} %."
                        group.across.append((share, part, Judged("same", "equal"), why))


def _makes_share(share: Place, part: Place, whole: Place, percent: Fraction) -> bool:
    if not share.amount or share.mention.document == part.mention.document:
        return False
    rounded = abs(share.amount - percent) <= max(share.span.step, Fraction(1)) / 2
    return rounded and len(share.near & (part.near | whole.near)) >= 2
