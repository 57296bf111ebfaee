"""Verdicts and marks on whole texts."""

import json
import os
import subprocess
import sys
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crossread
from crossread.errors import Cancelled
from crossread.spin import Spin, judge
from crossread.spin.batch import answer
from crossread.text.document import Document
from spin.spun_samples import FOREIGN, GENUINE, OTHER, SPUN, UNLISTED, documents


def bands(spin: Spin) -> list[str]:
    return [verdict.band for verdict in spin.verdicts]


def marked(spin: Spin) -> dict[str, tuple[str, ...]]:
    return {mark.text: mark.original for mark in spin.spans}


def test_a_spun_text_is_found_alone_and_a_genuine_one_is_not() -> None:
    assert bands(judge(documents(SPUN))) == ["strong"]
    assert bands(judge(documents(GENUINE))) == ["none"]


def test_other_documents_do_not_make_a_genuine_text_spun() -> None:
    spin = judge(documents(GENUINE, SPUN, OTHER))
    assert bands(spin) == ["none", "strong", "none"]
    assert {mark.document for mark in spin.spans} == {"B"}


def test_marks_name_the_likely_originals_without_the_original() -> None:
    originals = marked(judge(documents(SPUN, OTHER)))
    assert originals["with out"][0] == "without"
    assert originals["In keeping with"][0] == "According to"
    assert originals["examine"][0] == "study"
    assert originals["troublesome"][0] == "difficult"


def test_a_sign_that_needs_no_list_is_enough() -> None:
    """No telling rule of the spinbook names these substitutions."""
    spin = judge(documents(UNLISTED))
    assert not [mark for mark in spin.spans if mark.source == "rule"]
    assert bands(spin) != ["none"]
    assert marked(spin)["weighty"][0] == "heavy" and marked(spin)["restraint"][0] == "control"


def test_a_wrong_article_alone_accuses_nobody() -> None:
    slips = GENUINE.replace("an hour", "a hour").replace("a study", "an study").replace("A study", "An study")
    slips = slips.replace("a routine", "an routine").replace("a new bridge", "an new bridge")
    assert bands(judge(documents(slips))) == ["none"]


def test_what_stands_between_quotation_marks_is_said_to() -> None:
    spin = judge(documents(SPUN))
    inside = {mark.text for mark in spin.spans if mark.in_quotation}
    assert {"troublesome", "yr"} <= inside and "p.c" not in inside


def test_spans_lie_in_the_text_and_never_overlap() -> None:
    (document,) = documents(SPUN)
    spans = judge([document]).spans
    assert all(mark.text == mark.span.of(document.text) for mark in spans)
    assert all(a.span.end <= b.span.start for a, b in pairwise(spans))
    assert all(mark.text not in mark.original for mark in spans)


def test_paragraphs_lie_in_their_document_and_those_of_a_genuine_text_are_clean() -> None:
    spun, genuine = documents(SPUN, GENUINE)
    verdicts = judge([spun, genuine]).verdicts
    assert all(paragraph.band == "none" for paragraph in verdicts[1].paragraphs)
    assert sum(paragraph.band != "none" for paragraph in verdicts[0].paragraphs) >= 3
    assert all(0 <= paragraph.score <= 1 for verdict in verdicts for paragraph in verdict.paragraphs)
    assert all(paragraph.span.end <= len(spun.text) for paragraph in verdicts[0].paragraphs)


@pytest.mark.parametrize(
    ("text", "reason"), [(FOREIGN, "only recognised in English"), ("Too short.", "too short")]
)
def test_what_cannot_be_judged_is_said_so(text: str, reason: str) -> None:
    (verdict,) = judge(documents(text)).verdicts
    assert verdict.band == "none" and verdict.score == 0
    assert verdict.evidence[0].startswith("Not judged:") and reason in verdict.evidence[0]


def as_texts(spin: Spin, held: list[Document]) -> object:
    text = {document.id: document.text for document in held}
    return (
        {(text[v.document], v.score, text.get(v.original, "")) for v in spin.verdicts},
        {(text[m.document], m.span, m.original, m.source) for m in spin.spans},
        {(text[s.document], s.span, text[s.other], s.other_span, s.label) for s in spin.swaps},
    )


def test_the_order_of_the_documents_does_not_matter() -> None:
    found = []
    for order in permutations((GENUINE, SPUN, OTHER)):
        held = documents(*order)
        found.append(as_texts(judge(held), held))
    assert all(one == found[0] for one in found)


def test_the_same_whatever_the_hash_seed() -> None:
    program = (
        "import json, sys; from crossread.spin.batch import answer; "
        "print(json.dumps(answer(json.loads(sys.stdin.read())), sort_keys=True))"
    )
    task = json.dumps({"id": 1, "docs": [{"id": "a", "text": SPUN}, {"id": "b", "text": OTHER}]})
    folder = os.path.dirname(os.path.dirname(crossread.__file__))  # noqa: PTH120
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], input=task, capture_output=True, text=True, encoding="utf-8", check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": folder, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1


def test_it_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        judge(documents(SPUN), cancelled=lambda: True)


def test_nothing_comes_of_nothing() -> None:
    assert judge([]) == Spin()
    assert bands(judge(documents("", "   \n"))) == ["none", "none"]


def test_the_batch_answer_keeps_the_contract() -> None:
    task = {
        "id": "x",
        "docs": [{"id": "o", "text": GENUINE}, {"id": "s", "text": SPUN.replace("\n", "\r\n")}],
    }
    told = answer(task)
    assert told["id"] == "x" and [v["doc"] for v in told["verdicts"]] == [0, 1]
    assert set(told["verdicts"][1]) >= {"doc", "score", "band", "paragraphs", "evidence"}
    text = task["docs"][1]["text"]
    assert told["spans"] and all(text[s["start"] : s["end"]] == s["text"] for s in told["spans"])
    assert told["swaps"] and all(s["doc"] == 1 and s["other"] == 0 for s in told["swaps"])
    assert json.loads(json.dumps(told)) == told


WORDS = st.sampled_from(
    ["the", "bank", "said", "with out", "a", "AI", "mannequin", "“", "”", '"', ".", ",", "\n\n", "yr", "1000’s", "of",
     "ﬁrm", "In keeping with", "e\u0301", "\u200b", "中文", "he", "mentioned", "U.S.", "%", "😀"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=80), st.lists(WORDS, max_size=40))
def test_any_text_gets_a_verdict_and_spans_that_lie_in_it(one: list[str], other: list[str]) -> None:
    held = documents(" ".join(one), " ".join(other))
    spin = judge(held)
    text = {document.id: document.text for document in held}
    assert [verdict.document for verdict in spin.verdicts] == ["A", "B"]
    assert all(0 <= verdict.score <= 1 for verdict in spin.verdicts)
    assert all(mark.text == mark.span.of(text[mark.document]) != "" for mark in spin.spans)
    assert all(swap.other_span.end <= len(text[swap.other]) for swap in spin.swaps)


def test_a_suspicious_sample_leads_to_the_same_verdict_as_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join([SPUN, GENUINE, SPUN, SPUN, SPUN])
    whole = judge(documents(text, OTHER))
    monkeypatch.setattr("crossread.spin.judging._SAMPLE", len(text.split()) * 2 // 5)
    assert judge(documents(text, OTHER)) == whole
    assert bands(whole)[0] != "none"
