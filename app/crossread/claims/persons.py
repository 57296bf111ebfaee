"""Who is spoken of where: the names of documents by passage, for finding out who speaks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.claims.joining import Group, grouped
from crossread.claims.name import NameKind
from crossread.claims.standins import stand_ins
from crossread.progress import IsCancelled, never_cancelled
from crossread.text.document import Document


@dataclass(frozen=True, slots=True)
class Named:
    """A name at one place: its tokens in its passage, where it starts in the text, and what it stands for.

    Attributes:
        start, end: its tokens in the passage, half-open.
        offset: where it starts in the document, in code points.
        label, kind: of the name that it stands for.
        medium: it is a newspaper, an agency or another medium.
    """

    start: int
    end: int
    offset: int
    label: str
    kind: NameKind
    medium: bool


class WhoIsWhere:
    """The names of documents on one event, by passage and in the order of each text."""

    def __init__(self, documents: Sequence[Document], cancelled: IsCancelled = never_cancelled) -> None:
        by_passage: defaultdict[str, list[Named]] = defaultdict(list)
        people: defaultdict[str, list[Named]] = defaultdict(list)
        groups = grouped(documents, cancelled)
        for group in groups:
            medium = _is_medium(group)
            for mention in group.mentions:
                found = mention.candidate
                named = Named(found.start, found.end, mention.span.start, group.label, group.kind, medium)
                by_passage[mention.sentence.passage.id].append(named)
                if group.kind == "person":
                    people[mention.sentence.document].append(named)
        for listed in (*by_passage.values(), *people.values()):
            listed.sort(key=lambda named: named.offset)
        self._by_passage = dict(by_passage)
        self._starts = {passage: [named.start for named in listed] for passage, listed in by_passage.items()}
        self._people = dict(people)
        self._people_at = {
            document: [named.offset for named in listed] for document, listed in people.items()
        }
        self._stand_ins = {
            (each.document, each.span.start): Named(
                0, 0, each.span.start, groups[number].label, groups[number].kind, _is_medium(groups[number])
            )
            for number, mentions in stand_ins(documents, groups).items()
            for each in mentions
        }

    def first(self, passage: str, before: int) -> Named | None:
        """The first name of a passage, if it ends before a token."""
        listed = self._by_passage.get(passage)
        return listed[0] if listed and listed[0].end <= before else None

    def at(self, passage: str, token: int) -> Named | None:
        """The name that holds a token."""
        near = self.starting(passage, token - 12, token)
        return next((named for named in reversed(near) if named.end > token), None)

    def starting(self, passage: str, first: int, last: int) -> Sequence[Named]:
        """The names that begin at tokens ``first`` to ``last``, both included, in their order."""
        starts = self._starts.get(passage, [])
        return self._by_passage.get(passage, [])[bisect_left(starts, first) : bisect_left(starts, last + 1)]

    def stands_for(self, document: str, offset: int) -> Named | None:
        """What a phrase such as "the company" at an offset plainly stands for."""
        return self._stand_ins.get((document, offset))

    def last_person(self, document: str, before: int) -> Named | None:
        """The person named last before an offset of a document."""
        at = bisect_left(self._people_at.get(document, []), before)
        return self._people[document][at - 1] if at else None


def _is_medium(group: Group) -> bool:
    return any(
        mention.candidate.known is not None and mention.candidate.known.medium for mention in group.mentions
    )


@lru_cache(maxsize=4)
def _kept(_documents: tuple[Document, ...]) -> list[WhoIsWhere]:
    """Where the names of documents are kept once they are found."""
    return []


def who_is_where(documents: Iterable[Document], cancelled: IsCancelled = never_cancelled) -> WhoIsWhere:
    """The names of documents by passage; quick when asked again for the same documents.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    documents = tuple(documents)
    kept = _kept(documents)
    if not kept:
        kept.append(WhoIsWhere(documents, cancelled))
    return kept[0]
