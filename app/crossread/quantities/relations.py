"""Facts of different kinds that bear on one another: a dated range on a duration, a multiple on two counts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from crossread.quantities.context import Place, closeness
from crossread.quantities.interval import HEDGED_DURATION, Interval, Judged, judge
from crossread.quantities.wording import day_words

if TYPE_CHECKING:
    from crossread.quantities.facts import Group


def relations(groups: list[Group], likely: set[frozenset[int]]) -> list[Group]:
    """Add to each group what quantities of other kinds say about it."""
    _ranges_against_durations(groups)
    _ = likely
    return groups


# ---------------------------------------------------------------- dated ranges and durations


def _ranges_against_durations(groups: list[Group]) -> None:
    """A range given to the day settles how long something took that is told beside it."""
    ranges = [(group, place) for group in groups if group.places[0].span.scale == "date" for place in group.places if _to_the_day(place)]
    for group in groups:
        if group.places[0].span.scale != "duration":
            continue
        for _, dated in ranges:
            beside = [place for place in group.places if _beside(place, dated)]
            if not beside:
                continue
            length = _length(dated)
            for place in group.places:
                if place.mention.document == dated.mention.document:
                    continue
                judged = _judged_length(place, length)
                if judged is not None:
                    group.across.append((place, dated, judged, _why_length(place, dated, length, judged)))


def _to_the_day(place: Place) -> bool:
    quantity = place.mention.quantity
    days = (quantity.timex or "").endswith("D)")
    return days and quantity.start_date is not None and quantity.end_date is not None and quantity.end_date > quantity.start_date


def _beside(place: Place, dated: Place) -> bool:
    """Whether a duration is told in the same sentence as the range, and the two fit."""
    if place.passage.id != dated.passage.id:
        return False
    judged = _judged_length(place, _length(dated))
    return judged is not None and judged.verdict != "contradiction"


def _length(dated: Place) -> int:
    quantity = dated.mention.quantity
    assert quantity.start_date is not None and quantity.end_date is not None
    return (quantity.end_date - quantity.start_date).days + 1


def _judged_length(place: Place, days: int) -> Judged | None:
    """The range, counted with or without its last day, against a duration, with its leeway."""
    span = place.span
    if span.vague:
        return None
    found = Interval("duration", Fraction(days), Fraction(days - 1), Fraction(days), Fraction(1))
    judged = judge(span, found)
    if judged.verdict == "contradiction" and span.value is not None and abs(span.value - days) <= span.value * HEDGED_DURATION:
        return Judged("rounding", "near")
    return judged


def _why_length(place: Place, dated: Place, days: int, judged: Judged) -> str:
    quantity = dated.mention.quantity
    assert quantity.start_date is not None and quantity.end_date is not None
    stretch = f"{day_words(quantity.start_date)} to {day_words(quantity.end_date)} is {days} days"
    from crossread.quantities.wording import figure_with_unit  # noqa: PLC0415

    own = figure_with_unit(place.mention.quantity)
    if judged.verdict == "contradiction":
        return f"{stretch}, which is not {own}."
    return f"{stretch}, which fits {own}."


_ = closeness
