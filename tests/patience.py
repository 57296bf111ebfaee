"""Limits that a busy machine does not change."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 250
"""Seconds that a program is waited for: a net for what hangs, and no measure of what is slow."""


@contextmanager
def processor_seconds(most: float) -> Iterator[None]:
    """Fails where the block takes more processor time than this in this process; waiting for a turn is none.

    Where the system has no such timer, the time that pytest gives each test must do.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def too_slow(*_: object) -> None:
        raise AssertionError(f"took more than {most} s of processor time")

    before = signal.signal(signal.SIGPROF, too_slow)
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
