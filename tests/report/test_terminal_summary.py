import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import comparisons
from crossread.comparison import Comparison
from crossread.report.terminal import Terminal, summary, width
from worked_comparison import worked

ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def test_documents_figures_and_words_are_told():
    text = summary(worked(), Terminal(80))
    assert text.startswith("3 documents, 99 words, 4 topics in common\n")
    assert "The Harbour Post · 2026-03-02 · A.txt" in text
    assert "Figures that differ: 2 of 2" in text
    assert " ≠ Hull torn open\n     A: “six metres”\n     B: “Half a metre”\n" in text
    assert "     A, C: “312 people”\n     B: “Some 300 people”\n     312 rounds to 300.\n" in text
    assert "Nobody was [hurt], the [operator] said." in text
    assert "Nobody was [injured], the [company] said." in text
    assert text.index("≠") < text.index("≈")


def test_the_last_line_says_how_to_write_a_report():
    assert summary(worked(), Terminal(120)).splitlines()[-1] == (
        "To keep all of it as a page or as data: crossread report FILES... -o report.html (or report.json)"
    )


def test_escape_sequences_come_only_when_wanted():
    assert "\x1b" not in summary(worked(), Terminal(80))
    coloured = summary(worked(), Terminal(80, colour=True))
    assert "\x1b[4;36mhurt\x1b[0m" in coloured
    assert "[hurt]" not in coloured


def test_documents_cannot_steer_the_terminal():
    nasty = "\x1b]0;owned\x07\x1b[2J\x9b31m\r\x08\u202e evil"
    document = comparisons.document(0, [nasty])
    document = replace(document, title=nasty, name=nasty, publisher=nasty)
    text = summary(Comparison((document,), unfinished=(nasty,)), Terminal(80))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "evil" in text


def test_a_title_from_right_to_left_keeps_to_its_place():
    document = replace(
        comparisons.document(0, ["text"]), title="ש - 7", name="a.txt", publisher="ש", date="2026-01-02"
    )
    lines = summary(Comparison((document,)), Terminal(80)).splitlines()
    assert "  A  \u2068ש - 7\u2069" in lines
    assert "     \u2068ש\u2069 · 2026-01-02 · a.txt" in lines
    assert "  A  ? - 7" in summary(Comparison((document,)), Terminal(80, encoding="ascii")).splitlines()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437"])
def test_what_the_terminal_cannot_show_is_written_otherwise(encoding):
    text = summary(worked(), Terminal(80, encoding=encoding))
    text.encode(encoding)
    assert " != Hull torn open" in text or "≠" in text


@given(
    st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=3), st.integers(1, 130), st.booleans()
)
def test_no_line_is_wider_than_the_terminal(titles, columns, colour):
    documents = tuple(
        replace(comparisons.document(number, ["text"]), title=title) for number, title in enumerate(titles)
    )
    text = ESCAPE.sub("", summary(Comparison(documents), Terminal(columns, colour)))
    assert max(map(width, text.split("\n"))) <= max(40, min(columns, 100))


def test_wide_letters_count_twice():
    assert width("日本 a") == 6
    assert width("e\u0301") == 1
    assert width("\u2068a\u2069") == 1


def test_agreement_is_told_too():
    comparison = worked()
    agreeing = replace(comparison, facts=(replace(comparison.facts[0], verdict="same"),))
    assert "1 figure in several documents, none of them in dispute" in summary(agreeing, Terminal(80))
    assert "No figure stands in several documents" in summary(Comparison(comparison.documents), Terminal(80))
