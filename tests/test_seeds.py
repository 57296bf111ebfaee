"""The reference case: the five sample documents, with everything that is found in them."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.read import read_all
from crossread.report.json_report import to_json
from expected_files import assert_expected

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> Comparison:
    return compare(read_all([SEEDS]).documents)


def linked(comparison: Comparison, *openings: str) -> set[tuple[str, str]]:
    """Pairs of the openings given whose passages are joined by a link."""
    found = {}
    for opening in openings:
        for document in comparison.documents:
            at = document.text.find(opening)
            if at >= 0:
                passage = document.passage_at(at)
                assert passage is not None
                found[opening] = passage.id
    assert set(found) == set(openings), "an opening is in none of the seeds"
    joined = {frozenset((link.a, link.b)) for link in comparison.links}
    return {(a, b) for a, b in combinations(openings, 2) if frozenset((found[a], found[b])) in joined}


def assert_all_in_one(comparison: Comparison, *openings: str) -> None:
    """The passages are joined to one another, some of them by way of others."""
    pairs = linked(comparison, *openings)
    reached = {openings[0]}
    for _ in openings:
        reached |= {x for pair in pairs if reached & set(pair) for x in pair}
    assert reached == set(openings), f"not joined: {set(openings) - reached}"


def test_the_whole_report(seeds: Comparison) -> None:
    assert_expected("seeds.json", to_json(seeds))


def test_the_report_is_json_and_its_spans_lie_in_the_texts(seeds: Comparison) -> None:
    report = json.loads(to_json(seeds))
    length = {document["id"]: len(document["text"]) for document in report["documents"]}
    for finding in report["findings"]:
        assert finding["documents"]
        for span in finding["spans"]:
            assert 0 <= span["start"] < span["end"] <= length[span["doc"]]


def test_accounts_and_exchanges_of_all_five(seeds: Comparison) -> None:
    assert_all_in_one(
        seeds,
        "According to Anthropic, operators linked",
        "According to reporting on the letter",
        "The alleged operation reportedly",
        "The company informed U.S. senators",
        "Business Standard, citing Bloomberg",
    )


def test_the_earlier_accusation(seeds: Comparison) -> None:
    assert_all_in_one(
        seeds,
        "The Alibaba accusation follows earlier",
        "Earlier this yr, the corporate alleged",
        "In February, Anthropic alleged",
        "Anthropic publicly warned in February",
    )


def test_the_share_price(seeds: Comparison) -> None:
    assert linked(
        seeds, "Alibaba declined to comment, and its", "Alibaba's American depositary receipts fell"
    ) or linked(seeds, "Alibaba declined to comment, and its", "Following the allegations from Anthropic")


def test_the_pentagon_list(seeds: Comparison) -> None:
    assert linked(seeds, "The accusation lands while Alibaba", "The company is currently facing pressure")


def test_the_safeguards(seeds: Comparison) -> None:
    assert_all_in_one(
        seeds,
        "The company has described adversarial",
        "Anthropic argues that this lets",
        "Anthropic warned that models built",
    )


def test_headings_are_linked_to_headings_or_on_evidence(seeds: Comparison) -> None:
    """No link between a heading and a sentence on another subject: they share a name or two words at least."""
    for link in seeds.links:
        kinds = {seeds.passage[p][1].kind for p in (link.a, link.b)}
        if kinds == {"heading", "sentence"}:
            assert link.why, f"{link.a} and {link.b} are joined without a reason"
