"""What holds for every number and every text."""

import random
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.quantities import find
from crossread.quantities.interval import Interval, interval, judge
from quantities.reading import WRITTEN, only

_DIGITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]
_SCALES = ["", "thousand", "million", "billion", "trillion"]


def in_words(number: int) -> str:
    """A whole number in English words, as a reference of its own."""
    if number < 20:
        return _DIGITS[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_DIGITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{_DIGITS[number // 100]} hundred{rest}"
    groups = []
    scale = 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            groups.append(f"{in_words(group)} {_SCALES[scale]}".strip())
        scale += 1
    return " ".join(reversed(groups))


@given(st.integers(min_value=2, max_value=10**15 - 1))
def test_a_number_written_out_is_read_back(number: int) -> None:
    text = f"{in_words(number)} birds"
    assert only(text).value == number


@given(st.integers(min_value=2, max_value=10**15 - 1), st.sampled_from([",", "\u202f", "\u00a0", "'"]))
def test_a_number_in_groups_of_digits_is_read_back(number: int, sign: str) -> None:
    text = f"{number:,} birds".replace(",", sign)
    assert only(text).value == number


@given(st.text(max_size=12), st.integers(min_value=2, max_value=999))
def test_offsets_are_exact_beyond_the_basic_plane(noise: str, number: int) -> None:
    before = "".join("🐦" if letter.isalnum() else letter for letter in noise)
    text = f"{before}\n🐦🐦 exactly {number} 𝔟𝔦𝔯𝔡𝔰 flew"
    found = [one for one in find(text) if one.value == number]
    assert [one.core.of(text) for one in found] == [str(number)]


_numbers = st.fractions(min_value=1, max_value=10**6, max_denominator=100)
_steps = st.sampled_from([1, 10, 100])


@st.composite
def _intervals(draw: st.DrawFn) -> Interval:
    value = draw(_numbers)
    shape = draw(st.sampled_from(["exact", "hedged", "bound", "range"]))
    step = draw(_steps)
    if shape == "exact":
        return Interval("count", value, value, value, step)
    if shape == "hedged":
        return Interval("count", value, value * 95 / 100, value * 105 / 100, step, hedged=True)
    if shape == "bound":
        return Interval("count", value, value, None, step, bound=True)
    return Interval("count", None, value, value + draw(_numbers), step)


@given(_intervals(), _intervals())
def test_the_verdict_is_the_same_from_both_sides(a: Interval, b: Interval) -> None:
    assert judge(a, b) == judge(b, a)


@given(_intervals())
def test_a_quantity_agrees_with_itself(a: Interval) -> None:
    assert judge(a, a).verdict == "same"


@given(_numbers, _numbers, _numbers, _numbers)
def test_a_wider_interval_never_contradicts_a_narrower_inside_it(a, b, c, d) -> None:
    low, inner_low, inner_high, high = sorted((a, b, c, d))
    wide, narrow = Interval("count", None, low, high, 1), Interval("count", None, inner_low, inner_high, 1)
    assert judge(wide, narrow).verdict != "contradiction"
    point = Interval("count", inner_low, inner_low, inner_low, 1)
    assert judge(wide, point).verdict != "contradiction"


_PIECES = (
    "1 12 25,000 1.5 1.2.3 22/04 2026-02-31 31 99999999999999999999 ٣٤٥ ３４ ½ 1000's 1e999 one twenty hundred "
    "million half minus point and a to - – , . : / % $ € ( [ ' ^ x × + > < February may May Monday last next past this "
    "weeks month years pm now from between since about nearly more than at least percent km in ft old twice "
    "second third 10th tens thousands of k bn every q1 the end late ago later or s 😀 \u0000 \u202f http:// @ www"
).split(" ")


def test_ten_thousand_mutated_strings_raise_nothing() -> None:
    chance = random.Random(20260625)
    for number in range(10_000):
        pieces = [
            chance.choice(_PIECES) + chance.choice((" ", " ", "", "-")) for _ in range(chance.randint(1, 9))
        ]
        letters = list("".join(pieces))
        for _ in range(number % 3):
            letters[chance.randrange(len(letters))] = chr(
                chance.choice(
                    (
                        chance.randrange(32, 127),
                        chance.randrange(0x660, 0x66A),
                        chance.randrange(0x1F000, 0x1F100),
                    )
                )
            )
        text = "".join(letters)
        for one in find(text, WRITTEN):
            assert one.span.of(text).strip()
            assert one.span.contains(one.core)
            interval(one)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(_PIECES), st.integers(min_value=2, max_value=9))
def test_the_work_grows_with_the_text_and_no_faster(piece: str, times: int) -> None:
    """Counted in calls of the grammar, not in time: so many times the text, at most so many times the work."""

    def work(text: str) -> int:
        calls = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        sys.setprofile(count)
        try:
            find(text, WRITTEN)
        finally:
            sys.setprofile(None)
        return calls

    unit = f"{piece} " * 60
    work(unit)  # the tables are read
    assert work(unit * times) <= work(unit) * times * 1.5 + 2000
