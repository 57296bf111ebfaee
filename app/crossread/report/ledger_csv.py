"""The ledger of swaps as a file for spreadsheets."""

from pathlib import Path

from crossread.comparison import Comparison
from crossread.present.ledger import as_csv
from crossread.report.writing import write_text
from crossread.spin.ledger import ledger


def write_ledger(comparison: Comparison, path: Path, *, force: bool = False) -> None:
    """Write the ledger of all spun copies to a file.

    It begins with a byte order mark, without which Excel takes UTF-8 for the code page of the country.

    Args:
        comparison: whose ledger.
        path: where to.
        force: replace a file that exists.

    Raises:
        WriteError: it could not be written; nothing of it was left behind.
    """
    entries = ledger(comparison.spin, comparison.documents)
    write_text(path, "\ufeff" + as_csv(entries), force=force)
