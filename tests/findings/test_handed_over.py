"""Names, numbers and quotations inside spun text keep their own kind of finding and carry a warning."""

import json
from fractions import Fraction

from comparisons import documents
from crossread.comparison import Comparison, Place
from crossread.findings import findings
from crossread.present.fact_card import fact_card, value_card
from crossread.quantities.fact import Fact, FactPair, Mention
from crossread.quantities.quantity import Quantity
from crossread.report.html_report import to_html
from crossread.report.json_report import to_json
from crossread.report.terminal import Terminal, summary
from crossread.spin.verdict import ParagraphVerdict, Spin, SpinVerdict, SpunSpan, Swap, SwapLabel
from crossread.text.span import Span

ORIGINAL = "Prices rose 3.9 percent in May, said Ann Hill."
COPY = "Costs went 3.8 percent up in May, said Anne Hill."


def verdict(document: str, band: str = "strong") -> SpinVerdict:
    return SpinVerdict(document, 0.99, band, (), ("Odd words.",), "A")


def swap(written: str, original: str, label: SwapLabel) -> Swap:
    at, to = COPY.index(written), ORIGINAL.index(original)
    return Swap("B", Span(at, at + len(written)), "A", Span(to, to + len(original)), label)


def spun(*swaps: Swap) -> Comparison:
    spans = tuple(
        SpunSpan("B", s.span, s.span.of(COPY), (s.other_span.of(ORIGINAL),), "original", 0.99, False)
        for s in swaps
    )
    return Comparison(documents([ORIGINAL], [COPY]), spin=Spin((verdict("B"),), spans, swaps))


def test_a_number_and_a_name_that_a_copy_changed_are_findings_of_their_own_kinds() -> None:
    comparison = spun(
        swap("Costs", "Prices", "synonym"), swap("3.8", "3.9", "number"), swap("Anne", "Ann", "name")
    )
    found = {finding.kind: finding for finding in findings(comparison) if "A" in finding.documents}
    assert found["numbers"].title == "“3.8” for “3.9”"
    assert found["numbers"].detail == (
        "B says “3.8” where A, whose text it follows, says “3.9”. "
        "The text around it in B is spun: its figures may have been altered."
    )
    assert found["names"].title == "“Anne” for “Ann”" and found["names"].in_spun_text
    titles = [finding.title for finding in findings(comparison) if finding.kind == "spun"]
    assert titles == ["B is spun text: strong signs", "“Costs” for “Prices”"]


def _stated() -> Fact:
    def mention(document: str, text: str, words: str) -> Mention:
        span = Span(text.index(words), text.index(words) + len(words))
        return Mention(document, Quantity(span, span, "percent", Fraction(words.split(maxsplit=1)[0])))

    stated = (mention("A", ORIGINAL, "3.9 percent"), mention("B", COPY, "3.8 percent"))
    return Fact(
        "rise", "percent", stated, (FactPair(0, 1, "contradiction", "3.9 is not 3.8."),), "contradiction"
    )


def test_a_fact_told_in_spun_text_warns_once_and_in_its_cards() -> None:
    fact = _stated()
    bare = spun(swap("3.8", "3.9", "number"))
    comparison = Comparison(bare.documents, facts=(fact,), quantities=fact.mentions, spin=bare.spin)
    (only,) = [finding for finding in findings(comparison) if finding.kind == "numbers"]
    assert only.in_spun_text and only.detail.endswith("is spun: its figures may have been altered.")
    for card in (
        fact_card(comparison, fact, ("A", "B")),
        value_card(comparison, Place("A", fact.mentions[0].quantity.span), ("A", "B")),
    ):
        assert card is not None and card.lines[-1].documents == ("B",)
        assert card.lines[-1].sentence == "The text around it is spun: its figures may have been altered."


def test_genuine_text_carries_no_warning() -> None:
    fact = _stated()
    comparison = Comparison(documents([ORIGINAL], [COPY]), facts=(fact,), quantities=fact.mentions)
    (only,) = findings(comparison)
    assert not only.in_spun_text and "spun" not in only.detail
    assert "spun" not in str(fact_card(comparison, fact, ("A", "B")))


def test_in_a_document_that_is_not_spun_only_its_spun_paragraphs_are() -> None:
    made = documents(["Said.", "Told."])
    paragraph = ParagraphVerdict(0, Span(0, 5), 0.99, "strong")
    comparison = Comparison(made, spin=Spin((SpinVerdict("A", 0.1, "none", (paragraph,), ()),)))
    assert comparison.is_spun(Place("A", Span(1, 4)))
    assert not comparison.is_spun(Place("A", Span(6, 9)))
    assert not comparison.is_spun(Place("Z", Span(0, 1)))


def test_the_summary_names_the_spun_document_and_its_figures() -> None:
    fact = _stated()
    bare = spun(swap("3.8", "3.9", "number"))
    told = summary(Comparison(bare.documents, facts=(fact,), spin=bare.spin), Terminal(120))
    assert "spun text, strong signs: its figures, names and quotations may have been altered" in told
    assert "B (spun): “3.8 percent”" in told and "A: “3.9 percent”" in told


def test_reports_carry_the_warning() -> None:
    comparison = spun(swap("3.8", "3.9", "number"))
    comparison = Comparison(comparison.documents, spin=comparison.spin, findings=findings(comparison))
    held = json.loads(to_json(comparison))
    assert [f["in_spun_text"] for f in held["findings"] if f["kind"] == "numbers"] == [True]
    page = to_html(comparison)
    assert "its figures may have been altered" in page
