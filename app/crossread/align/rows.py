"""Links become topics: the passages of all documents that say the same thing."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crossread.align.link import Link, Row
from crossread.align.pin import Pin
from crossread.align.pins import Pins
from crossread.text.document import Document

_AGREEING = 0.22  # mean score of the links between two groups that become one row
_ABOVE = ("heading", "caption")  # what stands above or beside the text of a document


def rows(documents: Sequence[Document], links: Sequence[Link], pins: Sequence[Pin] = ()) -> tuple[Row, ...]:
    """Group linked passages into topics.

    Links are followed from the strongest on, those between headings and text last. Two groups become one if the pairs
    of passages that this brings together are linked themselves: so links must agree with one another round the
    documents, and a chain of weak links does not pull everything into one row. A passage stands in one row at most, and
    no heading in a row with a sentence of its own document: a reader sees it above that.

    Args:
        documents: the documents compared.
        links: their links.
        pins: what a person said of the alignment; rows hold what was pinned together and nothing that is kept out.

    Returns:
        The rows, in the order in which the first document that speaks in each tells them.
    """
    place = {
        passage.id: (document.digest, passage.span.start, passage.span.end)
        for document in documents
        for passage in document.passages
    }
    linked: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        linked[link.a][link.b] = linked[link.b][link.a] = link.score
    headings = {p.id: document.id for document in documents for p in document.passages if p.kind == "heading"}
    texts = {p.id: document.id for document in documents for p in document.passages if p.kind not in _ABOVE}
    settled = Pins(documents, pins)
    group = {passage: settled.group(passage) for passage in linked}
    for link in _in_turn(links, texts, place):
        one, other = group[link.a], group[link.b]
        if one is other or (settled and settled.forbids(one, other)):
            continue
        if _agree(one, other, linked) and not _headed(one, other, headings, texts):
            merged = one | other
            for passage in merged:
                group[passage] = merged
    groups = {members for members in group.values() if len(members) > 1}
    if settled:  # passages of one document that were pinned together are a row only with those of another
        of = {passage.id: document.id for document in documents for passage in document.passages}
        groups = {members for members in groups if len({of[passage] for passage in members}) > 1}
    return _ordered(documents, groups, place)


def _in_turn(
    links: Sequence[Link], texts: Mapping[str, str], place: Mapping[str, tuple[str, int, int]]
) -> list[Link]:
    """The strongest first, but those between a heading and text last: it must not keep its own text out of a row."""

    def turn(link: Link) -> tuple[object, ...]:
        mixed = (link.a in texts) != (link.b in texts)
        return mixed, -link.score, *sorted((place[link.a], place[link.b]))

    return sorted(links, key=turn)


def _agree(one: frozenset[str], other: frozenset[str], linked: dict[str, dict[str, float]]) -> bool:
    """Whether the pairs between two groups have links enough: their mean score, 0 for a pair without a
    link.
    """
    pairs, joined = 0, 0.0
    for a in one:
        for b in other:
            pairs += 1
            joined += linked[a].get(b, 0.0)
    return joined >= _AGREEING * pairs


def _headed(
    one: frozenset[str], other: frozenset[str], headings: Mapping[str, str], texts: Mapping[str, str]
) -> bool:
    """Whether either group holds a heading of a document that has text in the other."""
    return any(
        not {headings[p] for p in some if p in headings}.isdisjoint(texts[p] for p in rest if p in texts)
        for some, rest in ((one, other), (other, one))
    )


def _ordered(
    documents: Sequence[Document], groups: set[frozenset[str]], place: dict[str, tuple[str, int, int]]
) -> tuple[Row, ...]:
    number = {
        passage.id: (at, order)
        for at, document in enumerate(documents)
        for order, passage in enumerate(document.passages)
    }
    found = []
    for members in sorted(groups, key=lambda members: min(number[passage] for passage in members)):
        key = repr(sorted(place[passage] for passage in members))
        speaking: dict[str, list[str]] = defaultdict(list)
        for passage in sorted(members, key=lambda passage: number[passage]):
            speaking[documents[number[passage][0]].id].append(passage)
        identity = hashlib.sha256(key.encode()).hexdigest()[:12]
        found.append(Row(identity, tuple((name, tuple(ids)) for name, ids in speaking.items())))
    return tuple(found)
