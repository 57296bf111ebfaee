import io
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread import batch
from crossread.batch import STAGES, serve
from patience import PATIENCE

WORDS = {"id": "w", "a": ["nearly", "ten"], "b": ["almost", "ten"]}
ALIGN = {
    "id": "a",
    "unit": "segment",
    "docs": [
        {"id": "x", "text": "The ferry Aurora ran aground.", "segments": [[0, 29]]},
        {"id": "y", "text": "Ferry Aurora ran aground.", "segments": [[0, 25]]},
    ],
}
QUANTITIES = {"id": "q", "text": "Nearly 25,000 accounts.", "date": "2026-06-25"}
FACTS = {
    "id": "f",
    "docs": [
        {"id": "x", "text": "The ferry Aurora carried 312 people on Monday.", "date": None},
        {"id": "y", "text": "\r\nThe ferry Aurora carried 340 people on Monday.", "date": "2026-03-02"},
    ],
}
TASKS = {"words": WORDS, "align": ALIGN, "quantities": QUANTITIES, "facts": FACTS}


def answers(stage, *lines):
    given_lines = (line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    out = io.BytesIO()
    serve(stage, io.BytesIO(b"\n".join(given_lines) + b"\n"), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_stage_answers_in_its_own_words():
    assert [1, 1] in answers("words", WORDS)[0]["links"]
    assert answers("align", ALIGN)[0]["alignments"][0][:6] == [0, 0, 29, 1, 0, 25]
    mention = answers("quantities", QUANTITIES)[0]["mentions"][0]
    assert (mention["start"], mention["end"], mention["value"]) == (0, 13, 25000)


def test_facts_count_offsets_in_the_text_as_given():
    fact = next(fact for fact in answers("facts", FACTS)[0]["facts"] if fact["verdict"] == "contradiction")
    said = [FACTS["docs"][m["doc"]]["text"][m["start"] : m["end"]] for m in fact["mentions"]]
    assert said[0].startswith("312") and said[1].startswith("340")


@pytest.mark.parametrize("stage", TASKS)
def test_a_bad_line_does_not_stop_the_good_ones(stage):
    task = TASKS[stage]
    found = answers(stage, b"no json", task, b"", b"\xff\xfe", {"id": 7}, b"[" * 100_000, task | {"extra": 1})
    assert [answer["id"] for answer in found] == [None, task["id"], None, None, 7, None, task["id"]]
    assert ["error" in answer for answer in found] == [True, False, True, True, True, True, False]
    for answer in found:
        assert "\n" not in answer.get("error", "") and "Traceback" not in answer.get("error", "")


@pytest.mark.parametrize(
    ("stage", "task", "sentence"),
    [
        ("words", [], "The line is JSON, but not an object: give one JSON object a line."),
        ("words", {"a": [], "b": []}, "The task lacks the key 'id'."),
        ("words", {"id": {}, "a": [], "b": []}, "The key 'id' must be a string or a number."),
        ("words", {"id": 1, "a": ["x"]}, "The task lacks the key 'b'."),
        ("words", {"id": 1, "a": ["x"], "b": [2]}, "The key 'b' must be a list of strings."),
        ("words", {"id": 1, "a": "x", "b": []}, "The key 'a' must be a list."),
        ("quantities", {"id": 1, "text": 5}, "The key 'text' must be a string."),
        ("quantities", {"id": 1, "text": "", "date": "soon"},
         "The key 'date' must be a date such as '2026-06-25', or null."),
        ("align", ALIGN | {"unit": "page"}, "The key 'unit' must be 'span' or 'segment'."),
        ("align", ALIGN | {"candidates": 1}, "The key 'candidates' must be true or false."),
        ("align", ALIGN | {"docs": [{"id": "x", "text": "abc", "segments": [[0, 4]]}]},
         "The key 'segments' must be a list of [start, end] inside the text."),
        ("facts", {"id": 1, "docs": ["x"]}, "The key 'docs' must be a list of objects."),
        ("facts", {"id": 1, "docs": [{"id": 1}]}, "The task lacks the key 'text'."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_task_is_said_plainly(stage, task, sentence):
    assert answers(stage, task)[0]["error"] == sentence


def test_a_stage_without_an_engine_says_so():
    # "spin" has no engine yet; the loop must say so instead of ending.
    found = answers("spin", {"id": 1, "docs": []}, {"id": 2, "docs": []})
    assert [answer["id"] for answer in found] == [1, 2]
    assert all("error" in answer for answer in found) or all("verdicts" in answer for answer in found)


def test_a_line_that_is_too_long_is_skipped_whole(monkeypatch):
    monkeypatch.setattr(batch, "LONGEST", 200)
    found = answers("words", WORDS | {"a": ["x" * 1000]}, WORDS)
    assert found[0]["id"] is None and "longer than" in found[0]["error"]
    assert found[1]["id"] == "w" and len(found) == 2


def test_text_that_is_no_unicode_is_survived():
    line = b'{"id": "s", "text": "12 \\ud800 dogs and \\u2028 3 cats"}'
    found = answers("quantities", line, QUANTITIES)
    assert [answer["id"] for answer in found] == ["s", "q"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


@given(st.binary(max_size=200), st.sampled_from(STAGES))
def test_any_bytes_get_one_line_each(line, stage):
    lines = line.split(b"\n")
    assert len(answers(stage, *lines)) == len(lines) if line else True


@pytest.mark.parametrize("stage", ["words", "quantities"])
@given(task=st.dictionaries(st.sampled_from(["id", "a", "b", "text", "date"]), VALUES))
def test_any_object_is_answered(stage, task):
    answer = answers(stage, task)[0]
    assert "error" in answer or answer["id"] == task["id"]


def test_answers_come_at_once():
    program = subprocess.Popen(
        [sys.executable, "-m", "crossread", "batch", "words"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with program:
        assert program.stdin and program.stdout
        for number in range(3):
            program.stdin.write(json.dumps(WORDS | {"id": number}).encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == number
        program.stdin.close()
        assert program.wait(PATIENCE) == 0
