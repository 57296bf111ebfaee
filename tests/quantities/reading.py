"""Short ways to ask what was read."""

from datetime import date
from fractions import Fraction

from crossread.quantities import find
from crossread.quantities.quantity import Quantity

WRITTEN = date(2026, 6, 25)  # a Thursday


def read(text: str, written: date | None = WRITTEN) -> list[Quantity]:
    return list(find(text, written))


def only(text: str, written: date | None = WRITTEN) -> Quantity:
    found = find(text, written)
    assert len(found) == 1, [one.span.of(text) for one in found]
    return found[0]


def words(text: str) -> list[str]:
    return [one.span.of(text) for one in find(text, WRITTEN)]


def values(text: str) -> list[Fraction | None]:
    return [one.value for one in find(text, WRITTEN)]
