"""The log of a review: what is in force, undone without limit, done again, withdrawn, and told in words."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from crossread.align.pin import Pin
from crossread.review.action import (
    Decision,
    DocumentAdded,
    DocumentRemoved,
    DocumentReplaced,
    Entry,
    FactCorrection,
    Note,
    NoteRemoved,
    Realigned,
    Tagged,
    Withdrawn,
)
from crossread.review.history import History, step_ids
from crossread.review.review import OpenDocument, Review, review_of
from crossread.spin.choice import SpinChoice
from crossread.text.anchor import Anchor, Quoted, quote
from crossread.text.choice import DocumentDetail
from crossread.text.span import Span
from review.deeds import DIGESTS, actions, deeds

AT = "2026-06-25T14:02:09.250Z"
A, B, C, _ = DIGESTS
HERE = Quoted(Anchor(A, Span(3, 9)), "words")


def done(*doings: object) -> History:
    history = History()
    for action in doings:
        history = history.with_(action, "Ada", AT)
    return history


def test_the_last_decision_on_a_finding_holds_and_an_open_one_takes_it_back() -> None:
    history = done(Decision("f", "confirmed"), Decision("f", "disputed", "why"))
    entry = history.review.decisions["f"]
    assert (entry.action.state, entry.action.note, entry.by, entry.at) == ("disputed", "why", "Ada", AT)
    assert history.review.state("f") == "disputed"
    assert history.with_(Decision("f", "open"), "Bob").review.state("f") == "open"


def test_a_note_edited_keeps_who_wrote_it_first() -> None:
    history = done(Note("n", HERE, "one")).with_(
        Note("n", HERE, "two", ("tag",)), "Bob", "2026-07-01T00:00:00.000Z"
    )
    kept = history.review.notes["n"]
    assert (kept.note.text, kept.by, kept.edited_by) == ("two", "Ada", "Bob")
    assert history.review.all_tags == ("tag",)
    assert not history.with_(NoteRemoved("n"), "Bob").review.notes


def test_documents_come_go_and_are_replaced_under_their_letter() -> None:
    history = done(DocumentAdded(A, "A"), DocumentAdded(B, "B"), DocumentReplaced(A, C), DocumentRemoved(B))
    assert history.review.documents == (OpenDocument("A", C, (A,)),)
    assert history.undo("Ada").review.documents == (OpenDocument("A", C, (A,)), OpenDocument("B", B))
    back = history.with_(DocumentReplaced(C, A), "Ada")
    assert back.review.documents == (OpenDocument("A", A, (C,)),)


def test_a_new_version_goes_by_the_name_and_colour_of_the_old_one() -> None:
    details = [
        DocumentDetail(A, "name", "Wire"),
        DocumentDetail(A, "colour", "#102030"),
        DocumentDetail(A, "date", "2026-06-01"),
    ]
    review = done(DocumentAdded(A, "A"), *details, DocumentReplaced(A, B)).review
    assert review.colour(B) == "#102030"
    assert [d.field for d in review.choices.details if d.digest == B] == ["name"]  # no matter of comparing


def test_what_is_spun_by_a_persons_word_is_the_last_word() -> None:
    history = done(SpinChoice("not spun", A), SpinChoice("original", A, B))
    assert history.review.choices.spin == (SpinChoice("original", A, B),)
    assert history.with_(SpinChoice("as found", A), "Ada").review.choices.spin == ()


def test_a_pin_is_withdrawn_from_the_middle_and_that_is_undone() -> None:
    pins = [
        Realigned("align", (Pin("together", (Anchor(A, Span(n, n + 1)), Anchor(B, Span(n, n + 1)))),))
        for n in (1, 2)
    ]
    history = done(*pins)
    assert len(history.review.choices.pins) == 2
    without = history.with_(Withdrawn(history.entries[0].id), "Ada")
    assert without.review.choices.pins == pins[1].pins
    assert [line.undone for line in without.lines()] == [True, False, False]
    assert without.undo("Ada").review == history.review
    again = without.with_(Withdrawn(without.entries[-1].id), "Ada")
    assert len(again.review.choices.pins) == 2
    assert [line.undone for line in again.lines()] == [False, False, True, False]


def test_lines_say_who_did_what_and_when() -> None:
    history = done(
        DocumentAdded(A, "A", "one.txt"),
        Decision("f", "confirmed", number=3, title="How long it lasted"),
        Note("n", HERE, "ask\nthem"),
        Tagged("f", ("check", "urgent"), 3, "How long it lasted"),
        FactCorrection("value", (HERE.anchor,), "42 days"),
        NoteRemoved("n"),
        Decision("f", "open"),
    ).undo("Bob")
    assert [line.text for line in history.lines(UTC)] == [
        "Ada added document A, “one.txt”, 2026-06-25 14:02",
        "Ada confirmed finding 3: How long it lasted, 2026-06-25 14:02",
        "Ada noted on “words” (“ask them”), 2026-06-25 14:02",
        "Ada tagged finding 3: How long it lasted: #check, #urgent, 2026-06-25 14:02",
        "Ada set a value to “42 days”, 2026-06-25 14:02",
        "Ada removed a note (“ask them”), 2026-06-25 14:02",
        "Ada reopened a finding, 2026-06-25 14:02",
        f"Bob undid: reopened a finding, {datetime.now(UTC):%H:%M}",
    ]


@given(st.lists(deeds, max_size=12), st.data())
def test_undo_and_redo_go_back_and_forth_without_limit(doings: list, data: st.DataObject) -> None:
    states = [Review()]
    history = History()
    for action in doings:
        history = history.with_(action, "Ada")
        states.append(history.review)
    at = len(doings)
    for _ in range(data.draw(st.integers(0, 20))):
        back = data.draw(st.booleans())
        history = history.undo("Ada") if back else history.redo("Ada")
        at = max(0, at - 1) if back else min(len(doings), at + 1)
        assert history.review == states[at]
        assert History.of(history.entries) == history
    assert len(history.lines()) == len(history.entries)


@given(st.lists(actions, max_size=15))
def test_step_by_step_and_replayed_whole_come_to_the_same(doings: list) -> None:
    history = History()
    for action in doings:
        history = history.with_(action, "Ada", AT)
    assert history == History.of(history.entries)
    assert history.review == review_of(history.done)


def test_what_was_done_in_one_step_is_undone_and_done_again_in_one() -> None:
    before = done(Decision("f", "confirmed"))
    deeds = [Decision("g", "confirmed"), Decision("g", "disputed"), Tagged("g", ("check",))]
    step = [Entry(known, deed, "Ada", AT) for known, deed in zip(step_ids(3), deeds, strict=True)]
    history = before.extended(step)
    back = history.undo("Bob")
    assert back.review == before.review
    assert back.redo("Bob").review == history.review
    assert back.redo("Bob").undo("Bob").undo("Bob").review == Review()
    other = history.extended([Entry(step_ids(1)[0], Decision("h", "put off"), "Ada", AT)])
    assert other.undo("Ada").review == history.review


def test_a_new_deed_forgets_what_was_undone() -> None:
    history = done(Decision("f", "confirmed"), Decision("g", "confirmed")).undo("Ada")
    assert [entry.action.finding for entry in history.undone] == ["g"]
    history = history.with_(Decision("h", "put off"), "Ada")
    assert history.redo("Ada") == history
    assert set(history.review.decisions) == {"f", "h"}


def test_a_quotation_holds_words_and_context() -> None:
    text = "x" * 100 + "the words" + "y" * 100
    quoted = quote(text, A, Span(100, 109))
    assert (quoted.exact, quoted.before, quoted.after) == ("the words", "x" * 40, "y" * 40)
