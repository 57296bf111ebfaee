"""The dates and date ranges of a comparison as bars on one axis, a lane for each document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossread.comparison import Comparison
from crossread.quantities.calendar import months_from
from crossread.quantities.fact import BADGES, GRAVITY, Mention, Verdict
from crossread.text.span import Span

_FARTHEST = 40 * 366  # days; a date farther from the middle of the others is told beside the axis, not on it
_MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One date or range.

    Attributes:
        document: id of the document that tells it.
        span: of the words, in code points of its text.
        label: the words as written.
        start, end: first and last day; equal for a single day; None where open.
        verdict: the gravest of its pairs, or None where no other document tells it.
        badge: its sign = ≈ ⊂ ≠, or empty.
        note: what contradicts it or stands beside it, one plain sentence, or empty.
        level: 0 for the first line of the lane; bars that would overlap stand on the next.
    """

    document: str
    span: Span
    label: str
    start: date | None
    end: date | None
    verdict: Verdict | None = None
    badge: str = ""
    note: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of one document, and how many lines they need."""

    document: str
    bars: tuple[Bar, ...]
    levels: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lanes over one axis.

    Attributes:
        lanes: one for each document, in the order asked for; without bars where it tells no date.
        first, last: the ends of the axis; None where no document tells a date.
        ticks: beginnings of months, quarters, years ... at most a dozen.
        beside: dates too far from all others to be drawn to scale.
    """

    lanes: tuple[Lane, ...]
    first: date | None
    last: date | None
    ticks: tuple[Tick, ...]
    beside: tuple[Bar, ...] = ()

    def share(self, day: date) -> float:
        """Where a day lies on the axis, 0 at its beginning and 1 at its end; cut at both."""
        if self.first is None or self.last is None or self.first >= self.last:
            return 0.5
        return min(1.0, max(0.0, (day - self.first).days / (self.last - self.first).days))


def timeline(comparison: Comparison, order: Sequence[str] | None = None) -> Timeline:
    """Draw up the timeline.

    Args:
        comparison: what is shown.
        order: ids of the documents that are shown; all of them by default.
    """
    documents = tuple(order if order is not None else (document.id for document in comparison.documents))
    standings = _standings(comparison)
    told: dict[tuple[str, date | None, date | None, str], Bar] = {}
    for mention in comparison.quantities:
        if mention.document in documents and _is_dated(mention):
            bar = _bar(comparison, mention, standings)
            told.setdefault((bar.document, bar.start, bar.end, bar.label.casefold()), bar)
    bars = list(told.values())
    drawn, beside = _near_together(bars)
    first = min((day for bar in drawn for day in (bar.start, bar.end) if day), default=None)
    last = max((day for bar in drawn for day in (bar.end, bar.start) if day), default=None)
    if first is None or last is None:
        return Timeline(tuple(Lane(document, (), 0) for document in documents), None, None, (), tuple(beside))
    first, last = _rounded(first, last)
    lanes = tuple(
        _lane(document, [bar for bar in drawn if bar.document == document], last) for document in documents
    )
    return Timeline(lanes, first, last, _ticks(first, last), tuple(beside))


_DATES = frozenset({"date", "daterange", "datetime"})


def _is_dated(mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.kind not in _DATES or (quantity.timex or "").endswith("_REF"):
        return False
    return quantity.start_date is not None or quantity.end_date is not None


def _bar(
    comparison: Comparison, mention: Mention, standings: Mapping[tuple[str, Span], tuple[Verdict, str]]
) -> Bar:
    quantity = mention.quantity
    text = comparison.document[mention.document].text
    standing = standings.get((mention.document, quantity.span))
    verdict, note = standing or (None, "")
    label = quantity.span.line_of(text)
    badge = BADGES[verdict] if verdict else ""
    return Bar(
        mention.document, quantity.span, label, quantity.start_date, quantity.end_date, verdict, badge, note
    )


def _standings(comparison: Comparison) -> dict[tuple[str, Span], tuple[Verdict, str]]:
    """For each dated mention the gravest verdict of any of its pairs, with its sentence."""
    found: dict[tuple[str, Span], tuple[Verdict, str]] = {}
    for fact in comparison.facts:
        for pair in fact.pairs if fact.kind in _DATES else ():
            for index in (pair.a, pair.b):
                key = (fact.mentions[index].document, fact.mentions[index].quantity.span)
                if key not in found or GRAVITY[pair.verdict] > GRAVITY[found[key][0]]:
                    found[key] = (pair.verdict, pair.why)
    return found


def _near_together(bars: list[Bar]) -> tuple[list[Bar], list[Bar]]:
    """The bars that fit on one axis, and those too far from their middle."""
    days = sorted(day.toordinal() for bar in bars if (day := bar.start or bar.end))
    if not days:
        return [], []
    middle = days[len(days) // 2]

    def is_near(bar: Bar) -> bool:
        return all(abs(day.toordinal() - middle) <= _FARTHEST for day in (bar.start, bar.end) if day)

    return [bar for bar in bars if is_near(bar)], [bar for bar in bars if not is_near(bar)]


def _lane(document: str, bars: list[Bar], last: date) -> Lane:
    """Bars on as few lines as hold them without overlap."""
    free: list[date] = []  # for each level the first day that is free again
    placed = []
    for bar in sorted(bars, key=lambda bar: (bar.start or bar.end or last, bar.span)):
        start, end = bar.start or bar.end or last, bar.end or last
        level = next((n for n, day in enumerate(free) if day <= start), len(free))
        after = end + timedelta(days=1) if end < date.max else end
        if level == len(free):
            free.append(after)
        else:
            free[level] = after
        placed.append(
            Bar(
                bar.document, bar.span, bar.label, bar.start, bar.end, bar.verdict, bar.badge, bar.note, level
            )
        )
    return Lane(document, tuple(placed), len(free))


def _rounded(first: date, last: date) -> tuple[date, date]:
    """The axis from the beginning of a month to the beginning of another; of a year where it is long."""
    if (last - first).days > 3 * 366:
        end = last.year + 1
        return date(first.year, 1, 1), date(end, 1, 1) if end <= 9999 else date.max
    year, month = months_from(last.year, last.month, 1)
    return first.replace(day=1), date(year, month, 1) if year <= 9999 else date.max


def _ticks(first: date, last: date) -> tuple[Tick, ...]:
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next(
        (step for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 480) if months / step <= _MOST_TICKS), 1200
    )
    ticks = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month) and year <= 9999:
        day = date(year, month, 1)
        ticks.append(Tick(day, f"{day:%b} {year}" if step < 12 else str(year)))
        year, month = months_from(year, month, step)
    return tuple(ticks)
