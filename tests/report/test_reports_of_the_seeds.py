"""Whole reports of the five sample documents with a review of them, as far as every machine writes them alike."""

from dataclasses import replace

import pytest

import reviews
from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.paths import seeds
from crossread.read import read_all
from crossread.report.additions import Additions, additions
from crossread.report.annotations import to_annotations
from crossread.report.html_report import to_html
from crossread.report.markdown_report import to_markdown
from crossread.report.paper import paper
from crossread.report.tables_csv import table_csv
from crossread.text.provenance import Provenance
from expected_files import assert_expected

MOST_BYTES = 2_000_000


@pytest.fixture(scope="module")
def found() -> Comparison:
    """Without when and where the files were read, which no two machines agree on."""
    documents = read_all([seeds()]).documents
    return compare([replace(document, provenance=Provenance()) for document in documents])


@pytest.fixture(scope="module")
def added(found: Comparison) -> Additions:
    return additions(found, reviews.review(found, "nearly 25,000"))


def test_the_summary(found, added):
    assert_expected("seeds_report.md", to_markdown(paper(found, None, added)))


@pytest.mark.parametrize("table", ["facts", "notes"])
def test_the_tables(found, added, table):
    assert_expected(f"seeds_{table}.csv", table_csv(found, table, added).replace("\r\n", "\n"))


def test_the_annotations(found, added):
    assert_expected("seeds_notes.jsonld", to_annotations(found, added))


def test_the_page_is_small_and_has_every_finding_under_its_number(found, added):
    page = to_html(found, None, added)
    assert len(page.encode()) < MOST_BYTES
    for finding in found.findings:
        assert f'id="f{finding.number}"' in page
