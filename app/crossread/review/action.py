"""Everything a person does in a review, each thing a record that can be kept, replayed and merged."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeGuard, TypeVar

from crossread.align.pin import Pin
from crossread.spin.choice import SpinChoice
from crossread.text.anchor import Anchor, Quoted
from crossread.text.choice import BoilerplateChoice, DocumentDetail

DecisionState = Literal["open", "confirmed", "disputed", "dismissed", "put off"]
"""What a person made of a finding; "open" takes an earlier decision back."""
CorrectionKind = Literal["same fact", "different facts", "value", "no quantity"]
RowChange = Literal["align", "apart", "merge", "split", "move"]
"""By which gesture the alignment was corrected."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement on a finding; a later one on the same finding takes its place.

    Attributes:
        finding: the finding's id.
        state: the judgement.
        note: why, in the person's words.
        private: the note is for the person alone: presentations and reports leave it out unless asked.
        number, kind, title: the finding's own, as it was shown when it was decided.
        places: where the finding is seen, so that it is known again when its texts have changed.
    """

    finding: str
    state: DecisionState
    note: str = ""
    private: bool = False
    number: int = 0
    kind: str = ""
    title: str = ""
    places: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagged:
    """The tags of a finding, all of them; a later record on the same finding takes its place.

    Attributes:
        finding: the finding's id.
        tags: as the person named them.
        number, title, kind, places: as in Decision.
    """

    finding: str
    tags: tuple[str, ...]
    number: int = 0
    title: str = ""
    kind: str = ""
    places: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note on selected text; a later one with the same id is the same note, edited.

    Attributes:
        id: the note's own, for instance from ``new_id``.
        quoted: what it is put on.
        text: what it says.
        tags: as the person named them.
        private: as in Decision.
    """

    id: str
    quoted: Quoted
    text: str
    tags: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class NoteRemoved:
    """A note taken away, by its id."""

    note: str


@dataclass(frozen=True, slots=True)
class Realigned:
    """The alignment corrected by one gesture.

    Attributes:
        change: the gesture.
        pins: what it comes to; see ``crossread.review.realign`` for what makes them.
        words: the opening words of what was meant, for the history.
    """

    change: RowChange
    pins: tuple[Pin, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class FactCorrection:
    """One thing a person set right in the facts.

    Attributes:
        kind: "same fact": all mentions belong to the fact of the first. "different facts": the mentions belong to
            another fact than the others they were put with; each to one of its own where they are all there is.
            "value": the mention means what ``value`` says. "no quantity": it states none.
        mentions: what is meant, in the order in which it was picked.
        value: for kind "value": the right value in words ("six weeks", "28.8 million").
        apart_from: for kind "different facts": what they were put with; facts with none of these stay as they are,
            for a mention may belong to two (a count, and the multiple that it makes). Empty means all facts.
    """

    kind: CorrectionKind
    mentions: tuple[Anchor, ...]
    value: str = ""
    apart_from: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentAdded:
    """A document opened: its digest, the letter it goes by, and its name for the history."""

    digest: str
    letter: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRemoved:
    """A document closed; its text stays in the session, so that this can be undone."""

    digest: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentReplaced:
    """A new version of a document, which keeps the letter; both texts stay in the session."""

    digest: str
    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An earlier entry taken back, wherever in the history it stands (a pin removed from the list of pins)."""

    entry: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The entry that was taken back last thing."""

    entry: str


@dataclass(frozen=True, slots=True)
class Redone:
    """The entry that was done again after it was undone."""

    entry: str


Deed = (
    Decision
    | Tagged
    | Note
    | NoteRemoved
    | Realigned
    | FactCorrection
    | SpinChoice
    | BoilerplateChoice
    | DocumentDetail
    | DocumentAdded
    | DocumentRemoved
    | DocumentReplaced
    | Withdrawn
)
"""What can be done, and undone."""
Action = Deed | Undone | Redone
A_co = TypeVar("A_co", bound=Action, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[A_co]):
    """An action in the log of a session.

    Attributes:
        id: its own, the same in every copy of the session.
        action: what was done.
        by: the name of whoever did it.
        at: when, ISO 8601 in UTC with milliseconds ("2026-06-25T14:02:09.250Z").
    """

    id: str
    action: A_co
    by: str
    at: str


def is_deed(entry: Entry[Action]) -> TypeGuard[Entry[Deed]]:
    """Whether something was done, and not only an earlier entry taken back or done again."""
    return not isinstance(entry.action, (Undone, Redone))
