"""What is tied to what, and how columns scroll in step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.comparison import Place
from crossread.present.ribbon import Anchor, Steps, Tie, Ties, anchors, in_order, ties
from crossread.text.span import Span
from worked_comparison import worked


def _tie(a: int, b: int, score: float = 1.0) -> Tie:
    return Tie(Place("A", Span(a, a + 5)), Place("B", Span(b, b + 5)), score)


def test_ties_are_the_links_between_the_chosen_documents() -> None:
    comparison = worked()
    found = ties(comparison, ["A", "B"])
    assert {(tie.a.document, tie.b.document) for tie in found} == {("A", "B")}
    assert len(found) == 3
    assert sum(tie.moved for tie in found) == 1
    assert len(ties(comparison, ["A", "B", "C"])) == len(comparison.links)


def test_a_place_belongs_to_the_shortest_stretch_around_it() -> None:
    outer = Tie(Place("A", Span(0, 50)), Place("B", Span(0, 50)))
    inner = _tie(10, 20)
    found = Ties([outer, inner])
    assert found.at("A", 12) == (inner,)
    assert found.at("A", 15) == (outer,)
    assert found.at("B", 49) == (outer,)
    assert found.at("B", 50) == ()
    assert found.at("C", 3) == ()


def test_a_group_ties_the_other_ends_to_each_other() -> None:
    a, b, c = (Place(name, Span(0, 9)) for name in "ABC")
    around = [Tie(a, b), Tie(a, c), Tie(b, c)]
    elsewhere = Tie(Place("B", Span(0, 9)), Place("C", Span(40, 50)))
    assert set(Ties([*around, elsewhere]).group("A", 4)) == set(around)


def test_anchors_never_go_backwards_and_keep_the_heaviest() -> None:
    crossing: Anchor = {"A": Span(0, 5), "B": Span(90, 95)}
    straight: list[Anchor] = [{"A": Span(at, at + 5), "B": Span(at, at + 5)} for at in (10, 20, 30)]
    assert in_order([(crossing, 0.4), *((each, 0.9) for each in straight)]) == tuple(straight)
    assert in_order([(crossing, 2.0), *((each, 0.9) for each in straight)]) == (crossing,)


def test_moved_passages_are_no_anchors_and_three_columns_meet_row_by_row() -> None:
    comparison = worked()
    assert len(anchors(comparison, ["A", "B"])) == 2
    three = anchors(comparison, ["A", "B", "C"])
    assert {tuple(sorted(anchor)) for anchor in three} >= {("A", "B", "C")}


spans = st.integers(0, 40).map(lambda at: Span(at, at + 1))


@given(st.lists(st.tuples(st.fixed_dictionaries({"A": spans, "B": spans}), st.floats(0, 1))))
def test_any_anchors_come_out_ascending(weighed: list[tuple[Anchor, float]]) -> None:
    found = in_order(weighed)
    for name in "AB":
        starts = [anchor[name].start for anchor in found]
        assert starts == sorted(set(starts))
    assert bool(found) == bool(weighed)


heights = st.lists(st.floats(1, 5_000), min_size=2, max_size=4)


@st.composite
def steps(draw: st.DrawFn) -> tuple[Steps, list[list[float]]]:
    whole = draw(heights)
    count = draw(st.integers(0, 8))
    columns = [
        sorted(draw(st.lists(st.floats(0, height), min_size=count, max_size=count))) for height in whole
    ]
    found = [list(anchor) for anchor in zip(*columns, strict=True)]
    return Steps(whole, found), found


@given(steps(), st.floats(0, 900))
def test_what_is_tied_meets_at_the_reading_line(made: tuple[Steps, list[list[float]]], line: float) -> None:
    found, marked = made
    for anchor in marked:
        scrolled = found.scroll_to(0, anchor[0], line)
        tops = found.tops(scrolled, line)
        here = min(scrolled, line)
        for column, y in enumerate(anchor):
            at = found.at(column, y)
            assert found.y(column, at) == pytest.approx(y, abs=0.01)
        # Equal heights may belong to several points; what has a height of its own meets exactly.
        if sum(other[0] == anchor[0] for other in marked) == 1 and 0 < anchor[0] < found.heights[0]:
            for column, y in enumerate(anchor):
                assert y - tops[column] == pytest.approx(here, abs=0.01)


@given(steps(), st.floats(100, 900))
def test_no_column_outruns_the_others_or_goes_back(
    made: tuple[Steps, list[list[float]]], sight: float
) -> None:
    found, _ = made
    most = found.most(sight, sight / 3)
    last = found.tops(0, sight / 3)
    assert last == pytest.approx([0.0] * len(last))
    for number in range(1, 21):
        tops = found.tops(most * number / 20, sight / 3)
        for before, after in zip(last, tops, strict=True):
            assert after >= before - most / 20 - 0.01
            assert after <= before + 2 * most / 20 + 0.01
        last = tops
    for height, top in zip(found.heights, last, strict=True):
        assert height - top <= max(sight, height) + 0.01


def test_short_columns_do_not_scroll() -> None:
    assert Steps([300.0, 200.0]).most(500) == 0
