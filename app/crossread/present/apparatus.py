"""One document with what the others read in its margin: a critical apparatus, and where its notes find room.

Editions put the readings of the other witnesses beside the text they differ from, numbered in the order of the text.
So here: a numbered card beside each passage of the base on which others speak, with the findings that are shown of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison, Finding
from crossread.present.arrangement import GridRow
from crossread.text.shown import one_line
from crossread.text.span import Span

Number = Callable[[Finding], int]
_MOST_WORDS = 3  # readings of one document on one finding; more are counted
_LONGEST = 90  # characters of a reading
_QUOTED = frozenset({"numbers", "quotations", "names", "certainty", "characters"})
_SAID_BY_DETAIL = frozenset({"wording", "missing", "moved"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding on a card.

    Attributes:
        finding: what it is.
        number: among the findings of its kind, as everywhere in the window.
        text: what it is about, or all there is to say.
        readings: what the other documents say: the ids of those that say the same, and their words.
    """

    finding: Finding
    number: int
    text: str
    readings: tuple[tuple[tuple[str, ...], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What others say beside one stretch of the base.

    Attributes:
        number: from 1, down the text.
        rows: ids of the rows of the page that it stands for; several where the base says nothing of them.
        spans: the base's passages; empty where it says nothing.
        at: the offset in the base beside which it stands.
        level: how grave what differs is: 0 nothing, 1 low, 2 medium, 3 high.
        entries: the findings, in the order of stepping.
        readings: the others' passages by document id, in the order of the columns.
    """

    number: int
    rows: tuple[str, ...]
    spans: tuple[Span, ...]
    at: int
    level: int
    entries: tuple[Entry, ...]
    readings: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def silent(self) -> bool:
        """Whether the base says nothing of it."""
        return not self.spans


_LEVELS = {"low": 1, "medium": 2, "high": 3}


def apparatus(
    comparison: Comparison, rows: Sequence[GridRow], base: str, findings: Iterable[Finding], number: Number
) -> tuple[Card, ...]:
    """The cards beside a document, from its beginning to its end.

    Args:
        comparison: whose documents.
        rows: the page, arranged along this base.
        base: id of the document that is read.
        findings: those that are shown; each stands on one card.
        number: answers a finding's number among those of its kind.
    """
    articles = [row for row in rows if row.kind != "boilerplate"]
    by_row: dict[str, list[Finding]] = defaultdict(list)
    home = _Homes(comparison, articles, base)
    for finding in findings:
        by_row[home.of(finding)].append(finding)
    cards: list[Card] = []
    for row, spans, at in _down_the_text(comparison, articles, base):
        others = tuple((c.document, c.passages) for c in row.cells if c.document != base and c.passages)
        entries = tuple(_entry(comparison, found, base, number(found)) for found in by_row[row.id])
        if entries or others:
            level = max((_level(entry.finding, base) for entry in entries), default=0)
            card = Card(len(cards) + 1, (row.id,), spans, at, level, entries, others)
            if cards and cards[-1].silent and card.silent:  # both stand in one gap
                cards[-1] = _joined(cards[-1], card, [cell.document for cell in row.cells])
            else:
                cards.append(card)
    return tuple(cards)


def _down_the_text(
    comparison: Comparison, rows: Sequence[GridRow], base: str
) -> list[tuple[GridRow, tuple[Span, ...], int]]:
    """The rows with the base's passages and the offset they belong to, in the order of the base.

    The page keeps that order but where a text comes back to what it said before; what the base does not say stands
    behind what it says in the row above.
    """
    found = []
    at = 0
    for row in rows:
        own = next((cell.passages for cell in row.cells if cell.document == base), ())
        spans = tuple(sorted(comparison.passage[passage][1].span for passage in own))
        found.append((row, spans, spans[0].start if spans else at))
        if spans:
            at = spans[0].end  # the others of a row may stand far below
    return sorted(found, key=lambda each: each[2])


def _level(finding: Finding, base: str) -> int:
    """How grave a finding is for the base; where only others differ it is no matter of the text that is read."""
    return _LEVELS[finding.severity] if base in finding.documents else min(1, _LEVELS[finding.severity])


def _joined(last: Card, card: Card, order: Sequence[str]) -> Card:
    found: dict[str, tuple[str, ...]] = {}
    for name, passages in (*last.readings, *card.readings):
        found[name] = (*found.get(name, ()), *passages)
    readings = tuple((name, found[name]) for name in order if name in found)
    entries = tuple(sorted((*last.entries, *card.entries), key=lambda entry: entry.finding.number))
    level = max(last.level, card.level)
    return Card(last.number, (*last.rows, *card.rows), (), last.at, level, entries, readings)


class _Homes:
    """Beside which row a finding stands: where the base shows it, in its own row if it can be."""

    def __init__(self, comparison: Comparison, rows: Sequence[GridRow], base: str) -> None:
        self._comparison, self._base = comparison, base
        self._ids = {row.id for row in rows}
        self._row_of = {passage: row.id for row in rows for cell in row.cells for passage in cell.passages}

    def of(self, finding: Finding) -> str:
        """Id of the row, or empty where none of its places is shown."""
        own = [
            self._row(place.document, place.span) for place in finding.places if place.document == self._base
        ]
        own = [row for row in own if row]
        if finding.row in self._ids and (not own or finding.row in own):
            return finding.row
        if own:
            return own[0]
        others = (self._row(place.document, place.span) for place in finding.places)
        return next((row for row in others if row), "")

    def _row(self, document: str, span: Span) -> str:
        passage = self._comparison.document[document].passage_at(span.start)
        return self._row_of.get(passage.id, "") if passage else ""


def _entry(comparison: Comparison, finding: Finding, base: str, number: int) -> Entry:
    if finding.kind in _SAID_BY_DETAIL:
        return Entry(finding, number, finding.detail)
    if finding.kind not in _QUOTED:
        who = "" if base in finding.documents else f"{', '.join(finding.documents)}: "
        return Entry(finding, number, who + finding.title)
    said: dict[str, dict[str, None]] = defaultdict(dict)
    for place in finding.places:
        written = place.span.of(comparison.document[place.document].text)
        said[place.document][f"“{one_line(written, _LONGEST)}”"] = None
    alike: dict[str, list[str]] = defaultdict(list)
    for name, words in said.items():
        if name != base:
            alike[_listed(list(words))].append(name)
    readings = tuple((tuple(names), listed) for listed, names in alike.items())
    return Entry(finding, number, finding.title, readings)


def _listed(words: Sequence[str]) -> str:
    more = len(words) - _MOST_WORDS
    return ", ".join(words[:_MOST_WORDS]) + (f" and {more:,} more" if more > 0 else "")


def room(
    wanted: Sequence[float], heights: Sequence[Sequence[float]], gap: float, first: int | None = None
) -> tuple[tuple[float, int], ...]:
    """Where cards stand below one another, each beside its line or as near to it as can be, and how far each is folded.

    A card shows as much of itself as has room before the next one is due, so that the margin keeps step with the text.

    Args:
        wanted: for each card the height beside which it belongs; ascending.
        heights: for each card how high it is, from folded as far as it can be to as it is best seen.
        gap: between two of them.
        first: the number of the card that stands just where it is wanted; those above it give way upwards.

    Returns:
        The upper edge of each card, none above 0, and which of its heights it has.
    """
    found: list[tuple[float, int]] = []
    bottom = -gap
    for number, (at, sizes) in enumerate(zip(wanted, heights, strict=True)):
        if number == first:
            found, bottom = _pushed_up(found, heights, at - gap, gap)
        top = max(at, bottom + gap)
        due = wanted[number + 1] - gap if number + 1 < len(wanted) else float("inf")
        size = max((n for n, height in enumerate(sizes) if top + height <= due), default=0)
        found.append((top, len(sizes) - 1 if number == first else size))
        bottom = top + sizes[found[-1][1]]
    return tuple(found)


def _pushed_up(
    found: Sequence[tuple[float, int]], heights: Sequence[Sequence[float]], bottom: float, gap: float
) -> tuple[list[tuple[float, int]], float]:
    """The same cards, none below this height, unless there is no room above; and where the last one ends."""
    pushed: list[tuple[float, int]] = []
    for number in range(len(found) - 1, -1, -1):
        top, size = found[number]
        top = min(top, bottom - heights[number][size])
        pushed.append((top, size))
        bottom = top - gap
    least, kept = 0.0, list[tuple[float, int]]()
    for number, (top, size) in enumerate(reversed(pushed)):
        kept.append((max(top, least), size))
        least = kept[-1][0] + heights[number][size] + gap
    return kept, least - gap if kept else -gap
