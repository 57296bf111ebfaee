"""Days along a line: in order, inside the line, folded where nothing is told, ticked where it can be read."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.present.time_scale import TimeScale

DAYS = st.dates()
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))


def measure(text: str) -> float:
    return 6.5 * len(text)


@given(st.lists(SPANS, min_size=1, max_size=12), st.floats(200, 3000))
def test_days_keep_their_order_and_stay_on_the_line(spans: list[tuple[date, date]], width: float) -> None:
    scale = TimeScale(spans, 50, 50 + width)
    days = sorted(day for span in spans for day in span)
    places = [scale.x(day) for day in days]
    assert places == sorted(places)
    assert all(50 <= scale.x(day, share) <= 50 + width + 1e-6 for day in days for share in (0, 0.5, 1))
    assert len({round(scale.x(day, 0.5), 3) for day in set(days)}) > 1 or len(set(days)) == 1


@given(st.lists(SPANS, max_size=12), st.floats(200, 3000))
def test_labels_of_the_scale_neither_touch_nor_run_over_its_end(
    spans: list[tuple[date, date]], width: float
) -> None:
    ticks = TimeScale(spans, 50, 50 + width).ticks(measure)
    labelled = [tick for tick in ticks if tick.label]
    assert all(tick.x + 5 + measure(tick.label) <= 50 + width for tick in labelled)
    for one, other in itertools.pairwise(labelled):
        assert one.x + 5 + measure(one.label) < other.x
    assert len(ticks) < 200


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2026, 6, 1), date(2026, 6, 7), ["31 May 2026", "1 Jun", "2 Jun"]),
        (date(2026, 2, 1), date(2026, 6, 30), ["Feb 2026", "Mar 2026", "Apr 2026"]),
        (date(2019, 3, 1), date(2026, 6, 30), ["2019", "2020", "2021"]),
        (date(1500, 1, 1), date(2000, 1, 1), ["1500", "1550", "1600"]),
    ],
)
def test_ticks_are_days_months_or_years_as_there_is_room(first: date, last: date, labels: list[str]) -> None:
    ticks = [tick.label for tick in TimeScale([(first, last)], 0, 1000).ticks(measure) if tick.label]
    assert ticks[-1] != labels[0]
    assert [label for label in ticks if label in labels] == [label for label in labels if label in ticks]
    assert len(set(ticks) & set(labels)) >= 2


def test_a_long_time_of_which_nothing_is_told_is_folded() -> None:
    spans = [(date(2010, 5, 1), date(2010, 5, 20)), (date(2026, 4, 1), date(2026, 6, 30))]
    scale = TimeScale(spans, 0, 1000)
    assert len(scale.breaks) == 1
    assert scale.x(date(2010, 5, 20), 1) < scale.breaks[0] < scale.x(date(2026, 4, 1))
    assert scale.x(date(2026, 6, 30)) - scale.x(date(2026, 4, 1)) > 500


def test_a_short_gap_is_not_folded() -> None:
    spans = [(date(2026, 2, 1), date(2026, 2, 28)), (date(2026, 4, 1), date(2026, 6, 30))]
    assert TimeScale(spans, 0, 1000).breaks == ()


def test_without_dates_there_is_no_scale() -> None:
    scale = TimeScale([], 10, 100)
    assert scale.ticks(measure) == ()
    assert scale.x(date(2026, 1, 1)) == 10
