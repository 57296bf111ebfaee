"""The names of several documents, joined across spellings and judged."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from crossread.align.link import Link
from crossread.claims.joining import Group, grouped
from crossread.claims.name import Name, NameMention, NameVerdict
from crossread.claims.roles import in_the_same_role
from crossread.claims.standins import stand_ins
from crossread.claims.tampering import cleaned
from crossread.progress import IsCancelled, check, never_cancelled, watched
from crossread.text.document import Document


def names(
    documents: Sequence[Document],
    links: Sequence[Link] = (),
    cancelled: IsCancelled = never_cancelled,
) -> tuple[Name, ...]:
    """The people, organisations, places, products and laws that documents name.

    Args:
        documents: in any order; the outcome is the same.
        links: passages that say the same thing, where a name may stand in another's place.
        cancelled: asked between some sentences.

    Returns:
        In the order of their first mention, document by document.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    groups = grouped(documents, cancelled)
    order = {document.id: number for number, document in enumerate(documents)}
    check(cancelled)
    referring = stand_ins(documents, groups)
    found = []
    for number, group in enumerate(groups):
        check(cancelled)
        mentions = [
            NameMention(each.sentence.document, each.sentence.passage.id, each.span, each.text)
            for each in group.mentions
        ]
        mentions.extend(referring.get(number, ()))
        mentions.sort(key=lambda mention: (order[mention.document], mention.span))
        found.append((group, tuple(mentions)))
    check(cancelled)
    found.sort(key=lambda entry: (order[entry[1][0].document], entry[1][0].span))
    ids = [_stable_id(group, mentions) for group, mentions in watched(found, cancelled, 100)]
    others = in_the_same_role([group for group, _ in found], documents, links, cancelled)
    return tuple(
        Name(
            ids[number],
            group.label,
            group.kind,
            mentions,
            _forms(mentions),
            group.misspelt,
            group.roles,
            tuple(sorted(ids[other] for other in others.get(number, ()))),
            _verdict(mentions, bool(others.get(number))),
        )
        for number, (group, mentions) in enumerate(watched(found, cancelled, 100))
    )


def _forms(mentions: Sequence[NameMention]) -> tuple[str, ...]:
    counted = Counter(mention.text for mention in mentions if not mention.refers)
    return tuple(sorted(counted, key=lambda form: (-counted[form], form)))


def _verdict(mentions: Sequence[NameMention], replaced: bool) -> NameVerdict:
    written: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if not mention.refers:
            written[mention.document].add(" ".join(cleaned(mention.text).replace("’", "'").split()))
    if replaced:
        return "other name"
    if len(written) == 1:
        return "one source"
    return "same" if set.intersection(*written.values()) else "spelling"


def _stable_id(group: Group, mentions: Sequence[NameMention]) -> str:
    forms = " ".join(sorted({mention.text for mention in mentions}))
    return (
        "n"
        + hashlib.sha256(f"{group.kind} {group.label} {forms}".encode("utf-8", "surrogatepass")).hexdigest()[
            :12
        ]
    )
