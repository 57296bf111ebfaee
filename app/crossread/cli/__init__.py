"""The command line: one module a command. Qt is loaded only to open the window and to print a PDF."""

import os
import sys
from collections.abc import Callable, Sequence

from crossread.cli.batch import answer_tasks
from crossread.cli.console import close_quietly, tell
from crossread.cli.merge import merge_sessions
from crossread.cli.parser import FAILED, INTERRUPTED, OK
from crossread.cli.report import write_report
from crossread.cli.window import open_window
from crossread.collecting import collect_seldom
from crossread.errors import CrossreadError

COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "report": write_report,
    "merge": merge_sessions,
    "batch": answer_tasks,
}
"""What each command does with its arguments, giving back an exit code; without a command the window opens."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run Crossread.

    Args:
        argv: arguments without the program's name; those of this process by default.

    Returns:
        The exit code: 0 done, 1 something could not be read or written, 2 wrong use, 130 interrupted.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _run_lightly()
    try:
        command = COMMANDS.get(arguments[0]) if arguments else None
        code = command(arguments[1:]) if command else open_window(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has said what there is to say
        return stop.code if isinstance(stop.code, int) else OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        close_quietly(sys.stdout)
        return OK  # whoever read has seen enough
    except CrossreadError as error:
        tell(str(error))
        return FAILED


def _run_lightly() -> None:
    """Save what a short run does not need: a tenth of a second for threads, and as much for looking for garbage."""
    # numpy's linear algebra would start a thread for each core, and is never used for anything large.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()
