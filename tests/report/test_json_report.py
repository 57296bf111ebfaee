import json
import math
from dataclasses import fields, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import comparisons
from crossread.comparison import Comparison
from crossread.report.json_report import number, to_dict, to_json
from worked_comparison import worked

CONTRACT = {
    "documents": {"id", "name", "title", "date", "language", "digest", "text", "passages"},
    "links": {"a", "b", "score", "why", "moved"},
    "rows": {"id", "passages"},
    "edits": {"a", "b", "kind"},
    "quantities": {"doc", "start", "end", "core_start", "core_end", "kind", "value", "low", "high", "unit",
                   "approx", "counted", "counted_start", "counted_end", "seconds", "timex", "start_date",
                   "end_date", "relative"},
    "facts": {"label", "kind", "mentions", "verdict", "pairs"},
    "findings": {"number", "id", "kind", "severity", "documents", "spans", "title"},
}  # fmt: skip


def test_every_promised_key_is_there():
    report = json.loads(to_json(worked()))
    assert report["spin"] == {"verdicts": [], "spans": [], "swaps": []}
    for key in ("quotations", "names", "certainty", "characters", "unfinished"):
        assert report[key] == []
    for key, promised in CONTRACT.items():
        assert report[key]
        for entry in report[key]:
            assert promised <= entry.keys()


def test_nothing_of_a_comparison_is_left_out():
    assert {field.name for field in fields(Comparison)} <= to_dict(worked()).keys()


def test_offsets_lead_to_the_words():
    report = json.loads(to_json(worked()))
    text = {document["id"]: document["text"] for document in report["documents"]}
    fact = report["facts"][0]
    words = [text[mention["doc"]][mention["start"] : mention["end"]] for mention in fact["mentions"]]
    assert words == ["six metres", "Half a metre"]
    assert report["quantities"][0]["counted"] == "people"
    passage = next(p for d in report["documents"] for p in d["passages"] if p["id"] == "B1")
    assert text["B"][passage["start"] : passage["end"]] == "Nobody was injured, the company said."
    assert report["rows"][1]["passages"] == {"A": ["A3"], "B": ["B2"], "C": ["C2"]}


def test_reports_can_be_compared_line_by_line():
    comparison = worked()
    once = to_json(comparison).splitlines()
    changed = to_json(replace(comparison, links=comparison.links[1:])).splitlines()
    told = [line for line in once if line not in changed]
    assert [line for line in told if "linked" not in line] == [
        line for line in once if '"a": "A2", "b": "C1"' in line
    ]
    assert to_json(worked()).splitlines() == once


@pytest.mark.parametrize(
    ("exact", "written"),
    [(None, None), (Fraction(7), 7), (Fraction(1, 2), 0.5), (Fraction(10**400), 10**400),
     (Fraction(10**400, 3), 10**400 // 3)],
)  # fmt: skip
def test_numbers_stay_whole_where_they_are_whole(exact, written):
    assert number(exact) == written
    assert type(number(exact)) is type(written)


def test_a_link_that_a_person_made_says_so():
    plain = worked()
    pinned = replace(plain, links=(replace(plain.links[0], pinned=True), *plain.links[1:]))
    links = json.loads(to_json(pinned))["links"]
    assert [link.get("pinned") for link in links] == [True, *[None] * (len(links) - 1)]


@given(st.lists(st.text(st.characters(exclude_categories=())), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_was(lines):
    document = comparisons.document(0, lines)
    encoded = to_json(Comparison((document,))).encode("utf-8")
    back = json.loads(encoded)["documents"][0]
    assert back["text"] == document.text
    assert not any(isinstance(value, float) and math.isnan(value) for value in back.values())
