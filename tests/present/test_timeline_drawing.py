"""The timeline as shapes: nothing overlaps, nothing is cut, every document has its lane."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from crossread.present.timeline import Bar, Lane, Timeline, timeline
from crossread.present.timeline_drawing import Shape, draw, shortened
from crossread.text.span import Span
from fire_texts import fire

LEFT = 50.0


def measure(text: str) -> float:
    return 6.5 * len(text)


@st.composite
def timelines(draw_: st.DrawFn) -> Timeline:
    """Lanes of dates near one another, some open, some of another age, with short and long words."""
    lanes, number = [], 0
    near = st.dates(date(2026, 1, 1), date(2026, 12, 31))
    for document in "ABC"[: draw_(st.integers(1, 3))]:
        bars = []
        for _ in range(draw_(st.integers(0, 7))):
            days = st.dates() if draw_(st.integers(0, 5)) == 0 else near
            start, end = sorted((draw_(days), draw_(days)))
            shape = draw_(st.sampled_from(["range", "day", "since", "until"]))
            number += 1
            ends = {
                "range": (start, end),
                "day": (start, start),
                "since": (start, None),
                "until": (None, end),
            }
            words = draw_(
                st.sampled_from(["May", "between late April and the fifth of June, 2026", "x" * 90])
            )
            bars.append(Bar(document, Span(number, number + 1), words, *ends[shape]))
        lanes.append(Lane(document, tuple(bars), 1))
    return Timeline(tuple(lanes), None, None, ())


def extent(shape: Shape) -> tuple[float, float]:
    label_right = shape.label_left + measure(shape.label)
    return min(shape.left, shape.label_left), max(shape.right, label_right)


@given(timelines(), st.floats(250, 2600))
def test_nothing_overlaps_and_nothing_runs_over_an_edge(dates: Timeline, width: float) -> None:
    drawing = draw(dates, LEFT, LEFT + width, measure)
    rows: dict[int, list[tuple[float, float]]] = {}
    for shape in drawing.shapes:
        left, right = extent(shape)
        assert left >= LEFT - 0.01
        assert right <= LEFT + width + 0.01
        if not shape.on_bar and shape.label:
            assert shape.label_left >= shape.right or shape.label_left + measure(shape.label) <= shape.left
        rows.setdefault(shape.row, []).append((left, right))
    for taken in rows.values():
        taken.sort()
        assert all(one[1] < other[0] for one, other in itertools.pairwise(taken))
    assert [lane.document for lane in drawing.lanes] == [lane.document for lane in dates.lanes]
    assert drawing.rows == sum(lane.rows for lane in drawing.lanes)
    for shape in drawing.shapes:
        lane = next(lane for lane in drawing.lanes if lane.document == shape.bar.document)
        assert lane.row <= shape.row < lane.row + lane.rows
    told = {(bar.document, bar.start, bar.end) for lane in dates.lanes for bar in lane.bars}
    assert {(s.bar.document, s.bar.start, s.bar.end) for s in drawing.shapes} == told


def test_a_single_day_is_a_point_and_a_month_a_bar() -> None:
    drawing = draw(timeline(fire()), LEFT, 900, measure)
    day, month = (
        next(s for s in drawing.shapes if s.bar.label == words) for words in ("4 May 2026", "May 2026")
    )
    assert day.is_point
    assert day.is_exact
    assert not month.is_point
    assert not month.is_exact
    assert month.left < (day.left + day.right) / 2 < month.right


@given(st.text(max_size=40), st.floats(0, 300))
def test_a_label_is_shortened_to_what_fits(words: str, width: float) -> None:
    short = shortened(words, width, measure)
    assert short == words or measure(short) <= width
    assert words.startswith(short.removesuffix("…"))
