"""Two reviewers' copies of one session become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.align.pin import Pin
from crossread.review.action import (
    Action,
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
from crossread.review.history import History, new_id
from crossread.review.merging import Merged, merge
from crossread.spin.choice import SpinChoice
from crossread.text.anchor import Anchor, Quoted
from crossread.text.choice import BoilerplateChoice, DocumentDetail
from crossread.text.span import Span
from review.deeds import DIGESTS, deeds

A, B, C, D = DIGESTS
HERE = Quoted(Anchor(A, Span(3, 9)), "words")
START: tuple[Action, ...] = (
    DocumentAdded(A, "A"), DocumentAdded(B, "B"), Decision("f", "confirmed"), Note("n", HERE, "who?"),
)  # fmt: skip


def started() -> History:
    return done(History(), "Ada", *START)


def done(history: History, by: str, *actions: Action) -> History:
    for action in actions:
        history = history.with_(action, by)
    return history


def both(mine: tuple[Action, ...], theirs: tuple[Action, ...]) -> tuple[History, History]:
    base = started()
    return done(base, "Ada", *mine), done(base, "Bob", *theirs)


def test_what_only_one_of_them_did_is_taken_with_name_and_time() -> None:
    mine, theirs = both((Decision("g", "disputed"),), (Decision("h", "dismissed", "no"), Tagged("f", ("x",))))
    merged = merge(mine, theirs)
    review = merged.history.review
    assert (review.state("f"), review.state("g"), review.state("h")) == ("confirmed", "disputed", "dismissed")
    assert review.tags_of("f") == ("x",)
    assert review.decisions["h"] == theirs.review.decisions["h"]
    assert (merged.disagreements, merged.agreed, len(merged.taken)) == ((), 0, 2)


def test_what_both_did_alike_is_agreed_on() -> None:
    mine, theirs = both((Decision("g", "disputed", number=3),), (Decision("g", "disputed", number=4),))
    merged = merge(mine, theirs)
    assert (merged.taken, merged.agreed, merged.disagreements) == ((), 1, ())


def test_where_they_disagree_mine_stays_and_both_are_listed() -> None:
    mine, theirs = both((Decision("f", "disputed"),), (Decision("f", "dismissed", "irrelevant"),))
    merged = merge(mine, theirs)
    (disagreement,) = merged.disagreements
    assert merged.history.review.state("f") == "disputed"
    assert disagreement.sides() == ("Ada disputed a finding", "Bob dismissed a finding (“irrelevant”)")
    assert disagreement.before is not None and disagreement.before.action == Decision("f", "confirmed")
    assert disagreement.theirs is not None
    settled = merged.history.with_(disagreement.theirs.action, "Ada")
    assert settled.review.state("f") == "dismissed"


def settle(merged: Merged, *, theirs: bool) -> History:
    """Mine after every disagreement has been settled in the same way."""
    history = merged.history
    for disagreement in merged.disagreements:
        taken, losing = disagreement.settling(theirs=theirs)
        history = history.extended(
            (*taken, *(Entry(new_id(), Withdrawn(known), "Cy", "") for known in losing))
        )
    return history


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ((Decision("f", "disputed"),), (Decision("f", "dismissed", "no"),)),
        ((Decision("f", "disputed"),), (Decision("f", "open"),)),
        ((Note("n", HERE, "who says so?"),), (NoteRemoved("n"),)),
        ((SpinChoice("not spun", A),), (SpinChoice("original", A, B),)),
        ((DocumentReplaced(A, C),), (DocumentReplaced(A, D),)),
        (
            (FactCorrection("value", (HERE.anchor,), "42 days"),),
            (FactCorrection("value", (HERE.anchor,), "41 days"),),
        ),
    ],
)
@pytest.mark.parametrize("theirs_holds", [False, True])
def test_what_is_settled_is_not_asked_again_in_either_copy(
    mine: tuple[Action, ...], theirs: tuple[Action, ...], *, theirs_holds: bool
) -> None:
    ada, bob = both(mine, theirs)
    settled = settle(merge(ada, bob), theirs=theirs_holds)
    assert len(merge(ada, bob).disagreements) == 1
    assert _in_words(settled) == _in_words(bob if theirs_holds else ada)
    again = merge(settled, bob)
    assert (again.taken, again.disagreements) == ((), ())
    back = merge(bob, settled)
    assert back.disagreements == ()
    assert _in_words(back.history) == _in_words(settled)


def test_what_was_undone_there_and_changed_here_is_settled_too() -> None:
    base = started()
    ada = done(base, "Ada", Note("n", HERE, "who says so?"))
    bob = base.undo("Bob")
    merged = merge(ada, bob)
    assert len(merged.disagreements) == 1
    assert merge(settle(merged, theirs=False), bob).disagreements == ()
    gone = settle(merged, theirs=True)
    assert not gone.review.notes
    assert merge(gone, bob).disagreements == ()


def test_what_was_changed_after_taking_theirs_is_no_disagreement() -> None:
    ada, bob = both((), (Decision("g", "confirmed"),))
    ada = done(merge(ada, bob).history, "Ada", Decision("g", "disputed"))
    assert merge(ada, bob).disagreements == ()
    assert merge(bob, ada).history.review.state("g") == "disputed"


def test_two_notes_put_together_stay_as_they_are_when_merged_again() -> None:
    ada, bob = both((Decision("g", "disputed", "count again"),), (Decision("g", "disputed", "ask them"),))
    merged = merge(ada, bob).history
    again = merge(merged, bob)
    assert again.taken == ()
    assert again.history.review.decisions["g"].action.note == "Ada: count again\nBob: ask them"
    assert merge(bob, merged).history.review.decisions["g"].action.note == "Ada: count again\nBob: ask them"


def test_the_same_settled_in_opposite_ways_is_asked_again() -> None:
    ada, bob = both((Decision("f", "disputed"),), (Decision("f", "dismissed"),))
    here, there = settle(merge(ada, bob), theirs=False), settle(merge(bob, ada), theirs=False)
    merged = merge(here, there)
    assert len(merged.disagreements) == 1
    assert settle(merged, theirs=True).review.state("f") == "dismissed"


def _in_words(history: History) -> object:
    """What is in force, whatever its entries are called."""
    review = history.review
    return (
        review.documents,
        {known: entry.action for known, entry in review.decisions.items()},
        {known: kept.note for known, kept in review.notes.items()},
        review.choices,
        review.fact_corrections,
    )


def test_the_same_decision_with_two_notes_keeps_both_and_tags_are_put_together() -> None:
    mine, theirs = both(
        (Decision("g", "disputed", "count again"), Tagged("g", ("a", "b"))),
        (Decision("g", "disputed", "ask them", private=True), Tagged("g", ("b", "c"))),
    )
    review = merge(mine, theirs).history.review
    assert review.decisions["g"].action.note == "Ada: count again\nBob: ask them"
    assert review.decisions["g"].action.private
    assert review.tags_of("g") == ("a", "b", "c")


def test_what_one_of_them_took_back_is_taken_back() -> None:
    mine, theirs = both((Decision("g", "confirmed"),), (NoteRemoved("n"), Decision("f", "open")))
    review = merge(mine, theirs).history.review
    assert not review.notes and set(review.decisions) == {"g"}
    base = started()
    review = merge(done(base, "Ada", Decision("g", "confirmed")), base.undo("Bob")).history.review
    assert not review.notes and review.state("f") == "confirmed"


def test_an_edited_note_against_a_removed_one_is_a_disagreement() -> None:
    mine, theirs = both((Note("n", HERE, "who says so?"),), (NoteRemoved("n"),))
    merged = merge(mine, theirs)
    assert merged.history.review.notes["n"].note.text == "who says so?"
    assert len(merged.disagreements) == 1


def pin(kind: str, *places: int) -> Realigned:
    return Realigned("align", (Pin(kind, tuple(Anchor(A if n < 50 else B, Span(n, n + 1)) for n in places)),))


def test_pins_add_up_unless_they_contradict() -> None:
    mine, theirs = both(
        (pin("together", 1, 51), pin("together", 3, 53)),
        (pin("together", 2, 52), pin("apart", 3, 53), pin("together", 1, 51)),
    )
    merged = merge(mine, theirs)
    assert [entry.action for entry in merged.history.review.realigned] == [
        pin("together", 1, 51), pin("together", 3, 53), pin("together", 2, 52),
    ]  # fmt: skip
    assert [d.theirs.action for d in merged.disagreements if d.theirs] == [pin("apart", 3, 53)]
    assert merged.agreed == 1


def test_facts_boilerplate_spin_and_details_contradict_where_they_are_about_the_same() -> None:
    there = Anchor(B, Span(0, 4))
    mine, theirs = both(
        (
            FactCorrection("value", (HERE.anchor,), "14"), BoilerplateChoice(there, True),
            SpinChoice("not spun", A), DocumentDetail(A, "title", "One"),
        ),
        (
            FactCorrection("value", (HERE.anchor,), "40"), FactCorrection("value", (there,), "7"),
            BoilerplateChoice(there, False), SpinChoice("original", A, B), DocumentDetail(A, "date", "2026-01-01"),
        ),
    )  # fmt: skip
    merged = merge(mine, theirs)
    assert len(merged.disagreements) == 3
    review = merged.history.review
    assert [c.value for c in review.fact_corrections] == ["14", "7"]
    assert {field for _, field in review.details} == {"title", "date"}


def test_a_pin_of_the_start_that_one_of_them_withdrew_is_gone() -> None:
    base = started().with_(pin("together", 1, 51), "Ada")
    theirs = base.with_(Withdrawn(base.entries[-1].id), "Bob")
    merged = merge(done(base, "Ada", Decision("g", "confirmed")), theirs)
    assert merged.history.review.realigned == ()
    assert merge(theirs, base).history.review == theirs.review


def test_documents_of_both_are_there_under_letters_of_their_own() -> None:
    mine, theirs = both((DocumentAdded(C, "C"),), (DocumentAdded(D, "C"), DocumentRemoved(B)))
    documents = merge(mine, theirs).history.review.documents
    assert [(d.letter, d.digest) for d in documents] == [("A", A), ("C", C), ("B", D)] or [
        (d.letter, d.digest) for d in documents
    ] == [("A", A), ("C", C), ("D", D)]
    mine, theirs = both((DocumentReplaced(A, C),), (DocumentReplaced(A, D),))
    merged = merge(mine, theirs)
    assert [d.digest for d in merged.history.review.documents] == [C, B]
    assert len(merged.disagreements) == 1


def test_sessions_that_were_never_one_are_merged_too() -> None:
    one = done(History(), "Ada", DocumentAdded(A, "A"), Decision("f", "confirmed"))
    other = done(
        History(), "Bob", DocumentAdded(A, "A"), Decision("f", "confirmed"), Decision("g", "disputed")
    )
    merged = merge(one, other)
    assert merged.agreed == 2
    assert set(merged.history.review.decisions) == {"f", "g"}


doings = st.lists(deeds, max_size=8)


@given(doings, doings)
def test_merging_with_what_one_began_with_is_what_one_has(start: list, mine: list) -> None:
    base = done(History(), "Ada", *start)
    after = done(base, "Ada", *mine)
    assert merge(after, base).history == after
    assert merge(after, after).history == after
    assert not merge(base, after).disagreements
    forward = merge(base, after).history.review
    assert set(forward.decisions) == set(after.review.decisions)
    assert {k: v.note for k, v in forward.notes.items()} == {k: v.note for k, v in after.review.notes.items()}
    assert {e.id for e in forward.realigned} == {e.id for e in after.review.realigned}


@given(doings, doings, doings)
def test_merging_is_the_same_again_and_disagrees_both_ways(start: list, one: list, other: list) -> None:
    base = done(History(), "Ada", *start)
    mine, theirs = done(base, "Ada", *one), done(base, "Bob", *other)
    merged = merge(mine, theirs)
    assert merge(mine, theirs) == merged
    assert len(merge(theirs, mine).disagreements) == len(merged.disagreements) or one or other
    again = merge(merged.history, theirs)
    assert again.history.review.decisions.keys() == merged.history.review.decisions.keys()
    assert merged.history.entries[: len(mine.entries)] == mine.entries
