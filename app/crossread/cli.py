"""The command line: the window, reports and the batch interface. Qt is loaded only to open the window."""

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from crossread import __version__
from crossread.batch import STAGES
from crossread.collecting import collect_seldom
from crossread.errors import CrossreadError

if TYPE_CHECKING:
    from crossread.comparison import Comparison
    from crossread.read import ReadOptions
    from crossread.report.writing import Options, ToPdf

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

_TABLES = (
    "facts",
    "swaps",
    "decisions",
    "notes",
)  # as in report.tables_csv, which would be slow to load for --help
_FILE = "a document, or a folder of documents"
_WINDOW_HELP = """\
Lays documents on one event side by side, aligns the passages on the same topic
and shows where their numbers and their words differ. Opens the window; where
there is no display, prints a summary in its place.
"""
_WINDOW_MORE = """\
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
_REPORT_HELP = """\
Compares documents and writes a report. The suffix of OUT says which:
  .html    one self-contained page that opens anywhere and prints well
  .pdf     the same on pages (needs Qt's system libraries, but no display)
  .docx    the same for Word, with notes as comments
  .md      a summary in Markdown
  .csv     a table for spreadsheets: the facts, or what --table or OUT says
  .json    everything for other programs
  .jsonld  notes and decisions as Web Annotations
Of a session (.crossread) its decisions and notes are reported too; private
notes only with --private. The file is written whole or not at all.
"""
_REPORT_MORE = """\
examples:
  crossread report seeds -o comparison.html
  crossread report a.txt b.txt -o comparison.json --force
  crossread report notes/ -o comparison.html --base B
  crossread report notes/ -o comparison.pdf
  crossread report notes/ -o swaps.csv
  crossread report notes/ -o case.csv --table decisions
  crossread report case.crossread -o case.docx

exit codes:
  0    written, and everything that was named could be read
  1    something could not be read (the report is written of the others, if
       they are two or more), or the report could not be written
  2    wrong use of the command
  130  interrupted; nothing was written
"""
_MERGE_HELP = """\
Merges two reviewers' copies of one session into a third file. What only one of
them did is taken, what both did alike is agreed on. What they did differently
is listed side by side; of it the new session holds what the first one says.
"""
_MERGE_MORE = """\
example:
  crossread merge ada.crossread bob.crossread -o both.crossread

exit codes:
  0    written, and nobody disagrees
  1    written, but the two disagree, or part of one could not be read; or
       nothing was written, and a sentence says why
  2    wrong use of the command
  130  interrupted; nothing was written
"""
_BATCH_HELP = """\
Reads one JSON object a line on standard input and answers each with one line
on standard output, in the same order and flushed at once. A line that cannot
be answered gets {"id": ..., "error": "one plain sentence"}, and the program
goes on.
"""
_BATCH_MORE = """\
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


def main(argv: Sequence[str] | None = None) -> int:
    """Run Crossread.

    Args:
        argv: arguments without the program's name; those of this process by default.

    Returns:
        The exit code: 0 done, 1 something could not be read or written, 2 wrong use, 130 interrupted.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _run_lightly()
    commands: dict[str, Callable[[list[str]], int]] = {
        "report": _report,
        "merge": _merge,
        "batch": _batch,
    }
    try:
        named = commands.get(arguments[0]) if arguments else None
        code = named(arguments[1:]) if named else _window(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has said what there is to say
        return stop.code if isinstance(stop.code, int) else OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly(sys.stdout)
        return OK  # whoever read has seen enough
    except CrossreadError as error:
        _tell(str(error))
        return FAILED


def _run_lightly() -> None:
    """Save what a short run does not need: a tenth of a second for threads, and as much for looking for garbage."""
    # numpy's linear algebra would start a thread for each core, and is never used for anything large.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()


# ---- the window


def _window(arguments: list[str]) -> int:
    parser = _parser("crossread", _WINDOW_HELP, _WINDOW_MORE)
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE", help=_FILE)
    parser.add_argument("--version", action="version", version=f"Crossread {__version__}")
    _add_reading(parser)
    given = parser.parse_args(arguments)
    paths: list[Path] = given.paths
    if not has_display():
        return _summary(paths, given)
    # Loaded only here: the window is the only part that needs Qt.
    from crossread.settings import load
    from crossread.ui.app import run

    return run(paths, load(), _reading_of(given))


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
        _tell("There is no display to open the window on: name documents, and a summary is printed.")
        return FAILED
    from crossread.report.terminal import Terminal, summary
    from crossread.report.writing import Options
    from crossread.review.store import SUFFIX

    if any(path.suffix == SUFFIX for path in paths):
        comparison, _, complete = _session(paths, Options())
    else:
        comparison, complete = _compared(paths, given)

    stream = sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    terminal = Terminal(shutil.get_terminal_size().columns, colour, stream.encoding or "ascii")
    stream.write(summary(comparison, terminal))
    stream.flush()
    return OK if complete else FAILED


# ---- reports


def _report(arguments: list[str]) -> int:
    parser = _parser("crossread report", _REPORT_HELP, _REPORT_MORE)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help=_FILE)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the report to write")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    base = "the document whose order a report follows: its letter or its file name (the first)"
    parser.add_argument("--base", metavar="B", help=base)
    table = f"what a .csv file holds: {', '.join(_TABLES)} (what the last word of its name says, or facts)"
    parser.add_argument("--table", choices=_TABLES, metavar="T", help=table)
    parser.add_argument("--private", action="store_true", help="show private notes too")
    _add_reading(parser)
    given = parser.parse_args(arguments)
    from crossread.report.tables_csv import table_of
    from crossread.report.writing import Options, check, write
    from crossread.review.store import SUFFIX

    check(given.output, force=given.force)  # before any work is done
    to_pdf = _printer() if given.output.suffix.lower() == ".pdf" else None
    options = Options(private=given.private, table=given.table or table_of(given.output.stem))
    if any(path.suffix == SUFFIX for path in given.paths):
        comparison, options, complete = _session(given.paths, options)
    else:
        comparison, complete = _compared(given.paths, given)
    options = replace(options, base=_base(comparison, given.base) or options.base)
    write(comparison, given.output, options, force=given.force, to_pdf=to_pdf)
    return OK if complete else FAILED


def _session(paths: Sequence[Path], options: "Options") -> "tuple[Comparison, Options, bool]":
    """Compare the documents of a session as its review wants it; the review goes into the options.

    Raises:
        CrossreadError: the session cannot be read, stands beside other files, or holds fewer than two documents.
    """
    from crossread.review.carrying import carried
    from crossread.review.comparing import reviewed
    from crossread.review.session import ReviewSession

    if len(paths) > 1:
        raise CrossreadError("A session is reported by itself: name it alone, without other files.")
    with (
        contextlib.closing(ReviewSession.open(paths[0], reading=True)) as session,
        _progress(sys.stderr) as progress,
    ):
        if len(session.documents) < 2:
            raise CrossreadError(
                "The session holds fewer than two documents, which is too little to compare."
            )
        found = reviewed(session.documents, carried(session.review, session.texts), progress)
        base = next((d.id for d in session.documents if d.digest == session.view.base), None)
        notices = session.notices
    for sentence in notices:
        _tell(sentence)
    options = replace(options, base=base, review=found.review, looks=found.looks)
    return found.comparison, options, not notices


def _printer() -> "ToPdf":
    """What draws a PDF: the only report that needs Qt.

    Raises:
        CrossreadError: Qt cannot be loaded here.
    """
    try:
        from crossread.ui.printing import pdf_without_window
    except ImportError as error:
        raise CrossreadError(
            f"A PDF needs Qt, which could not be loaded ({error}): install the system packages that the README "
            "names, or write an HTML report and print it from a browser."
        ) from None
    return pdf_without_window


def _base(comparison: "Comparison", wanted: str | None) -> str | None:
    if wanted is None:
        return None
    for document in comparison.documents:
        if wanted in (document.name, document.source) or wanted.upper() == document.id:
            return document.id
    from crossread.report.markup import one_line

    letters = ", ".join(document.id for document in comparison.documents)
    raise CrossreadError(
        f"No document is called “{one_line(wanted)}”: --base takes {letters} or a file's name."
    )


def _compared(paths: Sequence[Path], given: argparse.Namespace) -> "tuple[Comparison, bool]":
    """Read and compare; whether everything that was named could be read comes with it.

    Raises:
        CrossreadError: fewer than two documents could be read.
    """
    from crossread.compare import compare
    from crossread.read import gather, read_all

    with _progress(sys.stderr) as progress:
        gathered = gather(paths)
        reading = read_all(gathered.files, progress, options=_reading_of(given))
        documents, problems = reading.documents, (*gathered.problems, *reading.problems)
        comparison = compare(documents, progress) if len(documents) > 1 else None
    for sentence in (*problems, *gathered.notes):
        _tell(sentence)
    for document in documents:
        if document.provenance.mojibake == "suspected":
            _tell(f"“{document.name}” looks once decoded wrongly; --repair-encoding sets that right.")
    if comparison is None:
        few = "Only one document" if documents else "No document"
        raise CrossreadError(f"{few} could be read, and a comparison needs at least two: name more files.")
    return comparison, reading.complete and not gathered.problems


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """The options of how files are read."""
    group = parser.add_argument_group("how files are read")
    group.add_argument("--whole-page", action="store_true", help="all of a web page, not only its article")
    group.add_argument(
        "--column", metavar="C", default="", help="the column or key that holds the text (CSV, JSON)"
    )
    records = "rows of a table: one document, or each its own (auto: by their length)"
    group.add_argument(
        "--records", choices=("auto", "one", "each"), default="auto", metavar="R", help=records
    )
    group.add_argument("--encoding", metavar="E", default="", help="of text files, where it is known (found)")
    repair = "set right text that was once decoded wrongly (mojibake)"
    group.add_argument("--repair-encoding", action="store_true", help=repair)


def _reading_of(given: argparse.Namespace) -> "ReadOptions":
    from crossread.read import ReadOptions

    return ReadOptions(given.whole_page, given.column, given.records, given.encoding, given.repair_encoding)


# ---- merging


def _merge(arguments: list[str]) -> int:
    parser = _parser("crossread merge", _MERGE_HELP, _MERGE_MORE)
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
        _tell(sentence)
    encoding = sys.stdout.encoding or "ascii"
    for line in told(merged):
        sys.stdout.write(f"{line}\n".encode(encoding, "replace").decode(encoding))
    return FAILED if merged.disagreements or mine.notices or theirs.notices else OK


# ---- batch


def _batch(arguments: list[str]) -> int:
    parser = _parser("crossread batch", _BATCH_HELP, _BATCH_MORE)
    stages = f"what is asked for: {', '.join(STAGES)}"
    parser.add_argument("stage", choices=STAGES, metavar="STAGE", help=stages)
    stage = parser.parse_args(arguments).stage
    from crossread.batch import serve

    serve(stage, sys.stdin.buffer, sys.stdout.buffer)
    return OK


# ---- what all of them need


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence, and where to read more; the usage lines would drown it."""
        self.exit(USAGE, f"{self.prog}: {message}; see {self.prog} --help.\n")


def _parser(program: str, description: str, more: str) -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    return _Parser(prog=program, description=description, epilog=more, formatter_class=raw)


def _tell(sentence: str) -> None:
    """One plain sentence on standard error, with nothing in it that a terminal would obey."""
    from crossread.report.markup import one_line

    line = f"crossread: {one_line(sentence)}\n"
    encoding = sys.stderr.encoding or "ascii"
    with contextlib.suppress(OSError):
        sys.stderr.write(line.encode(encoding, "replace").decode(encoding))


@contextlib.contextmanager
def _progress(stream: TextIO) -> Iterator[Callable[[str, float], None]]:
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


def _close_quietly(stream: TextIO) -> None:
    """Send what is still to be flushed into nothing, so that Python does not complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
