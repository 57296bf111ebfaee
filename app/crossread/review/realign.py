"""The gestures that correct an alignment, as pins: align these, not the same, merge, split and move rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossread.align.link import Row
from crossread.align.pin import Pin
from crossread.comparison import Comparison, Place
from crossread.errors import CrossreadError
from crossread.review.action import Realigned
from crossread.text.anchor import Anchor


class RealignError(CrossreadError):
    """What was picked cannot be aligned so."""


def touched(comparison: Comparison, places: Iterable[Place]) -> tuple[str, ...]:
    """Ids of the passages that selected stretches touch, in the order of documents and text.

    Args:
        comparison: what is shown.
        places: the selections; an empty one touches the passage it stands in.
    """
    found = set()
    for place in places:
        for passage in comparison.document[place.document].passages:
            span = passage.span
            inside = span.start <= place.span.start < span.end
            if place.span.overlaps(span) or (not len(place.span) and inside):
                found.add(passage.id)
    return tuple(name for name in comparison.passage if name in found)


def align_these(comparison: Comparison, passages: Sequence[str]) -> Realigned:
    """These passages of two or more documents belong together.

    Raises:
        RealignError: they are all of one document.
    """
    _of_several(comparison, passages, "Select text in two or more columns first, then align it.")
    return Realigned("align", (_together(comparison, passages),), _words(comparison, passages))


def not_the_same(comparison: Comparison, passages: Sequence[str]) -> Realigned:
    """These passages of different documents do not belong together.

    Raises:
        RealignError: they are all of one document.
    """
    _of_several(comparison, passages, "Select text in two or more columns first, then tell it apart.")
    return Realigned("apart", (Pin("apart", _anchors(comparison, passages)),), _words(comparison, passages))


def merge_rows(comparison: Comparison, rows: Sequence[str]) -> Realigned:
    """These rows are one.

    Args:
        comparison: what is shown.
        rows: ids of two or more rows.

    Raises:
        RealignError: there are not two such rows.
    """
    passages = [passage for row in dict.fromkeys(rows) for passage in _row(comparison, row)]
    if sum(bool(_row(comparison, row)) for row in set(rows)) < 2:
        raise RealignError("Pick two rows or more first, then merge them.")
    return Realigned("merge", (_row_of(comparison, passages),), _words(comparison, passages))


def split_row(comparison: Comparison, row: str, leaving: Sequence[str]) -> Realigned:
    """Some passages of a row become a row of their own.

    Args:
        comparison: what is shown.
        row: id of the row.
        leaving: ids of those of its passages that leave it.

    Raises:
        RealignError: none of its passages leave it, or all of them.
    """
    whole = _row(comparison, row)
    gone = [passage for passage in whole if passage in set(leaving)]
    rest = [passage for passage in whole if passage not in set(leaving)]
    if not gone or not rest:
        raise RealignError("Select some of the row’s passages, but not all, to split it.")
    return Realigned("split", _parted(comparison, gone, rest), _words(comparison, gone))


def move_passages(comparison: Comparison, passages: Sequence[str], row: str = "") -> Realigned:
    """Passages leave their rows and go to another one.

    Args:
        comparison: what is shown.
        passages: ids of those that move.
        row: id of the row that they go to; empty for one of their own.

    Raises:
        RealignError: they stand in that row already, or nothing is picked.
    """
    there = _row(comparison, row)
    if not passages or set(passages) <= set(there):
        raise RealignError("Drag a passage to another row to move it there.")
    if not row and any(_is_row(comparison, passages, home) for home in comparison.rows):
        raise RealignError("These passages stand in a row of their own already.")
    pins: list[Pin] = []
    left: defaultdict[str, list[str]] = defaultdict(list)
    for passage in passages:
        home = comparison.row_of.get(passage)
        if home is not None and home.id != row:
            left[home.id].append(passage)
    for home_id, gone in left.items():
        rest = [passage for passage in _row(comparison, home_id) if passage not in set(passages)]
        if rest:
            pins.append(Pin("apart", _anchors(comparison, gone), _anchors(comparison, rest)))
    pins.append(_row_of(comparison, [*there, *passages]))
    return Realigned("move", tuple(pins), _words(comparison, passages))


def _is_row(comparison: Comparison, passages: Sequence[str], row: Row) -> bool:
    return set(passages) == set(_row(comparison, row.id))


def _parted(comparison: Comparison, one: Sequence[str], other: Sequence[str]) -> tuple[Pin, ...]:
    apart = Pin("apart", _anchors(comparison, one), _anchors(comparison, other))
    return (_row_of(comparison, one), _row_of(comparison, other), apart)


def _row(comparison: Comparison, row: str) -> list[str]:
    found = next((known for known in comparison.rows if known.id == row), None)
    return [passage for _, passages in found.passages for passage in passages] if found else []


def _together(comparison: Comparison, passages: Sequence[str]) -> Pin:
    return Pin("together", _anchors(comparison, passages))


def _row_of(comparison: Comparison, passages: Sequence[str]) -> Pin:
    """A row of just these passages."""
    named = {comparison.passage[passage][0].id for passage in passages}
    silent = tuple(document.digest for document in comparison.documents if document.id not in named)
    return Pin("together", _anchors(comparison, passages), silent=silent)


def _anchors(comparison: Comparison, passages: Sequence[str]) -> tuple[Anchor, ...]:
    found = (comparison.passage[passage] for passage in dict.fromkeys(passages))
    return tuple(Anchor(document.digest, passage.span) for document, passage in found)


def _of_several(comparison: Comparison, passages: Sequence[str], otherwise: str) -> None:
    if len({comparison.passage[passage][0].id for passage in passages}) < 2:
        raise RealignError(otherwise)


def _words(comparison: Comparison, passages: Sequence[str]) -> str:
    document, passage = comparison.passage[passages[0]]
    return document.of(passage)[:80]
