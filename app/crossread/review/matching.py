"""Decisions find their findings again in a new comparison."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from crossread.comparison import Comparison, Finding
from crossread.review.action import Decision, DecisionState, Tagged
from crossread.review.carrying import Carried, Look, Why, with_action
from crossread.text.anchor import Anchor, quote
from crossread.text.span import Span

MOST_PLACES = 20
"""Places of a finding that are kept with a decision: enough to know it again, however often a name is mentioned."""
_HALF = 0.5
_STRETCH = 200  # code points
_Spot = tuple[str, Span]


def decided(
    comparison: Comparison, finding: Finding, *, state: DecisionState, note: str = "", private: bool = False
) -> Decision:
    """A decision on a finding that will find it again.

    Args:
        comparison: in which it was found.
        finding: what is decided on.
        state, note, private: as ``Decision`` has them.
    """
    places = []
    for place in finding.places[:MOST_PLACES]:
        document = comparison.document[place.document]
        places.append(quote(document.text, document.digest, place.span))
    return Decision(
        finding.id,
        state,
        note,
        private,
        number=finding.number,
        kind=finding.kind,
        title=finding.title,
        places=tuple(places),
    )


def matched(carried_over: Carried, comparison: Comparison) -> Carried:
    """Let decisions and tags stand at the findings of a new comparison: by id, else by kind and places.

    A finding changes its id when it is seen in other places: in a new version of a text, in a document that was added,
    or because pins changed what is compared. A decision goes to the finding of its kind that stands in most of its
    places, if that is half of them and half of the finding's. Unless that stands in the same places, in the same
    words, it is not quite what was decided on, and is listed for another look. Where there is none the decision is
    listed as gone.

    Args:
        carried_over: with its places in the texts of the comparison.
        comparison: new.
    """
    review = carried_over.review
    ids = {finding.id for finding in comparison.findings}
    decisions = {key: entry for key, entry in review.decisions.items() if key in ids}
    tags = {key: entry for key, entry in review.tags.items() if key in ids}
    waiting = [key for key in dict.fromkeys((*review.decisions, *review.tags)) if key not in ids]
    if not waiting:
        return carried_over
    looks = list(carried_over.looks)
    places = _Places(comparison)
    spoken_of = decisions.keys() | tags.keys()
    free = ids - spoken_of
    for key in waiting:
        decision, tagged = review.decisions.get(key), review.tags.get(key)
        entry = decision or tagged
        assert entry is not None
        home = places.home(entry.action, free)
        if not home and places.home(entry.action, spoken_of):
            continue  # somebody has spoken of the finding as it is now: that is the later word
        if home:
            free.discard(home)
        if decision and home:
            decisions[home] = with_action(decision, replace(decision.action, finding=home))
        if tagged and home:
            tags[home] = with_action(tagged, replace(tagged.action, finding=home))
        where = tuple(quoted.anchor for quoted in entry.action.places)
        why = _doubt(
            home, bool(decision), key in carried_over.changed, bool(home) and places.are(home, where)
        )
        if why:
            looks.append(Look(entry.action, why, entry.by, entry.at, where, home))
    return replace(
        carried_over,
        review=replace(review, decisions=decisions, tags=tags),
        looks=tuple(looks),
    )


def _doubt(home: str, is_decision: bool, changed: bool, same_places: bool) -> Why | None:
    """Why something should be looked at again; tags judge nothing, and only their loss is worth a word."""
    if not home:
        return "gone"
    if not is_decision or (same_places and not changed):
        return None
    return "changed" if changed else "other places"


class _Places:
    """The findings of a comparison by where they stand."""

    def __init__(self, comparison: Comparison) -> None:
        digest = {document.id: document.digest for document in comparison.documents}
        self._places: dict[str, list[_Spot]] = {}
        self._near: defaultdict[tuple[str, str, int], set[str]] = defaultdict(set)
        for finding in comparison.findings:
            spots = [(digest[place.document], place.span) for place in finding.places[:MOST_PLACES]]
            self._places[finding.id] = spots
            for key in _keys(finding.kind, spots):
                self._near[key].add(finding.id)

    def home(self, spoken: Decision | Tagged, free: Set[str]) -> str:
        """Of these findings the one that stands in most of the places that were spoken of, or nothing."""
        old = [(quoted.anchor.digest, quoted.anchor.span) for quoted in spoken.places]
        near = set[str]().union(*(self._near.get(key, set()) for key in _keys(spoken.kind, old)))
        shares = {name: self._share(old, self._places[name]) for name in sorted(near & free)}
        best = max(shares, key=shares.__getitem__, default="")
        return best if best and shares[best] >= _HALF else ""

    def are(self, finding: str, where: Iterable[Anchor]) -> bool:
        """Whether a finding stands in just these places."""
        return set(self._places[finding]) == {(anchor.digest, anchor.span) for anchor in where}

    @staticmethod
    def _share(old: list[_Spot], new: list[_Spot]) -> float:
        mine = sum(any(_meet(place, other) for other in new) for place in old)
        theirs = sum(any(_meet(place, other) for other in old) for place in new)
        return min(mine / len(old), theirs / len(new))


def _keys(kind: str, spots: Iterable[_Spot]) -> Iterator[tuple[str, str, int]]:
    """By what findings are looked up: kind, text and stretches of it."""
    for digest, span in spots:
        for stretch in range(span.start // _STRETCH, span.end // _STRETCH + 1):
            yield kind, digest, stretch


def _meet(one: _Spot, other: _Spot) -> bool:
    """Whether two places are much the same: they share half of the longer one."""
    if one[0] != other[0]:
        return False
    shared = min(one[1].end, other[1].end) - max(one[1].start, other[1].start)
    return shared > 0 and shared >= _HALF * max(len(one[1]), len(other[1]))
