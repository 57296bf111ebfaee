"""What a reader steps through: the differences of a comparison, numbered, gravest first."""

import hashlib
from typing import get_args

from crossread.comparison import Comparison, Finding, FindingKind, Severity
from crossread.findings import handed_over
from crossread.findings.claimed import certainty, characters, names, quotations
from crossread.findings.differences import missing, moved, numbers, spun, wording
from crossread.findings.draft import Draft
from crossread.progress import IsCancelled, check, never_cancelled, watched

_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
_LOOKS = (numbers, quotations, names, certainty, characters, wording, spun, missing, moved)


def findings(comparison: Comparison, cancelled: IsCancelled = never_cancelled) -> tuple[Finding, ...]:
    """Everything a reader steps through, in the order of stepping: by kind, then by severity, then by place.

    Args:
        comparison: all but its findings.
        cancelled: asked between findings.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    drafts: list[Draft] = []
    for look in _LOOKS:
        check(cancelled)
        for draft in wording(comparison, cancelled) if look is wording else look(comparison):
            check(cancelled)
            drafts.append(draft)
    drafts += handed_over.altered(comparison, drafts)
    for draft in watched(drafts, cancelled, 200):
        handed_over.warned(comparison, draft)
    ids = {id(draft): _stable_id(comparison, draft) for draft in watched(drafts, cancelled, 200)}
    order = {
        id(draft): (*_order(comparison, draft), ids[id(draft)]) for draft in watched(drafts, cancelled, 200)
    }
    drafts.sort(key=lambda draft: order[id(draft)])
    return tuple(
        Finding(
            number=number,
            id=ids[id(draft)],
            kind=draft.kind,
            severity=draft.severity,
            title=draft.title,
            detail=draft.detail,
            badge=draft.badge,
            row=draft.row,
            places=draft.places,
            in_spun_text=draft.in_spun_text,
        )
        for number, draft in enumerate(watched(drafts, cancelled, 1_000), 1)
    )


def _order(comparison: Comparison, draft: Draft) -> tuple[int, int, int, list[tuple[float, str, int, int]]]:
    """Gravest first, then as it stands in the texts, told by their words: neither letters nor white space count."""
    places = []
    for place in draft.places:
        document = comparison.document[place.document]
        start = document.single_spaced.offset(place.span.start)
        share = start / max(1, len(document.single_spaced.text))
        places.append((share, document.words_digest, start, document.single_spaced.offset(place.span.end)))
    return (
        _KINDS.index(draft.kind),
        _SEVERITIES.index(draft.severity),
        -len({place.document for place in draft.places}),
        sorted(places) or [(1.0, "", 0, 0)],
    )


def _stable_id(comparison: Comparison, draft: Draft) -> str:
    """The same for the same difference of the same texts, under whatever letters they are open."""
    places = sorted(
        (comparison.document[place.document].digest, place.span.start, place.span.end)
        for place in draft.places
    )
    return hashlib.sha256(repr((draft.kind, places)).encode()).hexdigest()[:12]
