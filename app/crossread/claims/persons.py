"""Who is spoken of where: the names of documents by passage, for finding out who speaks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.claims.joining import grouped
from crossread.claims.name import NameKind
from crossread.claims.standins import stand_ins
from crossread.text.document import Document


@dataclass(frozen=True, slots=True)
class Named:
    """A name at one place: its tokens in its passage, where it starts in the text, and what it stands for."""

    start: int
    end: int
    offset: int
    label: str
    kind: NameKind
    medium: bool


class WhoIsWhere:
    """The names of documents on one event, by passage and in the order of each text."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._by_passage: defaultdict[str, list[Named]] = defaultdict(list)
        self._people: defaultdict[str, list[Named]] = defaultdict(list)
        self._stand_ins: dict[tuple[str, int], Named] = {}
        groups = grouped(documents)
        for number, mentions in stand_ins(documents, groups).items():
            group = groups[number]
            for each in mentions:
                self._stand_ins[each.document, each.span.start] = Named(
                    0, 0, each.span.start, group.label, group.kind, any(m.candidate.known and m.candidate.known.medium for m in group.mentions)
                )
        for group in groups:
            for mention in group.mentions:
                found = mention.candidate
                medium = found.known is not None and found.known.medium
                named = Named(found.start, found.end, mention.span.start, group.label, group.kind, medium)
                self._by_passage[mention.sentence.passage.id].append(named)
                if group.kind == "person":
                    self._people[mention.sentence.document].append(named)
        for listed in (*self._by_passage.values(), *self._people.values()):
            listed.sort(key=lambda named: named.offset)

    def in_passage(self, passage: str) -> Sequence[Named]:
        """The names in a passage, in its order."""
        return self._by_passage.get(passage, ())

    def stands_for(self, document: str, offset: int) -> Named | None:
        """What a phrase such as "the company" at an offset plainly stands for."""
        return self._stand_ins.get((document, offset))

    def last_person(self, document: str, before: int) -> Named | None:
        """The person named last before an offset of a document."""
        people = self._people.get(document, [])
        at = bisect_left([named.offset for named in people], before)
        return people[at - 1] if at else None


@lru_cache(maxsize=4)
def _who_is_where(documents: tuple[Document, ...]) -> WhoIsWhere:
    return WhoIsWhere(documents)


def who_is_where(documents: Iterable[Document]) -> WhoIsWhere:
    """The names of documents by passage; quick when asked again for the same documents."""
    return _who_is_where(tuple(documents))
