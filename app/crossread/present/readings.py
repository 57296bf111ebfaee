"""All readings of one row stacked, with their words in columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import stem, tokens
from crossread.wording import align_words


@dataclass(frozen=True, slots=True)
class ReadingTable:
    """The words of one row, a line a document, what corresponds in one column.

    Attributes:
        documents: ids of the documents that speak, in the order asked for.
        columns: each holds one entry a document: the span in that document's text, or None where it has
            no such words.
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
    documents = tuple(told)
    lines = [_units(comparison, name, told[name]) for name in documents]
    if not lines:
        return ReadingTable((), ())
    links = _pairwise(comparison, documents, lines)
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


def _told(comparison: Comparison, row_id: str, order: Sequence[str]) -> dict[str, list[Span]]:
    row = next((row for row in comparison.rows if row.id == row_id), None)
    if row is None:
        document, passage = comparison.passage[row_id]
        return {document.id: [passage.span]}
    return {
        name: [comparison.passage[passage][1].span for passage in row.of(name)]
        for name in order
        if row.of(name)
    }


def _units(comparison: Comparison, name: str, spans: Iterable[Span]) -> list[_Unit]:
    text = comparison.document[name].text
    quantities = sorted(
        (mention.quantity.span, number)
        for number, fact in enumerate(comparison.facts)
        for mention in fact.mentions
        if mention.document == name
    )
    units: list[_Unit] = []
    for span in spans:
        inside = [(q, number) for q, number in quantities if span.contains(q)]
        at = span.start
        for quantity, number in inside:
            if quantity.start < at:
                continue
            units += map(_word, tokens(text, Span(at, quantity.start)))
            units.append(_Unit(quantity, quantity.of(text).casefold(), number))
            at = quantity.end
        units += map(_word, tokens(text, Span(at, span.end)))
    return units


def _word(token: Token) -> _Unit:
    return _Unit(token.span, stem(token.normal) if token.kind == "word" else token.normal)


def _pairwise(
    comparison: Comparison, documents: Sequence[str], lines: Sequence[Sequence[_Unit]]
) -> dict[tuple[int, int], list[tuple[int, int]]]:
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
    words = align_words([unit.normal for unit in a], [unit.normal for unit in b])
    pairs = [*anchors.items(), *((i, j) for i, j in words if a[i].fact is None and b[j].fact is None)]
    heavy = {pair: 4 if pair[0] in anchors else 1 for pair in pairs}
    return _rising(sorted(pairs), heavy)


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
    """One column for each unit of the base line, and one before, between and behind for what others add."""
    width = len(lines[base])
    grid: list[_Column] = [[None] * len(lines) for _ in range(2 * width + 1)]
    for line, units in enumerate(lines):
        if line == base:
            for index in range(width):
                grid[2 * index + 1][line] = (index, index + 1)
            continue
        linked = dict(links[line, base])
        at = 0  # column in which unlinked units of this line go
        for index in range(len(units)):
            if index in linked:
                column = 2 * linked[index] + 1
                grid[column][line] = (index, index + 1)
                at = column + 1
            else:
                cell = grid[at][line]
                grid[at][line] = (cell[0], index + 1) if cell else (index, index + 1)
    return [column for column in grid if any(column)]


def _merged(lines: Sequence[Sequence[_Unit]], columns: list[_Column]) -> list[_Column]:
    """Neighbouring columns in which the same documents speak become one; quantities keep their own."""
    merged: list[_Column] = []
    for column in columns:
        if merged and not _has_fact(lines, column) and not _has_fact(lines, merged[-1]):
            last = merged[-1]
            if [bool(cell) for cell in last] == [bool(cell) for cell in column]:
                merged[-1] = [(x[0], y[1]) if x and y else None for x, y in zip(last, column, strict=True)]
                continue
        merged.append(column)
    return merged


def _has_fact(lines: Sequence[Sequence[_Unit]], column: _Column) -> bool:
    return any(
        cell is not None and any(unit.fact is not None for unit in line[cell[0] : cell[1]])
        for line, cell in zip(lines, column, strict=True)
    )


def _extent(line: Sequence[_Unit], cell: tuple[int, int]) -> Span | None:
    """The characters from the first to the last unit of a cell; it may reach over a gap between passages."""
    if cell[0] == cell[1]:
        return None
    return Span(line[cell[0]].span.start, line[cell[1] - 1].span.end)
