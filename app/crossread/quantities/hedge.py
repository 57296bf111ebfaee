"""Approximators around a figure: what hedges it, and how far the hedge reaches."""

from crossread.quantities.lexeme import Lexeme
from crossread.quantities.quantity import Approximator, QuantityKind
from crossread.quantities.tables import Hedge, approximators

BOUNDS: frozenset[Hedge] = frozenset({"more_than", "at_least", "less_than", "at_most"})
_STRENGTH: dict[Hedge, int] = {
    "exact": 0,
    "only": 1,
    "equal": 2,
    "about": 3,
    "just_under": 4,
    "at_most": 5,
    "at_least": 5,
    "less_than": 6,
    "more_than": 6,
    "or_equal": 0,
}


def approximator(hedge: Hedge) -> Approximator:
    """How near a figure is to what it tells, by the hedge around it."""
    match hedge:
        case "only":
            return "at_most"
        case "equal" | "or_equal":
            return "exact"
        case _:
            return hedge


def hedge_before(items: list[Lexeme], start: int, floor: int, kind: QuantityKind) -> tuple[Hedge, int]:
    """What stands before the lexeme at ``start`` ("exact" if nothing does), and where the whole begins.

    Two hedges in a row are both taken ("only about 500"); the stronger decides.
    """
    meaning: Hedge = "exact"
    begin = start
    for _ in range(3):
        found = approximators("before").before(items, begin)
        if found is None:
            skip = begin - 1
            if begin == start or items[skip].low not in (",", "or") or skip <= floor:
                break
            found = approximators("before").before(items, skip)
            if found is None or meaning == "exact" or items[skip].low == ",":
                break
        said, where = found
        if where < floor or not _hedges(items, where, begin, said, kind):
            break
        if _STRENGTH[said] > _STRENGTH[meaning]:
            meaning = said
        begin = where
    return meaning, begin


def _hedges(items: list[Lexeme], where: int, begin: int, said: str, kind: QuantityKind) -> bool:
    """Whether the words are a hedge here: "over six weeks" may mean during, "near 20 Main Street" a place."""
    first = items[where].low
    before = items[where - 1].low if where else ""
    if begin - where == 1 and first in ("over", "above", "below", "under", "beneath"):
        if kind == "duration":
            return first in ("under", "above", "below") or before in _LASTING
        return before not in ("hand", "took", "take", "come", "knock", "all", "carried", "voice")
    if begin - where == 1 and first == "some":
        return items[begin].kind == "number" or items[begin].low not in ("several", "few", "couple", "a")
    if begin - where == 1 and first == "within" and kind == "duration":
        return True
    if first in ("equal", "equals", "equaling", "equalling"):
        return True
    return not (said == "only" and before in ("not", "the"))


_LASTING = frozenset(
    "for is was are were be been lasted lasts took takes last after in spent with of well".split()
)


def hedge_after(items: list[Lexeme], end: int) -> tuple[Hedge, int] | None:
    """What stands behind the lexeme before ``end``, and the index behind it; None if nothing does."""
    item = items[end]
    if item.low == "+" and not item.spaced and (items[end + 1].kind in ("mark", "end", "word")):
        return "at_least", end + 1
    found = approximators("after").at(items, end)
    if found is None:
        return _or_equal(items, end)
    said, stop = found
    after = items[stop]
    if item.low == "+" or (
        item.low in ("max", "maximum", "plus", "odd", "tops", "approx", "ish") and not _closes(after, item)
    ):
        return None
    if item.low == "at" and not (after.kind in ("mark", "end") or after.low in ("and", "of", "in", "on")):
        return None
    if item.low == "or" and (
        after.low in ("than", "to", "equal") and not (after.low == "than" and items[stop + 1].kind == "end")
    ):
        return None
    if item.low == "or" and items[end + 1].low in ("more", "less") and after.low == "less":
        return None
    if (
        item.low == "and"
        and after.kind == "word"
        and after.low not in ("in", "for", "of", "are", "were", "have")
    ):
        return None
    return said, stop


def _closes(after: Lexeme, item: Lexeme) -> bool:
    if item.low == "plus":
        return after.kind in {"word", "end"}
    return after.kind in ("mark", "end", "word")


def _or_equal(items: list[Lexeme], end: int) -> tuple[Hedge, int] | None:
    """``less than 5000 or equal``, ``more than 5000 or equal to it``: the bound itself is let in."""
    if items[end].low == "or" and items[end + 1].low == "equal":
        stop = end + 2 + (items[end + 2].low == "to" and items[end + 3].kind != "number")
        return "or_equal", stop
    return None
