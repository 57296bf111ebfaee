"""What readers hand on: its offsets are true, and it travels between processes unharmed and unbelieved."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import ReadError
from crossread.read import Limits, ReadOptions
from crossread.read.builder import BREAK, Run, TextBuilder, raised, split_at_breaks
from crossread.read.extract import Extract, extract_of, plain_of
from crossread.read.limits import DEFAULT, HIGHEST, LOWEST, limits_of
from crossread.read.options import NO_OPTIONS, options_of

STYLES = st.frozensets(st.sampled_from(["strong", "emphasis", "link", "superscript"]), max_size=2)
TEXT = st.text(st.sampled_from("ab 1\t\n\xa0\u2003\x00é😀•.|"), max_size=12)
RUNS: Any = st.lists(st.tuples(TEXT, STYLES), max_size=5)
KINDS: Any = st.sampled_from(["text", "heading", "list item", "quotation", "caption", "boilerplate"])


@st.composite
def extracts(draw: Any) -> Extract:
    builder = TextBuilder(10_000)
    for number in range(draw(st.integers(0, 6))):
        if draw(st.booleans()):
            builder.add(draw(RUNS), draw(KINDS), draw(st.integers(0, 3)))
        else:
            builder.row(draw(st.lists(RUNS, min_size=1, max_size=3)))
        if draw(st.booleans()):
            builder.end_table()
            builder.page(str(number))
    builder.end_table()
    return Extract("Test", builder.text(), tuple(builder.blocks), builder.form(), left_out=("One thing.",))


@given(extracts())
def test_offsets_are_true(extract: Extract) -> None:
    text, form = extract.text, extract.form
    end = 0
    for block in extract.blocks or ():
        written = block.span.of(text)
        assert written == written.strip()
        assert written
        assert not text[end : block.span.start].strip()
        end = block.span.end
    assert not text[end:].strip()
    for styled in form.styles:
        assert len(styled.span) > 0 and styled.span.end <= len(text)
    for table in form.tables:
        cells = [cell for row in table.rows for cell in row]
        assert cells == sorted(cells)
    assert [page.span.start for page in form.pages] == sorted(page.span.start for page in form.pages)


@given(extracts())
def test_extracts_travel_unharmed(extract: Extract) -> None:
    assert extract_of(json.loads(json.dumps(plain_of(extract)))) == extract


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", 5), ("text", "other"), ("blocks", [[0, 3, "text"], [1, 4, "text"]]), ("blocks", [[0, 1, "text"]]),
        ("blocks", [[0, 999, "text"]]), ("blocks", [[0, 10, "nonsense"]]), ("styles", [[0, 2, "blink"]]),
        ("styles", [[-1, 2, "strong"]]), ("headings", [[0, 2, 99]]), ("pages", [[0, 2]]), ("places", [[0, 2, 0, 1]]),
        ("left_out", "x"), ("date", 5), ("mojibake", "perhaps"), ("tables", [[[0, 1]]]), ("cues", [[0, 1, -5, 2]]),
    ],
)  # fmt: skip
def test_what_is_no_extract_is_refused(key: str, value: object) -> None:
    builder = TextBuilder(100)
    builder.add("some words")
    plain = plain_of(Extract("Test", builder.text(), tuple(builder.blocks), builder.form()))
    assert extract_of(plain)
    changed = {**plain, key: value}
    if key == "left_out":
        assert extract_of(changed).left_out == ("x",)
        return
    with pytest.raises(ValueError):
        extract_of(changed)
    with pytest.raises(ValueError):
        extract_of({name: inner for name, inner in plain.items() if name != key})


def test_more_text_than_is_read_is_refused() -> None:
    with pytest.raises(ReadError, match="more than 20 characters of text"):
        TextBuilder(20).add("word " * 5)


@pytest.mark.parametrize(
    ("before", "figure", "text"),
    [("10", "6", "⁶"), ("km", "2", "²"), ("m", "3", "³"), ("people", "2", "[2]"), ("ten.", "12", "[12]"),
     ("x", "n", "ⁿ"), ("25,000", "1", "¹"), ("", "1", "[1]")],
)  # fmt: skip
def test_raised_figures(before: str, figure: str, text: str) -> None:
    assert raised(before, figure) == text


def test_line_breaks_part_lines_but_not_sentences() -> None:
    def parts(*runs: Run) -> list[str]:
        return ["".join(text for text, _ in part) for part in split_at_breaks(runs)]

    def plain(text: str) -> Run:
        return (text, frozenset())

    assert parts(plain("By Ann"), BREAK, plain("25 June")) == ["By Ann", "25 June"]
    assert parts(plain("it rose in"), BREAK, plain("the night")) == ["it rose in the night"]
    assert parts(plain("It rose."), BREAK, BREAK, plain("then it fell")) == ["It rose.", "", "then it fell"]


def test_limits_come_from_anywhere_within_bounds() -> None:
    assert limits_of(DEFAULT.plain()) == DEFAULT
    assert limits_of(None) == limits_of({"seconds": "5", "pages": True, "nonsense": 1}) == DEFAULT
    assert limits_of({"seconds": 5}) == replace(DEFAULT, seconds=5)
    assert limits_of({"seconds": 0}).seconds == LOWEST.seconds
    assert limits_of({"memory": 10**15}).memory == HIGHEST.memory
    assert Limits(packed_file=5).unpacked == 10


def test_options_come_from_anywhere() -> None:
    chosen = ReadOptions(whole_page=True, column="x", records="each", encoding="koi8-r", repair_encoding=True)
    assert options_of(chosen.plain()) == chosen
    assert options_of([]) == options_of({"whole_page": 1, "records": "some", "column": None}) == NO_OPTIONS
