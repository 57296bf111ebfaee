"""The summary in Markdown: readable by any reader of it, and only words where words stood."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import hostile
from crossread.report.markdown_report import escaped, to_markdown
from crossread.report.paper import Paper, paper
from crossread.report.paper.model import Section, table
from crossread.text.shown import one_line
from fire_texts import fire

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def shown(text: str) -> str:
    """What a reader sees of Markdown: its words, without any mark."""
    tokens = READER.parse(text)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    inner = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inner} <= {"text", "text_special"}
    return "".join(child.content for child in inner)


def test_escaped_words_come_out_as_they_were():
    for text in (
        *hostile.ATTACKS,
        "a_b_c",
        "* x",
        "1986\\. A great year",
        "===",
        "---",
        "+ x",
        "    code",
        "~~~",
        "```",
    ):
        label = one_line(text)
        assert shown(escaped(label)) == label


@given(st.text(alphabet="\\`*_[]()<>|~$&#+-=:!.1 a\n", max_size=30))
@example("- one")
@example("12) two")
def test_any_words_come_out_as_they_were(text):
    label = one_line(text)
    assert shown(escaped(label)) == label


def test_a_summary_is_short_and_has_its_tables():
    written = to_markdown(paper(fire()))
    assert "Side by side" not in written
    tables = [token for token in READER.parse(written) if token.type == "table_open"]
    assert len(tables) >= 4
    assert re.search(r"\*\*≠ ", written)


def test_lists_that_stand_abreast_on_paper_stand_below_each_other():
    written = to_markdown(paper(fire()))
    heads = [line for line in written.splitlines() if line.startswith("| no.")]
    assert heads and all(head.count("no.") == 1 for head in heads)


def test_a_long_list_is_cut_and_says_so():
    rows = [["1", "one", "2", "two"] for _ in range(40)]
    blocks = (table(("no.", "finding", "no.", "finding"), rows, (0.1, 0.4, 0.1, 0.4)),)
    written = to_markdown(Paper("Title", "about", (Section("findings", "Findings", blocks),)))
    assert written.count("| one |") + written.count("| two |") == 20
    assert "60 more are in the full reports." in written
