"""Reviews made by hand, for tests of what becomes of them."""

from collections.abc import Sequence

from crossread.comparison import Comparison
from crossread.review.action import Decision, DecisionState, Deed, Entry, Note, Realigned, Tagged
from crossread.review.review import Review, review_of
from crossread.text.anchor import quote
from crossread.text.span import Span

SECRET = "for my eyes only"
"""The words of the private notes."""


def log(deeds: Sequence[Deed], by: str = "Ada Adler") -> list[Entry[Deed]]:
    """What was done as entries of a log, a minute apart."""
    return [Entry(f"e{at}", deed, by, f"2026-06-25T09:{at:02}:00.000Z") for at, deed in enumerate(deeds)]


def note_on(comparison: Comparison, document: str, words: str, text: str, **more: object) -> Note:
    """A note on the first place where these words stand in a document."""
    meant = comparison.document[document]
    start = meant.text.index(words)
    quoted = quote(meant.text, meant.digest, Span(start, start + len(words)))
    return Note(f"{document}-{start}", quoted, text, **more)


def decided(
    comparison: Comparison, number: int, state: DecisionState, note: str = "", **more: bool
) -> Decision:
    """A decision on the finding with this number."""
    finding = comparison.findings[number - 1]
    return Decision(finding.id, state, note, number=number, kind=finding.kind, title=finding.title, **more)


def review(comparison: Comparison, words: str) -> Review:
    """A little of everything: each state once, notes open and private, a tag, a correction of the alignment.

    Args:
        comparison: what is reviewed; it has four findings at least.
        words: those of its first document that the notes are put on.
    """
    a = comparison.documents[0].id
    states: tuple[DecisionState, ...] = ("confirmed", "disputed", "dismissed", "put off")
    numbers = range(1, min(len(states), len(comparison.findings)) + 1)
    deeds: list[Deed] = [
        *(decided(comparison, n, states[n - 1], f"because of {n}") for n in numbers),
        decided(comparison, 2, "disputed", SECRET, private=True),
        Tagged(comparison.findings[0].id, ("ask the ministry",), 1),
        note_on(comparison, a, words, "The ministry says otherwise.", tags=("call back",)),
        note_on(comparison, a, words[1:], SECRET, private=True),
        Realigned("align", (), "The hull was torn"),
    ]
    return review_of(log(deeds))
