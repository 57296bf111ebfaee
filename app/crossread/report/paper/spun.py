"""Spun copies on paper: the verdicts with their evidence, and the ledger of swaps."""

from crossread.comparison import Comparison
from crossread.present.ledger import SOURCE_NAMES
from crossread.report.paper.model import Block, Cell, Paragraph, Run, Section, cell, plain, table
from crossread.report.paper.texts import short
from crossread.report.words import counted
from crossread.spin.ledger import LedgerEntry, ledger
from crossread.text.shown import one_line, percent

_MOST_ENTRIES = 500


def spun_copies(comparison: Comparison) -> Section:
    """Which documents are spun, why that is thought, and what was swapped in them."""
    blocks: list[Block] = []
    for verdict in comparison.spin.verdicts:
        if verdict.band == "none":
            continue
        document = comparison.document[verdict.document]
        original = f", a copy of {verdict.original}" if verdict.original else ""
        title = Run(f" {short(document.title or document.name)}", ("strong",))
        blocks.append(plain(Run(document.id, ("letter",)), title, f" · spun: {verdict.band}{original}"))
        blocks += [Paragraph((Run(one_line(sentence)),), "list item") for sentence in verdict.evidence]
    if not blocks:
        return Section("spun", "Spun copies", ())
    entries = ledger(comparison.spin, comparison.documents)
    places = sum(entry.count for entry in entries)
    blocks.append(plain(f"{counted(len(entries), 'different swap')} in {counted(places, 'place')}."))
    return Section("spun", "Spun copies", tuple(blocks))


def swaps(comparison: Comparison) -> Section:
    """The ledger: every swap, how often and how steadily it was made."""
    entries = ledger(comparison.spin, comparison.documents)
    heads = ("likely original", "swap", "times", "documents", "how steadily", "how it is known")
    lines = [_entry(entry) for entry in entries[:_MOST_ENTRIES]]
    blocks: list[Block] = [table(heads, lines, (0.18, 0.2, 0.06, 0.1, 0.16, 0.3))] if lines else []
    if len(entries) > _MOST_ENTRIES:
        left = len(entries) - _MOST_ENTRIES
        blocks.append(plain(f"{left:,} more are left out here; the exported table has them all."))
    return Section("swaps", "Ledger of swaps", tuple(blocks), in_summary=False)


def _entry(entry: LedgerEntry) -> list[Cell | str]:
    known = [f"{SOURCE_NAMES[entry.source]}, {percent(min(entry.score, 0.99))} sure"]
    known += [entry.label] if entry.label else []
    known += ["inside quotation marks"] if any(place.in_quotation for place in entry.places) else []
    others = f" (else {', '.join(map(one_line, entry.variants[:3]))})" if entry.variants else ""
    return [
        one_line(entry.original),
        cell(Run(one_line(entry.written), ("spun",))),
        f"{entry.count:,}",
        ", ".join(entry.documents),
        f"{percent(entry.consistency)}{others}",
        "; ".join(known),
    ]
