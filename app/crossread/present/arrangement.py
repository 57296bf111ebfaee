"""The rows of a comparison as a page: one line a topic, one column a document, read along a base document."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from crossread.comparison import Comparison
from crossread.text.document import Document, Passage

RowKind = Literal["topic", "alone", "boilerplate"]
_EDGES = ("head", "foot")  # ids of the rows that hold what stands before and after the texts


@dataclass(frozen=True, slots=True)
class Ghost:
    """A pale stand-in where a passage would stand if it had not gone to another row.

    Attributes:
        passages: ids of the passages that stand elsewhere.
        row: id of the GridRow they stand in.
        direction: where that row is, seen from here.
    """

    passages: tuple[str, ...]
    row: str
    direction: Literal["above", "below"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says in a row: passages, a ghost, or nothing (silent)."""

    document: str
    passages: tuple[str, ...] = ()
    ghost: Ghost | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of the page.

    Attributes:
        id: the Row's id, or the first passage's id where only one document speaks.
        kind: topic (several documents speak of one thing), alone (one document speaks), boilerplate (what
            stands before and after the texts: neither compared nor counted as silence).
        section: the heading of the base document under which this row begins a new section, else empty.
        section_passage: id of that heading's passage, which stands in no cell; else empty.
        cells: one for each document, in the order asked for.
        level: how near the wording of its two most alike passages is, 0 (on the topic) to 4 (verbatim); None
            where nothing is linked.
    """

    id: str
    kind: RowKind
    section: str
    section_passage: str
    cells: tuple[Cell, ...]
    level: int | None = None

    @property
    def speaking(self) -> int:
        """How many documents speak in this row."""
        return sum(bool(cell.passages) for cell in self.cells)


@dataclass(slots=True)
class _Unit:
    """A row in the making."""

    id: str
    kind: RowKind
    passages: dict[str, list[str]] = field(default_factory=dict)
    section_passage: str = ""


def arrange(
    comparison: Comparison,
    order: Sequence[str],
    base: str,
    *,
    only_findings: bool = False,
    at_least: int = 1,
    boilerplate: bool = True,
) -> tuple[GridRow, ...]:
    """Lay a comparison out as a page.

    Every passage of the documents asked for stands in exactly one row; rows follow the base document, and
    what it does not say stands behind what the other document says before it.

    Args:
        comparison: what to show.
        order: ids of the documents to show, from left to right.
        base: id of the document whose order the page follows; the first of ``order`` if it is not among them.
        only_findings: leave out rows without a finding.
        at_least: leave out rows in which fewer documents speak.
        boilerplate: show boilerplate.
    """
    if not order:
        return ()
    base = base if base in order else order[0]
    units, place = _units(comparison, order, base, boilerplate)
    sequence = _sequence(comparison, [base, *(d for d in order if d != base)], units, place)
    levels = _levels(comparison, order)
    rows = tuple(replace(_grid_row(comparison, unit, order), level=levels.get(unit.id)) for unit in sequence)
    rows = _with_ghosts(comparison, order, rows)
    wanted = _rows_of_findings(comparison, rows) if only_findings else None
    return _filtered(rows, wanted, at_least)


def _units(
    comparison: Comparison, order: Sequence[str], base: str, boilerplate: bool
) -> tuple[dict[str, _Unit], dict[str, str]]:
    """The rows by id, and for each passage the id of its row, in no order yet."""
    units: dict[str, _Unit] = {}
    place: dict[str, str] = {}
    for name in order:
        for passage, unit in _unit_ids(comparison, comparison.document[name], boilerplate):
            kind: RowKind = "alone"
            if unit in _EDGES:
                kind = "boilerplate"
            elif not comparison.passage.get(unit):
                kind = "topic"
            made = units.setdefault(unit, _Unit(unit, kind))
            is_heading = (
                passage.kind == "heading" and unit != passage.id and passage.id not in comparison.row_of
            )
            if name == base and is_heading and not made.section_passage:
                made.section_passage = passage.id
            else:
                made.passages.setdefault(name, []).append(passage.id)
            place[passage.id] = unit
    return units, place


def _unit_ids(comparison: Comparison, document: Document, boilerplate: bool) -> Iterator[tuple[Passage, str]]:
    """Each passage of a document with the id of the row it belongs in.

    A heading that nothing is linked to goes with the passage below it, boilerplate in the middle of the text
    with the passage above it; what stands around the headlines and behind the last word goes to the edges.
    """
    spoken = [i for i, passage in enumerate(document.passages) if passage.kind != "boilerplate"]
    first = next((i for i in spoken if document.passages[i].kind != "heading"), len(document.passages))
    last = spoken[-1] if spoken else -1
    waiting: list[Passage] = []
    current, paragraph = "", -1
    for index, passage in enumerate(document.passages):
        if passage.kind == "boilerplate":
            if boilerplate:
                yield passage, "head" if index < first else "foot" if index > last else current or passage.id
            continue
        row = comparison.row_of.get(passage.id)
        if row is None and passage.kind == "heading" and index != last:
            waiting.append(passage)
            continue
        goes_on = current in comparison.passage and paragraph == passage.paragraph and not waiting
        unit = row.id if row else current if goes_on else passage.id
        yield from ((heading, unit) for heading in waiting)
        waiting = []
        yield passage, unit
        current, paragraph = unit, passage.paragraph


def _sequence(
    comparison: Comparison, documents: Sequence[str], units: dict[str, _Unit], place: dict[str, str]
) -> list[_Unit]:
    """The units in the order of the first document; what others add goes behind what they say before it."""
    following: dict[str, str] = {}  # a linked list, so that inserting costs nothing
    start = "\0start"
    following[start] = start
    placed = {start}
    for name in documents:
        previous = start
        behind: dict[str, str] = {}  # the last unit that this document put behind another
        for passage in comparison.document[name].passages:
            unit = place.get(passage.id)
            if unit is None or unit in _EDGES:
                continue
            if unit not in placed:
                after = behind.get(previous, previous)
                following[unit], following[after] = following[after], unit
                behind[previous] = unit
                placed.add(unit)
            previous = unit
    result = [units["head"]] if "head" in units else []
    at = following[start]
    while at != start:
        result.append(units[at])
        at = following[at]
    return [*result, units["foot"]] if "foot" in units else result


def _grid_row(comparison: Comparison, unit: _Unit, order: Sequence[str]) -> GridRow:
    section = ""
    if unit.section_passage:
        document, passage = comparison.passage[unit.section_passage]
        section = " ".join(document.of(passage).split())
    cells = tuple(Cell(name, tuple(unit.passages.get(name, ()))) for name in order)
    speaking = sum(bool(cell.passages) for cell in cells)
    kind: RowKind = "alone" if unit.kind == "topic" and speaking < 2 else unit.kind
    return GridRow(unit.id, kind, section, unit.section_passage, cells)


def _levels(comparison: Comparison, order: Sequence[str]) -> dict[str, int]:
    """For each row the level of its nearest link between two documents that are shown."""
    levels: dict[str, int] = {}
    for link in comparison.links:
        row = comparison.row_of.get(link.a)
        shown = all(comparison.passage[passage][0].id in order for passage in (link.a, link.b))
        if row is not None and shown and row == comparison.row_of.get(link.b):
            levels[row.id] = max(link.level, levels.get(row.id, 0))
    return levels


def _with_ghosts(
    comparison: Comparison, order: Sequence[str], rows: tuple[GridRow, ...]
) -> tuple[GridRow, ...]:
    """Where a document's passages leave its own order, a ghost stands at the place they left."""
    index = {passage: i for i, row in enumerate(rows) for cell in row.cells for passage in cell.passages}
    ghosts: dict[tuple[int, int], Ghost] = {}
    for column, name in enumerate(order):
        passages = [
            passage.id
            for passage in comparison.document[name].passages
            if passage.id in index and rows[index[passage.id]].kind != "boilerplate"
        ]
        in_order = _longest_increasing([index[passage] for passage in passages])
        last = -1
        for position, passage in enumerate(passages):
            at = index[passage]
            if position in in_order:
                last = at
            elif _is_free(rows, last + 1, column) and (last + 1, column) not in ghosts:
                direction: Literal["above", "below"] = "above" if at <= last else "below"
                ghosts[last + 1, column] = Ghost((passage,), rows[at].id, direction)
    if not ghosts:
        return rows
    return tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, ghost=ghosts.get((i, column))) if (i, column) in ghosts else cell
                for column, cell in enumerate(row.cells)
            ),
        )
        for i, row in enumerate(rows)
    )


def _is_free(rows: tuple[GridRow, ...], at: int, column: int) -> bool:
    return at < len(rows) and rows[at].kind == "topic" and not rows[at].cells[column].passages


def _longest_increasing(values: Sequence[int]) -> set[int]:
    """Positions of a longest subsequence that never falls (patience sorting)."""
    tails: list[int] = []
    tail_positions: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        # Equal values belong to one row and stay together: search for value + 1.
        pile = bisect_left(tails, value + 1)
        before.append(tail_positions[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(value)
            tail_positions.append(position)
        else:
            tails[pile] = value
            tail_positions[pile] = position
    kept: set[int] = set()
    at = tail_positions[-1] if tail_positions else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _rows_of_findings(comparison: Comparison, rows: Iterable[GridRow]) -> set[str]:
    wanted = {finding.row for finding in comparison.findings if finding.row}
    loose: dict[str, list[int]] = {}
    for finding in comparison.findings:
        if not finding.row:
            for place in finding.places:
                loose.setdefault(place.document, []).append(place.span.start)
    for starts in loose.values():
        starts.sort()
    for row in rows:
        for cell in row.cells:
            starts = loose.get(cell.document, [])
            for passage_id in cell.passages:
                span = comparison.passage[passage_id][1].span
                at = bisect_left(starts, span.start)
                if at < len(starts) and starts[at] < span.end:
                    wanted.add(row.id)
    return wanted


def _filtered(rows: tuple[GridRow, ...], wanted: set[str] | None, at_least: int) -> tuple[GridRow, ...]:
    """The rows that stay; the heading of a section goes on to the first of its rows that does."""
    kept: list[GridRow] = []
    section = section_passage = ""
    for row in rows:
        if row.section:
            section, section_passage = row.section, row.section_passage
        if row.kind == "boilerplate":
            if wanted is None and at_least <= 1:
                kept.append(row)
        elif row.speaking >= at_least and (wanted is None or row.id in wanted):
            kept.append(replace(row, section=section, section_passage=section_passage))
            section = section_passage = ""
    return tuple(kept)
