"""What a reader steps through: the differences of a comparison, numbered, gravest first."""

import hashlib
from typing import get_args

from crossread.comparison import Comparison, Finding, FindingKind, Severity
from crossread.findings.claimed import certainty, characters, names, quotations
from crossread.findings.differences import missing, moved, numbers, spun, wording
from crossread.findings.draft import Draft

_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


def findings(comparison: Comparison) -> tuple[Finding, ...]:
    """Everything a reader steps through, in the order of stepping: by kind, then by severity, then by place.

    Args:
        comparison: all but its findings.
    """
    drafts = [
        *numbers(comparison),
        *quotations(comparison),
        *names(comparison),
        *certainty(comparison),
        *characters(comparison),
        *wording(comparison),
        *spun(comparison),
        *missing(comparison),
        *moved(comparison),
    ]
    drafts.sort(key=lambda draft: _order(comparison, draft))
    return tuple(
        Finding(
            number=number,
            id=_stable_id(comparison, draft),
            kind=draft.kind,
            severity=draft.severity,
            title=draft.title,
            detail=draft.detail,
            badge=draft.badge,
            row=draft.row,
            places=draft.places,
        )
        for number, draft in enumerate(drafts, 1)
    )


def _order(comparison: Comparison, draft: Draft) -> tuple[int, int, int, float, str]:
    earliest = min(
        (place.span.start / max(1, len(comparison.document[place.document].text)) for place in draft.places),
        default=1.0,
    )
    documents = len({place.document for place in draft.places})
    return (
        _KINDS.index(draft.kind),
        _SEVERITIES.index(draft.severity),
        -documents,
        earliest,
        _stable_id(comparison, draft),
    )


def _stable_id(comparison: Comparison, draft: Draft) -> str:
    """The same for the same difference of the same texts, under whatever letters they are open."""
    places = sorted(
        (comparison.document[place.document].digest, place.span.start, place.span.end)
        for place in draft.places
    )
    return hashlib.sha256(repr((draft.kind, places)).encode()).hexdigest()[:12]
