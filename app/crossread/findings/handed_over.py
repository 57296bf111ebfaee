"""What spun text hands over: names, numbers and quotations in it keep their own kind of finding, with a warning.

A spinner alters them like any other word, so whatever they say is not to be trusted, and the reader is told so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crossread.comparison import Comparison, FindingKind, Place
from crossread.findings.draft import Draft, listed, row_of_most, words_at
from crossread.spin.verdict import Swap, SwapLabel

KINDS: dict[SwapLabel, FindingKind] = {"number": "numbers", "name": "names", "quotation": "quotations"}
"""The labels of swaps that are no mere change of words, and the findings they belong to."""

_WHAT: dict[FindingKind, str] = {
    "numbers": "figures", "names": "names", "quotations": "words between quotation marks",
}  # fmt: skip


def warned(comparison: Comparison, draft: Draft) -> None:
    """Mark a finding on figures, names or quotations that stand in spun text, and say so in its sentence."""
    if draft.kind not in _WHAT:
        return
    spun = [place.document for place in draft.places if comparison.is_spun(place)]
    if not spun:
        return
    draft.in_spun_text = True
    if "that was spun" not in draft.detail:  # quotations say it in their own words
        draft.detail = f"{draft.detail} {warning(draft.kind, list(dict.fromkeys(spun)))}".strip()


def warning(kind: FindingKind, documents: Sequence[str]) -> str:
    """One sentence: the text around it is spun.

    Args:
        kind: what stands there.
        documents: ids of those in which it stands in spun text.
    """
    return (
        f"The text around it in {listed(sorted(documents))} is spun: its {_WHAT[kind]} may have been altered."
    )


def altered(comparison: Comparison, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Figures, names and quoted words that a copy changed, where its original is at hand and no draft tells it yet."""
    known: dict[tuple[FindingKind, str], list[Place]] = defaultdict(list)
    for draft in drafts:
        for place in draft.places:
            known[draft.kind, place.document].append(place)
    groups: dict[tuple[FindingKind, str, str, str, str], list[Swap]] = defaultdict(list)
    for swap in comparison.spin.swaps:
        kind = KINDS.get(swap.label)
        if kind is None or any(place.span.overlaps(swap.span) for place in known[kind, swap.document]):
            continue
        written = words_at(comparison, Place(swap.document, swap.span))
        original = words_at(comparison, Place(swap.other, swap.other_span))
        groups[kind, swap.document, swap.other, written, original].append(swap)
    for (kind, document, other, written, original), swaps in groups.items():
        places = tuple(Place(swap.document, swap.span) for swap in swaps)
        beside = tuple(Place(swap.other, swap.other_span) for swap in swaps)
        yield Draft(
            kind,
            "high",
            f"“{written}” for “{original}”",
            f"{document} says “{written}” where {other}, whose text it follows, says “{original}”.",
            (*places, *beside),
            "",
            row_of_most(comparison, places),
        )
