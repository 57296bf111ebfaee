"""``crossread report``: a comparison or a session written as a file."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.cli.inputs import add_reading, compared, compared_session, holds_session
from crossread.cli.parser import FAILED, FILE, OK, make_parser
from crossread.errors import CrossreadError

if TYPE_CHECKING:
    from crossread.comparison import Comparison
    from crossread.report.writing import ToPdf

# As in report.tables_csv, which would be slow to load for --help.
TABLES = ("facts", "swaps", "decisions", "notes")
_HELP = """\
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
_MORE = """\
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


def write_report(arguments: list[str]) -> int:
    """Write a report; returns the exit code."""
    parser = make_parser("crossread report", _HELP, _MORE)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help=FILE)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the report to write")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    base = "the document whose order a report follows: its letter or its file name (the first)"
    parser.add_argument("--base", metavar="B", help=base)
    table = f"what a .csv file holds: {', '.join(TABLES)} (what the last word of its name says, or facts)"
    parser.add_argument("--table", choices=TABLES, metavar="T", help=table)
    parser.add_argument("--private", action="store_true", help="show private notes too")
    add_reading(parser)
    given = parser.parse_args(arguments)
    from crossread.report.tables_csv import table_of
    from crossread.report.writing import Options, check, write

    check(given.output, force=given.force)  # before any work is done
    to_pdf = _printer() if given.output.suffix.lower() == ".pdf" else None
    options = Options(private=given.private, table=given.table or table_of(given.output.stem))
    if holds_session(given.paths):
        comparison, options, complete = compared_session(given.paths, options)
    else:
        comparison, complete = compared(given.paths, given)
    options = replace(options, base=_base(comparison, given.base) or options.base)
    write(comparison, given.output, options, force=given.force, to_pdf=to_pdf)
    return OK if complete else FAILED


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
    from crossread.text.shown import one_line

    letters = ", ".join(document.id for document in comparison.documents)
    raise CrossreadError(
        f"No document is called “{one_line(wanted)}”: --base takes {letters} or a file's name."
    )
