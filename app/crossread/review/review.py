"""The state of a review: what all that was done comes to."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar, cast

from crossread.choices import Choices
from crossread.review.action import (
    Action,
    Decision,
    DecisionState,
    Deed,
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
from crossread.spin.choice import SpinChoice
from crossread.text.choice import BoilerplateChoice, DetailField, DocumentDetail
from crossread.text.document import letter

A = TypeVar("A", bound=Action)


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A note in force.

    Attributes:
        note: as it reads now.
        by, at: who put it there and when.
        edited_by, edited_at: who changed it last and when; empty where nobody did.
    """

    note: Note
    by: str
    at: str
    edited_by: str = ""
    edited_at: str = ""


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document of the session.

    Attributes:
        letter: its id in comparisons.
        digest: of its text in force.
        earlier: digests of its earlier versions, oldest first.
    """

    letter: str
    digest: str
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """Everything in force, with who did it and when. Never changed in place; ``after`` gives the next state.

    Attributes:
        documents: those that are open, in the order in which they were added.
        decisions: the last decision on each finding, by the finding's id; open ones are left out unless noted on.
        tags: of findings, by the finding's id; those without are left out.
        notes: by their ids, in the order in which they were made.
        realigned: corrections of the alignment, in the order in which they were made.
        corrections: those of facts, likewise.
        spin: the last word on each document, by its digest.
        boilerplate: in the order in which it was said.
        details: the last word on each detail, by digest and field.
    """

    documents: tuple[OpenDocument, ...] = ()
    decisions: Mapping[str, Entry[Decision]] = field(default_factory=dict)
    tags: Mapping[str, Entry[Tagged]] = field(default_factory=dict)
    notes: Mapping[str, KeptNote] = field(default_factory=dict)
    realigned: tuple[Entry[Realigned], ...] = ()
    corrections: tuple[Entry[FactCorrection], ...] = ()
    spin: Mapping[str, Entry[SpinChoice]] = field(default_factory=dict)
    boilerplate: tuple[Entry[BoilerplateChoice], ...] = ()
    details: Mapping[tuple[str, DetailField], Entry[DocumentDetail]] = field(default_factory=dict)

    @property
    def choices(self) -> Choices:
        """What a comparison must respect."""
        return Choices(
            tuple(pin for entry in self.realigned for pin in entry.action.pins),
            tuple(entry.action for entry in self.spin.values()),
            tuple(entry.action for entry in self.boilerplate),
            # A colour is no matter of comparing; nobody waits for a comparison because of one.
            tuple(e.action for e in self.details.values() if e.action.field != "colour"),
        )

    @property
    def fact_corrections(self) -> tuple[FactCorrection, ...]:
        """What is set right in the facts after comparing."""
        return tuple(entry.action for entry in self.corrections)

    @property
    def all_tags(self) -> tuple[str, ...]:
        """Every tag in use, of findings and notes, by the alphabet."""
        used = {tag for entry in self.tags.values() for tag in entry.action.tags}
        used.update(tag for kept in self.notes.values() for tag in kept.note.tags)
        return tuple(sorted(used, key=lambda tag: (tag.casefold(), tag)))

    def state(self, finding: str) -> DecisionState:
        """What was made of a finding, by its id."""
        entry = self.decisions.get(finding)
        return entry.action.state if entry else "open"

    def tags_of(self, finding: str) -> tuple[str, ...]:
        """The tags of a finding, by its id."""
        entry = self.tags.get(finding)
        return entry.action.tags if entry else ()

    def colour(self, digest: str) -> str:
        """The colour chosen for a document as #rrggbb, or empty."""
        entry = self.details.get((digest, "colour"))
        return entry.action.value if entry else ""

    def after(self, entry: Entry[Deed]) -> "Review":
        """The state when one thing more has been done; for ``Withdrawn`` replay the whole, see History."""
        state = _State(self)
        state.do(entry)
        return state.frozen()


def review_of(entries: Iterable[Entry[Deed]]) -> Review:
    """The state when all this has been done, in this order; what was withdrawn is passed over.

    Nothing is refused: a record that has no object (a note removed twice) does nothing.
    """
    entries = tuple(entries)
    gone = withdrawn(entries)
    state = _State(Review())
    for entry in entries:
        if entry.id not in gone:
            state.do(entry)
    return state.frozen()


def withdrawn(entries: Sequence[Entry[Deed]]) -> set[str]:
    """Ids of the entries that later ones take back; a withdrawal that was withdrawn itself takes nothing back."""
    gone: set[str] = set()
    for entry in reversed(entries):
        if isinstance(entry.action, Withdrawn) and entry.id not in gone:
            gone.add(entry.action.entry)
    return gone


def free_letter(taken: Collection[str]) -> str:
    """The first letter that no document goes by."""
    return next(name for name in map(letter, count()) if name not in taken)


class _State:
    """A Review while it is being changed; parts are copied when they are first touched."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._changed: dict[str, object] = {}

    def frozen(self) -> Review:
        held = {name: getattr(self._review, name) for name in Review.__dataclass_fields__}
        held.update({k: tuple(v) if isinstance(v, list) else v for k, v in self._changed.items()})
        return Review(**held)

    def _list(self, name: str) -> list[object]:
        return cast("list[object]", self._changed.setdefault(name, list(getattr(self._review, name))))

    def _dict(self, name: str) -> dict[object, object]:
        if name not in self._changed:
            self._changed[name] = dict(getattr(self._review, name))
        return cast("dict[object, object]", self._changed[name])

    def do(self, entry: Entry[Deed]) -> None:  # noqa: C901 - one case for each kind
        """Do one thing."""
        action = entry.action
        match action:
            case Decision():
                stays = action.state != "open" or action.note
                self._put("decisions", action.finding, entry if stays else None)
            case Tagged():
                self._put("tags", action.finding, entry if action.tags else None)
            case Note():
                self._note(action, entry)
            case NoteRemoved():
                self._put("notes", action.note, None)
            case Realigned():
                self._list("realigned").append(entry)
            case FactCorrection():
                self._list("corrections").append(entry)
            case SpinChoice():
                self._put("spin", action.digest, entry if action.kind != "as found" else None)
            case BoilerplateChoice():
                self._list("boilerplate").append(entry)
            case DocumentDetail():
                self._put("details", (action.digest, action.field), entry if action.value else None)
            case DocumentAdded() | DocumentRemoved() | DocumentReplaced():
                self._document(action)
            case Withdrawn():
                pass  # its object was passed over

    def _put(self, name: str, key: object, value: object | None) -> None:
        """Put a value in place of the one of this key, as the last of all; None takes it away."""
        held = self._dict(name)
        held.pop(key, None)
        if value is not None:
            held[key] = value

    def _note(self, note: Note, entry: Entry[Deed]) -> None:
        notes = self._dict("notes")
        known = notes.get(note.id)
        notes[note.id] = (
            KeptNote(note, known.by, known.at, entry.by, entry.at)
            if isinstance(known, KeptNote)
            else KeptNote(note, entry.by, entry.at)
        )

    def _document(self, action: DocumentAdded | DocumentRemoved | DocumentReplaced) -> None:
        documents = cast("list[OpenDocument]", self._list("documents"))
        here = next((at for at, known in enumerate(documents) if known.digest == action.digest), None)
        match action:
            case DocumentAdded() if here is None:
                taken = {document.letter for document in documents}
                # Taken where a step between the two was withdrawn, or where two copies of a session were merged.
                free = action.letter if action.letter not in taken else free_letter(taken)
                documents.append(OpenDocument(free, action.digest))
            case DocumentRemoved() if here is not None:
                del documents[here]
            case DocumentReplaced() if here is not None and all(d.digest != action.by for d in documents):
                old = documents[here]
                earlier = (*(digest for digest in old.earlier if digest != action.by), old.digest)
                documents[here] = OpenDocument(old.letter, action.by, earlier)
                self._keep_details(old.digest, action.by)

    def _keep_details(self, old: str, new: str) -> None:
        """A new version goes by the name and the colour of the one before; title and date are its own."""
        details = self._dict("details")
        kept: tuple[DetailField, ...] = ("name", "colour")
        for name in kept:
            entry = details.get((old, name))
            if isinstance(entry, Entry) and (new, name) not in details:
                detail = DocumentDetail(new, name, entry.action.value)
                details[new, name] = Entry(entry.id, detail, entry.by, entry.at)
