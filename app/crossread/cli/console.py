"""What the command line says to the person at the terminal."""

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import TextIO


def tell(sentence: str) -> None:
    """One plain sentence on standard error, with nothing in it that a terminal would obey."""
    from crossread.text.shown import one_line, plain_line

    encoding = sys.stderr.encoding or "ascii"
    line = one_line(sentence)
    if line.encode(encoding, "ignore").decode(encoding) != line:  # it has no isolates to be cut down to
        line = plain_line(sentence)
    with contextlib.suppress(OSError):
        sys.stderr.write(f"crossread: {line}\n".encode(encoding, "replace").decode(encoding))


@contextlib.contextmanager
def progress_on(stream: TextIO) -> Iterator[Callable[[str, float], None]]:
    """A line that tells what is being done, on a terminal only, and that is gone when all is done."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _stage, _share: None
        return
    last = ""

    def show(stage: str, share: float) -> None:
        nonlocal last
        line = f"{stage}: {share:.0%}"[: max(1, shutil.get_terminal_size().columns - 1)]
        if line != last:
            stream.write(f"\r\x1b[K{line}")
            stream.flush()
            last = line

    try:
        show("Reading", 0.0)
        yield show
    finally:
        stream.write("\r\x1b[K")
        stream.flush()


def close_quietly(stream: TextIO) -> None:
    """Send what is still to be flushed into nothing, so that Python does not complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
