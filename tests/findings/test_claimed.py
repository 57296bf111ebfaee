"""Findings on whom documents quote and name, how firmly they claim, and on hidden characters."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.compare import compare
from crossread.comparison import Comparison, Finding, FindingKind
from crossread.present.marks import marks
from crossread.read import read_all, read_text
from crossread.report.html_report import to_html
from crossread.report.json_report import to_json
from crossread.report.terminal import Terminal, summary

ZERO_WIDTH = "\u200b"
FIRST = (
    "Harbour fire\n\nA fire broke out in the harbour of Lund on Monday morning. About 120 workers fled the "
    "warehouse. The owner allegedly locked the doors of the warehouse on Sunday evening. “We lost everything that "
    "we had built in one night,” said mayor Anna Lindgren. Mayor Anna Lindgren thanked the crews."
)
SECOND = (
    "Blaze at the port\n\nAbout 120 workers fled the warehouse when a fire broke out in the harbour of Lund. The "
    "owner locked the doors of the warehouse on Sunday evening. “We lost nearly everything that we had built in a "
    "single night,” said mayor Anna Lindgren. Mayor Anna Lindgrem thanked the crews."
)


@pytest.fixture(scope="module")
def seeds() -> Comparison:
    return compare(read_all([Path(__file__).parents[2] / "seeds"]).documents)


def compared(*texts: str) -> Comparison:
    return compare([read_text(text, f"{n}.txt", "ABC"[n]) for n, text in enumerate(texts)])


def of(comparison: Comparison, kind: FindingKind) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.kind == kind]


def test_an_altered_quotation_is_grave_and_says_which_words_differ() -> None:
    (only,) = of(compared(FIRST, SECOND), "quotations")
    assert only.severity == "high"
    assert only.documents == ("A", "B")
    assert "“nearly”" in only.detail
    assert "in different words" in only.detail


def test_a_quotation_that_is_alike_or_stands_alone_is_no_finding() -> None:
    assert of(compared(FIRST, FIRST.replace("Harbour fire", "Fire")), "quotations") == []
    alone = SECOND.replace("“We", "We").replace("night,”", "night,")
    assert of(compared(FIRST, alone), "quotations") == []


def test_where_as_many_write_the_one_as_the_other_nobody_is_said_to_be_wrong() -> None:
    texts = (
        "Trial halted\n\nThe trial was led by Teresa Almeida.",
        "Trial stopped\n\nTeresa Almeda led the trial.",
    )
    (only,) = of(compared(*texts), "names")
    assert only.title == "“Teresa Almeida” / “Teresa Almeda”"
    assert "one of them is likely a slip" in only.detail


def test_a_likely_slip_in_a_surname_is_a_finding_where_it_stands() -> None:
    comparison = compared(FIRST, SECOND)
    (only,) = of(comparison, "names")
    assert only.severity == "medium"
    assert "Lindgrem" in only.title
    words = {place.span.of(comparison.document[place.document].text) for place in only.places}
    assert any("Lindgrem" in each for each in words)


def test_what_one_asserts_and_another_alleges_is_told_with_letters() -> None:
    comparison = compared(FIRST, SECOND)
    found = [finding for finding in of(comparison, "certainty") if "alleged" in finding.detail]
    assert [finding.detail.split(".")[0] for finding in found] == ["B asserts what A reports as alleged"]
    hedges = [mark for mark in marks(comparison)["A"] if mark.kind == "hedge"]
    assert "allegedly" in {mark.span.of(comparison.document["A"].text) for mark in hedges}
    assert all(mark.note for mark in hedges)


def test_tampering_is_one_finding_a_document_and_sort_and_marks_the_word() -> None:
    tampered = FIRST.replace("fire", f"fi{ZERO_WIDTH}re").replace("harbour", "harb\u043eur")
    comparison = compared(tampered, SECOND)
    found = of(comparison, "characters")
    assert [(finding.severity, finding.documents) for finding in found] == [("high", ("A",))] * 2
    assert {len(finding.places) for finding in found} == {1, tampered.count(ZERO_WIDTH)}
    marked = [mark for mark in marks(comparison)["A"] if mark.kind == "character"]
    text = comparison.document["A"].text
    assert {f"fi{ZERO_WIDTH}re", "harb\u043eur"} <= {mark.span.of(text) for mark in marked}
    assert {mark.finding for mark in marked} == {finding.id for finding in found}


def test_one_document_alone_is_searched_for_tampering_too() -> None:
    alone = compared(FIRST.replace("fire", f"fi{ZERO_WIDTH}re"))
    assert [finding.kind for finding in alone.findings] == ["characters"]
    assert alone.names
    assert alone.certainty


def test_the_spun_quotations_and_the_senators_of_the_seeds(seeds: Comparison) -> None:
    quotations = of(seeds, "quotations")
    assert {finding.documents for finding in quotations} == {("C",)}
    assert len(quotations) == 3
    assert sum("Francesco Pili" in finding.detail for finding in quotations) == 2
    (names,) = of(seeds, "names")
    assert names.documents == ("D", "E")
    assert "senator" in names.detail
    assert of(seeds, "characters") == []
    largest = [finding for finding in of(seeds, "certainty") if "it has ever seen" in finding.detail]
    assert [finding.documents for finding in largest] == [("B", "C", "D", "E")]


def test_ids_of_findings_are_all_different_and_outlast_another_order(seeds: Comparison) -> None:
    assert len({finding.id for finding in seeds.findings}) == len(seeds.findings)
    backward = compare([d.labelled("EDCBA"[n]) for n, d in enumerate(seeds.documents)][::-1])
    assert {finding.id for finding in backward.findings} == {finding.id for finding in seeds.findings}


def test_the_json_report_has_the_promised_keys_and_its_spans_hold_the_words() -> None:
    comparison = compared(FIRST.replace("fire", f"fi{ZERO_WIDTH}re"), SECOND)
    report = json.loads(to_json(comparison))
    text = {document["id"]: document["text"] for document in report["documents"]}
    for quotation in report["quotations"]:
        assert {"id", "mentions", "verdict", "in_spun_text"} <= quotation.keys()
        assert all({"doc", "start", "end", "speaker"} <= mention.keys() for mention in quotation["mentions"])
    names = {name["label"]: name for name in report["names"]}
    for name in names.values():
        assert {"label", "kind", "mentions", "verdict"} <= name.keys()
        for mention in name["mentions"]:
            assert text[mention["doc"]][mention["start"] : mention["end"]] == mention["text"]
    steps = {each["passage"]: each for each in report["certainty"]}
    assert all({"doc", "passage", "step", "source", "cues"} <= each.keys() for each in steps.values())
    assert "alleged" in {each["step"] for each in steps.values()}
    assert {(c["codepoint"], c["tampering"]) for c in report["characters"]} == {("U+200B", True)}
    assert all(text[c["doc"]][c["start"] : c["end"]] == ZERO_WIDTH for c in report["characters"])


def test_the_spun_document_of_the_json_report_has_a_letter(seeds: Comparison) -> None:
    spin = json.loads(to_json(seeds))["spin"]
    assert [verdict["doc"] for verdict in spin["verdicts"]] == list("ABCDE")
    assert {span["doc"] for span in spin["spans"]} == {"C"}


def test_the_page_shows_all_four_and_leaves_out_what_there_is_nothing_of() -> None:
    page = to_html(compared(FIRST.replace("fire", f"fi{ZERO_WIDTH}re"), SECOND))
    for title in ("Quotations", "Names", "How firmly it is claimed", "Hidden characters"):
        assert f">{title}</h2>" in page
    assert "U+200B" in page
    bare = replace(compared(FIRST, SECOND), quotations=(), characters=())
    assert ">Quotations</h2>" not in to_html(bare)
    assert ">Hidden characters</h2>" not in to_html(bare)


def test_the_summary_tells_of_all_four() -> None:
    text = summary(compared(FIRST.replace("fire", f"fi{ZERO_WIDTH}re"), SECOND), Terminal(80))
    for heading in ("Quotations: altered 1", "Names: ", "Claimed with unlike firmness", "Hidden characters"):
        assert f"\n{heading}" in text
