"""The part of an HTML report that shows which documents are spun, on what evidence, and what was swapped in them."""

from collections.abc import Sequence

from crossread.comparison import Comparison
from crossread.present.ledger import SOURCE_NAMES
from crossread.report.markup import Html, element, join, name
from crossread.spin.ledger import LedgerEntry, ledger
from crossread.spin.verdict import SpinVerdict
from crossread.text.shown import one_line, percent

_MOST_ENTRIES = 500  # a book's ledger would make the page too heavy to open
_HEADS = ("likely original", "swap", "times", "documents", "how steadily", "how it is known")


def spin_section(comparison: Comparison) -> Html:
    """A section with the verdicts and the ledger; empty where nothing was found spun."""
    spun = [verdict for verdict in comparison.spin.verdicts if verdict.band != "none"]
    if not spun:
        return Html("")
    entries = ledger(comparison.spin, comparison.documents)
    return element(
        "section",
        element("h2", "Spun copies", id="spun"),
        *(_verdict(comparison, verdict) for verdict in spun),
        _table(entries),
        class_="spun-copies",
        aria_labelledby="spun",
    )


def _verdict(comparison: Comparison, verdict: SpinVerdict) -> Html:
    document = comparison.document[verdict.document]
    original = f", a copy of {verdict.original}" if verdict.original else ""
    return element(
        "article",
        element(
            "h3",
            element("span", document.id, class_="letter"), " ", name(document.title or document.name),
            f" · spun: {verdict.band}{original}",
        ),
        element("ul", *(element("li", one_line(sentence)) for sentence in verdict.evidence)),
    )  # fmt: skip


def _table(entries: Sequence[LedgerEntry]) -> Html:
    places = sum(entry.count for entry in entries)
    left = len(entries) - _MOST_ENTRIES
    return join(
        (
            element("p", f"{_count(len(entries), 'different swap')} in {_count(places, 'place')}."),
            element(
                "table",
                element("thead", element("tr", *(element("th", words, scope="col") for words in _HEADS))),
                element("tbody", join(_entry(entry) for entry in entries[:_MOST_ENTRIES])),
                class_="sources ledger",
            ),
            element("p", f"{left:,} more are left out here; the exported table has them all.")
            if left > 0
            else "",
        )
    )


def _entry(entry: LedgerEntry) -> Html:
    known = [f"{SOURCE_NAMES[entry.source]}, {percent(min(entry.score, 0.99))} sure"]
    if entry.label:
        known.append(entry.label)
    if any(place.in_quotation for place in entry.places):
        known.append("inside quotation marks")
    others = f"else {', '.join(entry.variants[:3])}" if entry.variants else ""
    return element(
        "tr",
        element("td", name(entry.original)),
        element("td", element("span", name(entry.written), class_="m spun")),
        element("td", f"{entry.count:,}", class_="count"),
        element("td", ", ".join(entry.documents)),
        element("td", percent(entry.consistency), f" ({one_line(others)})" if others else ""),
        element("td", "; ".join(known)),
    )


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
