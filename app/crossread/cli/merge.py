"""``crossread merge``: two reviewers' copies of a session become one."""

import sys
from pathlib import Path

from crossread.cli.console import tell
from crossread.cli.parser import FAILED, OK, make_parser

_HELP = """\
Merges two reviewers' copies of one session into a third file. What only one of
them did is taken, what both did alike is agreed on. What they did differently
is listed side by side; of it the new session holds what the first one says.
"""
_MORE = """\
example:
  crossread merge ada.crossread bob.crossread -o both.crossread

exit codes:
  0    written, and nobody disagrees
  1    written, but the two disagree, or part of one could not be read; or
       nothing was written, and a sentence says why
  2    wrong use of the command
  130  interrupted; nothing was written
"""


def merge_sessions(arguments: list[str]) -> int:
    """Merge two sessions into a third; returns the exit code."""
    parser = make_parser("crossread merge", _HELP, _MORE)
    parser.add_argument("mine", type=Path, metavar="MINE", help="the session whose word holds in doubt")
    parser.add_argument("theirs", type=Path, metavar="THEIRS", help="the other one")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the session to write"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    given = parser.parse_args(arguments)
    from crossread.review.merging import told
    from crossread.review.session import ReviewSession

    mine, theirs = (ReviewSession.open(path, reading=True) for path in (given.mine, given.theirs))
    merged = mine.merge(theirs)
    mine.duplicate(given.output, force=given.force)
    for sentence in (*mine.notices, *theirs.notices):
        tell(sentence)
    encoding = sys.stdout.encoding or "ascii"
    for line in told(merged):
        sys.stdout.write(f"{line}\n".encode(encoding, "replace").decode(encoding))
    return FAILED if merged.disagreements or mine.notices or theirs.notices else OK
