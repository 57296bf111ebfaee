"""The log of a review: everything that was done, undone and done again, in order; nothing is ever taken out."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from itertools import takewhile

from crossread.review.action import Action, Deed, Entry, Note, Redone, Undone, Withdrawn, is_deed
from crossread.review.review import Review, review_of, withdrawn
from crossread.review.telling import note_key, told

_PART = "."  # in an id, between the step and the number of the entry in it


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the history that is shown.

    Attributes:
        entry: the log's entry.
        text: what was done, by whom and when ("Ada confirmed finding 3: How long it lasted, 14:02").
        undone: whether it was undone or withdrawn.
    """

    entry: Entry[Action]
    text: str
    undone: bool


def new_id() -> str:
    """An id that nobody else has: 64 random bits in hexadecimal."""
    return secrets.token_hex(8)


def step_ids(count: int) -> tuple[str, ...]:
    """Ids for what is done in one step, and so is undone in one: they have all but their ends in common."""
    step = new_id()
    return (step,) if count == 1 else tuple(f"{step}{_PART}{number}" for number in range(1, count + 1))


def _same_step(one: Entry[Deed], other: Entry[Deed]) -> bool:
    return one.id.partition(_PART)[0] == other.id.partition(_PART)[0]


def now() -> str:
    """This moment as the log writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class History:
    """An append-only log with unlimited undo and redo, which are entries of it themselves.

    Attributes:
        entries: all that happened, oldest first.
        done: what is in force, in the order in which it was done.
        undone: what can be done again; what was undone last stands last.
        review: what is in force comes to.
    """

    entries: tuple[Entry[Action], ...] = ()
    done: tuple[Entry[Deed], ...] = ()
    undone: tuple[Entry[Deed], ...] = ()
    review: Review = field(default_factory=Review)

    @classmethod
    def of(cls, entries: Iterable[Entry[Action]]) -> "History":
        """The history that a log tells; an undo without an object does nothing."""
        entries = tuple(entries)
        done, undone = _replayed(entries)
        return cls(entries, tuple(done), tuple(undone), review_of(done))

    def with_(self, action: Action, by: str, at: str = "", entry_id: str = "") -> "History":
        """The same and one more entry; what was undone before can no longer be done again.

        Args:
            action: what is done.
            by: the name of whoever does it.
            at: when, as ``now`` writes it; this moment by default.
            entry_id: the entry's id; a new one by default.
        """
        return self.extended((Entry(entry_id or new_id(), action, by, at or now()),))

    def extended(self, entries: Iterable[Entry[Action]]) -> "History":
        """The same and these entries."""
        entries = tuple(entries)
        entry = entries[0] if len(entries) == 1 else None
        if entry and is_deed(entry) and not isinstance(entry.action, Withdrawn):
            return History((*self.entries, entry), (*self.done, entry), (), self.review.after(entry))
        return History.of((*self.entries, *entries))

    @property
    def to_undo(self) -> tuple[Undone, ...]:
        """What takes back the last step in force; nothing if there is none."""
        last = takewhile(lambda entry: _same_step(entry, self.done[-1]), reversed(self.done))
        return tuple(Undone(entry.id) for entry in last)

    @property
    def to_redo(self) -> tuple[Redone, ...]:
        """What does the step again that was undone last; nothing if there is none."""
        last = takewhile(lambda entry: _same_step(entry, self.undone[-1]), reversed(self.undone))
        return tuple(Redone(entry.id) for entry in last)

    def undo(self, by: str, at: str = "") -> "History":
        """Without the last step in force; the same if there is none."""
        return self._with_each(self.to_undo, by, at)

    def redo(self, by: str, at: str = "") -> "History":
        """With the step that was undone last; the same if there is none."""
        return self._with_each(self.to_redo, by, at)

    def _with_each(self, actions: Iterable[Action], by: str, at: str) -> "History":
        at = at or now()
        entries = tuple(Entry(new_id(), action, by, at) for action in actions)
        return self.extended(entries) if entries else self

    def lines(self, zone: tzinfo | None = None) -> tuple[Line, ...]:
        """The history in words, oldest first.

        Args:
            zone: in which times are given; the machine's own by default.
        """
        in_force = {entry.id for entry in self.done}
        gone = withdrawn(self.done)
        known = {entry.id: entry.action for entry in self.entries}
        known |= {
            note_key(entry.action.id): entry.action
            for entry in self.entries
            if isinstance(entry.action, Note)
        }
        return tuple(
            Line(
                entry,
                f"{told(entry, known)}, {_clock(entry.at, zone)}",
                not isinstance(entry.action, (Undone, Redone))
                and (entry.id not in in_force or entry.id in gone),
            )
            for entry in self.entries
        )


def _replayed(entries: tuple[Entry[Action], ...]) -> tuple[list[Entry[Deed]], list[Entry[Deed]]]:
    """What is in force at the end, and what can be done again."""
    done: dict[str, Entry[Deed]] = {}
    undone: dict[str, Entry[Deed]] = {}
    for entry in entries:
        action = entry.action
        if isinstance(action, Undone):
            if action.entry in done:
                undone[action.entry] = done.pop(action.entry)
        elif isinstance(action, Redone):
            if action.entry in undone:
                done[action.entry] = undone.pop(action.entry)
        elif is_deed(entry) and entry.id not in done:
            done[entry.id] = entry
            undone.clear()
    return list(done.values()), list(undone.values())


def _clock(at: str, zone: tzinfo | None) -> str:
    """The day, unless it is today, and the time of day."""
    try:
        moment = datetime.fromisoformat(at).astimezone(zone)
    except (ValueError, OverflowError):
        return "at an unknown time"
    today = datetime.now(zone or moment.tzinfo).date()
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%Y-%m-%d %H:%M}"
