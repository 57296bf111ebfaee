"""The arithmetic of the Grid: heights, columns, marks by place."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.present.marks import Mark
from crossread.text.span import Span
from crossread.ui.grid.columns import GUTTER, NARROWEST, lay_out, page_of
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.grid.selection import overlapping, word_at
from crossread.ui.grid.stack import Stack


@given(st.lists(st.integers(1, 90), min_size=1, max_size=30), st.data())
def test_a_stack_finds_what_covers_a_height(heights: list[int], data: st.DataObject) -> None:
    stack = Stack(heights)
    index = data.draw(st.integers(0, len(heights) - 1))
    heights[index] = data.draw(st.integers(1, 90))
    stack.set_height(index, heights[index])
    y = data.draw(st.integers(0, sum(heights) - 1))
    found = stack.index_at(y)
    assert sum(heights[:found]) == stack.top(found) <= y < stack.bottom(found)
    assert stack.total == sum(heights)


@given(st.integers(0, 40), st.integers(200, 3000), st.integers(0, 50), st.data())
def test_every_column_is_on_some_page_and_none_is_narrow(
    count: int, width: int, page: int, data: st.DataObject
) -> None:
    base = data.draw(st.one_of(st.none(), st.integers(0, max(count - 1, 0)))) if count else None
    columns = lay_out(count, width, page, base)
    seen: set[int] = set()
    for number in range(columns.pages):
        turned = lay_out(count, width, number, base)
        seen |= set(turned.shown)
        narrowest = min((turned.width(i) for i in range(len(turned.shown))), default=NARROWEST)
        assert narrowest >= min(NARROWEST, width - GUTTER) - 1
        if base is not None and len(turned.shown) > 1:
            assert base in turned.shown
    assert seen == set(range(count))


@given(st.integers(1, 40), st.integers(244, 3000), st.integers(0, 50), st.data())
def test_the_page_of_a_column_shows_it(count: int, width: int, page: int, data: st.DataObject) -> None:
    base = data.draw(st.integers(0, count - 1))
    column = data.draw(st.integers(0, count - 1))
    columns = lay_out(count, width, page, base)
    assert column in lay_out(count, width, page_of(column, columns, count, base), base).shown


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_marks_are_found_by_place(spans: list[Span], place: Span) -> None:
    index = MarkIndex([Mark(span, "number") for span in spans])
    found = [mark.span for mark in index.overlapping(place)]
    assert sorted(found) == sorted(span for span in spans if span.overlaps(place))


@given(st.lists(st.integers(1, 9), max_size=20), SPANS)
def test_spans_apart_from_one_another_are_found_by_place(gaps: list[int], place: Span) -> None:
    starts = [sum(gaps[: i + 1]) * 2 for i in range(len(gaps))]
    spans = [Span(start, start + 2) for start in starts]
    assert list(overlapping(spans, place)) == [span for span in spans if span.overlaps(place)]


def test_a_word_keeps_its_apostrophe_and_its_hyphen() -> None:
    text = "the lab’s three-month period"
    assert word_at(text, 6).of(text) == "lab’s"
    assert word_at(text, 12).of(text) == "three-month"
    assert word_at(text, 3).of(text) == " "
