import base64
import hashlib
import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from itertools import product

import pytest

import comparisons
from crossread.comparison import Comparison, Finding, Place
from crossread.present.palette import PALETTES, MarkColours
from crossread.report.html_report import to_html
from crossread.text.span import Span
from worked_comparison import worked

VOID = {"meta", "input", "br", "hr", "col"}
ATTACK = "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>\"' onload='alert(3)"


class Page(HTMLParser):
    """A page as a tree would be built of it: tags properly closed, ids unique, links that lead somewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.stack: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.feed(text)
        self.close()
        assert not self.stack

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        if self.stack and self.stack[-1] in ("script", "style"):
            self.raw[self.stack[-1]] = data

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.elements if found == tag]

    def of_class(self, wanted: str) -> list[tuple[str, dict[str, str | None]]]:
        return [(tag, a) for tag, a in self.elements if wanted in (a.get("class") or "").split()]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(to_html(worked()))


def test_ids_are_unique_and_every_link_leads_to_one(page):
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [attributes["href"] for attributes in page.every("a")]
    assert targets and all(target.startswith("#") and target[1:] in ids for target in targets)
    labels = [a["aria-labelledby"] for _, a in page.elements if "aria-labelledby" in a]
    assert labels and set(labels) <= set(ids)


def test_nothing_can_be_fetched_and_only_our_script_runs(page):
    policy = next(
        a["content"] for a in page.every("meta") if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    for _, attributes in page.elements:
        assert not {"src", "srcset", "style", "action", "onclick", "onload"} & attributes.keys()
    assert not page.every("link") and not page.every("img")
    assert "@import" not in page.raw["style"]
    assert all(url.startswith("data:") for url in re.findall(r"url\(\s*[\"']?([^\"')]*)", page.raw["style"]))


def test_every_passage_is_shown_once(page):
    comparison = worked()
    shown = [a["id"] for _, a in page.elements if re.fullmatch(r"p[A-Z]+\d+", a.get("id") or "")]
    assert sorted(shown) == sorted(f"p{passage}" for passage in comparison.passage)


def test_marks_lead_to_their_findings(page):
    numbers = [a for _, a in page.of_class("number") if "href" in a]
    grave = [a for _, a in page.of_class("contradiction") if "href" in a]
    words = [a for _, a in page.of_class("wording") if "href" in a]
    assert numbers and grave and words
    entry = next(finding for finding in worked().findings if finding.badge == "≠")
    assert {a["href"] for a in grave} == {f"#f{entry.number}"}
    assert [a["id"] for tag, a in page.of_class("finding") if tag == "li"] == [
        f"f{finding.number}" for finding in worked().findings
    ]


def test_silence_movement_and_boilerplate_are_told_apart(page):
    assert any(tag == "td" for tag, _ in page.of_class("silent"))
    assert any(tag == "td" for tag, _ in page.of_class("ghost"))
    assert page.of_class("boilerplate")
    assert "1 of 3 documents" in page.text
    assert "3/3" in page.text


def test_documents_keep_their_language_and_direction():
    a, b, c = worked().documents
    comparison = Comparison((a, replace(b, language="ar"), replace(c, language=None)))
    cells = {(x.get("lang"), x.get("dir")) for x in Page(to_html(comparison)).every("td") if "lang" in x}
    assert cells == {("en", "ltr"), ("ar", "rtl"), ("", "auto")}


def test_nothing_from_a_document_comes_alive():
    attacked = comparisons.document(0, [ATTACK, "# " + ATTACK, "12 dogs"])
    attacked = replace(attacked, title=ATTACK, name=ATTACK, publisher=ATTACK, date=ATTACK, language=ATTACK)
    finding = Finding(1, ATTACK, "wording", "low", ATTACK, ATTACK, ATTACK, "", (Place("A", Span(2, 9)),))
    comparison = Comparison(
        (attacked, comparisons.document(1, ["other"])), findings=(finding,), unfinished=(ATTACK,)
    )
    page = Page(to_html(comparison))
    assert len(page.every("script")) == len(page.every("style")) == 1
    assert not page.every("img")
    assert not any("onerror" in a or "onload" in a for _, a in page.elements)
    assert to_html(comparison).count("</script>") == 1


def test_a_dollar_sign_is_only_a_dollar_sign():
    document = comparisons.document(0, ["It cost $table and ${style}, $5 in all."])
    assert "It cost $table and ${style}, $5 in all." in to_html(Comparison((document,)))


def test_the_base_is_the_one_asked_for():
    cards = [
        to_html(worked(), base).partition('<aside class="documents"')[2].partition("</ol>")[0]
        for base in "AB"
    ]
    heads = [re.findall(r'<span class="about">.*?</span>', card) for card in cards]
    assert [["base" in about for about in found] for found in heads] == [
        [True, False, False],
        [False, True, False],
    ]


def test_what_was_not_finished_is_said():
    comparison = replace(worked(), unfinished=("Only the first 1,000 passages of B were compared.",))
    assert "Only the first 1,000 passages of B were compared." in to_html(comparison)


def test_the_same_comparison_gives_the_same_page():
    assert to_html(worked()) == to_html(worked())


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", PALETTES)
def test_every_text_of_the_page_can_be_read(theme):
    palette = PALETTES[theme]
    grounds = (palette.ground, palette.pane, palette.raised, palette.selection)
    for ink, ground in product((palette.ink, palette.dim), grounds):
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(palette.chip_ink, palette.chip) >= 4.5
    marks = [getattr(palette, f.name) for f in fields(palette) if f.type in (MarkColours, "MarkColours")]
    assert len(marks) == 7
    for mark in marks:
        assert contrast(mark.ink, mark.ground) >= 4.5, mark
    for ground in (palette.pane, palette.selection):
        assert contrast(palette.hedge.ink, ground) >= 4.5
        assert contrast(palette.ink, palette.number.ground) >= 4.5
        assert contrast(palette.ink, palette.contradiction.ground) >= 4.5
