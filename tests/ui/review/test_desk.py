"""The desk: one log and one undo for everything that a person does."""

import pytest
from pytestqt.qtbot import QtBot

from crossread.review.action import Decision, DecisionState, DocumentAdded, Undone
from crossread.review.session import ReviewSession
from crossread.ui.review.desk import Desk


@pytest.fixture
def desk() -> Desk:
    desk = Desk("Ada")
    desk.note_documents([DocumentAdded("a" * 64, "A", "a.txt"), DocumentAdded("b" * 64, "B", "b.txt")])
    return desk


def decide(desk: Desk, finding: str, state: DecisionState = "confirmed") -> str:
    """Decide on a finding; returns the id of the log's entry."""
    desk.do(Decision(finding, state))
    return desk.history.entries[-1].id


def test_what_is_done_is_logged_and_told(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.changed), qtbot.waitSignal(desk.logged) as logged:
        decide(desk, "f1")
    (entries,) = logged.args
    assert [entry.by for entry in entries] == ["Ada"]
    assert desk.review.state("f1") == "confirmed"


def test_opening_the_documents_is_not_undone(desk: Desk) -> None:
    assert not desk.can_undo
    desk.undo()
    assert len(desk.review.documents) == 2
    decide(desk, "f1")
    assert desk.can_undo
    desk.undo()
    assert not desk.can_undo and desk.can_redo
    assert desk.review.state("f1") == "open"


def test_a_document_added_later_is_undone_like_anything_else(desk: Desk) -> None:
    decide(desk, "f1")
    desk.note_documents([DocumentAdded("c" * 64, "C", "c.txt")])
    desk.undo()
    assert [document.letter for document in desk.review.documents] == ["A", "B"]
    assert desk.review.state("f1") == "confirmed"


def test_one_jumps_back_and_forth_in_the_history(desk: Desk) -> None:
    ids = [decide(desk, f"f{number}") for number in range(4)]
    desk.go_to(ids[1])
    assert set(desk.review.decisions) == {"f0", "f1"}
    desk.go_to(ids[3])
    assert set(desk.review.decisions) == {"f0", "f1", "f2", "f3"}
    desk.go_to(desk.history.entries[0].id)  # no further back than the documents
    assert not desk.review.decisions
    assert len(desk.review.documents) == 2
    assert sum(isinstance(entry.action, Undone) for entry in desk.history.entries) == 6


def test_one_thing_is_taken_back_and_the_rest_stays(desk: Desk) -> None:
    ids = [decide(desk, f"f{number}") for number in range(3)]
    desk.withdraw(ids[1])
    assert set(desk.review.decisions) == {"f0", "f2"}
    desk.undo()
    assert set(desk.review.decisions) == {"f0", "f1", "f2"}


def test_a_name_is_asked_once_and_nothing_is_lost_meanwhile(qtbot: QtBot) -> None:
    desk = Desk()
    with qtbot.waitSignal(desk.name_wanted):
        desk.do(Decision("f1", "disputed"))
    assert desk.review.state("f1") == "open"
    desk.name("Ada")
    assert desk.review.decisions["f1"].by == "Ada"
    with qtbot.assertNotEmitted(desk.name_wanted):
        decide(desk, "f2")


def test_without_a_name_things_are_done_all_the_same(qtbot: QtBot) -> None:
    desk = Desk()
    desk.do(Decision("f1", "disputed"))
    desk.name("")
    assert desk.review.decisions["f1"].by == ""
    with qtbot.assertNotEmitted(desk.name_wanted):
        decide(desk, "f2")


def test_nothing_is_done_to_what_is_read_only(qtbot: QtBot, desk: Desk) -> None:
    first = decide(desk, "f1")
    desk.record.read_only = "Somebody else has it open."
    with qtbot.waitSignal(desk.refused):
        desk.do(Decision("f2", "confirmed"))
    assert not desk.can_undo
    desk.undo()
    desk.go_to(first)
    assert set(desk.review.decisions) == {"f1"}


def test_another_review_takes_the_place_of_this_one(qtbot: QtBot, desk: Desk) -> None:
    decide(desk, "f1")
    with qtbot.waitSignal(desk.replaced):
        desk.lay(ReviewSession())
    assert not desk.review.decisions and not desk.can_undo and not desk.worth_keeping
