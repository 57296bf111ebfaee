"""Numbers in digits and words, with what belongs to them."""

from fractions import Fraction

import pytest

from quantities.reading import only, read, values, words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,345 votes", 12345),
        ("12.345.678 votes", 12345678),
        ("12 345 votes", 12345),
        ("12\u202f345 votes", 12345),
        ("12\u2009345\u2009678 votes", 12345678),
        ("1'234'567 votes", 1234567),
        ("12,34,567 votes", 1234567),
        ("4.5 lakh votes", 450000),
        ("3 crore votes", 30000000),
        ("three lakh crore votes", 3 * 10**12),
        ("31k votes", 31000),
        ("7.5m votes", 7500000),
        ("7.5mn votes", 7500000),
        ("4bn votes", 4 * 10**9),
        ("two dozen votes", 24),
        ("half a million votes", 500000),
        ("a quarter of a million votes", 250000),
        ("two and a half million votes", 2500000),
        ("seven hundred and twelve thousand and nine votes", 712009),
        ("twenty-nine million votes", 29000000),
        ("4 thousand 3 hundred and 21 votes", 4321),
        ("٣٤٥ votes", 345),
        ("３４５ votes", 345),
        ("1.3x10^6 votes", 1300000),
        ("minus forty-one points", -41),
    ],
)
def test_the_value_of_a_number(text: str, value: int) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two thirds of the seats", Fraction(2, 3)),
        ("one in all: three-quarters of the seats", Fraction(3, 4)),
        ("5 1/4 miles", Fraction(21, 4)),
        ("½ teaspoon", Fraction(1, 2)),
        ("two out of five homes", Fraction(2, 5)),
        ("nine point nought four degrees", Fraction(904, 100)),
    ],
)
def test_fractions_are_exact(text: str, value: Fraction) -> None:
    assert value in values(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tens of thousands of letters", 20000, 99999),
        ("tens of 1000’s of letters", 20000, 99999),
        ("thousands of letters", 1000, 999999),
        ("several letters", 3, 9),
        ("between 10 and 20 letters", 10, 20),
        ("10-12 million letters", 10_000_000, 12_000_000),
        ("1 to 2 thousand letters", 1000, 2000),
        ("more than 10 and less than 40", 10, 40),
    ],
)
def test_ranges_and_vague_magnitudes(text: str, low: int, high: int) -> None:
    found = only(text)
    assert (found.value, found.low, found.high) == (None, low, high)


def test_a_range_of_money_leaves_its_scale_to_the_first_figure() -> None:
    found = only("It will cost $10-12 million.")
    assert (found.kind, found.unit, found.low, found.high) == ("money", "USD", 10_000_000, 12_000_000)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("nearly 700 seats", "just_under"),
        ("close to seven hundred seats", "just_under"),
        ("roughly 700 seats", "about"),
        ("some 700 seats", "about"),
        ("700 seats or so", "exact"),
        ("700 or so seats", "about"),
        ("upwards of 700 seats", "more_than"),
        ("greater than 700 seats", "more_than"),
        ("no fewer than 700 seats", "at_least"),
        ("700 or more seats", "at_least"),
        ("fewer than 700 seats", "less_than"),
        ("up to 700 seats", "at_most"),
        ("exactly 700 seats", "exact"),
        ("only about 700 seats", "about"),
    ],
)
def test_hedges(text: str, approx: str) -> None:
    found = only(text)
    assert found.value == 700
    assert found.approx == approx


def test_the_hedge_is_outside_the_core() -> None:
    text = "They sold close to 41,500 tickets."
    found = only(text)
    assert found.span.of(text) == "close to 41,500"
    assert found.core.of(text) == "41,500"
    assert found.counted is not None
    assert found.counted.of(text) == "tickets"


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("£2.5m was paid", "money", "GBP", 2_500_000),
        ("12 million euros", "money", "EUR", 12_000_000),
        ("USD 200", "money", "USD", 200),
        ("NOK 240m", "money", "NOK", 240_000_000),
        ("Rs 35 lakh", "money", "INR", 3_500_000),
        ("thirteen dollars and forty-five cents", "money", "USD", Fraction(1345, 100)),
        ("a fall of 4.2 per cent", "percent", "percent", Fraction(42, 10)),
        ("1.5 percentage points", "percentpoint", "percentage point", Fraction(3, 2)),
        ("25 basis points", "percentpoint", "percentage point", Fraction(1, 4)),
        ("a 43-year-old", "age", "year", 43),
        ("aged 43", "age", "year", 43),
        ("17 km away", "dimension", "kilometre", 17),
        ("5 ft 6 in", "dimension", "foot", Fraction(11, 2)),
        ("80 m.p.h.", "dimension", "mile per hour", 80),
        ("40 degrees celsius", "temperature", "celsius", 40),
        ("three times as many", "multiple", "times", 3),
        ("tenfold", "multiple", "times", 10),
    ],
)
def test_units(text: str, kind: str, unit: str, value: int | Fraction) -> None:
    found = only(text)
    assert (found.kind, found.unit, found.value) == (kind, unit, value)


def test_rates_name_what_they_are_for_each() -> None:
    assert only("petrol at $2.11 per gallon").per == "gallon"
    assert only("it pays $14.95 a month").per == "month"


@pytest.mark.parametrize(
    "text",
    [
        "The third-party platform may march on.",
        "One of them said so, and no one else did.",
        "Read this first!!",
        "It runs on M1 and H200 chips and GPT-4.",
        "Version 1.2.3 is out at http://example.org/2024/05/16.",
        "Section 230 protects them.",
        "She lives at 14 Elm Street.",
        "They won 2-1.",
        "A second look is better than that one.",
    ],
)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_movement_is_not_a_range() -> None:
    assert values("Shares rose 6.5% to $164 on the day.") == [Fraction(13, 2), 164]


def test_an_impossible_date_and_a_number_beyond_counting_are_no_reason_to_fail() -> None:
    assert all(one.start_date is None for one in read("on 31 February 2026"))
    assert read("9" * 10_000) == []


@pytest.mark.parametrize("mark", [".", ")"])
def test_what_numbers_the_items_of_a_list_counts_nothing(mark: str) -> None:
    text = f"1{mark} The quay closed for two days.\n2{mark} 14 engines came.\n\n3{mark} 12 were hurt."
    assert words(text) == ["two days", "14", "12"]


def test_a_figure_that_a_line_begins_with_is_no_item_of_a_list() -> None:
    assert words("Of the engines there were\n14. The quay closed in\n2026. Nobody was hurt.") == [
        "14",
        "2026",
    ]
