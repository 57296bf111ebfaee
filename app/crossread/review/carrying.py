"""A review carried over to the present versions of its documents; what no longer fits is listed for another look."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from crossread.review.action import (
    Action,
    Decision,
    Entry,
    FactCorrection,
    Note,
    Realigned,
    Tagged,
)
from crossread.review.anchoring import Found, Shift
from crossread.review.review import KeptNote, Review
from crossread.text.anchor import Anchor, Quoted, quote
from crossread.text.document import Document
from crossread.text.span import Span

A = TypeVar("A", bound=Action)
P = TypeVar("P", Realigned, FactCorrection)
S = TypeVar("S", Decision, Tagged)
Why = Literal["gone", "changed", "other places"]
"""Its text, or its finding, is gone; words it stands at have changed; its finding stands in other places now."""


@dataclass(frozen=True, slots=True)
class Look:
    """Something that should be looked at again.

    Attributes:
        action: what was done, as it was done.
        why: what makes it doubtful. What is gone has no effect any more; everything else has.
        by, at: who did it and when.
        places: where it stands now, as far as it stands anywhere.
        finding: for decisions and tags the id of the finding that they stand at now, or empty.
    """

    action: Decision | Tagged | Note | Realigned | FactCorrection
    why: Why
    by: str
    at: str
    places: tuple[Anchor, ...] = ()
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """A review whose every place is one of the present texts.

    Attributes:
        review: what is in force.
        looks: what should be looked at again.
        changed: ids of the findings whose decisions have places with other words now, or that are gone.
    """

    review: Review
    looks: tuple[Look, ...] = ()
    changed: frozenset[str] = frozenset()


def carried(review: Review, texts: Mapping[str, Document]) -> Carried:
    """Carry a review over; where no document was replaced it stays as it is.

    Args:
        review: as it was made.
        texts: all versions of its documents, by digest.
    """
    return Carrier(texts).carried(review)


class Carrier:
    """Carries reviews of the same texts over and remembers what it found.

    Args:
        texts: all versions of the documents, by digest; may grow.
    """

    def __init__(self, texts: Mapping[str, Document]) -> None:
        self._texts = texts
        self._shifts: dict[tuple[str, str], Shift] = {}
        self._found: dict[tuple[Quoted, str], Found | None] = {}

    def carried(self, review: Review) -> Carried:
        """Carry one review over, see ``carried``."""
        now = {old: document.digest for document in review.documents for old in document.earlier}
        for document in review.documents:
            now.pop(document.digest, None)
        now = {old: new for old, new in now.items() if old in self._texts and new in self._texts}
        return _Carrying(self, review, now).result() if now else Carried(review)

    def find(self, quoted: Quoted, new: str) -> Found | None:
        """Where quoted words of one version stand in another."""
        key = (quoted, new)
        if key not in self._found:
            versions = (quoted.anchor.digest, new)
            if versions not in self._shifts:
                self._shifts[versions] = Shift(*(self._texts[digest] for digest in versions))
            self._found[key] = self._shifts[versions].find(quoted)
        return self._found[key]

    def quoted(self, anchor: Anchor) -> Quoted:
        """A place with its words."""
        text = self._texts[anchor.digest].text
        return quote(
            text, anchor.digest, Span(min(anchor.span.start, len(text)), min(anchor.span.end, len(text)))
        )


class _Carrying:
    """One review on its way to new versions of its documents."""

    def __init__(self, carrier: Carrier, review: Review, now: Mapping[str, str]) -> None:
        self._carrier = carrier
        self._review = review
        self._now = now
        self._looks: list[Look] = []
        self._changed = set[str]()

    def result(self) -> Carried:
        review = self._review
        notes = {key: kept for key, old in review.notes.items() if (kept := self._note(old)) is not None}
        decisions = {key: self._spoken(entry) for key, entry in review.decisions.items()}
        tags = {key: self._spoken(tagged) for key, tagged in review.tags.items()}
        realigned = [self._realigned(aligned) for aligned in review.realigned]
        corrections = [self._correction(fact) for fact in review.corrections]
        boilerplate = []
        for entry in review.boilerplate:
            anchor, _ = self._moved(entry.action.anchor)
            if anchor:
                boilerplate.append(with_action(entry, replace(entry.action, anchor=anchor)))
        spin = {}
        for said in review.spin.values():
            digest, original = (self._now.get(d, d) for d in (said.action.digest, said.action.original))
            spin[digest] = with_action(said, replace(said.action, digest=digest, original=original))
        return Carried(
            replace(
                review,
                notes=notes,
                decisions=decisions,
                tags=tags,
                realigned=tuple(aligned for aligned in realigned if aligned),
                corrections=tuple(right for right in corrections if right),
                boilerplate=tuple(boilerplate),
                spin=spin,
            ),
            tuple(self._looks),
            frozenset(self._changed),
        )

    def _place(self, quoted: Quoted) -> tuple[Quoted | None, bool]:
        """Where quoted words stand now, and whether they were changed; None if they are gone."""
        new = self._now.get(quoted.anchor.digest)
        if new is None:
            return quoted, False
        found = self._carrier.find(quoted, new)
        if found is None:
            return None, True
        return self._carrier.quoted(Anchor(new, found.span)), found.how == "like"

    def _moved(self, anchor: Anchor) -> tuple[Anchor | None, bool]:
        if anchor.digest not in self._now:
            return anchor, False
        found, changed = self._place(self._carrier.quoted(anchor))
        return (found.anchor if found else None), changed

    def _all_moved(self, anchors: Iterable[Anchor]) -> tuple[tuple[Anchor, ...], bool]:
        """Those that still stand somewhere, and whether any was changed or is gone."""
        moved = [self._moved(anchor) for anchor in anchors]
        return tuple(anchor for anchor, _ in moved if anchor), any(changed for _, changed in moved)

    def _note(self, kept: KeptNote) -> KeptNote | None:
        place, changed = self._place(kept.note.quoted)
        if changed:
            where = (place.anchor,) if place else ()
            self._looks.append(Look(kept.note, "changed" if place else "gone", kept.by, kept.at, where))
        return replace(kept, note=replace(kept.note, quoted=place)) if place else None

    def _spoken(self, entry: Entry[S]) -> Entry[S]:
        # Whether it still has a finding to stand at is seen when there is a comparison.
        found = [self._place(quoted) for quoted in entry.action.places]
        if any(changed for _, changed in found):
            self._changed.add(entry.action.finding)
        places = tuple(place for place, _ in found if place)
        return with_action(entry, replace(entry.action, places=places))

    def _realigned(self, entry: Entry[Realigned]) -> Entry[Realigned] | None:
        pins, doubtful, where = [], False, []
        for pin in entry.action.pins:
            passages, changed = self._all_moved(pin.passages)
            others, others_changed = self._all_moved(pin.others)
            doubtful = doubtful or changed or others_changed
            where += [*passages, *others]
            silent = tuple(self._now.get(digest, digest) for digest in pin.silent)
            if len(passages) > 1 or (passages and (others or silent)):
                pins.append(replace(pin, passages=passages, others=others, silent=silent))
        return self._kept(entry, replace(entry.action, pins=tuple(pins)) if pins else None, doubtful, where)

    def _correction(self, entry: Entry[FactCorrection]) -> Entry[FactCorrection] | None:
        correction = entry.action
        mentions, changed = self._all_moved(correction.mentions)
        others, others_changed = self._all_moved(correction.apart_from)
        least = 2 if correction.kind == "same fact" and len(correction.mentions) > 1 else 1
        holds = len(mentions) >= least and (others or not correction.apart_from)
        new = replace(correction, mentions=mentions, apart_from=others) if holds else None
        return self._kept(entry, new, changed or others_changed, mentions)

    def _kept(
        self, entry: Entry[P], new: P | None, doubtful: bool, where: Sequence[Anchor]
    ) -> Entry[P] | None:
        if doubtful or new is None:
            why: Why = "changed" if new is not None else "gone"
            self._looks.append(Look(entry.action, why, entry.by, entry.at, tuple(where)))
        return with_action(entry, new) if new is not None else None


def with_action(entry: Entry[A], action: A) -> Entry[A]:
    """The entry as if this had been done."""
    return replace(entry, action=action)
