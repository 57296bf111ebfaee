"""What people added, made ready for a report: numbered, in the order of the text, and without what is private."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from crossread.comparison import Comparison
from crossread.report.words import counted, moment
from crossread.review.action import Action, Decision, Entry, Note
from crossread.review.carrying import Carried, Look
from crossread.review.matching import matched
from crossread.review.review import KeptNote, Review
from crossread.review.telling import told
from crossread.text.shown import one_line
from crossread.text.span import Span

State = Literal["confirmed", "disputed", "dismissed", "put off"]
STATES: tuple[State, ...] = ("confirmed", "disputed", "dismissed", "put off")
"""What a finding can be judged as, in the order in which reports list it."""
SIGNS: dict[State, str] = {"confirmed": "✓", "disputed": "✗", "dismissed": "–", "put off": "…"}
"""The sign beside each, so that colour never stands alone."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided on a finding.

    Attributes:
        finding: its id.
        state: the decision.
        text: the note that goes with it, or empty.
        by: the reviewer's name, or empty.
        at: when, ISO 8601, or empty.
        tags: as given.
    """

    finding: str
    state: State
    text: str = ""
    by: str = ""
    at: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on a stretch of a document.

    Attributes:
        number: from 1, the same everywhere in a report.
        id: the same in every export of a session.
        text: what was noted.
        document: id of the document it stands on, or empty where that is no longer open.
        span: what it holds on to, in code points of the document's text; None where that was not found again.
        quoted: the words it holds on to, as they were when the note was made.
        before, after: what stood around them.
        digest: of the text that they were quoted from.
        by, at, tags: as of a decision.
        changed: when it was last changed, ISO 8601, or empty.
        private: meant for the reviewer's own eyes; in a report only where that was asked for.
    """

    number: int
    id: str
    text: str
    document: str = ""
    span: Span | None = None
    quoted: str = ""
    before: str = ""
    after: str = ""
    digest: str = ""
    by: str = ""
    at: str = ""
    changed: str = ""
    tags: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Additions:
    """All of it; empty where nobody has reviewed anything.

    Attributes:
        judged: decisions by the ids of their findings; only of findings that the comparison has.
        tags: of findings that were tagged and not judged, likewise.
        remarks: in the order of documents and text, those that were not found again behind them.
        set_right: what was corrected by hand, each one plain sentence, in the order in which it was done.
        again: what should be looked at again since a document was replaced, each one plain sentence.
    """

    judged: Mapping[str, Judged] = field(default_factory=dict)
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    set_right: tuple[str, ...] = ()
    again: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.judged or self.tags or self.remarks or self.set_right or self.again)


_WHY = {
    "gone": "its text or its finding is gone",
    "changed": "the words it stands at have changed",
    "other places": "its finding stands in other places now",
}
NOTHING = Additions()
"""What there is where nobody has reviewed anything."""


def additions(
    comparison: Comparison, review: Review | None, looks: Sequence[Look] = (), *, private: bool = False
) -> Additions:
    """What of a review a report of a comparison shows.

    This is the only way by which notes get into a report, and so the only place that lets private ones pass.

    Args:
        comparison: what was reviewed.
        review: what was added; None where nothing was. Decisions go to their findings as ``matched`` finds them.
        looks: what should be looked at again, as far as it is known.
        private: show private notes too.
    """
    if review is None:
        return NOTHING
    carried = matched(Carried(review, tuple(looks)), comparison)
    review = carried.review
    judged = {key: entry for key, entry in review.decisions.items() if entry.action.state != "open"}
    lost = [look for look in carried.looks if isinstance(look.action, Note) and look.why == "gone"]
    return Additions(
        {finding: _judged(entry, review, private) for finding, entry in judged.items()},
        {key: entry.action.tags for key, entry in review.tags.items() if key not in judged},
        _numbered(comparison, _remarks(comparison, review, lost, private)),
        tuple(map(told, _set_right(review))),
        tuple(_again(look, private) for look in carried.looks if look not in lost),
    )


def _set_right(review: Review) -> list[Entry[Action]]:
    done: list[Entry[Action]] = [*review.realigned, *review.corrections]
    done += [*review.spin.values(), *review.boilerplate]
    done += [detail for detail in review.details.values() if detail.action.field != "colour"]
    return sorted(done, key=lambda entry: entry.at)


def _judged(entry: Entry[Decision], review: Review, private: bool) -> Judged:
    decision = _open(entry.action, private)
    assert decision.state != "open"
    tags = review.tags_of(decision.finding)
    return Judged(decision.finding, decision.state, decision.note, entry.by, entry.at, tags)


def _open(decision: Decision, private: bool) -> Decision:
    """A decision without its note where that is private and not asked for."""
    return decision if private or not decision.private else replace(decision, note="")


def _again(look: Look, private: bool) -> str:
    action = look.action
    if isinstance(action, Decision):
        action = _open(action, private)
    elif isinstance(action, Note) and action.private and not private:
        action = replace(action, text="", tags=())
    return f"{told(Entry('', action, look.by, look.at))}: {_WHY[look.why]}."


def _remarks(comparison: Comparison, review: Review, lost: Iterable[Look], private: bool) -> Iterator[Remark]:
    letters = {document.digest: document.id for document in comparison.documents}
    for kept in review.notes.values():
        if private or not kept.note.private:
            yield _remark(kept, letters)
    for entry in review.decisions.values():
        # What was noted on a finding before anything was decided on it stands where the finding is seen.
        decision = entry.action
        if (
            decision.state == "open"
            and decision.note
            and decision.places
            and (private or not decision.private)
        ):
            tags = review.tags_of(decision.finding)
            note = Note(entry.id, decision.places[0], decision.note, tags, decision.private)
            yield _remark(KeptNote(note, entry.by, entry.at), letters)
    for look in lost:
        if isinstance(look.action, Note) and (private or not look.action.private):
            yield _remark(KeptNote(look.action, look.by, look.at), {})


def _remark(kept: KeptNote, letters: Mapping[str, str]) -> Remark:
    note, quoted = kept.note, kept.note.quoted
    letter = letters.get(quoted.anchor.digest, "")
    return Remark(
        0, note.id, note.text, letter, quoted.anchor.span if letter else None,
        quoted.exact, quoted.before, quoted.after, quoted.anchor.digest, kept.by, kept.at, kept.edited_at,
        note.tags, note.private,
    )  # fmt: skip


def _numbered(comparison: Comparison, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    rank = {document.id: at for at, document in enumerate(comparison.documents)}
    ordered = sorted(
        remarks, key=lambda each: (rank.get(each.document, len(rank)), each.span or Span(0, 0), each.at)
    )
    return tuple(replace(remark, number=number) for number, remark in enumerate(ordered, 1))


def signed(by: str, at: str) -> str:
    """By whom and when, in a few words: ``Ada, 25 June 2026 09:30``."""
    return ", ".join(part for part in (by, moment(at)) if part)


def progress(comparison: Comparison, added: Additions) -> str:
    """How far the review has come, and whose it is: ``17 of 40 findings reviewed: 12 confirmed, 5 disputed (Ada).``"""
    if not added.judged:
        return ""
    counts = Counter(judged.state for judged in added.judged.values())
    told = ", ".join(f"{counts[state]:,} {state}" for state in STATES if counts[state])
    done = sum(counts[state] for state in STATES if state != "put off")
    names = dict.fromkeys(one_line(judged.by) for judged in added.judged.values() if judged.by.strip())
    who = f" ({', '.join(names)})" if names else ""
    return f"{done:,} of {counted(len(comparison.findings), 'finding')} reviewed: {told}{who}."
