"""Numbers and dates: what a text states, and whether sources agree on it."""

from typing import TYPE_CHECKING

from crossread.on_demand import on_demand

if TYPE_CHECKING:
    from crossread.quantities.facts import gather
    from crossread.quantities.find import find

__all__ = ["find", "gather"]

on_demand(
    __name__,
    {
        "gather": "facts",
        "find": "find",
    },
)
