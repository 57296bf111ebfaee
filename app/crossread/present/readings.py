"""All readings of one row stacked, with their words in columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread import wording
from crossread.comparison import Comparison
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import stem, tokens
from crossread.wording.closed_class import FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class ReadingTable:
    """The words of one row, a line a passage, what corresponds in one column.

    Attributes:
        documents: for each line the id of its document, in the order asked for; a document that says it twice
            has two lines.
        columns: each holds one entry a line: the span in that document's text, or None where the line has no
            such words.
    """

    documents: tuple[str, ...]
    columns: tuple[tuple[Span | None, ...], ...]


_Column = list[tuple[int, int] | None]  # for each document the tokens of the column, half-open


def readings(comparison: Comparison, row_id: str, order: Sequence[str]) -> ReadingTable:
    """Stack what the documents say in one row.

    The words of the reading nearest to all others make the columns; each other reading is aligned to it, and
    what has no counterpart stands in a column between. Quantities of one fact always share one.

    Args:
        comparison: what is shown.
        row_id: id of one of its rows, or of a passage that stands alone.
        order: ids of the documents that are shown, from left to right.
    """
    told = _told(comparison, row_id, order)
    documents = tuple(name for name, _ in told)
    lines = [_units(comparison, name, span) for name, span in told]
    if not lines:
        return ReadingTable((), ())
    links = _pairwise(lines)
    base = max(
        range(len(lines)), key=lambda i: (sum(len(links[i, j]) for j in range(len(lines)) if j != i), -i)
    )
    columns = _merged(lines, _columns(lines, base, links))
    return ReadingTable(
        documents,
        tuple(
            tuple(_extent(line, cell) if cell else None for line, cell in zip(lines, column, strict=True))
            for column in columns
        ),
    )


@dataclass(frozen=True, slots=True)
class _Unit:
    """What moves as one: a word, or a whole quantity with its fact."""

    span: Span
    normal: str
    fact: int | None = None


def _told(comparison: Comparison, row_id: str, order: Sequence[str]) -> list[tuple[str, Span]]:
    row = next((row for row in comparison.rows if row.id == row_id), None)
    if row is None:
        document, passage = comparison.passage[row_id]
        return [(document.id, passage.span)]
    return [(name, comparison.passage[passage][1].span) for name in order for passage in row.of(name)]


def _units(comparison: Comparison, name: str, span: Span) -> list[_Unit]:
    text = comparison.document[name].text
    inside = sorted(
        (mention.quantity.span, number)
        for number, fact in enumerate(comparison.facts)
        for mention in fact.mentions
        if mention.document == name and span.contains(mention.quantity.span)
    )
    units: list[_Unit] = []
    at = span.start
    for quantity, number in inside:
        if quantity.start >= at:
            units += map(_word, tokens(text, Span(at, quantity.start)))
            units.append(_Unit(quantity, quantity.of(text).casefold(), number))
            at = quantity.end
    return [*units, *map(_word, tokens(text, Span(at, span.end)))]


def _word(token: Token) -> _Unit:
    return _Unit(token.span, token.normal)


def _pairwise(lines: Sequence[Sequence[_Unit]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each pair of lines which units stand for which, in rising order on both sides."""
    links: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i in range(len(lines)):
        for j in range(i + 1, len(lines)):
            pairs = _aligned(lines[i], lines[j])
            links[i, j] = pairs
            links[j, i] = [(b, a) for a, b in pairs]
    return links


def _aligned(a: Sequence[_Unit], b: Sequence[_Unit]) -> list[tuple[int, int]]:
    facts_of_b = {unit.fact: index for index, unit in enumerate(b) if unit.fact is not None}
    anchors = {
        index: facts_of_b[unit.fact]
        for index, unit in enumerate(a)
        if unit.fact is not None and unit.fact in facts_of_b
    }
    words = wording.align_words([unit.normal for unit in a], [unit.normal for unit in b])
    pairs = [*anchors.items(), *((i, j) for i, j in words if a[i].fact is None and b[j].fact is None)]
    heavy = {pair: 4 if pair[0] in anchors else 1 for pair in pairs}
    return _without_strays(a, b, _rising(sorted(pairs), heavy))


def _without_strays(
    a: Sequence[_Unit], b: Sequence[_Unit], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The links but for marks and function words alone: "the" between other words makes no column."""
    chosen = set(pairs)
    return [
        (i, j)
        for i, j in pairs
        if not (_is_light(a[i]) and _is_light(b[j])) or (i - 1, j - 1) in chosen or (i + 1, j + 1) in chosen
    ]


def _is_light(unit: _Unit) -> bool:
    return unit.fact is None and (unit.normal in FUNCTION_WORDS or not unit.normal[:1].isalnum())


def _rising(pairs: Sequence[tuple[int, int]], weight: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The heaviest choice of pairs that rises on both sides; quadratic in the pairs of one sentence."""
    best: list[tuple[int, int]] = []  # weight of the best chain that ends here, and its last link before
    for at, pair in enumerate(pairs):
        chains = [
            (best[before][0], before)
            for before in range(at)
            if pairs[before][0] < pair[0] and pairs[before][1] < pair[1]
        ]
        total, before = max(chains, default=(0, -1))
        best.append((total + weight[pair], before))
    chain = []
    at = max(range(len(pairs)), key=lambda i: best[i][0], default=-1)
    while at >= 0:
        chain.append(pairs[at])
        at = best[at][1]
    return chain[::-1]


def _columns(
    lines: Sequence[Sequence[_Unit]], base: int, links: dict[tuple[int, int], list[tuple[int, int]]]
) -> list[_Column]:
    """One column for each unit of the base line, and one before, between and behind for what others add.

    What another line has in place of units of the base stands over against them: their columns become one.
    """
    width = len(lines[base])
    grid: list[_Column] = [[None] * len(lines) for _ in range(2 * width + 1)]
    closed: set[int] = set()  # units of the base that must stay with the unit before them
    for index in range(width):
        grid[2 * index + 1][base] = (index, index + 1)
    for line, units in enumerate(lines):
        if line == base:
            continue
        anchors = [(-1, -1), *((i, j) for j, i in links[line, base]), (width, len(units))]
        for (i, j), (next_i, next_j) in pairwise(anchors):
            if 0 <= i < width:
                grid[2 * i + 1][line] = (j, j + 1)
            if next_j - j > 1:
                replaced = _longest_plain(lines[base], i + 1, next_i)
                closed.update(range(replaced[0] + 1, replaced[1]))
                grid[2 * replaced[0] + (replaced[0] < replaced[1])][line] = (j + 1, next_j)
    return _joined(grid, closed)


def _longest_plain(units: Sequence[_Unit], start: int, end: int) -> tuple[int, int]:
    """The longest run between start and end without a quantity of a fact; if none, empty at ``start``."""
    best = (start, start)
    at = start
    for index in range(start, end + 1):
        if index == end or units[index].fact is not None:
            best = max(best, (at, index), key=lambda run: run[1] - run[0])
            at = index + 1
    return best


def _joined(grid: list[_Column], closed: set[int]) -> list[_Column]:
    columns: list[_Column] = []
    for position, column in enumerate(grid):
        # Odd positions are units, even ones stand before the unit of the same number.
        if columns and position // 2 in closed:
            columns[-1] = [_reach(x, y) for x, y in zip(columns[-1], column, strict=True)]
        elif any(column) or position % 2:
            columns.append(column)
    return columns


def _reach(x: tuple[int, int] | None, y: tuple[int, int] | None) -> tuple[int, int] | None:
    return (x[0], y[1]) if x and y else x or y


def _merged(lines: Sequence[Sequence[_Unit]], columns: list[_Column]) -> list[_Column]:
    """Neighbours become one column where the same documents agree in both, or differ in both."""
    merged: list[_Column] = []
    for column in columns:
        if merged and _nature(lines, column) == _nature(lines, merged[-1]) is not None:
            merged[-1] = [_reach(x, y) for x, y in zip(merged[-1], column, strict=True)]
        else:
            merged.append(column)
    return merged


def _nature(lines: Sequence[Sequence[_Unit]], column: _Column) -> tuple[bool, tuple[bool, ...]] | None:
    """Whether all who speak say the same words but for endings, and who speaks; None for a lone quantity."""
    if _has_fact(lines, column):
        return None
    said = {
        tuple(stem(unit.normal) for unit in line[cell[0] : cell[1]])
        for line, cell in zip(lines, column, strict=True)
        if cell
    }
    return len(said) == 1, tuple(cell is not None for cell in column)


def _has_fact(lines: Sequence[Sequence[_Unit]], column: _Column) -> bool:
    return any(
        cell is not None and any(unit.fact is not None for unit in line[cell[0] : cell[1]])
        for line, cell in zip(lines, column, strict=True)
    )


def _extent(line: Sequence[_Unit], cell: tuple[int, int]) -> Span | None:
    """The characters from the first to the last unit of a cell."""
    if cell[0] == cell[1]:
        return None
    return Span(line[cell[0]].span.start, line[cell[1] - 1].span.end)
