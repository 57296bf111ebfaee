"""How long work tells of itself and is stopped: two plain callables, handed down from whoever started it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from crossread.errors import Cancelled

_T = TypeVar("_T")

Progress = Callable[[str, float], None]
"""Called with what is being done, in plain words, and the share that is done, 0 to 1."""

IsCancelled = Callable[[], bool]
"""Asked between small pieces of work; True stops the work with ``Cancelled``."""


def no_progress(_stage: str, _share: float) -> None:
    """A Progress that nobody watches."""


def never_cancelled() -> bool:
    """An IsCancelled that lets everything run to its end."""
    return False


def check(cancelled: IsCancelled) -> None:
    """Stop here when asked to.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    if cancelled():
        raise Cancelled


def watched(things: Iterable[_T], cancelled: IsCancelled, every: int = 1) -> Iterator[_T]:
    """The same things, one after the other, until asked to stop.

    Args:
        things: of any kind.
        cancelled: asked before the first and after every so many of them.
        every: after how many; some hundredths of a second should lie between.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    for number, thing in enumerate(things):
        if number % every == 0:
            check(cancelled)
        yield thing
