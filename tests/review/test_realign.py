"""Gestures that correct the alignment come to pins that do what was meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.align.link import Row
from crossread.choices import Choices
from crossread.compare import compare
from crossread.comparison import Comparison, Place
from crossread.memory import Memory
from crossread.review.action import Realigned
from crossread.review.realign import (
    RealignError,
    align_these,
    merge_rows,
    move_passages,
    not_the_same,
    split_row,
    touched,
)
from crossread.text.span import Span
from fire_texts import fire

FIRE = fire()
MEMORY = Memory()
PASSAGES = [p.id for d in FIRE.documents for p in d.passages if p.kind != "boilerplate"]
of_row = {row.id: [p for _, ps in row.passages for p in ps] for row in FIRE.rows}
LONG = max(FIRE.rows, key=lambda row: len(of_row[row.id]))


def after(*gestures: Realigned) -> Comparison:
    pins = tuple(pin for gesture in gestures for pin in gesture.pins)
    return compare(FIRE.documents, choices=Choices(pins=pins), memory=MEMORY)


def row_of(comparison: Comparison, passage: str) -> set[str]:
    row: Row | None = comparison.row_of.get(passage)
    return {p for _, ps in row.passages for p in ps} if row else {passage}


def test_selections_touch_passages() -> None:
    first, second = FIRE.documents[0].passages[:2]
    assert touched(FIRE, [Place("A", Span(first.span.end - 1, second.span.start + 1))]) == ("A1", "A2")
    assert touched(FIRE, [Place("A", Span(second.span.start, second.span.start))]) == ("A2",)
    assert touched(FIRE, [Place("B", Span(0, 1)), Place("A", Span(0, 1))]) == ("A1", "B1")
    assert touched(FIRE, []) == ()


def test_align_these_and_not_the_same() -> None:
    assert {"A1", "B3"} <= row_of(after(align_these(FIRE, ["A1", "B3"])), "A1")
    one, other = of_row[LONG.id][0], of_row[LONG.id][-1]
    assert other not in row_of(after(not_the_same(FIRE, [one, other])), one)
    assert align_these(FIRE, ["A1", "B3"]).words == FIRE.documents[0].of(FIRE.documents[0].passages[0])


def test_rows_are_merged_and_split_again() -> None:
    one, other = FIRE.rows[0], FIRE.rows[1]
    merging = merge_rows(FIRE, [one.id, other.id])
    merged = after(merging)
    everything = {*of_row[one.id], *of_row[other.id]}
    assert row_of(merged, of_row[one.id][0]) == everything
    splitting = split_row(merged, merged.row_of[of_row[one.id][0]].id, of_row[one.id])
    split = after(merging, splitting)
    assert row_of(split, of_row[one.id][0]) == set(of_row[one.id])
    assert row_of(split, of_row[other.id][0]) == set(of_row[other.id])


def test_a_passage_is_moved_to_another_row_and_to_one_of_its_own() -> None:
    passage = of_row[LONG.id][0]
    goal = next(row for row in FIRE.rows if row is not LONG)
    moved = after(move_passages(FIRE, [passage], goal.id))
    assert row_of(moved, passage) == {passage, *of_row[goal.id]}
    assert not row_of(moved, passage) & set(of_row[LONG.id][1:])
    alone = after(move_passages(FIRE, [passage]))
    assert not row_of(alone, passage) & set(of_row[LONG.id][1:])


def test_what_makes_no_sense_is_refused_in_a_sentence() -> None:
    for gesture in (
        lambda: align_these(FIRE, ["A1", "A2"]),
        lambda: not_the_same(FIRE, ["A1"]),
        lambda: merge_rows(FIRE, [LONG.id, LONG.id]),
        lambda: merge_rows(FIRE, [LONG.id, "no such row"]),
        lambda: split_row(FIRE, LONG.id, []),
        lambda: split_row(FIRE, LONG.id, of_row[LONG.id]),
        lambda: move_passages(FIRE, [], LONG.id),
        lambda: move_passages(FIRE, of_row[LONG.id][:1], LONG.id),
    ):
        with pytest.raises(RealignError, match=r"\.$"):
            gesture()


@given(st.lists(st.tuples(st.sampled_from(PASSAGES), st.integers(0, 20)), min_size=1, max_size=4))
@settings(max_examples=20)
def test_the_last_move_always_puts_the_passage_where_it_was_dropped(moves: list[tuple[str, int]]) -> None:
    gestures: list[Realigned] = []
    comparison = FIRE
    for passage, number in moves:
        goal = comparison.rows[number % len(comparison.rows)]
        members = {p for _, ps in goal.passages for p in ps}
        if passage in members:
            continue
        gestures.append(move_passages(comparison, [passage], goal.id))
        comparison = after(*gestures)
        assert row_of(comparison, passage) == {passage, *members}
