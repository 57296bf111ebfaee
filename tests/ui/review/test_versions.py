"""New versions of documents, versions beside each other, and other reviewers' copies, in the real window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from crossread.review.action import Decision, Note
from crossread.review.history import new_id
from crossread.review.session import ReviewSession
from crossread.text.span import Span
from crossread.ui.review.merge_dialog import MergeDialog
from crossread.ui.review.words import quoted
from crossread.ui.window import MainWindow
from ui.windows import REPORTS, WAIT, letters, opened, write


def note(window: MainWindow, document: str, words: str, text: str) -> None:
    """Put a note on these words."""
    source = next(d for d in window.session.as_read if d.id == document)
    at = source.text.index(words)
    window.desk.do(Note(new_id(), quoted(source, Span(at, at + len(words))), text))


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all has been read, compared and merged."""
    qtbot.waitUntil(
        lambda: not (window.session.busy or window.files.busy or window.reviewing.versions.busy), timeout=WAIT
    )


def test_notes_and_decisions_stay_where_a_new_version_says_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    note(window, "A", "closed the quay", "Since when?")
    note(window, "A", "14 engines", "B says 40.")
    finding = next(f for f in window.session.findings.shown if f.badge == "≠")
    window.session.go_to_finding(finding.id)
    window.actions_["dispute"].trigger()
    newer = tmp_path / "newer.txt"
    newer.write_text(
        REPORTS[0].replace("14 engines", "15 engines").replace("A fire broke", "Late, a fire broke")
    )
    window.reviewing.versions.replace("A", newer)
    settled(qtbot, window)
    assert letters(window) == "ABC"
    document = window.session.documents[0]
    assert "15 engines" in document.text
    stays = next(line for line in window.reviewing.noting.lines() if line.text == "Since when?")
    assert stays.place is not None and stays.place.span.of(document.text) == "closed the quay"
    again = next(f for f in window.session.findings.shown if f.badge == "≠")
    assert window.desk.review.state(again.id) == "disputed"
    assert window.desk.looks
    assert any("Another look" in sentence for sentence in window.notices.sentences)
    window.actions_["second_looks"].trigger()
    dialog = window.reviewing.listing.looks
    assert dialog is not None and dialog.list.count() == len(window.desk.looks)
    window.actions_["undo"].trigger()
    settled(qtbot, window)
    assert "14 engines" in window.session.documents[0].text
    assert not window.desk.looks


def test_the_same_text_again_is_met_with_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    paths = write(tmp_path)
    window = opened(qtbot, paths)
    for path, words in ((paths[0], "the same text as before"), (paths[1], "the same text as B")):
        window.reviewing.versions.replace("A", path)
        settled(qtbot, window)
        assert any(words in sentence for sentence in window.notices.sentences)


def test_versions_are_compared_in_a_window_of_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    window.left.documents.view.setCurrentIndex(window.left.documents.view.model().index(0, 0))
    window.actions_["compare_versions"].trigger()
    assert any("one version only" in sentence for sentence in window.notices.sentences)
    newer = tmp_path / "newer.txt"
    newer.write_text(REPORTS[0].replace("14 engines", "15 engines"))
    window.reviewing.versions.replace("A", newer)
    settled(qtbot, window)
    window.left.documents.view.setCurrentIndex(window.left.documents.view.model().index(0, 0))
    window.actions_["compare_versions"].trigger()
    other = window.findChild(MainWindow)
    assert other is not None
    qtbot.waitUntil(lambda: other.session.comparison is not None, timeout=WAIT)
    assert [("14 engines" in d.text, "15 engines" in d.text) for d in other.session.documents] == [
        (True, False),
        (False, True),
    ]
    assert [document.publisher for document in other.session.documents] == [
        "version 1 of 2",
        "version 2 of 2, now",
    ]
    other.close()


def test_what_is_ringed_goes_with_its_finding(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    finding = next(f for f in window.session.findings.shown if f.badge == "≠")
    window.session.go_to_finding(finding.id)
    assert window.page.grid.shown.places
    newer = tmp_path / "newer.txt"
    newer.write_text(REPORTS[1].replace("40 engines", "14 engines"))
    window.reviewing.versions.replace("B", newer)
    settled(qtbot, window)
    assert window.session.findings.current is None
    assert not window.page.grid.shown.places


def test_another_copy_is_merged_and_disagreements_are_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    first, second, third = window.session.findings.shown[:3]
    window.session.go_to_finding(first.id)
    window.actions_["confirm"].trigger()
    window.files.save_to(tmp_path / "mine.crossread")
    settled(qtbot, window)
    window.files.duplicate_to(tmp_path / "theirs.crossread")
    settled(qtbot, window)
    theirs = ReviewSession.open(tmp_path / "theirs.crossread")
    theirs.do(Decision(second.id, "confirmed"), "Bob")
    theirs.do(Decision(third.id, "dismissed", title=third.title), "Bob")
    theirs.do(Note(new_id(), quoted(window.session.as_read[1], Span(0, 5)), "From Bob."), "Bob")
    theirs.close()
    for finding, action in ((second, "confirm"), (third, "dispute")):
        window.session.go_to_finding(finding.id)
        window.actions_[action].trigger()
    window.reviewing.versions.merge(tmp_path / "theirs.crossread")
    settled(qtbot, window)
    dialog = window.findChild(MergeDialog)
    assert dialog is not None and dialog.table.rowCount() == 1
    mine, other = (dialog.table.item(0, column) for column in (0, 1))
    assert mine is not None and "Ada disputed" in mine.text()
    assert other is not None and "Bob dismissed" in other.text()
    dialog.choose_all(theirs=True)
    assert other.font().bold() and not mine.font().bold()
    dialog.accept_button.click()
    review = window.desk.review
    assert review.state(third.id) == "dismissed" and review.decisions[third.id].by == "Bob"
    assert review.state(second.id) == "confirmed" and review.decisions[second.id].by == "Ada"
    assert [(kept.note.text, kept.by) for kept in review.notes.values()] == [("From Bob.", "Bob")]
    window.reviewing.versions.merge(tmp_path / "theirs.crossread")
    settled(qtbot, window)
    assert any("nothing that is not here already" in sentence for sentence in window.notices.sentences)


def test_a_disagreement_settled_for_mine_is_not_listed_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    first = window.session.findings.shown[0]
    window.files.save_to(tmp_path / "mine.crossread")
    settled(qtbot, window)
    window.files.duplicate_to(tmp_path / "theirs.crossread")
    settled(qtbot, window)
    theirs = ReviewSession.open(tmp_path / "theirs.crossread")
    theirs.do(Decision(first.id, "dismissed"), "Bob")
    theirs.close()
    window.session.go_to_finding(first.id)
    window.actions_["dispute"].trigger()
    window.reviewing.versions.merge(tmp_path / "theirs.crossread")
    settled(qtbot, window)
    dialog = window.findChild(MergeDialog)
    assert dialog is not None and dialog.table.rowCount() == 1
    dialog.accept_button.click()
    assert window.desk.review.state(first.id) == "disputed"
    window.reviewing.versions.merge(tmp_path / "theirs.crossread")
    settled(qtbot, window)
    assert any("nothing that is not here already" in sentence for sentence in window.notices.sentences)
