"""How long work tells of itself and is stopped: two plain callables, handed down from whoever started it."""

from collections.abc import Callable

from crossread.errors import Cancelled

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
