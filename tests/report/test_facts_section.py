"""Facts and timeline in the HTML report."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from comparisons import documents
from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.report.facts_section import facts_section, text_width, timeline_section
from crossread.report.html_report import to_html
from crossread.text.span import Span
from fire_texts import fire


def address(document: str, span: Span) -> str:
    return f"p{document}-{span.start}"


class Ids(HTMLParser):
    """Ids of a page and the addresses within it that are linked to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if str(values.get("href", "")).startswith("#"):
            self.targets.add(str(values["href"])[1:])


def test_every_link_of_the_page_has_its_target_and_every_id_is_its_own() -> None:
    page = Ids(to_html(fire()))
    assert page.targets <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert {"facts", "facts-contradiction", "facts-single"} <= set(page.ids)


def test_each_fact_has_a_row_and_the_odd_one_is_marked() -> None:
    section = facts_section(fire(), address)
    assert section.count("<tr") - 2 == len(fire().facts)  # less the head and the band
    assert section.count('class="odd"') == 1
    assert (
        section.index("is-contradiction")
        < section.index("is-vaguer")
        < section.index("Stated by one source only")
    )
    assert len(re.findall('class="m contradiction"', section)) == 1


def test_what_is_written_in_a_document_cannot_break_the_page() -> None:
    evil = compare(
        documents(
            ["The <script>alert(1)</script> guild counted 25 <b>boats</b> in May 2026."],
            ["The <script>alert(1)</script> guild counted 30 <b>boats</b> on 4 May 2026."],
        )
    )
    for part in (facts_section(evil, address), timeline_section(evil, address)):
        assert "<script" not in part
        assert "<b>boats" not in part


def test_the_timeline_is_well_formed_and_leads_to_the_text() -> None:
    root = ElementTree.fromstring(timeline_section(fire(), address))
    assert root.tag == "svg"
    links = {link.get("href") for link in root.iter("a")}
    assert len(links) == 2
    words = [text.text for text in root.iter("text")]
    assert {"A", "B", "C", "4 May 2026", "May 2026"} <= set(words)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for text in root.iter("text"):
        assert 0 <= float(text.attrib["x"]) <= width
        assert 0 <= float(text.attrib["y"]) <= height


def test_without_quantities_it_says_so_and_draws_nothing() -> None:
    empty = Comparison(documents(["Nothing."], ["Nothing."]))
    assert "No quantities were found." in facts_section(empty, address)
    assert timeline_section(empty, address) == ""


def test_text_is_measured_rather_too_wide() -> None:
    assert text_width("iiii") < text_width("aaaa") < text_width("MMMM")
    assert text_width("東京") > 20
