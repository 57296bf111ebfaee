"""Pins on the passages at hand: what must be linked, what must not, and which of two that contradict holds."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from crossread.align.pin import Pin
from crossread.text.anchor import Anchor
from crossread.text.document import Document


class Pins:
    """What pins come to for certain documents.

    The newest pin holds whole; an older one as far as no newer one contradicts it. So pins are settled from the newest
    to the oldest: passages become groups as in union-find, and no group takes in what a newer pin keeps out.

    Attributes:
        groups: passages pinned together, by id; groups of one document alone are no rows, but stay together.
        overruled: numbers of the pins that do not hold whole.
    """

    def __init__(self, documents: Sequence[Document], pins: Sequence[Pin]) -> None:
        self._document = {p.id: document.id for document in documents for p in document.passages}
        self._by_digest: defaultdict[str, list[Document]] = defaultdict(list)
        for document in documents:
            self._by_digest[document.digest].append(document)
        self._group: dict[str, frozenset[str]] = {}
        self._closed: dict[frozenset[str], frozenset[str]] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self.overruled: list[int] = []
        for number in reversed(range(len(pins))):
            pin = pins[number]
            holds = self._together(pin) if pin.kind == "together" else self._part(pin)
            if not holds:
                self.overruled.append(number)
        self.groups = tuple(dict.fromkeys(self._group.values()))

    def __bool__(self) -> bool:
        return bool(self._closed or self._apart)

    def group(self, passage: str) -> frozenset[str]:
        """The passages pinned together with one, itself among them."""
        return self._group.get(passage, frozenset((passage,)))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Passages of two documents that must be linked."""
        for group in self.groups:
            for one, other in combinations(sorted(group), 2):
                if self._document[one] != self._document[other]:
                    yield one, other

    def forbids(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two sets of passages must not stand in one row."""
        mine, theirs = self._whole(one), self._whole(other)
        if any(self._apart.get(passage, set()) & theirs for passage in mine):
            return True
        return self._shut(mine, theirs) or self._shut(theirs, mine)

    def touches(self, passage: str) -> bool:
        """Whether anything was said of a passage."""
        return passage in self._group or passage in self._apart or frozenset((passage,)) in self._closed

    def _whole(self, passages: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self.group(passage) for passage in passages))

    def _shut(self, group: frozenset[str], others: frozenset[str]) -> bool:
        """Whether the others stand in a document of which the group is complete."""
        closed = frozenset().union(
            *(self._closed.get(part, frozenset()) for part in {self.group(passage) for passage in group})
        )
        return any(self._document[passage] in closed for passage in others - group)

    def _together(self, pin: Pin) -> bool:
        """Join the passages of a pin; where newer pins keep some apart, those that may be."""
        parts: list[list[str]] = []
        for passage in dict.fromkeys(p for anchor in pin.passages for p in self._passages(anchor)):
            for part in parts:
                if passage in self.group(part[0]) or not self.forbids(part[:1], [passage]):
                    self._join(self.group(part[0]), self.group(passage))
                    part.append(passage)
                    break
            else:
                parts.append([passage])
        silent = {document.id for digest in pin.silent for document in self._by_digest.get(digest, ())}
        for part in parts:
            group = self.group(part[0])
            closed = {self._document[passage] for passage in part} if len(part) > 1 else set[str]()
            if group == frozenset(part):  # else a newer pin has put others with them
                closed |= silent
            if closed:
                self._closed[group] = self._closed.get(group, frozenset()) | closed
        return len(parts) <= 1

    def _join(self, one: frozenset[str], other: frozenset[str]) -> None:
        whole = one | other
        self._closed[whole] = self._closed.get(one, frozenset()) | self._closed.get(other, frozenset())
        for passage in whole:
            self._group[passage] = whole

    def _part(self, pin: Pin) -> bool:
        mine = [self._passages(anchor) for anchor in pin.passages]
        pairs: Iterable[tuple[str, str]]
        if pin.others:
            theirs = [passage for anchor in pin.others for passage in self._passages(anchor)]
            pairs = product([passage for some in mine for passage in some], theirs)
        else:
            pairs = (
                (one, other)
                for one, other in combinations([passage for some in mine for passage in some], 2)
                if self._document[one] != self._document[other]
            )
        holds = True
        for one, other in pairs:
            if other in self.group(one):
                holds = holds and one == other
            else:
                self._apart[one].add(other)
                self._apart[other].add(one)
        return holds

    def _passages(self, anchor: Anchor) -> list[str]:
        """The passages that a stretch touches; boilerplate stands in no row."""
        found = []
        for document in self._by_digest.get(anchor.digest, ()):
            starts = [passage.span.start for passage in document.passages]
            first = max(0, bisect_right(starts, anchor.span.start) - 1)
            for passage in document.passages[first:]:
                if passage.span.start >= anchor.span.end:
                    break
                if passage.span.overlaps(anchor.span) and passage.kind != "boilerplate":
                    found.append(passage.id)
        return found
