"""Numbers and dates: what a text states, and whether sources agree on it."""

from typing import TYPE_CHECKING

from crossread.on_demand import on_demand

if TYPE_CHECKING:
    from crossread.quantities.facts import facts, gather
    from crossread.quantities.find import find

__all__ = ["facts", "find", "gather"]

on_demand(
    __name__,
    {
        "facts": "facts",
        "gather": "facts",
        "find": "find",
    },
)
