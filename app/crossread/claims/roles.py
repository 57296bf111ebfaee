"""Offices that names hold, and names that stand in another's place in another document."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from crossread.align.link import Link
from crossread.claims import lexicon
from crossread.claims.candidate import Candidate
from crossread.progress import IsCancelled, never_cancelled, watched
from crossread.text.document import Document

if TYPE_CHECKING:
    from crossread.claims.joining import Group, Occurrence

_HELD_BY_MANY = frozenset(
    "professor analyst economist researcher scientist author writer journalist lawyer engineer officer "
    "detective director  "
    "manager spokesman actor singer historian candidate leader lawmaker owner founder editor minister "
    "secretary chief boss  "
    "counsel president judge prosecutor coach captain king queen prince princess ambassador general mayor "
    "governor  "
    "commissioner chairman legislator father cardinal bishop private major sergeant colonel constable "
    "pilot".split()
) | {"chief executive", "prime minister"}  # fmt: skip
_HELD_BY_ONE = frozenset(  # at a time and place; in passages on the same thing two names are one too many
    "president mayor governor chairman coach captain king queen prince princess ambassador commissioner bishop "
    "judge chancellor spokesman spokeswoman".split()
) | {"chief executive", "prime minister"}
_SURE_LINK = 0.5


def shared_roles(found: list[Candidate]) -> list[Candidate]:
    """Give the second of "Senators Bill Lee and Ann Cho" the office of the first."""
    for first, second in pairwise(found):
        between = [token.text for token in first.sentence.tokens[first.end : second.start]]
        plural = first.start and first.sentence.tokens[first.start - 1].text.rstrip(".").endswith("s")
        listed = between in (["and"], [","], [",", "and"], ["&"]) and (plural or first.votes.get("listed"))
        if first.titled and listed and not second.titled and not second.known and len(second.words) < 4:
            second.titled, second.role, second.weak = True, first.role, False
            second.votes = {"listed": 1}
    return found


def role_after(candidate: Candidate) -> str:
    """The office that stands behind a name: "Ana Lee, chief executive of Acme"."""
    tokens = candidate.sentence.tokens
    at = candidate.end
    if at >= len(tokens) or tokens[at].text != ",":
        return ""
    window = [token.text.casefold().replace(".", "") for token in tokens[at + 1 : at + 9]]
    for start in range(min(4, len(window))):
        for length in (4, 3, 2, 1):
            office = lexicon.titles().get(tuple(window[start : start + length]))
            if office and start + length <= len(window):
                return office
        if window[start] in (",", ".", ";", "who", "which", "and", "said", "says"):
            return ""
    return ""


def in_the_same_role(
    groups: Sequence["Group"],
    documents: Sequence[Document],
    links: Iterable[Link],
    cancelled: IsCancelled = never_cancelled,
) -> dict[int, set[int]]:
    """For each group the groups that other documents put in its place: the same office, or the same words around.

    Raises:
        Cancelled: ``cancelled``, asked between some groups and links, answered True.
    """
    others: defaultdict[int, set[int]] = defaultdict(set)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(watched(groups, cancelled, 200)):
        for role in group.roles:
            if group.kind == "person" and role not in _HELD_BY_MANY:
                holders[role].append(number)
    for numbers in watched(holders.values(), cancelled):
        named_in = {
            document.id: {at for at in numbers if document.id in groups[at].documents}
            for document in documents
        }
        for at in numbers:
            for other in numbers:
                if at != other and _exclude(named_in, at, other):
                    others[at].add(other)
    for at, other in _substituted(groups, watched(links, cancelled, 500)):
        others[at].add(other)
        others[other].add(at)
    return dict(others)


def _exclude(named_in: dict[str, set[int]], at: int, other: int) -> bool:
    """Whether some document names only ``at`` in an office and another only ``other``, with none in common."""
    mine = [found for found in named_in.values() if at in found]
    theirs = [found for found in named_in.values() if other in found]
    return all(not (one & two) for one in mine for two in theirs)


def _substituted(groups: Sequence["Group"], links: Iterable[Link]) -> Iterable[tuple[int, int]]:
    by_passage: defaultdict[str, dict[int, Occurrence]] = defaultdict(dict)
    for number, group in enumerate(groups):
        for mention in group.mentions:
            by_passage[mention.sentence.passage.id].setdefault(number, mention)
    for link in links:
        if link.score < _SURE_LINK:
            continue
        a, b = by_passage.get(link.a, {}), by_passage.get(link.b, {})
        for kind in ("person", "organisation", "place", "product", "law"):
            only_a = [at for at in a if at not in b and groups[at].kind == kind]
            only_b = [at for at in b if at not in a and groups[at].kind == kind]
            if len(only_a) == 1 and len(only_b) == 1:
                one, other = only_a[0], only_b[0]
                apart = not groups[one].documents & groups[other].documents
                shared = set(groups[one].roles) & set(groups[other].roles) & _HELD_BY_ONE
                if apart and (shared or _same_place(a[one].candidate, b[other].candidate)):
                    yield one, other


def _same_place(a: Candidate, b: Candidate) -> bool:
    """Whether two names stand between the same words."""

    def beside(candidate: Candidate) -> tuple[str, str]:
        tokens = candidate.sentence.tokens
        before = tokens[candidate.start - 1].normal if candidate.start else ""
        after = tokens[candidate.end].normal if candidate.end < len(tokens) else ""
        return before, after

    (before_a, after_a), (before_b, after_b) = beside(a), beside(b)
    return before_a == before_b and after_a == after_b and bool(before_a.isalpha() or after_a.isalpha())
