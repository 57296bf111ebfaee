"""``crossread batch``: tasks answered line by line, for scripts."""

import sys

from crossread.batch import STAGES
from crossread.cli.parser import OK, make_parser

_HELP = """\
Reads one JSON object a line on standard input and answers each with one line
on standard output, in the same order and flushed at once. A line that cannot
be answered gets {"id": ..., "error": "one plain sentence"}, and the program
goes on.
"""
_MORE = """\
stages:
  align       which passages of two or more documents say the same thing
              {"id", "unit": "span" or "segment", "docs": [{"id", "text",
              "segments": [[start, end], ...]}, ...], "candidates": false}
  words       which words of two versions of one sentence are each other's
              {"id", "a": ["token", ...], "b": ["token", ...]}
  quantities  the numbers, dates and durations of a text
              {"id", "text", "date": "2026-06-25" or null}
  facts       the quantities of several documents that speak of one thing
              {"id", "docs": [{"id", "text", "date"}, ...]}
  spin        which documents are spun copies, and which words were swapped
              {"id", "docs": [{"id", "text"}, ...]}

Offsets are half-open and count Unicode code points.

example:
  echo '{"id": 1, "a": ["almost", "ten"], "b": ["nearly", "ten"]}' |
      crossread batch words

exit codes:
  0    the input came to its end, whatever the answers
  2    wrong use of the command
  130  interrupted
"""


def answer_tasks(arguments: list[str]) -> int:
    """Answer tasks until the input ends; returns the exit code."""
    parser = make_parser("crossread batch", _HELP, _MORE)
    stages = f"what is asked for: {', '.join(STAGES)}"
    parser.add_argument("stage", choices=STAGES, metavar="STAGE", help=stages)
    stage = parser.parse_args(arguments).stage
    from crossread.batch import serve

    serve(stage, sys.stdin.buffer, sys.stdout.buffer)
    return OK
