import html
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import comparisons
from crossread.present.marks import Mark
from crossread.report.markup import Html, element, escape, name, visible
from crossread.report.passages import by_passage, marked, passages
from crossread.text.span import Span

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


class Reader(HTMLParser):
    """What a browser would see: elements properly nested, and the text without the badges."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1] != "sup":
            self.text += data


@given(ANY_TEXT)
def test_no_text_becomes_markup(text):
    page = Reader(element("p", text, title=text, data_x=text))
    assert [tag for tag, _ in page.seen] == ["p"]
    assert page.text == visible(text)
    assert page.seen[0][1]["title"] == html.unescape(html.escape(visible(text)))


@given(ANY_TEXT)
def test_control_characters_are_shown_in_place(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(ord(character) < 0x20 and character not in "\n\t" for character in shown)
    shown.encode("utf-8")


def test_only_markup_is_taken_as_markup():
    assert escape(Html("<b>")) == "<b>"
    assert escape("<b>") == "&lt;b&gt;"
    assert element("p", element("b", "a&b"), Html("")) == "<p><b>a&amp;b</b></p>"
    assert element("input", checked=True, disabled=False, value=None, id="x") == '<input checked id="x">'


def test_a_name_cannot_turn_what_stands_around_it():
    assert name("<x>\u202e") == "<bdi>&lt;x&gt;</bdi>"


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))
MARKS = st.lists(
    st.builds(
        Mark, SPANS, st.sampled_from(["number", "wording", "moved"]), st.sampled_from(["", "≠"]), st.just(""),
        st.sampled_from(["", "known"]),
    ),
    max_size=6,
)  # fmt: skip


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4), MARKS)
def test_marks_neither_lose_nor_add_a_character(lines, marks):
    document = comparisons.document(0, lines)
    found = by_passage(document, marks)
    for passage in document.passages:
        shown = marked(document.text, passage.span, found.get(passage.id, ()), lambda f: "f1" if f else "")
        page = Reader(element("p", shown))
        assert page.text == visible(document.of(passage))
        # Links do not stand in links: browsers would tear them apart.
        assert "<a" not in "".join(part.split("</a>")[0] for part in shown.split("<a ")[1:])


def test_marks_that_overlap_are_split_and_keep_one_badge():
    marks = [Mark(Span(0, 6), "number", "≈"), Mark(Span(4, 9), "wording", "=")]
    document = comparisons.document(0, ["one two three"])
    shown = marked(document.text, Span(0, 13), by_passage(document, marks)["A1"], lambda _: "")
    assert shown == (
        '<span class="m number">one <span class="m wording off">tw</span><sup>≈</sup></span>'
        '<span class="m wording on">o t<sup>=</sup></span>hree'
    )


def test_a_mark_across_passages_shows_in_both():
    document = comparisons.document(0, ["first", "second"])
    found = by_passage(document, [Mark(Span(2, 9), "moved", "≠")])
    assert passages(document, ["A1", "A2"], found, lambda _: "") == (
        '<p dir="auto"><span id="pA1">fi<span class="m moved off">rst</span></span></p>'
        '<p dir="auto"><span id="pA2"><span class="m moved on">sec<sup>≠</sup></span>ond</span></p>'
    )


@given(ANY_TEXT)
def test_what_is_visible_can_stand_in_xml_and_utf_8(text):
    node = etree.Element("t")
    node.text = visible(text)
    assert etree.fromstring(etree.tostring(node, encoding="utf-8")).text == (visible(text) or None)
