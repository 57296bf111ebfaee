"""Documents side by side in their own order: what is tied to what, and how columns scroll in step."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison, Place
from crossread.text.span import Span

_MOST_ANCHORS = 2_000  # more would cost time and could not be told apart while scrolling
READING_LINE = 1 / 3
"""Where passages that are tied meet, as a share of the height in sight, if the reader does not choose."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two stretches of different documents that belong together.

    Attributes:
        a, b: where they stand.
        score: how sure, 0 to 1.
        moved: they stand in another order than the ties around them.
    """

    a: Place
    b: Place
    score: float = 1.0
    moved: bool = False

    def within(self, document: str) -> Span | None:
        """Its stretch of this document, or None."""
        if self.a.document == document:
            return self.a.span
        return self.b.span if self.b.document == document else None


def ties(comparison: Comparison, documents: Iterable[str]) -> tuple[Tie, ...]:
    """The links between the passages of these documents."""
    chosen = set(documents)
    found = []
    for link in comparison.links:
        (first, a), (second, b) = comparison.passage[link.a], comparison.passage[link.b]
        if first.id in chosen and second.id in chosen:
            places = Place(first.id, a.span), Place(second.id, b.span)
            found.append(Tie(*places, link.score, link.moved))
    return tuple(found)


class Ties:
    """Ties found by place.

    Args:
        ties: between any documents; stretches of one document are equal or apart, or few lie in one another.
    """

    def __init__(self, ties: Iterable[Tie] = ()) -> None:
        self.all = tuple(ties)
        ends: dict[str, list[tuple[Span, Tie]]] = defaultdict(list)
        for tie in self.all:
            ends[tie.a.document].append((tie.a.span, tie))
            ends[tie.b.document].append((tie.b.span, tie))
        self._ends = {document: sorted(found, key=lambda end: end[0]) for document, found in ends.items()}
        self._longest = {
            document: max(len(span) for span, _ in found) for document, found in self._ends.items()
        }

    def at(self, document: str, offset: int) -> tuple[Tie, ...]:
        """The ties of the shortest tied stretch that holds the character at ``offset``."""
        ends = self._ends.get(document, [])
        if not ends:
            return ()
        first = bisect_left(ends, offset - self._longest[document], key=lambda end: end[0].start)
        last = bisect_right(ends, offset, key=lambda end: end[0].start)
        holding = [(span, tie) for span, tie in ends[first:last] if span.end > offset]
        if not holding:
            return ()
        shortest = min(len(span) for span, _ in holding)
        return tuple(tie for span, tie in holding if len(span) == shortest)

    def group(self, document: str, offset: int) -> tuple[Tie, ...]:
        """The ties at a place, and those that tie their other ends to each other."""
        direct = self.at(document, offset)
        ends = {end for tie in direct for end in (tie.a, tie.b)}
        further = (
            tie
            for end in ends
            if end.document != document
            for tie in self.at(end.document, end.span.start)
            if tie.a in ends and tie.b in ends
        )
        return tuple(dict.fromkeys((*direct, *further)))


Anchor = Mapping[str, Span]
"""Stretches, one of each of several documents, that are to meet at the same height."""


def anchors(comparison: Comparison, documents: Sequence[str]) -> tuple[Anchor, ...]:
    """Where columns are to meet: linked passages that follow each other in the same order everywhere.

    Args:
        comparison: whose links and rows.
        documents: ids of the columns. Two meet at every link; more meet at the first passages of each row.
    """
    if len(documents) == 2:
        weighed = [
            ({tie.a.document: tie.a.span, tie.b.document: tie.b.span}, tie.score)
            for tie in ties(comparison, documents)
            if not tie.moved
        ]
    else:
        weighed = []
        for row in comparison.rows:
            spoken = {name: row.of(name) for name in documents if row.of(name)}
            if len(spoken) > 1:
                spans = {name: comparison.passage[of[0]][1].span for name, of in spoken.items()}
                weighed.append((spans, float(len(spans))))
    return in_order(weighed)


def in_order(weighed: Iterable[tuple[Anchor, float]]) -> tuple[Anchor, ...]:
    """As many anchors as fit into one order in which no document goes backwards, the heaviest first.

    Args:
        weighed: anchors with their weight.
    """
    heaviest = sorted(weighed, key=lambda pair: -pair[1])[:_MOST_ANCHORS]
    order: list[Anchor] = []
    starts: dict[str, list[int]] = defaultdict(list)  # of the anchors taken, ascending
    taken: dict[str, list[Anchor]] = defaultdict(list)
    for anchor, _ in heaviest:
        places = {name: bisect_left(starts[name], span.start) for name, span in anchor.items()}
        if any(
            place < len(starts[name]) and starts[name][place] == anchor[name].start
            for name, place in places.items()
        ):
            continue
        before = [taken[name][place - 1] for name, place in places.items() if place]
        behind = [taken[name][place] for name, place in places.items() if place < len(taken[name])]
        least = max((_index(order, other) + 1 for other in before), default=0)
        most = min((_index(order, other) for other in behind), default=len(order))
        if least > most:
            continue
        order.insert(least, anchor)
        for name, place in places.items():
            starts[name].insert(place, anchor[name].start)
            taken[name].insert(place, anchor)
    return tuple(order)


def _index(order: Sequence[Anchor], anchor: Anchor) -> int:
    return next(number for number, other in enumerate(order) if other is anchor)


class Steps:
    """How far each column is scrolled, so that what is tied meets at the same height.

    All columns share one axis, ``v``. Between two anchors it is as long as the longest column is there; the
    other columns go slower, none goes faster than the axis. What is tied has the same ``v`` and therefore meets
    on the reading line (which at the very top of the columns rises to the edge).

    Args:
        heights: of the columns, in pixels.
        anchors: for each anchor the height at which it stands in each column, or None; ascending in each.
    """

    def __init__(self, heights: Sequence[float], anchors: Iterable[Sequence[float | None]] = ()) -> None:
        self.heights = tuple(heights)
        self._at: list[list[float]] = [[0.0] for _ in heights]  # on the common axis
        self._ys: list[list[float]] = [[0.0] for _ in heights]  # in the column
        self.last = 0.0
        for anchor in anchors:
            here = [(column, y) for column, y in enumerate(anchor) if y is not None]
            if any(y < self._ys[column][-1] for column, y in here):
                continue
            at = max((self._reached(column, y) for column, y in here), default=0.0)
            for column, y in here:
                self._at[column].append(at)
                self._ys[column].append(y)
            self.last = max(self.last, at)
        self.total = max(
            (self._reached(column, height) for column, height in enumerate(self.heights)), default=0.0
        )
        for column, height in enumerate(self.heights):
            self._at[column].append(self.total)
            self._ys[column].append(max(height, self._ys[column][-1]))

    def _reached(self, column: int, y: float) -> float:
        return self._at[column][-1] + y - self._ys[column][-1]

    def y(self, column: int, at: float) -> float:
        """The height in a column that belongs to a point of the common axis."""
        return _interpolated(self._at[column], self._ys[column], at)

    def at(self, column: int, y: float) -> float:
        """The point of the common axis that belongs to a height in a column."""
        return _interpolated(self._ys[column], self._at[column], y)

    def most(self, sight: float, line: float = 0.0) -> float:
        """How far one can scroll where ``sight`` pixels are in sight and the reading line is at ``line``."""
        if max(self.heights, default=0.0) <= sight and self.total <= sight:
            return 0.0
        return max(self.total - sight, self.last - line, 0.0)

    def tops(self, scrolled: float, line: float) -> tuple[float, ...]:
        """The height that stands at the upper edge, for each column.

        Args:
            scrolled: from 0 to ``most``.
            line: where the reading line is, in pixels from the upper edge.
        """
        line = min(scrolled, line)
        return tuple(self.y(column, scrolled + line) - line for column in range(len(self.heights)))

    def scroll_to(self, column: int, y: float, line: float) -> float:
        """How far to scroll for a height of a column to come to the reading line."""
        at = self.at(column, y)
        return at / 2 if at < 2 * line else at - line


def _interpolated(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    """The y at x on the line through the points; beyond the ends it goes on at the same pace as x."""
    if x <= xs[0]:
        return ys[0] + x - xs[0]
    if x >= xs[-1]:
        return ys[-1] + x - xs[-1]
    right = bisect_right(xs, x)
    width = xs[right] - xs[right - 1]
    return ys[right - 1] + (ys[right] - ys[right - 1]) * (x - xs[right - 1]) / width
