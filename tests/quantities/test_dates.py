"""Dates, ranges, durations and times, resolved against 25 June 2026."""

from datetime import date

import pytest

from quantities.reading import only, read


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on 10 June", "2026-06-10", "2026-06-10"),
        ("on June 10th, 2024", "2024-06-10", "2024-06-10"),
        ("on 2026-06-10", "2026-06-10", "2026-06-10"),
        ("on 10.06.2026", "2026-06-10", "2026-06-10"),
        ("in February", "2026-02-01", "2026-02-28"),
        ("in October", "2025-10-01", "2025-10-31"),
        ("between April and June", "2026-04-01", "2026-06-30"),
        ("between late April and June", "2026-04-21", "2026-06-30"),
        ("between April 22 and June 5, 2026", "2026-04-22", "2026-06-05"),
        ("April 22-25", "2026-04-22", "2026-04-25"),
        ("from November to February 2024", "2023-11-01", "2024-02-29"),
        ("from 1628 to 1658", "1628-01-01", "1658-12-31"),
        ("this spring", "2026-03-01", "2026-06-21"),
        ("earlier this year", "2026-01-01", "2026-06-25"),
        ("Earlier this yr", "2026-01-01", "2026-06-25"),
        ("last week", "2026-06-15", "2026-06-21"),
        ("yesterday", "2026-06-24", "2026-06-24"),
        ("on Monday", "2026-06-22", "2026-06-22"),
        ("on Friday", "2026-06-19", "2026-06-19"),
        ("It will open on Friday", "2026-06-26", "2026-06-26"),
        ("two days ago", "2026-06-23", "2026-06-23"),
        ("in the third quarter of 2025", "2025-07-01", "2025-09-30"),
        ("Q3 2025", "2025-07-01", "2025-09-30"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("Christmas", "2025-12-25", "2025-12-25"),
        ("next month", "2026-07-01", "2026-07-31"),
    ],
)
def test_days(text: str, start: str, end: str) -> None:
    found = only(text)
    assert (str(found.start_date), str(found.end_date)) == (start, end)


def test_an_open_side_has_no_day() -> None:
    since, before = only("since March"), only("before 2019")
    assert (since.start_date, since.end_date) == (date(2026, 3, 1), None)
    assert (before.start_date, before.end_date) == (None, date(2018, 12, 31))


def test_without_a_day_of_writing_nothing_is_resolved() -> None:
    assert only("in February", None).start_date is None
    assert only("in February", None).timex == "XXXX-02"
    assert only("on 10 June 2024", None).start_date == date(2024, 6, 10)


@pytest.mark.parametrize(
    ("text", "timex", "days"),
    [
        ("for six weeks", "P6W", 42),
        ("a three-month period", "P3M", 90),
        ("an hour and a half", "PT90M", 0),
        ("2 hours 30 minutes", "PT2H30M", 0),
        ("half an hour", "PT30M", 0),
    ],
)
def test_durations(text: str, timex: str, days: int) -> None:
    found = only(text)
    assert (found.kind, found.timex) == ("duration", timex)
    if days:
        assert found.seconds == days * 86400


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("at 3:30 pm", "T15:30"),
        ("at noon", "T12"),
        ("half past seven", "T07:30"),
        ("yesterday at 8:15 a.m.", "2026-06-24T08:15"),
        ("last night", "2026-06-24TNI"),
        ("every Monday", "XXXX-WXX-1"),
        ("twice a week", "P1W"),
    ],
)
def test_times_and_repetitions(text: str, timex: str) -> None:
    assert only(text).timex == timex


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "They march on.",
        "She sat in the sun.",
        "Wait a second!",
        "It may be now that it is so.",
    ],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert [one for one in read(text) if one.kind != "duration"] == []
