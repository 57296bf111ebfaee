"""Markdown: what its marks say of the form of the text."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.read import read_text
from crossread.text.document import Document
from crossread.text.form import Form


def read(source: str) -> Document:
    return read_text(source, "a.md", "A", markdown=True)


def styled(document: Document) -> list[tuple[str, str]]:
    return [(styled.style, styled.span.of(document.text)) for styled in document.form.styles]


def test_emphasis_stands_where_its_marks_stood() -> None:
    document = read(
        "He said *so*, **really *twice***, in `code`, ~~wrongly~~ and [here](https://example.org).\n"
    )
    assert document.text == "He said so, really twice, in code, wrongly and here.\n"
    assert styled(document) == [
        ("emphasis", "so"), ("strong", "really twice"), ("emphasis", "twice"), ("code", "code"),
        ("strike", "wrongly"), ("link", "here"),
    ]  # fmt: skip


def test_headings_have_their_levels() -> None:
    document = read(
        "---\ntitle: On top\n---\n\n# One\n\nText of it.\n\n### Deep *down*\n\nOver\n----\n\nMore text.\n"
    )
    assert [(h.level, h.span.of(document.text)) for h in document.form.headings] == [
        (1, "On top"), (1, "One"), (3, "Deep down"), (2, "Over"),
    ]  # fmt: skip
    assert styled(document) == [("emphasis", "down")]


def test_items_of_lists_have_their_levels_and_bullets() -> None:
    document = read("* one\n    1. **two**\n\n       and more\n* three\n\nNo item.\n")
    assert [(item.level, item.span.of(document.text)) for item in document.form.items] == [
        (1, "• one"), (2, "1. two"), (2, "and more"), (1, "• three"),
    ]  # fmt: skip
    assert styled(document) == [("strong", "two")]


def test_tables_have_rows_of_cells_empty_ones_too() -> None:
    document = read("| a | *b* |\n|---|---|\n|  | 2 |\n| 3 |  |\n\n| x |\n|---|\n| y |\n")
    tables = [
        [[cell.of(document.text) for cell in row] for row in table.rows] for table in document.form.tables
    ]
    assert tables == [[["a", "b"], ["", "2"], ["3", ""]], [["x"], ["y"]]]
    assert document.text.splitlines()[:3] == ["a | b", "2", "3"]
    assert styled(document) == [("emphasis", "b")]


def test_plain_text_has_no_form() -> None:
    assert read_text("# No *Markdown* here\n", "a.txt", "A").form == Form()


@given(st.text(st.sampled_from("ab *_`~[](!)#|>-1.\n\t "), max_size=120))
def test_forms_lie_in_the_text_and_in_its_order(source: str) -> None:
    document = read(source)
    form = document.form
    cells = [cell for table in form.tables for row in table.rows for cell in row]
    for spans in (
        [styled.span for styled in form.styles],
        [heading.span for heading in form.headings],
        [item.span for item in form.items],
        cells,
    ):
        assert spans == sorted(spans)
        assert all(span.end <= len(document.text) for span in spans)
    assert all(len(styled.span) for styled in form.styles)
    assert all(heading.span.of(document.text).strip() for heading in form.headings)
