"""Facts of different kinds that bear on one another: a dated range on a duration, a multiple on two counts."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from crossread.quantities.context import Place
from crossread.quantities.interval import HEDGED_DURATION, Interval, Judged, judge
from crossread.quantities.wording import day_words, figure, figure_with_unit

if TYPE_CHECKING:
    from crossread.quantities.facts import Group

_SMALLEST_SUM = 10  # below it too many sums come out by chance


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
            big, small = (above, below) if above.span.value > below.span.value else (below, above)  # type: ignore[operator]
            ratio = big.span.value / small.span.value  # type: ignore[operator]
            if place.span.value is None or not _fits(place.span, ratio):
                continue
            sources = {p.mention.document for p in (*one.places, *other.places)} - {place.mention.document}
            if not sources or not _shares_document(place, one, other):
                continue
            other_big = _elsewhere(one if big is above else other, place)
            other_small = _elsewhere(other if big is above else one, place)
            why = (f"{figure(big.span.value)} / {figure(small.span.value)} = {figure(round(ratio, 1))}, "  # type: ignore[arg-type]
                   f"which fits “{_times(place)}”.")  # fmt: skip
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
    totals = [
        (group, found)
        for group in groups
        if group.scale == "count" and (found := _figure_of(group)) is not None
    ]
    for group, total in totals:
        value = total.span.value
        if value is None or value < _SMALLEST_SUM or total.span.hedged or total.span.bound:
            continue
        for other, first in totals:
            if other is group or first.mention.document == total.mention.document:
                continue
            parts = [
                p
                for p in first.siblings
                if p.order[1] > first.order[1] and p.span.scale == "count" and _exact(p)
            ]
            if not _exact(first):
                continue
            for size in (1, 2):
                for more in combinations(parts, size):
                    if first.span.value + sum(p.span.value for p in more) == value and _shared_noun(
                        total, (first, *more)
                    ):  # type: ignore[misc,operator]
                        sums = " + ".join(figure(p.span.value) for p in (first, *more))  # type: ignore[arg-type]
                        why = f"{sums} = {figure(value)}."
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
    shares = [
        place for group in groups if group.scale == "share" for place in group.places if place.span.value
    ]
    if not shares:
        return
    owner = {id(place): group for group in groups for place in group.places}
    counts = [place for group in groups if group.scale == "count" for place in group.places if _exact(place)]
    for part in counts:
        for whole in part.siblings:
            if (
                whole.span.scale != "count"
                or not _exact(whole)
                or part.span.value >= whole.span.value
                or whole.span.value < _SMALLEST_SUM
            ):  # type: ignore[operator]
                continue
            percent = part.span.value / whole.span.value * 100  # type: ignore[operator]
            for share in shares:
                same_text = share.mention.document == part.mention.document
                if same_text or abs(share.span.value - percent) > max(share.span.step, Fraction(1)) / 2:  # type: ignore[operator]
                    continue
                if len(share.near & (part.near | whole.near)) < 2:
                    continue
                why = f"{figure(part.span.value)} of {figure(whole.span.value)} is {figure(round(percent, 1))} %."  # type: ignore[arg-type]
                owner[id(share)].across.append((share, part, Judged("same", "equal"), why))
