"""Sessions on files, for tests."""

from pathlib import Path

from comparisons import documents
from crossread.review.action import Decision, Entry, Note
from crossread.review.history import new_id, now
from crossread.review.session import ReviewSession
from crossread.text.anchor import quote
from crossread.text.span import Span

ONE, TWO, NEW = documents(
    ["# The fire", "Some 12 people were hurt.", "It lasted two days."],
    ["# A fire", "About 14 people were hurt.", "It lasted three days."],
    ["# The fire", "Some 13 people were hurt.", "It lasted two days."],
)


def note(name: str, text: str) -> Note:
    return Note(name, quote(ONE.text, ONE.digest, Span(11, 23)), text)


def started(path: Path, decisions: int = 3) -> ReviewSession:
    """A session with two documents, a note and some decisions."""
    session = ReviewSession.create(path, "Ada")
    session.add(ONE, "Ada")
    session.add(TWO, "Ada")
    session.do(note("n", "Who counted?"), "Ada")
    numbers = range(decisions)
    deeds = [Decision(f"f{number}", "confirmed", number=number + 1, title="How many") for number in numbers]
    session.log(Entry(new_id(), deed, "Ada", now()) for deed in deeds)
    session.write()
    return session
