"""What of a review gets into reports: under the numbers of the window, and nothing private unless asked for."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest

import comparisons
import reviews
from crossread.comparison import Comparison
from crossread.report.additions import NOTHING, additions, progress
from crossread.report.tables_csv import CSV_TABLES, table_csv, table_of
from crossread.report.writing import Options, write
from crossread.review import matching
from crossread.review.action import Decision, DocumentAdded, DocumentReplaced
from crossread.review.carrying import carried
from crossread.review.review import Review, review_of
from reviews import SECRET, decided, log, note_on
from worked_comparison import worked

WORDS = "The hull was torn open"
SUFFIXES = ("html", "docx", "md", "json", "jsonld", "csv")


def a_review() -> Review:
    return reviews.review(worked(), WORDS)


def test_decisions_are_found_by_their_findings():
    shown = additions(worked(), a_review())
    findings = worked().findings
    assert [shown.judged[f.id].state for f in findings[:4]] == [
        "confirmed",
        "disputed",
        "dismissed",
        "put off",
    ]
    first = shown.judged[findings[0].id]
    assert (first.text, first.by, first.tags) == ("because of 1", "Ada Adler", ("ask the ministry",))
    assert progress(worked(), shown) == (
        f"3 of {len(findings)} findings reviewed: 1 confirmed, 1 disputed, 1 dismissed, 1 put off (Ada Adler)."
    )


def test_a_decision_that_was_taken_back_is_not_shown():
    deeds = [decided(worked(), 1, "confirmed"), decided(worked(), 1, "open")]
    assert not additions(worked(), review_of(log(deeds)))


def test_what_was_noted_before_anything_was_decided_stands_where_the_finding_is_seen():
    finding = worked().findings[0]
    noted = [
        matching.decided(worked(), finding, state="open", note="Ask the ministry.", private=private)
        for finding, private in ((worked().findings[0], False), (worked().findings[1], True))
    ]
    review = review_of(log(noted))
    shown = additions(worked(), review)
    assert not shown.judged
    assert [(remark.text, remark.document) for remark in shown.remarks] == [
        ("Ask the ministry.", finding.places[0].document)
    ]
    assert len(additions(worked(), review, private=True).remarks) == 2


def test_what_has_lost_its_finding_is_told_without_what_is_private():
    review = review_of(log([Decision("gone", "disputed", SECRET, private=True)]))
    assert additions(worked(), review).again == (
        "Ada Adler disputed a finding: its text or its finding is gone.",
    )
    assert SECRET in additions(worked(), review, private=True).again[0]


def test_a_note_whose_words_are_gone_is_listed_all_the_same():
    old, new = comparisons.documents(["The operator said so on Monday."], ["Something else altogether."])
    other = comparisons.document(1, ["Another one."])
    note = note_on(Comparison((old, other)), "A", "operator", "who?")
    deeds = [DocumentAdded(old.digest, "A"), note, DocumentReplaced(old.digest, new.digest)]
    moved = carried(review_of(log(deeds)), {old.digest: old, new.digest: new})
    found = Comparison((new.labelled("A"), other))
    (remark,) = additions(found, moved.review, moved.looks).remarks
    assert (remark.text, remark.document, remark.span, remark.quoted) == ("who?", "", None, "operator")


def test_notes_are_numbered_in_the_order_of_documents_and_text():
    found = worked()
    deeds = [
        note_on(found, "B", "company", "third"),
        note_on(found, "A", "operator", "second"),
        note_on(found, "A", "A storm", "first"),
    ]
    remarks = additions(found, review_of(log(deeds))).remarks
    assert [(remark.number, remark.text, remark.document) for remark in remarks] == [
        (1, "first", "A"), (2, "second", "A"), (3, "third", "B"),
    ]  # fmt: skip
    assert all(
        found.document[r.document].text[r.span.start : r.span.end] == r.quoted for r in remarks if r.span
    )


def test_a_note_on_a_text_that_is_not_open_stays_with_its_words():
    found = worked()
    review = review_of(log([note_on(found, "A", "operator", "who?")]))
    without = Comparison(found.documents[1:])
    (remark,) = additions(without, review).remarks
    assert (remark.document, remark.span, remark.quoted) == ("", None, "operator")


def exported(suffix: str, tmp_path, *, private: bool) -> str:
    path = tmp_path / f"out.{suffix}"
    said = ""
    for table in CSV_TABLES if suffix == "csv" else ("facts",):
        write(worked(), path, Options(review=a_review(), private=private, table=table), force=True)
        if suffix == "docx":
            with zipfile.ZipFile(path) as archive:
                said += "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        else:
            said += path.read_text(encoding="utf-8")
    return said


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_private_is_exported_unless_asked_for(tmp_path, suffix):
    assert SECRET not in exported(suffix, tmp_path, private=False)
    assert SECRET in exported(suffix, tmp_path, private=True)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_not_private_is_in_every_export(tmp_path, suffix):
    said = exported(suffix, tmp_path, private=False)
    assert "The ministry says otherwise." in said
    assert "ask the ministry" in said and "call back" in said


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_without_a_review_a_report_tells_of_none(tmp_path, suffix):
    write(worked(), tmp_path / f"a.{suffix}")
    write(worked(), tmp_path / f"b.{suffix}", Options(review=Review()))
    if suffix != "docx":  # which holds the moment it was written
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
    assert additions(worked(), None) is NOTHING


def rows_of(table: str, found: Comparison, review: Review, *, private: bool = False) -> list[dict[str, str]]:
    text = table_csv(found, table, additions(found, review, private=private))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_table_of_decisions_has_every_finding():
    rows = rows_of("decisions", worked(), a_review())
    assert [row["number"] for row in rows] == [str(finding.number) for finding in worked().findings]
    assert [row["decision"] for row in rows[:4]] == ["confirmed", "disputed", "dismissed", "put off"]
    assert {row["decision"] for row in rows[4:]} <= {"open"}
    assert rows[1]["note"] == ""  # it is private
    assert rows[0]["at"].startswith("2026-06-25T09:")


def test_the_table_of_notes_leads_back_to_the_text():
    (row,) = rows_of("notes", worked(), a_review())
    text = worked().document[row["document"]].text
    assert text[int(row["start"]) : int(row["end"])] == row["quoted"] == WORDS
    assert (row["tags"], row["private"]) == ("call back", "no")
    assert [row["private"] for row in rows_of("notes", worked(), a_review(), private=True)] == ["no", "yes"]


def test_json_has_the_review_under_a_key_of_its_own(tmp_path):
    write(worked(), tmp_path / "out.json", Options(review=a_review()))
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert set(found["review"]) == {"decisions", "tags", "notes", "set_right", "again"}
    decisions = {decision["finding"]: decision for decision in found["review"]["decisions"]}
    second = decisions[worked().findings[1].id]
    assert (second["state"], second["note"], second["by"]) == ("disputed", "", "Ada Adler")
    assert found["review"]["notes"][0]["quoted"] == WORDS
    assert found["review"]["set_right"] == ["Ada Adler aligned “The hull was torn”"]


def test_an_edited_note_says_when_it_was_changed():
    found = worked()
    note = note_on(found, "A", "operator", "who?")
    (remark,) = additions(found, review_of(log([note, replace(note, text="the company")]))).remarks
    assert (remark.text, remark.at, remark.changed) == (
        "the company", "2026-06-25T09:00:00.000Z", "2026-06-25T09:01:00.000Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "table"),
    [("swaps", "swaps"), ("case-Decisions", "decisions"), ("my notes", "notes"), ("a.b_facts", "facts"),
     ("footnotes", "facts"), ("notes on it", "facts"), ("", "facts")],
)  # fmt: skip
def test_the_last_word_of_a_name_says_what_a_table_holds(name, table):
    assert table_of(name) == table
