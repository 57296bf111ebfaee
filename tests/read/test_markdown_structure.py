"""Markdown: marks off, structure kept."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.read import read_text

BODY = (
    "The company said on Monday that it had *found out* about [the matter](https://example.org) "
    "in the spring."
)
PLAIN = "The company said on Monday that it had found out about the matter in the spring."


def listed(source: str) -> list[tuple[str, str]]:
    document = read_text(source, "a.md", "A", markdown=True)
    return [(passage.kind, document.of(passage)) for passage in document.passages]


def test_marks_are_taken_off_and_kinds_kept() -> None:
    source = (
        f"# The **headline**\n\n{BODY}\n\n## Part\n\n* one\n* two\n    1. three\n\n"
        "> Quoted. Twice.\n\n"
        f"![A harbour](a.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        f"<!-- no --><div>In a box</div>\n\n---\n\n{BODY}\n"
    )
    assert listed(source) == [
        ("heading", "The headline"),
        ("sentence", PLAIN),
        ("heading", "Part"),
        ("list item", "• one"),
        ("list item", "• two"),
        ("list item", "1. three"),
        ("quotation", "Quoted."),
        ("quotation", "Twice."),
        ("caption", "A harbour"),
        ("list item", "a | b"),
        ("list item", "1 | 2"),
        ("heading", "In a box"),
        ("sentence", PLAIN),
    ]


def test_setext_headings_and_lines_that_are_one_paragraph() -> None:
    assert listed("Over\n====\n\nThe first line\nand the second.\n") == [
        ("heading", "Over"),
        ("sentence", "The first line and the second."),
    ]


def test_front_matter_gives_title_and_date() -> None:
    source = f'---\ntitle: "What happened"\ndate: 2026-06-25\ntags: [a, b]\n---\n\n{BODY}\n'
    document = read_text(source, "a.md", "A", markdown=True)
    assert (document.title, document.date) == ("What happened", "2026-06-25")
    assert [passage.kind for passage in document.passages] == [
        "heading",
        "boilerplate",
        "boilerplate",
        "sentence",
    ]


def test_deep_nesting_loses_nothing() -> None:
    assert ("quotation", "deep down") in listed("> " * 60 + "deep down\n")
    assert "deeper" in "".join(written for _, written in listed("> " * 5000 + "deeper\n"))


@given(st.text() | st.text(alphabet=st.sampled_from("ab #*_>-`[]()!|<&;:1.\n \t=~"), max_size=200))
def test_passages_tile_any_markdown(source: str) -> None:
    document = read_text(source, "a.md", "A", markdown=True)
    position = 0
    for passage in document.passages:
        assert not document.text[position : passage.span.start].strip()
        position = passage.span.end
    assert not document.text[position:].strip()
