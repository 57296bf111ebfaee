"""``crossread``: the window, or a summary where there is no display. Qt is loaded only here, and to print a PDF."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from crossread import __version__
from crossread.cli.console import tell
from crossread.cli.inputs import add_reading, compared, compared_session, holds_session, reading_of
from crossread.cli.parser import FAILED, FILE, OK, make_parser

_HELP = """\
Lays documents on one event side by side, aligns the passages on the same topic
and shows where their numbers and their words differ. Opens the window; where
there is no display, prints a summary in its place.
"""
_MORE = """\
commands:
  crossread report FILE... -o OUT   write a report: .html, .pdf, .docx, .md ...
  crossread merge MINE THEIRS -o OUT  merge two reviewers' copies of a session
  crossread batch STAGE             answer tasks line by line, for scripts
  (add --help to one of them to read more of it)

examples:
  crossread seeds                   open the five sample documents
  crossread a.txt b.txt notes/      open two files and all that a folder holds
  crossread case.crossread          open a session with all that was reviewed
  crossread ./report                open a file that is called like a command
  crossread -- -draft.txt           open a file whose name begins with a hyphen

exit codes:
  0    done
  1    something could not be read, or there was nothing to compare
  2    wrong use of the command
  130  interrupted

Nothing is ever fetched from a network or sent to one.
"""


def open_window(arguments: list[str]) -> int:
    """Open the window, or print a summary; returns the exit code."""
    parser = make_parser("crossread", _HELP, _MORE)
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE", help=FILE)
    parser.add_argument("--version", action="version", version=f"Crossread {__version__}")
    add_reading(parser)
    given = parser.parse_args(arguments)
    paths: list[Path] = given.paths
    if not has_display():
        return _summary(paths, given)
    # Loaded only here: the window is the only part that needs Qt.
    from crossread.settings import load
    from crossread.ui.app import run

    return run(paths, load(), reading_of(given))


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform and platform not in ("xcb", "wayland", "wayland-egl"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _summary(paths: list[Path], given: argparse.Namespace) -> int:
    if not paths:
        tell("There is no display to open the window on: name documents, and a summary is printed.")
        return FAILED
    from crossread.report.terminal import Terminal, summary
    from crossread.report.writing import Options

    if holds_session(paths):
        comparison, _, complete = compared_session(paths, Options())
    else:
        comparison, complete = compared(paths, given)

    stream = sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    terminal = Terminal(shutil.get_terminal_size().columns, colour, stream.encoding or "ascii")
    stream.write(summary(comparison, terminal))
    stream.flush()
    return OK if complete else FAILED
