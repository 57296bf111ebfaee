"""What one comparison worked out and the next one of much the same can use again, kept by whoever asks for both."""

import threading
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")
_ROUNDS = 3  # comparisons after which what none of them asked for is forgotten: one pinned, one undone, one to spare


class Memory:
    """Results of pure functions by what they were worked out from. May be asked from several threads."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Hashable], tuple[int, object]] = {}
        self._round = 0
        self._guard = threading.Lock()

    def begin(self) -> None:
        """A comparison begins; what the last ones had no use for is forgotten."""
        with self._guard:
            self._round += 1
            oldest = self._round - _ROUNDS
            self._known = {key: kept for key, kept in self._known.items() if kept[0] > oldest}

    def recall(self, stage: str, key: Hashable, make: Callable[[], T]) -> T:
        """The result for this key, made where it is not known.

        Args:
            stage: whose result it is; keys of different stages are apart.
            key: everything that the result depends on.
            make: works it out; may raise, and nothing is kept then.
        """
        with self._guard:
            found = self._known.get((stage, key))
        result = make() if found is None else cast("T", found[1])
        with self._guard:
            self._known[stage, key] = (self._round, result)
        return result


class Forgetful(Memory):
    """A memory that keeps nothing, for whoever compares once."""

    def recall(self, stage: str, key: Hashable, make: Callable[[], T]) -> T:
        """The result, made anew."""
        return make()
