"""Numbers and dates: what a text states, and whether sources agree on it."""

from crossread.quantities.facts import facts, gather
from crossread.quantities.find import find

__all__ = ["facts", "find", "gather"]
