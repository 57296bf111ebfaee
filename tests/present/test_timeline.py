"""Dates as bars on one axis."""

from dataclasses import replace
from datetime import date

from comparisons import documents
from crossread.compare import compare
from crossread.present.timeline import Timeline, timeline


def _drawn(*texts: list[str]) -> Timeline:
    dated = [replace(document, date="2026-06-25") for document in documents(*texts)]
    return timeline(compare(dated))


def test_each_document_has_a_lane_with_its_dates() -> None:
    drawn = _drawn(
        ["The inquiry ran between April 22 and June 5, 2026 and heard 40 people."],
        ["The inquiry ran between April and June and heard 40 people."],
        ["Nobody said when."],
    )
    first, second, third = drawn.lanes
    assert [(bar.label, bar.start, bar.end) for bar in first.bars] == [
        ("between April 22 and June 5, 2026", date(2026, 4, 22), date(2026, 6, 5))
    ]
    assert [(bar.start, bar.end) for bar in second.bars] == [(date(2026, 4, 1), date(2026, 6, 30))]
    assert third.bars == ()
    assert first.bars[0].badge == "⊂"
    assert (drawn.first, drawn.last) == (date(2026, 4, 1), date(2026, 7, 1))
    assert [tick.label for tick in drawn.ticks] == ["Apr 2026", "May 2026", "Jun 2026", "Jul 2026"]


def test_bars_that_overlap_stand_on_lines_of_their_own() -> None:
    drawn = _drawn(["It ran from April to June. A break came in May. It ended on June 20."], ["Nothing."])
    assert [bar.level for bar in drawn.lanes[0].bars] == [0, 1, 1]
    assert drawn.lanes[0].levels == 2


def test_a_date_of_another_age_is_told_beside_the_axis() -> None:
    drawn = _drawn(
        ["It began in May. It ended on June 10. The bridge was built in 1632."], ["It began in May."]
    )
    assert [bar.label for bar in drawn.beside] == ["1632"]
    assert drawn.first == date(2026, 5, 1)
    assert drawn.share(date(2026, 5, 1)) == 0.0
    assert drawn.share(date(1632, 1, 1)) == 0.0


def test_without_dates_there_is_no_axis() -> None:
    drawn = _drawn(["Nothing."], ["Nothing at all."])
    assert (drawn.first, drawn.ticks) == (None, ())
    assert drawn.share(date(2026, 1, 1)) == 0.5
