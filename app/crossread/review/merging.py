"""Two reviewers' copies of one session become one: agreements are taken, disagreements listed side by side.

A three-way merge: both logs begin with what the session held when it was copied, and what each of them came to since
is told from that. What only one of them changed is taken; where both changed the same thing in the same way they
agree; where they did it differently they disagree, and ``mine`` stays in force until somebody decides. Whoever decides
takes theirs into the log too, and takes back one of the two (``settling``): what holds in a copy that knows the other's
last word was said with that word in view, so that the same copies merged again raise nothing that is settled.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from crossread.review.action import (
    Action,
    Decision,
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
    Undone,
    Withdrawn,
)
from crossread.review.history import History
from crossread.review.review import withdrawn
from crossread.review.telling import what
from crossread.spin.choice import SpinChoice
from crossread.text.anchor import Anchor
from crossread.text.choice import BoilerplateChoice, DocumentDetail

Subject = tuple[str, ...]
"""What a deed is about, where a later deed takes the place of an earlier one."""
Effect = dict[Subject, Entry[Deed]]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reviewers did different things to the same.

    Attributes:
        mine, theirs: what each did last, with who and when; None where it was taken back.
        before: what was there when the session was copied, if anything.
        undoing: by what they took it back, where they did.
    """

    mine: Entry[Deed] | None
    theirs: Entry[Deed] | None
    before: Entry[Deed] | None = None
    undoing: Entry[Action] | None = None

    def settling(self, *, theirs: bool) -> tuple[tuple[Entry[Action], ...], tuple[str, ...]]:
        """What lets one of the two hold for good.

        Args:
            theirs: let theirs hold, not mine.

        Returns:
            Entries to be taken of the other log, and ids of entries to be withdrawn then.
        """
        last = self.theirs or self.undoing
        taken = (last,) if last else ()
        loser = self.mine if theirs else self.theirs
        return taken, (loser.id,) if loser else ()

    def sides(self) -> tuple[str, str]:
        """Both in words, by whom."""
        told = []
        for entry in (self.mine, self.theirs):
            words = what(entry.action, {}) if entry else "took it back"
            told.append(f"{entry.by or 'Somebody'} {words}" if entry else f"The other one {words}")
        return told[0], told[1]


@dataclass(frozen=True, slots=True)
class Merged:
    """What has come of two copies.

    Attributes:
        history: mine, and behind it what was taken of theirs; disagreements stand as in mine.
        taken: entries taken of theirs.
        agreed: how many things both did alike.
        disagreements: in the order of mine.
    """

    history: History
    taken: tuple[Entry[Action], ...]
    agreed: int
    disagreements: tuple[Disagreement, ...]


def merge(mine: History, theirs: History) -> Merged:
    """Merge two copies of one session; of two that never were one all that both hold is merged.

    Args:
        mine: whose word holds where the two disagree.
        theirs: the other.
    """
    return _Merging(mine, theirs).merged()


def told(merged: Merged) -> tuple[str, ...]:
    """What has come of merging, in lines for a person: a sentence, then each disagreement side by side."""
    steps, apart = len(merged.taken), len(merged.disagreements)
    taken = f"{steps:,} {'step was' if steps == 1 else 'steps were'} taken of the other session"
    agreed = f"{merged.agreed:,} {'thing was' if merged.agreed == 1 else 'things were'} done alike"
    lines = [f"{taken}, {agreed}, {apart:,} {'is' if apart == 1 else 'are'} disagreed on."]
    for number, disagreement in enumerate(merged.disagreements, 1):
        mine, theirs = disagreement.sides()
        lines += [f"{number}. {mine} (holds)", f"{' ' * len(str(number))}  {theirs}"]
    return tuple(lines)


def _common(one: Sequence[Entry[Action]], other: Sequence[Entry[Action]]) -> tuple[Entry[Action], ...]:
    """What both logs begin with."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a.id != b.id:
            break
        length += 1
    return tuple(one[:length])


class _Merging:
    """One merge on its way."""

    def __init__(self, mine: History, theirs: History) -> None:
        self._mine, self._theirs = mine, theirs
        base = History.of(_common(mine.entries, theirs.entries))
        self._in_force = [_in_force(history) for history in (mine, theirs, base)]
        self._ids = {entry.id for entry in mine.entries}
        self._their_ids = {entry.id for entry in theirs.entries}
        self._taken: list[Entry[Action]] = []
        self._disagreements: list[Disagreement] = []
        self._agreed = 0

    def merged(self) -> Merged:
        """The outcome."""
        self._documents()
        self._replacing()
        self._listed()
        order = {entry.id: number for number, entry in enumerate(self._theirs.entries)}
        self._taken.sort(key=lambda entry: order.get(entry.id, len(order)))
        history = self._mine.extended(self._taken) if self._taken else self._mine
        return Merged(history, tuple(self._taken), self._agreed, tuple(self._disagreements))

    # ---- what a later deed replaces: decisions, tags, notes, details, what is spun

    def _replacing(self) -> None:
        mine, theirs, base = (_effects(entries) for entries in self._in_force)
        for subject in dict.fromkeys((*mine, *theirs, *base)):
            a, b, before = mine.get(subject), theirs.get(subject), base.get(subject)
            if _same(a, b):
                self._agreed += not _same(a, before)
            elif _same(a, before):
                self._take(b, before)
            elif not _same(b, before):
                self._both(a, b, before)

    def _both(self, a: Entry[Deed] | None, b: Entry[Deed] | None, before: Entry[Deed] | None) -> None:
        """Both changed it, and not alike: one of them may have done so with the other's word in view."""
        undoing = None if b else self._undoing(before)
        theirs = b or undoing
        here = theirs is not None and theirs.id in self._ids
        there = a is not None and a.id in self._their_ids
        if here and not there:
            return
        if there and not here:
            self._take(b, before)
        elif joined := _joined(a, b):
            self._agreed += 1
            if b and not here:
                self._taken.append(b)  # so that it is known here when the same copies are merged again
            self._add(joined, b)
        else:
            again = replace(b, id=self._name(b.action, b)) if b and here else b
            self._disagreements.append(Disagreement(a, again, before, undoing))

    def _undoing(self, before: Entry[Deed] | None) -> Entry[Action] | None:
        """How they took back what was there."""
        found = (
            entry
            for entry in reversed(self._theirs.entries)
            if isinstance(entry.action, (Undone, Withdrawn)) and before and entry.action.entry == before.id
        )
        return next(found, None)

    def _take(self, entry: Entry[Deed] | None, before: Entry[Deed] | None) -> None:
        """Let theirs hold where mine has not changed since."""
        if entry is not None:
            if entry.id in self._ids:  # an earlier one that holds again, since a later one was undone
                self._add(entry.action, entry)
            else:
                self._taken.append(entry)
        elif before is not None:
            self._add(_taking_back(before.action), before)

    def _add(self, action: Deed, like: Entry[Deed] | None) -> None:
        """An entry that neither has; its id comes of what it is made from, so that merging twice makes it once."""
        by, at = (like.by, like.at) if like else ("", "")
        name = self._name(action, like)
        if name not in self._ids:
            self._taken.append(Entry(name, action, by, at))

    def _name(self, action: Deed, like: Entry[Deed] | None) -> str:
        origin = like.id if like else ""
        return hashlib.sha256(repr((origin, action)).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    # ---- what adds up: pins, corrections of facts, boilerplate

    def _listed(self) -> None:
        mine, theirs = (
            {entry.id: entry for entry in entries if _adds_up(entry.action)} for entries in self._in_force[:2]
        )
        self._taken_back(mine, theirs)
        new = [entry for key, entry in mine.items() if key not in self._their_ids]
        for key, entry in theirs.items():
            if key in self._ids:  # what is known here and does not hold was taken back here
                continue
            if any(entry.action == other.action for other in new):
                self._agreed += 1
                continue
            against = next((other for other in new if _contradict(other.action, entry.action)), None)
            if against is not None:
                self._disagreements.append(Disagreement(against, entry))
            else:
                self._taken.append(entry)

    def _taken_back(self, mine: Mapping[str, Entry[Deed]], theirs: Mapping[str, Entry[Deed]]) -> None:
        """Take back what they know of mine and what does not hold there any more."""
        for key, entry in mine.items():
            if key in self._their_ids and key not in theirs:
                self._add(Withdrawn(key), entry)

    # ---- documents

    def _documents(self) -> None:
        mine, theirs = (
            {entry.id: entry for entry in entries if isinstance(entry.action, _DOCUMENTS)}
            for entries in self._in_force[:2]
        )
        self._taken_back(mine, theirs)
        new = [entry for key, entry in mine.items() if key not in self._their_ids]
        for key, entry in theirs.items():
            if key in self._ids:  # what is known here and does not hold was taken back here
                continue
            action = entry.action
            other = next((known for known in new if _touch(known.action, action)), None)
            if other is not None and _document_key(other.action) == _document_key(action):
                self._agreed += 1
            elif other is not None:
                self._disagreements.append(Disagreement(other, entry))
            else:
                self._taken.append(entry)


_DOCUMENTS = (DocumentAdded, DocumentRemoved, DocumentReplaced)


def _in_force(history: History) -> list[Entry[Deed]]:
    gone = withdrawn(history.done)
    return [e for e in history.done if e.id not in gone and not isinstance(e.action, Withdrawn)]


def _effects(entries: Iterable[Entry[Deed]]) -> Effect:
    """The last word on each subject; what takes something back is the last word too."""
    found: Effect = {}
    for entry in entries:
        subject = _subject(entry.action)
        if subject is not None:
            found.pop(subject, None)
            found[subject] = entry
    return found


def _subject(action: Action) -> Subject | None:
    match action:
        case Decision():
            return "decision", action.finding
        case Tagged():
            return "tags", action.finding
        case Note():
            return "note", action.id
        case NoteRemoved():
            return "note", action.note
        case SpinChoice():
            return "spin", action.digest
        case DocumentDetail():
            return "detail", action.digest, action.field
        case _:
            return None


def _said(entry: Entry[Deed] | None) -> object:
    """What a deed comes to, whatever it was called when it was done."""
    if entry is None:
        return None
    action = entry.action
    match action:
        case Decision():
            return (
                (action.state, action.note, action.private) if action.state != "open" or action.note else None
            )
        case Tagged():
            return frozenset(action.tags) or None
        case NoteRemoved():
            return None
        case SpinChoice() if action.kind == "as found":
            return None
        case DocumentDetail() if not action.value:
            return None
        case _:
            return action


def _same(one: Entry[Deed] | None, other: Entry[Deed] | None) -> bool:
    return _said(one) == _said(other)


def _joined(mine: Entry[Deed] | None, theirs: Entry[Deed] | None) -> Deed | None:
    """One deed for two that agree in what matters: the same decision with two notes, or tags of both."""
    if mine is None or theirs is None:
        return None
    a, b = mine.action, theirs.action
    if isinstance(a, Tagged) and isinstance(b, Tagged) and a.tags and b.tags:
        return replace(a, tags=tuple(dict.fromkeys((*a.tags, *b.tags))))
    if isinstance(a, Decision) and isinstance(b, Decision) and a.state == b.state:
        signed = [f"{e.by or 'Somebody'}: {d.note}" for e, d in ((mine, a), (theirs, b)) if d.note]
        notes = signed if len(signed) > 1 and a.note != b.note else [a.note or b.note]
        # What one of the two meant for the own eyes alone stays so.
        return replace(a, note="\n".join(notes), private=a.private or b.private)
    return None


def _taking_back(action: Deed) -> Deed:
    """The deed that undoes one, for where there is nothing to put in its place."""
    match action:
        case Decision():
            return replace(action, state="open", note="", private=False)
        case Tagged():
            return replace(action, tags=())
        case Note():
            return NoteRemoved(action.id)
        case SpinChoice():
            return SpinChoice("as found", action.digest)
        case DocumentDetail():
            return replace(action, value="")
        case _:
            return action


def _adds_up(action: Action) -> bool:
    return isinstance(action, (Realigned, FactCorrection, BoilerplateChoice))


def _touch(one: Action, other: Action) -> bool:
    """Whether two deeds are about the same document."""
    return bool(set(_digests(one)) & set(_digests(other)))


def _digests(action: Action) -> Iterator[str]:
    if isinstance(action, _DOCUMENTS):
        yield action.digest


def _document_key(action: Action) -> object:
    return (type(action), getattr(action, "digest", ""), getattr(action, "by", ""))


def _contradict(one: Action, other: Action) -> bool:
    """Whether two deeds that would add up say opposite things of the same passages or values."""
    if isinstance(one, Realigned) and isinstance(other, Realigned):
        a, b = _pinned(one), _pinned(other)
        return any(b.get(pair, joined) != joined for pair, joined in a.items())
    if isinstance(one, FactCorrection) and isinstance(other, FactCorrection):
        return _facts_contradict(one, other)
    if isinstance(one, BoilerplateChoice) and isinstance(other, BoilerplateChoice):
        same = one.anchor.digest == other.anchor.digest and one.anchor.span.overlaps(other.anchor.span)
        return same and one.article != other.article
    return False


def _pinned(action: Realigned) -> Mapping[frozenset[Anchor], bool]:
    """Pairs of places that are said to belong together, or not."""
    found: dict[frozenset[Anchor], bool] = {}
    for pin in action.pins:
        pairs = product(pin.passages, pin.others) if pin.others else combinations(pin.passages, 2)
        for pair in pairs:
            found[frozenset(pair)] = pin.kind == "together"
    return found


def _facts_contradict(one: FactCorrection, other: FactCorrection) -> bool:
    shared = set(one.mentions) & set(other.mentions)
    if not shared:
        return False
    kinds = {one.kind, other.kind}
    if kinds == {"value"}:
        return one.value != other.value
    if kinds == {"same fact", "different facts"}:
        return (
            len(shared) > 1
            or bool(set(other.apart_from) & set(one.mentions))
            or bool(set(one.apart_from) & set(other.mentions))
        )
    return "no quantity" in kinds and len(kinds) > 1
