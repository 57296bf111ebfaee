"""The documents or the session that a command was given, read and compared."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.cli.console import progress_on, tell
from crossread.errors import CrossreadError

if TYPE_CHECKING:
    from crossread.comparison import Comparison
    from crossread.read import ReadOptions
    from crossread.report.writing import Options


def add_reading(parser: argparse.ArgumentParser) -> None:
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


def reading_of(given: argparse.Namespace) -> "ReadOptions":
    """How files are to be read, as ``add_reading`` asked."""
    from crossread.read import ReadOptions

    return ReadOptions(given.whole_page, given.column, given.records, given.encoding, given.repair_encoding)


def compared(paths: Sequence[Path], given: argparse.Namespace) -> "tuple[Comparison, bool]":
    """Read and compare; whether everything that was named could be read comes with it.

    Raises:
        CrossreadError: fewer than two documents could be read.
    """
    from crossread.compare import compare
    from crossread.read import gather, read_all
    from crossread.text.shown import one_line

    with progress_on(sys.stderr) as progress:
        gathered = gather(paths)
        reading = read_all(gathered.files, progress, options=reading_of(given))
        documents, problems = reading.documents, (*gathered.problems, *reading.problems)
        comparison = compare(documents, progress) if len(documents) > 1 else None
    for sentence in (*problems, *gathered.notes):
        tell(sentence)
    for document in documents:
        if document.provenance.mojibake == "suspected":
            tell(
                f"“{one_line(document.name)}” looks once decoded wrongly; --repair-encoding sets that right."
            )
    if comparison is None:
        few = "Only one document" if documents else "No document"
        raise CrossreadError(f"{few} could be read, and a comparison needs at least two: name more files.")
    return comparison, reading.complete and not gathered.problems


def holds_session(paths: Sequence[Path]) -> bool:
    """Whether one of these files is a session."""
    from crossread.review import SUFFIX

    return any(path.suffix == SUFFIX for path in paths)


def compared_session(paths: Sequence[Path], options: "Options") -> "tuple[Comparison, Options, bool]":
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
        progress_on(sys.stderr) as progress,
    ):
        if len(session.documents) < 2:
            raise CrossreadError(
                "The session holds fewer than two documents, which is too little to compare."
            )
        found = reviewed(session.documents, carried(session.review, session.texts), progress)
        base = next((d.id for d in session.documents if d.digest == session.view.base), None)
        notices = session.notices
    for sentence in notices:
        tell(sentence)
    options = replace(options, base=base, review=found.review, looks=found.looks)
    return found.comparison, options, not notices
